package career

import (
	"slices"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// list is what can be done with any list of the ledger.
type list interface {
	named() Part
	put(l *Ledger, item any, newID func() string) error
	take(l *Ledger, id ItemID) error
	move(l *Ledger, id, before ItemID) error
	merge(m *merger, into, draft *Ledger)
	clone(l *Ledger)
	mustBe(l *Ledger) // there, if only empty
	passages(l Ledger) []Passage
}

// kind is the list of items of one type.
type kind[T any] struct {
	part  Part
	of    func(*Ledger) *[]T
	shape func(*T) shape
}

func (k kind[T]) named() Part { return k.part }

func (k kind[T]) clone(l *Ledger) { *k.of(l) = slices.Clone(*k.of(l)) }

func (k kind[T]) mustBe(l *Ledger) {
	if items := k.of(l); *items == nil {
		*items = []T{}
	}
}

// clean gives the item tidied, with an id, or the rule it breaks.
func (k kind[T]) clean(item T, newID func() string) (T, error) {
	err := k.shape(&item).clean(newID)
	return item, err
}

// put adds an item or replaces the one with its id. Keys only other programs know are kept
// if the new item says nothing about them.
func (k kind[T]) put(l *Ledger, item any, newID func() string) error {
	given, ok := item.(T)
	if !ok {
		return fault.InvalidField("part", "career.noSuchPart")
	}
	clean, err := k.clean(given, newID)
	if err != nil {
		return err
	}
	items := k.of(l)
	s := k.shape(&clean)
	i := k.position(*items, *s.id)
	if i < 0 {
		*items = append(slices.Clip(*items), clean)
		return nil
	}
	if s.extra != nil && *s.extra == nil {
		*s.extra = *k.shape(&(*items)[i]).extra
	}
	*items = slices.Clone(*items)
	(*items)[i] = clean
	return nil
}

func (k kind[T]) take(l *Ledger, id ItemID) error {
	items := k.of(l)
	i := k.position(*items, id)
	if i < 0 {
		return noSuchItem()
	}
	*items = slices.Concat((*items)[:i], (*items)[i+1:])
	k.mustBe(l)
	return nil
}

func (k kind[T]) move(l *Ledger, id, before ItemID) error {
	items := k.of(l)
	i := k.position(*items, id)
	if i < 0 || before != "" && k.position(*items, before) < 0 {
		return noSuchItem()
	}
	if id == before {
		return nil
	}
	item := (*items)[i]
	rest := slices.Concat((*items)[:i], (*items)[i+1:])
	to := len(rest)
	if before != "" {
		to = k.position(rest, before)
	}
	*items = slices.Insert(rest, to, item)
	return nil
}

func (k kind[T]) position(items []T, id ItemID) int {
	for i := range items {
		if *k.shape(&items[i]).id == id {
			return i
		}
	}
	return -1
}

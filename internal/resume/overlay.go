package resume

import (
	"slices"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// Every operation leaves the overlay it is given alone and returns another. What isn't in
// the ledger is NotFound resume.notInLedger.

// Hide hides a section, an item or a line, or shows it again.
func Hide(l career.Ledger, o Overlay, ref Ref, hidden bool) (Overlay, error) {
	e, p := edit(l, o), ref.place()
	switch {
	case p.line != "":
		line, err := e.line(p)
		if err != nil {
			return o, err
		}
		line.Hidden = hidden
	case p.item != "":
		item, _, err := e.item(p)
		if err != nil {
			return o, err
		}
		item.Hidden = hidden
	default:
		s, _, err := e.section(p.key)
		if err != nil {
			return o, err
		}
		s.Hidden = hidden
	}
	return e.overlay, nil
}

// Break puts a section or an item onto a new page, or takes that back. Lines are Invalid
// resume.noBreakHere.
func Break(l career.Ledger, o Overlay, ref Ref, on bool) (Overlay, error) {
	e, p := edit(l, o), ref.place()
	switch {
	case p.line != "":
		return o, fault.InvalidField("ref", "resume.noBreakHere")
	case p.item != "":
		item, _, err := e.item(p)
		if err != nil {
			return o, err
		}
		item.Break = on
	default:
		s, _, err := e.section(p.key)
		if err != nil {
			return o, err
		}
		s.Break = on
	}
	return e.overlay, nil
}

// Column puts a section into ColumnMain, ColumnSide, or where the template has it ("").
func Column(l career.Ledger, o Overlay, k Key, column string) (Overlay, error) {
	if !slices.Contains([]string{"", ColumnMain, ColumnSide}, column) {
		return o, fault.InvalidField("column", "resume.noSuchColumn")
	}
	e := edit(l, o)
	s, _, err := e.section(k)
	if err != nil {
		return o, err
	}
	s.Column = column
	return e.overlay, nil
}

// Move puts a section, an item or a line before another one beside it, or last if before
// is empty. Elsewhere is Invalid resume.cantMoveThere.
func Move(l career.Ledger, o Overlay, ref, before Ref) (Overlay, error) {
	e, p, to := edit(l, o), ref.place(), before.place()
	if before != "" && (p.within() != to.within() || p.depth() != to.depth()) {
		return o, fault.InvalidField("before", "resume.cantMoveThere")
	}
	var err error
	switch {
	case p.line != "":
		err = e.moveLine(p, to)
	case p.item != "":
		err = e.moveItem(p, to)
	default:
		err = e.moveSection(p, to)
	}
	if err != nil {
		return o, err
	}
	return e.overlay, nil
}

func (p place) depth() int {
	switch {
	case p.line != "":
		return 2
	case p.item != "":
		return 1
	}
	return 0
}

func (e *editor) moveSection(p, to place) error {
	if _, _, err := e.section(p.key); err != nil {
		return err
	}
	return reorder(e.overlay.Sections, keyOfSection, p.key, to.key)
}

func (e *editor) moveItem(p, to place) error {
	if _, _, err := e.item(p); err != nil {
		return err
	}
	s, _, err := e.section(p.key)
	if err != nil {
		return err
	}
	return reorder(s.Items, idOfItem, p.item, to.item)
}

func (e *editor) moveLine(p, to place) error {
	if _, err := e.line(p); err != nil {
		return err
	}
	item, _, err := e.item(p)
	if err != nil {
		return err
	}
	return reorder(item.Lines, idOfLine, p.line, to.line)
}

// reorder changes a list in place: it is the editor's own.
func reorder[K comparable, N any](list []N, keyOf func(N) K, k, before K) error {
	var last K
	find := func(k K) int { return slices.IndexFunc(list, func(n N) bool { return keyOf(n) == k }) }
	from, to := find(k), len(list)
	if before != last {
		to = find(before)
	}
	if from < 0 || to < 0 {
		return notThere()
	}
	n := list[from]
	if from < to {
		copy(list[from:], list[from+1:to])
		list[to-1] = n
	} else {
		copy(list[to+1:from+1], list[to:from])
		list[to] = n
	}
	return nil
}

// Follow says whether what is added to the ledger from now on shows here too. It changes
// nothing that shows now: everything is named as it stands.
func Follow(l career.Ledger, o Overlay, on bool) Overlay {
	if o.Follow == on {
		return o
	}
	e := edit(l, o)
	for i := range e.overlay.Sections {
		s := &e.overlay.Sections[i]
		b, _ := blockOf(l, s.Key)
		s.Items = weave(s.Items, idOfItem, keysOf(b.Entries, idOfEntry), e.c.item)
		lines := map[career.ItemID][]LineWords{}
		for _, entry := range b.Entries {
			lines[entry.ID] = entry.Lines
		}
		for j := range s.Items {
			it := &s.Items[j]
			it.Lines = weave(it.Lines, idOfLine, keysOf(lines[it.ID], idOfWords), e.c.line)
		}
	}
	e.overlay.Follow = on
	return e.overlay
}

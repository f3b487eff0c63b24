package career

import (
	"slices"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// named is what every item of every list has.
type named interface{ itemID() ItemID }

func (w Work) itemID() ItemID      { return w.ID }
func (e Education) itemID() ItemID { return e.ID }
func (k Skill) itemID() ItemID     { return k.ID }
func (g Language) itemID() ItemID  { return g.ID }
func (s Section) itemID() ItemID   { return s.ID }

func putItem[T named](list *[]T, item T) error {
	if i := position(*list, item.itemID()); i >= 0 {
		(*list)[i] = item
		return nil
	}
	*list = append(*list, item)
	return nil
}

func (l *Ledger) remove(part Part, id ItemID) error {
	switch part {
	case PartWork:
		return removeItem(&l.Work, id)
	case PartEducation:
		return removeItem(&l.Education, id)
	case PartSkills:
		return removeItem(&l.Skills, id)
	case PartLanguages:
		return removeItem(&l.Languages, id)
	case PartSections:
		return removeItem(&l.Sections, id)
	}
	return fault.InvalidField("part", "career.noSuchPart")
}

func (l *Ledger) move(part Part, id, before ItemID) error {
	switch part {
	case PartWork:
		return moveItem(&l.Work, id, before)
	case PartEducation:
		return moveItem(&l.Education, id, before)
	case PartSkills:
		return moveItem(&l.Skills, id, before)
	case PartLanguages:
		return moveItem(&l.Languages, id, before)
	case PartSections:
		return moveItem(&l.Sections, id, before)
	}
	return fault.InvalidField("part", "career.noSuchPart")
}

func removeItem[T named](list *[]T, id ItemID) error {
	i := position(*list, id)
	if i < 0 {
		return fault.New(fault.NotFound, "career.noSuchItem")
	}
	*list = slices.Delete(*list, i, i+1)
	return nil
}

func moveItem[T named](list *[]T, id, before ItemID) error {
	i := position(*list, id)
	if i < 0 || (before != "" && position(*list, before) < 0) {
		return fault.New(fault.NotFound, "career.noSuchItem")
	}
	item := (*list)[i]
	if id == before {
		return nil
	}
	*list = slices.Delete(*list, i, i+1)
	to := len(*list)
	if before != "" {
		to = position(*list, before)
	}
	*list = slices.Insert(*list, to, item)
	return nil
}

func position[T named](list []T, id ItemID) int {
	return slices.IndexFunc(list, func(t T) bool { return t.itemID() == id })
}

// clone copies the lists, so that an edit leaves the original alone. The slices
// inside items are shared: items are replaced whole, never changed in place.
func (l Ledger) clone() Ledger {
	l.Basics.Profiles = slices.Clone(l.Basics.Profiles)
	l.Work, l.Education = slices.Clone(l.Work), slices.Clone(l.Education)
	l.Skills, l.Languages = slices.Clone(l.Skills), slices.Clone(l.Languages)
	l.Sections = slices.Clone(l.Sections)
	return l
}

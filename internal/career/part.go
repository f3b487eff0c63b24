package career

import (
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Part names one list of the ledger, by its JSON Resume field.
type Part string

// The lists of the ledger.
const (
	PartWork         Part = "work"
	PartEducation    Part = "education"
	PartProjects     Part = "projects"
	PartSkills       Part = "skills"
	PartLanguages    Part = "languages"
	PartCertificates Part = "certificates"
	PartAwards       Part = "awards"
	PartPublications Part = "publications"
	PartVolunteer    Part = "volunteer"
	PartReferences   Part = "references"
	PartInterests    Part = "interests"
	PartCustom       Part = "custom"
	PartSections     Part = "sections"
)

// ItemsOf is the list of items of a section of the person's own: "custom/<id>".
func ItemsOf(section ItemID) Part { return PartCustom + "/" + Part(section) }

// Item is one entry of the ledger, of any of its lists.
type Item interface{ part() Part }

func (Work) part() Part        { return PartWork }
func (Education) part() Part   { return PartEducation }
func (Project) part() Part     { return PartProjects }
func (Skill) part() Part       { return PartSkills }
func (Language) part() Part    { return PartLanguages }
func (Certificate) part() Part { return PartCertificates }
func (Award) part() Part       { return PartAwards }
func (Publication) part() Part { return PartPublications }
func (Volunteer) part() Part   { return PartVolunteer }
func (Reference) part() Part   { return PartReferences }
func (Interest) part() Part    { return PartInterests }
func (Custom) part() Part      { return PartCustom }
func (Section) part() Part     { return PartSections }

// kinds are the lists of the ledger, in its order: what is done with any of them is done
// through this table.
func kinds() []list {
	return []list{
		kind[Work]{PartWork, func(l *Ledger) *[]Work { return &l.Work }, (*Work).shape},
		kind[Education]{PartEducation, func(l *Ledger) *[]Education { return &l.Education }, (*Education).shape},
		kind[Project]{PartProjects, func(l *Ledger) *[]Project { return &l.Projects }, (*Project).shape},
		kind[Skill]{PartSkills, func(l *Ledger) *[]Skill { return &l.Skills }, (*Skill).shape},
		kind[Language]{PartLanguages, func(l *Ledger) *[]Language { return &l.Languages }, (*Language).shape},
		kind[Certificate]{PartCertificates, func(l *Ledger) *[]Certificate { return &l.Certificates }, (*Certificate).shape},
		kind[Award]{PartAwards, func(l *Ledger) *[]Award { return &l.Awards }, (*Award).shape},
		kind[Publication]{PartPublications, func(l *Ledger) *[]Publication { return &l.Publications }, (*Publication).shape},
		kind[Volunteer]{PartVolunteer, func(l *Ledger) *[]Volunteer { return &l.Volunteer }, (*Volunteer).shape},
		kind[Reference]{PartReferences, func(l *Ledger) *[]Reference { return &l.References }, (*Reference).shape},
		kind[Interest]{PartInterests, func(l *Ledger) *[]Interest { return &l.Interests }, (*Interest).shape},
		kind[Custom]{PartCustom, func(l *Ledger) *[]Custom { return &l.Custom }, (*Custom).shape},
		kind[Section]{PartSections, func(l *Ledger) *[]Section { return &l.Sections }, (*Section).shape},
	}
}

// list finds the list a part names.
func (l *Ledger) list(part Part) (list, error) {
	for _, k := range kinds() {
		if k.named() == part {
			return k, nil
		}
	}
	section, found := strings.CutPrefix(string(part), string(PartCustom)+"/")
	if !found {
		return nil, fault.InvalidField("part", "career.noSuchPart")
	}
	i := slices.IndexFunc(l.Custom, func(c Custom) bool { return string(c.ID) == section })
	if i < 0 {
		return nil, noSuchItem()
	}
	return kind[CustomItem]{part, func(l *Ledger) *[]CustomItem { return &l.Custom[i].Items }, (*CustomItem).shape}, nil
}

// EmptyLists gives a ledger lists that are empty rather than missing: one of an older
// version has fewer.
func (l Ledger) EmptyLists() Ledger {
	if l.Basics.Profiles == nil {
		l.Basics.Profiles = []Profile{}
	}
	for _, k := range kinds() {
		k.mustBe(&l)
	}
	return l
}

// clone copies the lists, so that an edit leaves the original alone. What is inside items
// is shared: items are replaced whole, never changed in place.
func (l Ledger) clone() Ledger {
	l.Basics.Profiles = slices.Clone(l.Basics.Profiles)
	for _, k := range kinds() {
		k.clone(&l)
	}
	return l
}

func noSuchItem() error { return fault.New(fault.NotFound, "career.noSuchItem") }

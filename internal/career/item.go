package career

import (
	"slices"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Part names one list of the ledger, by its JSON Resume field.
type Part string

// The lists of the ledger.
const (
	PartWork      Part = "work"
	PartEducation Part = "education"
	PartSkills    Part = "skills"
	PartLanguages Part = "languages"
	PartSections  Part = "sections"
)

// Item is one entry of the ledger: a Work, Education, Skill, Language or Section.
type Item interface {
	clean(newID func() string) (Item, error)
	put(l *Ledger) error
}

func (w Work) clean(newID func() string) (Item, error) {
	w.Name, w.Position = line(w.Name), line(w.Position)
	w.Location, w.URL, w.Summary = line(w.Location), line(w.URL), paragraph(w.Summary)
	if w.Name == "" && w.Position == "" {
		return nil, fault.InvalidField("position", "career.workNeedsName")
	}
	if err := cleanPeriod(&w.StartDate, &w.EndDate, w.Current); err != nil {
		return nil, err
	}
	kept := []Highlight{}
	for _, h := range w.Highlights {
		if h.Text = line(h.Text); h.Text == "" {
			continue
		}
		h.ID = orNew(h.ID, newID)
		kept = append(kept, h)
	}
	w.Highlights, w.ID = kept, orNew(w.ID, newID)
	return w, w.checkLength()
}

func (e Education) clean(newID func() string) (Item, error) {
	e.Institution, e.StudyType, e.Area, e.Score = line(e.Institution), line(e.StudyType), line(e.Area), line(e.Score)
	if e.Institution == "" && e.Area == "" && e.StudyType == "" {
		return nil, fault.InvalidField("institution", "career.educationNeedsName")
	}
	if err := cleanPeriod(&e.StartDate, &e.EndDate, e.Current); err != nil {
		return nil, err
	}
	e.Courses, e.ID = lines(e.Courses), orNew(e.ID, newID)
	return e, e.checkLength()
}

func (k Skill) clean(newID func() string) (Item, error) {
	k.Name, k.Level, k.Keywords = line(k.Name), line(k.Level), lines(k.Keywords)
	if k.Name == "" && len(k.Keywords) == 0 {
		return nil, fault.InvalidField("name", "career.skillNeedsName")
	}
	k.ID = orNew(k.ID, newID)
	return k, k.checkLength()
}

func (g Language) clean(newID func() string) (Item, error) {
	g.Language, g.Fluency = line(g.Language), line(g.Fluency)
	if g.Language == "" {
		return nil, fault.InvalidField("language", "career.languageNeedsName")
	}
	g.ID = orNew(g.ID, newID)
	return g, g.checkLength()
}

func (s Section) clean(newID func() string) (Item, error) {
	s.Heading, s.Lines = line(s.Heading), lines(s.Lines)
	if len(s.Lines) == 0 {
		return nil, fault.InvalidField("lines", "career.sectionNeedsText")
	}
	s.ID = orNew(s.ID, newID)
	return s, nil
}

func (w Work) put(l *Ledger) error      { return putItem(&l.Work, w) }
func (e Education) put(l *Ledger) error { return putItem(&l.Education, e) }
func (k Skill) put(l *Ledger) error     { return putItem(&l.Skills, k) }
func (g Language) put(l *Ledger) error  { return putItem(&l.Languages, g) }
func (s Section) put(l *Ledger) error   { return putItem(&l.Sections, s) }

// cleanPeriod checks both dates; a role that goes on has no end.
func cleanPeriod(start, end *Date, current bool) error {
	if current {
		*end = ""
	}
	if _, err := ParseDate(string(*start)); err != nil {
		return fault.InvalidField("startDate", "career.badDate")
	}
	if _, err := ParseDate(string(*end)); err != nil {
		return fault.InvalidField("endDate", "career.badDate")
	}
	if end.Before(*start) {
		return fault.InvalidField("endDate", "career.endsBeforeStart")
	}
	return nil
}

func cleanBasics(b Basics) Basics {
	b.Name, b.Label, b.Email = line(b.Name), line(b.Label), line(b.Email)
	b.Phone, b.URL, b.Summary = line(b.Phone), line(b.URL), paragraph(b.Summary)
	b.Profiles = slices.DeleteFunc(slices.Clone(b.Profiles), func(p Profile) bool {
		return line(p.URL) == "" && line(p.Username) == ""
	})
	return b
}

func lines(all []string) []string {
	out := []string{}
	for _, s := range all {
		if s = line(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func orNew(id ItemID, newID func() string) ItemID {
	if id == "" {
		return ItemID(newID())
	}
	return id
}

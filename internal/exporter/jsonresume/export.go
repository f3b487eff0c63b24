package jsonresume

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/career"
)

// Export returns the ledger as indented JSON with a line end. A section of a kind that
// JSON Resume has a list for becomes entries of that list, one for each line; a kept section
// of another kind has no place in the format and is left out.
func Export(l career.Ledger) ([]byte, error) {
	r := resume{
		Schema: schemaURL, Basics: entry{basicsOf(l.Basics), l.Basics.Extra},
		Work: entries(l.Work, workOf), Education: entries(l.Education, educationOf), Projects: entries(l.Projects, projectOf),
		Volunteer: entries(l.Volunteer, volunteerOf),
		Skills: entries(l.Skills, func(s career.Skill) entry {
			return entry{skill{Name: s.Name, Level: s.Level, Keywords: s.Keywords}, s.Extra}
		}),
		Languages: entries(l.Languages, func(g career.Language) entry {
			return entry{language{Language: g.Language, Fluency: g.Fluency}, g.Extra}
		}),
		Certificates: entries(l.Certificates, func(c career.Certificate) entry {
			return entry{certificate{Name: c.Name, Date: string(c.Date), URL: c.URL, Issuer: c.Issuer}, c.Extra}
		}),
		Awards: entries(l.Awards, func(a career.Award) entry {
			return entry{award{Title: a.Title, Date: string(a.Date), Awarder: a.Awarder, Summary: a.Summary}, a.Extra}
		}),
		Publications: entries(l.Publications, func(p career.Publication) entry {
			return entry{publication{p.Name, p.Publisher, string(p.ReleaseDate), p.URL, p.Summary}, p.Extra}
		}),
		References: entries(l.References, func(r career.Reference) entry {
			return entry{reference{Name: r.Name, Reference: r.Reference}, r.Extra}
		}),
		Interests: entries(l.Interests, func(i career.Interest) entry {
			return entry{interest{Name: i.Name, Keywords: i.Keywords}, i.Extra}
		}),
	}
	for _, s := range l.Sections {
		r.add(s)
	}
	return indented(entry{r, rootExtra(l)})
}

func indented(e entry) ([]byte, error) {
	whole, err := e.MarshalJSON()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, whole, "", "  "); err != nil {
		return nil, fmt.Errorf("encode json resume: %w", err)
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

func entries[T any](all []T, of func(T) entry) []entry {
	out := make([]entry, 0, len(all))
	for _, item := range all {
		out = append(out, of(item))
	}
	return out
}

func basicsOf(b career.Basics) basics {
	out := basics{Name: b.Name, Label: b.Label, Email: b.Email, Phone: b.Phone, URL: b.URL, Summary: b.Summary}
	if b.Location != (career.Location{}) {
		out.Location = &location{
			Address: b.Location.Address, PostalCode: b.Location.PostalCode, City: b.Location.City,
			CountryCode: b.Location.CountryCode, Region: b.Location.Region,
		}
	}
	for _, p := range b.Profiles {
		out.Profiles = append(out.Profiles, profile{Network: p.Network, Username: p.Username, URL: p.URL})
	}
	return out
}

func workOf(w career.Work) entry {
	return entry{work{
		Name: w.Name, Location: w.Location, Position: w.Position, URL: w.URL,
		StartDate: string(w.StartDate), EndDate: string(w.EndDate), Summary: w.Summary, Highlights: texts(w.Highlights),
	}, w.Extra}
}

func educationOf(e career.Education) entry {
	return entry{education{
		Institution: e.Institution, Location: e.Location, URL: e.URL, Area: e.Area, StudyType: e.StudyType,
		StartDate: string(e.StartDate), EndDate: string(e.EndDate), Score: e.Score, Courses: e.Courses,
	}, e.Extra}
}

func projectOf(p career.Project) entry {
	return entry{project{
		Name: p.Name, Description: p.Description, Highlights: texts(p.Highlights), Keywords: p.Keywords,
		StartDate: string(p.StartDate), EndDate: string(p.EndDate), URL: p.URL, Roles: p.Roles, Entity: p.Entity, Type: p.Type,
	}, p.Extra}
}

func volunteerOf(v career.Volunteer) entry {
	return entry{volunteer{
		Organization: v.Organization, Location: v.Location, Position: v.Position, URL: v.URL,
		StartDate: string(v.StartDate), EndDate: string(v.EndDate), Summary: v.Summary, Highlights: texts(v.Highlights),
	}, v.Extra}
}

func texts(all []career.Highlight) []string {
	var out []string
	for _, h := range all {
		out = append(out, h.Text)
	}
	return out
}

// add takes each kept line as the one field that names an entry.
func (r *resume) add(s career.Section) {
	each := func(list *[]entry, of func(line string) any) {
		for _, line := range s.Lines {
			*list = append(*list, entry{fields: of(line)})
		}
	}
	switch s.Kind {
	case career.SectionProjects:
		each(&r.Projects, func(line string) any { return project{Name: line} })
	case career.SectionCertificates:
		each(&r.Certificates, func(line string) any { return certificate{Name: line} })
	case career.SectionPublications:
		each(&r.Publications, func(line string) any { return publication{Name: line} })
	case career.SectionInterests:
		each(&r.Interests, func(line string) any { return interest{Name: line} })
	case career.SectionAwards:
		each(&r.Awards, func(line string) any { return award{Title: line} })
	case career.SectionReferences:
		each(&r.References, func(line string) any { return reference{Reference: line} })
	case career.SectionVolunteer:
		r.Volunteer = append(r.Volunteer, entry{fields: volunteer{Organization: s.Heading, Highlights: s.Lines}})
	case career.SectionOther:
	}
}

package jsonresume

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/career"
)

// Export returns the ledger as indented JSON with a line end. A section of a kind that
// JSON Resume has a list for becomes entries of that list, one for each line; a section
// of another kind has no place in the format and is left out.
func Export(l career.Ledger) ([]byte, error) {
	r := resume{Schema: schemaURL, Basics: basicsOf(l.Basics)}
	for _, w := range l.Work {
		r.Work = append(r.Work, workOf(w))
	}
	for _, e := range l.Education {
		r.Education = append(r.Education, education{
			Institution: e.Institution, Area: e.Area, StudyType: e.StudyType,
			StartDate: string(e.StartDate), EndDate: string(e.EndDate), Score: e.Score, Courses: e.Courses,
		})
	}
	for _, s := range l.Skills {
		r.Skills = append(r.Skills, skill{Name: s.Name, Level: s.Level, Keywords: s.Keywords})
	}
	for _, g := range l.Languages {
		r.Languages = append(r.Languages, language{Language: g.Language, Fluency: g.Fluency})
	}
	for _, s := range l.Sections {
		r.add(s)
	}
	return encode(r)
}

// encode writes & and < as they are: this is a file, not a page.
func encode(r resume) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		return nil, fmt.Errorf("encode json resume: %w", err)
	}
	return b.Bytes(), nil
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

func workOf(w career.Work) work {
	out := work{
		Name: w.Name, Location: w.Location, Position: w.Position, URL: w.URL,
		StartDate: string(w.StartDate), EndDate: string(w.EndDate), Summary: w.Summary,
	}
	for _, h := range w.Highlights {
		out.Highlights = append(out.Highlights, h.Text)
	}
	return out
}

func (r *resume) add(s career.Section) {
	switch s.Kind {
	case career.SectionProjects:
		r.Projects = append(r.Projects, names(s.Lines)...)
	case career.SectionCertificates:
		r.Certificates = append(r.Certificates, names(s.Lines)...)
	case career.SectionPublications:
		r.Publications = append(r.Publications, names(s.Lines)...)
	case career.SectionInterests:
		r.Interests = append(r.Interests, names(s.Lines)...)
	case career.SectionVolunteer:
		r.Volunteer = append(r.Volunteer, volunteer{Organization: s.Heading, Highlights: s.Lines})
	case career.SectionAwards:
		for _, line := range s.Lines {
			r.Awards = append(r.Awards, award{line})
		}
	case career.SectionReferences:
		for _, line := range s.Lines {
			r.References = append(r.References, reference{line})
		}
	}
}

func names(lines []string) []named {
	out := make([]named, len(lines))
	for i, line := range lines {
		out[i] = named{line}
	}
	return out
}

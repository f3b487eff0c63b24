package career

import (
	"slices"
	"strings"
)

func (w *Work) shape() shape {
	return shape{
		id: &w.ID, extra: &w.Extra,
		lines: []textField{{"name", &w.Name}, {"position", &w.Position}, {"location", &w.Location}, {"url", &w.URL}},
		texts: []textField{{"summary", &w.Summary}}, highlights: &w.Highlights,
		period:  &period{&w.StartDate, &w.EndDate, &w.Current},
		needs:   need{"position", "career.workNeedsName", []string{w.Name, w.Position}},
		same:    []string{w.Name, w.Position, string(w.StartDate)},
		heading: w.Position, title: []string{w.Position, w.Name},
	}
}

func (e *Education) shape() shape {
	return shape{
		id: &e.ID, extra: &e.Extra,
		lines: []textField{
			{"institution", &e.Institution}, {"studyType", &e.StudyType}, {"area", &e.Area},
			{"score", &e.Score}, {"location", &e.Location}, {"url", &e.URL},
		},
		lists:   []listField{{"courses", &e.Courses}},
		period:  &period{&e.StartDate, &e.EndDate, &e.Current},
		needs:   need{"institution", "career.educationNeedsName", []string{e.Institution, e.Area, e.StudyType}},
		same:    []string{e.Institution, e.StudyType + " " + e.Area, string(e.StartDate)},
		heading: e.Institution, title: []string{e.StudyType, e.Area, e.Institution},
	}
}

func (p *Project) shape() shape {
	return shape{
		id: &p.ID, extra: &p.Extra,
		lines: []textField{{"name", &p.Name}, {"entity", &p.Entity}, {"type", &p.Type}, {"url", &p.URL}},
		texts: []textField{{"description", &p.Description}}, highlights: &p.Highlights,
		lists:   []listField{{"roles", &p.Roles}, {"keywords", &p.Keywords}},
		period:  &period{&p.StartDate, &p.EndDate, &p.Current},
		needs:   need{"name", "career.projectNeedsName", []string{p.Name}},
		same:    []string{p.Name, p.Entity, string(p.StartDate)},
		heading: p.Name, title: []string{p.Name, p.Entity},
	}
}

func (k *Skill) shape() shape {
	words := strings.Join(k.Keywords, ",")
	return shape{
		id: &k.ID, extra: &k.Extra,
		lines:   []textField{{"name", &k.Name}, {"level", &k.Level}},
		lists:   []listField{{"keywords", &k.Keywords}},
		needs:   need{"name", "career.skillNeedsName", append([]string{k.Name}, k.Keywords...)},
		same:    []string{k.Name, words},
		heading: k.Name, title: append([]string{k.Name}, k.Keywords...),
	}
}

func (g *Language) shape() shape {
	return shape{
		id: &g.ID, extra: &g.Extra,
		lines: []textField{{"language", &g.Language}, {"fluency", &g.Fluency}},
		needs: need{"language", "career.languageNeedsName", []string{g.Language}},
		same:  []string{g.Language}, heading: g.Language, title: []string{g.Language},
	}
}

func (c *Certificate) shape() shape {
	return shape{
		id: &c.ID, extra: &c.Extra,
		lines:   []textField{{"name", &c.Name}, {"issuer", &c.Issuer}, {"url", &c.URL}},
		day:     &dayField{"date", &c.Date},
		needs:   need{"name", "career.certificateNeedsName", []string{c.Name}},
		same:    []string{c.Name, c.Issuer, string(c.Date)},
		heading: c.Name, title: []string{c.Name, c.Issuer},
	}
}

func (a *Award) shape() shape {
	return shape{
		id: &a.ID, extra: &a.Extra,
		lines: []textField{{"title", &a.Title}, {"awarder", &a.Awarder}},
		texts: []textField{{"summary", &a.Summary}}, day: &dayField{"date", &a.Date},
		needs:   need{"title", "career.awardNeedsTitle", []string{a.Title}},
		same:    []string{a.Title, a.Awarder, string(a.Date)},
		heading: a.Title, title: []string{a.Title, a.Awarder},
	}
}

func (p *Publication) shape() shape {
	return shape{
		id: &p.ID, extra: &p.Extra,
		lines: []textField{{"name", &p.Name}, {"publisher", &p.Publisher}, {"url", &p.URL}},
		texts: []textField{{"summary", &p.Summary}}, day: &dayField{"releaseDate", &p.ReleaseDate},
		needs:   need{"name", "career.publicationNeedsName", []string{p.Name}},
		same:    []string{p.Name, p.Publisher, string(p.ReleaseDate)},
		heading: p.Name, title: []string{p.Name, p.Publisher},
	}
}

func (v *Volunteer) shape() shape {
	return shape{
		id: &v.ID, extra: &v.Extra,
		lines: []textField{
			{"organization", &v.Organization}, {"position", &v.Position}, {"location", &v.Location}, {"url", &v.URL},
		},
		texts: []textField{{"summary", &v.Summary}}, highlights: &v.Highlights,
		period:  &period{&v.StartDate, &v.EndDate, &v.Current},
		needs:   need{"organization", "career.volunteerNeedsName", []string{v.Organization, v.Position}},
		same:    []string{v.Organization, v.Position, string(v.StartDate)},
		heading: v.Position, title: []string{v.Position, v.Organization},
	}
}

func (r *Reference) shape() shape {
	return shape{
		id: &r.ID, extra: &r.Extra,
		lines: []textField{{"name", &r.Name}}, texts: []textField{{"reference", &r.Reference}},
		needs: need{"name", "career.referenceNeedsName", []string{r.Name, r.Reference}},
		same:  []string{r.Name, r.Reference}, heading: r.Name, title: []string{r.Name, r.Reference},
	}
}

func (i *Interest) shape() shape {
	return shape{
		id: &i.ID, extra: &i.Extra,
		lines:   []textField{{"name", &i.Name}},
		lists:   []listField{{"keywords", &i.Keywords}},
		needs:   need{"name", "career.interestNeedsName", append([]string{i.Name}, i.Keywords...)},
		same:    []string{i.Name, strings.Join(i.Keywords, ",")},
		heading: i.Name, title: append([]string{i.Name}, i.Keywords...),
	}
}

func (c *Custom) shape() shape {
	same := []string{c.Heading}
	for i := range c.Items {
		same = append(same, c.Items[i].shape().same...)
	}
	return shape{
		id: &c.ID, lines: []textField{{"heading", &c.Heading}}, items: &c.Items,
		needs: need{"heading", "career.customNeedsHeading", []string{c.Heading}},
		same:  same, heading: c.Heading, title: []string{c.Heading},
	}
}

func (c *CustomItem) shape() shape {
	said := []string{c.Title, c.Subtitle, c.Location, c.URL, c.Summary, joinedHighlights(c.Highlights)}
	return shape{
		id: &c.ID,
		lines: []textField{
			{"title", &c.Title}, {"subtitle", &c.Subtitle}, {"location", &c.Location}, {"url", &c.URL},
		},
		texts: []textField{{"summary", &c.Summary}}, highlights: &c.Highlights,
		period:  &period{&c.StartDate, &c.EndDate, &c.Current},
		needs:   need{"title", "career.customItemNeedsText", said},
		same:    append(said, string(c.StartDate)),
		heading: c.Title, title: []string{c.Title, c.Subtitle},
	}
}

var sectionKinds = []SectionKind{
	SectionProjects, SectionCertificates, SectionAwards, SectionPublications,
	SectionVolunteer, SectionReferences, SectionInterests, SectionOther,
}

// shape of a kept section: its heading alone is nothing, so it counts only with lines.
func (s *Section) shape() shape {
	found := shape{
		id: &s.ID, lists: []listField{{"lines", &s.Lines}}, most: longestSection,
		tidy: func() {
			if !slices.Contains(sectionKinds, s.Kind) {
				s.Kind = SectionOther
			}
		},
		needs:   need{"lines", "career.sectionNeedsText", s.Lines},
		heading: s.Heading, title: []string{s.Heading},
	}
	if len(lines(s.Lines)) > 0 {
		found.lines = []textField{{"heading", &s.Heading}}
		found.same = []string{s.Heading, strings.Join(s.Lines, " ")}
	}
	return found
}

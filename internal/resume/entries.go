package resume

import "github.com/jobjourney/jobjourney/internal/career"

// block is one section as the ledger has it; false if it has none of that key.
func (c composer) block(l career.Ledger, k Key) (Block, bool) {
	b := Block{Key: k, Kind: KindEntries, Title: c.text(titleField(k), "")}
	switch k {
	case KeySummary:
		b.Kind, b.Summary = KindProse, c.text("basics/summary", l.Basics.Summary)
	case KeyWork:
		b.Entries = each(l.Work, c.work)
	case KeyEducation:
		b.Entries = each(l.Education, c.education)
	case KeyProjects:
		b.Entries = each(l.Projects, c.project)
	case KeySkills:
		b.Kind, b.Entries = KindTags, each(l.Skills, c.skill)
	case KeyLanguages:
		b.Kind, b.Entries = KindLevels, each(l.Languages, c.language)
	case KeyCertificates:
		b.Entries = each(l.Certificates, c.certificate)
	case KeyAwards:
		b.Entries = each(l.Awards, c.award)
	case KeyPublications:
		b.Entries = each(l.Publications, c.publication)
	case KeyVolunteer:
		b.Entries = each(l.Volunteer, c.volunteer)
	case KeyReferences:
		b.Entries = each(l.References, c.reference)
	case KeyInterests:
		b.Kind, b.Entries = KindTags, each(l.Interests, c.interest)
	default:
		return c.ownBlock(l, b)
	}
	return b, true
}

// ownBlock fills a section of the person's own, or a kept one.
func (c composer) ownBlock(l career.Ledger, b Block) (Block, bool) {
	prefix, id := b.Key.cut()
	if prefix == customPrefix {
		for _, s := range l.Custom {
			if s.ID == id {
				b.Title = c.text(titleField(b.Key), s.Heading)
				b.Entries = each(s.Items, func(i career.CustomItem) Entry { return c.custom(b.Key, i) })
				return b, true
			}
		}
	}
	if prefix == keptPrefix {
		for _, s := range l.Sections {
			if s.ID == id {
				b.Title = c.text(titleField(b.Key), s.Heading)
				b.Entries = []Entry{c.kept(b.Key, s)}
				return b, true
			}
		}
	}
	return b, false
}

func each[T any](list []T, entry func(T) Entry) []Entry {
	out := make([]Entry, len(list))
	for i, item := range list {
		out[i] = entry(item)
	}
	return out
}

func (c composer) work(w career.Work) Entry {
	f := fieldOf(KeyWork, w.ID)
	return Entry{
		ID: w.ID, Title: c.text(f+"/position", w.Position), Organisation: w.Name, Place: w.Location, URL: w.URL,
		Start: w.StartDate, End: w.EndDate, Current: w.Current, Summary: c.text(f+"/summary", w.Summary),
		Lines: c.highlights(f, w.Highlights), Tags: []Words{},
	}
}

func (c composer) education(e career.Education) Entry {
	f := fieldOf(KeyEducation, e.ID)
	return Entry{
		ID: e.ID, Title: c.text(f+"/area", e.Area), Degree: e.StudyType, Organisation: e.Institution, Place: e.Location,
		URL: e.URL, Start: e.StartDate, End: e.EndDate, Current: e.Current, Score: e.Score,
		Lines: []LineWords{}, Tags: c.list(f+"/courses", e.Courses),
	}
}

func (c composer) project(p career.Project) Entry {
	f := fieldOf(KeyProjects, p.ID)
	return Entry{
		ID: p.ID, Title: c.text(f+"/name", p.Name), Organisation: p.Entity, URL: p.URL, Start: p.StartDate, End: p.EndDate,
		Current: p.Current, Detail: c.text(f+"/type", p.Type), Summary: c.text(f+"/description", p.Description),
		Lines: c.highlights(f, p.Highlights), Tags: append(c.list(f+"/roles", p.Roles), c.list(f+"/keywords", p.Keywords)...),
	}
}

func (c composer) skill(s career.Skill) Entry {
	f := fieldOf(KeySkills, s.ID)
	return Entry{
		ID: s.ID, Title: c.text(f+"/name", s.Name), Detail: c.text(f+"/level", s.Level),
		Lines: []LineWords{}, Tags: c.list(f+"/keywords", s.Keywords),
	}
}

func (c composer) language(g career.Language) Entry {
	f := fieldOf(KeyLanguages, g.ID)
	return Entry{
		ID: g.ID, Title: c.text(f+"/language", g.Language), Detail: c.text(f+"/fluency", g.Fluency),
		Lines: []LineWords{}, Tags: []Words{},
	}
}

func (c composer) certificate(x career.Certificate) Entry {
	return Entry{
		ID: x.ID, Title: c.text(fieldOf(KeyCertificates, x.ID)+"/name", x.Name), Organisation: x.Issuer, URL: x.URL, End: x.Date,
		Lines: []LineWords{}, Tags: []Words{},
	}
}

func (c composer) award(a career.Award) Entry {
	f := fieldOf(KeyAwards, a.ID)
	return Entry{
		ID: a.ID, Title: c.text(f+"/title", a.Title), Organisation: a.Awarder, End: a.Date, Summary: c.text(f+"/summary", a.Summary),
		Lines: []LineWords{}, Tags: []Words{},
	}
}

func (c composer) publication(p career.Publication) Entry {
	return Entry{
		ID: p.ID, Title: Words{Text: p.Name}, Organisation: p.Publisher, URL: p.URL, End: p.ReleaseDate,
		Summary: c.text(fieldOf(KeyPublications, p.ID)+"/summary", p.Summary), Lines: []LineWords{}, Tags: []Words{},
	}
}

func (c composer) volunteer(v career.Volunteer) Entry {
	f := fieldOf(KeyVolunteer, v.ID)
	return Entry{
		ID: v.ID, Title: c.text(f+"/position", v.Position), Organisation: v.Organization, Place: v.Location, URL: v.URL,
		Start: v.StartDate, End: v.EndDate, Current: v.Current, Summary: c.text(f+"/summary", v.Summary),
		Lines: c.highlights(f, v.Highlights), Tags: []Words{},
	}
}

func (c composer) reference(r career.Reference) Entry {
	return Entry{
		ID: r.ID, Title: Words{Text: r.Name}, Summary: c.text(fieldOf(KeyReferences, r.ID)+"/reference", r.Reference),
		Lines: []LineWords{}, Tags: []Words{},
	}
}

func (c composer) interest(i career.Interest) Entry {
	f := fieldOf(KeyInterests, i.ID)
	return Entry{ID: i.ID, Title: c.text(f+"/name", i.Name), Lines: []LineWords{}, Tags: c.list(f+"/keywords", i.Keywords)}
}

func (c composer) custom(k Key, i career.CustomItem) Entry {
	f := fieldOf(k, i.ID)
	return Entry{
		ID: i.ID, Title: c.text(f+"/title", i.Title), Detail: c.text(f+"/subtitle", i.Subtitle), Place: i.Location, URL: i.URL,
		Start: i.StartDate, End: i.EndDate, Current: i.Current, Summary: c.text(f+"/summary", i.Summary),
		Lines: c.highlights(f, i.Highlights), Tags: []Words{},
	}
}

// kept is a whole kept section as one entry of its lines, which have no ids: each is known
// by what it says.
func (c composer) kept(k Key, s career.Section) Entry {
	e := Entry{ID: s.ID, Lines: make([]LineWords, 0, len(s.Lines)), Tags: []Words{}}
	seen := map[career.ItemID]bool{}
	for n, line := range s.Lines {
		id := saying(line)
		for seen[id] {
			id += "+" // the same line once more
		}
		seen[id] = true
		e.Lines = append(e.Lines, LineWords{Words: c.nth(Field(k)+"/lines", n, line), ID: id})
	}
	return e
}

func (c composer) highlights(item Field, all []career.Highlight) []LineWords {
	out := make([]LineWords, len(all))
	for i, h := range all {
		out[i] = LineWords{Words: c.text(item+"/highlights/"+Field(h.ID), h.Text), ID: h.ID}
	}
	return out
}

func (c composer) list(field Field, all []string) []Words {
	out := make([]Words, len(all))
	for n, s := range all {
		out[n] = c.nth(field, n, s)
	}
	return out
}

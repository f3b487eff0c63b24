package resume

import "github.com/jobjourney/jobjourney/internal/career"

// block is one section as the ledger has it; false if it has none of that key.
func blockOf(l career.Ledger, k Key) (Block, bool) {
	b := Block{Key: k, Kind: KindEntries, Title: plain(titleField(k), "")}
	switch k {
	case KeySummary:
		b.Kind, b.Summary = KindProse, plain("basics/summary", l.Basics.Summary)
	case KeyWork:
		b.Entries = each(l.Work, workEntry)
	case KeyEducation:
		b.Entries = each(l.Education, educationEntry)
	case KeyProjects:
		b.Entries = each(l.Projects, projectEntry)
	case KeySkills:
		b.Kind, b.Entries = KindTags, each(l.Skills, skillEntry)
	case KeyLanguages:
		b.Kind, b.Entries = KindLevels, each(l.Languages, languageEntry)
	case KeyCertificates:
		b.Entries = each(l.Certificates, certificateEntry)
	case KeyAwards:
		b.Entries = each(l.Awards, awardEntry)
	case KeyPublications:
		b.Entries = each(l.Publications, publicationEntry)
	case KeyVolunteer:
		b.Entries = each(l.Volunteer, volunteerEntry)
	case KeyReferences:
		b.Entries = each(l.References, referenceEntry)
	case KeyInterests:
		b.Kind, b.Entries = KindTags, each(l.Interests, interestEntry)
	default:
		return ownBlock(l, b)
	}
	return b, true
}

// ownBlock fills a section of the person's own, or a kept one.
func ownBlock(l career.Ledger, b Block) (Block, bool) {
	prefix, id := b.Key.cut()
	if prefix == customPrefix {
		for _, s := range l.Custom {
			if s.ID == id {
				b.Title = plain(titleField(b.Key), s.Heading)
				b.Entries = each(s.Items, func(i career.CustomItem) Entry { return customEntry(b.Key, i) })
				return b, true
			}
		}
	}
	if prefix == keptPrefix {
		for _, s := range l.Sections {
			if s.ID == id {
				b.Title = plain(titleField(b.Key), s.Heading)
				b.Entries = []Entry{keptEntry(b.Key, s)}
				return b, true
			}
		}
	}
	return b, false
}

// plain is a text in the ledger's own words.
func plain(f Field, text string) Words { return Words{Field: f, Text: text} }

func each[T any](list []T, entry func(T) Entry) []Entry {
	out := make([]Entry, len(list))
	for i, item := range list {
		out[i] = entry(item)
	}
	return out
}

func workEntry(w career.Work) Entry {
	f := fieldOf(KeyWork, w.ID)
	return Entry{
		ID: w.ID, Title: plain(f+"/position", w.Position), Organisation: w.Name, Place: w.Location, URL: w.URL,
		Start: w.StartDate, End: w.EndDate, Current: w.Current, Summary: plain(f+"/summary", w.Summary),
		Lines: highlights(f, w.Highlights), Tags: []Words{},
	}
}

func educationEntry(e career.Education) Entry {
	f := fieldOf(KeyEducation, e.ID)
	return Entry{
		ID: e.ID, Title: plain(f+"/area", e.Area), Degree: e.StudyType, Organisation: e.Institution, Place: e.Location,
		URL: e.URL, Start: e.StartDate, End: e.EndDate, Current: e.Current, Score: e.Score,
		Lines: []LineWords{}, Tags: listed(f+"/courses", e.Courses),
	}
}

func projectEntry(p career.Project) Entry {
	f := fieldOf(KeyProjects, p.ID)
	return Entry{
		ID: p.ID, Title: plain(f+"/name", p.Name), Organisation: p.Entity, URL: p.URL, Start: p.StartDate, End: p.EndDate,
		Current: p.Current, Detail: plain(f+"/type", p.Type), Summary: plain(f+"/description", p.Description),
		Lines: highlights(f, p.Highlights), Tags: append(listed(f+"/roles", p.Roles), listed(f+"/keywords", p.Keywords)...),
	}
}

func skillEntry(s career.Skill) Entry {
	f := fieldOf(KeySkills, s.ID)
	return Entry{
		ID: s.ID, Title: plain(f+"/name", s.Name), Detail: plain(f+"/level", s.Level),
		Lines: []LineWords{}, Tags: listed(f+"/keywords", s.Keywords),
	}
}

func languageEntry(g career.Language) Entry {
	f := fieldOf(KeyLanguages, g.ID)
	return Entry{
		ID: g.ID, Title: plain(f+"/language", g.Language), Detail: plain(f+"/fluency", g.Fluency),
		Lines: []LineWords{}, Tags: []Words{},
	}
}

func certificateEntry(x career.Certificate) Entry {
	return Entry{
		ID: x.ID, Title: plain(fieldOf(KeyCertificates, x.ID)+"/name", x.Name), Organisation: x.Issuer, URL: x.URL, End: x.Date,
		Lines: []LineWords{}, Tags: []Words{},
	}
}

func awardEntry(a career.Award) Entry {
	f := fieldOf(KeyAwards, a.ID)
	return Entry{
		ID: a.ID, Title: plain(f+"/title", a.Title), Organisation: a.Awarder, End: a.Date, Summary: plain(f+"/summary", a.Summary),
		Lines: []LineWords{}, Tags: []Words{},
	}
}

func publicationEntry(p career.Publication) Entry {
	return Entry{
		ID: p.ID, Title: Words{Text: p.Name}, Organisation: p.Publisher, URL: p.URL, End: p.ReleaseDate,
		Summary: plain(fieldOf(KeyPublications, p.ID)+"/summary", p.Summary), Lines: []LineWords{}, Tags: []Words{},
	}
}

func volunteerEntry(v career.Volunteer) Entry {
	f := fieldOf(KeyVolunteer, v.ID)
	return Entry{
		ID: v.ID, Title: plain(f+"/position", v.Position), Organisation: v.Organization, Place: v.Location, URL: v.URL,
		Start: v.StartDate, End: v.EndDate, Current: v.Current, Summary: plain(f+"/summary", v.Summary),
		Lines: highlights(f, v.Highlights), Tags: []Words{},
	}
}

func referenceEntry(r career.Reference) Entry {
	return Entry{
		ID: r.ID, Title: Words{Text: r.Name}, Summary: plain(fieldOf(KeyReferences, r.ID)+"/reference", r.Reference),
		Lines: []LineWords{}, Tags: []Words{},
	}
}

func interestEntry(i career.Interest) Entry {
	f := fieldOf(KeyInterests, i.ID)
	return Entry{ID: i.ID, Title: plain(f+"/name", i.Name), Lines: []LineWords{}, Tags: listed(f+"/keywords", i.Keywords)}
}

func customEntry(k Key, i career.CustomItem) Entry {
	f := fieldOf(k, i.ID)
	return Entry{
		ID: i.ID, Title: plain(f+"/title", i.Title), Detail: plain(f+"/subtitle", i.Subtitle), Place: i.Location, URL: i.URL,
		Start: i.StartDate, End: i.EndDate, Current: i.Current, Summary: plain(f+"/summary", i.Summary),
		Lines: highlights(f, i.Highlights), Tags: []Words{},
	}
}

// kept is a whole kept section as one entry of its lines, which have no ids: each is known
// by what it says.
func keptEntry(k Key, s career.Section) Entry {
	e := Entry{ID: s.ID, Lines: make([]LineWords, 0, len(s.Lines)), Tags: []Words{}}
	seen := map[career.ItemID]bool{}
	for n, line := range s.Lines {
		id := saying(line)
		for seen[id] {
			id += "+" // the same line once more
		}
		seen[id] = true
		e.Lines = append(e.Lines, LineWords{Words: plain(numbered(Field(k)+"/lines", n), line), ID: id})
	}
	return e
}

func highlights(item Field, all []career.Highlight) []LineWords {
	out := make([]LineWords, len(all))
	for i, h := range all {
		out[i] = LineWords{Words: plain(item+"/highlights/"+Field(h.ID), h.Text), ID: h.ID}
	}
	return out
}

func listed(field Field, all []string) []Words {
	out := make([]Words, len(all))
	for n, s := range all {
		out[n] = plain(numbered(field, n), s)
	}
	return out
}

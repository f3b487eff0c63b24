package resume

import (
	"slices"

	"github.com/jobjourney/jobjourney/internal/career"
)

// Selected is a ledger that holds what a résumé shows, in its order and its words: what an
// exporter of ledgers needs to write this résumé.
func Selected(l career.Ledger, r Resume) career.Ledger {
	out, words := copyOf(l), r.Overlay.Words[r.Language]
	for t := range texts(&out) {
		if own, worded := words[t.kept]; worded && t.at != nil {
			*t.at = own
		}
	}
	s := selection{map[Key][]Entry{}}
	var customs, kept []Key
	summary := false
	for _, b := range Apply(l, r).Shown().Sections {
		s.shown[b.Key] = b.Entries
		summary = summary || b.Key == KeySummary
		switch prefix, _ := b.Key.cut(); prefix {
		case customPrefix:
			customs = append(customs, b.Key)
		case keptPrefix:
			kept = append(kept, b.Key)
		}
	}
	if !summary {
		out.Basics.Summary = ""
	}
	if !r.Layout.ShowPicture {
		out.Basics.Picture = nil
	}
	s.choose(&out)
	out.Custom = s.customs(out.Custom, customs)
	out.Sections = keptLines(l, out.Sections, kept, s)
	return out
}

// selection is what is shown.
type selection struct{ shown map[Key][]Entry }

func (s selection) choose(l *career.Ledger) {
	l.Work = chosen(l.Work, s.shown[KeyWork], func(w *career.Work) (career.ItemID, *[]career.Highlight) { return w.ID, &w.Highlights })
	l.Education = chosen(l.Education, s.shown[KeyEducation], func(e *career.Education) (career.ItemID, *[]career.Highlight) { return e.ID, nil })
	l.Projects = chosen(l.Projects, s.shown[KeyProjects], func(p *career.Project) (career.ItemID, *[]career.Highlight) { return p.ID, &p.Highlights })
	l.Skills = chosen(l.Skills, s.shown[KeySkills], func(k *career.Skill) (career.ItemID, *[]career.Highlight) { return k.ID, nil })
	l.Languages = chosen(l.Languages, s.shown[KeyLanguages], func(g *career.Language) (career.ItemID, *[]career.Highlight) { return g.ID, nil })
	l.Certificates = chosen(l.Certificates, s.shown[KeyCertificates], func(c *career.Certificate) (career.ItemID, *[]career.Highlight) { return c.ID, nil })
	l.Awards = chosen(l.Awards, s.shown[KeyAwards], func(a *career.Award) (career.ItemID, *[]career.Highlight) { return a.ID, nil })
	l.Publications = chosen(l.Publications, s.shown[KeyPublications], func(p *career.Publication) (career.ItemID, *[]career.Highlight) { return p.ID, nil })
	l.Volunteer = chosen(l.Volunteer, s.shown[KeyVolunteer], func(v *career.Volunteer) (career.ItemID, *[]career.Highlight) { return v.ID, &v.Highlights })
	l.References = chosen(l.References, s.shown[KeyReferences], func(r *career.Reference) (career.ItemID, *[]career.Highlight) { return r.ID, nil })
	l.Interests = chosen(l.Interests, s.shown[KeyInterests], func(i *career.Interest) (career.ItemID, *[]career.Highlight) { return i.ID, nil })
}

// chosen are the items that are shown, in their order, with the lines that are shown.
func chosen[T any](all []T, shown []Entry, parts func(*T) (career.ItemID, *[]career.Highlight)) []T {
	at := make(map[career.ItemID]int, len(all))
	for i := range all {
		id, _ := parts(&all[i])
		at[id] = i
	}
	out := make([]T, 0, len(shown))
	for _, e := range shown {
		item := all[at[e.ID]]
		if _, lines := parts(&item); lines != nil {
			*lines = chosenLines(*lines, e.Lines)
		}
		out = append(out, item)
	}
	return out
}

func chosenLines(all []career.Highlight, shown []LineWords) []career.Highlight {
	out := make([]career.Highlight, 0, len(shown))
	for _, l := range shown {
		i := slices.IndexFunc(all, func(h career.Highlight) bool { return h.ID == l.ID })
		out = append(out, all[i])
	}
	return out
}

func (s selection) customs(all []career.Custom, keys []Key) []career.Custom {
	out := make([]career.Custom, 0, len(keys))
	for _, k := range keys {
		_, id := k.cut()
		section := all[slices.IndexFunc(all, func(c career.Custom) bool { return c.ID == id })]
		section.Items = chosen(section.Items, s.shown[k], func(i *career.CustomItem) (career.ItemID, *[]career.Highlight) {
			return i.ID, &i.Highlights
		})
		out = append(out, section)
	}
	return out
}

// keptLines gives kept sections the lines that are shown; these have no ids.
func keptLines(l career.Ledger, all []career.Section, keys []Key, s selection) []career.Section {
	out := make([]career.Section, 0, len(keys))
	for _, k := range keys {
		_, id := k.cut()
		section := all[slices.IndexFunc(l.Sections, func(c career.Section) bool { return c.ID == id })]
		section.Lines = []string{}
		for _, e := range s.shown[k] {
			for _, line := range e.Lines {
				section.Lines = append(section.Lines, line.Text)
			}
		}
		out = append(out, section)
	}
	return out
}

package career

import (
	"strings"
	"unicode/utf8"
)

// bullets are what lines of a list begin with in imported documents.
const bullets = "•◦▪‣·*–—-"

// adopt makes items of the lines of a kept section: of the list its kind names, or of a
// section of the person's own under its heading. No word is lost.
func (l *Ledger) adopt(id ItemID, newID func() string) error {
	var found *Section
	for i := range l.Sections {
		if l.Sections[i].ID == id {
			found = &l.Sections[i]
		}
	}
	if found == nil {
		return noSuchItem()
	}
	items := found.items()
	if err := l.remove(PartSections, id); err != nil {
		return err
	}
	for _, item := range items {
		if err := l.put(item, newID); err != nil {
			return err
		}
	}
	return nil
}

// items are the entries a section's lines stand for. A line that begins with a bullet
// belongs to the entry before it where entries have such lines.
func (s Section) items() []Item {
	switch s.Kind {
	case SectionProjects:
		return entries(s.Lines, func(title string, lines []Highlight) Item { return Project{Name: title, Highlights: lines} })
	case SectionVolunteer:
		return entries(s.Lines, func(title string, lines []Highlight) Item { return Volunteer{Organization: title, Highlights: lines} })
	case SectionCertificates:
		return each(s.Lines, func(line string) Item { return Certificate{Name: line} })
	case SectionAwards:
		return each(s.Lines, func(line string) Item { return Award{Title: line} })
	case SectionPublications:
		return each(s.Lines, func(line string) Item { return Publication{Name: line} })
	case SectionReferences:
		return each(s.Lines, referenceOf)
	case SectionInterests:
		return each(strings.FieldsFunc(strings.Join(s.Lines, ","), isSeparator), func(line string) Item { return Interest{Name: line} })
	case SectionOther:
	}
	return []Item{s.custom()}
}

func (s Section) custom() Custom {
	out := Custom{Heading: s.Heading}
	if line(s.Heading) == "" {
		out.Heading = "–" // it had none; the person will find a better one
	}
	for _, g := range groups(s.Lines) {
		out.Items = append(out.Items, CustomItem{Title: g.title, Highlights: g.lines})
	}
	return out
}

func isSeparator(r rune) bool { return strings.ContainsRune(",;|•·", r) }

// longestName is how many characters of a reference may be somebody's name and place.
const longestName = 80

func referenceOf(line string) Item {
	if utf8.RuneCountInString(line) <= longestName {
		return Reference{Name: line}
	}
	return Reference{Reference: line}
}

func each(lines []string, item func(string) Item) []Item {
	var out []Item
	for _, s := range lines {
		if s, _ = cutBullet(s); s != "" {
			out = append(out, item(s))
		}
	}
	return out
}

func entries(lines []string, item func(title string, lines []Highlight) Item) []Item {
	var out []Item
	for _, g := range groups(lines) {
		out = append(out, item(g.title, g.lines))
	}
	return out
}

// group is a line and those with bullets below it.
type group struct {
	title string
	lines []Highlight
}

// groups tells lines apart by their bullets. If all have one, all are entries.
func groups(lines []string) []group {
	var out []group
	titled := false
	for _, s := range lines {
		words, bullet := cutBullet(s)
		if words == "" {
			continue
		}
		if bullet && titled {
			last := &out[len(out)-1]
			last.lines = append(last.lines, Highlight{Text: words})
			continue
		}
		titled = titled || !bullet
		out = append(out, group{title: words})
	}
	return out
}

func cutBullet(s string) (string, bool) {
	s = line(s)
	words := strings.TrimLeft(s, bullets)
	if words == s || words != "" && words[0] != ' ' && !strings.HasPrefix(s, "•") {
		return s, false
	}
	return strings.TrimSpace(words), true
}

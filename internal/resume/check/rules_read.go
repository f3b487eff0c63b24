package check

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/resume"
)

func titleUnread(s *subject) []place { return s.unread(PartTitle, resume.KeyWork) }

func employerUnread(s *subject) []place { return s.unread(PartEmployer, resume.KeyWork) }

// linesUnread tells once for each section how many lines were not read, and goes to the
// first: one cause mostly costs many.
func linesUnread(s *subject) (all []place) {
	for _, b := range s.doc.Sections {
		if p, found := s.counted(b.Key, PartLine); found {
			all = append(all, p)
		}
	}
	return all
}

func educationUnread(s *subject) []place {
	all := append(s.unread(PartInstitution), s.unread(PartDegree)...)
	return append(all, s.unread(PartArea)...)
}

func skillsUnread(s *subject) []place {
	p, found := s.counted(resume.KeySkills, PartSkill)
	if !found {
		return nil
	}
	return []place{p}
}

// counted is the first field of a part that is not the same, with how many there are.
func (s *subject) counted(k resume.Key, part Part) (first place, found bool) {
	unread, all := 0, 0
	for _, f := range s.fields {
		if f.Key != k || f.Part != part {
			continue
		}
		all++
		if f.State != Same {
			if unread++; !found {
				first, found = at(f.Ref, "shown", f.Shown), true
			}
		}
	}
	if found {
		first.params["count"], first.params["total"] = strconv.Itoa(unread), strconv.Itoa(all)
	}
	return first, found
}

func skillsMissing(s *subject) []place {
	return here(len(s.section(resume.KeySkills)) == 0, string(resume.KeySkills))
}

func headingUnknown(s *subject) []place { return s.unread(PartHeading) }

const anchorLetters = 8 // of a text that is looked for in another

// readingOrder looks whether sections come out one after the other, in the order in which
// our reader reads and in the one in which the file draws. A reader that takes a page of
// two columns line by line mixes them. A section that goes on on the next page, after all
// of the other column, is in order.
func readingOrder(s *subject) []place {
	drawn := make([]string, len(s.facts.Pages))
	for i, p := range s.facts.Pages {
		drawn[i] = p.Drawn
	}
	for _, pages := range [][]string{s.read.Source.Pages, drawn} {
		whole := fold(strings.Join(pages, "\n"))
		for _, page := range pages {
			if a, b, mixed := mixedSections(s.doc, fold(page), whole); mixed {
				return here(true, "layout/template", "first", a, "second", b)
			}
		}
	}
	return nil
}

// mixedSections finds two sections whose entries stand among each other on a page.
func mixedSections(doc resume.Document, page, whole string) (a, b string, mixed bool) {
	type extent struct {
		title    string
		from, to int
	}
	var all []extent
	for _, block := range doc.Sections {
		e := extent{title: firstOf(plain(block.Title.Text), string(block.Key)), from: -1}
		for _, words := range anchors(block) {
			i := strings.Index(page, words)
			if i < 0 || strings.Count(whole, words) > 1 {
				continue // not there, or in more than one place
			}
			if e.from < 0 || i < e.from {
				e.from = i
			}
			e.to = max(e.to, i)
		}
		if e.from >= 0 {
			all = append(all, e)
		}
	}
	for i, x := range all {
		for _, y := range all[:i] {
			if x.from < y.to && y.from < x.to {
				return y.title, x.title, true
			}
		}
	}
	return "", "", false
}

// anchors are texts of a section by which its place can be told.
func anchors(b resume.Block) (all []string) {
	add := func(s string) {
		if folded := fold(plain(s)); utf8.RuneCountInString(folded) >= anchorLetters {
			all = append(all, folded)
		}
	}
	for _, e := range b.Entries {
		add(e.Title.Text)
		add(e.Organisation)
		for _, l := range e.Lines {
			add(l.Text)
		}
		for _, t := range e.Tags {
			add(t.Text)
		}
	}
	return all
}

func columns(s *subject) []place {
	for _, p := range s.facts.Pages {
		if p.Columns > 1 {
			return here(true, "layout/template")
		}
	}
	return nil
}

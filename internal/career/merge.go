package career

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Merge reports what an import did, one line per item of the draft.
type Merge struct {
	Added []Merged `json:"added"`
	Known []Merged `json:"known"` // was in the ledger already and was left as it is
}

// Merged names an item of the draft the way a person would recognise it.
type Merged struct {
	Part  Part   `json:"part"`
	Title string `json:"title"`
}

// MergeDraft adds to the ledger what it does not hold yet and leaves every fact it
// holds alone. Two roles are the same if organisation, title and start agree, two
// courses if institution, degree and start do; skills and languages go by name. Empty
// basics are filled, filled ones stay. Case, punctuation and white space don't count.
// An item that breaks a rule stops the merge with an Invalid fault whose Field is its
// path in the draft ("work[1].endDate"), so that nothing is left out unnoticed.
func MergeDraft(l, draft Ledger, newID func() string) (Ledger, Merge, error) {
	out := l.clone()
	m := merger{newID: newID, report: Merge{Added: []Merged{}, Known: []Merged{}}}
	m.blame("basics", draft.Basics.checkLength())
	out.Basics = mergeBasics(out.Basics, draft.Basics)
	out.Work = mergeList(&m, out.Work, draft.Work)
	out.Education = mergeList(&m, out.Education, draft.Education)
	out.Skills = mergeList(&m, out.Skills, draft.Skills)
	out.Languages = mergeList(&m, out.Languages, draft.Languages)
	out.Sections = mergeList(&m, out.Sections, draft.Sections)
	return out, m.report, m.err
}

// merger carries what all lists of one merge share.
type merger struct {
	newID  func() string
	report Merge
	err    error
}

// mergeable is an item that can be recognised in another document.
type mergeable interface {
	Item
	identity() string
	empty() bool // there is nothing in it at all
	merged() Merged
	withoutIDs() Item
}

func mergeList[T mergeable](m *merger, have, draft []T) []T {
	known := make(map[string]bool, len(have))
	for _, item := range have {
		known[item.identity()] = true
	}
	for i, item := range draft {
		if item.empty() {
			continue
		}
		clean, err := item.withoutIDs().clean(m.newID)
		if err != nil {
			m.blame(fmt.Sprintf("%s[%d]", item.merged().Part, i), err)
			continue
		}
		fresh := clean.(T)
		if known[fresh.identity()] {
			m.report.Known = append(m.report.Known, fresh.merged())
			continue
		}
		known[fresh.identity()] = true
		have = append(have, fresh)
		m.report.Added = append(m.report.Added, fresh.merged())
	}
	return have
}

// blame keeps the first broken rule, with the path of the field that breaks it.
func (m *merger) blame(path string, err error) {
	f, ok := errors.AsType[*fault.Error](err)
	if m.err != nil || !ok {
		return
	}
	broken := fault.InvalidField(path+"."+f.Field, f.Key)
	broken.Params = f.Params
	m.err = broken
}

func (w Work) identity() string { return key(w.Name, w.Position, string(w.StartDate)) }
func (e Education) identity() string {
	return key(e.Institution, e.StudyType+" "+e.Area, string(e.StartDate))
}
func (k Skill) identity() string    { return key(k.Name, strings.Join(k.Keywords, ",")) }
func (g Language) identity() string { return key(g.Language) }
func (s Section) identity() string  { return key(s.Heading, strings.Join(s.Lines, " ")) }

func (w Work) empty() bool {
	words := []string{w.identity(), key(w.Summary, w.Location)}
	for _, h := range w.Highlights {
		words = append(words, key(h.Text))
	}
	return blank(words...)
}

func (e Education) empty() bool { return blank(e.identity(), key(e.Score), key(e.Courses...)) }
func (k Skill) empty() bool     { return blank(k.identity(), key(k.Level)) }
func (g Language) empty() bool  { return blank(g.identity(), key(g.Fluency)) }
func (s Section) empty() bool   { return blank(key(s.Lines...)) }

func (w Work) merged() Merged { return Merged{PartWork, joined(w.Position, w.Name)} }
func (e Education) merged() Merged {
	return Merged{PartEducation, joined(e.StudyType, e.Area, e.Institution)}
}
func (k Skill) merged() Merged {
	return Merged{PartSkills, joined(append([]string{k.Name}, k.Keywords...)...)}
}
func (g Language) merged() Merged { return Merged{PartLanguages, g.Language} }
func (s Section) merged() Merged  { return Merged{PartSections, s.Heading} }

// The draft's ids are dropped: an item that enters the ledger gets its own.

func (w Work) withoutIDs() Item {
	w.ID = ""
	highlights := make([]Highlight, len(w.Highlights))
	for i, h := range w.Highlights {
		highlights[i] = Highlight{Text: h.Text}
	}
	w.Highlights = highlights
	return w
}

func (e Education) withoutIDs() Item { e.ID = ""; return e }
func (k Skill) withoutIDs() Item     { k.ID = ""; return k }
func (g Language) withoutIDs() Item  { g.ID = ""; return g }
func (s Section) withoutIDs() Item   { s.ID = ""; return s }

func mergeBasics(have, draft Basics) Basics {
	draft = cleanBasics(draft)
	fill(&have.Name, draft.Name)
	fill(&have.Label, draft.Label)
	fill(&have.Email, draft.Email)
	fill(&have.Phone, draft.Phone)
	fill(&have.URL, draft.URL)
	fill(&have.Summary, draft.Summary)
	if have.Location == (Location{}) {
		have.Location = draft.Location
	}
	known := map[string]bool{}
	for _, p := range have.Profiles {
		known[key(p.URL, p.Username)] = true
	}
	for _, p := range draft.Profiles {
		if !known[key(p.URL, p.Username)] {
			have.Profiles = append(have.Profiles, p)
		}
	}
	return have
}

func fill(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

func joined(parts ...string) string { return strings.Join(lines(parts), ", ") }

// key folds what people write differently: case, punctuation, white space.
func key(parts ...string) string {
	var b strings.Builder
	for _, part := range parts {
		for _, r := range strings.ToLower(part) {
			if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) {
				b.WriteRune(r)
			}
		}
		b.WriteByte('|')
	}
	return b.String()
}

// blank reports whether keys were made of nothing.
func blank(keys ...string) bool { return strings.Trim(strings.Join(keys, ""), "|") == "" }

package career

import (
	"errors"
	"fmt"
	"maps"
	"slices"
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
// courses if institution, degree and start do, and so on (shapes.go); languages go by
// name. Empty basics and keys of other programs are filled, filled ones stay. Case, punctuation and white space don't count.
// An item that breaks a rule stops the merge with an Invalid fault whose Field is its
// path in the draft ("work[1].endDate"), so that nothing is left out unnoticed.
func MergeDraft(l, draft Ledger, newID func() string) (Ledger, Merge, error) {
	out := l.clone()
	m := merger{newID: newID, report: Merge{Added: []Merged{}, Known: []Merged{}}}
	m.blame("basics", draft.Basics.checkLength())
	out.Basics = mergeBasics(out.Basics, draft.Basics)
	for _, k := range kinds() {
		k.merge(&m, &out, &draft)
	}
	out.Extra = mergeExtra(out.Extra, draft.Extra)
	return out, m.report, m.err
}

// merger carries what all lists of one merge share.
type merger struct {
	newID  func() string
	report Merge
	err    error
}

func (k kind[T]) merge(m *merger, into, draft *Ledger) {
	have := k.of(into)
	known := make(map[string]bool, len(*have))
	for i := range *have {
		known[k.shape(&(*have)[i]).identity()] = true
	}
	for i, item := range *k.of(draft) {
		if k.shape(&item).empty() {
			continue
		}
		k.shape(&item).dropIDs() // an item that enters the ledger gets its own
		fresh, err := k.clean(item, m.newID)
		if err != nil {
			m.blame(fmt.Sprintf("%s[%d]", k.part, i), err)
			continue
		}
		s := k.shape(&fresh)
		report := Merged{k.part, joined(s.title...)}
		if known[s.identity()] {
			m.report.Known = append(m.report.Known, report)
			continue
		}
		known[s.identity()] = true
		*have = append(slices.Clip(*have), fresh)
		m.report.Added = append(m.report.Added, report)
	}
}

// identity is the same for two items that are.
func (s shape) identity() string { return key(s.same...) }

// blame keeps the first broken rule, with the path of the field that breaks it.
func (m *merger) blame(path string, err error) {
	if m.err == nil && err != nil {
		m.err = below(path, err)
	}
}

// below says of a broken rule that its field is part of another.
func below(path string, err error) error {
	f, ok := errors.AsType[*fault.Error](err)
	if !ok {
		return err
	}
	broken := fault.InvalidField(path+"."+f.Field, f.Key)
	broken.Params = f.Params
	return broken
}

func mergeBasics(have, draft Basics) Basics {
	draft = draft.tidy()
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
	have.Extra = mergeExtra(have.Extra, draft.Extra)
	return have
}

// mergeExtra adds the keys that aren't there yet.
func mergeExtra(have, draft Extra) Extra {
	if len(draft) == 0 {
		return have
	}
	out := maps.Clone(draft)
	maps.Copy(out, have)
	return out
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

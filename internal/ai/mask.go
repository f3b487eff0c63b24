package ai

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/career"
)

// Mask takes a person's name and contact details out of what is sent, and puts them back
// into what comes back. What the ledger knows is found as it is written there; addresses,
// numbers and links that look like one are found wherever they stand.
type Mask struct {
	known []detail
	put   []standIn // in the order they were put: a later one may hold an earlier
	count map[string]int
}

type detail struct{ kind, value string }

// standIn is a mark and what it stands for.
type standIn struct{ mark, value string }

// shortest is the least a detail must have to be looked for: less would stand in many a word.
const (
	shortest     = 4
	shortestName = 2 // of a part of a name, which must be written as it is in the ledger
)

// patterns find details nobody noted in the ledger. Source of the first: RFC 5321 in the
// parts people use. A phone number begins with + or 00, or with 0 and has nine digits, or is
// written as in North America; years, dates and amounts must not pass for one, because what
// is rated rests on them.
var patterns = []struct {
	kind string
	find *regexp.Regexp
}{
	{"email", regexp.MustCompile(`[\pL\pN._%+-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)+`)},
	{"link", regexp.MustCompile(`(?:https?://|www\.)[^\s"<>\[\]]+`)},
	{"phone", regexp.MustCompile(`(?:\+|\b00)\d(?:[\s()./-]{0,3}\d){6,}|\(?\b0\d(?:[\s()./-]{0,3}\d){7,}|\(\d{3}\)\s?\d{3}[-. ]\d{4}\b|\b\d{3}[-.]\d{3}[-.]\d{4}\b`)},
}

// NewMask knows one person's details.
func NewMask(p career.Basics) *Mask {
	m := &Mask{count: map[string]int{}}
	add := func(kind, value string) {
		if value = strings.TrimSpace(value); utf8.RuneCountInString(value) >= shortest {
			m.known = append(m.known, detail{kind, value})
		}
	}
	add("email", p.Email)
	add("phone", p.Phone)
	add("link", p.URL)
	add("address", p.Location.Address)
	add("postcode", p.Location.PostalCode)
	for _, profile := range p.Profiles {
		add("link", profile.URL)
		add("link", profile.Username)
	}
	add("name", p.Name)
	for _, part := range strings.Fields(p.Name) {
		if utf8.RuneCountInString(part) >= shortestName {
			m.known = append(m.known, detail{"name", part})
		}
	}
	// The longest first: a name may be part of an address.
	slices.SortStableFunc(m.known, func(a, b detail) int { return cmp.Compare(len(b.value), len(a.value)) })
	return m
}

// Hide is the text without details.
func (m *Mask) Hide(text string) string {
	for _, d := range m.known {
		text = m.hideWhole(text, d)
	}
	for _, p := range patterns {
		text = p.find.ReplaceAllStringFunc(text, func(found string) string { return m.mark(p.kind, found) })
	}
	return text
}

// anyCase lets a detail be found however it is written, but for a single name: many are
// words as well.
func (d detail) anyCase() string {
	if d.kind == "name" && !strings.Contains(d.value, " ") {
		return ""
	}
	return "(?i)"
}

// hideWhole replaces a detail where it stands on its own, not as a part of a word.
func (m *Mask) hideWhole(text string, d detail) string {
	var out strings.Builder
	done := 0
	for _, at := range regexp.MustCompile(d.anyCase()+regexp.QuoteMeta(d.value)).FindAllStringIndex(text, -1) {
		before, _ := utf8.DecodeLastRuneInString(text[:at[0]])
		after, _ := utf8.DecodeRuneInString(text[at[1]:])
		if inWord(before) || inWord(after) {
			continue
		}
		out.WriteString(text[done:at[0]] + m.mark(d.kind, text[at[0]:at[1]]))
		done = at[1]
	}
	return out.String() + text[done:]
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Show puts the details back.
func (m *Mask) Show(text string) string {
	for _, s := range slices.Backward(m.put) {
		text = strings.ReplaceAll(text, s.mark, s.value)
	}
	return text
}

// mark is the same for the same words.
func (m *Mask) mark(kind, found string) string {
	for _, s := range m.put {
		if s.value == found {
			return s.mark
		}
	}
	m.count[kind]++
	n := m.count[kind] - 1
	// Letters, not digits: nothing takes them for a number that was said.
	mark := fmt.Sprintf("[%s %c%s]", kind, 'A'+rune(n%26), strings.Repeat("'", n/26))
	m.put = append(m.put, standIn{mark, found})
	return mark
}

package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a part of a posting is about.
type kind string

const (
	plain     kind = "plain" // before any heading, or under one the tables don't know
	required  kind = "required"
	preferred kind = "preferred"
	duties    kind = "duties"
	benefits  kind = "benefits"
	about     kind = "about"
	applyPart kind = "apply"
)

// headingPhrase is one line of data/sections.txt.
type headingPhrase struct {
	kind       kind
	phrase     string
	start, end bool // bound to the heading's start or end
}

func readHeadings() []headingPhrase {
	var out []headingPhrase
	for _, line := range dataLines("sections") {
		k, phrase := tabbed("sections", line)
		h := headingPhrase{kind: kind(k)}
		h.phrase, h.start = strings.CutPrefix(phrase, "^")
		h.phrase, h.end = strings.CutSuffix(h.phrase, "$")
		out = append(out, h)
	}
	return out
}

// fits expects the heading with a blank on either side.
func (h headingPhrase) fits(heading string) bool {
	phrase := " " + h.phrase + " "
	switch {
	case h.start && h.end:
		return heading == phrase
	case h.start:
		return strings.HasPrefix(heading, phrase)
	case h.end:
		return strings.HasSuffix(heading, phrase)
	}
	return strings.Contains(heading, phrase)
}

// placed is an item together with the part it stands in.
type placed struct {
	item
	part    kind
	heading bool
}

// placeItems gives every item its part. A heading begins a part; prose after a
// list and an empty line ends it, because the list was all the heading announced.
func placeItems(items []item) []placed {
	out := make([]placed, 0, len(items))
	part, listed := plain, false
	for i, it := range items {
		next := item{}
		if i+1 < len(items) {
			next = items[i+1]
		}
		if k, ok := headingKind(it, next); ok {
			part, listed = k, false
			out = append(out, placed{it, part, true})
			continue
		}
		if listed && it.afterBlank && !it.bullet {
			part, listed = plain, false
		}
		listed = listed || it.bullet
		if k, ok := labelKind(it); ok {
			out = append(out, placed{it, k, false})
			continue
		}
		out = append(out, placed{it, part, false})
	}
	return out
}

// maxHeading is the length in bytes beyond which nothing is a heading.
const maxHeading = 70

// labelKind reads a paragraph that says itself what it is ("Desirable: a van").
func labelKind(it item) (kind, bool) {
	label, value, ok := strings.Cut(it.text, ":")
	if !ok || strings.TrimSpace(value) == "" || wordCount(label) > 3 {
		return "", false
	}
	name, _ := headingName(label)
	for _, h := range words().headings {
		if h.fits(name) {
			return h.kind, h.kind == required || h.kind == preferred
		}
	}
	return "", false
}

// headingKind says whether an item is a heading, and what it announces. One that
// the tables don't know counts only if it is marked as a heading or stands alone
// before something longer.
func headingKind(it, next item) (kind, bool) {
	if len(it.text) > maxHeading || it.bullet || strings.HasPrefix(it.text, "(") {
		return "", false
	}
	name, marked := headingName(it.text)
	if name == "  " || !marked && strings.ContainsRune(".,;!", lastRune(it.text)) {
		return "", false
	}
	if hasValue(it.text) || wordCount(name) > 9 {
		return "", false
	}
	for _, h := range words().headings {
		if h.fits(name) && (marked || it.afterBlank || next.bullet) {
			return h.kind, true
		}
	}
	if marked || it.afterBlank && wordCount(name) <= 5 && (next.bullet || !next.afterBlank && len(next.text) > 2*len(it.text)) {
		return plain, true
	}
	return "", false
}

// hasValue says that a line is "Label: value" and so no heading.
func hasValue(s string) bool {
	_, value, ok := strings.Cut(strings.Trim(s, "*_# "), ":")
	return ok && strings.Trim(value, "*_ ") != ""
}

func wordCount(s string) int { return len(strings.Fields(s)) }

// headingName lowers a heading and drops its punctuation, leaving one blank
// between words and at both ends. marked: it is written as a heading (**bold**,
// # mark, CAPITALS, or a colon at its end).
func headingName(s string) (name string, marked bool) {
	trimmed := strings.TrimRight(s, " *_#")
	marked = strings.HasSuffix(trimmed, ":") ||
		strings.HasPrefix(s, "**") || strings.HasPrefix(s, "#") || strings.HasPrefix(s, "__") ||
		isCapitals(s)
	fields := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return " " + strings.Join(fields, " ") + " ", marked
}

func isCapitals(s string) bool {
	return utf8.RuneCountInString(s) > 3 && strings.ToUpper(s) == s && strings.ToLower(s) != s
}

package star

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// maxCues bounds the cues that are kept per part: enough to show why.
const maxCues = 5

// Knows reports whether the rules know a language (ISO 639-1). In any other Check would
// find every part missing and Declined nothing: neither is to be asked.
func Knows(language string) bool { return language == "en" }

// Check looks for the words that show each part. It is a pure function, and its
// time grows with the length of the text.
func Check(text string) Checklist {
	original := []rune(text)
	plain := blank(fold(original))
	actions := ownActions(plain)
	found := map[Part][]Cue{Action: actions}
	if len(actions) == 0 { // a story may be told in "we": what comes after is its result all the same
		actions = actionsOf(plain, "we")
	}
	for _, r := range rules().cues {
		for _, c := range r.find(plain) {
			if r.counts(c, actions) {
				found[r.part] = append(found[r.part], c)
			}
		}
	}
	if c, ok := sceneBefore(plain, actions, append(found[Task], found[Result]...)); ok {
		found[Situation] = append(found[Situation], c)
	}
	finding := func(p Part) Finding { return newFinding(found[p], original) }
	return Checklist{finding(Situation), finding(Task), finding(Action), finding(Result)}
}

// fold makes an answer comparable without moving any code point: lower case,
// straight apostrophes, every white space a blank.
func fold(text []rune) string {
	out := make([]rune, len(text))
	for i, r := range text {
		switch {
		case r == '’' || r == '‘' || r == '`':
			out[i] = '\''
		case unicode.IsSpace(r):
			out[i] = ' '
		case r == utf8.RuneError:
			out[i] = ' '
		default:
			out[i] = unicode.ToLower(r)
		}
	}
	return string(out)
}

// newFinding sorts cues, drops those inside another, and takes the words from the
// answer as it was given.
func newFinding(cues []Cue, original []rune) Finding {
	slices.SortFunc(cues, func(a, b Cue) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Rule, b.Rule))
	})
	f := Finding{Cues: []Cue{}}
	end := 0
	for _, c := range cues {
		if c.Start < end || len(f.Cues) == maxCues {
			continue
		}
		c.End = wholeWord(original, c.End)
		c.Text, end = string(original[c.Start:c.End]), c.End
		f.Cues = append(f.Cues, c)
	}
	f.Present = len(f.Cues) > 0
	return f
}

// wholeWord moves an end that lies inside a word or a number to the end of it, so that
// nobody reads "fell by 2" where "fell by 23" was written.
func wholeWord(text []rune, end int) int {
	inside := func(i int) bool {
		return i > 0 && i < len(text) && (unicode.IsLetter(text[i]) || unicode.IsDigit(text[i]))
	}
	if !inside(end - 1) {
		return end
	}
	for inside(end) || end+1 < len(text) && (text[end] == '.' || text[end] == ',') && unicode.IsDigit(text[end+1]) {
		end++
	}
	return end
}

// runeCounter turns growing byte offsets into code point offsets in one pass.
type runeCounter struct {
	text         string
	bytes, runes int
}

func (c *runeCounter) at(offset int) int {
	c.runes += utf8.RuneCountInString(c.text[c.bytes:offset])
	c.bytes = offset
	return c.runes
}

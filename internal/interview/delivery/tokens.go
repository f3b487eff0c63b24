package delivery

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a token of an answer. start and end count code points, from and to bytes.
type word struct {
	start, end int
	from, to   int
	source     string // the whole text
	text       string
	fold       string // lower case, straight apostrophe

	comma    bool // punctuation stands before it, so it begins something new
	sentence bool // so does the end of a sentence
	asked    bool // a question mark follows
	caps     bool // an abbreviation: capitals in a text that isn't all capitals
	// fresh says that punctuation, a pause, a filled pause or the beginning of the answer
	// parts it from the lexical word before.
	fresh bool

	// wordStart and wordEnd (exclusive) are the words of the transcript it is part of.
	wordStart, wordEnd int
	heard              bool // it was found among the words of the transcript
	startMs, endMs     int  // when it was said; 0 unless heard, and the transcript is timed
	pause              bool // by these times a silence of at least likePauseMs stands before it
}

var wordExpr = regexp.MustCompile(`[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*`)

func wordsOf(text string, l language) []word {
	var out []word
	runes, bytes := 0, 0
	for _, m := range wordExpr.FindAllStringIndex(text, -1) {
		between := text[bytes:m[0]]
		runes += utf8.RuneCountInString(between)
		s := text[m[0]:m[1]]
		start := runes
		runes += utf8.RuneCountInString(s)
		bytes = m[1]
		markAsked(out, between)
		out = append(out, word{
			start: start, end: runes, from: m[0], to: m[1], source: text, text: s,
			fold:     strings.ReplaceAll(l.lower(s), "’", "'"),
			comma:    strings.ContainsAny(between, ".,;:!?…–—"),
			sentence: endsSentence(between),
		})
	}
	markAsked(out, text[bytes:])
	markCapitals(out, l)
	return out
}

// markAsked tells the last word so far what follows it.
func markAsked(list []word, after string) {
	if n := len(list); n > 0 {
		list[n-1].asked = strings.HasPrefix(strings.TrimSpace(after), "?")
	}
}

// endsSentence takes "..." for a pause: a recogniser writes it where somebody halts.
func endsSentence(between string) bool {
	return strings.ContainsAny(between, "!?") || strings.Count(between, ".") == 1
}

// markCapitals finds abbreviations. Some recognisers write everything in capitals; then
// they tell nothing. Filled pauses are not asked, so that one more changes no other word.
func markCapitals(list []word, l language) {
	mixed := false
	for _, w := range list {
		mixed = mixed || !l.fills(w.fold) && strings.ContainsFunc(w.text, unicode.IsLower)
	}
	for i, w := range list {
		list[i].caps = mixed && w.end-w.start > 1 && !strings.ContainsFunc(w.text, unicode.IsLower) && strings.ContainsFunc(w.text, unicode.IsUpper)
	}
}

// parted tells lexical words from filled pauses. What a filled pause was parted by parts
// the next word too; but the commas of "I, um, think" are those of the "um".
func (l language) parted(all []word) (lexical, filled []word) {
	after, comma, pause, sentence := true, false, false, false
	for _, w := range all {
		comma, pause, sentence = comma || w.comma, pause || w.pause, sentence || w.sentence
		if l.fills(w.fold) && !w.caps && !isUnit(w, lexical, comma) {
			filled = append(filled, w)
			after = true
			continue
		}
		w.fresh, w.sentence = after || comma || pause, sentence
		w.comma = w.comma && (!after || sentence)
		lexical = append(lexical, w)
		after, comma, pause, sentence = false, false, false, false
	}
	return lexical, filled
}

// isUnit tells the millimetres of "5 mm" from a filled pause.
func isUnit(w word, before []word, comma bool) bool {
	n := len(before)
	return w.fold == "mm" && n > 0 && !comma && strings.IndexFunc(before[n-1].text, func(r rune) bool { return !unicode.IsNumber(r) }) < 0
}

func places(list []word) []Place {
	out := make([]Place, len(list))
	for i := range list {
		out[i] = stretch(list[i : i+1])
	}
	return out
}

// cutApostrophe parts "we're" into "we" and "re".
func cutApostrophe(w string) (base, rest string, ok bool) { return strings.Cut(w, "'") }

// stretch is the place of several neighbouring words.
func stretch(list []word) Place {
	first, last := list[0], list[len(list)-1]
	return Place{
		Start: first.start, End: last.end, Text: first.source[first.from:last.to],
		WordStart: first.wordStart, WordEnd: last.wordEnd,
	}
}

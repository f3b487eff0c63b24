package delivery

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// word is a token of an answer; offsets count code points.
type word struct {
	start, end int
	text       string
	fold       string // lower case, straight apostrophe
	comma      bool   // punctuation stands before it, so it begins something new
}

var wordExpr = regexp.MustCompile(`[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*`)

func wordsOf(text string) []word {
	var out []word
	runes, bytes := 0, 0
	for _, m := range wordExpr.FindAllStringIndex(text, -1) {
		between := text[bytes:m[0]]
		runes += utf8.RuneCountInString(between)
		s := text[m[0]:m[1]]
		start := runes
		runes += utf8.RuneCountInString(s)
		bytes = m[1]
		out = append(out, word{
			start, runes, s,
			strings.ReplaceAll(strings.ToLower(s), "’", "'"),
			strings.ContainsAny(between, ".,;:!?…–—"),
		})
	}
	return out
}

var filledPause = regexp.MustCompile(`^(?:u+h+m*|u+m+|e+r+m*|e+h+|h*m+|a+h+)$`)

// parted tells lexical words from filled pauses.
func parted(all []word) (lexical, filled []word) {
	for _, w := range all {
		if filledPause.MatchString(w.fold) {
			filled = append(filled, w)
		} else {
			lexical = append(lexical, w)
		}
	}
	return lexical, filled
}

func places(list []word) []Place {
	out := make([]Place, len(list))
	for i, w := range list {
		out[i] = Place{w.start, w.end, w.text}
	}
	return out
}

// cutApostrophe parts "we're" into "we" and "re".
func cutApostrophe(w string) (base, rest string, ok bool) { return strings.Cut(w, "'") }

// stretch is the place of several neighbouring words.
func stretch(list []word) Place {
	texts := make([]string, len(list))
	for i, w := range list {
		texts[i] = w.text
	}
	return Place{list[0].start, list[len(list)-1].end, strings.Join(texts, " ")}
}

package sound

import (
	"strings"
	"unicode/utf8"
)

// Word is a word and when it is said, in seconds from the beginning.
type Word struct {
	Text       string
	Start, End float64
}

// Text joins words by spaces.
func Text(words []Word) string {
	texts := make([]string, 0, len(words))
	for _, w := range words {
		texts = append(texts, w.Text)
	}
	return strings.Join(texts, " ")
}

// Spread gives times to the words of a text said within so many seconds: each takes its
// share by its letters, and what would be the space after it is a gap.
func Spread(text string, seconds float64) []Word {
	fields := strings.Fields(text)
	letters := 0
	for _, f := range fields {
		letters += utf8.RuneCountInString(f) + 1
	}
	words := make([]Word, 0, len(fields))
	at := 0.0
	for _, f := range fields {
		n := utf8.RuneCountInString(f)
		length := seconds * float64(n) / float64(letters)
		words = append(words, Word{f, round(at), round(at + length)})
		at += seconds * float64(n+1) / float64(letters)
	}
	return words
}

// round keeps milliseconds.
func round(seconds float64) float64 { return float64(int(seconds*1000+0.5)) / 1000 }

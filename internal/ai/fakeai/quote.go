package fakeai

import (
	"regexp"
)

// quoteLength is how many words a quote has at most.
const quoteLength = 8

var wordPattern = regexp.MustCompile(`\S+`)

// quote is a stretch of an answer: its letters, and the indexes of its words.
type quote struct {
	text        string
	first, last int
}

// quoteOf takes the nth quote from an answer: its words in rows of quoteLength, and from
// the beginning again after the last.
func quoteOf(answer string, n int) quote {
	places := wordPattern.FindAllStringIndex(answer, -1)
	if len(places) == 0 {
		return quote{}
	}
	rows := (len(places) + quoteLength - 1) / quoteLength
	first := n % rows * quoteLength
	last := min(first+quoteLength, len(places)) - 1
	return quote{text: answer[places[first][0]:places[last][1]], first: first, last: last}
}

package delivery

import (
	"slices"
	"strings"
	"unicode"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// reach is how many words of a text may lie between two that a transcript lists one
// after the other. Where a recogniser lists its words in other spelling than its text
// ("20 %" and "twenty percent"), the two meet again within this.
const reach = 8

// likePauseMs is the silence between two words that parts them like a comma.
const likePauseMs = 150

// read makes the tokens of a transcript's text, and tells each which of the transcript's
// words it is and when it was said.
func read(t transcript.Transcript, l language) []word {
	list := wordsOf(t.Text, l)
	heard, timed := t.Words, t.Timed
	if len(heard) == 0 {
		heard, timed = transcript.Of(t.Text).Words, false
	}
	align(list, heard)
	fillIndexes(list)
	if timed {
		for i := range list {
			list[i].time(heard)
			list[i].pause = i > 0 && list[i].follows(list[i-1])
		}
	}
	return list
}

// time takes over when a token was said.
func (w *word) time(heard []transcript.Word) {
	if w.heard {
		w.startMs, w.endMs = heard[w.wordStart].StartMs, heard[w.wordEnd-1].EndMs
	}
}

// follows reports whether w comes after a silence.
func (w *word) follows(before word) bool {
	return w.heard && before.heard && w.wordStart >= before.wordEnd && w.startMs-before.endMs >= likePauseMs
}

// align walks through the letters of text and words together; spelling and punctuation
// between them don't matter, so "re-use" may be heard as one word or as two.
func align(list []word, heard []transcript.Word) {
	flat, owner, starts := lettersOf(list)
	at, token := 0, 0 // position in flat, and the first token that begins at or after it
	for i, h := range heard {
		part := letters(h.Text)
		if len(part) == 0 {
			continue
		}
		for token < len(starts) && starts[token] < at {
			token++
		}
		from := meet(flat, starts, at, token, part, heard[i+1:])
		if from < 0 {
			continue
		}
		for _, k := range owner[from : from+len(part)] {
			list[k].cover(i)
		}
		at = from + len(part)
	}
}

// cover adds a word of the transcript to those a token is part of.
func (w *word) cover(i int) {
	if !w.heard {
		w.heard, w.wordStart = true, i
	}
	w.wordEnd = i + 1
}

// meet finds where a word heard stands in the text: here, or at the beginning of one of
// the next tokens; -1 if nowhere.
func meet(flat []rune, starts []int, at, token int, part []rune, rest []transcript.Word) int {
	if fits(flat, starts, at, part, rest) {
		return at
	}
	for _, from := range starts[token:min(token+reach, len(starts))] {
		if from > at && fits(flat, starts, from, part, rest) {
			return from
		}
	}
	return -1
}

// fits reports whether the text goes on with part, up to the end of a token or to where
// the next word heard goes on: "a" is not the beginning of "about".
func fits(flat []rune, starts []int, at int, part []rune, rest []transcript.Word) bool {
	end := at + len(part)
	if end > len(flat) || !slices.Equal(flat[at:end], part) {
		return false
	}
	if _, ok := slices.BinarySearch(starts, end); ok || end == len(flat) {
		return true
	}
	for _, h := range rest {
		if next := letters(h.Text); len(next) > 0 {
			return end+len(next) <= len(flat) && slices.Equal(flat[end:end+len(next)], next)
		}
	}
	return false
}

// lettersOf strings the letters of all tokens together, with the token of each letter and
// where each token begins.
func lettersOf(list []word) (flat []rune, owner, starts []int) {
	for k, w := range list {
		starts = append(starts, len(flat))
		for _, r := range letters(w.text) {
			flat, owner = append(flat, r), append(owner, k)
		}
	}
	return flat, owner, starts
}

// letters are the letters and digits of a word, in lower case.
func letters(s string) []rune {
	return []rune(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s))
}

// fillIndexes gives a token that wasn't found the word before it, or the first.
func fillIndexes(list []word) {
	last := 0
	for i := range list {
		if !list[i].heard {
			list[i].wordStart, list[i].wordEnd = last, last+1
		}
		last = list[i].wordEnd - 1
	}
}

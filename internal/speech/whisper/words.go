package whisper

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// Piece is a part of a word as the model writes it: a space before it begins a word,
// none goes on with the one before. StartMs is negative where there is no time.
type Piece struct {
	Text           string
	StartMs, EndMs int
}

// Words joins pieces into words and takes out what wasn't said. Times never go back, and
// none lies after lengthMs, the end of the sound. timed is false if one of them is missing.
func Words(pieces []Piece, lengthMs int) (words []transcript.Word, timed bool) {
	joined, timed := join(pieces)
	words = said(joined)
	if !timed {
		for i := range words {
			words[i].StartMs, words[i].EndMs = 0, 0
		}
		return words, false
	}
	InOrder(words, lengthMs)
	return words, true
}

func join(pieces []Piece) (words []transcript.Word, timed bool) {
	timed, fresh := true, true
	for _, p := range pieces {
		text := strings.TrimSpace(p.Text)
		if text == "" {
			fresh = fresh || p.Text != ""
			continue
		}
		timed = timed && p.StartMs >= 0
		first, _ := utf8.DecodeRuneInString(p.Text)
		if fresh || unicode.IsSpace(first) {
			words = append(words, transcript.Word{Text: text, StartMs: p.StartMs, EndMs: p.EndMs})
		} else {
			last := &words[len(words)-1]
			last.Text, last.EndMs = last.Text+text, p.EndMs
		}
		final, _ := utf8.DecodeLastRuneInString(p.Text)
		fresh = unicode.IsSpace(final)
	}
	return words, timed
}

// closing are the brackets round what wasn't said but heard: "[BLANK_AUDIO]", "(door closes)".
var closing = map[rune]string{'[': "]", '(': ")", '*': "*", '♪': "♪"}

// said takes out what stands in brackets. A bracket that isn't closed is left alone:
// better a wrong sign than a lost answer.
func said(words []transcript.Word) []transcript.Word {
	out := make([]transcript.Word, 0, len(words))
	for i := 0; i < len(words); i++ {
		if end := closed(words[i:]); end > 0 {
			i += end - 1
			continue
		}
		out = append(out, words[i])
	}
	return out
}

// closed counts the words from a bracket that opens the first of them to its end.
func closed(words []transcript.Word) int {
	opening, width := utf8.DecodeRuneInString(words[0].Text)
	end, ok := closing[opening]
	if !ok {
		return 0
	}
	for i, w := range words {
		text := w.Text
		if i == 0 {
			text = text[width:]
		}
		if strings.HasSuffix(strings.TrimRight(text, ".,;:!?"), end) {
			return i + 1
		}
	}
	return 0
}

// InOrder moves times that go back, or lie after the end of the sound, as little as needed.
func InOrder(words []transcript.Word, lengthMs int) {
	last := 0
	for i := range words {
		w := &words[i]
		w.StartMs = min(max(w.StartMs, last), lengthMs)
		w.EndMs = min(max(w.EndMs, w.StartMs), lengthMs)
		last = w.StartMs
	}
}

// Text is what words say, one space between them.
func Text(words []transcript.Word) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.Text
	}
	return strings.Join(texts, " ")
}

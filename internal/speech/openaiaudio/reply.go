package openaiaudio

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/speech/whisper"
)

// reply is what servers answer: "json" has the text alone, "verbose_json" the rest. OpenAI
// puts words beside the text; whisper.cpp puts pieces of words into each segment.
type reply struct {
	Text     *string     `json:"text"`
	Language string      `json:"language"`
	Words    []replyWord `json:"words"`
	Segments []struct {
		Words []replyWord `json:"words"`
	} `json:"segments"`
}

type replyWord struct {
	Word  string   `json:"word"`
	Start *float64 `json:"start"` // seconds
	End   *float64 `json:"end"`
}

// written reads a transcript from an answer; lengthMs is that of the sound.
func written(body []byte, lengthMs int) (transcript.Transcript, error) {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil || r.Text == nil {
		return transcript.Transcript{}, fmt.Errorf("read transcript: %w", instead(body))
	}
	t := transcript.Transcript{Language: whisper.Code(r.Language)}
	switch pieces := r.pieces(); {
	case r.Words != nil:
		t.Words, t.Timed = whisper.Words(pieces, lengthMs)
		t.Words = punctuated(*r.Text, t.Words)
	case pieces != nil:
		t.Words, t.Timed = whisper.Words(pieces, lengthMs)
	default:
		t.Words, _ = whisper.Words(untimed(*r.Text), lengthMs)
	}
	if len(t.Words) == 0 && strings.TrimSpace(*r.Text) != "" && r.Words != nil {
		t.Words, _ = whisper.Words(untimed(*r.Text), lengthMs)
		t.Timed = t.Timed && len(t.Words) == 0
	}
	t.Text = whisper.Text(t.Words)
	return t, nil
}

// pieces are the words of the answer with a space before each that begins one; nil where
// it has none.
func (r reply) pieces() []whisper.Piece {
	words := r.Words
	if words == nil {
		for _, s := range r.Segments {
			words = append(words, s.Words...)
		}
	}
	spaced := false
	for _, w := range words {
		spaced = spaced || strings.HasPrefix(w.Word, " ") || strings.HasSuffix(w.Word, " ")
	}
	var out []whisper.Piece
	for _, w := range words {
		p := whisper.Piece{Text: w.Word, StartMs: -1, EndMs: -1}
		if !spaced {
			p.Text = " " + w.Word
		}
		if w.Start != nil && w.End != nil {
			p.StartMs, p.EndMs = int(*w.Start*1000+0.5), int(*w.End*1000+0.5)
		}
		out = append(out, p)
	}
	return out
}

func untimed(text string) []whisper.Piece {
	var out []whisper.Piece
	for _, f := range strings.Fields(text) {
		out = append(out, whisper.Piece{Text: " " + f, StartMs: -1, EndMs: -1})
	}
	return out
}

// punctuated gives words the punctuation they have in text: OpenAI leaves it out of its
// words. Where the two don't say the same, the words stay as they are.
func punctuated(text string, words []transcript.Word) []transcript.Word {
	out := make([]transcript.Word, 0, len(words))
	rest := words
	for _, field := range strings.Fields(text) {
		want := letters(field)
		if want == "" && len(out) > 0 {
			out[len(out)-1].Text += " " + field
			continue
		}
		n := spelling(want, rest)
		if n == 0 {
			return words
		}
		out = append(out, transcript.Word{Text: field, StartMs: rest[0].StartMs, EndMs: rest[n-1].EndMs})
		rest = rest[n:]
	}
	if len(rest) > 0 {
		return words
	}
	return out
}

// spelling counts the words that spell want together; 0 if they don't.
func spelling(want string, words []transcript.Word) int {
	have := ""
	for i, w := range words {
		have += letters(w.Text)
		if have == want {
			return i + 1
		}
		if !strings.HasPrefix(want, have) {
			return 0
		}
	}
	return 0
}

// letters is a word without its case and punctuation.
func letters(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, word)
}

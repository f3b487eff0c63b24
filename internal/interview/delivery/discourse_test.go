package delivery_test

import (
	"reflect"
	"testing"

	"github.com/jobjourney/jobjourney/internal/interview/delivery"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// said makes a timed transcript: "[200]" is a silence of 200 ms before the next word.
func said(text string) transcript.Transcript {
	a := labelled{}
	plain, silences := a.unmark(text)
	a.transcript = transcript.Of(plain)
	a.transcript.Timed, a.transcript.KeepsFillers = true, true
	a.speak(silences)
	return a.transcript
}

func TestDiscourseFillers(t *testing.T) {
	tests := map[string][]string{
		// "you know" of knowing
		"It was, you know, late and you know we left":     {"you know", "you know"},
		"Do you know him? If you know. As you know we do": {},
		"You know that. You know what I did? you know if": {},
		"You know, that was it":                           {"You know"},
		"It was late [200] you know [200] that was it":    {"you know"},
		"What I did, you know, was call":                  {"you know"},
		"I mean it was late":                              {"I mean"},
		"That is what I mean":                             {},
		// "like" stands apart on both sides
		"I was, like, late":           {"like"},
		"I was um like uh late":       {"like"},
		"I was [150] like [150] late": {"like"},
		"I was [149] like [150] late": {},
		"I was, like a fool, late":    {},
		"I would like to. I like it":  {},
		// kinds
		"It kind of worked and sort of held, kinda": {"kind of", "sort of", "kinda"},
		"The kind of glue, every sort of thing":     {},
		"What kind of glue":                         {},
		"Basically it actually literally worked":    {"Basically", "actually", "literally"},
		// where the answer begins
		"So I called":               {"So"},
		"Um, well, so I called":     {"well", "so"},
		"Yeah, so I called":         {"so"},
		"Okay, right, so I called":  {"so"},
		"So far I called. So I did": {},
		"So, far from it":           {"So"},
		"Well done, they said":      {},
		"I called, so he came":      {},
		"It was well made":          {},
		// tags
		"We shipped it, right?":                  {"right"},
		"We shipped it. Right? Then we left":     {"Right"},
		"Was that right? Turn right? All right?": {},
		"I was right. The right one":             {},
		"It was right, [10] right?":              {"right"},
		"nothing of the sort":                    {},
	}
	for text, want := range tests {
		got := delivery.FromAnswer(said(text), delivery.Sound{}, delivery.Asked{}).Words
		if got := found(got.DiscourseFillers); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestWithoutTimesOnlyPunctuationParts(t *testing.T) {
	for text, want := range map[string]int{"I was like late": 0, "I was, like, late": 1, "I was — like… late": 1} {
		if got := delivery.FromWords(text, delivery.Options{}).DiscourseFillers.Total; got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

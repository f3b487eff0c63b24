package delivery_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/interview/delivery"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// spoken makes an answer of n words of 300 ms, with a silence before the words named.
func spoken(n int, silences map[int]int) (transcript.Transcript, delivery.Sound) {
	a := labelled{transcript: transcript.Of(strings.TrimSpace(strings.Repeat("word ", n)))}
	a.transcript.Timed = true
	a.speak(silences)
	return a.transcript, a.sound
}

func TestRates(t *testing.T) {
	// 60 words in 18 s, with silences of 1, 2 and 3 s, after 2 s and before 1 s of silence.
	heard, sound := spoken(60, map[int]int{0: 2000, 10: 1000, 20: 2000, 50: 3000})
	m := delivery.FromAnswer(heard, sound, delivery.Asked{QuestionEndMs: ptr(-400)})
	if m.TooShort || *m.Words.SpeechRateWpm != 150 || *m.Speech.ArticulationRateWpm != 200 || *m.Speech.MeanRunWords != 15 {
		t.Errorf("rates %v, %+v", *m.Words.SpeechRateWpm, m.Speech)
	}
	if want := 60 * 60_000.0 / 27_000; *m.Speech.AnswerRateWpm != want {
		t.Errorf("%v words per minute of the answer, want %v", *m.Speech.AnswerRateWpm, want)
	}
	if *m.Sound.ResponseLatencyMs != 2400 || *m.Sound.TimeToFirstWordMs != 2000 || *m.Speech.FirstWordMs != 2000 {
		t.Errorf("first word %+v %+v", m.Sound, m.Speech)
	}
}

func TestTooShortToMeasure(t *testing.T) {
	tests := map[string]struct {
		words, silence int
		short          bool
	}{
		"29 words":      {29, 20_000, true},
		"30 words":      {30, 20_000, false},
		"under 15 s":    {49, 299, true},
		"15 s":          {49, 300, false},
		"long and mute": {2, 60_000, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			heard, sound := spoken(tt.words, map[int]int{1: tt.silence})
			m := delivery.FromAnswer(heard, sound, delivery.Asked{})
			rates := []*float64{
				m.Words.SpeechRateWpm, m.Speech.AnswerRateWpm, m.Speech.ArticulationRateWpm, m.Speech.MeanRunWords,
				m.Words.Hedges.PerMinute,
			}
			if m.TooShort != tt.short {
				t.Errorf("too short: %t", m.TooShort)
			}
			if slices.ContainsFunc(rates, func(r *float64) bool { return (r == nil) != tt.short }) {
				t.Errorf("rates %v", rates)
			}
		})
	}
}

func TestWhatThereIsIsMeasured(t *testing.T) {
	heard, sound := spoken(60, map[int]int{10: 2500})
	untimed := transcript.Of(heard.Text)
	tests := map[string]struct {
		t                           transcript.Transcript
		s                           delivery.Sound
		sound, words, speech, first bool
	}{
		"both":                      {heard, sound, true, true, true, true},
		"no word times":             {untimed, sound, true, true, true, false},
		"times promised, not given": {transcript.Transcript{Text: heard.Text, Timed: true}, sound, true, true, true, false},
		"no transcript":             {transcript.Transcript{}, sound, true, false, false, false},
		"typed":                     {untimed, delivery.Sound{}, false, true, false, false},
		"words where no speech was": {heard, delivery.Sound{RecordedMs: 20_000}, true, true, false, false},
		"nothing":                   {transcript.Transcript{}, delivery.Sound{}, false, false, false, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			m := delivery.FromAnswer(tt.t, tt.s, delivery.Asked{})
			if (m.Sound != nil) != tt.sound || (m.Words != nil) != tt.words || (m.Speech != nil) != tt.speech {
				t.Fatalf("%+v", m)
			}
			if m.Speech == nil {
				return
			}
			if (m.Speech.FirstWordMs != nil) != tt.first || len(m.Speech.Hesitations) != 1 || (m.Speech.Hesitations[0].After != nil) != tt.first {
				t.Errorf("%+v", m.Speech)
			}
		})
	}
	if got, want := *delivery.FromAnswer(heard, sound, delivery.Asked{}).Sound, delivery.FromSound(sound); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got, want := *delivery.FromAnswer(untimed, delivery.Sound{}, delivery.Asked{}).Words, delivery.FromWords(heard.Text, delivery.Options{}); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestResponseLatency(t *testing.T) {
	_, sound := spoken(60, map[int]int{0: 1000})
	tests := map[string]struct {
		end    *int
		breaks []int
		want   *int
	}{
		"not known":                       {nil, nil, nil},
		"before the recording":            {ptr(-300), nil, ptr(1300)},
		"in it":                           {ptr(400), nil, ptr(600)},
		"after the person began":          {ptr(1200), nil, ptr(-200)},
		"a break before speech":           {ptr(-300), []int{500}, nil},
		"a break before the question end": {ptr(400), []int{300}, ptr(600)},
		"a break in speech":               {ptr(-300), []int{5000}, ptr(1300)},
	}
	for name, tt := range tests {
		sound.BreaksMs = tt.breaks
		m := delivery.FromAnswer(transcript.Transcript{}, sound, delivery.Asked{QuestionEndMs: tt.end})
		if !reflect.DeepEqual(m.Sound.ResponseLatencyMs, tt.want) {
			t.Errorf("%s: %v", name, m.Sound.ResponseLatencyMs)
		}
	}
}

func TestFirstWordIsNoFilledPauseAndNotBeforeSpeech(t *testing.T) {
	heard := said("[1000] Um, [400] I called.")
	sound := delivery.Sound{RecordedMs: 4000, SpeechMs: []delivery.Segment{{1000, 1300}, {1700, 2300}}}
	if got := *delivery.FromAnswer(heard, sound, delivery.Asked{}).Speech.FirstWordMs; got != 1700 {
		t.Errorf("first word after %d ms", got)
	}
	heard.Words[1].StartMs = 10 // stretched over the silence before
	if got := *delivery.FromAnswer(heard, sound, delivery.Asked{}).Speech.FirstWordMs; got != 1000 {
		t.Errorf("first word after %d ms", got)
	}
}

func TestWordsAroundAHesitation(t *testing.T) {
	text := "We led the team. [2500] Then — we counted everything, twice over, and it held until the very end of the month when the auditors came back [2000] again"
	heard := said(text)
	sound := delivery.Sound{RecordedMs: 20_000}
	for _, w := range heard.Words {
		sound.SpeechMs = append(sound.SpeechMs, delivery.Segment{StartMs: w.StartMs, EndMs: w.EndMs})
	}
	sound.SpeechMs = append(sound.SpeechMs, delivery.Segment{StartMs: 18_000, EndMs: 19_000}) // a cough
	check := func(name string) {
		h := delivery.FromAnswer(heard, sound, delivery.Asked{}).Speech.Hesitations
		if len(h) != 3 {
			t.Fatalf("%s: %+v", name, h)
		}
		first, second, last := h[0], h[1], h[2]
		if first.StartMs != 1200 || first.EndMs != 3700 || first.Before.Text != "led the team" || first.After.Text != "Then — we" {
			t.Errorf("%s: %+v %+v %+v", name, first, first.Before, first.After)
		}
		if first.Before.WordStart != 1 || first.Before.WordEnd != 4 || first.After.WordStart != 4 || first.After.WordEnd != 7 {
			t.Errorf("%s: %+v %+v", name, first.Before, first.After)
		}
		if second.Before.Text != "auditors came back" || second.After.Text != "again" || last.Before.Text != "came back again" || last.After != nil {
			t.Errorf("%s: %+v %+v", name, second, last)
		}
	}
	check("exact times")
	heard.Words[3].EndMs = 3700
	check("the word before stretched over it")
	heard.Words[3].EndMs, heard.Words[4].StartMs = 1200, 1200
	check("the word after stretched over it")
}

func TestTermsAreFoundInATranscript(t *testing.T) {
	heard := said("Well, I um managed the budgets of two sites.")
	terms := delivery.FromAnswer(heard, delivery.Sound{}, delivery.Asked{Terms: []string{"budget management", "SQL"}}).Terms
	if len(terms) != 2 || !terms[0].Covered || terms[1].Covered {
		t.Fatalf("%+v", terms)
	}
	if p := terms[0].Places[0]; p.WordStart != 3 || p.WordEnd != 6 || p.Text != "managed the budgets" {
		t.Errorf("%+v", p)
	}
}

func TestABreakEndsARun(t *testing.T) {
	heard, sound := spoken(60, map[int]int{20: 500})
	for _, tt := range []struct {
		breaks []int
		want   float64
	}{{nil, 30}, {[]int{6200}, 30}, {[]int{3000}, 20}, {[]int{2950, 2950, 0}, 20}, {[]int{6100, 6300}, 30}} {
		sound.BreaksMs = tt.breaks
		if got := *delivery.FromAnswer(heard, sound, delivery.Asked{}).Speech.MeanRunWords; got != tt.want {
			t.Errorf("breaks %v: runs of %v words, want %v", tt.breaks, got, tt.want)
		}
	}
}

func TestPlacesOfWordsInOtherSpelling(t *testing.T) {
	// As of a server that lists words without punctuation, and numbers spelled out.
	tests := []struct {
		text, words string
		want        [2]int // of "maybe"
	}{
		{"It was, maybe, fine.", "it was maybe fine", [2]int{2, 3}},
		{"It's 20 % re-used, maybe.", "it's twenty percent re used maybe", [2]int{5, 6}},
		{"and/or maybe", "and/or maybe", [2]int{1, 2}},
		{"It was — maybe", "It was — maybe", [2]int{3, 4}},
		{"about a maybe", "a about a maybe", [2]int{3, 4}},
		{"Maybe so", "may maybe so", [2]int{1, 2}},
		{"It was maybe", "", [2]int{2, 3}},
		{"It was maybe", "something else", [2]int{0, 1}},
		{"It was maybe", "…", [2]int{0, 1}},
	}
	for _, tt := range tests {
		heard := transcript.Of(tt.words)
		heard.Text = tt.text
		p := delivery.FromAnswer(heard, delivery.Sound{}, delivery.Asked{}).Words.Hedges.Places
		if len(p) != 1 || [2]int{p[0].WordStart, p[0].WordEnd} != tt.want {
			t.Errorf("%q as %q: %+v, want %v", tt.text, tt.words, p, tt.want)
		}
	}
}

// vocabulary has words of every list and what trips the rules.
var vocabulary = []string{
	"I", "we", "um", "Uh,", "like", "like,", "you", "know", "kind", "of", "a", "so", "So,", "right?", "the", "just", "called",
	"5", "mm", "ER", "US", "maybe.", "Re-used", "don’t", "…", "—", "ähm", "think", "mean", "basically", "3.5", "and/or", "naïve",
}

func drawWords(t *rapid.T) []string {
	return rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 60).Draw(t, "words")
}

// drawTake makes timed words and the sound they were heard in, at least 15 s of it.
func drawTake(t *rapid.T) (transcript.Transcript, delivery.Sound) {
	heard := transcript.Of(strings.Join(append(drawWords(t), "end"), " "))
	heard.Timed, heard.KeepsFillers = true, rapid.Bool().Draw(t, "keeps")
	now, sound := 0, delivery.Sound{}
	for i := range heard.Words {
		now += rapid.SampledFrom([]int{0, 0, 100, 249, 250, 1999, 2000, 4000}).Draw(t, "silence")
		end := now + rapid.IntRange(50, 900).Draw(t, "length")
		heard.Words[i].StartMs, heard.Words[i].EndMs = now, end
		sound.SpeechMs = append(sound.SpeechMs, delivery.Segment{StartMs: now, EndMs: end})
		now = end
	}
	sound.SpeechMs = append(sound.SpeechMs, delivery.Segment{StartMs: now, EndMs: now + delivery.ShortestMs})
	sound.RecordedMs = now + delivery.ShortestMs + rapid.IntRange(0, 5000).Draw(t, "after")
	return heard, sound
}

func TestJoiningTakesAddsNoPause(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var parts []transcript.Transcript
		var offsets []int
		var all delivery.Sound
		pauses, speaking, phonation, words := 0, 0, 0, 0
		for range rapid.IntRange(1, 4).Draw(t, "takes") {
			heard, sound := drawTake(t)
			one := delivery.FromAnswer(heard, sound, delivery.Asked{})
			pauses += one.Sound.Pauses.Count
			speaking += one.Sound.SpeakingMs
			phonation += one.Sound.Pauses.PhonationMs
			words += one.Words.Words
			if len(parts) > 0 {
				all.BreaksMs = append(all.BreaksMs, all.RecordedMs)
			}
			parts, offsets = append(parts, heard), append(offsets, all.RecordedMs)
			for _, s := range sound.SpeechMs {
				all.SpeechMs = append(all.SpeechMs, delivery.Segment{StartMs: s.StartMs + all.RecordedMs, EndMs: s.EndMs + all.RecordedMs})
			}
			all.RecordedMs += sound.RecordedMs
		}
		m := delivery.FromAnswer(transcript.Joined(parts, offsets), all, delivery.Asked{})
		if p := m.Sound.Pauses; p.Count != pauses || p.PhonationMs != phonation || m.Sound.SpeakingMs != speaking || m.Words.Words != words {
			t.Fatalf("joined: %+v of %d ms and %d words; apart: %d pauses, %d of %d ms, %d words",
				p, m.Sound.SpeakingMs, m.Words.Words, pauses, phonation, speaking, words)
		}
	})
}

func TestFilledPausesAreNoWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := drawWords(t)
		plain := delivery.FromWords(strings.Join(words, " "), delivery.Options{})
		for range rapid.IntRange(1, 8).Draw(t, "fillers") {
			at := rapid.IntRange(0, len(words)).Draw(t, "at")
			words = slices.Insert(words, at, rapid.SampledFrom([]string{"um", "uh", "erm", "hmm", "Uhhh", "ah"}).Draw(t, "filler"))
		}
		filled := delivery.FromWords(strings.Join(words, " "), delivery.Options{FillersKept: true})
		if filled.Words != plain.Words || *filled.FirstPerson != *plain.FirstPerson || !reflect.DeepEqual(filled.MostUsed, plain.MostUsed) {
			t.Fatalf("%q: %+v, without: %+v", words, filled, plain)
		}
	})
}

func TestPlacesLieInTextAndWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		heard, sound := drawTake(t)
		exact := rapid.Bool().Draw(t, "words are those of the text")
		if !exact {
			heard.Text = strings.Join(append(drawWords(t), "end"), " ")
		}
		heard.Language = rapid.SampledFrom([]string{"", "en", "de", "tr", "xx"}).Draw(t, "language")
		m := delivery.FromAnswer(heard, sound, delivery.Asked{Terms: []string{"like a mean", "US", "called"}})
		if _, err := json.Marshal(m); err != nil {
			t.Fatal(err)
		}
		runes := []rune(heard.Text)
		for _, p := range placesOf(m) {
			inRange(t, p, runes, len(heard.Words))
			before := len(strings.Fields(string(runes[:p.Start]) + "x"))
			if exact && (before-1 != p.WordStart || before-1+len(strings.Fields(p.Text)) != p.WordEnd) {
				t.Fatalf("%+v begins in word %d", p, before-1)
			}
		}
	})
}

// placesOf gathers every place there is in a measurement.
func placesOf(m delivery.Metrics) []delivery.Place {
	var out []delivery.Place
	if m.Words != nil {
		for _, c := range []*delivery.Count{m.Words.Hedges, m.Words.Repeats, m.Words.FilledPauses, m.Words.DiscourseFillers} {
			if c != nil {
				out = append(out, c.Places...)
			}
		}
	}
	if m.Speech != nil {
		for _, h := range m.Speech.Hesitations {
			for _, p := range []*delivery.Place{h.Before, h.After} {
				if p != nil {
					out = append(out, *p)
				}
			}
		}
	}
	for _, term := range m.Terms {
		out = append(out, term.Places...)
	}
	return out
}

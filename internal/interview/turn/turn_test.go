package turn_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/interview/turn"
)

// told is half a minute of fluent speech up to 40 s, and so much silence.
func told(silenceMs int, words string) turn.Heard {
	return turn.Heard{SpeechMs: [][2]int{{500, 20_000}, {20_500, 40_000}}, NowMs: 40_000 + silenceMs, Words: words}
}

func TestTheSilenceThatEndsAnAnswer(t *testing.T) {
	const done = "It took us six weeks."
	short := turn.Heard{SpeechMs: [][2]int{{0, 8_000}}, NowMs: 11_000, Words: done}
	for name, tt := range map[string]struct {
		rules  turn.Rules
		heard  turn.Heard
		want   int
		reason turn.Reason
	}{
		"a finished sentence":            {turn.Rules{}, told(0, done), 3_000, turn.Plain},
		"chosen":                         {turn.Rules{SilenceMs: 1_200}, told(0, done), 1_200, turn.Plain},
		"chosen too short":               {turn.Rules{SilenceMs: 10}, told(0, done), 1_200, turn.Plain},
		"chosen too long":                {turn.Rules{SilenceMs: 60_000}, told(0, done), 6_000, turn.Plain},
		"a conjunction":                  {turn.Rules{}, told(0, "and then we left because"), 4_500, turn.Unfinished},
		"a comma":                        {turn.Rules{}, told(0, "After that,"), 4_500, turn.Unfinished},
		"a filled pause":                 {turn.Rules{}, told(0, "We left. Um."), 4_500, turn.Unfinished},
		"a conjunction, chosen":          {turn.Rules{SilenceMs: 2_000}, told(0, "and"), 3_500, turn.Unfinished},
		"German":                         {turn.Rules{Language: "de-AT"}, told(0, "Dann haben wir angerufen, weil"), 4_500, turn.Unfinished},
		"time to think":                  {turn.Rules{}, told(0, "Let me think about that for a second."), 25_000, turn.Thinking},
		"time to think in German":        {turn.Rules{Language: "de"}, told(0, "Ja, lassen Sie mich kurz überlegen, ähm"), 25_000, turn.Thinking},
		"little said":                    {turn.Rules{}, short, 4_500, turn.Early},
		"half a minute without words":    {turn.Rules{}, told(0, ""), 4_500, turn.Early},
		"a minute and more, no words":    {turn.Rules{}, turn.Heard{SpeechMs: [][2]int{{0, 61_000}}, NowMs: 61_000}, 3_000, turn.Plain},
		"a long pause before":            {turn.Rules{}, turn.Heard{SpeechMs: [][2]int{{0, 20_000}, {21_600, 45_000}}, NowMs: 45_000, Words: done}, 4_500, turn.Pausing},
		"a break of the recording":       {turn.Rules{}, turn.Heard{SpeechMs: [][2]int{{0, 20_000}, {21_600, 45_000}}, NowMs: 45_000, HeldMs: 21_000, Words: done}, 3_000, turn.Plain},
		"hardly a word, not understood":  {turn.Rules{}, turn.Heard{SpeechMs: [][2]int{{0, 900}}, NowMs: 900}, 25_000, turn.Thinking},
		"a language without lists":       {turn.Rules{Language: "fr"}, told(0, "et puis euh"), 4_500, turn.Unfinished},
		"a language without lists, over": {turn.Rules{Language: "fr"}, told(0, "et voilà"), 3_000, turn.Plain},
	} {
		if got := tt.rules.Judge(tt.heard); got.WaitMs != tt.want || got.Reason != tt.reason {
			t.Errorf("%s: %d ms (%s), want %d (%s)", name, got.WaitMs, got.Reason, tt.want, tt.reason)
		}
	}
}

func TestTheEndIsShownBeforeItComes(t *testing.T) {
	for silence, want := range map[int]turn.Outlook{
		0:     {State: turn.Listening},
		999:   {State: turn.Listening},
		1_000: {State: turn.Ending, RemainingMs: 2_000},
		2_999: {State: turn.Ending, RemainingMs: 1},
		3_000: {State: turn.Over},
	} {
		got := turn.Rules{}.Judge(told(silence, "It took us six weeks."))
		if got.State != want.State || got.RemainingMs != want.RemainingMs {
			t.Errorf("after %d ms of silence: %+v, want %+v", silence, got, want)
		}
	}
	if got := (turn.Rules{}).Judge(told(20_000, "Let me think.")); got.State != turn.Ending || got.RemainingMs != 5_000 {
		t.Errorf("of a long wait, %+v is shown", got)
	}
}

// drawn is any answer: stretches that don't overlap, and a silence.
func drawn(t *rapid.T) turn.Heard {
	var h turn.Heard
	for range rapid.IntRange(0, 12).Draw(t, "stretches") {
		from := h.NowMs + rapid.IntRange(0, 6_000).Draw(t, "pause")
		h.NowMs = from + rapid.IntRange(1, 20_000).Draw(t, "speech")
		h.SpeechMs = append(h.SpeechMs, [2]int{from, h.NowMs})
	}
	h.NowMs += rapid.IntRange(0, 40_000).Draw(t, "silence")
	h.Words = rapid.SampledFrom([]string{"", "We left.", "and", "let me think", "So,", "um", " ", "…", "ü"}).Draw(t, "words")
	return h
}

func drawnRules(t *rapid.T) turn.Rules {
	return turn.Rules{
		SilenceMs: rapid.IntRange(-1, 7_000).Draw(t, "chosen"),
		Language:  rapid.SampledFrom([]string{"", "en", "de", "de-CH", "ja", "xx"}).Draw(t, "language"),
	}
}

func spokenMs(h turn.Heard) int {
	ms := 0
	for _, s := range h.SpeechMs {
		ms += s[1] - s[0]
	}
	return ms
}

func TestNothingEndsBeforeSomebodyHasSpoken(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := drawn(t)
		if got := drawnRules(t).Judge(h); spokenMs(h) < 600 && got.State != turn.Listening {
			t.Fatalf("%+v is %+v", h, got)
		}
	})
}

func TestAnySpeechCancelsTheEnd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := drawn(t)
		h.SpeechMs = append(h.SpeechMs, [2]int{h.NowMs, h.NowMs + 128})
		h.NowMs += 128
		if got := drawnRules(t).Judge(h); got.State != turn.Listening {
			t.Fatalf("%+v is %+v", h, got)
		}
	})
}

// After "not yet" nothing ends, however long the silence, until somebody speaks again.
func TestNotYetWaitsForSpeech(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, rules := drawn(t), drawnRules(t)
		h.HeldMs = h.NowMs
		h.NowMs += rapid.IntRange(0, 600_000).Draw(t, "longer")
		if got := rules.Judge(h); got.State != turn.Listening {
			t.Fatalf("%+v is %+v", h, got)
		}
		h.SpeechMs = append(h.SpeechMs, [2]int{h.NowMs, h.NowMs + 5_000})
		h.NowMs += 5_000 + 60_000
		if got := rules.Judge(h); got.State != turn.Over {
			t.Fatalf("%+v is %+v although somebody spoke after it", h, got)
		}
	})
}

// As it stays quiet, an answer is listened to, then ending, then over, and what remains
// counts down to the moment it ends.
func TestSilenceCountsDown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h, rules := drawn(t), drawnRules(t)
		if spokenMs(h) < 600 {
			t.Skip("nobody has begun")
		}
		last := h.SpeechMs[len(h.SpeechMs)-1][1]
		order := map[turn.State]int{turn.Listening: 0, turn.Ending: 1, turn.Over: 2}
		before := turn.Listening
		for silence := 0; silence <= 30_000; silence += 50 {
			h.NowMs = last + silence
			got := rules.Judge(h)
			if order[got.State] < order[before] || (got.State == turn.Over) != (silence >= got.WaitMs) {
				t.Fatalf("after %d ms: %+v, before it was %s", silence, got, before)
			}
			if got.State == turn.Ending && got.RemainingMs+silence != got.WaitMs || got.State != turn.Ending && got.RemainingMs != 0 {
				t.Fatalf("after %d ms: %+v", silence, got)
			}
			before = got.State
		}
		if before != turn.Over {
			t.Fatal("it never ends")
		}
	})
}

// Nobody is given less than they chose.
func TestNobodyWaitsLessThanChosen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		chosen := rapid.IntRange(turn.LeastSilenceMs, turn.MostSilenceMs).Draw(t, "chosen")
		if got := (turn.Rules{SilenceMs: chosen}).Judge(drawn(t)); got.WaitMs < chosen || got.WaitMs > turn.ThinkingMs {
			t.Fatalf("chosen %d, waits %d", chosen, got.WaitMs)
		}
	})
}

package openaiaudio_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/speech/openaiaudio"
	"github.com/jobjourney/jobjourney/internal/testkit"
	faults "github.com/jobjourney/jobjourney/internal/testkit/serve"
	tones "github.com/jobjourney/jobjourney/internal/testkit/sound"
)

const (
	hearing  = "/audio/transcriptions"
	speaking = "/audio/speech"
)

// router is a fake OpenRouter and a client of it, whose clock stands still.
func router(t *testing.T, o fakeai.Options) (*fakeai.Server, *openaiaudio.Client, *testkit.Clock) {
	t.Helper()
	s, clk := fakeai.Start(t, o), testkit.NewClock()
	t.Cleanup(func() {
		if names := s.Attributed(); len(names) > 0 {
			t.Errorf("%v were sent: usage would be public", names)
		}
	})
	c, err := openaiaudio.New(openaiaudio.Options{BaseURL: s.API(), Key: fakeai.Key, Dialect: openaiaudio.OpenRouter, Clock: clk})
	if err != nil {
		t.Fatal(err)
	}
	return s, c, clk
}

// listen gathers what is spoken.
func listen(t *testing.T, c *openaiaudio.Client, u openaiaudio.Utterance) (all []int16, rate int, err error) {
	t.Helper()
	err = c.Speak(t.Context(), u, func(samples []int16, hz int) error {
		all, rate = append(all, samples...), hz
		return nil
	})
	return all, rate, err
}

// timed says that words have times that follow one another inside the sound.
func timed(tr transcript.Transcript, lengthMs int) bool {
	last := 0
	for _, w := range tr.Words {
		if w.StartMs < last || w.EndMs < w.StartMs || w.EndMs > lengthMs {
			return false
		}
		last = w.StartMs
	}
	return tr.Timed && last > 0
}

func TestTheRouterHears(t *testing.T) {
	var heard []int16
	s, c, _ := router(t, fakeai.Options{Transcribe: func(pcm []int16) string { heard = pcm; return fakeai.Heard }})
	said := sound(3)
	got, err := c.Transcribe(t.Context(), said, openaiaudio.Request{Model: fakeai.Scribe, Language: "en"})
	if err != nil || got.Text != fakeai.Heard || !timed(got, 3000) || got.Language != "en" || got.Source != (transcript.Source{Provider: "openrouter", Model: fakeai.Scribe}) {
		t.Errorf("%+v, %v", got, err)
	}
	if !slices.Equal(heard, said) || len(s.Calls(hearing)) != 1 || s.Spent(fakeai.Key) <= 0 {
		t.Errorf("%d samples arrived in %d calls", len(heard), len(s.Calls(hearing)))
	}
	// One that gives no times is asked for them once.
	for range 2 {
		got, err = c.Transcribe(t.Context(), said, openaiaudio.Request{Model: fakeai.Note})
		if err != nil || got.Text != fakeai.Heard || got.Timed {
			t.Errorf("%+v, %v", got, err)
		}
	}
	if n := len(s.Calls(hearing)); n != 4 {
		t.Errorf("%d calls", n)
	}
}

func TestTheRouterSpeaks(t *testing.T) {
	s, c, _ := router(t, fakeai.Options{})
	const text = "What did you do?"
	got, rate, err := listen(t, c, openaiaudio.Utterance{Model: fakeai.Speaker, Voice: "acme_calm", Text: text, Speed: 1.1})
	if err != nil || rate != fakeai.SpeechRate || !slices.Equal(got, tones.Tone(text, rate)) || len(s.Calls(speaking)) != 1 {
		t.Errorf("%d samples at %d Hz in %d calls, %v", len(got), rate, len(s.Calls(speaking)), err)
	}
}

func TestTheRoutersModelsForSound(t *testing.T) {
	_, c, _ := router(t, fakeai.Options{})
	models, err := c.Models(t.Context())
	if err != nil || len(models) != 3 {
		t.Fatalf("%+v, %v", models, err)
	}
	for _, m := range models {
		if m.Speaks != (m.ID == fakeai.Speaker) || m.Transcribes == m.Speaks || !strings.HasPrefix(m.Name, "Acme: ") {
			t.Errorf("%+v", m)
		}
	}
	voices, err := c.Voices(t.Context(), fakeai.Speaker)
	if err != nil || len(voices) != 2 || voices[1].ID != "acme_warm" {
		t.Errorf("%+v, %v", voices, err)
	}
	if _, err := c.Voices(t.Context(), fakeai.Scribe); fault.Of(err).Key != "audioServer.modelMissing" {
		t.Errorf("%v", err)
	}
	can, err := c.Capabilities(t.Context(), openaiaudio.Request{Model: fakeai.Note}, openaiaudio.Utterance{Model: fakeai.Speaker})
	if err != nil || !can.Transcribes || can.TimesAccepted || !can.Speaks || can.SpeechRate != fakeai.SpeechRate {
		t.Errorf("%+v, %v", can, err)
	}
}

func TestWhatTheRouterRefusesOfSound(t *testing.T) {
	s, c, _ := router(t, fakeai.Options{})
	for name, tt := range map[string]struct {
		u   openaiaudio.Utterance
		key string
	}{
		"no such voice":  {openaiaudio.Utterance{Model: fakeai.Speaker, Voice: "nobody", Text: secret}, "audioServer.voiceMissing"},
		"no such model":  {openaiaudio.Utterance{Model: "acme/gone", Text: secret}, "audioServer.modelMissing"},
		"one that chats": {openaiaudio.Utterance{Model: fakeai.Chat, Text: secret}, "audioServer.rejected"},
	} {
		_, _, err := listen(t, c, tt.u)
		if fault.Of(err).Key != tt.key {
			t.Errorf("%s: %v", name, err)
		}
		wantNothingTold(t, err)
	}
	s.SetCredit(fakeai.Key, 0)
	if _, err := c.Transcribe(t.Context(), sound(1), openaiaudio.Request{Model: fakeai.Scribe}); fault.Of(err).Key != "audioServer.noCredit" {
		t.Errorf("%v", err)
	}
	s.Disable(fakeai.Key)
	if _, err := c.Transcribe(t.Context(), sound(1), openaiaudio.Request{Model: fakeai.Scribe}); fault.Of(err).Key != "audioServer.invalidKey" {
		t.Errorf("%v", err)
	}
}

func TestFaultsOfTheRouterInSound(t *testing.T) {
	for name, tt := range map[string]struct {
		fault fakeai.Fault
		key   string
		after time.Duration
	}{
		"wrong key":             {fakeai.Unauthorized(), "audioServer.invalidKey", 0},
		"no credit":             {fakeai.PaymentRequired(), "audioServer.noCredit", 0},
		"moderated":             {fakeai.Moderated(secret), "audioServer.refused", 0},
		"private":               {fakeai.PrivacyRestricted(secret, "zdr"), "audioServer.private", 0},
		"deprecated":            {fakeai.Deprecated(secret, "x"), "audioServer.modelMissing", 0},
		"too large":             {fakeai.InvalidRequest("payload_too_large", secret), "audioServer.tooLarge", 0},
		"timed out":             {fakeai.Timeout(), "audioServer.stalled", 0},
		"too fast":              {fakeai.RateLimited(0), "audioServer.rateLimited", 0},
		"too fast, told":        {fakeai.RateLimited(7), "audioServer.rateLimited", 7 * time.Second},
		"at capacity":           {fakeai.CapacityExhausted(secret, 40), "audioServer.rateLimited", 40 * time.Second},
		"broken":                {fakeai.ServerError(), "audioServer.unavailable", 0},
		"bad gateway":           {fakeai.BadGateway(), "audioServer.unavailable", 0},
		"a page":                {fakeai.HTMLBadGateway(), "audioServer.unavailable", 0},
		"unavailable":           {fakeai.Unavailable(0), "audioServer.unavailable", 0},
		"slow edge":             {fakeai.EdgeTimeout(), "audioServer.stalled", 0},
		"overloaded":            {fakeai.Overloaded(), "audioServer.unavailable", 0},
		"200 and an error":      {fakeai.ErrorInBody(502, secret, "provider_unavailable"), "audioServer.unavailable", 0},
		"200 and no credit":     {fakeai.ErrorInBody(402, secret, "payment_required"), "audioServer.noCredit", 0},
		"reset":                 {fakeai.ConnectionReset(), "audioServer.cutOff", 0},
		"200 and no transcript": {fakeai.Answer(200, map[string]any{"usage": map[string]any{}}), "audioServer.badReply", 0},
	} {
		t.Run(name, func(t *testing.T) {
			s, c, _ := router(t, fakeai.Options{})
			s.Fail(hearing, faults.Every, tt.fault)
			s.Fail(speaking, faults.Every, tt.fault)
			got, err := c.Transcribe(t.Context(), sound(1), openaiaudio.Request{Model: fakeai.Scribe})
			if f := fault.Of(err); f.Key != tt.key || f.RetryAfter != tt.after || got.Text != "" || len(s.Calls(hearing)) != 1 {
				t.Errorf("%+v, %v after %d calls", got, err, len(s.Calls(hearing)))
			}
			wantNothingTold(t, err)
			spoken, _, err := listen(t, c, openaiaudio.Utterance{Model: fakeai.Speaker, Text: secret})
			if fault.Of(err).Key != tt.key || len(spoken) != 0 || len(s.Calls(speaking)) != 1 {
				t.Errorf("%d samples, %v after %d calls", len(spoken), err, len(s.Calls(speaking)))
			}
			wantNothingTold(t, err)
		})
	}
}

func TestSpeechOfTheRouterThatBreaksOff(t *testing.T) {
	for name, tt := range map[string]struct {
		fault fakeai.Fault
		key   string
		heard int // tenths of a second
	}{"torn": {fakeai.Torn(3), "audioServer.cutOff", 3}, "silent": {fakeai.Stalled(3), "audioServer.stalled", 3}, "never begins": {fakeai.NeverAnswers(), "audioServer.stalled", 0}} {
		t.Run(name, func(t *testing.T) {
			s, c, clk := router(t, fakeai.Options{})
			s.Fail(speaking, 1, tt.fault)
			heard, done := make(chan int, 64), make(chan error, 1)
			go func() {
				done <- c.Speak(t.Context(), openaiaudio.Utterance{Model: fakeai.Speaker, Text: "a long text"}, func(samples []int16, _ int) error {
					heard <- len(samples)
					return nil
				})
			}()
			want := tt.heard * fakeai.SpeechRate / 10
			for want > 0 {
				want -= <-heard
			}
			faults.Until(t, "the call came in", func() bool { return len(s.Calls(speaking)) == 1 })
			over := make(chan struct{})
			go func() {
				defer close(over)
				for len(done) == 0 {
					clk.Advance(time.Second)
				}
			}()
			if <-over; want != 0 || len(heard) != 0 {
				t.Errorf("%d samples too many", -want+len(heard))
			}
			if err := <-done; fault.Of(err).Key != tt.key {
				t.Errorf("%v", err)
			}
		})
	}
}

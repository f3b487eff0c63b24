package elevenlabs

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

const question = "What did you learn from that?"

var calm = Way{Voice: fakespeech.Calm}

func TestTogetherSpeechComesAsItIsMade(t *testing.T) {
	p := newPair(t, fakespeech.Options{Delays: fakespeech.Delays{FirstAudio: 75 * time.Millisecond, RealTime: 2}})
	var got []int16
	pieces := 0
	var said Spoken
	err := p.turn(t, 25*time.Millisecond, func() (err error) {
		said, err = p.Speak(t.Context(), Utterance{Way: calm, Text: question, Previous: "I see."}, func(s []int16) error {
			pieces++
			return collect(&got)(s)
		})
		return err
	})
	if err != nil || !slices.Equal(got, toneOf(question, 24000)) || pieces < 10 {
		t.Fatalf("%d samples in %d pieces, %v", len(got), pieces, err)
	}
	if said.Rate != 24000 || said.Samples != len(got) || said.Characters != (len(question)+1)/2 || said.Made.RequestID == "" {
		t.Errorf("%+v", said)
	}
	if kept := p.fake.History(); !slices.Equal(kept, []string{question}) {
		t.Errorf("kept %q", kept)
	}
}

func TestTogetherAllOfAWayIsTaken(t *testing.T) {
	p := newPair(t, fakespeech.Options{})
	half, speed, boost := 0.5, 1.1, true
	way := Way{Voice: fakespeech.Warm, Language: "de", Settings: Settings{&half, &half, &half, &boost, &speed}}
	for _, model := range []string{"", "eleven_flash_v2", "eleven_turbo_v2_5", "eleven_multilingual_v2", "eleven_v3"} {
		way.Model = model
		if said, err := p.Speak(t.Context(), Utterance{Way: way, Text: question}, func([]int16) error { return nil }); err != nil || said.Samples == 0 {
			t.Errorf("%q: %+v, %v", model, said, err)
		}
	}
}

func TestTogetherALowerRateIsFound(t *testing.T) {
	p := newPair(t, fakespeech.Options{Tier: "free"})
	p.fake.Fail(calmSpeech, 1, fakespeech.CreatorOnly())
	for _, calls := range []int{2, 3} { // the second time it is known
		var got []int16
		said, err := p.Speak(t.Context(), Utterance{Way: calm, Text: question, Began: func(int) {}}, collect(&got))
		if err != nil || said.Rate != 22050 || !slices.Equal(got, toneOf(question, 22050)) || len(p.fake.Calls(calmSpeech)) != calls {
			t.Errorf("%+v after %d calls, %v", said, len(p.fake.Calls(calmSpeech)), err)
		}
	}
	p.fake.Fail(calmSpeech, serve.Every, fakespeech.CreatorOnly())
	_, err := p.Speak(t.Context(), Utterance{Way: calm, Text: question}, nil)
	isFault(t, err, fault.Denied, "planTooSmall")
}

func TestTogetherSpeechIsInterrupted(t *testing.T) {
	const piece = 2400 // samples the fake sends at a time
	tests := map[string]struct {
		fault   fakespeech.Fault
		samples int
		key     string // empty: it goes on
	}{
		"cut": {fakespeech.Torn(3), 3 * piece, "cutOff"}, "stall": {fakespeech.Stalled(3), 3 * piece, "stalled"},
		"cut at once": {fakespeech.Torn(0), 0, "cutOff"}, "stall at once": {fakespeech.Stalled(0), 0, "stalled"},
		"pause":      {fakespeech.Paused(3, 14*time.Second), len(toneOf(question, 24000)), ""},
		"long pause": {fakespeech.Paused(3, 16*time.Second), 3 * piece, "stalled"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p := newPair(t, fakespeech.Options{})
			p.fake.Fail(calmSpeech, 1, tt.fault)
			var got []int16
			var said Spoken
			err := p.turn(t, 50*time.Millisecond, func() (err error) {
				said, err = p.Speak(t.Context(), Utterance{Way: calm, Text: question}, collect(&got))
				return err
			})
			if tt.key != "" {
				isFault(t, err, fault.Unavailable, tt.key)
			} else if err != nil {
				t.Fatal(err)
			}
			if said.Samples != tt.samples || !slices.Equal(got, toneOf(question, 24000)[:tt.samples]) {
				t.Errorf("%d samples delivered, %d said, want %d", len(got), said.Samples, tt.samples)
			}
			if calls := len(p.fake.Calls(calmSpeech)); calls != 1 {
				t.Errorf("%d calls", calls)
			}
		})
	}
}

func TestTogetherSpeechIsCancelled(t *testing.T) {
	p := newPair(t, fakespeech.Options{Delays: fakespeech.Delays{RealTime: 1}})
	ctx, cancel := context.WithCancel(t.Context())
	said, err := p.Speak(ctx, Utterance{Way: calm, Text: question}, func([]int16) error {
		cancel()
		return nil
	})
	if fault.Of(err).Code != fault.Canceled || said.Samples != 2400 {
		t.Errorf("%+v, %v", said, err)
	}
}

// Every shape of error, at each of the four doors that cost money.
func TestTogetherEveryErrorIsNamed(t *testing.T) {
	const step = 25 * time.Millisecond // in a millisecond: an answer on a busy computer isn't taken for silence
	tests := map[string]struct {
		fault fakespeech.Fault
		code  fault.Code
		key   string
		calls int // of HTTP speech
	}{
		"invalid key":      {fakespeech.InvalidKey(), fault.Denied, "invalidKey", 1},
		"permission":       {fakespeech.MissingPermission("text_to_speech"), fault.Denied, "missingPermission", 1},
		"quota":            {fakespeech.QuotaExceeded(), fault.Denied, "quotaExceeded", 1},
		"voice":            {fakespeech.VoiceNotFound(404), fault.NotFound, "voiceNotFound", 1},
		"voice, old":       {fakespeech.VoiceNotFound(400), fault.NotFound, "voiceNotFound", 1},
		"length":           {fakespeech.CharacterLimit(), fault.Invalid, "textTooLong", 1},
		"plan":             {fakespeech.CreatorOnly(), fault.Denied, "planTooSmall", 1},
		"concurrency":      {fakespeech.TooManyRequests(false), fault.RateLimited, "tooManyAtOnce", 1},
		"concurrency, new": {fakespeech.TooManyRequests(true), fault.RateLimited, "tooManyAtOnce", 1},
		"busy":             {fakespeech.SystemBusy(), fault.RateLimited, "busy", 3},
		"array":            {fakespeech.Unprocessable(), fault.Invalid, "refused", 1},
		"string":           {fakespeech.StringDetail(400, "This platypus is "+wireWords), fault.Invalid, "refused", 1},
		"string 500":       {fakespeech.StringDetail(500, "Internal Server Error"), fault.Unavailable, "outOfOrder", 3},
		"page":             {fakespeech.HTMLBadGateway(), fault.Unavailable, "outOfOrder", 3},
		"reset":            {fakespeech.ConnectionReset(), fault.Offline, "unreachable", 1},
		"silence":          {fakespeech.NeverAnswers(), fault.Unavailable, "stalled", 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			for path, call := range doors(t) {
				p := newPair(t, fakespeech.Options{})
				p.fake.Fail(path, serve.Every, tt.fault)
				err := p.turn(t, step, func() error { return call(p.Client) })
				isFault(t, err, tt.code, tt.key)
				if calls := len(p.fake.Calls(path)); path != calmTalk && calls != tt.calls {
					t.Errorf("%s: %d calls", path, calls)
				}
				if len(p.kept()) > 0 {
					t.Errorf("%s: nothing was made, but %v", path, p.kept())
				}
			}
		})
	}
}

// doors are calls by their path.
func doors(t *testing.T) map[string]func(*Client) error {
	t.Helper()
	return map[string]func(*Client) error{
		calmSpeech: func(c *Client) error {
			_, err := c.Speak(t.Context(), Utterance{Way: calm, Text: question}, nil)
			return err
		},
		calmTalk: func(c *Client) error {
			_, err := c.OpenTalk(t.Context(), calm, nil)
			return err
		},
		batchPath: func(c *Client) error {
			_, err := c.Transcribe(t.Context(), ramp(1600), Hints{})
			return err
		},
		livePath: func(c *Client) error {
			_, err := c.OpenDictation(t.Context(), DictationOptions{})
			return err
		},
	}
}

// What the fake refuses by itself, not because a test planned it.
func TestTogetherRefusals(t *testing.T) {
	p := newPair(t, fakespeech.Options{Characters: 40, Tier: "free", Concurrency: 1, Delays: fakespeech.Delays{FirstAudio: time.Hour}})
	speak := func(c *Client, voice, text string) error {
		_, err := c.Speak(t.Context(), Utterance{Way: Way{Voice: voice}, Text: text}, func([]int16) error { return nil })
		return err
	}
	isFault(t, speak(p.with(t, "sk_unknown"), fakespeech.Calm, "Yes."), fault.Denied, "invalidKey")
	isFault(t, speak(p.Client, nobody, "Yes."), fault.NotFound, "voiceNotFound")
	isFault(t, speak(p.Client, fakespeech.Calm, longText(200)), fault.Denied, "quotaExceeded")
	ctx, cancel := context.WithCancel(t.Context())
	first := make(chan error, 1)
	go func() {
		_, err := p.Speak(ctx, Utterance{Way: calm, Text: "Yes."}, nil)
		first <- err
	}()
	p.clock.waited(t, time.Hour, 1)
	isFault(t, speak(p.Client, fakespeech.Calm, "Yes."), fault.RateLimited, "tooManyAtOnce")
	cancel()
	if err := within(t, first); fault.Of(err).Code != fault.Canceled {
		t.Error(err)
	}
}

func longText(n int) string {
	text := make([]byte, n)
	for i := range text {
		text[i] = "platypus "[i%9]
	}
	return string(text)
}

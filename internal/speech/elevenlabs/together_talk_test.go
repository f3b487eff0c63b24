package elevenlabs

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// sentences of a turn.
var sentences = []string{"Thank you.", "What did I hear you say?", "And then?"}

// sink takes sound, from another goroutine than the test's.
type sink struct {
	mu      sync.Mutex
	samples []int16
}

func (s *sink) write(samples []int16) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.samples = append(s.samples, samples...)
	return nil
}

func (s *sink) all() []int16 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.samples)
}

func openPair(t *testing.T, p *pair, way Way, write func([]int16) error) *Talk {
	t.Helper()
	talk, err := p.OpenTalk(t.Context(), way, write)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { talk.Cancel(); <-talk.Done() })
	return talk
}

// Each sentence is spoken before the next is known; words have the times of the whole,
// however the service writes them down.
func TestTogetherATalk(t *testing.T) {
	for name, o := range map[string]fakespeech.Options{
		"live spelling": {}, "spelling of the specification": {SpecSpelling: true}, "times ahead": {TimesAhead: true},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPair(t, o)
			var got sink
			var want []int16
			talk := openPair(t, p, Way{Voice: fakespeech.Warm, Language: "en"}, got.write)
			for _, sentence := range sentences {
				if err := talk.Say(t.Context(), sentence); err != nil {
					t.Fatal(err)
				}
				want = append(want, toneOf(sentence, 24000)...)
				serve.Until(t, "the sentence is heard", func() bool { return len(got.all()) == len(want) })
			}
			said, err := talk.Finish(t.Context())
			if err != nil || !slices.Equal(got.all(), want) || said.Rate != 24000 || said.Samples != len(want) {
				t.Errorf("%d of %d samples, %v", said.Samples, len(want), err)
			}
			wordsOf(t, said.Words, strings.Join(sentences, " "), said.Millis())
			if kept := p.fake.History(); len(kept) != len(sentences) || len(p.kept()) != 1 {
				t.Errorf("kept %q, known %v", kept, p.kept())
			}
		})
	}
}

// wordsOf checks that words are those of a text, one after another within ms.
func wordsOf(t *testing.T, words []transcript.Word, text string, ms int) {
	t.Helper()
	var texts []string
	last := 0
	for _, w := range words {
		texts = append(texts, w.Text)
		if w.StartMs < last || w.EndMs <= w.StartMs || w.EndMs > ms {
			t.Errorf("%+v after %d ms, of %d ms", w, last, ms)
		}
		last = w.EndMs
	}
	if !slices.Equal(texts, strings.Fields(text)) {
		t.Errorf("words %q of %q", texts, text)
	}
}

func TestTogetherBargingIn(t *testing.T) {
	for name, ahead := range map[string]bool{"times with each frame": false, "times ahead": true} {
		t.Run(name, func(t *testing.T) {
			p := newPair(t, fakespeech.Options{TimesAhead: ahead, Delays: fakespeech.Delays{RealTime: 1}})
			var got sink
			talk := openPair(t, p, calm, got.write)
			if err := talk.Say(t.Context(), sentences[1]); err != nil {
				t.Fatal(err)
			}
			for n := 1; n <= 2; n++ { // frames of a quarter of a second; the third is not due yet
				serve.Until(t, "a frame is heard", func() bool { return len(got.all()) == n*6000 })
				p.clock.waited(t, 250*time.Millisecond, n)
				if n == 1 {
					p.clock.Advance(250 * time.Millisecond)
				}
			}
			said := talk.Cancel()
			p.clock.Advance(time.Minute)
			within(t, talk.Done())
			if said.Samples != 12000 || len(got.all()) != 12000 {
				t.Errorf("%+v, %d samples", said, len(got.all()))
			}
			wordsBegun(t, said)
			isFault(t, talk.Say(t.Context(), "More."), fault.Unavailable, "sessionEnded")

			again, err := talk.Reopen(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if err := again.Say(t.Context(), sentences[0]); err != nil {
				t.Fatal(err)
			}
			err = p.turn(t, 50*time.Millisecond, func() error { _, err := again.Finish(t.Context()); return err })
			if err != nil || !slices.Equal(got.all()[12000:], toneOf(sentences[0], 24000)) {
				t.Errorf("%d samples more, %v", len(got.all())-12000, err)
			}
		})
	}
}

// wordsBegun checks that an interrupted talk lists the words that could be heard: of
// "What did I" half a second is "What di".
func wordsBegun(t *testing.T, said Spoken) {
	t.Helper()
	var texts []string
	for _, w := range said.Words {
		texts = append(texts, w.Text)
	}
	if len(texts) != 2 || texts[0] != "What" || !strings.HasPrefix("did", texts[1]) {
		t.Errorf("words %q in %d ms", texts, said.Millis())
	}
}

// A model may think for longer than the service waits for text.
func TestTogetherATalkIsKeptAlive(t *testing.T) {
	p := newPair(t, fakespeech.Options{})
	var got sink
	talk := openPair(t, p, calm, got.write)
	p.clock.waited(t, 20*time.Second, 2) // for the first message, then for text
	for n := range 8 {
		p.clock.waited(t, talkAlive, n+1)
		p.clock.Advance(talkAlive)
		p.clock.waited(t, 20*time.Second, n+3)
	}
	if err := talk.Say(t.Context(), sentences[0]); err != nil {
		t.Fatal(err)
	}
	if _, err := talk.Finish(t.Context()); err != nil || !slices.Equal(got.all(), toneOf(sentences[0], 24000)) {
		t.Errorf("%d samples, %v", len(got.all()), err)
	}
}

func TestTogetherAnIdleTalkIsClosed(t *testing.T) {
	theirs := newCounted()
	p := newPair(t, fakespeech.Options{Clock: theirs})
	talk := openPair(t, p, calm, nil)
	theirs.waited(t, 20*time.Second, 2)
	theirs.Advance(20 * time.Second) // ours stands still, as on a computer that slept
	within(t, talk.Done())
	isFault(t, talk.Say(t.Context(), "Yes."), fault.Unavailable, "sessionEnded")
	if _, err := talk.Reopen(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestTogetherFramesOfAMegabyte(t *testing.T) {
	p := newPair(t, fakespeech.Options{})
	p.fake.Fail(calmTalk, 1, fakespeech.BigFrames())
	var got sink
	talk := openPair(t, p, calm, got.write)
	if err := talk.Say(t.Context(), question); err != nil {
		t.Fatal(err)
	}
	said, err := talk.Finish(t.Context())
	want := toneOf(question, 24000)
	if err != nil || said.Samples != 450000 || !slices.Equal(got.all()[:len(want)], want) {
		t.Errorf("%+v, %v", said, err)
	}
}

func TestTogetherHowTalksEnd(t *testing.T) {
	const frame = 6000 // samples
	tests := map[string]struct {
		fault   fakespeech.Fault
		code    fault.Code
		key     string
		samples int // -1 for all
	}{
		"without isFinal":  {fakespeech.Fault{Unfinished: true}, "", "", -1},
		"cut":              {fakespeech.Torn(2), fault.Unavailable, "cutOff", 2 * frame},
		"stall":            {fakespeech.Stalled(2), fault.Unavailable, "stalled", 2 * frame},
		"quota":            {fakespeech.SocketError(2, "quota_exceeded", "This request exceeds your quota of 10000."), fault.Denied, "quotaExceeded", 2 * frame},
		"busy":             {fakespeech.SocketError(1, "system_busy", "try again"), fault.RateLimited, "busy", frame},
		"concurrency":      {fakespeech.SocketError(0, "too_many_concurrent_requests", wireWords), fault.RateLimited, "tooManyAtOnce", 0},
		"unusual activity": {fakespeech.SocketError(0, "detected_unusual_activity", "Free Tier usage disabled."), fault.Denied, "unusualActivity", 0},
		"unknown":          {fakespeech.SocketError(0, "a_new_one", wireWords), fault.Invalid, "refused", 0},
		"out of order":     {fakespeech.Fault{After: 1, Close: 1011, Reason: wireWords}, fault.Unavailable, "outOfOrder", frame},
		"restart":          {fakespeech.Fault{After: 1, Close: 1001}, fault.Unavailable, "cutOff", frame},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p := newPair(t, fakespeech.Options{})
			p.fake.Fail(calmTalk, 1, tt.fault)
			var got sink
			talk := openPair(t, p, calm, got.write)
			var said Spoken
			err := p.turn(t, 10*time.Millisecond, func() (err error) {
				if err = talk.Say(t.Context(), question); err == nil {
					said, err = talk.Finish(t.Context())
				}
				return err
			})
			if tt.samples < 0 {
				tt.samples = len(toneOf(question, 24000))
			}
			if tt.key != "" {
				isFault(t, err, tt.code, tt.key)
			} else if err != nil {
				t.Fatal(err)
			}
			if talk.Spoken().Samples != tt.samples || said.Samples != 0 && said.Samples != tt.samples {
				t.Errorf("%d samples, want %d", talk.Spoken().Samples, tt.samples)
			}
		})
	}
}

// What the fake refuses by itself is told in a frame, after the handshake.
func TestTogetherTalksThatAreRefused(t *testing.T) {
	p := newPair(t, fakespeech.Options{Characters: 10, Keys: map[string][]string{fakespeech.Key: nil, "listener": {"speech_to_text"}}})
	tests := map[string]struct {
		key, permission string
		way             Way
		code            fault.Code
		want            string
	}{
		"key":        {"sk_unknown", "", calm, fault.Denied, "invalidKey"},
		"permission": {"listener", "text_to_speech", calm, fault.Denied, "missingPermission"},
		"voice":      {fakespeech.Key, "", Way{Voice: nobody}, fault.NotFound, "voiceNotFound"},
		"model":      {fakespeech.Key, "", Way{Voice: fakespeech.Calm, Model: "eleven_gone"}, fault.NotFound, "modelNotFound"},
		"no socket":  {fakespeech.Key, "", Way{Voice: fakespeech.Calm, Model: "eleven_v3"}, fault.Invalid, "refused"},
		"quota":      {fakespeech.Key, "", calm, fault.Denied, "quotaExceeded"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			talk, err := p.with(t, tt.key).OpenTalk(t.Context(), tt.way, nil)
			if err == nil {
				if err = talk.Say(t.Context(), question); err == nil {
					_, err = talk.Finish(t.Context())
				}
				talk.Cancel()
			}
			isFault(t, err, tt.code, tt.want)
			if got := fault.Of(err).Params["permission"]; tt.permission != "" && got != tt.permission {
				t.Errorf("permission %v", got)
			}
		})
	}
}

// A talk stands for as long as the person thinks: no clock of ours ends it.
func TestTogetherNobodyIsStalledWhileNothingIsDue(t *testing.T) {
	p := newPair(t, fakespeech.Options{Clock: testkit.NewClock()})
	var got sink
	talk := openPair(t, p, calm, got.write)
	if err := talk.Say(t.Context(), sentences[0]); err != nil {
		t.Fatal(err)
	}
	want := toneOf(sentences[0], 24000)
	serve.Until(t, "the sentence is heard", func() bool { return len(got.all()) == len(want) })
	for n := range 4 {
		p.clock.waited(t, talkAlive, n+1)
		p.clock.Advance(talkAlive)
	}
	if _, err := talk.Finish(t.Context()); err != nil {
		t.Error(err)
	}
}

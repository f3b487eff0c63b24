package elevenlabs

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	sounds "github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// spoken is sound of so many seconds that isn't silent.
func spoken(seconds float64) []int16 {
	return sounds.Tone(strings.Repeat("a", 1+int(seconds*15)), SampleRate)[:int(seconds*SampleRate)]
}

// hear writes sound as a microphone gives it: 20 ms at a time, from one buffer.
func hear(t *testing.T, d *Dictation, samples []int16) {
	t.Helper()
	buffer := make([]int16, SampleRate/50)
	for piece := range slices.Chunk(samples, len(buffer)) {
		if err := d.Write(buffer[:copy(buffer, piece)]); err != nil {
			t.Fatal(err)
		}
	}
}

// ear understands as many words as there are tenths of a second, all of them different,
// and counts how often it was asked for a segment of which length.
type ear struct {
	mu      sync.Mutex
	lengths []int
}

func (e *ear) words(pcm []int16) (words []sounds.Word) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.lengths = append(e.lengths, len(pcm))
	for i := range len(pcm) / 1600 {
		if !sounds.Silent(pcm[i*1600 : (i+1)*1600]) {
			words = append(words, sounds.Word{Text: "w" + string(rune('a'+i%26)), Start: float64(i) / 10, End: float64(i)/10 + 0.08})
		}
	}
	return words
}

func (e *ear) heard() []int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.lengths)
}

// never is a distance of partial transcripts that keeps an ear from being asked for them.
const never = 24 * time.Hour

func TestTogetherARecordingIsWrittenDown(t *testing.T) {
	var e ear
	p := newPair(t, fakespeech.Options{Words: e.words, Delays: fakespeech.Delays{Batch: 100 * time.Second}})
	pcm := slices.Concat(make([]int16, 8000), spoken(2))
	for n, h := range []Hints{{}, {Language: "de", Terms: []string{"Kubernetes", "a term of two"}}} {
		var got string
		done := make(chan error, 1)
		go func() {
			said, err := p.Transcribe(t.Context(), pcm, h)
			if err != nil {
				done <- err
				return
			}
			got = said.Text
			wordsOf(t, said.Words, said.Text, 2500)
			if want := h.Language; !said.Timed || !said.KeepsFillers || said.Words[0].StartMs != 500 || want != "" && said.Language != want || want == "" && said.Language != "en" {
				t.Errorf("%+v", said)
			}
			done <- nil
		}()
		p.clock.waited(t, 100*time.Second, n+1)
		p.clock.Advance(100 * time.Second)
		if err := within(t, done); err != nil || len(strings.Fields(got)) != 20 {
			t.Fatalf("%q, %v", got, err)
		}
	}
	if lengths := e.heard(); !slices.Equal(lengths, []int{40000, 40000}) || len(p.fake.Transcripts()) != 2 {
		t.Errorf("heard %v", lengths)
	}
	if said, err := p.Transcribe(t.Context(), nil, Hints{}); err != nil || said.Text != "" {
		t.Errorf("%+v, %v", said, err)
	}
}

func TestTogetherSilenceIsNothing(t *testing.T) {
	p := newPair(t, fakespeech.Options{})
	d := openDictationOf(t, p, DictationOptions{})
	hear(t, d, make([]int16, 4*SampleRate))
	live, err := d.Commit(t.Context())
	recorded, err2 := p.Transcribe(t.Context(), make([]int16, SampleRate), Hints{})
	if err != nil || err2 != nil || live.Text+recorded.Text != "" || len(live.Words)+len(recorded.Words) != 0 || live.Words == nil || recorded.Words == nil {
		t.Errorf("%+v, %v; %+v, %v", live, err, recorded, err2)
	}
}

func openDictationOf(t *testing.T, p *pair, o DictationOptions) *Dictation {
	t.Helper()
	d, err := p.OpenDictation(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close(); <-d.Done() })
	return d
}

// Guesses are revised, each answer counts once although it comes twice, and times go on.
func TestTogetherADictation(t *testing.T) {
	p := newPair(t, fakespeech.Options{})
	var mu sync.Mutex
	var guesses []string
	d := openDictationOf(t, p, DictationOptions{
		Hints: Hints{Language: "en", Terms: []string{"billing system"}}, Before: strings.Repeat("What did you do then? ", 5),
		Heard: func(text string) {
			mu.Lock()
			defer mu.Unlock()
			guesses = append(guesses, text)
		},
	})
	hear(t, d, spoken(3))
	first, err := d.Commit(t.Context())
	if err != nil || first.Text != fakespeech.Heard || !first.Timed || first.Language != "en" {
		t.Fatalf("%+v, %v", first, err)
	}
	wordsOf(t, first.Words, fakespeech.Heard, 3000)
	hear(t, d, spoken(3))
	both, err := d.Commit(t.Context())
	if err != nil || both.Text != fakespeech.Heard+" "+fakespeech.Heard {
		t.Fatalf("%+v, %v", both, err)
	}
	wordsOf(t, both.Words, both.Text, 6000)
	if n := len(first.Words); both.Words[n].StartMs != 3000 {
		t.Errorf("the second answer begins at %d ms", both.Words[n].StartMs)
	}
	mu.Lock()
	defer mu.Unlock()
	for _, want := range []string{"I-", "I le-", fakespeech.Heard, fakespeech.Heard + " I-", both.Text} {
		if i := slices.Index(guesses, want); i < 0 {
			t.Errorf("%q was never heard in %q", want, guesses)
		} else {
			guesses = guesses[i+1:]
		}
	}
	if len(guesses) > 0 {
		t.Errorf("heard after the end: %q", guesses)
	}
}

// A long answer is committed in its pauses, or in time before the service does it.
func TestTogetherALongAnswer(t *testing.T) {
	for name, tt := range map[string]struct {
		pauses bool
		want   []int // lengths of segments in seconds
	}{"with pauses": {true, []int{25, 25, 25, 20}}, "without": {false, []int{80, 15}}} {
		t.Run(name, func(t *testing.T) {
			var e ear
			p := newPair(t, fakespeech.Options{Words: e.words, PartialEvery: never})
			d := openDictationOf(t, p, DictationOptions{})
			for second := range 95 {
				hear(t, d, spoken(1))
				if tt.pauses && second%25 == 24 {
					d.Pause()
				}
			}
			got, err := d.Commit(t.Context())
			lengths := e.heard()
			for i := range lengths {
				lengths[i] /= SampleRate
			}
			if err != nil || !slices.Equal(lengths, tt.want) || len(got.Words) != 950 {
				t.Fatalf("%d words in segments of %v s, %v", len(got.Words), lengths, err)
			}
			for i, w := range got.Words {
				if off := w.StartMs - i*100; off < -1 || off > 1 {
					t.Fatalf("word %d at %d ms", i, w.StartMs)
				}
			}
		})
	}
}

// Answers too short to be committed are made long enough, and lose nothing.
func TestTogetherShortAnswers(t *testing.T) {
	p := newPair(t, fakespeech.Options{Words: (&ear{}).words, PartialEvery: never})
	d := openDictationOf(t, p, DictationOptions{})
	for n := 1; n <= 3; n++ {
		hear(t, d, spoken(0.1))
		got, err := d.Commit(t.Context())
		if err != nil || len(got.Words) != n || got.Words[n-1].StartMs != (n-1)*100 || got.Words[n-1].EndMs > n*100 {
			t.Fatalf("%+v, %v", got, err)
		}
	}
	if got, err := d.Commit(t.Context()); err != nil || len(got.Words) != 3 {
		t.Errorf("nothing new: %+v, %v", got, err)
	}
}

func TestTogetherAThrottledCommit(t *testing.T) {
	p := newPair(t, fakespeech.Options{})
	p.fake.Fail(livePath, 1, fakespeech.ThrottledCommits(2))
	d := openDictationOf(t, p, DictationOptions{})
	hear(t, d, spoken(3))
	var text string
	err := p.turn(t, 50*time.Millisecond, func() error {
		said, err := d.Commit(t.Context())
		text = said.Text
		return err
	})
	if err != nil || text != fakespeech.Heard {
		t.Errorf("%q, %v", text, err)
	}
	hear(t, d, spoken(3))
	if said, err := d.Commit(t.Context()); err != nil || said.Text != fakespeech.Heard+" "+fakespeech.Heard {
		t.Errorf("%q, %v", said.Text, err)
	}
}

func TestTogetherTheLastAnswerTakesAMoment(t *testing.T) {
	p := newPair(t, fakespeech.Options{Delays: fakespeech.Delays{Commit: 410 * time.Millisecond}})
	d := openDictationOf(t, p, DictationOptions{})
	hear(t, d, spoken(3))
	done := make(chan error, 1)
	go func() {
		_, err := d.Commit(t.Context())
		done <- err
	}()
	p.clock.waited(t, 410*time.Millisecond, 1)
	p.clock.Advance(409 * time.Millisecond)
	select {
	case err := <-done:
		t.Fatalf("too early: %v", err)
	default:
	}
	p.clock.Advance(time.Millisecond)
	if err := within(t, done); err != nil {
		t.Error(err)
	}
}

func TestTogetherKeysThatMayNotListen(t *testing.T) {
	p := newPair(t, fakespeech.Options{})
	for key, want := range map[string]string{"sk_unknown": "invalidKey", fakespeech.TTSOnly: "missingPermission"} {
		_, live := p.with(t, key).OpenDictation(t.Context(), DictationOptions{})
		_, recorded := p.with(t, key).Transcribe(t.Context(), spoken(1), Hints{})
		for _, err := range []error{live, recorded} {
			isFault(t, err, fault.Denied, want)
			if got := fault.Of(err).Params["permission"]; key == fakespeech.TTSOnly && got != "speech_to_text" {
				t.Errorf("permission %v", got)
			}
		}
	}
}

// Whatever ends a session is named, and what was understood before it is kept.
func TestTogetherHowDictationsEnd(t *testing.T) {
	const pieces = 10 // of sound, after which it happens
	tests := map[string]struct {
		fault fakespeech.Fault
		code  fault.Code
		key   string
	}{
		"quota":     {fakespeech.RealtimeError(pieces, "quota_exceeded", "You have exceeded your quota."), fault.Denied, "quotaExceeded"},
		"key":       {fakespeech.RealtimeError(pieces, "auth_error", wireWords), fault.Denied, "invalidKey"},
		"rate":      {fakespeech.RealtimeError(pieces, "rate_limited", wireWords), fault.RateLimited, "busy"},
		"queue":     {fakespeech.RealtimeError(pieces, "queue_overflow", wireWords), fault.RateLimited, "busy"},
		"resources": {fakespeech.RealtimeError(pieces, "resource_exhausted", wireWords), fault.RateLimited, "busy"},
		"scribe":    {fakespeech.RealtimeError(pieces, "transcriber_error", wireWords), fault.Unavailable, "outOfOrder"},
		"terms":     {fakespeech.RealtimeError(pieces, "unaccepted_terms", wireWords), fault.Denied, "termsNotAccepted"},
		"input":     {fakespeech.RealtimeError(pieces, "input_error", wireWords), fault.Invalid, "refused"},
		"chunk":     {fakespeech.RealtimeError(pieces, "chunk_size_exceeded", wireWords), fault.Invalid, "refused"},
		"cut":       {fakespeech.Torn(pieces), fault.Unavailable, "cutOff"},
		"stall":     {fakespeech.Stalled(pieces), fault.Unavailable, "stalled"},
		"restart":   {fakespeech.Fault{After: pieces, Close: 1001}, fault.Unavailable, "cutOff"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p := newPair(t, fakespeech.Options{})
			p.fake.Fail(livePath, 1, tt.fault)
			d := openDictationOf(t, p, DictationOptions{})
			endOf(t, p, d, tt.code, tt.key)
		})
	}
}

// endOf writes until the dictation is over and checks why.
func endOf(t *testing.T, p *pair, d *Dictation, code fault.Code, key string) {
	t.Helper()
	answers := 0
	err := p.turn(t, 50*time.Millisecond, func() error {
		for {
			if err := d.Write(spoken(1)); err != nil {
				return err
			}
			said, err := d.Commit(t.Context())
			if err != nil {
				if want := strings.TrimSpace(strings.Repeat(fakespeech.Heard+" ", answers)); answers == 0 || said.Text != want {
					t.Errorf("%q after %d answers", said.Text, answers)
				}
				return err
			}
			answers++
		}
	})
	isFault(t, err, code, key)
	within(t, d.Done())
	isFault(t, d.Write(spoken(1)), code, key)
}

// A complaint about silence may come while an answer is on its way.
func TestTogetherAWarningEndsNothing(t *testing.T) {
	p := newPair(t, fakespeech.Options{Delays: fakespeech.Delays{Commit: 410 * time.Millisecond}, PartialEvery: never})
	const pieces = 4 // of half a second: what was said, and silence up to two seconds
	p.fake.Fail(livePath, 1, fakespeech.RealtimeWarning(pieces, "insufficient_audio_activity", wireWords))
	d := openDictationOf(t, p, DictationOptions{})
	if err := d.Write(spoken(0.5)); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	var text string
	go func() {
		said, err := d.Commit(t.Context())
		text = said.Text
		done <- err
	}()
	p.clock.waited(t, quietWait, 1)
	p.clock.waited(t, 410*time.Millisecond, 1)
	p.clock.Advance(410 * time.Millisecond)
	if err := within(t, done); err != nil || text != fakespeech.Heard {
		t.Errorf("%q, %v", text, err)
	}
}

func TestTogetherASessionHasItsTime(t *testing.T) {
	p := newPair(t, fakespeech.Options{SessionLimit: time.Hour})
	d := openDictationOf(t, p, DictationOptions{})
	hear(t, d, spoken(3))
	if _, err := d.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.clock.waited(t, time.Hour, 1)
	p.clock.Advance(time.Hour)
	within(t, d.Done())
	said, err := d.Commit(t.Context())
	isFault(t, err, fault.Unavailable, "sessionEnded")
	if said.Text != fakespeech.Heard {
		t.Errorf("%+v", said)
	}
}

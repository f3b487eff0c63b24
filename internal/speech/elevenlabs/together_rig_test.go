package elevenlabs

import (
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
	sounds "github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// The tests in files named together_* put the client and the fake of fakespeech together.
// The two were written from the same documents by different people: where they disagree,
// one of them misread.

// counted is a clock turned by hand that counts how often somebody waits for how long.
type counted struct {
	*testkit.Clock
	mu    sync.Mutex
	waits map[time.Duration]int
}

func newCounted() *counted {
	return &counted{Clock: testkit.NewClock(), waits: map[time.Duration]int{}}
}

func (c *counted) After(d time.Duration) <-chan time.Time {
	ch := c.Clock.After(d)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.waits[d]++
	return ch
}

// waited returns when somebody has waited for exactly d so many times.
func (c *counted) waited(t *testing.T, d time.Duration, times int) {
	t.Helper()
	serve.Until(t, "somebody waits for "+d.String(), func() bool {
		c.mu.Lock()
		defer c.mu.Unlock()
		return c.waits[d] >= times
	})
}

// pair is a client and the fake it talks to.
type pair struct {
	*Client
	fake  *fakespeech.ElevenLabs
	clock *counted // of both, unless the fake was given its own

	mu   sync.Mutex
	made []Made
}

func newPair(t *testing.T, o fakespeech.Options) *pair {
	t.Helper()
	p := &pair{clock: newCounted()}
	if o.Clock == nil {
		o.Clock = p.clock
	}
	p.fake = fakespeech.StartElevenLabs(t, o)
	p.Client = p.with(t, fakespeech.Key)
	return p
}

// with is a client of the same fake with another key.
func (p *pair) with(t *testing.T, key string) *Client {
	t.Helper()
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	c, err := New(Options{BaseURL: p.fake.URL, Key: key, HTTP: &http.Client{Transport: transport}, Clock: p.clock, Made: func(m Made) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.made = append(p.made, m)
	}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// kept is what the client said it left in the account.
func (p *pair) kept() []Made {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]Made{}, p.made...)
}

// turn turns the clock step by step until the call returns.
func (p *pair) turn(t *testing.T, step time.Duration, call func() error) error {
	t.Helper()
	return turning(t, p.clock, step, call)
}

// isFault fails unless err is the fault.
func isFault(t *testing.T, err error, code fault.Code, key string) {
	t.Helper()
	if f := fault.Of(err); err == nil || f.Code != code || f.Key != "elevenlabs."+key {
		t.Fatalf("%v, want elevenlabs.%s (%s)", err, key, code)
	}
	clean(t, err)
}

// toneOf is what the fake says by default, at a rate.
func toneOf(text string, rate int) []int16 {
	return sounds.Resample(sounds.Tone(text, fakespeech.VoiceRate), fakespeech.VoiceRate, rate)
}

const (
	calmSpeech = "/v1/text-to-speech/" + fakespeech.Calm + "/stream"
	calmTalk   = calmSpeech + "-input"
	batchPath  = "/v1/speech-to-text"
	livePath   = batchPath + "/realtime"
)

package endtoend

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit"
	"github.com/jobjourney/jobjourney/internal/testkit/fakemic"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// story is what every recogniser of these tests hears, unless a test says otherwise.
const story = "In March our ward had two nurses too few, so I drew up a new rota with the night team. " +
	"I asked everyone which shifts they could swap, and in the end nobody worked more than five nights."

// trial is a rehearsal with providers that can be told to fail, in which every second of
// waiting between tries passes at once.
type trial struct {
	*product
	t      *testing.T
	clk    *swift
	mic    *fakemic.Microphone
	router *fakeai.Server
	eleven *fakespeech.ElevenLabs
	own    *fakespeech.Local // a server of one's own
	ownID  provider.ID
	voice  *mouth
	heard  string // what recognisers hear

	spoken []int16 // everything the microphone delivered to somebody
	id     interview.ID
	errs   []error // what writing down and scoring came back with
}

// newTrial makes one in which everything works: ElevenLabs speaks and writes down,
// OpenRouter scores.
func newTrial(t *testing.T) *trial {
	t.Helper()
	r := &trial{t: t, clk: &swift{Clock: testkit.NewClock()}, mic: &fakemic.Microphone{}, heard: story}
	speech := fakespeech.Options{Clock: r.clk, Transcribe: func([]int16) string { return r.heard }}
	r.router = fakeai.Start(t, fakeai.Options{Clock: r.clk})
	r.eleven = fakespeech.StartElevenLabs(t, speech)
	r.own = fakespeech.StartLocal(t, fakespeech.Speaches, fakespeech.LocalOptions{Options: speech, Models: []string{"whisper"}})
	r.voice = &mouth{}
	r.product = newProduct(t, wiring{clock: r.clk, mic: deafened{r.mic}, voice: r.voice, router: r.router, eleven: r.eleven.URL})
	r.voice.words = r.cast.Narrator
	eleven := r.key(provider.ElevenLabs, fakespeech.Key)
	r.choose(provider.Coach, r.key(provider.OpenRouter, fakeai.Key), fakeai.Chat)
	r.choose(provider.Scribe, eleven, "scribe_v2")
	r.choose(provider.Voice, eleven, fakespeech.Calm)
	r.ownID = r.server(r.own.URL, "")
	return r
}

// afresh is the same profile for the next row of a table, with everything working again.
func (r *trial) afresh(t *testing.T) *trial {
	t.Helper()
	r.router.Heal()
	r.eleven.Heal()
	r.own.Heal()
	eleven := provider.ID(provider.ElevenLabs)
	r.choose(provider.Scribe, eleven, "scribe_v2")
	r.choose(provider.Voice, eleven, fakespeech.Calm)
	r.events.forget()
	next := *r.product
	next.tb = t
	out := *r
	out.product, out.t, out.spoken, out.errs, out.id = &next, t, nil, nil, ""
	return &out
}

// deafened is a microphone of a test.
type deafened struct{ *fakemic.Microphone }

func (deafened) Microphones(context.Context) ([]interview.MicrophoneInfo, error) { return nil, nil }

func (d deafened) Listen(ctx context.Context, id string, h interview.Hearing) (io.Closer, error) {
	return d.Microphone.Listen(ctx, id, h.Samples, h.Level, h.Trouble)
}

// mouth is a voice without a loudspeaker: what the narrator says is heard by nobody.
type mouth struct {
	words func(context.Context) (interview.Narrator, error)
}

func (*mouth) Available(string) bool { return true }

// Prepare makes nothing beforehand, so that every fault comes when it is said.
func (*mouth) Prepare(...interview.Line) {}

func (*mouth) Forget() {}

func (m *mouth) Say(ctx context.Context, lines ...interview.Line) error {
	n, err := m.words(ctx)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if err := n.Speak(ctx, l, func([]int16, int) error { return ctx.Err() }); err != nil {
			return err
		}
	}
	return nil
}

// swift is a clock on which short waits, as those between two tries, are over at once, and
// longer ones, as a limit of patience, when a test says so.
type swift struct{ *testkit.Clock }

// soon is the longest wait that is over at once: package ai waits no longer for a server
// that asks it to.
const soon = 10 * time.Second

func (c *swift) After(d time.Duration) <-chan time.Time {
	over := c.Clock.After(d)
	if d <= soon {
		c.Advance(d)
	}
	return over
}

// begin puts a question and waits until the answer can be spoken.
func (r *trial) begin() { r.t.Helper(); r.beginWith(1) }

func (r *trial) beginWith(questions int) {
	r.t.Helper()
	r.id = r.planned(slices.Repeat([]string{"Tell me about a plan you had to change."}, questions)...)
	r.must(r.Start(r.t.Context(), r.id, interview.Spoken))
	r.listened(r.id)
}

// says delivers sound to the microphone, and remembers what of it somebody heard.
func (r *trial) says(pcm []int16) {
	r.spoken = append(r.spoken, pcm[:r.mic.Speak(pcm)]...)
}

// tone is sound of that length that isn't the same anywhere.
func tone(d time.Duration) []int16 {
	out := make([]int16, int(d.Seconds()*heardRate))
	for i := range out {
		out[i] = int16(i%7919 - 3000)
	}
	return out
}

// answer speaks for a moment and is done.
func (r *trial) answer() {
	r.t.Helper()
	r.says(tone(600 * time.Millisecond))
	r.finish()
}

func (r *trial) finish() {
	r.t.Helper()
	r.must(r.Done(r.id, r.must(r.Standing(r.t.Context(), r.id)).State.Turn, ""))
}

// assess has the answers written down and scored, as the report's buttons do.
func (r *trial) assess() {
	r.errs = append(r.errs, r.WriteDown(r.t.Context(), r.id, quiet), r.Score(r.t.Context(), r.id, quiet))
}

// causes are the keys of everything the person was told.
func (r *trial) causes() []string {
	out := r.events.keys()
	for _, err := range r.errs {
		if err != nil {
			out = append(out, fault.Of(err).Key)
		}
	}
	for _, a := range r.answers(r.id) {
		if a.Score != nil && a.Score.Cause != "" {
			out = append(out, a.Score.Cause)
		}
	}
	return out
}

// wants checks the three promises: the right cause is told and no other, the recording is
// kept to the sample and can be read, and no score was written.
func (r *trial) wants(cause string) {
	r.t.Helper()
	r.wantsTold(cause)
	r.keptAll()
	r.notScored()
}

// wantsTold checks that the person was told that cause, and no other.
func (r *trial) wantsTold(cause string) {
	r.t.Helper()
	if got := slices.Compact(r.causes()); !slices.Equal(got, []string{cause}) {
		r.t.Errorf("told %v, want %s alone; errors %v", got, cause, errors.Join(r.errs...))
	}
}

func (r *trial) keptAll() {
	r.t.Helper()
	kept := []byte{}
	for _, a := range r.answers(r.id) {
		for _, take := range a.Takes {
			kept = append(kept, r.sound(take.RecordingID)...)
		}
	}
	if len(r.spoken) == 0 || !slices.Equal(kept, sound.Bytes(r.spoken)) {
		r.t.Errorf("%d samples were recorded, %d bytes are kept", len(r.spoken), len(kept))
	}
}

func (r *trial) notScored() {
	r.t.Helper()
	for _, a := range r.answers(r.id) {
		if s := a.Score; s != nil && (s.Overall != nil || s.Scored > 0 || len(a.Advice) > 0) {
			r.t.Errorf("a score was written: %+v", *s)
		}
	}
}

// madeGood sees that everything missing can be had once nothing fails any more.
func (r *trial) madeGood() {
	r.t.Helper()
	r.router.Heal()
	r.eleven.Heal()
	r.own.Heal()
	ok(r.t, r.WriteDown(r.t.Context(), r.id, quiet))
	ok(r.t, r.Score(r.t.Context(), r.id, quiet))
	for _, q := range r.report(r.id).Questions {
		for _, a := range q.Answers {
			if a.Said == nil || !strings.HasPrefix(a.Said.Text, story) || a.Answer.Score == nil || a.Answer.Score.Scored != 5 {
				r.t.Errorf("afterwards: %+v", a.Answer)
			}
		}
	}
}

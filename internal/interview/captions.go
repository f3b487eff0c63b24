package interview

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// Captioner writes down what is said while it is said.
type Captioner interface {
	// Caption begins with a stretch of sound and returns when somebody listens. ctx bounds the
	// whole; language is what will probably be spoken (ISO 639-1). heard is told everything
	// understood so far: what will hardly change, and a guess that the next call may change.
	Caption(ctx context.Context, language string, heard func(settled, guess string)) (Captioning, error)
}

// Captioning is a stretch of sound being written down.
type Captioning interface {
	// Hear takes the next samples (mono, SampleRate) and doesn't wait. quiet says that nobody
	// has spoken for a moment.
	Hear(samples []int16, quiet bool) error
	// Finish says that nothing follows, and gives the transcript of it all. What it may be sent
	// is sent at once.
	Finish(ctx context.Context) (transcript.Transcript, error)
	// Close ends it; after Finish it does nothing.
	Close()
}

// Captions are the words of the answer being spoken, as far as they are understood: they are
// provisional until the answer is over.
type Captions struct {
	Turn    int    // State.Turn
	Settled string // will hardly change
	Guess   string // what follows it; the next ones may differ
	Gone    error  // why there are no more; the recording isn't touched by it
}

const (
	// queuedPieces is how much sound waits for somebody to listen: half a minute in pieces of
	// 20 ms. Who is slower is too slow.
	queuedPieces = 1_500
	// quietMs without speech is a good moment to settle what was said.
	quietMs = 500
)

// captionDesk is what a session keeps for captions; its mutex guards it.
type captionDesk struct {
	ctx  context.Context
	stop context.CancelFunc
	// coming are closed once the words of takes that are over are kept, or won't come.
	coming []<-chan struct{}
	// off is set once somebody refused who will refuse again, as without credit.
	off atomic.Bool
}

// open is the context of captions, until they are called off.
func (d *captionDesk) open(ctx context.Context) context.Context {
	if d.stop == nil {
		d.ctx, d.stop = context.WithCancel(ctx)
	}
	return d.ctx
}

// callOff ends all captions at once, those that wait for their last words too.
func (d *captionDesk) callOff() {
	if d.stop != nil {
		d.stop()
	}
}

// beginCaptions has what is said from here on written down, where somebody was chosen for
// that. It returns at once; the session's mutex is held.
func (t *take) beginCaptions() {
	s := t.s
	t.mu.Lock()
	defer t.mu.Unlock()
	if s.captions.off.Load() || t.gone() != nil {
		return
	}
	parent, language := s.captions.open(s.ctx), s.rehearsal.Plan.Language
	ctx, stop := context.WithCancel(parent)
	c := &captioned{
		startMs: t.soFarMs(), pieces: make(chan piece, queuedPieces), ended: make(chan struct{}), stop: stop, changed: t.tellCaptions,
	}
	t.parts = append(t.parts, c)
	go func() {
		defer close(c.ended)
		defer stop()
		if err := c.run(ctx, s.p.cast, language); err != nil {
			if refusesAgain(err) {
				s.captions.off.Store(true)
			}
			c.fail(err, parent.Err() != nil)
		}
	}()
}

// caption hands samples on to whoever writes them down. The caller holds the mutex.
func (t *take) caption(samples []int16, speech [][2]int) {
	n := len(t.parts)
	if n == 0 {
		return
	}
	quiet := len(speech) > 0 && t.soFarMs()-speech[len(speech)-1][1] >= quietMs
	t.parts[n-1].hear(samples, quiet)
}

// endCaptions says that the stretch is over; its last words come by themselves.
func (t *take) endCaptions() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if n := len(t.parts); n > 0 {
		t.parts[n-1].finish()
	}
}

// dropCaptions gives up those from the given stretch on.
func (t *take) dropCaptions(from int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, c := range t.parts[from:] {
		c.drop()
	}
	t.parts = t.parts[:from]
}

// words are the last words understood; empty where none are. The caller holds the mutex.
func (t *take) words() string {
	n := len(t.parts)
	if n == 0 {
		return ""
	}
	c := t.parts[n-1]
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err != nil {
		return ""
	}
	return strings.TrimSpace(c.settled + " " + c.guess)
}

// gone is why there are no captions any more. The caller holds the mutex.
func (t *take) gone() error {
	for _, c := range t.parts {
		c.mu.Lock()
		err := c.err
		c.mu.Unlock()
		if err != nil {
			return err
		}
	}
	return nil
}

// captions are those of the take so far; nil where nobody writes any. The caller holds the
// mutex.
func (t *take) captions() *Captions {
	out, some := &Captions{Turn: t.ending.number, Gone: t.gone()}, false
	for _, c := range t.parts {
		c.mu.Lock()
		some = some || c.begun || c.err != nil
		out.Settled = strings.TrimSpace(out.Settled + " " + out.Guess + " " + c.settled)
		out.Guess = c.guess
		c.mu.Unlock()
	}
	if !some {
		return nil
	}
	return out
}

// tellCaptions publishes what is understood by now.
func (t *take) tellCaptions() {
	t.mu.Lock()
	c := t.captions()
	t.mu.Unlock()
	if c != nil {
		t.s.p.events.CaptionsChanged(t.s.id, *c)
	}
}

// keepCaptions keeps the words of the take as its transcript, once they are all there. The
// caller holds the session's mutex.
func (t *take) keepCaptions(of AnswerID) {
	t.mu.Lock()
	parts := slices.Clone(t.parts)
	t.mu.Unlock()
	if len(parts) == 0 {
		return
	}
	over := make(chan struct{})
	if t.s.rehearsal.Plan.Live {
		t.s.captions.coming = append(t.s.captions.coming, over)
	}
	go func() {
		defer close(over)
		if said, ok := wholeOf(parts); ok {
			said.Provisional = true
			t.s.keepSaid(of, t.id, said)
		}
	}()
}

// keepSaid puts a transcript to its take. The answer may be the one being given, be done, or
// be gone.
func (s *session) keepSaid(of AnswerID, sound RecordingID, said transcript.Transcript) {
	put := func(a *Answer) {
		a.Takes = slices.Clone(a.Takes)
		for i := range a.Takes {
			if a.Takes[i].RecordingID == sound && a.Takes[i].Transcript == nil {
				a.Takes[i].Transcript = &said
			}
		}
	}
	ctx := context.WithoutCancel(s.ctx)
	here, err := s.putHere(ctx, of, put)
	if !here { // alter takes the session's mutex itself
		err = s.p.alter(ctx, of, func(a *Answer) error { put(a); return nil })
	}
	// Behind the lock nothing is saved, and what is gone needs nothing: it can still be
	// written down from the recording.
	if err != nil && !fault.Has(err, fault.Locked) && !notReadable(err) {
		s.p.events.MicrophoneTrouble(err)
	}
}

// putHere changes the answer that is being given; here is false where it is another.
func (s *session) putHere(ctx context.Context, id AnswerID, put func(*Answer)) (here bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.answer == nil || s.answer.ID != id {
		return false, nil
	}
	put(s.answer)
	return true, s.p.answers.PutAnswer(ctx, *s.answer)
}

package elevenlabs

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// errSilent ends a context whose watch has heard nothing for too long.
var errSilent = errors.New("nothing heard for too long")

// watch ends its context when nothing happened for a while, on the client's clock.
type watch struct {
	ctx    context.Context
	cancel context.CancelCauseFunc
	outer  context.Context
	clock  clock.Clock
	limit  time.Duration

	mu   sync.Mutex
	last time.Time // of the latest beat; zero while nothing is expected
	wake chan struct{}
}

// watched begins to watch: the first beat has to come within limit.
func (c *Client) watched(outer context.Context, limit time.Duration) *watch {
	w := &watch{outer: outer, clock: c.clock, limit: limit, last: c.clock.Now(), wake: make(chan struct{}, 1)}
	w.ctx, w.cancel = context.WithCancelCause(outer)
	go w.run()
	return w
}

// beat says that something happened, and that more is expected.
func (w *watch) beat() { w.set(w.clock.Now()) }

// rest says that nothing is expected until the next beat.
func (w *watch) rest() { w.set(time.Time{}) }

func (w *watch) set(at time.Time) {
	w.mu.Lock()
	resting := w.last.IsZero()
	w.last = at
	w.mu.Unlock()
	if resting {
		select {
		case w.wake <- struct{}{}:
		default:
		}
	}
}

// stop ends the watch and its context.
func (w *watch) stop() { w.cancel(context.Canceled) }

func (w *watch) run() {
	for {
		wait, expecting := w.left()
		if expecting && wait <= 0 {
			w.cancel(errSilent)
			return
		}
		var alarm <-chan time.Time
		if expecting {
			alarm = w.clock.After(wait)
		}
		select {
		case <-w.ctx.Done():
			return
		case <-alarm:
		case <-w.wake:
		}
	}
}

// left is how much longer silence is fine.
func (w *watch) left() (time.Duration, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.limit - w.clock.Now().Sub(w.last), !w.last.IsZero()
}

// why says what ended something that failed: the caller, silence, or else the fault given.
func (w *watch) why(otherwise *fault.Error) error {
	switch {
	case w.outer.Err() != nil:
		return canceled(w.outer)
	case errors.Is(context.Cause(w.ctx), errSilent):
		return stalled()
	}
	return otherwise
}

package ai

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
)

const (
	tries     = 3
	firstWait = 500 * time.Millisecond
	longest   = 10 * time.Second // a server that asks for more is told to the person instead
)

// retry does something up to three times: as long as it says that it may be done again,
// and what went wrong may pass.
func (c *Client) retry(ctx context.Context, do func() (again bool, err error)) error {
	wait := firstWait
	for try := 1; ; try++ {
		again, err := do()
		if err == nil || !again || !Transient(err) || try == tries {
			return err
		}
		pause := wait + time.Duration(rand.Int64N(int64(wait/2))) //nolint:gosec // so that many don't come back at once
		if asked := fault.Of(err).RetryAfter; asked > 0 {
			pause = asked
		}
		if pause > longest {
			return err
		}
		select {
		case <-c.clock.After(pause):
		case <-ctx.Done():
			return fmt.Errorf("wait to try again: %w", ctx.Err())
		}
		wait *= 4
	}
}

// watch ends a request whose stream stays silent for too long.
type watch struct {
	cancel context.CancelCauseFunc
	beat   chan struct{}
	over   context.Context
}

var errSilent = errors.New("nothing was heard for too long")

func (c *Client) watch(ctx context.Context, patience time.Duration) (context.Context, *watch) {
	ctx, cancel := context.WithCancelCause(ctx)
	w := &watch{cancel: cancel, beat: make(chan struct{}, 1), over: ctx}
	go w.run(c.clock, patience)
	return ctx, w
}

func (w *watch) run(clk clock.Clock, patience time.Duration) {
	for {
		select {
		case <-w.beat:
		case <-w.over.Done():
			return
		case <-clk.After(patience):
			w.cancel(errSilent)
			return
		}
	}
}

func (w *watch) heard() {
	select {
	case w.beat <- struct{}{}:
	default:
	}
}

func (w *watch) stop() { w.cancel(nil) }

// explain tells silence from a person's own stop.
func (w *watch) explain(err error) error {
	if errors.Is(context.Cause(w.over), errSilent) {
		return fmt.Errorf("wait for words: %w", failure{fault: fault.New(fault.Unavailable, "ai.stalled")})
	}
	return err
}

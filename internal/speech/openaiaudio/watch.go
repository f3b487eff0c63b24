package openaiaudio

import (
	"context"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
)

// watchdog ends a request whose server says nothing for too long.
type watchdog struct {
	ctx context.Context
	set chan time.Duration
}

// watch gives a context that ends with errStalled when the watchdog was set and nobody
// set it anew in time. stop has to be called.
func watch(ctx context.Context, c clock.Clock) (w watchdog, stop func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	w = watchdog{ctx, make(chan time.Duration)}
	go func() {
		var up <-chan time.Time
		for {
			select {
			case d := <-w.set:
				up = nil
				if d > 0 {
					up = c.After(d)
				}
			case <-up:
				cancel(errStalled)
			case <-ctx.Done():
				return
			}
		}
	}()
	return w, func() { cancel(context.Canceled) }
}

// within starts the time anew; 0 waits for ever.
func (w watchdog) within(d time.Duration) {
	select {
	case w.set <- d:
	case <-w.ctx.Done():
	}
}

package privacy

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/interview"
)

// sweepEvery is how often expired recordings are looked for while the app is open.
const sweepEvery = time.Hour

// Marks keeps the latest moment this profile has seen.
type Marks interface {
	LatestTime(ctx context.Context) (time.Time, error) // zero before the first save
	SaveLatestTime(ctx context.Context, t time.Time) error
}

// Sounds is where recordings are.
type Sounds interface {
	Recordings(ctx context.Context) ([]interview.Recording, error)
	// DeleteRecording removes file, key and row, for good.
	DeleteRecording(ctx context.Context, id interview.RecordingID) error
}

// Retention removes what is past its date: at once when the profile opens, then
// every hour for as long as it is open. It is a Follower of the account.
type Retention struct {
	marks  Marks
	sounds Sounds
	clk    *clock.Steady

	mu   sync.Mutex
	stop context.CancelFunc
	done chan struct{}
}

// NewRetention makes it; nothing runs until the profile is open.
func NewRetention(m Marks, s Sounds, c *clock.Steady) *Retention {
	return &Retention{marks: m, sounds: s, clk: c}
}

// Unlocked sweeps, and goes on sweeping.
func (r *Retention) Unlocked(ctx context.Context) {
	ctx, stop := context.WithCancel(context.WithoutCancel(ctx))
	done := make(chan struct{})
	r.mu.Lock()
	r.stop, r.done = stop, done
	r.mu.Unlock()
	r.sweepAndLog(ctx)
	go func() {
		defer close(done)
		for {
			select {
			case <-ctx.Done():
				return
			case <-r.clk.After(sweepEvery):
				r.sweepAndLog(ctx)
			}
		}
	}()
}

// Locked stops sweeping and returns when nothing is being removed any more.
func (r *Retention) Locked() {
	r.mu.Lock()
	stop, done := r.stop, r.done
	r.stop = nil
	r.mu.Unlock()
	if stop != nil {
		stop()
		<-done
	}
}

func (r *Retention) sweepAndLog(ctx context.Context) {
	if _, err := r.Sweep(ctx); err != nil && !errors.Is(err, context.Canceled) {
		slog.Error("sweep recordings", "error", err.Error())
	}
}

// Sweep removes every recording whose date has passed, and says how many. One that
// can't be removed doesn't keep the others.
func (r *Retention) Sweep(ctx context.Context) (int, error) {
	now, err := r.now(ctx)
	if err != nil {
		return 0, err
	}
	all, err := r.sounds.Recordings(ctx)
	if err != nil {
		return 0, fmt.Errorf("list recordings: %w", err)
	}
	removed := 0
	var failed error
	for _, rec := range all {
		if rec.Kept || rec.ExpiresAt.After(now) {
			continue
		}
		if err := r.sounds.DeleteRecording(ctx, rec.ID); err != nil {
			failed = errors.Join(failed, fmt.Errorf("remove expired recording: %w", err))
			continue
		}
		removed++
	}
	return removed, failed
}

// now is the later of the clock and the latest moment ever seen, which it saves.
func (r *Retention) now(ctx context.Context) (time.Time, error) {
	seen, err := r.marks.LatestTime(ctx)
	if err != nil {
		return time.Time{}, fmt.Errorf("read latest time: %w", err)
	}
	r.clk.Raise(seen)
	now := r.clk.Now()
	if err := r.marks.SaveLatestTime(ctx, now); err != nil {
		return time.Time{}, fmt.Errorf("save latest time: %w", err)
	}
	return now, nil
}

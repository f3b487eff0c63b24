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
	LatestTime(ctx context.Context) (time.Time, error)     // zero before the first save
	SaveLatestTime(ctx context.Context, t time.Time) error // never lowers it
	// ResetLatestTime puts it where it is said to be, also lower.
	ResetLatestTime(ctx context.Context, t time.Time) error
}

// Sounds is where recordings are.
type Sounds interface {
	Recordings(ctx context.Context) ([]interview.Recording, error)
	// DeleteRecording removes file, key and row, for good.
	DeleteRecording(ctx context.Context, id interview.RecordingID) error
	// RedateRecording says when it was made; it keeps as many days as it was given.
	RedateRecording(ctx context.Context, id interview.RecordingID, capturedAt time.Time) error
}

// Sweeper removes what else is kept for a time only, and is past it by now.
type Sweeper interface {
	Sweep(ctx context.Context, now time.Time) error
}

// Publisher tells the outside that the clock has to be asked about.
type Publisher interface {
	// ClockDoubted says that it has been, since the profile was opened.
	ClockDoubted()
}

// Doubt is a clock that can't be believed without asking. The zero Doubt is none.
type Doubt struct {
	Latest time.Time // the latest moment seen
	Now    time.Time // what the computer says
}

// Retention removes what is past its date: at once when the profile opens, then
// every hour for as long as it is open. It is a Follower of the account.
type Retention struct {
	marks  Marks
	sounds Sounds
	events Publisher
	clk    *clock.Steady
	others []Sweeper

	mu   sync.Mutex
	stop context.CancelFunc
	done chan struct{}
}

// NewRetention makes it; nothing runs until the profile is open.
func NewRetention(m Marks, s Sounds, p Publisher, c *clock.Steady, others ...Sweeper) *Retention {
	return &Retention{marks: m, sounds: s, events: p, clk: c, others: others}
}

// Unlocked sweeps, and goes on sweeping. A doubt there is at that moment is read by the
// page that opens; one that comes up later is told, once.
func (r *Retention) Unlocked(ctx context.Context) {
	ctx, stop := context.WithCancel(context.WithoutCancel(ctx))
	done := make(chan struct{})
	r.mu.Lock()
	r.stop, r.done = stop, done
	r.mu.Unlock()
	r.sweepAndLog(ctx)
	doubted := r.doubted()
	go func() {
		defer close(done)
		for {
			select {
			case <-ctx.Done():
				return
			case <-r.clk.After(sweepEvery):
				r.sweepAndLog(ctx)
				was := doubted
				if doubted = r.doubted(); doubted && !was {
					r.events.ClockDoubted()
				}
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
		slog.Error("sweep what is past its date", "error", err.Error())
	}
}

// doubted reports whether the clock is too far off to be believed.
func (r *Retention) doubted() bool {
	_, _, ahead, behind := r.clk.Doubt()
	return ahead || behind
}

// Doubt says whether the computer's date has to be asked about.
func (r *Retention) Doubt(ctx context.Context) (Doubt, error) {
	if err := r.recall(ctx); err != nil {
		return Doubt{}, err
	}
	latest, now, ahead, behind := r.clk.Doubt()
	if !ahead && !behind {
		return Doubt{}, nil
	}
	return Doubt{latest, now}, nil
}

// AcceptClock is the person's word that the computer's date is right. What is past its
// date then goes.
func (r *Retention) AcceptClock(ctx context.Context) error {
	if err := r.marks.ResetLatestTime(ctx, r.clk.Accept()); err != nil {
		return fmt.Errorf("reset latest time: %w", err)
	}
	_, err := r.Sweep(ctx)
	return err
}

// Sweep removes everything whose date has passed, and says how many recordings that were.
// What can't be removed doesn't keep the rest. A clock that has leapt ahead removes nothing.
func (r *Retention) Sweep(ctx context.Context) (int, error) {
	if err := r.recall(ctx); err != nil {
		return 0, err
	}
	if _, _, ahead, _ := r.clk.Doubt(); ahead {
		return 0, nil // Doubt tells the person
	}
	now := r.clk.Now()
	if err := r.marks.SaveLatestTime(ctx, now); err != nil {
		return 0, fmt.Errorf("save latest time: %w", err)
	}
	removed, failed := r.sweepSounds(ctx, now)
	for _, other := range r.others {
		failed = errors.Join(failed, other.Sweep(ctx, now))
	}
	return removed, failed
}

func (r *Retention) sweepSounds(ctx context.Context, now time.Time) (removed int, failed error) {
	all, err := r.sounds.Recordings(ctx)
	if err != nil {
		return 0, fmt.Errorf("list recordings: %w", err)
	}
	for _, rec := range all {
		if rec.CapturedAt.After(now) {
			if err := r.sounds.RedateRecording(ctx, rec.ID, now); err != nil {
				failed = errors.Join(failed, fmt.Errorf("date recording anew: %w", err))
			}
			continue
		}
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

// recall tells the clock of the latest moment seen.
func (r *Retention) recall(ctx context.Context) error {
	seen, err := r.marks.LatestTime(ctx)
	if err != nil {
		return fmt.Errorf("read latest time: %w", err)
	}
	r.clk.Raise(seen)
	return nil
}

package privacy_test

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/privacy"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

var ctx = context.Background()

// profile is marks and sounds in memory; it outlives a restart of the app.
type profile struct {
	mu     sync.Mutex
	latest time.Time
	all    []interview.Recording
	stuck  interview.RecordingID // can't be deleted
	locked bool
	asked  int // how often it was told that the clock is in doubt
}

func (p *profile) ClockDoubted() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.asked++
}

func (p *profile) timesAsked() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.asked
}

func (p *profile) LatestTime(context.Context) (time.Time, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.locked {
		return time.Time{}, fault.New(fault.Locked, "vault.locked")
	}
	return p.latest, nil
}

func (p *profile) SaveLatestTime(_ context.Context, t time.Time) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.latest = t
	return nil
}

func (p *profile) Recordings(context.Context) ([]interview.Recording, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.all), nil
}

func (p *profile) DeleteRecording(_ context.Context, id interview.RecordingID) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if id == p.stuck {
		return errors.New("in use")
	}
	p.all = slices.DeleteFunc(p.all, func(r interview.Recording) bool { return r.ID == id })
	return nil
}

func (p *profile) ResetLatestTime(_ context.Context, t time.Time) error {
	return p.SaveLatestTime(ctx, t)
}

func (p *profile) RedateRecording(_ context.Context, id interview.RecordingID, at time.Time) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i, r := range p.all {
		if r.ID == id {
			p.all[i].CapturedAt, p.all[i].ExpiresAt = at, at.Add(r.ExpiresAt.Sub(r.CapturedAt))
		}
	}
	return nil
}

func (p *profile) left() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	out := ""
	for _, r := range p.all {
		out += string(r.ID)
	}
	return out
}

// holding has a recording for each hour given, named a, b, c ..., that expires then.
func holding(clk *testkit.Clock, hours ...int) *profile {
	p := &profile{}
	for i, h := range hours {
		p.all = append(p.all, interview.Recording{ID: interview.RecordingID('a' + rune(i)), ExpiresAt: clk.Now().Add(time.Duration(h) * time.Hour)})
	}
	return p
}

func opened(p *profile, clk *testkit.Clock) *privacy.Retention {
	r := privacy.NewRetention(p, p, p, clock.NewSteady(clk))
	r.Unlocked(ctx)
	return r
}

func TestSweepAtUnlocking(t *testing.T) {
	clk := testkit.NewClock()
	p := holding(clk, -1, 0, 1, -1)
	p.all[3].Kept = true
	r := opened(p, clk)
	defer r.Locked()
	if got := p.left(); got != "cd" {
		t.Errorf("left: %q, want what is still to come and what is kept", got)
	}
}

// turn moves the clock by an hour once the sweeper waits for it, and waits until it has
// swept and waits again.
func turn(clk *testkit.Clock) {
	waiting(clk)
	clk.Advance(time.Hour)
	waiting(clk)
}

func waiting(clk *testkit.Clock) {
	for clk.Waiting() == 0 {
		runtime.Gosched() // lets the sweeper run
	}
}

func TestSweepEveryHour(t *testing.T) {
	clk := testkit.NewClock()
	p := holding(clk, 1, 2, 3)
	r := opened(p, clk)
	for _, want := range []string{"bc", "c", ""} {
		turn(clk)
		if got := p.left(); got != want {
			t.Errorf("left: %q, want %q", got, want)
		}
	}
	r.Locked()
	p.all = holding(clk, -1).all
	clk.Advance(5 * time.Hour)
	if got := p.left(); got != "a" {
		t.Error("swept although the profile is locked")
	}
	r.Locked() // twice does no harm
	r.Unlocked(ctx)
	defer r.Locked()
	if got := p.left(); got != "" {
		t.Error("not swept when it opened again")
	}
}

// Setting the clock back stretches nothing, not even across a restart.
func TestClockSetBack(t *testing.T) {
	clk := testkit.NewClock()
	p := holding(clk, 10)
	opened(p, clk).Locked()
	clk.Advance(9 * time.Hour)
	opened(p, clk).Locked()
	clk.Set(clk.Now().AddDate(-1, 0, 0))
	r := opened(p, clk) // a fresh start: only the mark remembers
	if seen, _ := p.LatestTime(ctx); !seen.Equal(testkit.NewClock().Now().Add(9 * time.Hour)) {
		t.Errorf("the mark went to %v", seen)
	}
	if p.left() != "a" {
		t.Error("removed before its date")
	}
	r.Locked()
	clk.Set(testkit.NewClock().Now().Add(11 * time.Hour))
	opened(p, clk).Locked()
	if p.left() != "" {
		t.Error("kept past its date")
	}
}

// What expired while the clock was right goes, however far back it is set afterwards.
func TestExpiredBeforeTheClockWasSetBack(t *testing.T) {
	clk := testkit.NewClock()
	p := holding(clk, 1)
	p.stuck = "a"
	clk.Advance(2 * time.Hour)
	opened(p, clk).Locked()
	p.stuck = ""
	clk.Set(clk.Now().Add(-48 * time.Hour))
	opened(p, clk).Locked()
	if p.left() != "" {
		t.Error("the clock was set back and the recording stays")
	}
}

func TestOneThatCantBeRemovedDoesNotKeepTheOthers(t *testing.T) {
	clk := testkit.NewClock()
	p := holding(clk, -3, -2, -1)
	p.stuck = "a"
	r := privacy.NewRetention(p, p, p, clock.NewSteady(clk))
	n, err := r.Sweep(ctx)
	if n != 2 || err == nil || p.left() != "a" {
		t.Errorf("removed %d, %v, left %q", n, err, p.left())
	}
	p.stuck = ""
	if n, err = r.Sweep(ctx); n != 1 || err != nil {
		t.Errorf("the next sweep removed %d, %v", n, err)
	}
}

func TestLockedProfileIsNotSwept(t *testing.T) {
	clk := testkit.NewClock()
	p := holding(clk, -1)
	p.locked = true
	if n, err := privacy.NewRetention(p, p, p, clock.NewSteady(clk)).Sweep(ctx); n != 0 || !fault.Has(err, fault.Locked) {
		t.Errorf("removed %d, %v", n, err)
	}
}

// trash is a Sweeper that is told the time.
type trash struct {
	at     []time.Time
	broken error
}

func (t *trash) Sweep(_ context.Context, now time.Time) error {
	t.at = append(t.at, now)
	return t.broken
}

func TestWhatElseIsKeptForATimeIsSweptToo(t *testing.T) {
	p, clk := &profile{}, testkit.NewClock()
	broken, whole := &trash{broken: errors.New("in use")}, &trash{}
	r := privacy.NewRetention(p, p, p, clock.NewSteady(clk), broken, whole)
	if _, err := r.Sweep(ctx); !errors.Is(err, broken.broken) {
		t.Errorf("sweeping: %v", err)
	}
	if len(whole.at) != 1 || !whole.at[0].Equal(clk.Now()) {
		t.Errorf("one that fails keeps the other: %v", whole.at)
	}
}

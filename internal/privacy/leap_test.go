package privacy_test

import (
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/privacy"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

const day = 24 * time.Hour

// retention is a start of the app at the moment of clk, with the sweep it begins with.
func retention(t *testing.T, p *profile, clk *testkit.Clock) *privacy.Retention {
	t.Helper()
	steady := clock.NewSteady(clk)
	steady.Now() // somebody asks for the time before the profile is open
	r := privacy.NewRetention(p, p, p, steady)
	if _, err := r.Sweep(ctx); err != nil {
		t.Fatal(err)
	}
	return r
}

func doubt(t *testing.T, r *privacy.Retention) privacy.Doubt {
	t.Helper()
	d, err := r.Doubt(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A flat battery puts the clock into 2040 for one start of the app: nothing is removed,
// and nothing is left of it once the clock is right again.
func TestOneLeapAheadDestroysNothing(t *testing.T) {
	clk := testkit.NewClock()
	start := clk.Now()
	p := holding(clk, 24, 90*24)
	retention(t, p, clk)
	clk.Set(start.AddDate(14, 0, 0))
	r := retention(t, p, clk)
	if d := doubt(t, r); !d.Latest.Equal(start) || !d.Now.Equal(clk.Now()) || p.left() != "ab" {
		t.Fatalf("in 2040: doubt %+v, left %q", d, p.left())
	}
	// One is recorded meanwhile, dated as the computer says.
	p.all = append(p.all, interview.Recording{ID: "c", CapturedAt: clk.Now(), ExpiresAt: clk.Now().Add(90 * day)})
	clk.Set(start.Add(2 * day))
	r = retention(t, p, clk)
	if d := doubt(t, r); d != (privacy.Doubt{}) || p.left() != "bc" {
		t.Errorf("right again: doubt %+v, left %q", d, p.left())
	}
	if c := p.all[1]; !c.CapturedAt.Equal(clk.Now()) || !c.ExpiresAt.Equal(clk.Now().Add(90*day)) {
		t.Errorf("the recording from 2040 is dated %v and goes on %v", c.CapturedAt, c.ExpiresAt)
	}
	clk.Advance(91 * day)
	if retention(t, p, clk); p.left() != "" {
		t.Errorf("kept past its date: %q", p.left())
	}
}

// The clock may also leap while the app runs.
func TestLeapWhileRunning(t *testing.T) {
	clk := testkit.NewClock()
	p := holding(clk, 24)
	r := retention(t, p, clk)
	clk.Advance(clock.Leap + time.Second)
	if n, err := r.Sweep(ctx); n != 0 || err != nil || doubt(t, r) == (privacy.Doubt{}) {
		t.Errorf("removed %d, %v", n, err)
	}
	clk.Set(testkit.NewClock().Now().Add(clock.Leap))
	if n, err := r.Sweep(ctx); n != 1 || err != nil || doubt(t, r) != (privacy.Doubt{}) {
		t.Errorf("half a year later: removed %d, %v", n, err)
	}
}

// Somebody was away for two years and says that the date is right.
func TestAcceptingALeapAhead(t *testing.T) {
	clk := testkit.NewClock()
	p := holding(clk, 24)
	retention(t, p, clk)
	clk.Advance(730 * day)
	r := retention(t, p, clk)
	if p.left() != "a" {
		t.Fatal("removed before anybody was asked")
	}
	if err := r.AcceptClock(ctx); err != nil || p.left() != "" || doubt(t, r) != (privacy.Doubt{}) {
		t.Errorf("accepted: %v, left %q", err, p.left())
	}
	if r = retention(t, p, clk); doubt(t, r) != (privacy.Doubt{}) {
		t.Error("asked again at the next start")
	}
}

// A profile made in 2040 would keep everything until then.
func TestAcceptingTheDateAfterAWrongBeginning(t *testing.T) {
	clk := testkit.NewClock()
	right := clk.Now()
	clk.Set(right.AddDate(14, 0, 0))
	p := holding(clk, 90*24)
	p.all[0].CapturedAt = clk.Now()
	retention(t, p, clk)
	clk.Set(right)
	r := retention(t, p, clk)
	if d := doubt(t, r); !d.Now.Equal(right) || p.left() != "a" {
		t.Fatalf("doubt %+v, left %q", d, p.left())
	}
	if err := r.AcceptClock(ctx); err != nil || !p.all[0].ExpiresAt.Equal(right.Add(90*day)) {
		t.Errorf("accepted: %v, it goes on %v", err, p.all[0].ExpiresAt)
	}
	clk.Advance(90 * day)
	if retention(t, p, clk); p.left() != "" {
		t.Error("kept past its date")
	}
}

// A leap while the profile is open is told by the next sweep, once; a second one again.
func TestLeapWhileOpenIsTold(t *testing.T) {
	clk := testkit.NewClock()
	p := holding(clk, 24, 90*24)
	r := opened(p, clk)
	defer r.Locked()
	for hour, leap := range []time.Duration{0, 200 * day, 0} {
		waiting(clk)
		clk.Set(clk.Now().Add(leap))
		turn(clk)
		if want := min(hour, 1); p.timesAsked() != want || p.left() != "ab" {
			t.Fatalf("hour %d: asked %d times, left %q", hour, p.timesAsked(), p.left())
		}
	}
	if err := r.AcceptClock(ctx); err != nil || p.left() != "" {
		t.Fatalf("accepted: %v, left %q", err, p.left())
	}
	turn(clk)
	clk.Set(clk.Now().Add(200 * day))
	turn(clk)
	if p.timesAsked() != 2 {
		t.Errorf("after a second leap: asked %d times", p.timesAsked())
	}
}

// What the page reads when it opens isn't told a second time.
func TestLeapBeforeOpeningIsNotTold(t *testing.T) {
	clk := testkit.NewClock()
	p := holding(clk, 24)
	opened(p, clk).Locked()
	clk.Advance(200 * day)
	r := opened(p, clk)
	defer r.Locked()
	turn(clk)
	if doubt(t, r) == (privacy.Doubt{}) || p.timesAsked() != 0 {
		t.Errorf("asked %d times", p.timesAsked())
	}
}

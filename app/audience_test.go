package app

import (
	"testing"

	"github.com/jobjourney/jobjourney/internal/testkit"
)

func TestAudience(t *testing.T) {
	clk, absences := testkit.NewClock(), make(chan struct{}, 1)
	a := newAudience(clk, func() { absences <- struct{}{} })
	a.join()
	a.join()
	a.leave() // one of two tabs
	clk.Advance(awayFor)
	a.leave()
	a.join() // a reload: joining waits for the end of the waiting
	clk.Advance(awayFor)
	if len(absences) != 0 {
		t.Error("somebody was there all the time, or nearly")
	}
	a.leave()
	clk.Advance(awayFor)
	<-absences
	a.join()
	a.leave()
	clk.Advance(awayFor)
	<-absences
}

// A closed tab can't be seen by anybody who would stop the recording.
func TestClosedTabIsNoticed(t *testing.T) {
	r := newRig(t)
	absences := make(chan struct{}, 1)
	r.browser.audience.absent = func() { absences <- struct{}{} }
	r.enter()
	s := r.listen("")
	ok(t, s.body.Close())
	for r.clk.Waiting() == 0 { // until the shell has seen it go
		r.enter()
	}
	r.clk.Advance(awayFor)
	<-absences
}

package app

import (
	"sync"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
)

// awayFor is how long no page may be open before nobody counts as there: longer than
// reloading one takes.
const awayFor = 10 * time.Second

// audience knows whether a page is open. A window that closes ends the program; a tab
// that closes doesn't, and a microphone must not go on listening for nobody.
type audience struct {
	clk    clock.Clock
	absent func() // called once nobody has been there for awayFor

	mu     sync.Mutex
	pages  int
	back   chan struct{} // closed when somebody comes back
	waited chan struct{} // closed when the waiting is over, either way
}

func newAudience(clk clock.Clock, absent func()) *audience {
	return &audience{clk: clk, absent: absent}
}

// join counts a page that opened.
func (a *audience) join() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.pages++
	if a.back != nil {
		close(a.back)
		<-a.waited
		a.back = nil
	}
}

// leave counts a page that went away.
func (a *audience) leave() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.pages--; a.pages > 0 {
		return
	}
	a.back, a.waited = make(chan struct{}), make(chan struct{})
	go a.wait(a.clk.After(awayFor), a.back, a.waited)
}

func (a *audience) wait(over <-chan time.Time, back <-chan struct{}, waited chan<- struct{}) {
	defer close(waited)
	select {
	case <-back:
	case <-over:
		a.absent()
	}
}

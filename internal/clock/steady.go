package clock

import (
	"sync"
	"time"
)

// Steady is a clock that never goes back: once it has told a moment, or was raised to
// it, it tells no earlier one. Setting the computer's clock back therefore stretches
// nothing that has a date.
type Steady struct {
	clock Clock
	mu    sync.Mutex
	mark  time.Time
}

// NewSteady wraps another clock.
func NewSteady(c Clock) *Steady { return &Steady{clock: c} }

// Now is the wrapped clock's time or the latest moment seen, whichever is later.
func (s *Steady) Now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	if now := s.clock.Now(); now.After(s.mark) {
		s.mark = now
	}
	return s.mark
}

// Raise tells the clock of a moment seen earlier, for example before a restart.
func (s *Steady) Raise(t time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t.After(s.mark) {
		s.mark = t
	}
}

// After waits on the wrapped clock.
func (s *Steady) After(d time.Duration) <-chan time.Time { return s.clock.After(d) }

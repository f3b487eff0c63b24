package clock

import (
	"sync"
	"time"
)

// Leap is how far a computer's clock may run ahead of the latest moment seen, or fall
// behind it, and be believed without asking. Half a year covers the time somebody leaves
// the app alone; a flat battery on the mainboard is off by years.
const Leap = 180 * 24 * time.Hour

// Steady is a clock that never goes back: once it has told a moment, or was raised to
// it, it tells no earlier one. Setting the computer's clock back therefore stretches
// nothing that has a date.
//
// The one exception is a leap: a time more than Leap ahead of the latest moment is told,
// because it may well be right, but it isn't remembered until somebody says so (Accept).
// If it was wrong, it leaves no mark when it is gone.
type Steady struct {
	clock Clock
	mu    sync.Mutex
	mark  time.Time // the latest moment believed; zero before the first
}

// NewSteady wraps another clock.
func NewSteady(c Clock) *Steady { return &Steady{clock: c} }

// Now is the wrapped clock's time or the latest moment seen, whichever is later.
func (s *Steady) Now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.clock.Now()
	switch {
	case !now.After(s.mark):
		return s.mark
	case s.leapt(now):
		return now
	}
	s.mark = now
	return now
}

// Raise tells the clock of a moment seen earlier, for example before a restart. What the
// clock told since then is forgotten if it was a leap from there.
func (s *Steady) Raise(t time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t.IsZero() {
		return
	}
	if t.After(s.mark) || s.mark.After(t.Add(Leap)) {
		s.mark = t
	}
}

// Doubt compares the wrapped clock with the latest moment seen. Ahead and behind say
// that it is off by more than Leap; at most one of them is true.
func (s *Steady) Doubt() (latest, now time.Time, ahead, behind bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now = s.clock.Now()
	return s.mark, now, s.leapt(now), s.mark.After(now.Add(Leap))
}

// Accept believes the wrapped clock from now on, whatever was seen before, and gives its time.
func (s *Steady) Accept() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.mark = s.clock.Now()
	return s.mark
}

// After waits on the wrapped clock.
func (s *Steady) After(d time.Duration) <-chan time.Time { return s.clock.After(d) }

// leapt needs the lock.
func (s *Steady) leapt(now time.Time) bool { return !s.mark.IsZero() && now.After(s.mark.Add(Leap)) }

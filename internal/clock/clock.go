package clock

import "time"

// Clock tells the time and waits.
type Clock interface {
	// Now is the current wall time; it may jump when a person sets the clock.
	Now() time.Time
	// After sends once, when d has passed.
	After(d time.Duration) <-chan time.Time
}

// System is the computer's own clock.
type System struct{}

// Now is time.Now.
func (System) Now() time.Time { return time.Now() }

// After is time.After.
func (System) After(d time.Duration) <-chan time.Time { return time.After(d) }

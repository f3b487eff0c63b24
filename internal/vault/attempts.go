package vault

import (
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

const (
	freeAttempts = 3
	longestWait  = 5 * time.Minute
)

// delay is how long after the last wrong passphrase the next one is looked at: nothing
// for the first three, then 1, 2, 4, ... seconds up to five minutes.
func (a attempts) delay() time.Duration {
	n := a.Count - freeAttempts
	if n < 0 {
		return 0
	}
	if n > 8 { // 2^9 s is past the longest wait
		return longestWait
	}
	return min(time.Second<<n, longestWait)
}

// wait is what is left of the delay. A clock that stands before the last attempt was set
// back: then all of the delay is left, and never more.
func (a attempts) wait(now time.Time) time.Duration {
	d := a.delay()
	if since := now.Sub(a.LastAt); since > 0 {
		d -= since
	}
	return max(d, 0)
}

// countAttempt refuses an attempt that comes too soon, and writes down any other before
// it is made: ending the app in the middle doesn't give it back.
func (v *Vault) countAttempt(p *profile) error {
	now := v.clk.Now()
	if wait := p.Attempts.wait(now); wait > 0 {
		if now.Before(p.Attempts.LastAt) {
			// Waiting starts again on the new time, or else a clock set back by a year
			// would shut the person out for a year.
			p.Attempts.LastAt = now
			if err := v.saveProfile(p); err != nil {
				return err
			}
		}
		return fault.New(fault.RateLimited, "vault.tooSoon").After(wait)
	}
	p.Attempts = attempts{Count: p.Attempts.Count + 1, LastAt: now}
	return v.saveProfile(p)
}

// forgiveAttempts follows a right passphrase.
func (v *Vault) forgiveAttempts(p *profile) error {
	p.Attempts = attempts{}
	return v.saveProfile(p)
}

package vault

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestDelayGrows(t *testing.T) {
	want := []time.Duration{0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}
	for count, seconds := range want {
		if got := (attempts{Count: count}).delay(); got != seconds*time.Second {
			t.Errorf("after %d wrong passphrases the delay is %v, want %v", count, got, seconds*time.Second)
		}
	}
	if got := (attempts{Count: 1 << 40}).delay(); got != longestWait {
		t.Errorf("the delay grows past its end: %v", got)
	}
}

func TestWait(t *testing.T) {
	at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	a := attempts{Count: 6, LastAt: at} // 8 s
	tests := map[string]struct{ since, want time.Duration }{
		"at once":           {0, 8 * time.Second},
		"halfway":           {4 * time.Second, 4 * time.Second},
		"just in time":      {8 * time.Second, 0},
		"long after":        {time.Hour, 0},
		"clock set back":    {-time.Minute, 8 * time.Second},
		"set back by years": {-5 * 365 * 24 * time.Hour, 8 * time.Second},
	}
	for name, tt := range tests {
		if got := a.wait(at.Add(tt.since)); got != tt.want {
			t.Errorf("%s: wait is %v, want %v", name, got, tt.want)
		}
	}
}

func TestWrongPassphrasesWaitAcrossRestarts(t *testing.T) {
	r := created(t, "correct horse")
	sealed := r.sealed(t)
	for range freeAttempts {
		wants(t, r.again().Unlock(ctx, []byte("wrong")), fault.Denied, "vault.wrongPassphrase")
	}
	next := r.again()
	err := next.Unlock(ctx, []byte("correct horse"))
	wants(t, err, fault.RateLimited, "vault.tooSoon")
	if got := fault.Of(err).RetryAfter; got != time.Second {
		t.Errorf("retry after %v, want 1s", got)
	}
	if next.argons != 0 {
		t.Error("an attempt that came too soon was looked at")
	}
	if s, _ := next.Status(); s.RetryAfter != time.Second {
		t.Errorf("the status says %v", s.RetryAfter)
	}
	r.clk.Advance(time.Second)
	ok(t, next.Unlock(ctx, []byte("correct horse")))
	next.mustOpen(t, sealed)
	wants(t, r.again().Unlock(ctx, []byte("wrong")), fault.Denied, "vault.wrongPassphrase") // counting began anew
}

func TestClockSetBackDoesNotShortenTheWait(t *testing.T) {
	r := created(t, "correct horse")
	for range freeAttempts {
		_ = r.again().Unlock(ctx, []byte("wrong"))
	}
	r.clk.Set(r.clk.Now().AddDate(-1, 0, 0))
	next := r.again()
	wants(t, next.Unlock(ctx, []byte("correct horse")), fault.RateLimited, "vault.tooSoon")
	r.clk.Advance(time.Second - 1)
	wants(t, next.Unlock(ctx, []byte("correct horse")), fault.RateLimited, "vault.tooSoon")
	r.clk.Advance(1)
	ok(t, next.Unlock(ctx, []byte("correct horse"))) // and a year back is no year's wait
}

// The attempt is on the disk before the passphrase is tried, so that killing the app in
// the middle doesn't give it back.
func TestAttemptIsWrittenFirst(t *testing.T) {
	r := created(t, "correct horse")
	next := r.again()
	counted := -1
	fast := next.stretched
	next.stretched = func(p []byte, s stretch) []byte {
		seen, err := r.again().readProfile()
		ok(t, err)
		counted = seen.Attempts.Count
		return fast(p, s)
	}
	ok(t, next.Unlock(ctx, []byte("correct horse")))
	if counted != 1 {
		t.Errorf("while trying, the profile counts %d attempts, want 1", counted)
	}
	if p, _ := next.readProfile(); p.Attempts.Count != 0 {
		t.Errorf("after success it counts %d", p.Attempts.Count)
	}
}

func TestRightAndWrongCostTheSame(t *testing.T) {
	r := created(t, "correct horse")
	right, wrong := r.again(), r.again()
	ok(t, right.Unlock(ctx, []byte("correct horse")))
	wants(t, wrong.Unlock(ctx, []byte("wrong")), fault.Denied, "vault.wrongPassphrase")
	if right.argons != 1 || wrong.argons != 1 {
		t.Errorf("Argon2id ran %d times for the right one, %d for the wrong one", right.argons, wrong.argons)
	}
}

func TestNoPassphraseIsNoAttempt(t *testing.T) {
	r := created(t, "correct horse")
	wants(t, r.again().Unlock(ctx, nil), fault.Invalid, "vault.passphraseMissing")
	if p, _ := r.readProfile(); p.Attempts.Count != 0 {
		t.Errorf("it counted %d", p.Attempts.Count)
	}
}

// A crash while the profile was being replaced leaves a whole one with the old lock.
func TestStrayProfilesGoWithTheNextSave(t *testing.T) {
	r := created(t, "old words")
	stray := filepath.Join(r.dir, profileFile+strayMark+"123")
	ok(t, os.WriteFile(stray, r.file(t), 0o600))
	ok(t, r.ChangeLock(ctx, []byte("old words"), []byte("new words")))
	if _, err := os.Stat(stray); err == nil {
		t.Error("a copy with the old lock is still there")
	}
}

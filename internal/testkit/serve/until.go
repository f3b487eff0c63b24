package serve

import (
	"testing"
	"time"
)

// patience is how long Until waits before the test fails: long enough for a busy machine.
const patience = 30 * time.Second

// Until gives other goroutines time until something is true, for what tells nobody when it
// becomes true. The test fails if it never does.
func Until(tb testing.TB, what string, is func() bool) {
	tb.Helper()
	for deadline := time.Now().Add(patience); !is(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			tb.Fatalf("it never came true that %s", what)
		}
	}
}

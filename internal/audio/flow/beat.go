package flow

import (
	"sync"
	"time"
)

// Beat remembers when a callback last ran. The zero value has none.
type Beat struct {
	mu sync.Mutex
	at time.Time
}

// Tick says that the callback runs at that moment.
func (b *Beat) Tick(at time.Time) {
	b.mu.Lock()
	b.at = at
	b.mu.Unlock()
}

// Reset forgets.
func (b *Beat) Reset() { b.Tick(time.Time{}) }

// LastAt is the moment of the last Tick; zero if there was none.
func (b *Beat) LastAt() time.Time {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.at
}

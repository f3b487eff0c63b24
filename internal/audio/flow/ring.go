package flow

import (
	"sync"
	"time"
)

// Ring is a queue of samples with fixed room, from one callback to one reader.
type Ring struct {
	ready chan struct{}

	mu      sync.Mutex
	buf     []int16
	start   int // index of the oldest sample
	count   int
	written int64 // samples handed in since the beginning, dropped ones too
	dropped int64
	lastAt  time.Time
}

// NewRing is an empty ring with room for that many samples.
func NewRing(room int) *Ring {
	return &Ring{ready: make(chan struct{}, 1), buf: make([]int16, room)}
}

// Write takes the samples of one callback, which ran at that moment. What finds no
// room is dropped and counted.
func (r *Ring) Write(samples []int16, at time.Time) {
	r.mu.Lock()
	r.written += int64(len(samples))
	r.lastAt = at
	fits := min(len(samples), len(r.buf)-r.count)
	r.dropped += int64(len(samples) - fits)
	end := (r.start + r.count) % len(r.buf)
	n := copy(r.buf[end:], samples[:fits])
	copy(r.buf, samples[n:fits])
	r.count += fits
	r.mu.Unlock()
	select {
	case r.ready <- struct{}{}:
	default: // the reader has been told already
	}
}

// Read moves the oldest samples into p and returns how many; 0 means empty.
func (r *Ring) Read(p []int16) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	want := min(len(p), r.count)
	n := copy(p[:want], r.buf[r.start:])
	copy(p[n:want], r.buf)
	r.start = (r.start + want) % len(r.buf)
	r.count -= want
	return want
}

// Ready receives when something was written since it last received.
func (r *Ring) Ready() <-chan struct{} { return r.ready }

// Stamp is what the callback has left: samples handed in so far, how many of them
// were dropped, and when it last ran (zero: never).
func (r *Ring) Stamp() (written, dropped int64, lastAt time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.written, r.dropped, r.lastAt
}

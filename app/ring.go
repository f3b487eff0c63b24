package app

import (
	"encoding/json"
	"log/slog"
	"sync"
)

// ringSize is how many events a page may miss and still catch up.
const ringSize = 1000

// ring keeps the last events for pages that were away for a moment. Levels of the
// microphone are stale at once and never kept.
type ring struct {
	mu     sync.Mutex
	last   int64 // id of the newest event
	kept   []message
	change chan struct{} // closed and replaced whenever something happens
	level  []byte        // the newest level, and
	levels int64         // how many there were
}

type message struct {
	id   int64
	data []byte // {"name": ..., "payload": ...}
}

func newRing() *ring { return &ring{change: make(chan struct{})} }

// Emit is Emitter.
func (r *ring) Emit(name string, payload any) {
	data, err := json.Marshal(map[string]any{"name": name, "payload": payload})
	if err != nil {
		slog.Error("event lost", "name", name, "error", err.Error())
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if name == EventMicrophoneLevel {
		r.level = data
		r.levels++
	} else {
		r.last++
		r.kept = append(r.kept, message{r.last, data})
		if len(r.kept) > ringSize {
			r.kept = append([]message(nil), r.kept[len(r.kept)-ringSize:]...)
		}
	}
	close(r.change)
	r.change = make(chan struct{})
}

// after gives the events since id, and whether some in between are gone for good.
func (r *ring) after(id int64) (missed []message, gap bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	oldest := r.last - int64(len(r.kept)) + 1
	if id > r.last || id < oldest-1 {
		return nil, true
	}
	return append([]message(nil), r.kept[int(id-oldest+1):]...), false
}

// newest is the id of the last event; a page that has just loaded needs none before it.
func (r *ring) newest() int64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.last
}

// changed gives a channel that is closed at the next event.
func (r *ring) changed() <-chan struct{} {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.change
}

// levelSince gives the newest level if there was one since the n-th.
func (r *ring) levelSince(n int64) ([]byte, int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.levels == n {
		return nil, n
	}
	return r.level, r.levels
}

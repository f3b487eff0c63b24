package flow

import (
	"sync"
	"time"
)

// prebuffers are how much sound is gathered before any is played, one step further
// after each underrun: a quick start for quick sources, steadiness for the others.
var prebuffers = [...]time.Duration{60 * time.Millisecond, 120 * time.Millisecond, 200 * time.Millisecond}

// fade is how long sound that is stopped takes to fall silent: too short to hear,
// long enough not to click.
const fade = 5 * time.Millisecond

// Outcome is how a clip ended.
type Outcome int

// The outcomes.
const (
	Playing Outcome = iota // not ended
	Played                 // the callback took the last sample
	Stopped                // somebody asked for silence, or began another clip
	Lost                   // the device went away
)

// Queue holds the clip being played: one goroutine writes, one callback takes.
type Queue struct {
	mu        sync.Mutex
	rate      int
	chunks    [][]int16 // what is written and not taken; each is never changed again
	waiting   int       // samples in chunks
	ended     bool      // nothing more will be written
	running   bool      // the prebuffer was full
	clip      *Clip     // nil while there is none
	step      int       // index into prebuffers
	underruns int
	tail      []int16 // the last few samples of a clip that was stopped, fading
}

// Clip is one piece of sound being played.
type Clip struct {
	q    *Queue
	done chan struct{}

	// Written under the queue's mutex before done is closed.
	outcome Outcome
	firstAt time.Time
	lastAt  time.Time
}

// NewQueue is an empty queue.
func NewQueue() *Queue { return &Queue{} }

// Begin starts a clip of mono samples at rate Hz; one still playing is stopped.
func (q *Queue) Begin(rate int) *Clip {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.stop()
	q.rate, q.ended, q.running = rate, false, false
	q.clip = &Clip{q: q, done: make(chan struct{})}
	return q.clip
}

// Write adds samples, which must not change afterwards. A clip that is over takes none.
func (c *Clip) Write(samples []int16) {
	c.q.mu.Lock()
	defer c.q.mu.Unlock()
	if c.q.clip != c || len(samples) == 0 {
		return
	}
	c.q.chunks = append(c.q.chunks, samples)
	c.q.waiting += len(samples)
}

// End says that nothing more will be written.
func (c *Clip) End() {
	c.q.mu.Lock()
	defer c.q.mu.Unlock()
	if c.q.clip == c {
		c.q.ended = true
	}
}

// Done is closed when the clip is over.
func (c *Clip) Done() <-chan struct{} { return c.done }

// Outcome is how the clip ended, with the moments the callback took its first and
// its last sample (zero: none was taken). The sound is heard one period later.
func (c *Clip) Outcome() (o Outcome, firstAt, lastAt time.Time) {
	c.q.mu.Lock()
	defer c.q.mu.Unlock()
	return c.outcome, c.firstAt, c.lastAt
}

// Stop ends the clip like Queue.Stop, but no other that has begun since.
func (c *Clip) Stop() {
	c.q.mu.Lock()
	defer c.q.mu.Unlock()
	if c.q.clip == c {
		c.q.stop()
	}
}

// Stop ends the clip, whatever is left of it, within 5 ms of sound.
func (q *Queue) Stop() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.stop()
}

// Lose ends the clip because the device is gone.
func (q *Queue) Lose() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.tail = nil
	q.finish(Lost)
}

// Underruns counts the times a clip ran dry before its end.
func (q *Queue) Underruns() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.underruns
}

// Fill is the callback's: it fills out with the next samples, or silence, at that moment.
func (q *Queue) Fill(out []int16, at time.Time) {
	q.mu.Lock()
	defer q.mu.Unlock()
	n := copy(out, q.tail)
	q.tail = q.tail[n:]
	if q.ready() {
		n += q.play(out[n:], at)
	}
	clear(out[n:])
	if q.clip != nil && q.ended && q.waiting == 0 && n < len(out) {
		q.finish(Played)
	}
}

// ready reports whether there is a clip with enough gathered to go on.
func (q *Queue) ready() bool {
	if q.clip == nil || q.waiting == 0 {
		return false
	}
	q.running = q.running || q.ended || q.waiting >= q.samples(prebuffers[q.step])
	return q.running
}

func (q *Queue) play(out []int16, at time.Time) int {
	n := q.take(out)
	if q.clip.firstAt.IsZero() {
		q.clip.firstAt = at
	}
	q.clip.lastAt = at
	switch {
	case q.waiting == 0 && q.ended:
		q.finish(Played)
	case n < len(out):
		q.underruns++
		q.running, q.step = false, min(q.step+1, len(prebuffers)-1)
	}
	return n
}

// take moves the oldest samples to out.
func (q *Queue) take(out []int16) int {
	n := 0
	for n < len(out) && len(q.chunks) > 0 {
		m := copy(out[n:], q.chunks[0])
		n += m
		if q.chunks[0] = q.chunks[0][m:]; len(q.chunks[0]) == 0 {
			q.chunks[0] = nil
			q.chunks = q.chunks[1:]
		}
	}
	q.waiting -= n
	return n
}

func (q *Queue) stop() {
	if q.clip == nil {
		return
	}
	if q.running {
		tail := make([]int16, q.samples(fade))
		tail = tail[:q.take(tail)]
		for i := range tail {
			tail[i] = int16(int(tail[i]) * (len(tail) - i) / (len(tail) + 1))
		}
		q.tail = tail
	}
	q.finish(Stopped)
}

func (q *Queue) finish(o Outcome) {
	if q.clip == nil {
		return
	}
	q.clip.outcome = o
	close(q.clip.done)
	q.clip, q.chunks, q.waiting, q.running = nil, nil, 0, false
}

func (q *Queue) samples(d time.Duration) int {
	return int(d * time.Duration(q.rate) / time.Second)
}

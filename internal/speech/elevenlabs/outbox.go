package elevenlabs

import (
	"encoding/base64"
	"time"
)

// How much sound goes into one message.
const (
	smallestPiece = SampleRate / 20
	largestPiece  = SampleRate / 2
)

// outbox is what a dictation has to send. Positions count samples as the service sees
// them: with the silence that was added.
type outbox struct {
	queue    []int16 // not sent yet
	taken    int     // position of the queue's end
	given    int     // samples that came from outside
	pads     []pad
	marks    []int // positions where a commit is to be sent
	marked   int   // the last of them
	asked    []int // positions of commits that were sent and have no answer
	again    int   // commits to repeat
	breath   bool  // an empty piece is to be sent
	begun    bool
	before   string // goes with the first piece
	lastSent time.Time
}

// pad is silence of ours.
type pad struct{ at, n int }

// chunk is what a dictation sends. A commit is an empty piece, as the SDKs send it.
type chunk struct {
	Type     string `json:"message_type"`
	Audio    string `json:"audio_base_64"`
	Commit   bool   `json:"commit"`
	Rate     int    `json:"sample_rate"`
	Previous string `json:"previous_text,omitempty"`
}

func (o *outbox) add(samples []int16) {
	o.queue = append(o.queue, samples...)
	o.taken += len(samples)
	o.given += len(samples)
}

// mark asks for a commit of everything taken so far, if there is anything new.
func (o *outbox) mark() {
	if o.taken == o.marked {
		return
	}
	if n := max(o.marked+shortestCommit, shortestSession) - o.taken; n > 0 {
		o.pads = append(o.pads, pad{o.taken, n})
		o.queue = append(o.queue, make([]int16, n)...)
		o.taken += n
	}
	o.marks = append(o.marks, o.taken)
	o.marked = o.taken
}

// pending reports whether a commit has no answer yet.
func (o *outbox) pending() bool { return len(o.marks)+len(o.asked) > 0 }

// sent is the position up to which everything was sent.
func (o *outbox) sent() int { return o.taken - len(o.queue) }

// next takes the next message.
func (o *outbox) next(now time.Time) (chunk, bool) {
	c := chunk{Type: "input_audio_chunk", Rate: SampleRate}
	n := min(len(o.queue), largestPiece)
	switch {
	case o.again > 0 && len(o.asked) > 0:
		o.again--
		o.asked[0] = max(o.asked[0], o.sent()) // what came meanwhile is committed as well
		c.Commit = true
	case len(o.marks) > 0 && o.marks[0] == o.sent():
		o.asked, o.marks = append(o.asked, o.marks[0]), o.marks[1:]
		c.Commit = true
	case len(o.marks) > 0:
		n = min(n, o.marks[0]-o.sent())
		c.Audio = o.cut(n)
	case n >= smallestPiece:
		c.Audio = o.cut(n)
	case o.breath:
	default:
		return c, false
	}
	o.breath, o.lastSent = false, now
	if !o.begun {
		o.begun, c.Previous = true, o.before
	}
	return c, true
}

func (o *outbox) cut(n int) string {
	piece := o.queue[:n]
	o.queue = o.queue[n:]
	return base64.StdEncoding.EncodeToString(bytesOf(piece))
}

// outside turns a position into samples of what came from outside.
func (o *outbox) outside(position int) int {
	added := 0
	for _, p := range o.pads {
		added += min(max(position-p.at, 0), p.n)
	}
	return min(max(position-added, 0), o.given)
}

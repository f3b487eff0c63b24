package interview

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// captioned is one stretch of a take being written down. It takes samples without ever
// waiting; what goes wrong with it goes wrong with it alone.
type captioned struct {
	startMs int // in the take
	pieces  chan piece
	ended   chan struct{} // closed when nothing happens any more
	stop    context.CancelFunc
	changed func() // called without any lock held

	mu             sync.Mutex
	begun          bool // there is somebody
	deaf           bool // no piece is taken any more
	finished       bool // pieces is closed
	dropped        bool // nobody wants to know any more
	settled, guess string
	said           *transcript.Transcript
	err            error
}

type piece struct {
	samples []int16
	quiet   bool
}

// refusesAgain reports whether asking again would bring the same answer.
func refusesAgain(err error) bool {
	switch fault.Of(err).Code {
	case fault.Denied, fault.Invalid, fault.NotFound:
		return true
	}
	return false
}

// run finds somebody and hands the sound on until nothing follows.
func (c *captioned) run(ctx context.Context, cast Cast, language string) error {
	who, err := cast.Captioner(ctx)
	if err != nil {
		return fmt.Errorf("choose captioner: %w", err)
	}
	c.mu.Lock()
	c.begun, c.deaf = who != nil, c.deaf || who == nil
	c.mu.Unlock()
	if who == nil {
		return nil
	}
	c.changed()
	live, err := who.Caption(ctx, language, c.heard)
	if err != nil {
		return fmt.Errorf("begin captions: %w", err)
	}
	defer live.Close()
	for p := range c.pieces {
		if err := live.Hear(p.samples, p.quiet); err != nil {
			return fmt.Errorf("caption sound: %w", err)
		}
	}
	said, err := live.Finish(ctx)
	if err != nil {
		return fmt.Errorf("finish captions: %w", err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.said = &said
	return nil
}

func (c *captioned) heard(settled, guess string) {
	c.mu.Lock()
	c.settled, c.guess = settled, guess
	c.mu.Unlock()
	c.changed()
}

// fail notes why there are no captions, and tells it once, unless it was called off.
func (c *captioned) fail(err error, calledOff bool) {
	c.mu.Lock()
	first := c.err == nil && !c.dropped && !calledOff
	c.dropped, c.deaf = c.dropped || calledOff, true
	if first {
		c.err = err
	}
	c.mu.Unlock()
	if first {
		c.changed()
	}
}

// hear hands on samples. Where too many wait, the captions are given up: a transcript with
// a hole would be wrong.
func (c *captioned) hear(samples []int16, quiet bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.deaf {
		return
	}
	select {
	case c.pieces <- piece{slices.Clone(samples), quiet}:
	default:
		c.err, c.deaf = fault.New(fault.Unavailable, "interview.captionsLost"), true
		c.stop()
		go c.changed()
	}
}

// finish says that nothing follows.
func (c *captioned) finish() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.deaf = true
	if !c.finished {
		c.finished = true
		close(c.pieces)
	}
}

// drop ends it without wanting the words.
func (c *captioned) drop() {
	c.mu.Lock()
	c.dropped = true
	c.mu.Unlock()
	c.finish()
	c.stop()
}

// wholeOf waits for all stretches of a take and puts them together; ok is false where one
// has no words to give.
func wholeOf(parts []*captioned) (transcript.Transcript, bool) {
	said := make([]transcript.Transcript, len(parts))
	offsets := make([]int, len(parts))
	for i, c := range parts {
		<-c.ended
		c.mu.Lock()
		whole := c.said
		c.mu.Unlock()
		if whole == nil {
			return transcript.Transcript{}, false
		}
		said[i], offsets[i] = *whole, c.startMs
	}
	return transcript.Joined(said, offsets), true
}

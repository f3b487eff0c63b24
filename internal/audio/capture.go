package audio

import (
	"context"
	"fmt"
	"strconv"
	"sync"
	"time"

	"github.com/gen2brain/malgo"

	"github.com/jobjourney/jobjourney/internal/audio/flow"
	"github.com/jobjourney/jobjourney/internal/audio/level"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// Rate is what a microphone delivers, in Hz: mono, 16 bit.
const Rate = 16000

const (
	capturePeriodMs = 20
	capturePeriods  = 50              // room inside PulseAudio for a second: with the usual three a busy computer loses 2 to 6 % without a word
	captureRoom     = 10 * Rate       // samples between callback and app: outlasts a slow disk
	checkEvery      = time.Second / 4 // the watch over the callbacks
	pollEvery       = 2 * time.Second // the look at the list of devices
)

// Hearing is what a microphone reports. The calls come from one goroutine.
type Hearing struct {
	Samples func(samples []int16) // mono, Rate; valid during the call only
	Level   func(level float64)   // 0 to 1, at most 25 times a second
	// Trouble is a fault. audio.silent (nothing but zeros for 3 s) and audio.gaps (more
	// than 1 % of the sound is missing; its parameter "lostMs" says how much) leave the
	// microphone running, audio.heard takes silent back; audio.deviceLost is the last call.
	Trouble func(err error)
}

// Capture is an open microphone.
type Capture struct {
	clock   clock.Clock
	hearing Hearing
	device  *device
	ring    *flow.Ring
	watch   *flow.Watch
	meter   *level.Meter
	buf     [capturePeriodMs * Rate / 1000]int16

	closing   chan struct{} // closed by Close
	closeOnce sync.Once
	unlisted  chan struct{} // closed when the device has left the list
	done      chan struct{} // closed when nothing is delivered any more
}

// Listen opens the microphone with that id (empty: the system's choice at this
// moment) and delivers until Close or audio.deviceLost. ctx is for the opening only.
// Faults: audio.noSoundSystem, audio.noMicrophone, audio.deviceMissing,
// audio.refused, audio.busy, audio.deviceFailed.
func (s *System) Listen(ctx context.Context, id string, h Hearing) (*Capture, error) {
	c := &Capture{
		clock: s.clock, hearing: h, ring: flow.NewRing(captureRoom), meter: level.NewMeter(Rate),
		closing: make(chan struct{}), unlisted: make(chan struct{}), done: make(chan struct{}),
	}
	config := malgo.DefaultDeviceConfig(malgo.Capture)
	config.Capture.Format, config.Capture.Channels, config.SampleRate = malgo.FormatS16, 1, Rate
	config.PeriodSizeInMilliseconds, config.Periods = capturePeriodMs, capturePeriods
	var err error
	c.device, err = s.start(ctx, id, config, func(_, in []byte, _ uint32) {
		c.ring.Write(samples(in), c.clock.Now())
	})
	if err != nil {
		return nil, fmt.Errorf("open microphone: %w", err)
	}
	c.watch = flow.NewWatch(Rate, s.clock.Now())
	c.device.users.Add(1)
	go c.poll()
	go c.run()
	return c, nil
}

// Close stops listening; what was captured until then is delivered before it
// returns. It must not be called from inside a Hearing call. Closing twice is fine.
func (c *Capture) Close() error {
	c.closeOnce.Do(func() { close(c.closing) })
	<-c.done
	return nil
}

// LastAt is the moment the device handed over its latest sample; zero before the first.
func (c *Capture) LastAt() time.Time {
	_, _, at := c.ring.Stamp()
	return at
}

// run delivers until the end, which it brings about in one place.
func (c *Capture) run() {
	defer close(c.done)
	lost := c.deliver()
	c.device.close()
	c.drain()
	if lost {
		c.hearing.Trouble(fault.New(fault.Unavailable, "audio.deviceLost"))
	}
}

// deliver passes sound on until Close (false) or until the device is lost (true).
func (c *Capture) deliver() (lost bool) {
	check := c.clock.After(checkEvery)
	for {
		select {
		case <-c.ring.Ready():
			c.drain()
		case <-check:
			if _, _, lastAt := c.ring.Stamp(); c.watch.Lost(lastAt, c.clock.Now()) {
				return true
			}
			check = c.clock.After(checkEvery)
		case <-c.unlisted:
			return true
		case <-c.closing:
			return false
		}
	}
}

// drain passes on all that has arrived.
func (c *Capture) drain() {
	for {
		n := c.ring.Read(c.buf[:])
		if n == 0 {
			break
		}
		c.hear(c.buf[:n])
	}
	if lost := c.watch.Count(c.ring.Stamp()); lost > 0 {
		ms := strconv.FormatInt(lost.Milliseconds(), 10)
		c.hearing.Trouble(fault.New(fault.Unavailable, "audio.gaps").With("lostMs", ms))
	}
}

func (c *Capture) hear(samples []int16) {
	c.hearing.Samples(samples)
	c.meter.Add(samples, func(r level.Reading) { c.hearing.Level(r.Level()) })
	silent, changed := c.watch.Hear(samples)
	switch {
	case changed && silent:
		c.hearing.Trouble(fault.New(fault.Unavailable, "audio.silent"))
	case changed:
		c.hearing.Trouble(fault.New(fault.Unavailable, "audio.heard"))
	}
}

// poll looks whether the device is still listed: some systems go on delivering
// silence for one that was pulled out.
func (c *Capture) poll() {
	defer c.device.users.Done()
	for {
		select {
		case <-c.done:
			return
		case <-c.clock.After(pollEvery):
			if !c.device.isPresent() {
				close(c.unlisted)
				return
			}
		}
	}
}

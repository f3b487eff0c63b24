package audio

import (
	"context"
	"fmt"
	"sync"

	"github.com/gen2brain/malgo"

	"github.com/jobjourney/jobjourney/internal/audio/flow"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// playbackPeriodMs survives a busy computer; 10 ms does not.
const playbackPeriodMs = 40

// Clip is one piece of sound being played: Write and End feed it, Done and Outcome
// tell how it went.
type Clip = flow.Clip

// Speaker plays one clip at a time. Its device is opened by the first clip, left
// running, and opened again for a clip of another rate or after it was lost.
type Speaker struct {
	system *System
	id     string
	queue  *flow.Queue

	mu  sync.Mutex
	out *output // nil: closed, or lost
}

// output is a running device and the watch over it.
type output struct {
	device *device
	rate   int
	watch  *flow.Watch
	beat   flow.Beat
	over   chan struct{} // closed when the device is no longer wanted
}

// Speaker opens nothing yet. An empty id is the system's choice at the time of opening.
func (s *System) Speaker(id string) *Speaker {
	return &Speaker{system: s, id: id, queue: flow.NewQueue()}
}

// Begin starts a clip of mono samples at rate Hz, to be written piece by piece; one
// still playing is stopped. ctx is for the opening of the device only. Faults:
// audio.noSoundSystem, audio.noSpeaker, audio.deviceMissing, audio.refused,
// audio.busy, audio.deviceFailed.
func (s *Speaker) Begin(ctx context.Context, rate int) (*Clip, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.out != nil && s.out.rate != rate {
		s.shut()
	}
	if s.out == nil {
		if err := s.open(ctx, rate); err != nil {
			return nil, fmt.Errorf("open loudspeaker: %w", err)
		}
	}
	return s.queue.Begin(rate), nil
}

// Play plays a whole clip and returns when the device has taken its last sample, or
// soon after ctx ends. Besides the faults of Begin: audio.deviceLost, and Canceled if
// it was stopped.
func (s *Speaker) Play(ctx context.Context, pcm []int16, rate int) error {
	clip, err := s.Begin(ctx, rate)
	if err != nil {
		return err
	}
	clip.Write(pcm)
	clip.End()
	return await(ctx, clip)
}

// await returns when the device has taken the last sample of a clip that ends, or soon
// after ctx does.
func await(ctx context.Context, clip *Clip) error {
	select {
	case <-clip.Done():
	case <-ctx.Done():
		clip.Stop()
		<-clip.Done()
	}
	switch outcome, _, _ := clip.Outcome(); outcome {
	case flow.Lost:
		return fmt.Errorf("play sound: %w", fault.New(fault.Unavailable, "audio.deviceLost"))
	case flow.Stopped:
		return fmt.Errorf("play sound: %w", fault.New(fault.Canceled, "fault.canceled"))
	}
	return nil
}

// Stop makes silence: the clip fades within 5 ms, and what the device holds already
// is over within 100 ms.
func (s *Speaker) Stop() { s.queue.Stop() }

// Underruns counts the times a clip ran dry before its end.
func (s *Speaker) Underruns() int { return s.queue.Underruns() }

// Close ends what is playing and lets the device go. Begin opens it again.
func (s *Speaker) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.out != nil {
		s.shut()
	}
	return nil
}

func (s *Speaker) open(ctx context.Context, rate int) error {
	out := &output{rate: rate, over: make(chan struct{})}
	config := malgo.DefaultDeviceConfig(malgo.Playback)
	config.Playback.Format, config.Playback.Channels, config.SampleRate = malgo.FormatS16, 1, uint32(rate)
	config.PeriodSizeInMilliseconds = playbackPeriodMs
	var err error
	out.device, err = s.system.start(ctx, s.id, config, func(buffer, _ []byte, _ uint32) {
		now := s.system.clock.Now()
		out.beat.Tick(now)
		s.queue.Fill(samples(buffer), now)
	})
	if err != nil {
		return err
	}
	out.beat.Reset() // starting fills the device once before it runs: not yet a sign of life
	out.watch = flow.NewWatch(rate, s.system.clock.Now())
	s.out = out
	go s.guard(out)
	return nil
}

// shut closes the device. The caller holds the mutex.
func (s *Speaker) shut() {
	close(s.out.over)
	s.out.device.close()
	s.out = nil
	s.queue.Stop()
}

// guard ends the clip when the device stops asking for sound.
func (s *Speaker) guard(out *output) {
	for {
		select {
		case <-out.over:
			return
		case <-s.system.clock.After(checkEvery):
			if out.watch.Lost(out.beat.LastAt(), s.system.clock.Now()) {
				s.lose(out)
				return
			}
		}
	}
}

func (s *Speaker) lose(out *output) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.out == out {
		out.device.close()
		s.out = nil
		s.queue.Lose()
	}
}

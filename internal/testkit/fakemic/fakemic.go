package fakemic

import (
	"context"
	"math"
	"sync"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// period is how many samples a microphone delivers at a time: 20 ms at 16 kHz.
const period = 320

// Microphone is one fake microphone. The zero value works and is silent.
type Microphone struct {
	mu      sync.Mutex
	refusal error
	open    *listening
	ids     []string
}

// listening is one Listen until its Close. It is an io.Closer.
type listening struct {
	mic     *Microphone
	samples func([]int16)
	level   func(float64)
	trouble func(error)
}

// Refuse makes every Listen from now on return the error; nil makes them work again.
func (m *Microphone) Refuse(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.refusal = err
}

// NoMicrophone is what the real one says when the computer has none.
func NoMicrophone() error { return fault.New(fault.Unavailable, "audio.noMicrophone") }

// Denied is what the real one says when the system forbids the microphone.
func Denied() error { return fault.New(fault.Denied, "audio.refused") }

// NoSoundSystem is what the real one says when there is nothing to ask for a microphone.
func NoSoundSystem() error { return fault.New(fault.Unavailable, "audio.noSoundSystem") }

// Listen opens the microphone: samples, level and trouble are called from inside
// Speak and its companions, on the caller's goroutine. The first result is an
// io.Closer. Opening it twice at once is a Conflict fault, to catch whoever does.
func (m *Microphone) Listen(ctx context.Context, id string, samples func([]int16), level func(float64), trouble func(error)) (interface{ Close() error }, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	switch {
	case ctx.Err() != nil:
		return nil, fault.Wrap(fault.Canceled, "fault.canceled", ctx.Err())
	case m.refusal != nil:
		return nil, m.refusal
	case m.open != nil:
		return nil, fault.New(fault.Conflict, "fakemic.openAlready")
	}
	m.open = &listening{mic: m, samples: samples, level: level, trouble: trouble}
	m.ids = append(m.ids, id)
	return m.open, nil
}

// Close stops listening.
func (l *listening) Close() error {
	l.mic.mu.Lock()
	defer l.mic.mu.Unlock()
	if l.mic.open == l {
		l.mic.open = nil
	}
	return nil
}

// IsOpen reports whether somebody listens.
func (m *Microphone) IsOpen() bool { return m.listener() != nil }

// Opened are the device ids it was opened with so far, one per Listen that worked.
func (m *Microphone) Opened() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]string(nil), m.ids...)
}

// Speak delivers the samples in pieces of 20 ms, each with its level, and reports
// how many were heard: those from the moment nobody listened any more were not.
func (m *Microphone) Speak(pcm []int16) (heard int) {
	for len(pcm) > 0 {
		l := m.listener()
		if l == nil {
			return heard
		}
		piece := pcm[:min(period, len(pcm))]
		pcm = pcm[len(piece):]
		l.samples(append([]int16(nil), piece...))
		l.level(loudness(piece))
		heard += len(piece)
	}
	return heard
}

// Lose pulls the microphone out: nothing comes any more, and whoever listens is told.
func (m *Microphone) Lose() {
	l := m.listener()
	if l == nil {
		return
	}
	_ = l.Close()
	l.trouble(fault.New(fault.Unavailable, "audio.deviceLost"))
}

// FallSilent delivers three seconds of zeros and tells that, as a muted microphone does.
func (m *Microphone) FallSilent() {
	m.Speak(make([]int16, 3*50*period))
	m.tell(fault.New(fault.Unavailable, "audio.silent"))
}

// WakeUp takes FallSilent back.
func (m *Microphone) WakeUp() { m.tell(fault.New(fault.Unavailable, "audio.heard")) }

// Gap tells that so many milliseconds of sound went missing.
func (m *Microphone) Gap(lostMs string) {
	m.tell(fault.New(fault.Unavailable, "audio.gaps").With("lostMs", lostMs))
}

func (m *Microphone) tell(err error) {
	if l := m.listener(); l != nil {
		l.trouble(err)
	}
}

func (m *Microphone) listener() *listening {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.open
}

// loudness is the loudest sample, 0 to 1; the real meter is finer.
func loudness(samples []int16) float64 {
	loudest := 0.0
	for _, s := range samples {
		loudest = max(loudest, math.Abs(float64(s))/32768)
	}
	return loudest
}

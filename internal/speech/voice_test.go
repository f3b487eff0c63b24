package speech_test

import (
	"context"
	"errors"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech"
)

// studio synthesises one sample per byte and notes what it plays.
type studio struct {
	synthesis, playback error
	played, rate        int
}

func (s *studio) Synthesize(_ context.Context, text string) ([]int16, int, error) {
	return make([]int16, len(text)), 22050, s.synthesis
}

func (s *studio) Play(_ context.Context, pcm []int16, rate int) error {
	s.played, s.rate = len(pcm), rate
	return s.playback
}

func TestSayPlaysWhatWasSynthesised(t *testing.T) {
	s := &studio{}
	v := speech.New(s, s)
	if err := v.Say(t.Context(), "hello"); err != nil || s.played != 5 || s.rate != 22050 {
		t.Errorf("Say: %v, played %d samples at %d Hz", err, s.played, s.rate)
	}
	if !v.Available() || speech.New(nil, s).Available() {
		t.Error("Available must say whether there is a synthesizer")
	}
}

func TestSayPassesFaultsOn(t *testing.T) {
	broken := fault.New(fault.Unavailable, "speech.voiceFailed")
	lost := fault.New(fault.Unavailable, "audio.deviceLost")
	s := &studio{synthesis: broken}
	if err := speech.New(s, s).Say(t.Context(), "hello"); !errors.Is(err, broken) || s.played != 0 {
		t.Errorf("Say: %v, played %d", err, s.played)
	}
	s = &studio{playback: lost}
	if err := speech.New(s, s).Say(t.Context(), "hello"); !errors.Is(err, lost) {
		t.Errorf("Say: %v", err)
	}
}

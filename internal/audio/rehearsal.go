package audio

import (
	"context"
	"fmt"
	"io"

	"github.com/jobjourney/jobjourney/internal/audio/silero"
	"github.com/jobjourney/jobjourney/internal/interview"
)

// Microphone fulfils interview.Microphone.
type Microphone struct{ System *System }

// Microphones is interview.Microphone.
func (m Microphone) Microphones(ctx context.Context) ([]interview.MicrophoneInfo, error) {
	all, err := m.System.Microphones(ctx)
	out := make([]interview.MicrophoneInfo, len(all))
	for i, d := range all {
		out[i] = interview.MicrophoneInfo(d)
	}
	return out, err
}

// Listen is interview.Microphone.
func (m Microphone) Listen(ctx context.Context, id string, h interview.Hearing) (io.Closer, error) {
	return m.System.Listen(ctx, id, Hearing(h))
}

// NewActivity hears speech in one take. It fails only if the program was built with
// damaged weights, which a test rules out.
func NewActivity() interview.Activity {
	l, err := silero.NewListener()
	if err != nil {
		panic(err)
	}
	return l
}

// Synthesiser turns words into sound: mono samples at rate Hz.
type Synthesiser interface {
	Synthesize(ctx context.Context, text string) (samples []int16, rate int, err error)
}

// Voice fulfils interview.Voice: what the system's voice says, the speaker plays.
type Voice struct {
	speaker *Speaker
	words   Synthesiser // nil: this computer has no voice
}

// NewVoice speaks through s; words may be nil.
func NewVoice(s *Speaker, words Synthesiser) *Voice { return &Voice{s, words} }

// Available is interview.Voice.
func (v *Voice) Available() bool { return v.words != nil }

// Say is interview.Voice.
func (v *Voice) Say(ctx context.Context, text string) error {
	samples, rate, err := v.words.Synthesize(ctx, text)
	if err != nil {
		return fmt.Errorf("synthesise question: %w", err)
	}
	if err := v.speaker.Play(ctx, samples, rate); err != nil {
		return fmt.Errorf("play question: %w", err)
	}
	return nil
}

package audio

import (
	"context"
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

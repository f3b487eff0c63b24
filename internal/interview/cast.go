package interview

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/interview/advice"
	"github.com/jobjourney/jobjourney/internal/interview/followup"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/interview/translation"
)

// Coach is a language model in the parts it plays.
type Coach interface {
	scoring.Rater
	followup.Interviewer
	advice.Adviser
	translation.Translator
}

// Scribe writes down what was said: mono samples at SampleRate. language is what was
// probably spoken (ISO 639-1).
type Scribe interface {
	WriteDown(ctx context.Context, samples []int16, language string) (transcript.Transcript, error)
}

// Forgetter is a Scribe at a place that keeps what it wrote down until it is deleted.
type Forgetter interface {
	// Forget deletes there what was written down since the last time. It is called once that
	// is kept here, also when the rest was called off.
	Forget(ctx context.Context) error
}

// Narrator speaks: it gives mono sound piece by piece, as it is made, and its rate in Hz. A
// piece is write's to keep. An error of write ends it.
type Narrator interface {
	Speak(ctx context.Context, line Line, write func(samples []int16, rate int) error) error
}

// Cast is who plays which part just now. Nobody is nil, which is normal: the built-in coach
// needs neither.
type Cast interface {
	Coach(ctx context.Context) (Coach, error)
	Scribe(ctx context.Context) (Scribe, error)
	Captioner(ctx context.Context) (Captioner, error)
	// Hears reports whether a scribe was chosen, and the languages it knows (ISO 639-1); nil:
	// nobody can tell.
	Hears(ctx context.Context) (languages []string, chosen bool)
}

package interview

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/interview/advice"
	"github.com/jobjourney/jobjourney/internal/interview/followup"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// Coach is a language model in the parts it plays.
type Coach interface {
	scoring.Rater
	followup.Interviewer
	advice.Adviser
}

// Scribe writes down what was said: mono samples at SampleRate. language is what was
// probably spoken (ISO 639-1).
type Scribe interface {
	WriteDown(ctx context.Context, samples []int16, language string) (transcript.Transcript, error)
}

// Cast is who plays which part just now. Nobody is nil, which is normal: the built-in coach
// needs neither.
type Cast interface {
	Coach(ctx context.Context) (Coach, error)
	Scribe(ctx context.Context) (Scribe, error)
}

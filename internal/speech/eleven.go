package speech

import (
	"context"
	"net/http"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/speech/elevenlabs"
)

// halfASecond is in samples at the rate answers are recorded at.
const halfASecond = interview.SampleRate / 2

// eleven is ElevenLabs as somebody who writes down.
type eleven struct {
	web *http.Client
	clk clock.Clock
	url string // empty: its own
}

// Check is provider.Way. A key may be allowed to do a part only: it works if it does any of
// what it is for here. What is left of the account is told where the key may see it.
func (e eleven) Check(ctx context.Context, a provider.Access) (provider.Account, error) {
	l, err := e.tidying(a)
	if err != nil {
		return provider.Account{}, err
	}
	can, err := l.client.Check(ctx, "")
	_ = l.Forget(ctx) // it was silence: nothing of the person's
	if err != nil {
		return provider.Account{}, err
	}
	if !can.Transcription.Works && !can.Speech.Works {
		return provider.Account{}, can.Transcription.Why
	}
	out := provider.Account{Label: can.Credit.Plan}
	if can.Subscription.Works {
		out.LeftCredits = &can.Credit.Left
	}
	return out, nil
}

// Models is provider.Way: the one for recordings.
func (e eleven) Models(context.Context, provider.Access, provider.Part) ([]provider.Model, error) {
	return []provider.Model{{ID: elevenlabs.RecordingModel, Name: "Scribe"}}, nil
}

// Try is provider.Way: it has half a second of silence written down.
func (e eleven) Try(ctx context.Context, a provider.Access, _ provider.Part, c provider.Choice) error {
	s, err := e.Scribe(a, c)
	if err != nil {
		return err
	}
	_, err = s.WriteDown(ctx, make([]int16, halfASecond), "en")
	_ = s.(interview.Forgetter).Forget(ctx) // it was silence: nothing of the person's
	return err
}

// tidyScribe writes down, and deletes there what it wrote down.
type tidyScribe struct{ *leftovers }

// WriteDown is interview.Scribe.
func (s tidyScribe) WriteDown(ctx context.Context, samples []int16, language string) (transcript.Transcript, error) {
	return s.client.Transcribe(ctx, samples, elevenlabs.Hints{Language: language})
}

// Scribe is provider.Scribes.
func (e eleven) Scribe(a provider.Access, _ provider.Choice) (interview.Scribe, error) {
	l, err := e.tidying(a)
	if err != nil {
		return nil, err
	}
	return tidyScribe{l}, nil
}

// Languages is provider.Scribes: it knows some ninety, the ten of a rehearsal among them.
func (eleven) Languages(provider.Choice) []string { return nil }

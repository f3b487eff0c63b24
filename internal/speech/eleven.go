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

func (e eleven) client(a provider.Access) (*elevenlabs.Client, error) {
	return elevenlabs.New(elevenlabs.Options{BaseURL: e.url, Key: a.Key, HTTP: e.web, Clock: e.clk})
}

// Check is provider.Way. A key may be allowed to do a part only: it works if it does any of
// what it is for here. What is left of the account is told where the key may see it.
func (e eleven) Check(ctx context.Context, a provider.Access) (provider.Account, error) {
	c, err := e.client(a)
	if err != nil {
		return provider.Account{}, err
	}
	can, err := c.Check(ctx, "")
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
	return err
}

// Scribe is provider.Scribes.
func (e eleven) Scribe(a provider.Access, _ provider.Choice) (interview.Scribe, error) {
	c, err := e.client(a)
	if err != nil {
		return nil, err
	}
	return scribe(func(ctx context.Context, samples []int16, language string) (transcript.Transcript, error) {
		return c.Transcribe(ctx, samples, elevenlabs.Hints{Language: language})
	}), nil
}

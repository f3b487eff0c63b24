package speech

import (
	"context"
	"fmt"
	"net/http"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/speech/openaiaudio"
	"github.com/jobjourney/jobjourney/internal/speech/recogniser"
	"github.com/jobjourney/jobjourney/internal/speech/whisper"
)

// Scribes are all who can write down what is said, by kind of provider. OpenRouter can too,
// but its way to transcripts knows no routing by privacy: what a person chose there can't be
// kept, so sound doesn't go there.
func Scribes(web *http.Client, clk clock.Clock) map[provider.Kind]provider.Scribes {
	online := servers{web, clk}
	return map[provider.Kind]provider.Scribes{
		provider.Server: online, provider.Recogniser: programs{clk, find},
		provider.ElevenLabs: eleven{web: web, clk: clk},
	}
}

// whisperDialect is what package ai/local calls the server of whisper.cpp.
const whisperDialect = "whisper.cpp"

// servers are those that hear as OpenAI's does.
type servers struct {
	web *http.Client
	clk clock.Clock
}

func (s servers) client(a provider.Access) (*openaiaudio.Client, error) {
	o := openaiaudio.Options{BaseURL: a.BaseURL, Key: a.Key, Dialect: openaiaudio.OpenAI, HTTP: s.web, Clock: s.clk}
	if a.Dialect == whisperDialect {
		o.Dialect = openaiaudio.WhisperCpp
	}
	return openaiaudio.New(o)
}

// Check is provider.Way.
func (s servers) Check(ctx context.Context, a provider.Access) (provider.Account, error) {
	if a.Dialect == whisperDialect {
		return provider.Account{}, s.Try(ctx, a, provider.Scribe, provider.Choice{})
	}
	_, err := s.Models(ctx, a, provider.Scribe)
	return provider.Account{}, err
}

// Models is provider.Way: those that hear.
func (s servers) Models(ctx context.Context, a provider.Access, _ provider.Part) ([]provider.Model, error) {
	if a.Dialect == whisperDialect { // it has one, and no list
		return []provider.Model{{ID: whisperDialect, Name: whisperDialect}}, nil
	}
	c, err := s.client(a)
	if err != nil {
		return nil, err
	}
	all, err := c.Models(ctx)
	if err != nil {
		return nil, err
	}
	out := []provider.Model{}
	for _, m := range all {
		if m.Transcribes {
			out = append(out, provider.Model{ID: m.ID, Name: m.Name})
		}
	}
	return out, nil
}

// Try is provider.Way: it has half a second of silence written down.
func (s servers) Try(ctx context.Context, a provider.Access, _ provider.Part, choice provider.Choice) error {
	c, err := s.client(a)
	if err != nil {
		return err
	}
	can, err := c.Capabilities(ctx, openaiaudio.Request{Model: choice.Model}, openaiaudio.Utterance{})
	if err != nil {
		return err
	}
	return can.TranscribeErr
}

// Scribe is provider.Scribes.
func (s servers) Scribe(a provider.Access, choice provider.Choice) (interview.Scribe, error) {
	c, err := s.client(a)
	if err != nil {
		return nil, err
	}
	return scribe(func(ctx context.Context, samples []int16, language string) (transcript.Transcript, error) {
		return c.Transcribe(ctx, samples, openaiaudio.Request{Model: choice.Model, Language: language})
	}), nil
}

// Languages is provider.Scribes. Most models know the ten of a rehearsal and more; those for
// English alone are named so.
func (servers) Languages(choice provider.Choice) []string {
	if whisper.EnglishOnly(choice.Model) {
		return []string{"en"}
	}
	return nil
}

// scribe is a function that fulfils interview.Scribe.
type scribe func(ctx context.Context, samples []int16, language string) (transcript.Transcript, error)

// WriteDown is interview.Scribe.
func (s scribe) WriteDown(ctx context.Context, samples []int16, language string) (transcript.Transcript, error) {
	return s(ctx, samples, language)
}

// programs are the recognisers installed on this computer.
type programs struct {
	clk  clock.Clock
	find func(clock.Clock) []*recogniser.Recogniser
}

func find(clk clock.Clock) []*recogniser.Recogniser { return recogniser.Find(clk, recogniser.Choice{}) }

// Check is provider.Way.
func (p programs) Check(context.Context, provider.Access) (provider.Account, error) {
	if len(p.find(p.clk)) == 0 {
		return provider.Account{}, fault.New(fault.NotFound, "speech.recogniserMissing")
	}
	return provider.Account{}, nil
}

// Models is provider.Way: the recognisers, the best first.
func (p programs) Models(context.Context, provider.Access, provider.Part) ([]provider.Model, error) {
	out := []provider.Model{}
	for _, r := range p.find(p.clk) {
		out = append(out, provider.Model{ID: r.ID(), Name: r.Name() + ", " + r.Model(), Rough: r.Rough()})
	}
	return out, nil
}

// Try is provider.Way: it has half a second of silence written down.
func (p programs) Try(ctx context.Context, a provider.Access, _ provider.Part, choice provider.Choice) error {
	s, err := p.Scribe(a, choice)
	if err != nil {
		return err
	}
	_, err = s.WriteDown(ctx, make([]int16, halfASecond), "en")
	return err
}

// Scribe is provider.Scribes.
func (p programs) Scribe(_ provider.Access, choice provider.Choice) (interview.Scribe, error) {
	if r := p.chosen(choice); r != nil {
		return scribe(r.Transcribe), nil
	}
	return nil, fmt.Errorf("find recogniser: %w", fault.New(fault.NotFound, "speech.recogniserMissing"))
}

// Languages is provider.Scribes.
func (p programs) Languages(choice provider.Choice) []string {
	if r := p.chosen(choice); r != nil {
		return r.Languages()
	}
	return nil
}

// chosen is the recogniser of a choice; nil: it is there no more.
func (p programs) chosen(choice provider.Choice) *recogniser.Recogniser {
	for _, r := range p.find(p.clk) {
		if r.ID() == choice.Model {
			return r
		}
	}
	return nil
}

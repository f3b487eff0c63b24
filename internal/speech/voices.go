package speech

import (
	"context"
	"net/http"
	"strings"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/speech/elevenlabs"
	"github.com/jobjourney/jobjourney/internal/speech/openaiaudio"
)

// Voices are all who can speak for the interviewer, by kind of provider.
func Voices(web *http.Client, clk clock.Clock) map[provider.Kind]provider.Voices {
	return map[provider.Kind]provider.Voices{
		provider.Server:     serverVoices{servers{web, clk}},
		provider.ElevenLabs: elevenVoices{eleven{web: web, clk: clk}},
	}
}

// narrator is a function that fulfils interview.Narrator.
type narrator func(ctx context.Context, line interview.Line, write func([]int16, int) error) error

// Speak is interview.Narrator.
func (n narrator) Speak(ctx context.Context, line interview.Line, write func(samples []int16, rate int) error) error {
	return n(ctx, line, write)
}

// twoWords is what a voice is tried with; nobody hears it.
const twoWords = "Hello there."

// tryVoice has two words spoken.
func tryVoice(ctx context.Context, v provider.Voices, a provider.Access, c provider.Choice) error {
	n, err := v.Narrator(a, c)
	if err != nil {
		return err
	}
	return n.Speak(ctx, interview.Line{Text: twoWords, Language: "en"}, func([]int16, int) error { return nil })
}

// elevenVoices is ElevenLabs as somebody who speaks.
type elevenVoices struct{ eleven }

// Models is provider.Way: the voices of the account.
func (e elevenVoices) Models(ctx context.Context, a provider.Access, _ provider.Part) ([]provider.Model, error) {
	l, err := e.tidying(a)
	if err != nil {
		return nil, err
	}
	all, err := l.client.Voices(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]provider.Model, len(all))
	for i, v := range all {
		out[i] = provider.Model{ID: v.ID, Name: v.Name}
	}
	return out, nil
}

// Try is provider.Way.
func (e elevenVoices) Try(ctx context.Context, a provider.Access, _ provider.Part, c provider.Choice) error {
	return tryVoice(ctx, e, a, c)
}

// Narrator is provider.Voices. Sound that came through is deleted from the account's history
// behind the back of whoever listens, if the key may: a key that may only speak is a good one.
func (e elevenVoices) Narrator(a provider.Access, choice provider.Choice) (interview.Narrator, error) {
	l, err := e.tidying(a)
	if err != nil {
		return nil, err
	}
	return narrator(func(ctx context.Context, line interview.Line, write func([]int16, int) error) error {
		rate := 0
		u := elevenlabs.Utterance{Way: elevenlabs.Way{Voice: choice.Model, Language: line.Language}, Text: line.Text, Began: func(hz int) { rate = hz }}
		_, err := l.client.Speak(ctx, u, func(samples []int16) error { return write(samples, rate) })
		go func() { _ = l.Forget(ctx) }() // ends by itself (tidyPatience); what it can't delete is told beforehand, on the provider's card
		return err
	}), nil
}

// Speaks is provider.Voices: its voices speak every language its model does.
func (elevenVoices) Speaks(_ provider.Choice, language string) bool {
	return elevenlabs.Speaks(language)
}

// serverVoices are servers that speak as OpenAI's does. A voice belongs to a model there:
// its id is both, as voice@model.
type serverVoices struct{ servers }

// Models is provider.Way: every voice of every model that speaks.
func (s serverVoices) Models(ctx context.Context, a provider.Access, _ provider.Part) ([]provider.Model, error) {
	c, err := s.client(a)
	if err != nil {
		return nil, err
	}
	models, err := c.Models(ctx)
	if err != nil {
		return nil, err
	}
	out := []provider.Model{}
	for _, m := range models {
		if !m.Speaks {
			continue
		}
		voices, err := c.Voices(ctx, m.ID)
		if err != nil {
			return nil, err
		}
		for _, v := range voices {
			out = append(out, provider.Model{ID: v.ID + "@" + m.ID, Name: v.Name + ", " + m.Name})
		}
	}
	return out, nil
}

// Try is provider.Way.
func (s serverVoices) Try(ctx context.Context, a provider.Access, _ provider.Part, c provider.Choice) error {
	return tryVoice(ctx, s, a, c)
}

// Narrator is provider.Voices.
func (s serverVoices) Narrator(a provider.Access, choice provider.Choice) (interview.Narrator, error) {
	c, err := s.client(a)
	if err != nil {
		return nil, err
	}
	voice, model, _ := strings.Cut(choice.Model, "@")
	return narrator(func(ctx context.Context, line interview.Line, write func([]int16, int) error) error {
		return c.Speak(ctx, openaiaudio.Utterance{Model: model, Voice: voice, Text: line.Text}, write)
	}), nil
}

// Speaks is provider.Voices. A server can't be told a language: a voice whose name gives one
// away speaks that one, and of any other nothing is known.
func (serverVoices) Speaks(choice provider.Choice, language string) bool {
	voice, model, _ := strings.Cut(choice.Model, "@")
	own := openaiaudio.VoiceLanguage(voice, model)
	return own == "" || own == language
}

package openaiaudio

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
)

const (
	maxList    = 16 << 20 // bytes; OpenRouter's list of all models is some MB
	listWithin = 20 * time.Second
)

// Model is one that a server offers.
type Model struct {
	ID   string
	Name string // for people; the id where the server gives none
	// Transcribes and Speaks say what it is for. Where the server doesn't say, its name
	// is looked at; both are false where that says nothing either.
	Transcribes, Speaks bool
	Voices              []string // those OpenRouter lists for it
}

// Voice is one that a server can speak with.
type Voice struct {
	ID       string
	Name     string // for people; the id where the server gives none
	Language string // as the server writes it; may be empty
}

// openAIVoices are in OpenAI's API reference; its server has no list.
var openAIVoices = []string{"alloy", "ash", "ballad", "coral", "echo", "fable", "onyx", "nova", "sage", "shimmer", "verse"}

// Models lists what the server offers; of OpenRouter's, those for speech, which it shows
// only when asked for by their kind. The server of whisper.cpp has one model and no list.
func (c *Client) Models(ctx context.Context) ([]Model, error) {
	switch c.options.Dialect {
	case WhisperCpp:
		return nil, fmt.Errorf("list models: %w", errUnsupported)
	case OpenRouter:
		hear, err := c.models(ctx, "?output_modalities=transcription")
		if err != nil {
			return nil, err
		}
		for i := range hear {
			hear[i].Transcribes = true
		}
		speak, err := c.models(ctx, "?output_modalities=speech")
		for i := range speak {
			speak[i].Speaks = true
		}
		return append(hear, speak...), err
	}
	return c.models(ctx, "")
}

func (c *Client) models(ctx context.Context, query string) ([]Model, error) {
	var list struct {
		Data []struct {
			ID     string   `json:"id"`
			Name   string   `json:"name"`
			Task   string   `json:"task"` // speaches
			Voices []string `json:"supported_voices"`
		} `json:"data"`
	}
	if err := c.list(ctx, "/models"+query, &list); err != nil {
		return nil, fmt.Errorf("list models: %w", err)
	}
	if list.Data == nil {
		return nil, fmt.Errorf("list models: %w", errBadReply)
	}
	out := make([]Model, 0, len(list.Data))
	for _, d := range list.Data {
		m := Model{ID: d.ID, Name: d.Name, Voices: d.Voices}
		if m.Name == "" {
			m.Name = m.ID
		}
		m.guess(d.Task)
		out = append(out, m)
	}
	return out, nil
}

// guess fills in what a model is for.
func (m *Model) guess(task string) {
	name := strings.ToLower(m.ID)
	about := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(name, w) })
	}
	switch {
	case task != "":
		m.Transcribes, m.Speaks = task == "automatic-speech-recognition", task == "text-to-speech"
	case about("whisper", "transcribe", "parakeet", "moonshine", "voxtral"):
		m.Transcribes = true
	case about("tts", "kokoro", "piper", "phonon"):
		m.Speaks = true
	}
}

// Voices lists what the server can speak with: Kokoro-FastAPI and speaches tell, for
// OpenAI they are known, and OpenRouter has them with the model.
func (c *Client) Voices(ctx context.Context, model string) ([]Voice, error) {
	switch {
	case c.options.Dialect == WhisperCpp:
		return nil, fmt.Errorf("list voices: %w", errUnsupported)
	case c.options.Dialect == OpenRouter:
		return c.modelVoices(ctx, model)
	case c.place.host == "api.openai.com":
		return named(openAIVoices), nil
	}
	var list struct {
		Voices []voiceEntry `json:"voices"`
	}
	if err := c.list(ctx, "/audio/voices", &list); err != nil {
		return nil, fmt.Errorf("list voices: %w", err)
	}
	if list.Voices == nil {
		return nil, fmt.Errorf("list voices: %w", errBadReply)
	}
	out := make([]Voice, 0, len(list.Voices))
	for _, v := range list.Voices {
		if v.ID != "" {
			out = append(out, Voice(v))
		}
	}
	return out, nil
}

func (c *Client) modelVoices(ctx context.Context, model string) ([]Voice, error) {
	all, err := c.models(ctx, "?output_modalities=speech")
	if err != nil {
		return nil, err
	}
	for _, m := range all {
		if m.ID == model {
			return named(m.Voices), nil
		}
	}
	return nil, fmt.Errorf("list voices: %w", errModel)
}

func named(ids []string) []Voice {
	out := make([]Voice, 0, len(ids))
	for _, id := range ids {
		out = append(out, Voice{ID: id, Name: id})
	}
	return out
}

// voiceEntry is a voice in a list: an object, or its name alone as older servers have it.
type voiceEntry Voice

// UnmarshalJSON is json.Unmarshaler.
func (v *voiceEntry) UnmarshalJSON(b []byte) error {
	if json.Unmarshal(b, &v.ID) == nil {
		v.Name = v.ID
		return nil
	}
	var o struct{ ID, Name, Language string }
	if err := json.Unmarshal(b, &o); err != nil {
		return err
	}
	*v = voiceEntry{ID: o.ID, Name: o.Name, Language: o.Language}
	if v.ID == "" {
		v.ID = v.Name
	}
	if v.Name == "" {
		v.Name = v.ID
	}
	return nil
}

// list reads a list at a path below the root.
func (c *Client) list(ctx context.Context, path string, into any) error {
	w, stop := watch(ctx, c.options.Clock)
	defer stop()
	w.within(listWithin)
	body, err := c.read(w.ctx, question{method: http.MethodGet, url: c.place.root + path}, maxList)
	if err != nil {
		return err
	}
	if p, ok := failure(body); ok {
		return p.refusal(http.Header{}, time.Time{})
	}
	if json.Unmarshal(body, into) != nil {
		return errBadReply
	}
	return nil
}

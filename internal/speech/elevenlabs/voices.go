package elevenlabs

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"regexp"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Voice is one a key may speak with.
type Voice struct {
	ID          string
	Name        string // empty if Typed
	Category    string // for example premade, professional, cloned
	Description string
	Labels      map[string]string // accent, age, gender, use_case and others, as the service has them
	Languages   []string          // it was verified for; ISO 639-1
	Own         bool              // made by the account's owner
	// Typed says that nothing but the id is known: the key may speak, but not list voices.
	Typed bool
}

// wireVoice is a voice as the service writes it (GET /v2/voices, /v1/voices/{id}).
type wireVoice struct {
	ID          string         `json:"voice_id"`
	Name        string         `json:"name"`
	Category    string         `json:"category"`
	Description string         `json:"description"`
	Labels      map[string]any `json:"labels"`
	Own         bool           `json:"is_owner"`
	Languages   []struct {
		Language string `json:"language"`
	} `json:"verified_languages"`
}

func (w wireVoice) voice() Voice {
	v := Voice{ID: w.ID, Name: w.Name, Category: w.Category, Description: w.Description, Own: w.Own, Labels: map[string]string{}}
	for name, value := range w.Labels {
		if text, ok := value.(string); ok {
			v.Labels[name] = text
		}
	}
	for _, l := range w.Languages {
		if code := language(l.Language); code != "" {
			v.Languages = append(v.Languages, code)
		}
	}
	return v
}

// mostPages bounds a list, in case it never ends.
const mostPages = 100

// Voices lists the voices of the account, page by page. A key may lack the permission
// voices_read (elevenlabs.missingPermission): then somebody has to type a voice's id, for
// FindVoice.
func (c *Client) Voices(ctx context.Context) ([]Voice, error) {
	var all []Voice
	token := ""
	for range mostPages {
		query := url.Values{"page_size": {"100"}}
		if token != "" {
			query.Set("next_page_token", token)
		}
		var page struct {
			Voices []wireVoice `json:"voices"`
			More   bool        `json:"has_more"`
			Next   string      `json:"next_page_token"`
		}
		err := c.json(ctx, call{method: http.MethodGet, path: "/v2/voices", query: query, need: "voices_read"}, &page)
		if err != nil {
			return nil, fmt.Errorf("list voices: %w", err)
		}
		for _, v := range page.Voices {
			all = append(all, v.voice())
		}
		if !page.More || page.Next == "" {
			return all, nil
		}
		if page.Next == token {
			break
		}
		token = page.Next
	}
	return nil, fmt.Errorf("list voices: %w", badReply("list without end"))
}

// typedID is what a voice's id looks like: 20 letters and digits.
var typedID = regexp.MustCompile(`^[A-Za-z0-9]{20}$`)

// FindVoice looks up the voice with an id somebody typed. If the key may not look, an id
// of the right form is taken on trust (Typed); Speak will tell. Faults: badVoiceId,
// voiceNotFound, and those of any call.
func (c *Client) FindVoice(ctx context.Context, id string) (Voice, error) {
	if !typedID.MatchString(id) {
		return Voice{}, fault.InvalidField("voice", "elevenlabs.badVoiceId")
	}
	var found wireVoice
	err := c.json(ctx, call{method: http.MethodGet, path: "/v1/voices/" + id, need: "voices_read"}, &found)
	switch {
	case err == nil && found.ID != id:
		return Voice{}, fmt.Errorf("find voice: %w", badReply("another voice"))
	case err == nil:
		return found.voice(), nil
	case fault.Of(err).Key == missingPermission("").Key:
		return Voice{ID: id, Typed: true}, nil
	}
	return Voice{}, fmt.Errorf("find voice: %w", lacking(err))
}

package ai

import (
	"context"
	"fmt"

	"github.com/sashabaranov/go-openai/jsonschema"

	"github.com/jobjourney/jobjourney/internal/ai/prompts"
	"github.com/jobjourney/jobjourney/internal/interview/translation"
)

// translateTokens is room for some twenty lines of thirty words, in a language that takes
// three tokens for a word.
const translateTokens = 5000

// wireLine is a line as it is given and as it comes back.
type wireLine struct {
	ID   string `json:"id"`
	Kind string `json:"kind,omitempty"`
	Text string `json:"text"`
}

type wireLines struct {
	Lines []wireLine `json:"lines"`
}

// Translate is translation.Translator. Lines that don't pass are sent back once with the
// reason; the fault is then Unavailable ai.badReply. What is sent is the bank's: nothing in it is
// a person's.
func (c *Coach) Translate(ctx context.Context, t translation.Task) (translation.Translation, error) {
	given := wireLines{}
	for _, l := range t.Lines {
		given.Lines = append(given.Lines, wireLine{l.ID, string(l.Kind), l.Text})
	}
	r := c.request(prompts.Translate, map[string]string{"Language": language(t.To), "From": language(t.From)}, map[string]any{
		"interviewer": t.Interviewer, "manner": t.Manner, "lines": given.Lines,
	}, translateTokens)
	text := jsonschema.Definition{Type: jsonschema.String}
	line := object(map[string]jsonschema.Definition{"id": text, "text": text}, "id", "text")
	r.Schema = &Schema{"translation", object(map[string]jsonschema.Definition{"lines": {Type: jsonschema.Array, Items: &line}}, "lines")}
	var texts map[string]string
	_, reply, err := Structured(ctx, c.client, r, func(said wireLines) (wrong error) {
		texts, wrong = translation.Check(t, said.pairs())
		return wrong
	})
	c.spent(reply.Usage)
	if err != nil {
		return translation.Translation{}, fmt.Errorf("translate lines: %w", err)
	}
	return translation.Translation{Texts: texts, Source: translation.Source{
		Model: or(reply.Model, c.model), Provider: or(reply.Provider, c.client.Host()), PromptVersion: string(prompts.Translate),
	}}, nil
}

// pairs are the texts in the one form letters can be compared in.
func (w wireLines) pairs() []translation.Pair {
	out := make([]translation.Pair, len(w.Lines))
	for i, l := range w.Lines {
		out[i] = translation.Pair{ID: l.ID, Text: Compose(l.Text)}
	}
	return out
}

package fakeai_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
)

// Thoughts that aren't shown are thought all the same: they are counted, paid for, and
// take of the limit of tokens.
func TestHiddenThoughtsCount(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	for name, stream := range map[string]bool{"whole": false, "stream": true} {
		a := ask(t, "POST", s.API()+completions, chatBody(map[string]any{
			"model": fakeai.Thinker, "stream": stream, "reasoning": map[string]any{"effort": "low", "exclude": true},
		}))
		if strings.Contains(a.body, "what matters") || strings.Contains(a.body, `"reasoning_tokens":0`) || !strings.Contains(a.body, `"reasoning_tokens":`) {
			t.Errorf("%s: %s", name, a.body)
		}
	}
	a := ask(t, "POST", s.API()+completions, chatBody(map[string]any{"model": fakeai.Thinker, "max_tokens": 2}))
	if o := a.object(t); at(o, "choices.0.finish_reason") != "length" || at(o, "choices.0.message.content") != nil || at(o, "usage.completion_tokens") != 2.0 {
		t.Errorf("%s", a.body)
	}
}

// A client that asks for another reply says so in a message of its own.
func TestTheAnswerIsFoundBehindAPleaForAnother(t *testing.T) {
	var found string
	s := fakeai.Start(t, fakeai.Options{Reply: func(q fakeai.Request) fakeai.Reply {
		found = fakeai.FindAnswer(q)
		return fakeai.Script{}.Reply(q)
	}})
	message := func(role, text string) map[string]any { return map[string]any{"role": role, "content": text} }
	text := map[string]any{"type": "string"}
	point := map[string]any{"type": "object", "additionalProperties": false, "required": []string{"quote", "factId"}, "properties": map[string]any{"quote": text, "factId": text}}
	a := ask(t, "POST", s.API()+completions, chatBody(map[string]any{
		"messages":        []any{message("user", `{"answer":"I led nights","facts":[{"id":"f7","text":"x"}]}`), message("assistant", "no"), message("user", "Answer again.")},
		"response_format": map[string]any{"type": "json_schema", "json_schema": map[string]any{"name": "p", "strict": true, "schema": point}},
	}))
	if content, _ := at(a.object(t), "choices.0.message.content").(string); found != "I led nights" || content != `{"factId":"f7","quote":"I led nights"}` {
		t.Errorf("%q, %s", found, a.body)
	}
}

// Ollama's "latest" is the tag of a name without one.
func TestATagOfOllama(t *testing.T) {
	for brand, status := range map[fakeai.Brand]int{fakeai.Ollama: http.StatusOK, fakeai.LMStudio: http.StatusNotFound} {
		s := fakeai.StartLocal(t, brand, fakeai.Options{}, fakeai.Quirks{})
		if a := ask(t, "POST", s.URL+"/v1/chat/completions", chatBody(map[string]any{"model": fakeai.LocalModel + ":latest"})); a.status != status {
			t.Errorf("%s: %d %s", brand, a.status, a.body)
		}
	}
}

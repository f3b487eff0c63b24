package fakeai_test

import (
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
)

const localChat = "/v1/chat/completions"

func localBody(more map[string]any) map[string]any {
	b := chatBody(more)
	if more["model"] == nil {
		b["model"] = fakeai.LocalModel
	}
	return b
}

func TestLocalChatNeedsNoKey(t *testing.T) {
	for _, brand := range []fakeai.Brand{fakeai.Ollama, fakeai.LlamaCpp, fakeai.LMStudio} {
		s := fakeai.StartLocal(t, brand, fakeai.Options{Reply: says("Hello there.")}, fakeai.Quirks{})
		a := ask(t, "POST", s.URL+localChat, localBody(map[string]any{"stream": true}), "Authorization", "")
		events, done := a.events(t)
		if !done || said(events) != "Hello there." || strings.Contains(a.body, "usage") || strings.Contains(a.body, "provider") {
			t.Errorf("%s: %s", brand, a.body)
		}
		a = ask(t, "POST", s.URL+localChat, localBody(map[string]any{"stream": true, "stream_options": map[string]any{"include_usage": true}}))
		if events, _ := a.events(t); at(events[len(events)-1], "usage.completion_tokens") != 2.0 || strings.Contains(a.body, "cost") {
			t.Errorf("%s with usage: %s", brand, a.body)
		}
	}
}

func TestLocalRefusals(t *testing.T) {
	type o = map[string]any
	tests := map[string]struct {
		brand  fakeai.Brand
		body   o
		status int
		path   string
		want   any
	}{
		"json_object at LM Studio": {fakeai.LMStudio, o{"response_format": o{"type": "json_object"}}, 400, "error", "'response_format.type' must be 'json_schema' or 'text'"},
		"json_object at Ollama":    {fakeai.Ollama, o{"response_format": o{"type": "json_object"}}, 200, "choices.0.message.content", "{}"},
		"other model at Ollama":    {fakeai.Ollama, o{"model": "x"}, 404, "error.type", "invalid_request_error"},
		"other model at llama.cpp": {fakeai.LlamaCpp, o{"model": "x"}, 200, "model", "x"},
		"OpenRouter's provider":    {fakeai.LlamaCpp, o{"provider": o{}}, 400, "error.code", 400.0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := fakeai.StartLocal(t, tt.brand, fakeai.Options{}, fakeai.Quirks{})
			a := ask(t, "POST", s.URL+localChat, localBody(tt.body))
			if a.status != tt.status || at(a.object(t), tt.path) != tt.want {
				t.Errorf("%d %s", a.status, a.body)
			}
		})
	}
}

func TestQuirks(t *testing.T) {
	thinks := func(fakeai.Request) fakeai.Reply { return fakeai.Reply{Text: "Yes.", Reasoning: "hm"} }
	tests := map[string]struct {
		brand  fakeai.Brand
		quirks fakeai.Quirks
		has    string
		not    string
	}{
		"reasoning":    {fakeai.Ollama, fakeai.Quirks{}, `"reasoning":"hm"`, "think>"},
		"its content":  {fakeai.LlamaCpp, fakeai.Quirks{}, `"reasoning_content":"hm"`, "think>"},
		"in the text":  {fakeai.Ollama, fakeai.Quirks{Think: true}, `think\u003e\nhm\n`, `"reasoning"`},
		"no usage":     {fakeai.Ollama, fakeai.Quirks{NoUsage: true}, "Yes.", "usage"},
		"no id":        {fakeai.Ollama, fakeai.Quirks{NoID: true}, "Yes.", `"id"`},
		"null content": {fakeai.Ollama, fakeai.Quirks{NullContent: true}, `"content":null`, `"content":""`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := fakeai.StartLocal(t, tt.brand, fakeai.Options{Reply: thinks}, tt.quirks)
			stream := name == "null content"
			a := ask(t, "POST", s.URL+localChat, localBody(map[string]any{"stream": stream}))
			if !strings.Contains(a.body, tt.has) || strings.Contains(a.body, tt.not) {
				t.Errorf("%s", a.body)
			}
		})
	}
}

func TestLocalFaults(t *testing.T) {
	s := fakeai.StartLocal(t, fakeai.LlamaCpp, fakeai.Options{}, fakeai.Quirks{})
	s.Fail(1, fakeai.Unavailable(0))
	if a := ask(t, "POST", s.URL+localChat, localBody(nil)); a.status != 503 {
		t.Errorf("%d", a.status)
	}
	if calls := s.Calls(); len(calls) != 1 {
		t.Errorf("%d calls", len(calls))
	}
}

package fakeai_test

import (
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
)

func TestRefusesWhatTheDocumentsDontKnow(t *testing.T) {
	type o = map[string]any
	format := func(schema o) o {
		return o{"response_format": o{"type": "json_schema", "json_schema": schema}}
	}
	open := o{"type": "object", "properties": o{"a": o{"type": "string"}}, "required": []any{"a"}}
	tests := map[string]struct {
		body any
		want string // in the message
	}{
		"no JSON":                 {"{", "one JSON object"},
		"unknown field":           {chatBody(o{"temprature": 0}), "temprature"},
		"unknown preference":      {chatBody(o{"provider": o{"zero_retention": true}}), "zero_retention"},
		"preference of no kind":   {chatBody(o{"provider": o{"zdr": "yes"}}), "zdr"},
		"data collection":         {chatBody(o{"provider": o{"data_collection": "never"}}), "data_collection"},
		"price as a number":       {chatBody(o{"provider": o{"max_price": o{"prompt": 1}}}), "prompt"},
		"unknown effort":          {chatBody(o{"reasoning": o{"effort": "little"}}), "effort"},
		"effort and tokens":       {chatBody(o{"reasoning": o{"effort": "low", "max_tokens": 9}}), "only one"},
		"no messages":             {o{"model": fakeai.Chat}, "messages"},
		"no model":                {o{"messages": chatBody(nil)["messages"]}, "model"},
		"unknown role":            {chatBody(o{"messages": []any{o{"role": "boss", "content": ""}}}), "role"},
		"unknown part":            {chatBody(o{"messages": []any{o{"role": "user", "content": []any{o{"type": "sound"}}}}}), "sound"},
		"sound as an address":     {chatBody(o{"messages": []any{o{"role": "user", "content": []any{o{"type": "input_audio", "input_audio": o{"format": "wav", "data": "https://example.org/a.wav"}}}}}}), "base64"},
		"too warm":                {chatBody(o{"temperature": 3}), "temperature"},
		"name of a schema":        {chatBody(format(o{"name": "my schema", "schema": open})), "name"},
		"no schema":               {chatBody(format(o{"name": "x"})), "schema"},
		"strict and open":         {chatBody(format(o{"name": "x", "strict": true, "schema": open})), "additionalProperties"},
		"no reasoning, mandatory": {chatBody(o{"model": fakeai.Thinker, "reasoning": o{"effort": "none"}}), "mandatory"},
	}
	s := fakeai.Start(t, fakeai.Options{})
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			a := ask(t, "POST", s.API()+completions, tt.body)
			message, _ := at(a.object(t), "error.message").(string)
			if a.status != 400 || !strings.Contains(message, tt.want) || at(a.object(t), "error.code") != 400.0 {
				t.Errorf("%d %s; want 400 with %q", a.status, a.body, tt.want)
			}
		})
	}
}

func TestRoutingLeavesNoModel(t *testing.T) {
	type o = map[string]any
	schema := o{"type": "json_schema", "json_schema": o{"name": "x", "schema": o{"type": "object"}}}
	tests := map[string]struct {
		body   o
		status int
		code   string
		by     any
	}{
		"unknown model":      {o{"model": "acme/nobody"}, 400, "model_not_found", nil},
		"a voice":            {o{"model": fakeai.Speaker}, 400, "wrong_endpoint", nil},
		"no zero retention":  {o{"model": fakeai.Collector, "provider": o{"zdr": true}}, 404, "privacy_restricted", "data_policy:zdr"},
		"trains on prompts":  {o{"model": fakeai.Collector, "provider": o{"data_collection": "deny"}}, 404, "privacy_restricted", "data_policy:training"},
		"no structured text": {o{"model": fakeai.Plain, "response_format": schema, "provider": o{"require_parameters": true}}, 404, "constraint_filtered", "require_parameters"},
	}
	s := fakeai.Start(t, fakeai.Options{})
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			a := ask(t, "POST", s.API()+completions, chatBody(tt.body))
			e := a.object(t)
			if a.status != tt.status || at(e, "error.availability.code") != tt.code || at(e, "error.availability.excluded_by.0") != tt.by {
				t.Errorf("%d %s", a.status, a.body)
			}
			if at(e, "error.code") != nil || at(e, "error.http_status") != float64(tt.status) {
				t.Errorf("the availability shape has no code: %s", a.body)
			}
		})
	}
}

func TestFallbackIsNamedInTheAnswer(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	a := ask(t, "POST", s.API()+completions, chatBody(map[string]any{
		"model": fakeai.Collector, "models": []any{fakeai.Chat}, "provider": map[string]any{"zdr": true},
	}))
	if a.status != 200 || at(a.object(t), "model") != fakeai.Chat {
		t.Errorf("%d %s", a.status, a.body)
	}
}

func TestKeys(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	tests := map[string]struct {
		authorization, want string
	}{
		"none":    {"", "Missing Authentication header"},
		"basic":   {"Basic abc", "Missing Authentication header"},
		"unknown": {"Bearer sk-or-v1-somebody", "User not found."},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			for _, path := range []string{"/key", completions, "/audio/speech", "/audio/transcriptions", "/models/user"} {
				a := ask(t, "GET", s.API()+path, nil, "Authorization", tt.authorization)
				if path != "/key" && path != "/models/user" {
					a = ask(t, "POST", s.API()+path, chatBody(nil), "Authorization", tt.authorization)
				}
				if a.status != 401 || at(a.object(t), "error.message") != tt.want {
					t.Errorf("%s: %d %s", path, a.status, a.body)
				}
			}
		})
	}
	if a := ask(t, "GET", s.API()+"/models", nil, "Authorization", ""); a.status != 200 {
		t.Errorf("the list of models proves no key: %d", a.status)
	}
	s.Disable(fakeai.Key)
	if a := ask(t, "GET", s.API()+"/key", nil); a.status != 401 {
		t.Errorf("disabled: %d", a.status)
	}
}

func TestAttributionIsNoticed(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	ask(t, "GET", s.API()+"/key", nil)
	if got := s.Attributed(); len(got) != 0 {
		t.Errorf("nothing was sent: %v", got)
	}
	ask(t, "GET", s.API()+"/key", nil, "HTTP-Referer", "https://example.org", "X-Title", "x")
	if got := s.Attributed(); len(got) != 2 {
		t.Errorf("two were sent: %v", got)
	}
}

func TestOtherMethodsAndPaths(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	if a := ask(t, "GET", s.API()+"/auth/keys", nil); a.status != 405 {
		t.Errorf("GET /auth/keys: %d", a.status)
	}
	if a := ask(t, "GET", s.API()+"/keys", nil); a.status != 404 {
		t.Errorf("GET /keys: %d", a.status)
	}
	if a := ask(t, "GET", s.API()+"/credits", nil); a.status != 403 {
		t.Errorf("GET /credits: %d", a.status)
	}
}

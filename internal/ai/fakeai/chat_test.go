package fakeai_test

import (
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
)

func says(text string) func(fakeai.Request) fakeai.Reply {
	return func(fakeai.Request) fakeai.Reply { return fakeai.Reply{Text: text} }
}

func TestWholeAnswer(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{Reply: says("What did you do?")})
	a := ask(t, "POST", s.API()+completions, chatBody(nil))
	o := a.object(t)
	for path, want := range map[string]any{
		"object": "chat.completion", "model": fakeai.Chat, "choices.0.message.content": "What did you do?", "choices.0.finish_reason": "stop",
		"choices.0.message.role": "assistant", "usage.completion_tokens": 4.0, "usage.is_byok": false, "usage.cost_details.upstream_inference_cost": nil,
	} {
		if got := at(o, path); got != want {
			t.Errorf("%s = %v, want %v", path, got, want)
		}
	}
	id, _ := at(o, "id").(string)
	if !strings.HasPrefix(id, "gen-") || a.header.Get("X-Generation-Id") != id {
		t.Errorf("id %q, header %q", id, a.header.Get("X-Generation-Id"))
	}
	cost, _ := at(o, "usage.cost").(float64)
	if cost <= 0 || s.Spent(fakeai.Key) != cost {
		t.Errorf("cost %v, spent %v", cost, s.Spent(fakeai.Key))
	}
}

func TestStreamedAnswer(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{Reply: says("What did\nyou do?")})
	a := ask(t, "POST", s.API()+completions, chatBody(map[string]any{"stream": true}))
	events, done := a.events(t)
	if !done || said(events) != "What did\nyou do?" || a.header.Get("Content-Type") != "text/event-stream" {
		t.Fatalf("%v %q", done, a.body)
	}
	last := events[len(events)-1]
	if choices, isList := last["choices"].([]any); !isList || len(choices) != 0 || at(last, "usage.cost") == nil {
		t.Errorf("the last chunk is %v, want usage and no choices", last)
	}
	if got := at(events[len(events)-2], "choices.0.finish_reason"); got != "stop" {
		t.Errorf("finish_reason %v", got)
	}
	for _, e := range events[:len(events)-1] {
		if e["usage"] != nil || e["object"] != "chat.completion.chunk" || e["id"] == nil {
			t.Errorf("chunk %v", e)
		}
	}
}

func TestLimitOfTokensEndsAReply(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{Reply: says("one two three four")})
	o := ask(t, "POST", s.API()+completions, chatBody(map[string]any{"max_tokens": 2})).object(t)
	if at(o, "choices.0.message.content") != "one two" || at(o, "choices.0.finish_reason") != "length" {
		t.Errorf("%v", o)
	}
}

func TestReasoningComesFirst(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{Reply: says("Yes.")})
	body := chatBody(map[string]any{"model": fakeai.Thinker, "stream": true})
	events, _ := ask(t, "POST", s.API()+completions, body).events(t)
	thoughts, spoke := 0, false
	for _, e := range events {
		if at(e, "choices.0.delta.reasoning") != nil {
			thoughts++
			if spoke {
				t.Error("reasoning after content")
			}
		}
		spoke = spoke || at(e, "choices.0.delta.content") == "Yes."
	}
	if thoughts < 2 || !spoke || at(events[len(events)-1], "usage.completion_tokens_details.reasoning_tokens") != float64(thoughts) {
		t.Errorf("%d thoughts in %v", thoughts, events)
	}
	body["reasoning"] = map[string]any{"exclude": true}
	if a := ask(t, "POST", s.API()+completions, body); strings.Contains(a.body, `"reasoning"`) {
		t.Errorf("excluded reasoning is sent: %s", a.body)
	}
}

func TestCreditEndsInTheMiddle(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	s.SetCredit(fakeai.Key, 0.000001)
	first := ask(t, "POST", s.API()+completions, chatBody(nil))
	second := ask(t, "POST", s.API()+completions, chatBody(nil))
	if first.status != 200 || second.status != 402 || !strings.Contains(second.body, "Insufficient credits") {
		t.Errorf("%d, then %d %s", first.status, second.status, second.body)
	}
	o := ask(t, "GET", s.API()+"/key", nil).object(t)
	if at(o, "data.limit") != 0.000001 || at(o, "data.limit_remaining") != 0.0 || at(o, "data.usage") != s.Spent(fakeai.Key) {
		t.Errorf("%v", o)
	}
}

func TestKeyWithoutLimit(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	s.SetFreeTier(fakeai.Key, true)
	o := ask(t, "GET", s.API()+"/key", nil).object(t)
	data, _ := o["data"].(map[string]any)
	for _, name := range []string{"limit", "limit_remaining", "limit_reset", "expires_at"} {
		if value, found := data[name]; !found || value != nil {
			t.Errorf("%s = %v, %v; want null", name, value, found)
		}
	}
	if data["is_free_tier"] != true || data["is_management_key"] != false {
		t.Errorf("%v", data)
	}
}

package ai

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/sashabaranov/go-openai/jsonschema"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func asText(v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(raw)
}

type level struct {
	Level int `json:"level"`
}

func rated() Request {
	r := ask()
	r.System = "Rate it."
	r.Schema = &Schema{"rating", jsonschema.Definition{
		Type: jsonschema.Object, Required: []string{"level"}, AdditionalProperties: false,
		Properties: map[string]jsonschema.Definition{"level": {Type: jsonschema.Integer}},
	}}
	return r
}

func inRange(l level) error {
	if l.Level < 1 || l.Level > 5 {
		return errors.New("level must be from 1 to 5")
	}
	return nil
}

func TestAStructuredAnswer(t *testing.T) {
	s := serve(t, stream(says(`{"level":`)+says(` 4}`)+finish))
	c, _ := client(t, s, Options{OpenRouter: true})
	got, _, err := Structured(t.Context(), c, rated(), inRange)
	if err != nil || got.Level != 4 || s.calls() != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	format := asText(s.bodies[0]["response_format"])
	if !strings.Contains(format, `"strict":true`) || !strings.Contains(format, `"additionalProperties":false`) || !strings.Contains(format, `"name":"rating"`) {
		t.Errorf("format %s", format)
	}
	if p := asText(s.bodies[0]["provider"]); !strings.Contains(p, `"require_parameters":true`) {
		t.Errorf("provider %s", p)
	}
}

func TestAWrongAnswerIsRepairedOnce(t *testing.T) {
	cost := `data: {"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1,"cost":0.5}}` + "\n\n"
	for name, first := range map[string]string{
		"no object": "I would say four.", "not of the schema": `{"level":"four"}`, "out of range": `{"level":9}`, "cut": `{"level":`,
	} {
		s := serve(t, stream(says(first)+cost+finish), stream(says("Here you are:\n```json\n{\"level\":2}\n```")+cost+finish))
		c, _ := client(t, s, Options{})
		got, reply, err := Structured(t.Context(), c, rated(), inRange)
		if err != nil || got.Level != 2 || s.calls() != 2 || *reply.Usage.CostUSD != 1 {
			t.Errorf("%s: %+v %+v, %v", name, got, reply.Usage, err)
		}
		if m := s.bodies[1]["messages"].([]any); len(m) != 4 {
			t.Errorf("%s: the second try has %d messages", name, len(m))
		}
	}
}

func TestAnAnswerThatStaysWrongIsNone(t *testing.T) {
	s := serve(t, stream(says(`{"level":0}`)+finish))
	c, _ := client(t, s, Options{})
	got, _, err := Structured(t.Context(), c, rated(), inRange)
	if fault.Of(err).Key != "ai.badReply" || got.Level != 0 || s.calls() != 2 {
		t.Errorf("%+v after %d calls, %v", got, s.calls(), err)
	}
}

func TestAModelWithoutSchemasIsToldInWords(t *testing.T) {
	s := serve(t, status(400, "application/json", `{"error":{"message":"response_format is not supported","code":400}}`), stream(says(`{"level":3}`)+finish))
	c, _ := client(t, s, Options{OpenRouter: true})
	for range 2 {
		if got, _, err := Structured(t.Context(), c, rated(), inRange); err != nil || got.Level != 3 {
			t.Fatalf("%+v, %v", got, err)
		}
	}
	if s.calls() != 3 {
		t.Errorf("%d calls: it was asked by a schema again", s.calls())
	}
	system := s.bodies[2]["messages"].([]any)[0].(map[string]any)["content"].(string)
	if !strings.HasPrefix(system, "Rate it.") || !strings.Contains(system, `"level"`) || s.bodies[2]["response_format"] != nil {
		t.Errorf("system %q", system)
	}
}

func TestACauseIsNotHiddenByTheSchema(t *testing.T) {
	s := serve(t, status(402, "application/json", `{"error":{"code":402,"message":"x"}}`))
	c, _ := client(t, s, Options{})
	if _, _, err := Structured(t.Context(), c, rated(), inRange); fault.Of(err).Key != "ai.noCredit" || s.calls() != 1 {
		t.Errorf("%v after %d calls", err, s.calls())
	}
}

func TestModelsAndAccount(t *testing.T) {
	s := serve(t,
		status(200, "application/json", `{"data":[
			{"id":"z/talks","name":"Talks","context_length":null,"pricing":{"prompt":"-1","completion":"x"},"architecture":{"output_modalities":["speech"]},"supported_voices":["ann"]},
			{"id":"a/one","name":"One","context_length":128000,"pricing":{"prompt":"0.00003","completion":"0.00006"},
			 "architecture":{"input_modalities":["text"],"output_modalities":["text"]},"supported_parameters":["structured_outputs"],"reasoning":{"mandatory":true}}]}`),
		status(200, "application/json", `{"data":{"label":"sk-or-v1-abc...123","limit_remaining":4.5,"usage":1.25,"is_free_tier":false}}`),
		status(401, "application/json", `{"error":{"code":401,"message":"No"}}`))
	c, _ := client(t, s, Options{OpenRouter: true, Key: "k"})
	got, err := c.Models(t.Context(), "speech")
	if err != nil || len(got) != 2 || got[0].ID != "a/one" || *got[0].PromptUSD != 0.00003 || !got[0].Structured || !got[0].MustThink || got[0].ContextTokens != 128000 {
		t.Fatalf("%+v, %v", got, err)
	}
	if m := got[1]; m.PromptUSD != nil || m.CompletionUSD != nil || m.Voices[0] != "ann" || m.ContextTokens != 0 {
		t.Errorf("%+v", m)
	}
	if a, err := c.Account(t.Context()); err != nil || *a.LeftUSD != 4.5 || a.UsedUSD != 1.25 || a.Free {
		t.Errorf("%+v, %v", a, err)
	}
	if _, err := c.Account(t.Context()); fault.Of(err).Key != "ai.invalidKey" {
		t.Errorf("%v", err)
	}
}

package fakeai_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
)

const spoken = "Last spring I led the move of our billing to a new system. I wrote the plan, I told the team each week how far we were, and in the end no invoice was lost."

// scoring is the kind of schema a score is asked for with.
const scoring = `{
	"type": "object", "additionalProperties": false, "required": ["criteria", "advice", "note", "certain"],
	"properties": {
		"criteria": {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/criterion"}},
		"advice": {"type": "array", "maxItems": 3, "items": {"type": "string", "maxLength": 20}},
		"note": {"type": ["string", "null"]},
		"certain": {"type": "boolean"}
	},
	"$defs": {"criterion": {
		"type": "object", "additionalProperties": false, "required": ["criterion", "quotes", "level"],
		"properties": {
			"criterion": {"type": "string", "enum": ["relevance", "action", "result"]},
			"level": {"anyOf": [{"type": "integer", "enum": [1, 2, 3, 4, 5]}, {"type": "string", "enum": ["insufficient_evidence"]}]},
			"quotes": {"type": "array", "items": {
				"type": "object", "additionalProperties": false, "required": ["quote", "firstWord", "lastWord"],
				"properties": {"quote": {"type": "string"}, "firstWord": {"type": "integer", "minimum": 0}, "lastWord": {"type": "integer"}}
			}}
		}
	}}
}`

func schemaBody(t *testing.T, schema, prompt, model string) map[string]any {
	t.Helper()
	var s any
	if err := json.Unmarshal([]byte(schema), &s); err != nil {
		t.Fatal(err)
	}
	return map[string]any{
		"model": model, "messages": []any{map[string]any{"role": "system", "content": "Rate."}, map[string]any{"role": "user", "content": prompt}},
		"response_format": map[string]any{"type": "json_schema", "json_schema": map[string]any{"name": "rating", "strict": true, "schema": s}},
	}
}

func content(t *testing.T, a answer) string {
	t.Helper()
	text, isText := at(a.object(t), "choices.0.message.content").(string)
	if !isText {
		t.Fatalf("%d %s", a.status, a.body)
	}
	return text
}

func TestScriptScoresWithVerbatimQuotes(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	for name, prompt := range map[string]string{
		"tags":      "Question: what?\n<answer id=\"1\">" + spoken + "</answer>\nRate it.",
		"quotes":    "The answer:\n\"\"\"\n" + spoken + "\n\"\"\"",
		"label":     "Question: What did you do?\nAnswer: " + spoken + "\nRate it.",
		"JSON":      fmt.Sprintf(`{"question": "What?", "answer": %q}`, spoken),
		"paragraph": "Rate this.\n\n" + spoken + "\n\nThank you.",
	} {
		t.Run(name, func(t *testing.T) {
			text := content(t, ask(t, "POST", s.API()+completions, schemaBody(t, scoring, prompt, fakeai.Chat)))
			var out struct {
				Criteria []struct {
					Criterion string
					Level     int
					Quotes    []struct {
						Quote               string
						FirstWord, LastWord int
					}
				}
				Advice []string
			}
			if err := json.Unmarshal([]byte(text), &out); err != nil {
				t.Fatalf("%v in %s", err, text)
			}
			var named []string
			words := strings.Fields(spoken)
			for _, c := range out.Criteria {
				named = append(named, c.Criterion)
				for _, q := range c.Quotes {
					if q.Quote == "" || !strings.Contains(spoken, q.Quote) || strings.Join(words[q.FirstWord:q.LastWord+1], " ") != q.Quote {
						t.Errorf("%+v is not in the answer", q)
					}
				}
				if c.Level != 3 || len(c.Quotes) == 0 {
					t.Errorf("%+v", c)
				}
			}
			if !slices.Equal(named, []string{"relevance", "action", "result"}) || len(out.Advice) == 0 || len(out.Advice[0]) > 20 {
				t.Errorf("%s", text)
			}
		})
	}
}

func TestScriptFillsWhateverTheSchemaSays(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{LaxSchemas: true})
	for name, schema := range map[string]string{
		"scoring":     scoring,
		"limits":      `{"type":"object","properties":{"n":{"type":"number","minimum":10,"maximum":11},"m":{"type":"integer","maximum":2}},"required":["n","m"]}`,
		"const":       `{"type":"object","properties":{"v":{"const":"1"},"x":{"type":"null"}},"required":["v","x"]}`,
		"all of":      `{"allOf":[{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}]}`,
		"empty list":  `{"type":"object","properties":{"a":{"type":"array","maxItems":0,"items":{"type":"string"}}},"required":["a"]}`,
		"list of two": `{"type":"array","minItems":2,"items":{"type":"string","enum":["a"]}}`,
	} {
		t.Run(name, func(t *testing.T) {
			text := content(t, ask(t, "POST", s.API()+completions, schemaBody(t, schema, spoken, fakeai.Chat)))
			var value any
			var root map[string]any
			if err := json.Unmarshal([]byte(text), &value); err != nil {
				t.Fatalf("%v in %s", err, text)
			}
			_ = json.Unmarshal([]byte(schema), &root)
			if problem := misfit(root, root, value); problem != "" {
				t.Errorf("%s: %s", problem, text)
			}
		})
	}
}

// misfit says where a value doesn't fit a schema: the part of JSON Schema used here.
func misfit(root, schema map[string]any, value any) string {
	if ref, found := schema["$ref"].(string); found {
		definitions, _ := root["$defs"].(map[string]any)
		schema, _ = definitions[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
	for _, group := range []string{"anyOf", "allOf"} {
		options, found := schema[group].([]any)
		fits := slices.ContainsFunc(options, func(o any) bool { return misfit(root, o.(map[string]any), value) == "" })
		if found && !fits {
			return fmt.Sprintf("%v fits no choice of %v", value, options)
		}
	}
	if enum, found := schema["enum"].([]any); found && !slices.Contains(enum, value) {
		return fmt.Sprintf("%v is not of %v", value, enum)
	}
	if c, found := schema["const"]; found && c != value {
		return fmt.Sprintf("%v is not %v", value, c)
	}
	switch v := value.(type) {
	case map[string]any:
		return misfitObject(root, schema, v)
	case []any:
		return misfitList(root, schema, v)
	case float64:
		if least, found := schema["minimum"].(float64); found && v < least {
			return fmt.Sprintf("%v is below %v", v, least)
		}
		if most, found := schema["maximum"].(float64); found && v > most {
			return fmt.Sprintf("%v is above %v", v, most)
		}
	case string:
		if most, found := schema["maxLength"].(float64); found && len(v) > int(most) {
			return fmt.Sprintf("%q is too long", v)
		}
	}
	return ""
}

func misfitObject(root, schema, v map[string]any) string {
	properties, _ := schema["properties"].(map[string]any)
	required, _ := schema["required"].([]any)
	for _, name := range required {
		if _, found := v[name.(string)]; !found {
			return fmt.Sprintf("%v is missing", name)
		}
	}
	for name, each := range v {
		property, known := properties[name].(map[string]any)
		if !known && schema["additionalProperties"] == false {
			return name + " is unknown"
		}
		if problem := misfit(root, property, each); problem != "" {
			return name + ": " + problem
		}
	}
	return ""
}

func misfitList(root, schema map[string]any, v []any) string {
	if least, found := schema["minItems"].(float64); found && len(v) < int(least) {
		return "too few items"
	}
	if most, found := schema["maxItems"].(float64); found && len(v) > int(most) {
		return "too many items"
	}
	items, _ := schema["items"].(map[string]any)
	for _, each := range v {
		if problem := misfit(root, items, each); problem != "" {
			return problem
		}
	}
	return ""
}

func TestModelThatIsntHeldToASchemaTalksAroundIt(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	text := content(t, ask(t, "POST", s.API()+completions, schemaBody(t, scoring, spoken, fakeai.Plain)))
	if json.Valid([]byte(text)) || !strings.Contains(text, "```json\n{") {
		t.Errorf("%s", text)
	}
}

func TestScriptAsksShortQuestions(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	var asked []string
	for range 3 {
		text := content(t, ask(t, "POST", s.API()+completions, chatBody(nil)))
		if !strings.HasSuffix(text, "?") || len(strings.Fields(text)) > 30 || slices.Contains(asked, text) {
			t.Errorf("asked %q after %q", text, asked)
		}
		asked = append(asked, text)
	}
}

func TestReplySeesTheRequest(t *testing.T) {
	var seen fakeai.Request
	s := fakeai.Start(t, fakeai.Options{Reply: func(q fakeai.Request) fakeai.Reply { seen = q; return fakeai.Reply{Text: "{}"} }})
	body := schemaBody(t, scoring, spoken, fakeai.Alias)
	body["messages"] = append(body["messages"].([]any), map[string]any{"role": "user", "content": []any{
		map[string]any{"type": "text", "text": "Listen:"}, map[string]any{"type": "input_audio", "input_audio": map[string]any{"format": "wav", "data": "UklGRg=="}},
	}})
	ask(t, "POST", s.API()+completions, body)
	if seen.Model != fakeai.Chat || seen.SchemaName != "rating" || !seen.Enforced || seen.Call != 1 || seen.Last("system") != "Rate." {
		t.Errorf("%+v", seen)
	}
	if last := seen.Messages[2]; last.Text != "Listen:" || len(last.Audio) != 1 || string(last.Audio[0].Data) != "RIFF" {
		t.Errorf("%+v", last)
	}
}

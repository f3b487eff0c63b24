package ai

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/translation"
)

func lines() translation.Task {
	return translation.Task{From: "en", To: "de", Interviewer: "Imogen Ward", Manner: "Warm and patient.", Lines: []translation.Line{
		{ID: "1", Kind: translation.Remark, Text: "Hello, I'm Imogen. Thank you for making the time."},
		{ID: "2", Kind: translation.Question, Text: "Tell me about a week when everything was due at the same time."},
		{ID: "3", Kind: translation.FollowUp, Text: "How did you decide what came first?"},
	}}
}

const goodLines = `{"lines":[{"id":"1","text":"Guten Tag, ich bin Imogen. Danke, dass Sie sich die Zeit nehmen."},
 {"id":"2","text":"Erza\u0308hlen Sie mir von einer Woche, in der alles gleichzeitig fertig sein musste."},
 {"id":"3","text":" Wie haben Sie entschieden, was zuerst kam? "}]}`

func TestLinesArePutIntoAnotherLanguage(t *testing.T) {
	c, s, spent := coach(t, goodLines)
	got, err := c.Translate(t.Context(), lines())
	if err != nil || got.Texts["3"] != "Wie haben Sie entschieden, was zuerst kam?" || !strings.HasPrefix(got.Texts["2"], "Erzählen") {
		t.Fatalf("%+v, %v", got, err)
	}
	if got.Source != (translation.Source{Model: "m/one", Provider: c.client.Host(), PromptVersion: "translate.v1"}) || len(*spent) != 1 {
		t.Errorf("%+v %v", got.Source, *spent)
	}
	messages := s.bodies[0]["messages"].([]any)
	system, data := messages[0].(map[string]any)["content"].(string), messages[1].(map[string]any)["content"].(string)
	if !strings.Contains(system, "German") || strings.Contains(system, "Imogen") || !strings.Contains(data, "due at the same time") || !strings.Contains(data, "followUp") {
		t.Errorf("%s\n%s", system, data)
	}
}

func TestLinesThatDoNotPassAreSentBackOnce(t *testing.T) {
	bad := strings.Replace(goodLines, "was zuerst kam?", "was zuerst kam? Und wie alt sind Sie?", 1)
	c, s, spent := coach(t, bad, goodLines)
	if _, err := c.Translate(t.Context(), lines()); err != nil || s.calls() != 2 || len(*spent) != 1 {
		t.Errorf("%v after %d calls, %v", err, s.calls(), *spent)
	}
	if sent := asText(s.bodies[1]); !strings.Contains(sent, "line 3 says or asks more than it did") {
		t.Errorf("the model isn't told why: %s", sent)
	}
	english, _ := json.Marshal(map[string]any{"lines": []map[string]string{{"id": "1", "text": lines().Lines[0].Text}, {"id": "2", "text": lines().Lines[1].Text}, {"id": "3", "text": lines().Lines[2].Text}}})
	for name, reply := range map[string]string{"asks more": bad, "English": string(english), "too few": `{"lines":[]}`, "no object": "Gern!"} {
		c, s, spent := coach(t, reply, reply)
		got, err := c.Translate(t.Context(), lines())
		if fault.Of(err).Key != "ai.badReply" || got.Texts != nil || s.calls() != 2 || len(*spent) != 1 {
			t.Errorf("%s: %+v, %v after %d calls", name, got, err, s.calls())
		}
	}
}

package fakeai_test

import (
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
)

func TestListOfModels(t *testing.T) {
	tests := map[string]struct {
		query string
		has   string
		not   string
	}{
		"text by default":     {"", fakeai.Chat, fakeai.Scribe},
		"transcription":       {"?output_modalities=transcription", fakeai.Scribe, fakeai.Chat},
		"speech":              {"?output_modalities=speech", fakeai.Speaker, fakeai.Chat},
		"several":             {"?output_modalities=speech,transcription", fakeai.Scribe, fakeai.Chat},
		"all":                 {"?output_modalities=all", fakeai.Speaker, ""},
		"structured":          {"?supported_parameters=structured_outputs", fakeai.Chat, fakeai.Plain},
		"zero data retention": {"?zdr=true", fakeai.Chat, fakeai.Collector},
		"search":              {"?q=thinker", fakeai.Thinker, fakeai.Chat},
		"hears":               {"?input_modalities=audio&output_modalities=all", fakeai.Note, fakeai.Chat},
		"page":                {"?limit=1&offset=1", fakeai.Alias, fakeai.Chat},
	}
	s := fakeai.Start(t, fakeai.Options{})
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			ids := list(t, s.API()+"/models"+tt.query, "id")
			if !slices.Contains(ids, tt.has) || slices.Contains(ids, tt.not) {
				t.Errorf("%v; want %s, not %s", ids, tt.has, tt.not)
			}
		})
	}
	for _, query := range []string{"?limit=1001", "?limit=x", "?output_modality=speech"} {
		if a := ask(t, "GET", s.API()+"/models"+query, nil); a.status != 400 {
			t.Errorf("%s: %d", query, a.status)
		}
	}
}

func list(t *testing.T, url, field string) (values []string) {
	t.Helper()
	data, _ := ask(t, "GET", url, nil).object(t)["data"].([]any)
	for _, m := range data {
		value, _ := at(m, field).(string)
		values = append(values, value)
	}
	return values
}

func TestModelHasWhatTheSchemaRequires(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	o := ask(t, "GET", s.API()+"/models?output_modalities=all", nil).object(t)
	data, _ := o["data"].([]any)
	for _, m := range data {
		entry, _ := m.(map[string]any)
		for _, name := range []string{
			"id", "canonical_slug", "name", "created", "pricing", "context_length", "architecture", "top_provider",
			"per_request_limits", "supported_parameters", "default_parameters", "supported_voices", "links",
		} {
			if _, found := entry[name]; !found {
				t.Errorf("%v has no %s", entry["id"], name)
			}
		}
		if _, isText := at(m, "pricing.prompt").(string); !isText {
			t.Errorf("%v: prices are decimal strings", entry["id"])
		}
	}
	if at(o, "total_count") != float64(len(data)) || at(o, "links.next") != nil {
		t.Errorf("%v", o["links"])
	}
	next := at(ask(t, "GET", s.API()+"/models?limit=2", nil).object(t), "links.next")
	if next != "/api/v1/models?offset=2&limit=2" {
		t.Errorf("next = %v", next)
	}
}

func TestEndpointsWithoutRetention(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	ids := list(t, s.API()+"/endpoints/zdr", "model_id")
	if !slices.Contains(ids, fakeai.Chat) || slices.Contains(ids, fakeai.Collector) {
		t.Errorf("%v", ids)
	}
}

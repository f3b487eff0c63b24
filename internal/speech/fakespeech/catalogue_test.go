package fakespeech_test

import (
	"encoding/json"
	"testing"

	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
)

func TestVoicesComeInPages(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	all, _ := ask(t, "GET", e.URL+"/v1/voices", nil).object(t)["voices"].([]any)
	seen := map[any]bool{}
	token := ""
	for range all {
		page := ask(t, "GET", e.URL+"/v2/voices?page_size=5&next_page_token="+token, nil).object(t)
		list, _ := page["voices"].([]any)
		for _, v := range list {
			seen[at(v, "voice_id")] = true
		}
		if page["has_more"] != true {
			break
		}
		token, _ = page["next_page_token"].(string)
	}
	if len(all) < 11 || len(seen) != len(all) {
		t.Errorf("%d voices in pages, %d in all", len(seen), len(all))
	}
	if first := ask(t, "GET", e.URL+"/v2/voices", nil).object(t); len(first["voices"].([]any)) != 10 || first["has_more"] != true {
		t.Errorf("the default page: %v", first)
	}
	if found := ask(t, "GET", e.URL+"/v2/voices?search=calm", nil).object(t); found["total_count"] != 1.0 || found["next_page_token"] != nil {
		t.Errorf("%v", found)
	}
	if a := ask(t, "GET", e.URL+"/v2/voices?page_size=101", nil); a.status != 422 {
		t.Errorf("%d", a.status)
	}
}

func TestOneVoice(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{Voices: 150})
	if v := ask(t, "GET", e.URL+"/v1/voices/"+fakespeech.Warm, nil).object(t); v["voice_id"] != fakespeech.Warm || v["name"] != "Warm" {
		t.Errorf("%v", v)
	}
	if a := ask(t, "GET", e.URL+"/v1/voices/FakeVoiceNobody00000", nil); a.status != 404 || at(a.object(t), "detail.status") != "voice_not_found" {
		t.Errorf("%d %s", a.status, a.body)
	}
	if a := ask(t, "GET", e.URL+"/v1/voices/"+fakespeech.Warm, nil, "xi-api-key", fakespeech.TTSOnly); a.status != 401 {
		t.Errorf("%d", a.status)
	}
	if page := ask(t, "GET", e.URL+"/v2/voices?page_size=100", nil).object(t); page["has_more"] != true || page["total_count"] != 150.0 {
		t.Errorf("%v of %v", page["has_more"], page["total_count"])
	}
}

func TestListOfModelsIsBare(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	var list []map[string]any
	if err := json.Unmarshal([]byte(ask(t, "GET", e.URL+"/v1/models", nil).body), &list); err != nil {
		t.Fatal(err)
	}
	speak := 0
	for _, m := range list {
		if m["can_do_text_to_speech"] == true {
			speak++
		}
	}
	if speak != len(list)-1 || speak < 4 {
		t.Errorf("%d of %d models speak", speak, len(list))
	}
}

func TestSubscriptionCountsWhatIsSpoken(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{Characters: 100})
	ask(t, "POST", e.URL+speakPath+"?output_format=pcm_16000", say("0123456789"))
	o := ask(t, "GET", e.URL+"/v1/user/subscription", nil).object(t)
	if o["character_count"] != 5.0 || o["character_limit"] != 100.0 || o["tier"] != "creator" || o["status"] != "active" {
		t.Errorf("%v", o)
	}
}

func TestHistoryIsListedAndDeleted(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	for _, text := range []string{"one", "two", "three"} {
		ask(t, "POST", e.URL+speakPath+"?output_format=pcm_16000", say(text))
	}
	first := ask(t, "GET", e.URL+"/v1/history?page_size=2", nil).object(t)
	last, _ := first["last_history_item_id"].(string)
	if at(first, "history.0.text") != "three" || first["has_more"] != true || at(first, "history.0.request_id") == nil {
		t.Fatalf("%v", first)
	}
	second := ask(t, "GET", e.URL+"/v1/history?start_after_history_item_id="+last, nil).object(t)
	if at(second, "history.0.text") != "one" || second["has_more"] != false {
		t.Errorf("%v", second)
	}
	if a := ask(t, "DELETE", e.URL+"/v1/history/"+last, nil); a.status != 200 || a.object(t)["status"] != "ok" {
		t.Errorf("%d %s", a.status, a.body)
	}
	for _, method := range []string{"DELETE", "GET"} {
		if a := ask(t, method, e.URL+"/v1/history/"+last, nil); a.status != 404 {
			t.Errorf("%s: %d", method, a.status)
		}
	}
	if h := e.History(); len(h) != 2 || h[0] != "three" || h[1] != "one" {
		t.Errorf("%q", h)
	}
}

func TestEnterpriseKeepsNothing(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{Tier: "enterprise"})
	a := ask(t, "POST", e.URL+speakPath+"?output_format=pcm_48000&enable_logging=false", say("one"))
	if a.status != 200 || len(e.History()) != 0 {
		t.Errorf("%d %s, kept %q", a.status, a.header, e.History())
	}
}

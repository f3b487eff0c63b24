package elevenlabs

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestVoicesOfSeveralPages(t *testing.T) {
	var asked []string
	r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
		asked = append(asked, q.URL.String())
		if q.URL.Query().Get("next_page_token") == "" {
			answers(200, `{"voices":[{"voice_id":"a","name":"Rachel","category":"premade","description":null,"labels":{"accent":"american","age":null,"x":1},"is_owner":null,
				"verified_languages":[{"language":"en","model_id":"m"},{"language":"deu"},{"language":"tlh"}]}],"has_more":true,"total_count":2,"next_page_token":"p&2"}`)(w, q)
			return
		}
		answers(200, `{"voices":[{"voice_id":"b","name":"Mine","is_owner":true,"labels":null,"verified_languages":null}],"has_more":false,"next_page_token":"p&2"}`)(w, q)
	})
	got, err := r.Voices(t.Context())
	want := []Voice{
		{ID: "a", Name: "Rachel", Category: "premade", Labels: map[string]string{"accent": "american"}, Languages: []string{"en", "de"}},
		{ID: "b", Name: "Mine", Labels: map[string]string{}, Own: true},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
	if want := []string{"/v2/voices?page_size=100", "/v2/voices?next_page_token=p%262&page_size=100"}; !slices.Equal(asked, want) {
		t.Errorf("asked %v", asked)
	}
}

func TestAListOfVoicesWithoutEnd(t *testing.T) {
	for name, next := range map[string]func(int) string{"the same again": func(int) string { return "p" }, "always another": func(n int) string { return fmt.Sprint("p", n) }} {
		n := 0
		r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
			n++
			answers(200, fmt.Sprintf(`{"voices":[],"has_more":true,"next_page_token":%q}`, next(n)))(w, q)
		})
		_, err := r.Voices(t.Context())
		if fault.Of(err).Key != "elevenlabs.badReply" || n > mostPages {
			t.Errorf("%s: %v after %d pages", name, err, n)
		}
	}
}

func TestFindingATypedVoice(t *testing.T) {
	r := newRig(t, answers(200, `{"voice_id":"`+testVoice+`","name":"Rachel"}`))
	if v, err := r.FindVoice(t.Context(), testVoice); err != nil || v.Name != "Rachel" || v.Typed {
		t.Errorf("%+v, %v", v, err)
	}
	r = newRig(t, answers(401, unpermitted))
	if v, err := r.FindVoice(t.Context(), testVoice); err != nil || !reflect.DeepEqual(v, Voice{ID: testVoice, Typed: true}) {
		t.Errorf("%+v, %v", v, err)
	}
	_, err := r.Voices(t.Context())
	wants(t, err, fault.Denied, "elevenlabs.missingPermission")
	for _, service := range []http.HandlerFunc{answers(400, detail("voice_not_found")), answers(404, `{}`)} {
		_, err := newRig(t, service).FindVoice(t.Context(), testVoice)
		wants(t, err, fault.NotFound, "elevenlabs.voiceNotFound")
	}
	_, err = newRig(t, answers(401, detail("invalid_api_key"))).FindVoice(t.Context(), testVoice)
	wants(t, err, fault.Denied, "elevenlabs.invalidKey")
	_, err = newRig(t, answers(200, `{"voice_id":"x"}`)).FindVoice(t.Context(), testVoice)
	wants(t, err, fault.Unavailable, "elevenlabs.badReply")
	r = newRig(t, func(http.ResponseWriter, *http.Request) { t.Error("something was sent") })
	for _, id := range []string{"", testVoice + "x", testVoice[1:], "../../history/abcdef", testVoice[1:] + " "} {
		if _, err := r.FindVoice(t.Context(), id); fault.Of(err).Key != "elevenlabs.badVoiceId" {
			t.Errorf("%q: %v", id, err)
		}
	}
}

func TestModels(t *testing.T) {
	r := newRig(t, answers(200, `[{"model_id":"eleven_flash_v2_5","name":"Flash","can_do_text_to_speech":true,"maximum_text_length_per_request":40000,
		"token_cost_factor":0.5,"languages":[{"language_id":"en","name":"English"},{"language_id":"de"}],"model_rates":{"x":1}},{"model_id":"m"}]`))
	got, err := r.Models(t.Context())
	want := []Model{{ID: "eleven_flash_v2_5", Name: "Flash", Speaks: true, Characters: 40000, Languages: []string{"en", "de"}, Cost: 0.5}, {ID: "m"}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestCredit(t *testing.T) {
	for body, want := range map[string]Credit{
		`{"tier":"free","character_count":9100,"character_limit":10000,"next_character_count_reset_unix":1772442000,"status":"active","can_extend_character_limit":false}`: {
			Plan: "free", Used: 9100, Limit: 10000, Left: 900, RenewedAt: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC),
		},
		`{"tier":"creator","character_count":120,"character_limit":100,"can_extend_character_limit":true,"next_character_count_reset_unix":null}`: {
			Plan: "creator", Used: 120, Limit: 100, Extendable: true,
		},
	} {
		got, err := newRig(t, answers(200, body)).Subscription(t.Context())
		if err != nil || got != want {
			t.Errorf("%+v, %v", got, err)
		}
	}
}

// archive is a history of items i0, i1 and so on with requests r0, r1, in pages of two.
func archive(t *testing.T, items int, deleted *[]string) http.HandlerFunc {
	t.Helper()
	return func(w http.ResponseWriter, q *http.Request) {
		if q.Method == http.MethodDelete {
			*deleted = append(*deleted, q.URL.EscapedPath())
			switch {
			case strings.HasSuffix(q.URL.Path, "/gone"):
				answers(400, detail("history_item_not_found"))(w, q)
			case strings.HasSuffix(q.URL.Path, "/locked"):
				answers(401, `{"detail":{"status":"missing_permissions"}}`)(w, q)
			default:
				answers(200, `{"status":"ok"}`)(w, q)
			}
			return
		}
		*deleted = append(*deleted, "page")
		first := 0
		if after := q.URL.Query().Get("start_after_history_item_id"); after != "" {
			_, _ = fmt.Sscanf(after, "i%d", &first)
			first++
		}
		page := map[string]any{"has_more": first+2 < items}
		var list []map[string]any
		for i := first; i < min(first+2, items); i++ {
			page["last_history_item_id"] = fmt.Sprint("i", i)
			list = append(list, map[string]any{
				"history_item_id": fmt.Sprint("i", i), "request_id": fmt.Sprint("r", i), "text": "Thank you.", "voice_name": "Rachel", "model_id": "m",
				"date_unix": 1772442000, "character_count_change_from": 10, "character_count_change_to": 20, "state": "created",
			})
		}
		page["history"] = list
		_ = json.NewEncoder(w).Encode(page)
	}
}

func TestFindingWhatWeMade(t *testing.T) {
	var calls []string
	r := newRig(t, archive(t, 7, &calls))
	got, err := r.History(t.Context(), []Made{{HistoryItemID: "i3"}, {RequestID: "r1"}, {TranscriptionID: "tr", RequestID: "r0"}, {}})
	want := Kept{Made: Made{RequestID: "r1", HistoryItemID: "i1"}, Text: "Thank you.", VoiceName: "Rachel", Model: "m", MadeAt: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), Characters: 10}
	if err != nil || len(got) != 2 || got[0] != want || got[1].Made.HistoryItemID != "i3" {
		t.Errorf("%+v, %v", got, err)
	}
	if len(calls) != 2 {
		t.Errorf("%d pages read, 2 hold what was wanted", len(calls))
	}
	got, err = r.History(t.Context(), []Made{{RequestID: "nobody's"}})
	if err != nil || got != nil || len(calls) != 2+4 {
		t.Errorf("%+v after %d pages, %v", got, len(calls), err)
	}
	if got, err = r.History(t.Context(), nil); err != nil || got != nil || len(calls) != 6 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestForgetting(t *testing.T) {
	var calls []string
	r := newRig(t, archive(t, 4, &calls))
	left, err := r.Forget(t.Context(), []Made{
		{HistoryItemID: "h/1", RequestID: "r9"}, {HistoryItemID: "gone"}, {TranscriptionID: "t1"}, {RequestID: "r2"}, {RequestID: "nobody's"},
	})
	want := []string{"page", "page", "/v1/history/h%2F1", "/v1/history/gone", "/v1/speech-to-text/transcripts/t1", "/v1/history/i2"}
	if err != nil || left != nil || !slices.Equal(calls, want) {
		t.Errorf("left %v, calls %v: %v", left, calls, err)
	}
	left, err = r.Forget(t.Context(), []Made{{HistoryItemID: "a"}, {HistoryItemID: "locked"}, {HistoryItemID: "b"}})
	wants(t, err, fault.Denied, "elevenlabs.missingPermission")
	if p := fault.Of(err).Params["permission"]; p != "speech_history_write" || !slices.Equal(left, []Made{{HistoryItemID: "locked"}, {HistoryItemID: "b"}}) {
		t.Errorf("left %v for want of %s", left, p)
	}
	r = newRig(t, answers(401, unpermitted))
	left, err = r.Forget(t.Context(), []Made{{HistoryItemID: "a"}, {RequestID: "r"}})
	if wants(t, err, fault.Denied, "elevenlabs.missingPermission"); len(left) != 2 {
		t.Errorf("left %v", left)
	}
}

// permitted is a service whose key may do a part only.
func permitted(t *testing.T, may ...string) http.HandlerFunc {
	t.Helper()
	return func(w http.ResponseWriter, q *http.Request) {
		needs := map[string]string{"/v1/user/subscription": "user_read", "/v2/voices": "voices_read", "/v1/speech-to-text": "speech_to_text"}[q.URL.Path]
		if needs == "" {
			needs = "text_to_speech"
		}
		_, _ = io.Copy(io.Discard, q.Body)
		switch {
		case !slices.Contains(may, needs):
			answers(401, strings.ReplaceAll(unpermitted, "voices_read", needs))(w, q)
		case strings.Contains(q.URL.Path, nobody):
			answers(404, detail("voice_not_found"))(w, q)
		case needs == "text_to_speech":
			sound(ramp(10), func() int { return 20 })(w, q)
		case needs == "user_read":
			answers(200, `{"tier":"free","character_limit":10000}`)(w, q)
		default:
			answers(200, `{"voices":[],"text":""}`)(w, q)
		}
	}
}

func TestWhatAKeyCanDo(t *testing.T) {
	tests := map[string]struct {
		may   []string
		voice string
	}{
		"everything":                 {[]string{"user_read", "voices_read", "text_to_speech", "speech_to_text"}, testVoice},
		"speech only":                {[]string{"text_to_speech"}, testVoice},
		"speech only, without voice": {[]string{"text_to_speech"}, ""},
		"transcription only":         {[]string{"speech_to_text"}, ""},
		"lists only":                 {[]string{"user_read", "voices_read"}, testVoice},
		"nothing":                    {nil, testVoice},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := newRig(t, permitted(t, tt.may...)).Check(t.Context(), tt.voice)
			if err != nil {
				t.Fatal(err)
			}
			for need, ability := range map[string]Ability{
				"user_read": got.Subscription, "voices_read": got.Voices, "text_to_speech": got.Speech, "speech_to_text": got.Transcription,
			} {
				switch may := slices.Contains(tt.may, need); {
				case may && (!ability.Works || ability.Why != nil):
					t.Errorf("%s doesn't work: %v", need, ability.Why)
				case !may && (ability.Works || ability.Why.Key != "elevenlabs.missingPermission" || ability.Why.Params["permission"] != need):
					t.Errorf("%s: %+v", need, ability)
				}
			}
			if got.Subscription.Works != (got.Credit.Limit == 10000) {
				t.Errorf("credit %+v", got.Credit)
			}
		})
	}
}

func TestKeysThatCanDoNothing(t *testing.T) {
	asked := 0
	r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
		asked++
		answers(401, detail("invalid_api_key"))(w, q)
	})
	_, err := r.Check(t.Context(), testVoice)
	if wants(t, err, fault.Denied, "elevenlabs.invalidKey"); asked != 1 {
		t.Errorf("asked %d times", asked)
	}
	spent, err := newRig(t, answers(401, detail("quota_exceeded"))).Check(t.Context(), testVoice)
	if err != nil || spent.Speech.Works || spent.Speech.Why.Key != "elevenlabs.quotaExceeded" || spent.Transcription.Why.Key != "elevenlabs.quotaExceeded" {
		t.Errorf("%+v, %v", spent, err)
	}
	ctx, cancel := testContext(t)
	cancel()
	_, err = r.Check(ctx, testVoice)
	wants(t, err, fault.Canceled, "fault.canceled")
}

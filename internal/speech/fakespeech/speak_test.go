package fakespeech_test

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

const flash = "eleven_flash_v2_5"

func say(text string) map[string]any { return map[string]any{"text": text, "model_id": flash} }

func TestSpeechComesAsRawSamples(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	for _, path := range []string{speakPath, speakPath + "/stream"} {
		a := ask(t, "POST", e.URL+path+"?output_format=pcm_16000", say("What did you do?"))
		if a.status != 200 || a.body != string(toneAt("What did you do?", 16000)) || a.header.Get("request-id") == "" || a.header.Get("character-cost") != "8" {
			t.Errorf("%s: %d, %d bytes, %v", path, a.status, len(a.body), a.header)
		}
	}
	if h := e.History(); len(h) != 2 || h[0] != "What did you do?" {
		t.Errorf("history %q", h)
	}
}

func TestSpeechRefuses(t *testing.T) {
	type o = map[string]any
	long := strings.Repeat("a", 10001)
	tests := map[string]struct {
		path   string
		body   any
		status int
		at     string
		want   any
	}{
		"no text":               {"?output_format=pcm_16000", o{"model_id": flash}, 422, "detail.0.loc.1", "text"},
		"no JSON":               {"?output_format=pcm_16000", "{", 422, "detail.0.type", "json_invalid"},
		"unknown field":         {"?output_format=pcm_16000", o{"text": "a", "model": flash}, 422, "detail.0.loc.1", "model"},
		"null":                  {"?output_format=pcm_16000", o{"text": "a", "voice_settings": o{"style": nil}}, 422, "detail.0.loc.2", "style"},
		"too fast":              {"?output_format=pcm_16000", o{"text": "a", "voice_settings": o{"speed": 2}}, 422, "detail.0.loc.2", "speed"},
		"four requests before":  {"?output_format=pcm_16000", o{"text": "a", "previous_request_ids": []string{"1", "2", "3", "4"}}, 422, "detail.0.type", "too_long"},
		"unknown format":        {"?output_format=pcm_1", say("a"), 422, "detail.0.type", "enum"},
		"unknown parameter":     {"?format=pcm_16000", say("a"), 422, "detail.0.loc.1", "format"},
		"mp3 by default":        {"", say("a"), 400, "detail.status", "fake_speaks_pcm"},
		"format of other plans": {"?output_format=pcm_44100", say("a"), 403, "detail.status", "output_format_not_allowed"},
		"unknown model":         {"?output_format=pcm_16000", o{"text": "a", "model_id": "x"}, 400, "detail.status", "model_not_found"},
		"too long":              {"?output_format=pcm_16000", o{"text": long, "model_id": "eleven_multilingual_v2"}, 400, "detail.status", "max_character_limit_exceeded"},
		"language":              {"?output_format=pcm_16000", o{"text": "a", "model_id": "eleven_multilingual_v2", "language_code": "en"}, 400, "detail.status", "unsupported_language"},
		"zero retention":        {"?output_format=pcm_16000&enable_logging=false", say("a"), 403, "detail.status", "zero_retention_not_allowed"},
		"quota":                 {"?output_format=pcm_16000", say(strings.Repeat("a", 20002)), 401, "detail.status", "quota_exceeded"},
	}
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			a := ask(t, "POST", e.URL+speakPath+"/stream"+tt.path, tt.body)
			if a.status != tt.status || at(a.object(t), tt.at) != tt.want {
				t.Errorf("%d %.300s; want %d with %v", a.status, a.body, tt.status, tt.want)
			}
		})
	}
	if a := ask(t, "POST", e.URL+"/v1/text-to-speech/nobody/stream?output_format=pcm_16000", say("a")); a.status != 404 || at(a.object(t), "detail.status") != "voice_not_found" {
		t.Errorf("%d %s", a.status, a.body)
	}
	if len(e.History()) != 0 {
		t.Error("what is refused isn't kept")
	}
}

func TestKeysAndPermissions(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	tests := map[string]struct {
		key, method, path string
		status            int
		want              any
	}{
		"no key":            {"", "GET", "/v1/voices", 401, "needs_authorization"},
		"unknown key":       {"sk_x", "GET", "/v1/voices", 401, "invalid_api_key"},
		"voices":            {fakespeech.TTSOnly, "GET", "/v1/voices", 401, "missing_permissions"},
		"voices, new":       {fakespeech.TTSOnly, "GET", "/v2/voices", 401, "missing_permissions"},
		"models":            {fakespeech.TTSOnly, "GET", "/v1/models", 401, "missing_permissions"},
		"user":              {fakespeech.TTSOnly, "GET", "/v1/user/subscription", 401, "missing_permissions"},
		"transcribe":        {fakespeech.TTSOnly, "POST", "/v1/speech-to-text", 401, "missing_permissions"},
		"history":           {fakespeech.TTSOnly, "GET", "/v1/history", 401, "missing_permissions"},
		"delete":            {fakespeech.TTSOnly, "DELETE", "/v1/history/x", 401, "missing_permissions"},
		"everything":        {fakespeech.Key, "GET", "/v1/voices", 200, nil},
		"speaking, refused": {fakespeech.TTSOnly, "POST", speakPath, 422, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			a := ask(t, tt.method, e.URL+tt.path, "{}", "xi-api-key", tt.key)
			if a.status != tt.status || at(a.object(t), "detail.status") != tt.want {
				t.Errorf("%d %s", a.status, a.body)
			}
		})
	}
	a := ask(t, "GET", e.URL+"/v1/voices", nil, "xi-api-key", fakespeech.TTSOnly)
	if message, _ := at(a.object(t), "detail.message").(string); !strings.Contains(message, "voices_read") {
		t.Errorf("the message names the permission: %q", message)
	}
}

func TestErrorShapes(t *testing.T) {
	tests := map[string]struct {
		fault  fakespeech.Fault
		status int
		at     string
		want   any
	}{
		"invalid key":      {fakespeech.InvalidKey(), 401, "detail.status", "invalid_api_key"},
		"permission":       {fakespeech.MissingPermission("user_read"), 401, "detail.status", "missing_permissions"},
		"quota":            {fakespeech.QuotaExceeded(), 401, "detail.status", "quota_exceeded"},
		"voice, old":       {fakespeech.VoiceNotFound(400), 400, "detail.status", "voice_not_found"},
		"voice":            {fakespeech.VoiceNotFound(404), 404, "detail.status", "voice_not_found"},
		"too long":         {fakespeech.CharacterLimit(), 400, "detail.status", "max_character_limit_exceeded"},
		"plan":             {fakespeech.CreatorOnly(), 403, "detail.status", "only_for_creator+"},
		"list":             {fakespeech.Unprocessable(), 422, "detail.0.msg", "Field required"},
		"concurrency":      {fakespeech.TooManyRequests(false), 429, "detail.status", "too_many_concurrent_requests"},
		"concurrency, new": {fakespeech.TooManyRequests(true), 429, "detail.status", "concurrent_limit_exceeded"},
		"busy":             {fakespeech.SystemBusy(), 429, "detail.status", "system_busy"},
		"string":           {fakespeech.StringDetail(500, "Internal Server Error"), 500, "detail", "Internal Server Error"},
	}
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			e.Fail("/v1/voices", 1, tt.fault)
			if a := ask(t, "GET", e.URL+"/v1/voices", nil); a.status != tt.status || at(a.object(t), tt.at) != tt.want {
				t.Errorf("%d %s", a.status, a.body)
			}
		})
	}
	e.Fail("/v1/voices", serve.Every, fakespeech.HTMLBadGateway())
	if a := ask(t, "GET", e.URL+"/v1/voices", nil); a.status != 502 || !strings.HasPrefix(a.body, "<html>") {
		t.Errorf("%d %s", a.status, a.body)
	}
	e.Heal()
	if a := ask(t, "GET", e.URL+"/v1/voices", nil); a.status != 200 {
		t.Errorf("healed: %d", a.status)
	}
}

func TestSpeechThatBreaks(t *testing.T) {
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{})
	path := speakPath + "/stream"
	url := e.URL + path + "?output_format=pcm_16000"
	e.Fail(path, 1, fakespeech.Torn(2))
	if a := ask(t, "POST", url, say("What did you do?")); a.status != 200 || !errors.Is(a.err, io.ErrUnexpectedEOF) || len(a.body) != 2*3200 {
		t.Errorf("torn: %v after %d bytes", a.err, len(a.body))
	}
	e.Fail(path, 1, fakespeech.ConnectionReset())
	if a := ask(t, "POST", url, say("a")); a.err == nil {
		t.Errorf("reset: %d", a.status)
	}
	e.Fail(path, 1, fakespeech.Stalled(1))
	client := http.Client{}
	r, _ := http.NewRequestWithContext(t.Context(), "POST", url, strings.NewReader(`{"text":"What did you do?","model_id":"eleven_flash_v2_5"}`))
	r.Header.Set("xi-api-key", fakespeech.Key)
	response, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	first := make([]byte, 3200)
	if _, err := io.ReadFull(response.Body, first); err != nil {
		t.Errorf("before it stalls: %v", err)
	}
	response.Body.Close()
}

func TestSpeechIsPacedByTheClock(t *testing.T) {
	clock := testkit.NewClock()
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{Clock: clock, Delays: fakespeech.Delays{FirstAudio: 150 * time.Millisecond, RealTime: 2}})
	path := speakPath + "/stream"
	e.Fail(path, 1, fakespeech.Paused(1, time.Second))
	got := make(chan answer, 1)
	go func() { got <- ask(t, "POST", e.URL+path+"?output_format=pcm_24000", say("abc")) }() // 200 ms
	for _, step := range []time.Duration{150 * time.Millisecond, time.Second, 50 * time.Millisecond} {
		serve.Until(t, "it waits", func() bool { return clock.Waiting() == 1 })
		clock.Advance(step - time.Millisecond)
		if clock.Waiting() != 1 {
			t.Errorf("it didn't wait %v", step)
		}
		clock.Advance(time.Millisecond)
	}
	if a := <-got; a.status != 200 || len(a.body) != 2*4800 {
		t.Errorf("%d, %d bytes", a.status, len(a.body))
	}
}

func TestConcurrencyIsLimited(t *testing.T) {
	clock := testkit.NewClock()
	e := fakespeech.StartElevenLabs(t, fakespeech.Options{Clock: clock, Concurrency: 1, Delays: fakespeech.Delays{FirstAudio: time.Second}})
	url := e.URL + speakPath + "/stream?output_format=pcm_16000"
	first := make(chan answer, 1)
	go func() { first <- ask(t, "POST", url, say("a")) }()
	serve.Until(t, "the first runs", func() bool { return clock.Waiting() == 1 })
	second := ask(t, "POST", url, say("b"))
	if second.status != 429 || at(second.object(t), "detail.status") != "too_many_concurrent_requests" || second.header.Get("maximum-concurrent-requests") != "1" {
		t.Errorf("%d %s", second.status, second.body)
	}
	clock.Advance(time.Second)
	if a := <-first; a.status != 200 {
		t.Errorf("%d", a.status)
	}
}

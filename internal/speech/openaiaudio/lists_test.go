package openaiaudio_test

import (
	"context"
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/openaiaudio"
	"github.com/jobjourney/jobjourney/internal/speech/wave"
)

// seen is a transport that remembers the address and answers with nothing.
type seen struct{ url *string }

func (s seen) RoundTrip(r *http.Request) (*http.Response, error) {
	*s.url = r.URL.String()
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(""))}, nil
}

func TestModels(t *testing.T) {
	f := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.RequestURI() {
		case "/v1/models":
			say(w, 200, `{"object":"list","data":[{"id":"whisper-1"},{"id":"gpt-4o-mini-tts"},{"id":"gpt-4o"},{"id":"a/b","task":"automatic-speech-recognition"},{"id":"c/d","task":"text-to-speech"}]}`)
		case "/api/v1/models?output_modalities=transcription":
			say(w, 200, `{"data":[{"id":"openai/whisper-1","name":"OpenAI: Whisper","supported_voices":null}]}`)
		case "/api/v1/models?output_modalities=speech":
			say(w, 200, `{"data":[{"id":"hexgrad/kokoro","name":"Kokoro","supported_voices":["af_bella","am_adam"]}]}`)
		default:
			say(w, 404, `{}`)
		}
	})
	got, err := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI}).Models(t.Context())
	want := []openaiaudio.Model{
		{ID: "whisper-1", Name: "whisper-1", Transcribes: true}, {ID: "gpt-4o-mini-tts", Name: "gpt-4o-mini-tts", Speaks: true},
		{ID: "gpt-4o", Name: "gpt-4o"}, {ID: "a/b", Name: "a/b", Transcribes: true}, {ID: "c/d", Name: "c/d", Speaks: true},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
	router := f.client(t, openaiaudio.Options{BaseURL: f.URL + "/api", Dialect: openaiaudio.OpenRouter})
	got, err = router.Models(t.Context())
	want = []openaiaudio.Model{
		{ID: "openai/whisper-1", Name: "OpenAI: Whisper", Transcribes: true},
		{ID: "hexgrad/kokoro", Name: "Kokoro", Speaks: true, Voices: []string{"af_bella", "am_adam"}},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
	voices, err := router.Voices(t.Context(), "hexgrad/kokoro")
	if err != nil || len(voices) != 2 || voices[1].ID != "am_adam" {
		t.Errorf("%+v, %v", voices, err)
	}
	_, err = router.Voices(t.Context(), "gone")
	wantFault(t, err, fault.NotFound, "audioServer.modelMissing")
}

func TestVoices(t *testing.T) {
	tests := map[string]struct {
		reply string
		want  []openaiaudio.Voice
	}{
		"Kokoro":       {`{"voices":[{"id":"af_bella","name":"Bella"},{"id":"am_adam","name":"am_adam"}]}`, []openaiaudio.Voice{{ID: "af_bella", Name: "Bella"}, {ID: "am_adam", Name: "am_adam"}}},
		"older Kokoro": {`{"voices":["af_bella",""]}`, []openaiaudio.Voice{{ID: "af_bella", Name: "af_bella"}}},
		"speaches":     {`{"voices":[{"name":"af_bella","language":"en-us","gender":"female"}],"object":"list"}`, []openaiaudio.Voice{{ID: "af_bella", Name: "af_bella", Language: "en-us"}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := serve(t, func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path != "/v1/audio/voices" {
					t.Errorf("asked %s", r.URL.Path)
				}
				say(w, 200, tt.reply)
			})
			got, err := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI}).Voices(t.Context(), "")
			if err != nil || !reflect.DeepEqual(got, tt.want) {
				t.Errorf("%+v, %v", got, err)
			}
		})
	}
	asked := ""
	c, err := openaiaudio.New(openaiaudio.Options{BaseURL: "https://api.openai.com/v1", Dialect: openaiaudio.OpenAI, Clock: clock.System{}, HTTP: &http.Client{Transport: seen{&asked}}})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := c.Voices(t.Context(), ""); err != nil || len(got) < 6 || asked != "" {
		t.Errorf("OpenAI's own: %v, %v, asked %q", got, err, asked)
	}
}

func TestListsThatAreNone(t *testing.T) {
	tests := map[string]struct {
		status int
		body   string
		code   fault.Code
		key    string
	}{
		"no list":     {404, `{"detail":"Not Found"}`, fault.NotFound, "audioServer.unsupported"},
		"other JSON":  {200, `{"a":1}`, fault.Unavailable, "audioServer.badReply"},
		"an array":    {200, `[1]`, fault.Unavailable, "audioServer.badReply"},
		"a page":      {200, `<html>`, fault.Unavailable, "audioServer.badReply"},
		"an error":    {200, `{"error":{"code":401,"message":"platypus"}}`, fault.Denied, "audioServer.invalidKey"},
		"unavailable": {503, ``, fault.Unavailable, "audioServer.unavailable"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := serve(t, func(w http.ResponseWriter, _ *http.Request) { say(w, tt.status, tt.body) })
			c := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI})
			_, err := c.Models(t.Context())
			wantFault(t, err, tt.code, tt.key)
			wantNothingTold(t, err)
			_, err = c.Voices(t.Context(), "")
			wantFault(t, err, tt.code, tt.key)
		})
	}
	f := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("asked") })
	c := f.client(t, openaiaudio.Options{Dialect: openaiaudio.WhisperCpp})
	_, err := c.Models(t.Context())
	wantFault(t, err, fault.NotFound, "audioServer.unsupported")
	_, err = c.Voices(t.Context(), "")
	wantFault(t, err, fault.NotFound, "audioServer.unsupported")
}

func TestCapabilities(t *testing.T) {
	f := openAI(t)
	c := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI})
	got, err := c.Capabilities(t.Context(), openaiaudio.Request{Model: "whisper-1"}, openaiaudio.Utterance{Model: "tts-1"})
	if err != nil || !got.Transcribes || !got.TimesAccepted || got.TranscribeErr != nil || got.Speaks {
		t.Errorf("%+v, %v", got, err)
	}
	wantFault(t, got.SpeakErr, fault.NotFound, "audioServer.unsupported")
	if u := f.uploads[0]; len(u.samples) != 8000 || !sameSamples(u.samples, make([]int16, 8000)) {
		t.Errorf("%d samples, want half a second of silence", len(u.samples))
	}
	if got, err := c.Capabilities(t.Context(), openaiaudio.Request{Model: "gpt-4o-transcribe"}, openaiaudio.Utterance{}); err != nil || !got.Transcribes || got.TimesAccepted || got.SpeakErr != nil {
		t.Errorf("%+v, %v", got, err)
	}
	var said []map[string]any
	k := kokoro(t, &said)
	got, err = k.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI}).Capabilities(t.Context(), openaiaudio.Request{}, openaiaudio.Utterance{Model: "wav", Text: secret})
	if err != nil || !got.Speaks || got.SpeechRate != 22050 || got.Transcribes || got.TranscribeErr != nil || said[0]["input"] != "Hello there." {
		t.Errorf("%+v, %v, said %v", got, err, said)
	}
	w := whisperCpp(t, "/inference")
	got, err = w.client(t, openaiaudio.Options{Dialect: openaiaudio.WhisperCpp}).Capabilities(t.Context(), openaiaudio.Request{}, openaiaudio.Utterance{Model: "m"})
	if err != nil || !got.Transcribes || got.Speaks || got.SpeakErr != nil {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestCapabilitiesCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	f := serve(t, func(w http.ResponseWriter, r *http.Request) {
		cancel()
		chunks(w, wave.Bytes(spoken), 100)
	})
	_, err := f.client(t, openaiaudio.Options{Dialect: openaiaudio.OpenAI}).Capabilities(ctx, openaiaudio.Request{Model: "m"}, openaiaudio.Utterance{Model: "m"})
	wantFault(t, err, fault.Canceled, "fault.canceled")
}

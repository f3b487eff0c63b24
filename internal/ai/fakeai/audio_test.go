package fakeai_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime/multipart"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

const transcribe = "/audio/transcriptions"

func recordingBody(more map[string]any) map[string]any {
	wav := sound.WAV(sound.Tone("hello", 16000), 16000)
	b := map[string]any{"model": fakeai.Scribe, "input_audio": map[string]any{"data": base64.StdEncoding.EncodeToString(wav), "format": "wav"}}
	for name, value := range more {
		b[name] = value
	}
	return b
}

// form makes a multipart body; fields come in pairs.
func form(t *testing.T, file []byte, name string, fields ...string) (body, contentType string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	if file != nil {
		part, err := w.CreateFormFile("file", name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = part.Write(file)
	}
	for i := 0; i < len(fields); i += 2 {
		_ = w.WriteField(fields[i], fields[i+1])
	}
	_ = w.Close()
	return b.String(), w.FormDataContentType()
}

func TestTranscriptionBothWays(t *testing.T) {
	heard := 0
	s := fakeai.Start(t, fakeai.Options{Transcribe: func(pcm []int16) string { heard = len(pcm); return "I led it." }})
	body, contentType := form(t, sound.WAV(sound.Tone("hello", 24000), 24000), "a.wav", "model", fakeai.Scribe, "prompt", "ignored",
		"response_format", "verbose_json", "timestamp_granularities[]", "word")
	answers := map[string]answer{
		"JSON": ask(t, "POST", s.API()+transcribe, recordingBody(map[string]any{
			"response_format": "verbose_json", "timestamp_granularities": []string{"word"}, "language": "en",
		})),
		"multipart": ask(t, "POST", s.API()+transcribe, body, "Content-Type", contentType),
	}
	for name, a := range answers {
		o := a.object(t)
		if a.status != 200 || o["text"] != "I led it." || at(o, "words.2.word") != "it" || at(o, "words.0.start") != 0.0 || at(o, "usage.seconds") == nil {
			t.Errorf("%s: %d %s", name, a.status, a.body)
		}
	}
	if heard != len(sound.Tone("hello", 24000))*2/3 {
		t.Errorf("%d samples were heard at 16 kHz", heard)
	}
}

func TestTranscriptionRefuses(t *testing.T) {
	type o = map[string]any
	s := fakeai.Start(t, fakeai.Options{})
	mp3, _ := base64.StdEncoding.DecodeString("//uQ")
	noModel, contentType := form(t, sound.WAV(nil, 16000), "a.wav")
	unknown, unknownType := form(t, sound.WAV(nil, 16000), "a.wav", "model", fakeai.Scribe, "modle", "x")
	tests := map[string]struct {
		body   any
		kind   string
		status int
	}{
		"data URI":           {recordingBody(o{"input_audio": o{"data": "data:audio/wav;base64,UklGRg==", "format": "wav"}}), "", 400},
		"no format":          {recordingBody(o{"input_audio": o{"data": "UklGRg=="}}), "", 400},
		"not WAVE":           {recordingBody(o{"input_audio": o{"data": base64.StdEncoding.EncodeToString(mp3), "format": "wav"}}), "", 400},
		"subtitles":          {recordingBody(o{"response_format": "srt"}), "", 400},
		"no verbose_json":    {recordingBody(o{"model": fakeai.Note, "response_format": "verbose_json"}), "", 400},
		"words of nothing":   {recordingBody(o{"timestamp_granularities": []string{"word"}}), "", 400},
		"unknown field":      {recordingBody(o{"prompt": "x"}), "", 400},
		"routing":            {recordingBody(o{"provider": o{"zdr": true}}), "", 400},
		"a chat model":       {recordingBody(o{"model": fakeai.Chat}), "", 400},
		"multipart, no name": {noModel, contentType, 400},
		"multipart, unknown": {unknown, unknownType, 400},
		"text":               {"hello", "text/plain", 400},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			headers := []string{}
			if tt.kind != "" {
				headers = []string{"Content-Type", tt.kind}
			}
			if a := ask(t, "POST", s.API()+transcribe, tt.body, headers...); a.status != tt.status {
				t.Errorf("%d %s", a.status, a.body)
			}
		})
	}
}

func TestLargeUploadIsRefused(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	body, contentType := form(t, make([]byte, 26<<20), "a.wav", "model", fakeai.Scribe)
	if a := ask(t, "POST", s.API()+transcribe, body, "Content-Type", contentType); a.status != 413 {
		t.Errorf("%d", a.status)
	}
}

func TestSpeech(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	body := map[string]any{"model": fakeai.Speaker, "input": "Hello there.", "voice": "acme_calm", "response_format": "pcm"}
	a := ask(t, "POST", s.API()+"/audio/speech", body)
	want := string(sound.Bytes(sound.Tone("Hello there.", fakeai.SpeechRate)))
	if a.status != 200 || a.header.Get("Content-Type") != "audio/pcm" || a.body != want || a.header.Get("X-Generation-Id") == "" {
		t.Errorf("%d, %d bytes, %v", a.status, len(a.body), a.header)
	}
	s.Fail("/audio/speech", 1, fakeai.Torn(2))
	if a := ask(t, "POST", s.API()+"/audio/speech", body); !errors.Is(a.err, io.ErrUnexpectedEOF) || len(a.body) != 2*4800 {
		t.Errorf("torn: %v after %d bytes", a.err, len(a.body))
	}
	for name, value := range map[string]any{"voice": "nobody", "response_format": "mp3", "input": "", "instructions": "calm", "model": fakeai.Chat} {
		bad := map[string]any{"model": fakeai.Speaker, "input": "Hello.", name: value}
		if a := ask(t, "POST", s.API()+"/audio/speech", bad); a.status != 400 || !strings.HasPrefix(a.header.Get("Content-Type"), "application/json") {
			t.Errorf("%s: %d %s", name, a.status, a.body)
		}
	}
}

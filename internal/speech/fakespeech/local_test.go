package fakespeech_test

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

func TestFingerprints(t *testing.T) {
	tests := map[string]struct {
		brand  fakespeech.Brand
		o      fakespeech.LocalOptions
		path   string
		status int
		has    string
	}{
		"speaches health":          {fakespeech.Speaches, fakespeech.LocalOptions{}, "/health", 200, "OK"},
		"speaches models":          {fakespeech.Speaches, fakespeech.LocalOptions{}, "/v1/models", 200, `"Systran/faster-whisper-small"`},
		"whisper.cpp health":       {fakespeech.WhisperCpp, fakespeech.LocalOptions{}, "/health", 200, `{"status":"ok"}`},
		"whisper.cpp page":         {fakespeech.WhisperCpp, fakespeech.LocalOptions{}, "/", 200, "Whisper.cpp Server"},
		"whisper.cpp has no props": {fakespeech.WhisperCpp, fakespeech.LocalOptions{}, "/props", 404, "File Not Found"},
		"Kokoro health":            {fakespeech.Kokoro, fakespeech.LocalOptions{}, "/health", 200, "healthy"},
		"Kokoro voices":            {fakespeech.Kokoro, fakespeech.LocalOptions{}, "/v1/audio/voices", 200, `{"voices":[{"id":"af_bella"`},
		"Kokoro voices, old":       {fakespeech.Kokoro, fakespeech.LocalOptions{OldBuild: true}, "/v1/audio/voices", 200, `{"voices":["af_bella"`},
		"Ollama version":           {fakespeech.Ollama, fakespeech.LocalOptions{}, "/api/version", 200, `{"version":"0.40.8"}`},
		"Ollama tags":              {fakespeech.Ollama, fakespeech.LocalOptions{}, "/api/tags", 200, `"acme-8b:latest"`},
		"Ollama has no health":     {fakespeech.Ollama, fakespeech.LocalOptions{}, "/health", 404, "not found"},
		"llama.cpp health":         {fakespeech.LlamaCpp, fakespeech.LocalOptions{}, "/health", 200, `{"status":"ok"}`},
		"llama.cpp props":          {fakespeech.LlamaCpp, fakespeech.LocalOptions{}, "/props", 200, `"build_info"`},
		"llama.cpp loading":        {fakespeech.LlamaCpp, fakespeech.LocalOptions{Loading: true}, "/health", 503, "Loading model"},
		"LM Studio models":         {fakespeech.LMStudio, fakespeech.LocalOptions{}, "/v1/models", 200, `"acme-8b"`},
		"LM Studio, richer":        {fakespeech.LMStudio, fakespeech.LocalOptions{}, "/api/v0/models", 200, `"state":"loaded"`},
		"LM Studio says 200":       {fakespeech.LMStudio, fakespeech.LocalOptions{}, "/health", 200, "Unexpected endpoint"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			l := fakespeech.StartLocal(t, tt.brand, tt.o)
			if a := ask(t, "GET", l.URL+tt.path, nil); a.status != tt.status || !strings.Contains(a.body, tt.has) {
				t.Errorf("%d %s", a.status, a.body)
			}
			if calls := l.Calls(tt.path); len(calls) != 1 {
				t.Errorf("%d calls", len(calls))
			}
		})
	}
}

func TestChatIsMounted(t *testing.T) {
	chat := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "hello") })
	for name, brand := range map[string]fakespeech.Brand{"Ollama": fakespeech.Ollama, "llama.cpp": fakespeech.LlamaCpp, "LM Studio": fakespeech.LMStudio} {
		l := fakespeech.StartLocal(t, brand, fakespeech.LocalOptions{Chat: chat})
		if a := ask(t, "POST", l.URL+"/v1/chat/completions", "{}"); a.body != "hello" {
			t.Errorf("%s: %d %s", name, a.status, a.body)
		}
	}
}

func TestOpenAITranscription(t *testing.T) {
	wav := sound.WAV(spokenSound, 16000)
	l := fakespeech.StartLocal(t, fakespeech.Speaches, fakespeech.LocalOptions{Options: fakespeech.Options{Transcribe: func([]int16) string { return "I led it." }}})
	model := []string{"model", "Systran/faster-whisper-small"}
	tests := map[string]struct {
		file   []byte
		fields []string
		status int
		at     string
		want   any
	}{
		"text":          {wav, model, 200, "text", "I led it."},
		"words":         {wav, append(model, "response_format", "verbose_json", "timestamp_granularities[]", "word"), 200, "words.2.word", " it."},
		"no words":      {wav, append(model, "response_format", "verbose_json"), 200, "words", nil},
		"segments":      {wav, append(model, "response_format", "verbose_json"), 200, "segments.0.end", 1.5},
		"other model":   {wav, []string{"model", "x"}, 404, "detail", "Model 'x' is not installed locally. You can download the model using `POST /v1/models`"},
		"no model":      {wav, nil, 422, "detail.0.loc.1", "model"},
		"no file":       {nil, model, 422, "detail.0.loc.1", "file"},
		"not sound":     {[]byte("x"), model, 415, "detail", "Failed to decode audio."},
		"unknown field": {wav, append(model, "words", "true"), 422, "detail", "unknown field words"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			body, contentType := form(t, tt.file, tt.fields...)
			a := ask(t, "POST", l.URL+"/v1/audio/transcriptions", body, "Content-Type", contentType)
			if a.status != tt.status || at(a.object(t), tt.at) != tt.want {
				t.Errorf("%d %s", a.status, a.body)
			}
		})
	}
	cpp := fakespeech.StartLocal(t, fakespeech.LlamaCpp, fakespeech.LocalOptions{})
	body, contentType := form(t, wav, "model", "whatever")
	if a := ask(t, "POST", cpp.URL+"/v1/audio/transcriptions", body, "Content-Type", contentType); a.status != 200 {
		t.Errorf("llama.cpp doesn't care for names: %d %s", a.status, a.body)
	}
}

func TestWhisperDialect(t *testing.T) {
	wav := sound.WAV(spokenSound, 16000)
	l := fakespeech.StartLocal(t, fakespeech.WhisperCpp, fakespeech.LocalOptions{Options: fakespeech.Options{Transcribe: func([]int16) string { return "I migrated it." }}})
	send := func(url string, file []byte, fields ...string) answer {
		body, contentType := form(t, file, fields...)
		return ask(t, "POST", url+"/inference", body, "Content-Type", contentType)
	}
	o := send(l.URL, wav, "response_format", "verbose_json", "temperature", "0.0").object(t)
	words, _ := at(o, "segments.0.words").([]any)
	text := ""
	for _, w := range words {
		text += at(w, "word").(string)
	}
	if text != " I migrated it." || len(words) != 4 || at(words[2], "word") != "ated" || o["words"] != nil || at(words[0], "probability") == nil {
		t.Errorf("words %v of %v", words, o)
	}
	if o := send(l.URL, wav).object(t); o["text"] != " I migrated it.\n" {
		t.Errorf("%v", o)
	}
	if a := send(l.URL, nil); a.status != 400 || a.object(t)["error"] != "no 'file' field in the request" {
		t.Errorf("%d %s", a.status, a.body)
	}
	if a := send(l.URL, sound.WAV(spokenSound, 24000)); a.status != 400 || a.object(t)["error"] != "failed to read WAV file" {
		t.Errorf("%d %s", a.status, a.body)
	}
	old := fakespeech.StartLocal(t, fakespeech.WhisperCpp, fakespeech.LocalOptions{OldBuild: true})
	if a := send(old.URL, nil); a.status != 200 || a.object(t)["error"] == nil {
		t.Errorf("old: %d %s", a.status, a.body)
	}
	moved := fakespeech.StartLocal(t, fakespeech.WhisperCpp, fakespeech.LocalOptions{InferencePath: "/v1/audio/transcriptions"})
	if a := send(moved.URL, wav); a.status != 404 {
		t.Errorf("moved: %d", a.status)
	}
}

func TestLocalSpeech(t *testing.T) {
	k := fakespeech.StartLocal(t, fakespeech.Kokoro, fakespeech.LocalOptions{})
	url := k.URL + "/v1/audio/speech"
	a := ask(t, "POST", url, m{"model": "kokoro", "input": "Hello there.", "voice": "af_heart", "response_format": "pcm"})
	if a.status != 200 || !bytes.Equal([]byte(a.body), toneAt("Hello there.", 24000)) {
		t.Errorf("pcm: %d, %d bytes", a.status, len(a.body))
	}
	a = ask(t, "POST", url, m{"model": "kokoro", "input": "Hello there.", "voice": "af_heart", "response_format": "wav"})
	if samples, rate, err := sound.ReadWAV([]byte(a.body)); err != nil || rate != 24000 || len(samples) == 0 {
		t.Errorf("wav: %d at %d Hz, %v", len(samples), rate, err)
	}
	if a := ask(t, "POST", url, m{"model": "kokoro", "input": "a", "voice": "x", "response_format": "pcm"}); a.status != 400 || at(a.object(t), "detail.error") != "validation_error" {
		t.Errorf("voice: %d %s", a.status, a.body)
	}
	if a := ask(t, "POST", url, m{"model": "kokoro", "input": "a", "voice": "af_heart"}); a.status != 400 {
		t.Errorf("mp3 by default: %d", a.status)
	}
	o := fakespeech.StartLocal(t, fakespeech.Ollama, fakespeech.LocalOptions{})
	if a := ask(t, "POST", o.URL+"/v1/audio/speech", m{"model": "phonon", "input": strings.Repeat("a", 4097), "voice": "Freya", "response_format": "pcm"}); a.status != 400 {
		t.Errorf("too long: %d", a.status)
	}
}

func TestLocalFaults(t *testing.T) {
	l := fakespeech.StartLocal(t, fakespeech.Kokoro, fakespeech.LocalOptions{})
	l.Fail("/health", serve.Every, fakespeech.StringDetail(500, "out of memory"))
	if a := ask(t, "GET", l.URL+"/health", nil); a.status != 500 || a.object(t)["detail"] != "out of memory" {
		t.Errorf("%d %s", a.status, a.body)
	}
}

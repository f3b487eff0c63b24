package fakespeech

import (
	"fmt"
	"net/http"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// Speaches is a speaches server (once faster-whisper-server), usually on port 8000: it
// transcribes and speaks. It is made with FastAPI.
func Speaches(l *Local) {
	l.defaultModels("Systran/faster-whisper-small", "speaches-ai/Kokoro-82M-v1.0-ONNX")
	l.text("GET /health", "text/plain; charset=utf-8", "OK")
	l.openAIModels("speaches-ai")
	l.fixed("GET /v1/audio/voices", fields{"voices": []fields{{"id": "af_heart", "model": "speaches-ai/Kokoro-82M-v1.0-ONNX"}}})
	l.transcriptions(detail, true)
	l.speech(speechLimits{voices: []string{"af_heart", "am_michael"}, format: "mp3", refuse: detail})
	l.notFound(fields{"detail": "Not Found"})
}

// Kokoro is Kokoro-FastAPI, usually on port 8880: it speaks.
func Kokoro(l *Local) {
	names := []string{"af_bella", "af_heart", "am_michael"}
	l.defaultModels("kokoro", "tts-1")
	l.fixed("GET /health", fields{"status": "healthy"})
	if l.options.OldBuild {
		l.fixed("GET /v1/audio/voices", fields{"voices": names})
	} else {
		list := []fields{}
		for _, n := range names {
			list = append(list, fields{"id": n, "name": n})
		}
		l.fixed("GET /v1/audio/voices", fields{"voices": list})
	}
	l.openAIModels("kokoro")
	l.speech(speechLimits{voices: names, format: "mp3", refuse: func(w http.ResponseWriter, status int, message string) {
		serve.JSON(w, status, fields{"detail": fields{"error": "validation_error", "message": message, "type": "invalid_request_error"}})
	}})
	l.notFound(fields{"detail": "Not Found"})
}

// Ollama is an Ollama of version 0.40.8 or later, usually on port 11434: it chats, and
// speaks English with the model "phonon".
func Ollama(l *Local) {
	l.defaultModels("acme-8b", "phonon")
	l.text("GET /{$}", "text/plain; charset=utf-8", "Ollama is running")
	l.fixed("GET /api/version", fields{"version": "0.40.8"})
	tags := []fields{}
	for _, id := range l.models() {
		tags = append(tags, fields{
			"name": id + ":latest", "model": id + ":latest", "modified_at": "2026-08-01T09:00:00Z", "size": 4_700_000_000, "digest": "fake",
			"details": fields{"format": "gguf", "family": "acme", "parameter_size": "8B", "quantization_level": "Q4_K_M"},
		})
	}
	l.fixed("GET /api/tags", fields{"models": tags})
	l.listModels("library", ":latest")
	l.chat()
	l.speech(speechLimits{voices: []string{"Freya", "Harper", "Sterling", "Toby"}, letters: 4096, format: "mp3", tag: ":latest", refuse: openAIError})
	l.mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "404 page not found", http.StatusNotFound) })
}

// LlamaCpp is llama-server of llama.cpp, usually on port 8080: it chats, and transcribes
// where its model hears. The name of the model in a request doesn't matter.
func LlamaCpp(l *Local) {
	if l.options.Loading {
		l.mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Server", "llama.cpp")
			serve.JSON(w, http.StatusServiceUnavailable, fields{"error": fields{"code": 503, "message": "Loading model", "type": "unavailable_error"}})
		})
		return
	}
	l.fixed("GET /health", fields{"status": "ok"})
	l.fixed("GET /props", fields{
		"default_generation_settings": fields{"n_ctx": 8192}, "total_slots": 1, "model_alias": l.models()[0], "model_path": "/models/acme-8b.gguf",
		"modalities": fields{"vision": false, "audio": true}, "build_info": "b8681-fake", "chat_template": "",
	})
	l.openAIModels("llamacpp")
	l.chat()
	l.transcriptions(func(w http.ResponseWriter, status int, message string) {
		serve.JSON(w, status, fields{"error": fields{"code": status, "message": message, "type": "invalid_request_error"}})
	}, false)
	l.notFound(fields{"error": fields{"code": 404, "message": "File Not Found", "type": "not_found_error"}})
}

// LMStudio is LM Studio's server, usually on port 1234: it chats. What it doesn't know it
// answers with status 200 and an error, so that a probe for others seems to succeed.
func LMStudio(l *Local) {
	list := []fields{}
	for _, id := range l.models() {
		list = append(list, fields{
			"id": id, "object": "model", "type": "llm", "publisher": "acme", "arch": "acme", "compatibility_type": "gguf",
			"quantization": "Q4_K_M", "state": "loaded", "max_context_length": 32768,
		})
	}
	l.fixed("GET /api/v0/models", fields{"object": "list", "data": list})
	l.openAIModels("organization_owner")
	l.chat()
	l.mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		serve.JSON(w, http.StatusOK, fields{"error": fmt.Sprintf("Unexpected endpoint or method. (%s %s)", r.Method, r.URL.Path)})
	})
}

// notFound answers every other path with a 404.
func (l *Local) notFound(body fields) {
	l.mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { serve.JSON(w, http.StatusNotFound, body) })
}

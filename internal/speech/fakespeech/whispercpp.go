package fakespeech

import (
	"fmt"
	"net/http"
	"slices"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// whisperPage is what a browser sees at /.
const whisperPage = "<html><head><title>Whisper.cpp Server</title></head><body><h1>Whisper.cpp Server</h1></body></html>"

// WhisperCpp is the server of whisper.cpp, usually on port 8080: it transcribes, at
// /inference unless it was started with another path. Its errors are strings, its words
// are pieces of words, and they stand in segments.
func WhisperCpp(l *Local) {
	path := l.options.InferencePath
	if path == "" {
		path = "/inference"
	}
	l.text("GET /{$}", "text/html", whisperPage)
	l.fixed("GET /health", fields{"status": "ok"})
	l.mux.HandleFunc("POST "+path, l.inference)
	l.mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		w.WriteHeader(http.StatusNotFound)
		_, _ = fmt.Fprintf(w, "File Not Found (%s)", r.URL.Path) //nolint:gosec // G705: plain text, for tests
	})
}

// whisperFields are those of /inference that are used here.
var whisperFields = []string{
	"response_format", "prompt", "language", "temperature", "temperature_inc", "vad", "suppress_nst", "no_timestamps", "translate",
	"split_on_word", "token_timestamps", "model", "timestamp_granularities[]", "no_language_probabilities",
}

func (l *Local) inference(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Server", "whisper.cpp")
	form, err := readUpload(r)
	if err != nil || !form.hasFile {
		l.whisperError(w, "no 'file' field in the request")
		return
	}
	for name := range form.Values {
		if !slices.Contains(whisperFields, name) { // the real one passes over it
			l.whisperError(w, "the fake doesn't know the field "+name)
			return
		}
	}
	pcm, rate, err := sound.ReadWAV(form.file)
	if err != nil || rate != HeardRate {
		l.whisperError(w, "failed to read WAV file")
		return
	}
	if serve.Wait(r.Context(), l.options.Clock, l.options.Delays.Batch) != nil {
		return
	}
	heard, seconds := l.options.words(pcm), float64(len(pcm))/HeardRate
	text := sound.Text(heard)
	switch form.Get("response_format") {
	case "text":
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = fmt.Fprintf(w, " %s\n", text)
	case "verbose_json":
		serve.JSON(w, http.StatusOK, whisperVerbose(heard, seconds))
	case "srt", "vtt":
		l.whisperError(w, "the fake writes no subtitles")
	default:
		serve.JSON(w, http.StatusOK, fields{"text": " " + text + "\n"})
	}
}

// whisperError is an error: a string, with status 400 or, in old builds, 200.
func (l *Local) whisperError(w http.ResponseWriter, message string) {
	status := http.StatusBadRequest
	if l.options.OldBuild {
		status = http.StatusOK
	}
	serve.JSON(w, status, fields{"error": message})
}

// whisperVerbose has no words of its own: they are in the segment, cut into tokens. A
// token that begins a word begins with a space.
func whisperVerbose(heard []sound.Word, seconds float64) fields {
	text := sound.Text(heard)
	words := []fields{}
	for _, w := range heard {
		letters := []rune(w.Text)
		cut := (len(letters) + 1) / 2
		if len(letters) < 5 {
			cut = len(letters)
		}
		middle := w.Start + (w.End-w.Start)*float64(cut)/float64(len(letters))
		words = append(words, fields{"word": " " + string(letters[:cut]), "start": w.Start, "end": middle, "t_dtw": -1, "probability": 0.97})
		if cut < len(letters) {
			words = append(words, fields{"word": string(letters[cut:]), "start": middle, "end": w.End, "t_dtw": -1, "probability": 0.93})
		}
	}
	segment := fields{"id": 0, "text": " " + text, "start": 0, "end": seconds, "tokens": []int{1, 2, 3}, "words": words, "temperature": 0, "avg_logprob": -0.2}
	return fields{"task": "transcribe", "language": "english", "duration": seconds, "text": " " + text + "\n", "segments": []fields{segment}}
}

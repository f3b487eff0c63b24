package fakespeech

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// refusal writes an error in a brand's own shape.
type refusal func(w http.ResponseWriter, status int, message string)

// detail is the shape of servers made with FastAPI.
func detail(w http.ResponseWriter, status int, message string) {
	serve.JSON(w, status, fields{"detail": message})
}

// openAIError is OpenAI's own shape.
func openAIError(w http.ResponseWriter, status int, message string) {
	serve.JSON(w, status, fields{"error": fields{"message": message, "type": "invalid_request_error", "param": nil, "code": nil}})
}

// transcriptionFields are those of OpenAI's request.
var transcriptionFields = []string{
	"model", "language", "prompt", "response_format", "temperature", "timestamp_granularities[]", "stream", "hotwords", "vad_filter",
}

// transcriptions is POST /v1/audio/transcriptions in OpenAI's form.
func (l *Local) transcriptions(refuse refusal, nameMatters bool) {
	l.mux.HandleFunc("POST /v1/audio/transcriptions", func(w http.ResponseWriter, r *http.Request) {
		form, err := readUpload(r)
		if err != nil {
			refuse(w, http.StatusBadRequest, err.Error())
			return
		}
		for name := range form.Values {
			if !slices.Contains(transcriptionFields, name) {
				refuse(w, http.StatusUnprocessableEntity, "unknown field "+name)
				return
			}
		}
		switch {
		case !form.hasFile:
			unprocessable(w, "missing", "Field required", nil, "body", "file")
		case form.Get("model") == "":
			unprocessable(w, "missing", "Field required", nil, "body", "model")
		case nameMatters && !slices.Contains(l.models(), form.Get("model")):
			refuse(w, http.StatusNotFound, "Model '"+form.Get("model")+"' is not installed locally. You can download the model using `POST /v1/models`")
		default:
			l.writeOpenAI(w, r, form, refuse)
		}
	})
}

func (l *Local) writeOpenAI(w http.ResponseWriter, r *http.Request, form upload, refuse refusal) {
	pcm, rate, err := sound.ReadWAV(form.file)
	if err != nil {
		refuse(w, http.StatusUnsupportedMediaType, "Failed to decode audio.")
		return
	}
	pcm = sound.Resample(pcm, rate, HeardRate)
	if serve.Wait(r.Context(), l.options.Clock, l.options.Delays.Batch) != nil {
		return
	}
	words, seconds := l.options.words(pcm), float64(len(pcm))/HeardRate
	text := sound.Text(words)
	switch form.Get("response_format") {
	case "", "json":
		serve.JSON(w, http.StatusOK, fields{"text": text})
	case "text":
		_, _ = w.Write([]byte(text)) // the client may be gone
	case "verbose_json":
		serve.JSON(w, http.StatusOK, verbose(words, seconds, slices.Contains(form.Values["timestamp_granularities[]"], "word")))
	default:
		refuse(w, http.StatusUnprocessableEntity, "unknown response_format")
	}
}

// verbose is verbose_json: words stand beside segments, not in them.
func verbose(heard []sound.Word, seconds float64, withWords bool) fields {
	text := sound.Text(heard)
	out := fields{
		"task": "transcribe", "language": "en", "duration": seconds, "text": text, "words": nil,
		"segments": []fields{{"id": 0, "seek": 0, "start": 0, "end": seconds, "text": " " + text, "tokens": []int{}, "temperature": 0, "avg_logprob": -0.2, "compression_ratio": 1.1, "no_speech_prob": 0.01, "words": nil}},
	}
	if withWords {
		words := []fields{}
		for _, w := range heard {
			words = append(words, fields{"word": " " + w.Text, "start": w.Start, "end": w.End, "probability": 0.98})
		}
		out["words"] = words
	}
	return out
}

// speechOrder is a request of /v1/audio/speech.
type speechOrder struct {
	Model  string   `json:"model"`
	Input  string   `json:"input"`
	Voice  string   `json:"voice"`
	Format string   `json:"response_format"`
	Speed  *float64 `json:"speed"`
	Stream string   `json:"stream_format"`
	Rate   int      `json:"sample_rate"`
}

// speechLimits are what a brand's /v1/audio/speech takes.
type speechLimits struct {
	voices  []string
	letters int // 0 is without a limit
	format  string
	tag     string // may stand after a model's id
	refuse  refusal
}

// speech is POST /v1/audio/speech: pcm at VoiceRate, or wav.
func (l *Local) speech(limits speechLimits) {
	l.mux.HandleFunc("POST /v1/audio/speech", func(w http.ResponseWriter, r *http.Request) {
		var o speechOrder
		decoder := json.NewDecoder(r.Body)
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&o); err != nil {
			limits.refuse(w, http.StatusUnprocessableEntity, err.Error())
			return
		}
		if o.Format == "" {
			o.Format = limits.format
		}
		switch {
		case o.Input == "" || o.Model == "":
			unprocessable(w, "missing", "Field required", nil, "body", "input")
		case !slices.Contains(l.models(), strings.TrimSuffix(o.Model, limits.tag)):
			limits.refuse(w, http.StatusNotFound, "Model '"+o.Model+"' not found")
		case !slices.Contains(limits.voices, o.Voice):
			limits.refuse(w, http.StatusBadRequest, "Voice '"+o.Voice+"' not found. Available voices: "+strings.Join(limits.voices, ", "))
		case limits.letters > 0 && len([]rune(o.Input)) > limits.letters:
			limits.refuse(w, http.StatusBadRequest, "input is too long")
		case o.Format != "pcm" && o.Format != "wav":
			limits.refuse(w, http.StatusBadRequest, "the fake has no encoder for "+o.Format)
		default:
			l.speak(w, r, o)
		}
	})
}

func (l *Local) speak(w http.ResponseWriter, r *http.Request, o speechOrder) {
	if serve.Wait(r.Context(), l.options.Clock, l.options.Delays.FirstAudio) != nil {
		return
	}
	samples := l.options.Voice(o.Input)
	b := sound.Bytes(samples)
	w.Header().Set("Content-Type", "audio/"+o.Format)
	if o.Format == "wav" {
		b = sound.WAV(samples, VoiceRate)
	}
	for i, c := range slices.Collect(slices.Chunk(b, 2*VoiceRate/10)) {
		if i > 0 && serve.Wait(r.Context(), l.options.Clock, l.options.Delays.between(piece)) != nil {
			return
		}
		if _, err := w.Write(c); err != nil {
			return
		}
		serve.Flush(w)
	}
}

package fakespeech

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// piece is how much speech is sent at a time.
const piece = 100 * time.Millisecond

// order is what is to be spoken and how.
type order struct {
	text    string
	voice   string
	model   model
	rate    int // Hz
	forgets bool
}

// speak is POST /v1/text-to-speech/{voice} and its /stream: raw samples, in pieces.
func (e *ElevenLabs) speak(x *visit) {
	o, ok := e.readOrder(x)
	if !ok {
		return
	}
	running, refused := e.begin()
	defer e.end()
	x.w.Header().Set("current-concurrent-requests", strconv.Itoa(running))
	x.w.Header().Set("maximum-concurrent-requests", strconv.Itoa(e.options.Concurrency))
	if refused {
		tooMany.write(x.w)
		return
	}
	cost := int(float64(utf8.RuneCountInString(o.text))*o.model.factor + 0.5)
	if p := e.spend(cost); p != nil {
		p.write(x.w)
		return
	}
	if !o.forgets {
		id := e.keep(x.w.Header().Get("request-id"), o.voice, o.model.id, o.text)
		if e.options.ItemTold {
			x.w.Header().Set("history-item-id", id)
		}
	}
	if serve.Wait(x.r.Context(), e.options.Clock, e.options.Delays.FirstAudio) != nil {
		return
	}
	x.w.Header().Set("Content-Type", "audio/pcm")
	x.w.Header().Set("character-cost", strconv.Itoa(cost))
	x.w.WriteHeader(http.StatusOK)
	e.send(x, sound.Bytes(sound.Resample(e.options.Voice(o.text), VoiceRate, o.rate)), o.rate)
}

func (e *ElevenLabs) begin() (running int, refused bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.running++
	return e.running, e.running > e.options.Concurrency
}

func (e *ElevenLabs) end() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.running--
}

// send writes samples piece by piece, as fast as the delays allow.
func (e *ElevenLabs) send(x *visit, pcm []byte, rate int) {
	size := 2 * int(piece.Seconds()*float64(rate))
	for i, c := range slices.Collect(slices.Chunk(pcm, size)) {
		if i == x.fault.After && x.fault.acts() {
			switch {
			case x.fault.Cut:
				serve.Cut(x.w)
			case x.fault.Stall:
				<-x.r.Context().Done()
				return
			}
			if serve.Wait(x.r.Context(), e.options.Clock, x.fault.Pause) != nil {
				return
			}
		}
		if i > 0 && serve.Wait(x.r.Context(), e.options.Clock, e.options.Delays.between(piece)) != nil {
			return
		}
		if _, err := x.w.Write(c); err != nil {
			return
		}
		serve.Flush(x.w)
	}
}

// between is the pause before each piece but the first.
func (d Delays) between(length time.Duration) time.Duration {
	if d.RealTime <= 0 {
		return 0
	}
	return time.Duration(float64(length) / d.RealTime)
}

// spoken are the fields of a request for speech and their kinds.
var spoken = map[string]string{
	"text": "string", "model_id": "string", "language_code": "string", "voice_settings": "object", "seed": "number", "previous_text": "string",
	"next_text": "string", "previous_request_ids": "array", "next_request_ids": "array", "pronunciation_dictionary_locators": "array",
	"apply_text_normalization": "string", "apply_language_text_normalization": "bool", "use_pvc_as_ivc": "bool",
}

var (
	textTooLong  = problem{http.StatusBadRequest, "max_character_limit_exceeded", "This request exceeds the character limit of the model."}
	modelUnknown = problem{http.StatusBadRequest, "model_not_found", "A model with the given model_id was not found."}
	badLanguage  = problem{http.StatusBadRequest, "unsupported_language", "The model does not support the given language_code."}
	enterprise   = problem{http.StatusForbidden, "zero_retention_not_allowed", "enable_logging=false is available to enterprise customers only."}
)

// readOrder checks a request for speech and answers it where it is wrong.
func (e *ElevenLabs) readOrder(x *visit) (order, bool) {
	var b map[string]any
	if json.Unmarshal(x.body, &b) != nil {
		unprocessable(x.w, "json_invalid", "JSON decode error", nil, "body")
		return order{}, false
	}
	if !checkFields(x.w, b, spoken, "body") || !checkSettings(x.w, b["voice_settings"]) {
		return order{}, false
	}
	o := order{voice: x.r.PathValue("voice")}
	o.text, _ = b["text"].(string)
	if o.text == "" {
		unprocessable(x.w, "missing", "Field required", b, "body", "text")
		return o, false
	}
	if ids, _ := b["previous_request_ids"].([]any); len(ids) > 3 {
		unprocessable(x.w, "too_long", "List should have at most 3 items", ids, "body", "previous_request_ids")
		return o, false
	}
	return e.admit(x, o, b)
}

// admit checks what depends on the account: voice, model, format.
func (e *ElevenLabs) admit(x *visit, o order, b map[string]any) (order, bool) {
	query := x.r.URL.Query()
	for name := range query {
		if !slices.Contains([]string{"output_format", "enable_logging", "optimize_streaming_latency"}, name) {
			unprocessable(x.w, "extra_forbidden", "Unknown parameter", name, "query", name)
			return o, false
		}
	}
	id, _ := b["model_id"].(string)
	m, found := findModel(id)
	rate, known, p := e.rate(query.Get("output_format"))
	o.model, o.rate, o.forgets = m, rate, query.Get("enable_logging") == "false"
	language, _ := b["language_code"].(string)
	switch {
	case !known:
		unprocessable(x.w, "enum", "Input should be one of the output formats", query.Get("output_format"), "query", "output_format")
		return o, false
	case p != nil:
	case !e.voiceExists(o.voice):
		p = &voiceUnknown
	case !found:
		p = &modelUnknown
	case utf8.RuneCountInString(o.text) > m.most:
		p = &textTooLong
	case language != "" && (m.id == "eleven_multilingual_v2" || !slices.Contains(m.languages, language)):
		p = &badLanguage
	case o.forgets && e.options.Tier != "enterprise":
		p = &enterprise
	}
	if p != nil {
		p.write(x.w)
	}
	return o, p == nil
}

package fakeai

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// maxUpload is how large a multipart request may be.
const maxUpload = 25 << 20

// recording is a request of /audio/transcriptions, however it was encoded.
type recording struct {
	model, response string
	clip            Clip
	granularities   []string
}

// clipFormats are those of /audio/transcriptions.
var clipFormats = []string{"wav", "mp3", "flac", "m4a", "ogg", "webm", "aac"}

// transcriptions is POST /audio/transcriptions.
func (s *Server) transcriptions(x *visit) {
	in, err := readRecording(x.r, x.call.Body)
	if err != nil {
		invalid(x.w, err.Error())
		return
	}
	if int64(len(x.call.Body)) > maxUpload && !strings.HasPrefix(x.r.Header.Get("Content-Type"), "application/json") {
		problem(x.w, http.StatusRequestEntityTooLarge, "Payload too large", typed("payload_too_large"))
		return
	}
	m, found := s.find(in.model)
	if reason := s.unfitFor("transcription", in.model, m, found); reason != nil {
		serve.JSON(x.w, reason.status, reason.body(in.model))
		return
	}
	pcm, rate, err := sound.ReadWAV(in.clip.Data)
	if err == nil && rate < 1 || in.clip.Format != "wav" {
		err = errors.New("the fake hears WAVE files with 16-bit PCM only")
	}
	if err == nil {
		err = in.check(m)
	}
	if err != nil {
		invalid(x.w, err.Error())
		return
	}
	if s.broke(x) || serve.Wait(x.r.Context(), s.options.Clock, s.options.Delays.Transcript) != nil {
		return
	}
	s.write(x, in, m, sound.Resample(pcm, rate, HeardRate))
}

// unfitFor says why a model can't be used for sound; nil if it can.
func (s *Server) unfitFor(output, id string, m Model, found bool) *unfit {
	var reason unfit
	switch {
	case !found:
		reason = unknownModel(id)
	case !slices.Contains(m.Output, output):
		reason = wrongEndpoint(id, "/chat/completions")
	default:
		return nil
	}
	return &reason
}

func (in recording) check(m Model) error {
	switch {
	case in.response != "" && in.response != "json" && in.response != "verbose_json":
		return errors.New("response_format must be json or verbose_json")
	case in.response == "verbose_json" && !m.Verbose:
		return errors.New("verbose_json is not supported by this provider")
	case slices.ContainsFunc(in.granularities, func(g string) bool { return g != "word" && g != "segment" }):
		return errors.New("timestamp_granularities must be word or segment")
	case len(in.granularities) > 0 && in.response != "verbose_json":
		return errors.New("timestamp_granularities needs verbose_json")
	}
	return nil
}

// write sends the transcript and books its price.
func (s *Server) write(x *visit, in recording, m Model, pcm []int16) {
	seconds := float64(len(pcm)) / HeardRate
	text := s.options.Transcribe(pcm)
	cost := seconds * price(m.Prompt)
	written := len(tokens(text))
	out := fields{"text": text, "usage": fields{
		"seconds": seconds, "cost": cost, "input_tokens": int(seconds * 10), "output_tokens": written, "total_tokens": int(seconds*10) + written,
	}}
	if in.response == "verbose_json" {
		out["task"], out["language"], out["duration"] = "transcribe", "english", seconds
		out["segments"] = []fields{{"id": 0, "start": 0, "end": seconds, "text": text}}
		if slices.Contains(in.granularities, "word") {
			words := []fields{}
			for _, w := range sound.Spread(text, seconds) {
				words = append(words, fields{"word": strings.Trim(w.Text, ".,!?;:"), "start": w.Start, "end": w.End})
			}
			out["words"] = words
		}
	}
	s.charge(x, cost)
	serve.JSON(x.w, http.StatusOK, out)
}

func readRecording(r *http.Request, b []byte) (recording, error) {
	kind, parameters, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch kind {
	case "application/json":
		return readJSON(b)
	case "multipart/form-data":
		return readMultipart(multipart.NewReader(r.Body, parameters["boundary"]))
	}
	return recording{}, errors.New("Content-Type must be application/json or multipart/form-data")
}

func readJSON(b []byte) (recording, error) {
	var o map[string]any
	if err := json.Unmarshal(b, &o); err != nil {
		return recording{}, errors.New("the body must be one JSON object")
	}
	known := kinds{
		"model": "string", "input_audio": "object", "language": "string", "temperature": "number", "response_format": "string",
		"timestamp_granularities": "array", "provider": "object",
	}
	provider, _ := o["provider"].(map[string]any)
	if err := errors.Join(onlyKeys("the request", o, known), onlyKeys("provider", provider, kinds{"options": "object"})); err != nil {
		return recording{}, err
	}
	var in recording
	in.model, _ = o["model"].(string)
	in.response, _ = o["response_format"].(string)
	list, _ := o["timestamp_granularities"].([]any)
	for _, g := range list {
		text, _ := g.(string)
		in.granularities = append(in.granularities, text)
	}
	audio, _ := o["input_audio"].(map[string]any)
	var err error
	in.clip, err = readClip(audio, clipFormats)
	return in, err
}

func readMultipart(parts *multipart.Reader) (recording, error) {
	var in recording
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return in, errors.New("the multipart body is damaged")
		}
		value, _ := io.ReadAll(part) // damage shows in the next part
		if err := in.take(part, value); err != nil {
			return in, err
		}
	}
	if in.model == "" || len(in.clip.Data) == 0 {
		return in, errors.New("file and model are required")
	}
	return in, nil
}

func (in *recording) take(part *multipart.Part, value []byte) error {
	switch name := part.FormName(); name {
	case "file":
		_, extension, _ := strings.Cut(part.FileName(), ".")
		in.clip = Clip{Format: extension, Data: value}
	case "model":
		in.model = string(value)
	case "response_format":
		in.response = string(value)
	case "timestamp_granularities[]":
		in.granularities = append(in.granularities, string(value))
	case "temperature":
		if _, err := strconv.ParseFloat(string(value), 64); err != nil {
			return errors.New("temperature must be a number")
		}
	case "language", "prompt": // prompt is accepted and ignored
	default:
		return errors.New("unknown field " + name)
	}
	return nil
}

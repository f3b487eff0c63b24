package fakespeech

import (
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// upload is a multipart form: its fields, and its file.
type upload struct {
	url.Values
	file    []byte
	name    string
	hasFile bool
}

// scribeFields are those of POST /v1/speech-to-text.
var scribeFields = []string{
	"model_id", "language_code", "tag_audio_events", "num_speakers", "timestamps_granularity", "diarize", "diarization_threshold", "file_format",
	"temperature", "seed", "use_multi_channel", "keyterms", "no_verbatim", "webhook", "webhook_id", "additional_formats", "entity_detection",
}

// transcribe is POST /v1/speech-to-text.
func (e *ElevenLabs) transcribe(x *visit) {
	form, err := readUpload(x.r)
	if err != nil {
		unprocessable(x.w, "multipart_invalid", err.Error(), nil, "body")
		return
	}
	if wrong, message := form.check(); wrong != "" {
		unprocessable(x.w, "value_error", message, form.Get(wrong), "body", wrong)
		return
	}
	pcm, p := form.sound()
	if p != nil {
		p.write(x.w)
		return
	}
	if serve.Wait(x.r.Context(), e.options.Clock, e.options.Delays.Batch) != nil {
		return
	}
	e.writeTranscript(x, form, pcm)
}

func (e *ElevenLabs) writeTranscript(x *visit, form upload, pcm []int16) {
	seconds := float64(len(pcm)) / HeardRate
	heard := e.options.words(pcm)
	if form.Get("no_verbatim") == "true" {
		heard = smooth(heard)
	}
	text, granularity := sound.Text(heard), form.Get("timestamps_granularity")
	words := items(heard, 0, granularity)
	if form.Get("tag_audio_events") != "false" && text != "" { // the default is to tag them
		text += " (laughter)"
		words = append(words, entry(" ", "spacing", seconds, seconds, granularity), entry("(laughter)", "audio_event", seconds, seconds, granularity))
	}
	language := form.Get("language_code")
	if language == "" {
		language = "eng"
	}
	out := fields{
		"language_code": language, "language_probability": 0.98, "text": text, "words": words, "audio_duration_secs": seconds,
		"transcription_id": e.newID("transcription"),
	}
	e.keepTranscript(text, out)
	serve.JSON(x.w, http.StatusOK, out)
}

// check names a field that is missing or wrong, and says why.
func (u upload) check() (wrong, message string) {
	for name := range u.Values {
		if !slices.Contains(scribeFields, name) {
			return name, "Extra inputs are not permitted"
		}
	}
	switch {
	case !slices.Contains([]string{"scribe_v1", "scribe_v2"}, u.Get("model_id")):
		return "model_id", "model_id must be scribe_v1 or scribe_v2"
	case !u.hasFile:
		return "file", "Field required"
	case !slices.Contains([]string{"", "none", "word", "character"}, u.Get("timestamps_granularity")):
		return "timestamps_granularity", "Input should be 'none', 'word' or 'character'"
	case !slices.Contains([]string{"", "pcm_s16le_16", "other"}, u.Get("file_format")):
		return "file_format", "Input should be 'pcm_s16le_16' or 'other'"
	}
	for _, name := range []string{"tag_audio_events", "diarize", "no_verbatim", "use_multi_channel", "webhook"} {
		if !slices.Contains([]string{"", "true", "false"}, u.Get(name)) {
			return name, "Input should be a valid boolean"
		}
	}
	return "", ""
}

var notSound = problem{http.StatusBadRequest, "invalid_audio", "The file could not be read as audio."}

// sound reads the file: raw samples where the format says so, else a WAVE file.
func (u upload) sound() ([]int16, *problem) {
	if u.Get("file_format") == "pcm_s16le_16" {
		if len(u.file) == 0 || len(u.file)%2 != 0 || strings.HasPrefix(string(u.file), "RIFF") {
			return nil, &notSound
		}
		return sound.Samples(u.file), nil
	}
	pcm, rate, err := sound.ReadWAV(u.file)
	if err != nil || len(pcm) == 0 {
		return nil, &notSound
	}
	return sound.Resample(pcm, rate, HeardRate), nil
}

// readUpload reads a multipart form with at most one file, named "file".
func readUpload(r *http.Request) (upload, error) {
	u := upload{Values: url.Values{}}
	kind, parameters, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind != "multipart/form-data" {
		return u, errors.New("Content-Type must be multipart/form-data")
	}
	parts := multipart.NewReader(r.Body, parameters["boundary"])
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return u, nil
		}
		if err != nil {
			return u, errors.New("the multipart body is damaged")
		}
		value, err := io.ReadAll(part)
		if err != nil {
			return u, errors.New("the multipart body is damaged")
		}
		if part.FormName() == "file" {
			u.file, u.name, u.hasFile = value, part.FileName(), true
		} else {
			u.Add(part.FormName(), string(value))
		}
	}
}

// between says whether a parameter is empty or a number between the limits.
func between(text string, least, most float64) bool {
	n, err := strconv.ParseFloat(text, 64)
	return text == "" || err == nil && n >= least && n <= most
}

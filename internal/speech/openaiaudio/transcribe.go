package openaiaudio

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/speech/cut"
	"github.com/jobjourney/jobjourney/internal/speech/wave"
	"github.com/jobjourney/jobjourney/internal/speech/whisper"
)

// Rate is the samples per second Transcribe takes.
const Rate = 16000

const (
	formUpload = 24 << 20 // bytes; OpenAI and OpenRouter refuse 25 MB
	jsonUpload = 18 << 20 // the same in base 64
	maxReply   = 8 << 20  // bytes; an hour of words with their times is 2 MB

	// A server has this long, and this much of the sound's length, for its answer: a large
	// model without a graphics card takes three times as long as the speaker.
	answerBase = 2 * time.Minute
	answerPart = 4
)

// Request says how to write speech down.
type Request struct {
	Model    string
	Language string // ISO 639-1; empty lets the server find out
	// Prompt are words that may occur. OpenRouter takes none, so it gets none.
	Prompt string
}

// Transcribe has mono samples at Rate written down. Sound that is too long for one upload
// is cut where nobody speaks. Words have times where the server gives them. Faults are
// those of the family "audioServer", speech.languageUnknown where a model hears English alone
// and is asked for another language, and Canceled.
func (c *Client) Transcribe(ctx context.Context, samples []int16, r Request) (transcript.Transcript, error) {
	if r.Language != "" && r.Language != "en" && whisper.EnglishOnly(r.Model) {
		return transcript.Transcript{}, fmt.Errorf("transcribe: %w", fault.New(fault.Invalid, "speech.languageUnknown"))
	}
	var parts []transcript.Transcript
	var offsets []int
	before := 0
	for _, piece := range cut.Pieces(samples, Rate, c.pieceLength()) {
		part, err := c.transcribe(ctx, piece, r)
		if err != nil {
			return transcript.Transcript{}, fmt.Errorf("transcribe: %w", err)
		}
		parts, offsets = append(parts, part), append(offsets, milliseconds(before))
		before += len(piece)
	}
	return transcript.Joined(parts, offsets), nil
}

// pieceLength is how many samples go into one upload.
func (c *Client) pieceLength() int {
	most := c.options.MaxUpload
	switch {
	case most > 0:
	case c.options.Dialect == OpenRouter:
		most = jsonUpload
	default:
		most = formUpload
	}
	return max((most-len(wave.File(nil, Rate)))/2, Rate/10)
}

func milliseconds(samples int) int { return samples * 1000 / Rate }

// transcribe has one piece written down, with times if the model gives any. A model that
// refuses is asked without them, from then on at once.
func (c *Client) transcribe(ctx context.Context, samples []int16, r Request) (transcript.Transcript, error) {
	if len(samples) == 0 {
		return c.told(transcript.Of(""), r), nil
	}
	if _, refuses := c.plain.Load(r.Model); !refuses {
		t, err := c.send(ctx, samples, r, "verbose_json")
		if !errors.Is(err, errRejected) {
			return t, err
		}
	}
	t, err := c.send(ctx, samples, r, "json")
	if err == nil {
		c.plain.Store(r.Model, true)
	}
	return t, err
}

func (c *Client) send(ctx context.Context, samples []int16, r Request, format string) (transcript.Transcript, error) {
	upload := c.form
	if c.options.Dialect == OpenRouter {
		upload = c.inJSON
	}
	q, err := upload(samples, r, format)
	if err != nil {
		return transcript.Transcript{}, err
	}
	w, stop := watch(ctx, c.options.Clock)
	defer stop()
	w.within(answerBase + answerPart*time.Duration(milliseconds(len(samples)))*time.Millisecond)
	body, err := c.read(w.ctx, q, maxReply)
	if err != nil {
		return transcript.Transcript{}, err
	}
	t, err := written(body, milliseconds(len(samples)))
	return c.told(t, r), err
}

// told adds who wrote a transcript down.
func (c *Client) told(t transcript.Transcript, r Request) transcript.Transcript {
	t.Source = transcript.Source{Provider: c.provider(), Model: r.Model}
	if r.Model == "" && c.options.Dialect == WhisperCpp {
		t.Source.Model = "whisper.cpp"
	}
	return t
}

// inJSON is the upload of OpenRouter.
func (c *Client) inJSON(samples []int16, r Request, format string) (question, error) {
	v := map[string]any{
		"model":           r.Model,
		"input_audio":     map[string]string{"data": base64.StdEncoding.EncodeToString(wave.File(samples, Rate)), "format": "wav"},
		"response_format": format,
	}
	if r.Language != "" {
		v["language"] = r.Language
	}
	if format == "verbose_json" {
		v["timestamp_granularities"] = []string{"word"}
	}
	body, err := json.Marshal(v)
	return question{http.MethodPost, c.place.transcribes, body, "application/json"}, err
}

// form is the upload of OpenAI and of whisper.cpp.
func (c *Client) form(samples []int16, r Request, format string) (question, error) {
	var body bytes.Buffer
	f := multipart.NewWriter(&body)
	head := textproto.MIMEHeader{}
	head.Set("Content-Disposition", `form-data; name="file"; filename="answer.wav"`)
	head.Set("Content-Type", "audio/wav")
	part, err := f.CreatePart(head)
	if err == nil {
		_, err = part.Write(wave.File(samples, Rate))
	}
	for _, field := range c.fields(r, format) {
		err = errors.Join(err, f.WriteField(field[0], field[1]))
	}
	err = errors.Join(err, f.Close())
	return question{http.MethodPost, c.place.transcribes, body.Bytes(), f.FormDataContentType()}, err
}

// fields are the name and value of everything in the form but the sound. The server of
// whisper.cpp takes a missing language for English, and finds languages out a second time
// at some cost unless told not to.
func (c *Client) fields(r Request, format string) [][2]string {
	all := [][2]string{{"response_format", format}, {"model", r.Model}, {"language", r.Language}, {"prompt", r.Prompt}}
	if c.options.Dialect == WhisperCpp {
		if r.Language == "" {
			all[2][1] = "auto"
		}
		all = append(all, [2]string{"no_language_probabilities", "true"})
	} else if format == "verbose_json" {
		all = append(all, [2]string{"timestamp_granularities[]", "word"})
	}
	out := all[:0]
	for _, f := range all {
		if strings.TrimSpace(f[1]) != "" {
			out = append(out, f)
		}
	}
	return out
}

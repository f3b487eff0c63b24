package elevenlabs

import (
	"bytes"
	"context"
	"fmt"
	"mime/multipart"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// The recognisers. Both write down "um" and "uh", and both know word times.
const (
	RecordingModel = "scribe_v2"
	LiveModel      = "scribe_v2_realtime"
)

// SampleRate is that of sound to be transcribed: 16,000 Hz, mono.
const SampleRate = 16000

// Hints help a recogniser. All of them may be empty.
type Hints struct {
	Language string // ISO 639-1; empty lets the service find out
	// Terms are names and words to expect, such as those of a job ad: at most 100 for a
	// recording (it then costs a fifth more) and 50 live, each shorter than 50 characters
	// and of 5 words at most. Those beyond are left out. Live they are a part of the
	// address of the connection, which is encrypted on the way: the protocol has no other
	// place for them.
	Terms []string
}

// terms are the first that the service takes.
func (h Hints) terms(most int) []string {
	var kept []string
	for _, t := range h.Terms {
		t = strings.Join(strings.Fields(t), " ")
		if t == "" || utf8.RuneCountInString(t) >= 50 || strings.Count(t, " ") >= 5 || len(kept) == most {
			continue
		}
		kept = append(kept, t)
	}
	return kept
}

// Transcribe writes down a whole recording (mono, SampleRate), with the time of each word
// and with fillers. No samples make an empty transcript, without a request.
//
// Faults: invalidKey, missingPermission, quotaExceeded, planTooSmall, tooManyAtOnce, busy,
// outOfOrder, refused, badReply, cutOff, stalled (no answer for two minutes), unreachable,
// Canceled.
func (c *Client) Transcribe(ctx context.Context, samples []int16, h Hints) (transcript.Transcript, error) {
	source := transcript.Source{Provider: provider, Model: RecordingModel}
	if len(samples) == 0 {
		return transcript.Transcript{Words: []transcript.Word{}, KeepsFillers: true, Source: source}, nil
	}
	body, kind, err := form(samples, h)
	if err != nil {
		return transcript.Transcript{}, fmt.Errorf("write form: %w", err)
	}
	var out struct {
		Text     string `json:"text"`
		Language string `json:"language_code"`
		Items    []item `json:"words"`
		ID       string `json:"transcription_id"`
	}
	r, err := c.do(ctx, call{
		method: http.MethodPost, path: "/v1/speech-to-text", kind: kind, body: body, need: "speech_to_text", limit: uploadLimit,
	})
	if err != nil {
		return transcript.Transcript{}, fmt.Errorf("transcribe recording: %w", err)
	}
	defer r.close()
	if err := decode(r, &out); err != nil {
		return transcript.Transcript{}, fmt.Errorf("transcribe recording: %w", err)
	}
	c.made(Made{RequestID: r.Header.Get("request-id"), TranscriptionID: out.ID})
	t := writtenDown(out.Text, out.Items)
	t.Language, t.Source = language(out.Language), source
	return t, nil
}

// writtenDown makes a transcript of a text and its items.
func writtenDown(text string, items []item) transcript.Transcript {
	t := transcript.Of(spokenText(text, items))
	if words, timed := spokenWords(items); len(words) > 0 {
		t.Words, t.Timed = words, timed
	}
	t.KeepsFillers = true // no_verbatim is sent as false
	return t
}

// form is the multipart body. Raw samples need no container and are read soonest; the
// defaults that would tag laughter or drop fillers are turned off.
func form(samples []int16, h Hints) (body []byte, kind string, err error) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	fields := [][2]string{
		{"model_id", RecordingModel},
		{"file_format", "pcm_s16le_16"},
		{"timestamps_granularity", "word"},
		{"tag_audio_events", "false"},
		{"no_verbatim", "false"},
	}
	if h.Language != "" {
		fields = append(fields, [2]string{"language_code", h.Language})
	}
	for _, t := range h.terms(100) {
		fields = append(fields, [2]string{"keyterms", t})
	}
	for _, f := range fields {
		if err := w.WriteField(f[0], f[1]); err != nil {
			return nil, "", err
		}
	}
	file, err := w.CreateFormFile("file", "answer.pcm")
	if err != nil {
		return nil, "", err
	}
	if _, err := file.Write(bytesOf(samples)); err != nil {
		return nil, "", err
	}
	if err := w.Close(); err != nil {
		return nil, "", err
	}
	return b.Bytes(), w.FormDataContentType(), nil
}

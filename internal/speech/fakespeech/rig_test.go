package fakespeech_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"

	"github.com/coder/websocket"

	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// answer is what came back, read to its end.
type answer struct {
	status int
	header http.Header
	body   string
	err    error // of reading the body
}

// ask sends a request; a body that isn't text is sent as JSON. Headers come in pairs.
func ask(t *testing.T, method, url string, body any, headers ...string) answer {
	t.Helper()
	text, isText := body.(string)
	if !isText && body != nil {
		b, err := json.Marshal(body)
		if err != nil {
			t.Fatal(err)
		}
		text = string(b)
	}
	r, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("xi-api-key", fakespeech.Key)
	r.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return answer{err: err}
	}
	defer response.Body.Close()
	b, err := io.ReadAll(response.Body)
	return answer{response.StatusCode, response.Header, string(b), err}
}

// object decodes the answer.
func (a answer) object(t *testing.T) map[string]any {
	t.Helper()
	var o map[string]any
	if err := json.Unmarshal([]byte(a.body), &o); err != nil {
		t.Fatalf("%v in %q", err, a.body)
	}
	return o
}

// at walks down an object: "detail.status", "words.0.text".
func at(o any, path string) any {
	for _, step := range strings.Split(path, ".") {
		switch v := o.(type) {
		case map[string]any:
			o = v[step]
		case []any:
			i := int(step[0] - '0')
			if i >= len(v) {
				return nil
			}
			o = v[i]
		default:
			return nil
		}
	}
	return o
}

// form makes a multipart body; fields come in pairs.
func form(t *testing.T, file []byte, fields ...string) (body, contentType string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	if file != nil {
		part, err := w.CreateFormFile("file", "a.wav")
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

// line is a client's end of a socket.
type line struct {
	t    *testing.T
	conn *websocket.Conn
}

// dial opens a socket with a key.
func dial(t *testing.T, url, key string) *line {
	t.Helper()
	//nolint:bodyclose // the body is the socket, closed below
	conn, _, err := websocket.Dial(t.Context(), strings.Replace(url, "http", "ws", 1), &websocket.DialOptions{HTTPHeader: http.Header{"xi-api-key": {key}}})
	if err != nil {
		t.Fatal(err)
	}
	conn.SetReadLimit(16 << 20)
	t.Cleanup(func() { _ = conn.CloseNow() })
	return &line{t, conn}
}

func (d *line) send(messages ...map[string]any) {
	d.t.Helper()
	for _, m := range messages {
		b, err := json.Marshal(m)
		if err != nil {
			d.t.Fatal(err)
		}
		_ = d.conn.Write(d.t.Context(), websocket.MessageText, b) // a socket that closed tells when it is read
	}
}

// read gives the next frame.
func (d *line) read() map[string]any {
	d.t.Helper()
	_, b, err := d.conn.Read(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		d.t.Fatal(err)
	}
	return m
}

// rest reads until the socket closes.
func (d *line) rest() (frames []map[string]any, closed error) {
	d.t.Helper()
	for {
		_, b, err := d.conn.Read(context.WithoutCancel(d.t.Context()))
		if err != nil {
			return frames, err
		}
		var m map[string]any
		if err := json.Unmarshal(b, &m); err != nil {
			d.t.Fatal(err)
		}
		frames = append(frames, m)
	}
}

// speech joins the sound of frames.
func speech(t *testing.T, frames []map[string]any) []byte {
	t.Helper()
	var all []byte
	for _, f := range frames {
		text, _ := f["audio"].(string)
		b, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, b...)
	}
	return all
}

// toneAt is what the fake says by default, at a rate.
func toneAt(text string, rate int) []byte {
	return sound.Bytes(sound.Resample(sound.Tone(text, fakespeech.VoiceRate), fakespeech.VoiceRate, rate))
}

const speakPath = "/v1/text-to-speech/" + fakespeech.Calm

package openaiaudio_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/openaiaudio"
	"github.com/jobjourney/jobjourney/internal/speech/wave"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// upload is what a server was given to write down.
type upload struct {
	path, key string
	samples   []int16
	fields    map[string]string
}

// fake is a server that remembers what it was asked. answer writes the reply.
type fake struct {
	*httptest.Server
	mu      sync.Mutex
	uploads []upload
	clock   *testkit.Clock
}

func serve(t *testing.T, h http.HandlerFunc) *fake {
	t.Helper()
	f := &fake{Server: httptest.NewServer(h), clock: testkit.NewClock()}
	t.Cleanup(f.Close)
	return f
}

func (f *fake) keep(u upload) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.uploads = append(f.uploads, u)
}

func (f *fake) client(t *testing.T, o openaiaudio.Options) *openaiaudio.Client {
	t.Helper()
	if o.BaseURL == "" {
		o.BaseURL = f.URL
	}
	if o.Clock == nil {
		o.Clock = clock.System{}
	}
	c, err := openaiaudio.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// fromForm reads an upload as OpenAI and whisper.cpp do.
func fromForm(r *http.Request) (upload, bool) {
	u := upload{path: r.URL.Path, key: r.Header.Get("Authorization"), fields: map[string]string{}}
	if r.ParseMultipartForm(64<<20) != nil {
		return u, false
	}
	for name, values := range r.MultipartForm.Value {
		u.fields[name] = values[0]
	}
	files := r.MultipartForm.File["file"]
	if len(files) != 1 || files[0].Filename != "answer.wav" {
		return u, false
	}
	file, _ := files[0].Open()
	whole, _ := io.ReadAll(file)
	return u, u.sound(whole)
}

func (u *upload) sound(file []byte) bool {
	samples, rate, err := wave.Parse(file)
	u.samples = samples
	return err == nil && rate == openaiaudio.Rate
}

func say(w http.ResponseWriter, status int, body string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, body)
}

// openAI transcribes as api.openai.com does: whisper-1 knows times, others refuse the
// format that has them.
func openAI(t *testing.T) *fake {
	var f *fake
	f = serve(t, func(w http.ResponseWriter, r *http.Request) {
		u, ok := fromForm(r)
		f.keep(u)
		switch {
		case r.URL.Path != "/v1/audio/transcriptions" || r.Method != http.MethodPost:
			say(w, 404, `{"error":{"message":"Invalid URL (POST `+r.URL.Path+`)","type":"invalid_request_error","param":null,"code":null}}`)
		case !ok:
			say(w, 400, `{"error":{"message":"Invalid file format.","type":"invalid_request_error","param":null,"code":null}}`)
		case u.fields["response_format"] != "verbose_json":
			if _, asked := u.fields["timestamp_granularities[]"]; asked {
				say(w, 400, `{"error":{"message":"timestamp_granularities needs verbose_json","type":"invalid_request_error"}}`)
				return
			}
			say(w, 200, `{"text":"I led a team, twenty-five people.","usage":{"type":"duration","seconds":3}}`)
		case u.fields["model"] != "whisper-1":
			say(w, 400, `{"error":{"message":"response_format 'verbose_json' is not compatible with model '`+u.fields["model"]+`'. Use 'json' or 'text' instead.","type":"invalid_request_error","param":"response_format","code":"unsupported_value"}}`)
		default:
			say(w, 200, `{"task":"transcribe","language":"english","duration":3.0,"text":"I led a team, twenty-five people.","words":[`+
				`{"word":"I","start":0.1,"end":0.2},{"word":"led","start":0.2,"end":0.5},{"word":"a","start":0.5,"end":0.6},{"word":"team","start":0.6,"end":1.0},`+
				`{"word":"twenty","start":1.4,"end":1.7},{"word":"five","start":1.7,"end":2.0},{"word":"people","start":2.0,"end":2.4}],"usage":{"type":"duration","seconds":3}}`)
		}
	})
	return f
}

// openRouter takes JSON only, with no key that isn't in its description.
func openRouter(t *testing.T) *fake {
	var f *fake
	f = serve(t, func(w http.ResponseWriter, r *http.Request) {
		var body struct {
			Model         string                        `json:"model"`
			Audio         struct{ Data, Format string } `json:"input_audio"`
			Language      string                        `json:"language"`
			Format        string                        `json:"response_format"`
			Granularities []string                      `json:"timestamp_granularities"`
		}
		d := json.NewDecoder(r.Body)
		d.DisallowUnknownFields()
		err := d.Decode(&body)
		file, wrong := base64.StdEncoding.DecodeString(body.Audio.Data)
		u := upload{path: r.URL.Path, key: r.Header.Get("Authorization"), fields: map[string]string{
			"model": body.Model, "language": body.Language, "response_format": body.Format, "granularities": strings.Join(body.Granularities, ","),
		}}
		ok := u.sound(file)
		f.keep(u)
		switch {
		case r.URL.Path != "/api/v1/audio/transcriptions":
			say(w, 404, `{"error":{"message":"Not Found","code":404}}`)
		case err != nil || wrong != nil || !ok || body.Audio.Format != "wav":
			say(w, 400, `{"error":{"message":"Invalid request parameters","code":400}}`)
		case body.Format == "verbose_json" && !strings.HasPrefix(body.Model, "openai/"):
			say(w, 400, `{"error":{"message":"verbose_json is not supported by this provider","code":400,"metadata":{"error_type":"invalid_request"}}}`)
		case body.Format == "verbose_json":
			say(w, 200, `{"text":" Yes, we did.","language":"en","duration":1,"words":[{"word":" Yes,","start":0.1,"end":0.4},{"word":" we","start":0.5,"end":0.6},{"word":" did.","start":0.6,"end":0.9}],"usage":{"seconds":1,"cost":0.0001}}`)
		default:
			say(w, 200, `{"text":"Yes, we did.","usage":{"seconds":1,"cost":0.0001}}`)
		}
	})
	return f
}

// whisperCpp is the server of whisper.cpp: errors are strings, and words are pieces.
func whisperCpp(t *testing.T, path string) *fake {
	var f *fake
	f = serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != path {
			http.Error(w, "File Not Found ("+r.URL.Path+")", 404)
			return
		}
		u, ok := fromForm(r)
		f.keep(u)
		switch {
		case len(r.MultipartForm.File["file"]) == 0:
			say(w, 400, `{"error":"no 'file' field in the request"}`)
		case !ok:
			say(w, 400, `{"error":"failed to read audio data"}`)
		case u.fields["response_format"] == "verbose_json":
			say(w, 200, `{"task":"transcribe","language":"english","duration":3.0,"text":" I rebuilt it.\n [BLANK_AUDIO]\n","segments":[`+
				`{"id":0,"text":" I rebuilt it.","start":0.0,"end":1.0,"words":[{"word":" I","start":0.0,"end":0.09,"t_dtw":-1,"probability":0.9},`+
				`{"word":" re","start":0.1,"end":0.2,"probability":0.9},{"word":"built","start":0.2,"end":0.4,"probability":0.9},{"word":" it","start":0.45,"end":0.5,"probability":0.9},`+
				`{"word":".","start":0.5,"end":0.52,"probability":0.9}]},{"id":1,"text":" [BLANK_AUDIO]","words":[{"word":" [","start":1,"end":2},{"word":"BLANK","start":1,"end":2},{"word":"_AUDIO","start":1,"end":2},{"word":"]","start":1,"end":2}]}]}`)
		default:
			say(w, 200, `{"text":" I rebuilt it.\n"}`)
		}
	})
	return f
}

// sound is seconds of a tone no cut likes, silent in 200 ms before each of silent.
func sound(seconds float64, silent ...float64) []int16 {
	out := make([]int16, int(seconds*openaiaudio.Rate))
	for i := range out {
		out[i] = int16(2000 + i%1000)
	}
	for _, at := range silent {
		clear(out[int((at-0.2)*openaiaudio.Rate):int(at*openaiaudio.Rate)])
	}
	return out
}

func wantFault(t *testing.T, err error, code fault.Code, key string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want %s", key)
	}
	if f := fault.Of(err); f.Code != code || f.Key != key {
		t.Errorf("%v, want %s (%s)", err, key, code)
	}
}

// secret is in everything a server says and everything it is sent, and must be in no error.
const secret = "platypus"

func wantNothingTold(t *testing.T, err error, more ...string) {
	t.Helper()
	for _, word := range append(slices.Clone(more), secret, "127.0.0.1", "http:", "http/") {
		if strings.Contains(strings.ToLower(err.Error()), word) {
			t.Errorf("the error tells %q: %v", word, err)
		}
	}
	for name, value := range fault.Of(err).Params {
		t.Errorf("parameter %s = %q", name, value)
	}
}

// chunks writes sound in pieces that end in the middle of samples.
func chunks(w http.ResponseWriter, b []byte, size int) {
	for part := range slices.Chunk(b, size) {
		_, _ = w.Write(part)
		w.(http.Flusher).Flush()
	}
}

func sameSamples(a, b []int16) bool { return bytes.Equal(wave.Bytes(a), wave.Bytes(b)) }

package local

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strconv"
	"sync"
	"testing"
)

// pretend answers the paths with the bodies, and nothing but GET.
func pretend(t *testing.T, answers map[string]string) int {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, ok := answers[r.URL.Path]
		if sent, _ := io.ReadAll(r.Body); r.Method != http.MethodGet || len(sent) > 0 || r.Header.Get("Authorization") != "" {
			t.Errorf("%s %s sent something", r.Method, r.URL)
		}
		if !ok {
			http.NotFound(w, r)
			return
		}
		_, _ = io.WriteString(w, body)
	}))
	t.Cleanup(s.Close)
	u, err := url.Parse(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	port, err := strconv.Atoi(u.Port())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

func TestServersAreKnownByWhatTheyAnswer(t *testing.T) {
	const models = `{"object":"list","data":[{"id":"Systran/faster-whisper-small"},{"id":"qwen"}]}`
	for name, tt := range map[string]struct {
		answers map[string]string
		want    Server // without its address
	}{
		"Ollama": {
			map[string]string{"/api/version": `{"version":"0.40.8"}`, "/api/tags": `{"models":[{"name":"llama3.2:3b"}]}`, "/v1/models": models},
			Server{Kind: Ollama, BaseURL: "/v1", Models: []string{"llama3.2:3b"}, Chats: true},
		},
		"llama.cpp": {
			map[string]string{"/health": `{"status":"ok"}`, "/props": `{"default_generation_settings":{},"build_info":"b1"}`, "/v1/models": `{"data":[{"id":"q.gguf"}]}`},
			Server{Kind: LlamaCpp, BaseURL: "/v1", Models: []string{"q.gguf"}, Chats: true},
		},
		"whisper.cpp": {
			map[string]string{"/": "<h1>Whisper.cpp Server</h1>", "/health": `{"status":"ok"}`},
			Server{Kind: WhisperCpp, Transcribes: true},
		},
		"Kokoro": {
			map[string]string{"/v1/audio/voices": `{"voices":[{"id":"af_heart"},"am_michael"]}`, "/v1/models": `{"data":[{"id":"kokoro"}]}`},
			Server{Kind: Kokoro, BaseURL: "/v1", Models: []string{"kokoro"}, Voices: []string{"af_heart", "am_michael"}, Speaks: true},
		},
		"LM Studio": {
			map[string]string{"/v1/models": `{"data":[{"id":"qwen"}]}`, "/api/v0/models": `{"data":[]}`},
			Server{Kind: LMStudio, BaseURL: "/v1", Models: []string{"qwen"}, Chats: true},
		},
		"speaches": {
			map[string]string{"/v1/models": models, "/health": "OK"},
			Server{Kind: OpenAI, BaseURL: "/v1", Models: []string{"Systran/faster-whisper-small", "qwen"}, Chats: true, Transcribes: true},
		},
	} {
		t.Run(name, func(t *testing.T) {
			port := pretend(t, tt.answers)
			tt.want.BaseURL = fmt.Sprintf("http://127.0.0.1:%d%s", port, tt.want.BaseURL)
			if got := find(t.Context(), http.DefaultClient, []int{port}); !reflect.DeepEqual(got, []Server{tt.want}) {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestWhatIsNoneIsNotReported(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var held sync.Map // connections that are taken and never answered
	go func() {
		for {
			c, err := silent.Accept()
			if err != nil {
				return
			}
			held.Store(c, true)
		}
	}()
	t.Cleanup(func() {
		_ = silent.Close()
		held.Range(func(c, _ any) bool { _ = c.(net.Conn).Close(); return true })
	})
	website := pretend(t, map[string]string{"/": "<h1>My printer</h1>", "/v1/models": "<html>", "/api/version": `["0.1"]`})
	closed := pretend(t, nil)
	if got := find(t.Context(), http.DefaultClient, []int{website, closed, silent.Addr().(*net.TCPAddr).Port}); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

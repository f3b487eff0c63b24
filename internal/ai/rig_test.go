package ai

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"sync"
	"testing"

	"github.com/jobjourney/jobjourney/internal/testkit"
)

// server answers requests in the order of its replies; the last one stays.
type server struct {
	*httptest.Server
	mu      sync.Mutex
	replies []http.HandlerFunc
	bodies  []map[string]any
	headers []http.Header
}

func serve(t *testing.T, replies ...http.HandlerFunc) *server {
	t.Helper()
	s := &server{replies: replies}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var body map[string]any
		if raw, err := io.ReadAll(r.Body); err != nil || len(raw) > 0 && json.Unmarshal(raw, &body) != nil {
			t.Errorf("request with a body that is no JSON: %v", err)
		}
		s.mu.Lock()
		s.bodies, s.headers = append(s.bodies, body), append(s.headers, r.Header)
		reply := s.replies[min(len(s.bodies), len(s.replies))-1]
		s.mu.Unlock()
		reply(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *server) calls() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.bodies)
}

// stream sends lines as they are.
func stream(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		_, _ = io.WriteString(w, text)
	}
}

func status(code int, kind, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		w.WriteHeader(code)
		_, _ = io.WriteString(w, body)
	}
}

func says(text string) string {
	raw, _ := json.Marshal(text)
	return `data: {"model":"m/one","choices":[{"delta":{"content":` + string(raw) + `}}]}` + "\n\n"
}

const finish = `data: {"choices":[{"delta":{},"finish_reason":"stop"}]}` + "\n\ndata: [DONE]\n\n"

// client speaks to s; its clock is turned by hand.
func client(t *testing.T, s *server, o Options) (*Client, *testkit.Clock) {
	t.Helper()
	clk := testkit.NewClock()
	o.BaseURL, o.HTTP, o.Clock = s.URL, s.Client(), clk
	c, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return c, clk
}

// rush turns the clock on whenever somebody waits, until the function given back is called.
func rush(ctx context.Context, clk *testkit.Clock) context.CancelFunc {
	ctx, stop := context.WithCancel(ctx)
	go func() {
		for ctx.Err() == nil {
			clk.Advance(longest)
			runtime.Gosched()
		}
	}()
	return stop
}

func ask() Request { return Request{Model: "o1-mini", Messages: []Message{{User, "Hello"}}} }

package elevenlabs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// What must never stand in an error: the key, what was said, and the service's own words.
const (
	testKey   = "sk_swordfish"
	testText  = "Tell me about the platypus."
	wireWords = "marsupials-only"
	testVoice = "21m00Tcm4TlvDq8ikWAM"
)

// observed is a clock turned by hand that says for how long somebody waits.
type observed struct {
	*testkit.Clock
	waits chan time.Duration
}

func (o observed) After(d time.Duration) <-chan time.Time {
	ch := o.Clock.After(d)
	o.waits <- d
	return ch
}

// wait returns when somebody waits for exactly d.
func (o observed) wait(t *testing.T, d time.Duration) {
	t.Helper()
	for {
		select {
		case got := <-o.waits:
			if got == d {
				return
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("nobody waits for %v", d)
		}
	}
}

// rig is a client and the service it talks to.
type rig struct {
	*Client
	clock observed
	mu    sync.Mutex
	left  []Made
}

func (r *rig) kept() []Made {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]Made{}, r.left...)
}

func newRig(t *testing.T, service http.HandlerFunc) *rig {
	t.Helper()
	server := httptest.NewServer(service)
	t.Cleanup(server.Close)
	r := &rig{clock: observed{testkit.NewClock(), make(chan time.Duration, 100000)}}
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	c, err := New(Options{
		BaseURL: server.URL, Key: testKey, HTTP: &http.Client{Transport: transport}, Clock: r.clock,
		Made: func(m Made) {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.left = append(r.left, m)
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	r.Client = c
	return r
}

// answers is a service that always answers the same.
func answers(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		fmt.Fprint(w, body)
	}
}

// wants fails unless err is the fault, and clean.
func wants(t *testing.T, err error, code fault.Code, key string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want %s", key)
	}
	if f := fault.Of(err); f.Key != key || f.Code != code {
		t.Fatalf("%v, want %s (%s)", err, key, code)
	}
	clean(t, err)
}

func clean(t *testing.T, err error) {
	t.Helper()
	told := err.Error() + fmt.Sprintf("%+v", fault.Of(err)) + fmt.Sprint(fault.Of(err).Params)
	for _, secret := range []string{testKey, "platypus", wireWords, testVoice, "127.0.0.1"} {
		if strings.Contains(told, secret) {
			t.Errorf("%q holds %q", told, secret)
		}
	}
}

// socketServer is a service that speaks over a WebSocket. talk runs on the accepted
// socket; when it returns the socket is closed, normally unless talk did it.
func socketServer(t *testing.T, talk func(s *serverSocket)) http.HandlerFunc {
	t.Helper()
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Xi-Api-Key") != testKey || strings.Contains(r.URL.String(), testKey) {
			t.Errorf("the key belongs into the header alone: %v", r.URL)
		}
		w.Header().Set("request-id", "req-socket")
		conn, err := websocket.Accept(w, r, nil)
		if err != nil {
			t.Errorf("accept: %v", err)
			return
		}
		conn.SetReadLimit(1 << 20)
		defer func() { _ = conn.CloseNow() }()
		talk(&serverSocket{t: t, conn: conn, request: r})
		_ = conn.Close(websocket.StatusNormalClosure, "")
	}
}

type serverSocket struct {
	t       *testing.T
	conn    *websocket.Conn
	request *http.Request
}

// read is the next message; ok is false when the client is gone.
func (s *serverSocket) read() (message map[string]any, ok bool) {
	_, text, err := s.conn.Read(context.Background())
	if err != nil {
		return nil, false
	}
	if err := json.Unmarshal(text, &message); err != nil {
		s.t.Errorf("no JSON: %s", text)
	}
	return message, true
}

func (s *serverSocket) send(message any) {
	text, ok := message.(string)
	if !ok {
		b, err := json.Marshal(message)
		if err != nil {
			s.t.Error(err)
		}
		text = string(b)
	}
	_ = s.conn.Write(context.Background(), websocket.MessageText, []byte(text))
}

func (s *serverSocket) close(code int, reason string) {
	_ = s.conn.Close(websocket.StatusCode(code), reason)
}

// within returns what comes, or fails.
func within[T any](t *testing.T, ch <-chan T) T {
	t.Helper()
	select {
	case v := <-ch:
		return v
	case <-time.After(20 * time.Second):
		t.Fatal("nothing came")
		panic("unreachable")
	}
}

// turning turns the clock again and again until the call returns.
func turning(t *testing.T, clock interface{ Advance(time.Duration) }, step time.Duration, call func() error) error {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- call() }()
	for range 100000 {
		select {
		case err := <-done:
			return err
		case <-time.After(time.Millisecond):
			clock.Advance(step)
		}
	}
	return errors.New("the call never returned")
}

// ramp makes samples that tell where they are.
func ramp(n int) []int16 {
	out := make([]int16, n)
	for i := range out {
		out[i] = int16(i*7 + 1)
	}
	return out
}

func testContext(t *testing.T) (context.Context, context.CancelFunc) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	return ctx, cancel
}

package serve_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"syscall"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/testkit"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

func TestPlanHitsTheCallItNames(t *testing.T) {
	var p serve.Plan[string]
	if got := p.Next("/a"); got != "" {
		t.Errorf("without a plan: %q", got)
	}
	p.Fail("/a", 2, "second from now")
	p.Fail("/b", serve.Every, "always")
	p.Fail("/b", 1, "once")
	got := []string{p.Next("/a"), p.Next("/a"), p.Next("/a"), p.Next("/b"), p.Next("/b"), p.Next("/b")}
	want := []string{"", "second from now", "", "once", "always", "always"}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("faults %q, want %q", got, want)
		}
	}
	p.Heal()
	if f := p.Next("/b"); f != "" || p.Count("/b") != 4 {
		t.Errorf("healed: %q after %d calls", f, p.Count("/b"))
	}
}

func TestWaitOnAClockOrUntilCanceled(t *testing.T) {
	clock := testkit.NewClock()
	if err := serve.Wait(t.Context(), clock, 0); err != nil || clock.Waiting() != 0 {
		t.Errorf("no delay: %v, %d waiting", err, clock.Waiting())
	}
	done := make(chan error, 1)
	go func() { done <- serve.Wait(t.Context(), clock, time.Hour) }()
	serve.Until(t, "it waits", func() bool { return clock.Waiting() == 1 })
	clock.Advance(time.Hour)
	if err := <-done; err != nil {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := serve.Wait(ctx, clock, time.Hour); !errors.Is(err, context.Canceled) {
		t.Errorf("canceled: %v", err)
	}
}

func TestWaysToEndBadly(t *testing.T) {
	tests := map[string]struct {
		answer func(w http.ResponseWriter)
		want   error
	}{
		"reset": {serve.Reset, syscall.ECONNRESET},
		"cut": {func(w http.ResponseWriter) {
			_, _ = io.WriteString(w, "half")
			serve.Cut(w)
		}, io.ErrUnexpectedEOF},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { tt.answer(w) }))
			defer server.Close()
			response, err := http.Post(server.URL, "text/plain", nil) // a POST isn't tried again by itself
			if err == nil {
				_, err = io.ReadAll(response.Body)
				response.Body.Close()
			}
			if !errors.Is(err, tt.want) {
				t.Errorf("error %v, want %v", err, tt.want)
			}
		})
	}
}

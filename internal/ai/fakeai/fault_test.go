package fakeai_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/testkit"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

func TestAnswersThatAreErrors(t *testing.T) {
	tests := map[string]struct {
		fault  fakeai.Fault
		status int
		path   string // in the body
		want   any
		header string // Retry-After
	}{
		"401":                   {fakeai.Unauthorized(), 401, "error.code", 401.0, ""},
		"402":                   {fakeai.PaymentRequired(), 402, "error.code", 402.0, ""},
		"403 moderation":        {fakeai.Moderated("a word"), 403, "error.metadata.flagged_input", "a word", ""},
		"403 guardrail":         {fakeai.Guarded(), 403, "error.metadata.patterns.0", "ignore all previous instructions", ""},
		"404 zdr":               {fakeai.PrivacyRestricted("a/b", "zdr"), 404, "error.availability.excluded_by.0", "data_policy:zdr", ""},
		"404 training":          {fakeai.PrivacyRestricted("a/b", "training"), 404, "error.availability.code", "privacy_restricted", ""},
		"404 has no code":       {fakeai.PrivacyRestricted("a/b", "zdr"), 404, "error.code", nil, ""},
		"404 deprecated":        {fakeai.Deprecated("a/b", "a/c"), 404, "error.availability.fallback_models.0", "a/c", ""},
		"400 too long":          {fakeai.InvalidRequest("context_length_exceeded", "x"), 400, "error.metadata.error_type", "context_length_exceeded", ""},
		"408":                   {fakeai.Timeout(), 408, "error.code", 408.0, ""},
		"429":                   {fakeai.RateLimited(0), 429, "error.code", 429.0, ""},
		"429 with a time":       {fakeai.RateLimited(7), 429, "error.message", "Rate limit exceeded", "7"},
		"429 in the other form": {fakeai.CapacityExhausted("a/b", 40), 429, "error.availability.retry_after", 40.0, "40"},
		"500 is masked":         {fakeai.ServerError(), 500, "error.metadata.provider_code", nil, ""},
		"502":                   {fakeai.BadGateway(), 502, "error.metadata.error_type", "provider_unavailable", ""},
		"503":                   {fakeai.Unavailable(3), 503, "error.code", 503.0, "3"},
		"524":                   {fakeai.EdgeTimeout(), 524, "error.code", 524.0, ""},
		"529":                   {fakeai.Overloaded(), 529, "error.code", 529.0, ""},
		"200 with an error":     {fakeai.ErrorInBody(502, "Provider returned error", "provider_unavailable"), 200, "error.code", 502.0, ""},
	}
	s := fakeai.Start(t, fakeai.Options{})
	for name, tt := range tests {
		for _, stream := range []bool{false, true} {
			s.Fail(completions, 1, tt.fault)
			a := ask(t, "POST", s.API()+completions, chatBody(map[string]any{"stream": stream}))
			if a.status != tt.status || at(a.object(t), tt.path) != tt.want || a.header.Get("Retry-After") != tt.header {
				t.Errorf("%s: %d %s, Retry-After %q", name, a.status, a.body, a.header.Get("Retry-After"))
			}
			if a := ask(t, "POST", s.API()+completions, chatBody(nil)); a.status != 200 || at(a.object(t), "choices.0") == nil {
				t.Errorf("after %s: %d %s", name, a.status, a.body)
			}
		}
	}
}

func TestGatewayPage(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	s.Fail("/key", serve.Every, fakeai.HTMLBadGateway())
	a := ask(t, "GET", s.API()+"/key", nil)
	if a.status != 502 || a.header.Get("Content-Type") != "text/html" || !strings.HasPrefix(a.body, "<html>") {
		t.Errorf("%d %s", a.status, a.body)
	}
	s.Heal()
	if a := ask(t, "GET", s.API()+"/key", nil); a.status != 200 {
		t.Errorf("healed: %d", a.status)
	}
}

func TestConnectionsThatBreak(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{Reply: says("one two three four")})
	s.Fail(completions, 1, fakeai.ConnectionReset())
	if a := ask(t, "POST", s.API()+completions, chatBody(nil)); !errors.Is(a.err, syscall.ECONNRESET) && !errors.Is(a.err, io.EOF) {
		t.Errorf("reset: %v", a.err)
	}
	s.Fail(completions, 1, fakeai.Torn(2))
	a := ask(t, "POST", s.API()+completions, chatBody(map[string]any{"stream": true}))
	events, done := a.events(t)
	if !errors.Is(a.err, io.ErrUnexpectedEOF) || said(events) != "one two" || done {
		t.Errorf("torn: %v after %q", a.err, said(events))
	}
}

func TestStreamsThatGoWrong(t *testing.T) {
	errorAfter := func(f fakeai.Fault) fakeai.Fault { f.Comments = 2; return f }
	tests := map[string]struct {
		fault fakeai.Fault
		said  string
		done  bool
		path  string // in the last event
		want  any
	}{
		"error with a number":   {fakeai.MidStreamError(2, 429, "Rate limit exceeded", "rate_limit_exceeded"), "one two", false, "error.code", 429.0},
		"its type":              {fakeai.MidStreamError(2, 429, "Rate limit exceeded", "rate_limit_exceeded"), "one two", false, "error.metadata.error_type", "rate_limit_exceeded"},
		"its finish reason":     {fakeai.MidStreamError(1, 502, "x", ""), "one", false, "choices.0.finish_reason", "error"},
		"error with a string":   {fakeai.MidStreamError(1, "server_error", "x", ""), "one", false, "error.code", "server_error"},
		"error before anything": {errorAfter(fakeai.MidStreamError(0, 500, "x", "server")), "", false, "error.code", 500.0},
		"bare error":            {fakeai.Fault{After: 1, Error: map[string]any{"message": "x"}, Bare: true}, "one", false, "id", nil},
		"truncated":             {fakeai.Truncated(3), "one two three", false, "choices.0.finish_reason", nil},
		"too long":              {fakeai.TooLong(), "one two three four", true, "usage.completion_tokens", 4.0},
		"empty":                 {fakeai.NoTokens(), "", true, "usage.cost", 0.0},
	}
	s := fakeai.Start(t, fakeai.Options{Reply: says("one two three four")})
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s.Fail(completions, 1, tt.fault)
			a := ask(t, "POST", s.API()+completions, chatBody(map[string]any{"stream": true}))
			events, done := a.events(t)
			if a.status != 200 || a.err != nil || said(events) != tt.said || done != tt.done || at(events[len(events)-1], tt.path) != tt.want {
				t.Errorf("%d, %v, said %q, done %v, %s", a.status, a.err, said(events), done, a.body)
			}
		})
	}
}

// TestErrorEventBeginsWithItsID holds a client back that looks for {"error": in front.
func TestErrorEventBeginsWithItsID(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{Reply: says("one two")})
	s.Fail(completions, 1, fakeai.MidStreamError(1, 429, "x", ""))
	a := ask(t, "POST", s.API()+completions, chatBody(map[string]any{"stream": true}))
	lines := strings.Split(strings.TrimSpace(a.body), "\n")
	if last := lines[len(lines)-1]; !strings.HasPrefix(last, `data: {"id":"gen-`) {
		t.Errorf("last line %q", last)
	}
}

func TestKeepAliveComments(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	s.Fail(completions, 1, fakeai.KeepAlive(400))
	a := ask(t, "POST", s.API()+completions, chatBody(map[string]any{"stream": true}))
	_, done := a.events(t)
	if n := strings.Count(a.body, ": OPENROUTER PROCESSING\n\n"); n != 400 || !done || !strings.HasPrefix(a.body, ":") {
		t.Errorf("%d comments, done %v", n, done)
	}
}

func TestRepliesThatGoWrong(t *testing.T) {
	tests := map[string]struct {
		fault fakeai.Fault
		path  string
		want  any
	}{
		"length":           {fakeai.TooLong(), "choices.0.finish_reason", "length"},
		"filter":           {fakeai.Filtered(), "choices.0.finish_reason", "content_filter"},
		"refusal":          {fakeai.Refused(), "choices.0.message.refusal", "I can't help with that."},
		"refusal says nil": {fakeai.Refused(), "choices.0.message.content", nil},
		"nothing":          {fakeai.NoTokens(), "choices.0.finish_reason", nil},
		"reasoning":        {fakeai.Thinking("hm"), "choices.0.message.reasoning", "hm"},
		"wrong shape":      {fakeai.WrongShape(), "choices.0.message.content", `{"unexpected": true}`},
	}
	s := fakeai.Start(t, fakeai.Options{})
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s.Fail(completions, 1, tt.fault)
			a := ask(t, "POST", s.API()+completions, chatBody(nil))
			if got := at(a.object(t), tt.path); a.status != 200 || got != tt.want {
				t.Errorf("%v in %s", got, a.body)
			}
		})
	}
}

func TestDelaysRunOnTheClock(t *testing.T) {
	clock := testkit.NewClock()
	s := fakeai.Start(t, fakeai.Options{Clock: clock, Reply: says("one two"), Delays: fakeai.Delays{FirstToken: 350 * time.Millisecond, TokensPerSecond: 50}})
	got := make(chan answer, 1)
	go func() { got <- ask(t, "POST", s.API()+completions, chatBody(map[string]any{"stream": true})) }()
	serve.Until(t, "it waits", func() bool { return clock.Waiting() == 1 })
	clock.Advance(350 * time.Millisecond)
	serve.Until(t, "it waits", func() bool { return clock.Waiting() == 1 })
	clock.Advance(20 * time.Millisecond)
	if _, done := (<-got).events(t); !done {
		t.Error("not done")
	}
}

func TestHangingCallsAreAbandoned(t *testing.T) {
	for name, f := range map[string]fakeai.Fault{"silent": fakeai.NeverAnswers(), "stalled": fakeai.Stalled(1)} {
		s := fakeai.Start(t, fakeai.Options{})
		s.Fail(completions, 1, f)
		ctx, cancel := context.WithCancel(t.Context())
		r, _ := http.NewRequestWithContext(ctx, "POST", s.API()+completions, strings.NewReader(`{"model":"acme/interviewer","stream":true,"messages":[{"role":"user","content":"x"}]}`))
		r.Header.Set("Authorization", "Bearer "+fakeai.Key)
		go func() {
			serve.Until(t, "the call came in", func() bool { return len(s.Calls(completions)) == 1 })
			cancel()
		}()
		if response, err := http.DefaultClient.Do(r); err == nil {
			_, err = io.ReadAll(response.Body)
			response.Body.Close()
			if !errors.Is(err, context.Canceled) {
				t.Errorf("%s: %v", name, err)
			}
		}
		serve.Until(t, "the call is abandoned", func() bool { c := s.Calls(completions); return len(c) == 1 && c[0].Abandoned && !c[0].Ended })
	}
}

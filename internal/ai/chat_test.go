package ai

import (
	"context"
	"errors"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestAnAnswerComesPieceByPiece(t *testing.T) {
	s := serve(t, stream(": OPENROUTER PROCESSING\n\n"+strings.Repeat(": OPENROUTER PROCESSING\n\n", 400)+
		says("Thank ")+`data: {"choices":[{"delta":{"content":null,"reasoning":"hm"}}]}`+"\n\n"+says("you.")+
		`data: {"choices":[{"delta":{},"finish_reason":"stop"}]}`+"\n\n"+
		`data: {"choices":[],"provider":"P","usage":{"prompt_tokens":7,"completion_tokens":3,"cost":0.0021,"completion_tokens_details":{"reasoning_tokens":1}}}`+"\n\ndata: [DONE]\n\n"))
	c, _ := client(t, s, Options{OpenRouter: true, Key: " sk-or-1\n"})
	var pieces []string
	got, err := c.Chat(t.Context(), ask(), func(w string) { pieces = append(pieces, w) })
	if err != nil || got.Text != "Thank you." || len(pieces) != 2 || got.Model != "m/one" || got.Provider != "P" {
		t.Fatalf("%+v %q, %v", got, pieces, err)
	}
	if u := got.Usage; u.PromptTokens != 7 || u.CompletionTokens != 3 || u.ReasoningTokens != 1 || u.CostUSD == nil || *u.CostUSD != 0.0021 {
		t.Errorf("usage %+v", u)
	}
	if a := s.headers[0].Get("Authorization"); a != "Bearer sk-or-1" {
		t.Errorf("authorization %q", a)
	}
	for _, name := range []string{"HTTP-Referer", "X-Title", "X-OpenRouter-Title"} {
		if s.headers[0].Get(name) != "" {
			t.Errorf("%s was sent: usage would be public", name)
		}
	}
}

func TestWhatTheLibraryCanNotSayIsSaid(t *testing.T) {
	s := serve(t, stream(says("Yes.")+finish))
	for name, tt := range map[string]struct {
		o    Options
		r    Request
		want map[string]any
	}{
		"a router": {Options{OpenRouter: true}, ask(), map[string]any{
			"provider": map[string]any{"data_collection": "deny"}, "reasoning": map[string]any{"effort": "none", "exclude": true},
		}},
		"nothing kept, must think": {
			Options{OpenRouter: true, Privacy: Privacy{ZeroRetention: true}}, Request{Model: "o1-mini", MustThink: true},
			map[string]any{"provider": map[string]any{"data_collection": "deny", "zdr": true}, "reasoning": map[string]any{"effort": "minimal", "exclude": true}},
		},
		"training allowed, may think": {
			Options{OpenRouter: true, Privacy: Privacy{AllowTraining: true}}, Request{Model: "o1-mini", Think: true},
			map[string]any{"provider": map[string]any{"data_collection": "allow"}, "reasoning": nil},
		},
		"another server": {Options{}, ask(), map[string]any{"provider": nil, "reasoning": nil}},
	} {
		c, _ := client(t, s, tt.o)
		if _, err := c.Chat(t.Context(), tt.r, nil); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		body := s.bodies[len(s.bodies)-1]
		tt.want["model"], tt.want["temperature"] = "o1-mini", float64(0)
		for key, want := range tt.want {
			if got := body[key]; asText(got) != asText(want) {
				t.Errorf("%s: %s is %v, not %v", name, key, got, want)
			}
		}
	}
}

func TestEveryRefusalHasItsCause(t *testing.T) {
	const kind = "application/json"
	for name, tt := range map[string]struct {
		reply http.HandlerFunc
		key   string
		calls int // tries
	}{
		"no key":                 {status(401, kind, `{"error":{"code":401,"message":"Missing Authentication header"}}`), "ai.invalidKey", 1},
		"no credit":              {status(402, kind, `{"error":{"code":402,"message":"Insufficient credits"}}`), "ai.noCredit", 1},
		"moderation":             {status(403, kind, `{"error":{"code":403,"message":"x","metadata":{"reasons":["y"]}}}`), "ai.contentRefused", 1},
		"privacy":                {status(404, kind, `{"error":{"message":"x","error_type":"not_found","http_status":404,"availability":{"code":"privacy_restricted","retryable":false,"excluded_by":["data_policy:training"]}}}`), "ai.privacyRestricted", 1},
		"no such model":          {status(404, kind, `{"error":{"message":"model 'x' not found","type":"api_error"}}`), "ai.modelMissing", 1},
		"unknown model":          {status(400, kind, `{"error":{"message":"x","error_type":"invalid_request","http_status":400,"availability":{"code":"model_not_found","retryable":false}}}`), "ai.modelMissing", 1},
		"not here":               {status(403, kind, `{"error":{"message":"x","error_type":"permission_denied","http_status":403,"availability":{"code":"region_restricted","retryable":false}}}`), "ai.regionRestricted", 1},
		"down for now":           {status(503, kind, `{"error":{"message":"x","error_type":"provider_overloaded","http_status":503,"availability":{"code":"temporarily_unavailable","retryable":true}}}`), "ai.busy", 3},
		"full":                   {status(429, kind, `{"error":{"message":"x","error_type":"rate_limit_exceeded","http_status":429,"availability":{"code":"capacity_exhausted","retryable":true}}}`), "ai.rateLimited", 3},
		"gone, but not for long": {status(404, kind, `{"error":{"message":"x","error_type":"not_found","http_status":404,"availability":{"code":"no_endpoints","retryable":true}}}`), "ai.busy", 3},
		"a bare string":          {status(404, kind, `{"error":"model x not found"}`), "ai.modelMissing", 1},
		"too long":               {status(400, kind, `{"error":{"code":400,"message":"x","metadata":{"error_type":"context_length_exceeded"}}}`), "ai.tooLong", 1},
		"refused":                {status(422, kind, `{"detail":[{"loc":["body"],"msg":"x"}]}`), "ai.requestRefused", 1},
		"too often":              {status(429, kind, `{"error":{"code":429,"message":"x"}}`), "ai.rateLimited", 3},
		"a proxy":                {status(502, "text/html", "<html>Bad gateway</html>"), "ai.busy", 3},
		"overloaded":             {status(529, kind, `{"error":{"code":529,"message":"x"}}`), "ai.busy", 3},
		"200 with an error":      {status(200, kind, `{"error":{"code":402,"message":"x"}}`), "ai.noCredit", 1},
		"200 with a page":        {status(200, "text/html", "<html>Please log in</html>"), "ai.badReply", 1},
		"an event first":         {stream(`data: {"error":{"code":"insufficient_quota","message":"x"}}` + "\n\n"), "ai.noCredit", 1},
		"an error, id first": {stream(`data: {"id":"gen-1","object":"chat.completion.chunk","choices":[{"delta":{"content":""},"finish_reason":"error"}],"error":{"code":429,"message":"x"}}` + "\n\n"),
			"ai.rateLimited", 3},
		"an error in words":    {stream(": c\n\n" + `data: {"id":"g","error":{"code":"server_error","message":"x"},"choices":[]}` + "\n\n"), "ai.busy", 3},
		"in the choice":        {stream(`data: {"choices":[{"error":{"code":502,"message":"x"},"delta":{}}]}` + "\n\n"), "ai.busy", 3},
		"reason error only":    {stream(`data: {"choices":[{"delta":{},"finish_reason":"error"}]}` + "\n\n"), "ai.busy", 3},
		"no JSON":              {stream("data: {broken\n\n"), "ai.badReply", 1},
		"nothing":              {stream(finish), "ai.badReply", 1},
		"an event without end": {stream("data: " + strings.Repeat("x", longestEvent+1)), "ai.cutOff", 1},
		"cut off":              {stream(says("So")), "ai.cutOff", 1},
		"too long an answer": {stream(says("So") + `data: {"choices":[{"delta":{},"finish_reason":"length"}]}` + "\n\ndata: [DONE]\n\n"),
			"ai.answerTooLong", 1},
		"refusal": {stream(`data: {"choices":[{"delta":{"refusal":"I can't"},"finish_reason":"stop"}]}` + "\n\ndata: [DONE]\n\n"), "ai.contentRefused", 1},
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t, tt.reply)
			c, clk := client(t, s, Options{OpenRouter: true, Patience: 1 << 62})
			defer rush(t.Context(), clk)()
			_, err := c.Chat(t.Context(), ask(), nil)
			if fault.Of(err).Key != tt.key || s.calls() != tt.calls {
				t.Errorf("%v after %d calls, not %s after %d", err, s.calls(), tt.key, tt.calls)
			}
		})
	}
}

func TestALimitThatPasses(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "7")
		status(429, "application/json", `{"error":{"code":429,"message":"x"}}`)(w, r)
	}, stream(says("Yes.")+finish))
	c, clk := client(t, s, Options{Patience: time.Hour})
	done := make(chan error, 1)
	go func() {
		_, err := c.Chat(t.Context(), ask(), nil)
		done <- err
	}()
	for s.calls() < 1 || clk.Waiting() < 2 { // the watch over the first try, and the wait
		runtime.Gosched()
	}
	clk.Advance(6 * time.Second)
	if s.calls() != 1 {
		t.Error("it came back before it was asked to")
	}
	clk.Advance(time.Second)
	if err := <-done; err != nil || s.calls() != 2 {
		t.Errorf("%v after %d calls", err, s.calls())
	}
}

func TestALongWaitIsLeftToThePerson(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "3600")
		status(429, "application/json", `{"error":{"code":429,"message":"x"}}`)(w, r)
	})
	c, _ := client(t, s, Options{})
	_, err := c.Chat(t.Context(), ask(), nil)
	if f := fault.Of(err); f.RetryAfter != time.Hour || s.calls() != 1 {
		t.Errorf("%v after %d calls", err, s.calls())
	}
}

func TestWordsThatWereHeardAreNotAskedForAgain(t *testing.T) {
	s := serve(t, stream(says("I would")+`data: {"choices":[],"error":{"code":502,"message":"x"}}`+"\n\n"))
	c, _ := client(t, s, Options{})
	heard := ""
	got, err := c.Chat(t.Context(), ask(), func(w string) { heard += w })
	if fault.Of(err).Key != "ai.busy" || s.calls() != 1 || heard != "I would" || got.Text != heard {
		t.Errorf("%q %v after %d calls", heard, err, s.calls())
	}
}

func TestSilenceIsNotWaitedOutForEver(t *testing.T) {
	heard := make(chan struct{})
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		stream(says("So"))(w, r)
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
	})
	c, clk := client(t, s, Options{})
	done := make(chan error, 1)
	go func() {
		_, err := c.Chat(t.Context(), ask(), func(string) { close(heard) })
		done <- err
	}()
	<-heard
	for {
		select {
		case err := <-done:
			if fault.Of(err).Key != "ai.stalled" {
				t.Errorf("%v", err)
			}
			return
		default:
			clk.Advance(defaultPatience)
		}
	}
}

func TestAStopIsAtOnceAndNoFault(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		stream(says("So"))(w, r)
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
	})
	c, _ := client(t, s, Options{})
	ctx, stop := context.WithCancel(t.Context())
	_, err := c.Chat(ctx, ask(), func(string) { stop() })
	if !errors.Is(err, context.Canceled) || !fault.Has(err, fault.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestNobodyThere(t *testing.T) {
	s := serve(t, stream(finish))
	c, clk := client(t, s, Options{Key: "sk-secret", Patience: 1 << 62})
	s.Close()
	defer rush(t.Context(), clk)()
	_, err := c.Chat(t.Context(), ask(), nil)
	if !fault.Has(err, fault.Offline) || strings.Contains(err.Error(), "127.0.0.1") || strings.Contains(err.Error(), "sk-") {
		t.Errorf("%v", err)
	}
}

func TestAServerThatDoesNotStream(t *testing.T) {
	s := serve(t, status(200, "application/json; charset=utf-8", `{"model":"local",
		"choices":[{"message":{"content":"<think>\nlet me see</think>\n\nYes."},"finish_reason":"stop"}]}`))
	c, _ := client(t, s, Options{})
	got, err := c.Chat(t.Context(), ask(), nil)
	if err != nil || got.Text != "Yes." || got.Model != "local" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestThoughtsAreNotHeard(t *testing.T) {
	for in, want := range map[string]string{
		"Yes.":                      "Yes.",
		"<think>no</think>Yes.":     "Yes.",
		"\n<think>no</think>\nYes.": "Yes.",
		"<thin air>":                "<thin air>",
		"<think>never ends":         "",
		"<":                         "<",
		"I <think> so":              "I <think> so",
	} {
		var th thinking
		got := ""
		for _, r := range in { // each letter alone
			got += th.without(string(r))
		}
		if got += th.rest(); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

func TestAddressesAndKeysAsPeopleTypeThem(t *testing.T) {
	for typed, want := range map[string]string{
		"localhost:11434":                           "http://localhost:11434/v1",
		" https://api.example.org/v1/ ":             "https://api.example.org/v1",
		"http://127.0.0.1:8080/v1/chat/completions": "http://127.0.0.1:8080/v1",
		"https://example.org/openai?x=1#y":          "https://example.org/openai",
		"":                                          "",
		"ftp://example.org":                         "",
		"https://me:pw@example.org":                 "",
		"http://":                                   "",
	} {
		c, err := New(Options{BaseURL: typed})
		if want == "" {
			if f := fault.Of(err); f == nil || f.Key != "ai.badAddress" || f.Field != "baseUrl" {
				t.Errorf("%q: %v", typed, err)
			}
			continue
		}
		if err != nil || c.base != want {
			t.Errorf("%q: %v", typed, err)
		}
	}
	for _, key := range []string{"sk-1\nsk-2", "sk ü", "a b", "a\x00b"} {
		if _, err := New(Options{BaseURL: OpenRouterURL, Key: key}); fault.Of(err).Key != "ai.badKey" || strings.Contains(err.Error(), key) {
			t.Errorf("%q: %v", key, err)
		}
	}
}

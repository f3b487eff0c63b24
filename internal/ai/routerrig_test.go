package ai_test

import (
	"context"
	"encoding/json"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/ai"
	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/interview/advice"
	"github.com/jobjourney/jobjourney/internal/interview/followup"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

const (
	completions = "/chat/completions"
	// forever is patience that no turning of the clock uses up.
	forever = time.Duration(1 << 62)
)

const told = "In March our ward had two nurses too few, so I drew up a new rota with the night team. " +
	"I asked everyone which shifts they could swap, and tried it for two weeks. In the end nobody worked more than five nights."

// router is a fake OpenRouter that nobody may tell which app it is.
func router(t *testing.T, o fakeai.Options) *fakeai.Server {
	t.Helper()
	s := fakeai.Start(t, o)
	t.Cleanup(func() {
		if names := s.Attributed(); len(names) > 0 {
			t.Errorf("%v were sent: usage would be public", names)
		}
	})
	return s
}

// reach makes a client of a base URL; its clock is turned by hand.
func reach(t *testing.T, o ai.Options) (*ai.Client, *testkit.Clock) {
	t.Helper()
	clk := testkit.NewClock()
	web := ai.NewHTTP()
	t.Cleanup(web.CloseIdleConnections)
	o.HTTP, o.Clock = web, clk
	c, err := ai.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return c, clk
}

// patient is a client of a fake OpenRouter that never gives up waiting.
func patient(t *testing.T, s *fakeai.Server, p ai.Privacy) (*ai.Client, *testkit.Clock) {
	t.Helper()
	return reach(t, ai.Options{BaseURL: s.API(), Key: fakeai.Key, OpenRouter: true, Privacy: p, Patience: forever})
}

// hurry turns the clock on whenever somebody waits, until the function given back is called.
func hurry(ctx context.Context, clk *testkit.Clock) context.CancelFunc {
	ctx, stop := context.WithCancel(ctx)
	go func() {
		for ctx.Err() == nil {
			clk.Advance(5 * time.Second)
			runtime.Gosched() // for those who wait to go on
		}
	}()
	return stop
}

func coaches(s *fakeai.Server) ai.Coaches {
	return ai.Coaches{HTTP: http.DefaultClient, Clock: testkit.NewClock(), OpenRouterURL: s.API()}
}

func account(key string) provider.Access { return provider.Access{Kind: provider.OpenRouter, Key: key} }

func question(model string) ai.Request {
	return ai.Request{Model: model, Messages: []ai.Message{{Role: ai.User, Text: "Ask me something."}}}
}

func answer() scoring.Answer {
	return scoring.Answer{Question: "Tell me about a plan.", Tests: "Planning", Language: "en", Words: strings.Fields(told)}
}

func rate(ctx context.Context, c *ai.Coach, runs int) scoring.Score {
	return scoring.Rate(ctx, c, answer(), scoring.Options{Runs: runs, At: time.Unix(0, 0), Compose: ai.Compose})
}

func followUp() followup.Task {
	return followup.Task{Interviewer: "Mara", Manner: "You are warm.", Language: "en", Question: "Tell me about a plan.", Answer: told, Aim: "Find out what came of it."}
}

func adviceTask() advice.Task {
	return advice.Task{Language: "en", Question: "Tell me about a plan.", Answer: told, Facts: []advice.Fact{{ID: "f7", Text: "Led a team of nurses."}}}
}

// bodies are what was sent to a model, decoded.
func bodies(t *testing.T, calls []fakeai.Call) []map[string]any {
	t.Helper()
	out := make([]map[string]any, len(calls))
	for i, c := range calls {
		if err := json.Unmarshal(c.Body, &out[i]); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// routing is a field of a request's wishes for providers.
func routing(body map[string]any, field string) any {
	wishes, _ := body["provider"].(map[string]any)
	return wishes[field]
}

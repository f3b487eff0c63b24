package ai

import (
	"net/http"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

func TestAServerIsReachedByItsAddressAndOpenRouterByItsOwn(t *testing.T) {
	s := serve(t,
		status(200, "application/json", `{"data":{"label":"mine","limit_remaining":2}}`),
		status(200, "application/json", `{"data":[{"id":"m","pricing":{"prompt":"0.000001","completion":"0.000002"},"supported_parameters":["structured_outputs"]},{"id":"openai/whisper-1"}]}`),
		stream(says("ready")+finish),
		status(200, "application/json", `{"data":[]}`),
	)
	p := Coaches{HTTP: s.Client(), Clock: testkit.NewClock(), OpenRouterURL: s.URL}
	router := provider.Access{Kind: provider.OpenRouter, Key: "k", Privacy: provider.Privacy{ZeroRetention: true}}
	if a, err := p.Check(t.Context(), router); err != nil || a.Label != "mine" || *a.LeftUSD != 2 {
		t.Errorf("%+v, %v", a, err)
	}
	got, err := p.Models(t.Context(), router, provider.Coach)
	if err != nil || len(got) != 1 || *got[0].PromptUSD != 1 || *got[0].AnswerUSD != 2 || !got[0].Structured {
		t.Errorf("%+v, %v", got, err)
	}
	if err := p.Try(t.Context(), router, provider.Coach, provider.Choice{Model: "m"}); err != nil || !strings.Contains(asText(s.bodies[2]["provider"]), `"zdr":true`) {
		t.Errorf("%v, %v", s.bodies[2], err)
	}
	if _, err := p.Check(t.Context(), provider.Access{Kind: provider.Server, BaseURL: s.URL}); err != nil || s.headers[3].Get("Authorization") != "Bearer local" {
		t.Errorf("%v, %v", s.headers[3], err)
	}
	if _, err := p.Check(t.Context(), provider.Access{Kind: provider.Server, BaseURL: "no address"}); fault.Of(err).Key != "ai.badAddress" {
		t.Errorf("%v", err)
	}
	if c, err := p.Coach(router, provider.Choice{Model: "m"}, nil); err != nil || c == nil {
		t.Errorf("%v", err)
	}
}

func TestAKeyGoesToNoOtherHost(t *testing.T) {
	elsewhere := serve(t, status(200, "application/json", `{"data":[]}`))
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, elsewhere.URL, http.StatusTemporaryRedirect)
	})
	p := Coaches{HTTP: NewHTTP(), Clock: testkit.NewClock()}
	c, err := p.client(provider.Access{Kind: provider.Server, BaseURL: s.URL, Key: "k"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Models(t.Context(), ""); fault.Of(err).Key != "ai.badReply" || elsewhere.calls() != 0 {
		t.Errorf("%v, %d calls elsewhere", err, elsewhere.calls())
	}
}

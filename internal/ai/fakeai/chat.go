package fakeai

import (
	"encoding/json"
	"regexp"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// chat is POST /chat/completions.
func (s *Server) chat(x *visit) {
	q, err := parse(x.call.Body, checkBody)
	if err != nil {
		invalid(x.w, err.Error())
		return
	}
	if q.strict() && !s.options.LaxSchemas {
		var schema any
		_ = json.Unmarshal(q.Schema, &schema) // it was JSON a moment ago
		if err := checkStrict("schema", schema); err != nil {
			invalid(x.w, err.Error())
			return
		}
	}
	if s.broke(x) {
		return
	}
	m, reason := s.choose(q.Body)
	if reason != nil {
		serve.JSON(x.w, reason.status, reason.body(wished(q.Body)[0]))
		return
	}
	if off(q.Body) && m.Mandatory {
		invalid(x.w, "reasoning is mandatory for this endpoint and cannot be disabled")
		return
	}
	q.Model, q.Call, q.Enforced = m.slug(), s.plan.Count(x.call.Path), q.Schema != nil && m.structured()
	g := s.generate(x, q, m)
	if q.Stream {
		g.stream(x)
	} else {
		g.whole(x)
	}
	if x.fault.Error == nil { // what breaks off isn't charged
		s.charge(x, g.cost())
	}
}

// generate asks the script and bends its reply as the fault wants.
func (s *Server) generate(x *visit, q Request, m Model) *generation {
	g := &generation{
		id: x.w.Header().Get("X-Generation-Id"), model: q.Model, dialect: openRouter,
		delays: s.options.Delays, clock: s.options.Clock, created: s.options.Clock.Now().Unix(),
		promptTokens: promptTokens(q), promptPrice: price(m.Prompt), completionPrice: price(m.Completion),
	}
	r := bend(s.options.Reply(q), x.fault)
	if m.Reasons && r.Reasoning == "" && !off(q.Body) {
		r.Reasoning = "The candidate said something; let me think about what matters."
	}
	g.hidden = excluded(q.Body)
	g.set(r, q.MaxTokens, x.fault)
	return g
}

// bend puts what a fault wants said in place of the reply.
func bend(r Reply, f Fault) Reply {
	if f.Text != nil {
		r.Text = *f.Text
	}
	if f.Reasoning != "" {
		r.Reasoning = f.Reasoning
	}
	if f.Refusal != "" {
		r.Refusal, r.Text = f.Refusal, ""
	}
	if f.Finish != "" {
		r.Finish = f.Finish
	}
	if f.Empty {
		r = Reply{}
	}
	return r
}

// off says that the client wants no reasoning.
func off(b map[string]any) bool {
	reasoning, _ := b["reasoning"].(map[string]any)
	return reasoning["effort"] == "none" || reasoning["enabled"] == false || b["reasoning_effort"] == "none"
}

// excluded says that the client doesn't want to see the reasoning.
func excluded(b map[string]any) bool {
	reasoning, _ := b["reasoning"].(map[string]any)
	return reasoning["exclude"] == true
}

var token = regexp.MustCompile(`\s*\S+\s*$|\s*\S+`)

// tokens cuts a text into what stands in for tokens: words with the space before them.
func tokens(text string) []string { return token.FindAllString(text, -1) }

// promptTokens estimates a prompt's tokens by its letters, four each.
func promptTokens(q Request) int {
	letters := len(q.Schema)
	for _, m := range q.Messages {
		letters += len(m.Text)
	}
	return letters/4 + len(q.Messages)
}

package fakeai

import (
	"net/http"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// generation is one reply on its way out.
type generation struct {
	id, model        string
	created          int64
	dialect          dialect
	delays           Delays
	clock            clock.Clock
	reply            Reply
	thoughts, tokens []string
	hidden           bool // thoughts are counted and paid for, but not shown
	promptTokens     int

	promptPrice, completionPrice float64 // USD per token
}

// dialect is what differs between servers that speak OpenAI's chat.
type dialect struct {
	reasoning string // name of the field thoughts come in
	noID      bool
	// nullContent sends null where others send an empty text.
	nullContent bool
	usage       string // "always", "asked" (stream_options.include_usage) or "never"
	router      bool   // has provider, native_finish_reason and cost
}

var openRouter = dialect{reasoning: "reasoning", usage: "always", router: true}

// set takes the reply over, shortened to the limit of tokens, of which thoughts are some.
func (g *generation) set(r Reply, most int, f Fault) {
	g.thoughts, g.tokens = tokens(r.Reasoning), tokens(r.Text)
	if r.Finish == "" && !f.Empty {
		r.Finish = "stop"
	}
	if most > 0 && len(g.thoughts)+len(g.tokens) > most {
		g.thoughts = g.thoughts[:min(len(g.thoughts), most)]
		g.tokens = g.tokens[:min(len(g.tokens), most-len(g.thoughts))]
		r.Finish = "length"
	}
	g.reply = r
}

func (g *generation) text() (text string) {
	for _, t := range g.tokens {
		text += t
	}
	return text
}

func (g *generation) completionTokens() int { return len(g.tokens) + len(g.thoughts) }

// cost is what the reply costs, in USD. A reply without tokens is free.
func (g *generation) cost() float64 {
	if g.completionTokens() == 0 {
		return 0
	}
	return float64(g.promptTokens)*g.promptPrice + float64(g.completionTokens())*g.completionPrice
}

// whole answers a request without stream.
func (g *generation) whole(x *visit) {
	wait := g.firstToken(x.fault) + g.perToken(x.fault)*time.Duration(g.completionTokens())
	if serve.Wait(x.r.Context(), g.clock, wait) != nil {
		return
	}
	message := fields{"role": "assistant", "content": g.text(), "refusal": nil}
	if len(g.tokens) == 0 {
		message["content"] = nil
	}
	if g.reply.Refusal != "" {
		message["refusal"] = g.reply.Refusal
	}
	if g.reply.Reasoning != "" && !g.hidden {
		message[g.dialect.reasoning] = g.reply.Reasoning
	}
	choice := fields{"index": 0, "message": message, "finish_reason": g.finish(), "logprobs": nil}
	out := g.envelope("chat.completion")
	if g.dialect.router {
		choice["native_finish_reason"] = g.finish()
		out["system_fingerprint"] = nil
	}
	out["choices"] = []fields{choice}
	if g.dialect.usage != "never" {
		out["usage"] = g.usage()
	}
	serve.JSON(x.w, http.StatusOK, out)
}

// finish is the finish reason, null where there is none.
func (g *generation) finish() any {
	if g.reply.Finish == "" {
		return nil
	}
	return g.reply.Finish
}

// envelope are the fields around every answer and every chunk.
func (g *generation) envelope(object string) fields {
	out := fields{"object": object, "created": g.created, "model": g.model}
	if !g.dialect.noID {
		out["id"] = g.id
	}
	if g.dialect.router {
		out["provider"] = "Acme"
	}
	return out
}

func (g *generation) usage() fields {
	u := fields{
		"prompt_tokens": g.promptTokens, "completion_tokens": g.completionTokens(),
		"total_tokens": g.promptTokens + g.completionTokens(),
	}
	if !g.dialect.router {
		return u
	}
	u["cost"], u["is_byok"] = g.cost(), false
	u["cost_details"] = fields{
		"upstream_inference_cost":             nil,
		"upstream_inference_prompt_cost":      float64(g.promptTokens) * g.promptPrice,
		"upstream_inference_completions_cost": float64(g.completionTokens()) * g.completionPrice,
	}
	u["prompt_tokens_details"] = fields{"cached_tokens": 0, "cache_write_tokens": 0, "audio_tokens": 0, "video_tokens": 0}
	u["completion_tokens_details"] = fields{"reasoning_tokens": len(g.thoughts), "audio_tokens": 0}
	return u
}

package fakeai

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// comment keeps a stream alive while the model is silent.
const comment = ": OPENROUTER PROCESSING\n\n"

func (g *generation) firstToken(f Fault) time.Duration {
	if f.FirstToken > 0 {
		return f.FirstToken
	}
	return g.delays.FirstToken
}

// perToken is the pause before each token after the first.
func (g *generation) perToken(f Fault) time.Duration {
	speed := g.delays.TokensPerSecond
	if f.TokensPerSecond > 0 {
		speed = f.TokensPerSecond
	}
	if speed <= 0 {
		return 0
	}
	return time.Duration(float64(time.Second) / speed)
}

// event writes one server-sent event.
func event(w http.ResponseWriter, value any) {
	b, _ := json.Marshal(value) // maps of our own
	_, _ = fmt.Fprintf(w, "data: %s\n\n", b)
	serve.Flush(w)
}

// delta is a chunk with one choice.
func (g *generation) delta(content fields, finish any) fields {
	out := g.envelope("chat.completion.chunk")
	choice := fields{"index": 0, "delta": content, "finish_reason": finish, "logprobs": nil}
	if g.dialect.router {
		choice["native_finish_reason"] = finish
	}
	out["choices"] = []fields{choice}
	return out
}

// stream answers with server-sent events.
func (g *generation) stream(x *visit) {
	x.w.Header().Set("Content-Type", "text/event-stream")
	x.w.Header().Set("Cache-Control", "no-cache")
	x.w.WriteHeader(http.StatusOK)
	for range x.fault.Comments {
		_, _ = fmt.Fprint(x.w, comment)
	}
	serve.Flush(x.w)
	if serve.Wait(x.r.Context(), g.clock, g.firstToken(x.fault)) != nil {
		return
	}
	if done := g.speak(x); !done {
		return
	}
	event(x.w, g.delta(fields{}, g.finish()))
	if g.dialect.usage == "always" || g.dialect.usage == "asked" && wantsUsage(x.call.Body) {
		out := g.envelope("chat.completion.chunk")
		out["choices"], out["usage"] = []fields{}, g.usage()
		event(x.w, out)
	}
	_, _ = fmt.Fprint(x.w, "data: [DONE]\n\n")
}

// speak sends thoughts, then tokens, and says whether the stream goes on to its proper end.
func (g *generation) speak(x *visit) bool {
	if g.broken(x, 0) {
		return false
	}
	event(x.w, g.delta(fields{"role": "assistant", "content": g.nothing()}, nil))
	pause := g.perToken(x.fault)
	for _, t := range g.thoughts {
		if !g.hidden {
			event(x.w, g.delta(fields{"content": g.nothing(), g.dialect.reasoning: t}, nil))
		}
		if serve.Wait(x.r.Context(), g.clock, pause) != nil {
			return false
		}
	}
	if g.reply.Refusal != "" {
		event(x.w, g.delta(fields{"refusal": g.reply.Refusal}, nil))
	}
	for i, t := range g.tokens {
		if i > 0 && (g.broken(x, i) || serve.Wait(x.r.Context(), g.clock, pause) != nil) {
			return false
		}
		event(x.w, g.delta(fields{"content": t}, nil))
	}
	return !g.broken(x, max(len(g.tokens), x.fault.After))
}

// nothing is the content of a chunk without any.
func (g *generation) nothing() any {
	if g.dialect.nullContent {
		return nil
	}
	return ""
}

// broken acts out a fault that is due after n tokens, and says whether it ended the stream.
func (g *generation) broken(x *visit, n int) bool {
	f := x.fault
	if n != f.After {
		return false
	}
	switch {
	case f.Error != nil:
		g.breakOff(x)
	case f.Cut:
		serve.Cut(x.w)
	case f.Stall:
		<-x.r.Context().Done()
	case !f.Truncate:
		return false
	}
	return true
}

// breakOff sends the error event: beside id and choices, after which nothing comes.
func (g *generation) breakOff(x *visit) {
	if x.fault.Bare {
		event(x.w, fields{"error": x.fault.Error})
		return
	}
	out := g.delta(fields{"content": ""}, "error")
	delete(out["choices"].([]fields)[0], "logprobs")
	out["error"] = x.fault.Error
	_, _ = fmt.Fprintf(x.w, "data: %s\n\n", idFirst(out))
	serve.Flush(x.w)
}

// idFirst writes an object with its id in front and the error in the middle, as
// OpenRouter does: clients that look for {"error": at the beginning miss it.
func idFirst(o fields) string {
	text := "{"
	for i, name := range []string{"id", "object", "created", "model", "provider", "error", "choices"} {
		if i > 0 {
			text += ","
		}
		b, _ := json.Marshal(o[name]) // maps of our own
		text += fmt.Sprintf("%q:%s", name, b)
	}
	return text + "}"
}

// wantsUsage reads stream_options.include_usage.
func wantsUsage(b []byte) bool {
	var in struct {
		Options struct {
			Usage bool `json:"include_usage"`
		} `json:"stream_options"`
	}
	return json.Unmarshal(b, &in) == nil && in.Options.Usage
}

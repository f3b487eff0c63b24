package fakeai

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// Brand is a local server whose chat is imitated.
type Brand string

// The brands.
const (
	Ollama   Brand = "ollama"
	LlamaCpp Brand = "llama.cpp"
	LMStudio Brand = "lmstudio"
)

// Quirks are what compatible servers leave out or put in.
type Quirks struct {
	// NoUsage and NoID leave the fields out; NullContent sends content:null in the first
	// chunk, where others send an empty text.
	NoUsage, NoID, NullContent bool
	// Think puts the thoughts of a reply into its text, between <think> tags.
	Think bool
	// Reasoner refuses what the reasoning models at OpenAI's own address refuse: max_tokens,
	// and every temperature but 1. Source: OpenAI's reference of chat completions (max_tokens
	// is deprecated and doesn't go with them), and the bodies of such refusals in public
	// threads of 2025 and 2026, which agree to the letter.
	Reasoner bool
}

// Local is the chat of a local server: POST /v1/chat/completions, without a key. It is an
// http.Handler.
type Local struct {
	// URL is the server's address without a path; set by StartLocal.
	URL string

	server *Server // its script, faults and records
	brand  Brand
	quirks Quirks
}

// NewLocal makes the chat of a local server that isn't listening yet. Models have to be
// known by their ids but for llama.cpp, which ignores the name.
func NewLocal(brand Brand, o Options, quirks Quirks) *Local {
	if o.Models == nil {
		o.Models = []Model{{ID: LocalModel, Name: LocalModel, Output: []string{"text"}, Parameters: with("response_format", "structured_outputs")}}
	}
	return &Local{server: New(o), brand: brand, quirks: quirks}
}

// LocalModel is the model local servers have unless Options name others.
const LocalModel = "acme-8b"

// StartLocal runs the chat alone on loopback until the test ends; package fakespeech has
// the servers around it.
func StartLocal(tb testing.TB, brand Brand, o Options, quirks Quirks) *Local {
	tb.Helper()
	l := NewLocal(brand, o, quirks)
	listening := httptest.NewServer(l)
	tb.Cleanup(listening.Close)
	l.URL = listening.URL
	return l
}

// Fail plans a fault for one call: 1 is the next, serve.Every all of them.
func (l *Local) Fail(call int, f Fault) { l.server.Fail(localPath, call, f) }

// Heal takes all planned faults back.
func (l *Local) Heal() { l.server.Heal() }

// Calls are the requests so far, in order.
func (l *Local) Calls() []Call { return l.server.Calls(localPath) }

// localPath is the one path of a local chat.
const localPath = "/v1/chat/completions"

// ServeHTTP answers one request.
func (l *Local) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != localPath || r.Method != http.MethodPost {
		http.NotFound(w, r)
		return
	}
	x := &visit{w: w, r: r, call: l.server.record(localPath, r), fault: l.server.plan.Next(localPath), user: &account{}}
	defer l.server.close(x)
	if !x.fault.before(x) {
		l.chat(x)
	}
}

func (l *Local) chat(x *visit) {
	q, err := parse(x.call.Body, func(b map[string]any) error { return onlyKeys("the request", b, localTopLevel) })
	if err != nil {
		l.refuse(x, http.StatusBadRequest, err.Error())
		return
	}
	if l.quirks.Reasoner && refusedByReasoner(x.w, q.Body) {
		return
	}
	if l.brand == LMStudio && q.AnyJSON {
		l.refuse(x, http.StatusBadRequest, "'response_format.type' must be 'json_schema' or 'text'")
		return
	}
	q.Model, _ = q.Body["model"].(string)
	if !l.knows(q.Model) {
		l.refuse(x, http.StatusNotFound, "model '"+q.Model+"' not found")
		return
	}
	q.Call, q.Enforced = l.server.plan.Count(localPath), q.Schema != nil
	r := bend(l.server.options.Reply(q), x.fault)
	if l.quirks.Think && r.Reasoning != "" {
		r.Text, r.Reasoning = "<think>\n"+r.Reasoning+"\n</think>\n\n"+r.Text, ""
	}
	g := &generation{
		id: l.server.newID("chatcmpl"), model: q.Model, created: l.server.options.Clock.Now().Unix(), dialect: l.dialect(),
		delays: l.server.options.Delays, clock: l.server.options.Clock, promptTokens: promptTokens(q),
	}
	g.set(r, q.MaxTokens, x.fault)
	if q.Stream {
		g.stream(x)
	} else {
		g.whole(x)
	}
}

// refusedByReasoner answers what a reasoning model of OpenAI refuses, and says whether it did.
func refusedByReasoner(w http.ResponseWriter, body map[string]any) bool {
	e := fields{"type": "invalid_request_error"}
	if _, found := body["max_tokens"]; found {
		e["param"], e["code"] = "max_tokens", "unsupported_parameter"
		e["message"] = "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."
	} else if t, found := body["temperature"]; found && t != 1.0 {
		e["param"], e["code"] = "temperature", "unsupported_value"
		e["message"] = fmt.Sprintf("Unsupported value: 'temperature' does not support %v with this model. Only the default (1) value is supported.", t)
	} else {
		return false
	}
	serve.JSON(w, http.StatusBadRequest, fields{"error": e})
	return true
}

// knows says whether a request may name a model so. llama.cpp has one and doesn't look;
// Ollama takes a name without a tag for the tag "latest".
func (l *Local) knows(model string) bool {
	if l.brand == Ollama {
		model = strings.TrimSuffix(model, ":latest")
	}
	_, found := l.server.find(model)
	return found || l.brand == LlamaCpp
}

// localTopLevel are the fields of OpenAI's own request: a local server knows no provider,
// models, plugins or reasoning objects. Some ignore what they don't know; a client that
// relies on that is wrong.
var localTopLevel = kinds{
	"model": "string", "messages": "array", "stream": "bool", "stream_options": "object", "temperature": "number", "top_p": "number",
	"max_tokens": "integer", "max_completion_tokens": "integer", "seed": "integer", "stop": "any", "response_format": "object",
	"frequency_penalty": "number", "presence_penalty": "number", "reasoning_effort": "string", "tools": "array", "tool_choice": "any", "n": "integer",
	"logprobs": "bool", "top_logprobs": "integer", "logit_bias": "object", "user": "string",
}

func (l *Local) dialect() dialect {
	d := dialect{reasoning: "reasoning", usage: "asked", noID: l.quirks.NoID, nullContent: l.quirks.NullContent}
	if l.brand == LlamaCpp || l.brand == LMStudio {
		d.reasoning = "reasoning_content"
	}
	if l.quirks.NoUsage {
		d.usage = "never"
	}
	return d
}

// refuse answers with an error in the brand's shape.
func (l *Local) refuse(x *visit, status int, message string) {
	switch l.brand {
	case LMStudio:
		serve.JSON(x.w, status, fields{"error": message})
	case LlamaCpp:
		serve.JSON(x.w, status, fields{"error": fields{"code": status, "message": message, "type": "invalid_request_error"}})
	default:
		serve.JSON(x.w, status, fields{"error": fields{"message": message, "type": "invalid_request_error", "param": nil, "code": nil}})
	}
}

package fakespeech

import (
	"net/http"
	"testing"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// Local is a server people run on their own computer. It is an http.Handler that needs no
// key. Faults are planned by whole paths.
type Local struct {
	// URL is its address without a path; set by StartLocal.
	URL string
	// Log holds the requests that came in.
	serve.Log

	options LocalOptions
	plan    serve.Plan[Fault]
	mux     *http.ServeMux
}

// LocalOptions are what a test can decide about a local server.
type LocalOptions struct {
	// Options: Transcribe, Voice, Clock and Delays are heeded.
	Options
	// Chat answers /v1/chat/completions where the brand has a chat; nil leaves it out.
	Chat http.Handler
	// Models it has; nil for one or two that suit the brand.
	Models []string
	// Loading makes llama.cpp answer that its model isn't loaded yet.
	Loading bool
	// OldBuild makes whisper.cpp answer errors with status 200, as it did before 2025, and
	// Kokoro list its voices as plain names.
	OldBuild bool
	// InferencePath is where whisper.cpp takes sound; empty is /inference.
	InferencePath string
}

// Brand is a kind of local server.
type Brand func(*Local)

// NewLocal makes a local server that isn't listening yet.
func NewLocal(brand Brand, o LocalOptions) *Local {
	o.Options = filled(o.Options)
	l := &Local{options: o, mux: http.NewServeMux()}
	brand(l)
	return l
}

// StartLocal runs a local server on loopback until the test ends.
func StartLocal(tb testing.TB, brand Brand, o LocalOptions) *Local {
	tb.Helper()
	l := NewLocal(brand, o)
	l.URL = listen(tb, l)
	return l
}

// ServeHTTP answers one request.
func (l *Local) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if f := l.plan.Next(r.URL.Path); f.before(w, r) {
		l.Add(r)
		return
	}
	l.Add(r)
	l.mux.ServeHTTP(w, r)
}

// Fail plans a fault for one call of a path: 1 is the next call, serve.Every all of them.
func (l *Local) Fail(path string, call int, f Fault) { l.plan.Fail(path, call, f) }

// Heal takes all planned faults back.
func (l *Local) Heal() { l.plan.Heal() }

// fixed answers a path with a JSON value.
func (l *Local) fixed(pattern string, value any) {
	l.mux.HandleFunc(pattern, func(w http.ResponseWriter, _ *http.Request) { serve.JSON(w, http.StatusOK, value) })
}

// text answers a path with a text of some type.
func (l *Local) text(pattern, contentType, text string) {
	l.mux.HandleFunc(pattern, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		_, _ = w.Write([]byte(text)) // the client may be gone
	})
}

// chat mounts the chat, if there is one.
func (l *Local) chat() {
	if l.options.Chat != nil {
		l.mux.Handle("POST /v1/chat/completions", l.options.Chat)
	}
}

// openAIModels is GET /v1/models as OpenAI's API has it.
func (l *Local) openAIModels(owner string) { l.listModels(owner, "") }

// listModels is openAIModels with something after each id, as Ollama has its tags there.
func (l *Local) listModels(owner, after string) {
	list := []fields{}
	for _, id := range l.models() {
		list = append(list, fields{"id": id + after, "object": "model", "created": 1770000000, "owned_by": owner})
	}
	l.fixed("GET /v1/models", fields{"object": "list", "data": list})
}

func (l *Local) models() []string {
	if l.options.Models == nil {
		return []string{"acme-8b"}
	}
	return l.options.Models
}

// defaultModels sets the models of a brand that has others.
func (l *Local) defaultModels(ids ...string) {
	if l.options.Models == nil {
		l.options.Models = ids
	}
}

package fakeai

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// Key is the key that is valid unless Options name another.
const Key = "sk-or-v1-fake-key-that-is-valid"

// SpeechRate is the rate of /audio/speech in Hz.
const SpeechRate = 24000

// HeardRate is the rate in Hz at which Options.Transcribe gets its samples.
const HeardRate = 16000

// Options are what a test can decide. The zero value is a provider that answers at once.
type Options struct {
	// Key is the valid key; empty for the constant Key.
	Key string
	// Reply decides what the model says; nil for Script.
	Reply func(Request) Reply
	// Transcribe decides what /audio/transcriptions hears, at HeardRate; nil for fixed words.
	Transcribe func(pcm []int16) string
	// Voice decides what /audio/speech sounds like, at SpeechRate; nil for sound.Tone.
	Voice func(text string) []int16
	// Models is the catalogue; nil for Catalogue.
	Models []Model
	// Clock is what delays and codes run on; nil for the computer's.
	Clock clock.Clock
	// Delays are how slow the provider is.
	Delays Delays
	// LaxSchemas takes schemas that strict mode refuses.
	LaxSchemas bool
}

// Delays of a provider; zero is none.
type Delays struct {
	FirstToken      time.Duration // until a model says anything
	TokensPerSecond float64       // afterwards; 0 is all at once
	Transcript      time.Duration // until a recording is transcribed
	FirstAudio      time.Duration // until speech begins
}

// Heard is what is transcribed unless Options decide otherwise.
const Heard = "I led the migration of our billing system."

// Server is a fake OpenRouter. It is an http.Handler for the whole site: the API is below
// /api/v1, the page where a person signs in is /auth.
type Server struct {
	// URL is the site's address without a path; set by Start.
	URL string

	options Options
	plan    serve.Plan[Fault]
	mux     *http.ServeMux

	mu       sync.Mutex
	accounts map[string]*account // by key
	grants   map[string]grant    // by code
	calls    []*Call
	serial   int
}

// New makes a server that isn't listening yet.
func New(options Options) *Server {
	s := &Server{options: filled(options), mux: http.NewServeMux(), grants: map[string]grant{}}
	s.accounts = map[string]*account{s.options.Key: {label: label(s.options.Key)}}
	s.routes()
	return s
}

// Start runs a server on loopback until the test ends.
func Start(tb testing.TB, options Options) *Server {
	tb.Helper()
	s := New(options)
	listening := httptest.NewServer(s)
	tb.Cleanup(listening.Close)
	s.URL = listening.URL
	return s
}

// API is the base URL a client is given, as "https://openrouter.ai/api/v1" is.
func (s *Server) API() string { return s.URL + "/api/v1" }

func filled(o Options) Options {
	if o.Key == "" {
		o.Key = Key
	}
	if o.Reply == nil {
		o.Reply = Script{}.Reply
	}
	if o.Transcribe == nil {
		o.Transcribe = func([]int16) string { return Heard }
	}
	if o.Voice == nil {
		o.Voice = func(text string) []int16 { return sound.Tone(text, SpeechRate) }
	}
	if o.Models == nil {
		o.Models = Catalogue()
	}
	if o.Clock == nil {
		o.Clock = clock.System{}
	}
	return o
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

func (s *Server) routes() {
	s.mux.HandleFunc("GET /auth", s.authorize)
	s.route("GET", "/key", true, s.keyInfo)
	s.route("GET", "/credits", true, s.credits)
	s.route("GET", "/models", false, s.listModels)
	s.route("GET", "/models/user", true, s.listModels)
	s.route("GET", "/endpoints/zdr", false, s.listZDR)
	s.route("POST", "/auth/keys", false, s.exchange)
	s.route("POST", "/chat/completions", true, s.chat)
	s.route("POST", "/audio/transcriptions", true, s.transcriptions)
	s.route("POST", "/audio/speech", true, s.speech)
	s.mux.HandleFunc("/api/v1/", func(w http.ResponseWriter, _ *http.Request) {
		problem(w, http.StatusNotFound, "Not Found", nil)
	})
}

// visit is one request on its way to an answer.
type visit struct {
	w     http.ResponseWriter
	r     *http.Request
	call  *Call
	fault Fault
	user  *account // nil where no key is needed
}

// route puts what all paths share before an answer: the record, the planned fault, the key.
func (s *Server) route(method, path string, needsKey bool, answer func(*visit)) {
	s.mux.HandleFunc("/api/v1"+path, func(w http.ResponseWriter, r *http.Request) {
		x := &visit{w: w, r: r, call: s.record(path, r), fault: s.plan.Next(path)}
		w.Header().Set("X-Generation-Id", s.newID("gen"))
		defer s.close(x)
		if x.fault.before(x) {
			return
		}
		if r.Method != method {
			w.Header().Set("Allow", method)
			problem(w, http.StatusMethodNotAllowed, "Method Not Allowed", nil)
			return
		}
		if needsKey && !s.identify(x) {
			return
		}
		answer(x)
	})
}

// newID numbers what needs a name; the numbers tell nothing about time.
func (s *Server) newID(kind string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.serial++
	return fmt.Sprintf("%s-fake-%06d", kind, s.serial)
}

// Fail plans a fault for one call of a path such as "/chat/completions": 1 is the next
// call, serve.Every all of them.
func (s *Server) Fail(path string, call int, f Fault) { s.plan.Fail(path, call, f) }

// Heal takes all planned faults back.
func (s *Server) Heal() { s.plan.Heal() }

// label is how a key is shown in the account: its ends.
func label(key string) string {
	if len(key) < 16 {
		return key
	}
	return strings.Join([]string{key[:12], key[len(key)-3:]}, "...")
}

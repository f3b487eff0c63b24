package fakespeech

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// Keys that are valid unless Options name others.
const (
	Key     = "sk_fake_key_that_may_do_everything"
	TTSOnly = "sk_fake_key_that_may_only_speak"
)

// Heard is what is transcribed unless Options decide otherwise.
const Heard = "I led the migration of our billing system. It took six months."

// HeardRate is the rate in Hz at which Transcribe gets its samples.
const HeardRate = 16000

// VoiceRate is the rate in Hz at which Voice gives its samples.
const VoiceRate = 24000

// Options are what a test can decide. The zero value is a provider that answers at once.
type Options struct {
	// Keys are the permissions of each valid key, for example "text_to_speech"; a nil list
	// is all of them. A nil map is Key and TTSOnly.
	Keys map[string][]string
	// Tier of the plan: free, starter, creator, pro, enterprise; empty is creator.
	Tier string
	// Characters left in the plan; 0 is 10,000.
	Characters int
	// Voices are how many the account has; 0 is 13: more than fit into a page of ten.
	Voices int
	// Concurrency is how many HTTP requests for speech may run at once; 0 is 4.
	Concurrency int
	// Transcribe decides what is heard, at HeardRate; nil for Heard where there is sound.
	Transcribe func(pcm []int16) string
	// Words takes the place of Transcribe where the test knows when each word was said.
	Words func(pcm []int16) []sound.Word
	// Voice decides what speech sounds like, at VoiceRate; nil for sound.Tone.
	Voice func(text string) []int16
	// Clock is what delays, idle sockets and sessions run on; nil for the computer's.
	Clock clock.Clock
	// Delays are how slow the provider is.
	Delays Delays
	// SpecSpelling writes charsDurationsMs, as the specification does; the live server's
	// charDurationsMs otherwise.
	SpecSpelling bool
	// ItemTold sends the id in the history with spoken sound, in the header history-item-id. The
	// service's description has no such header; it was seen in 2025 and 2026 (elevenlabs-js#152).
	ItemTold bool
	// TimesAhead sends the times of a whole text with its first frame and null with the
	// others, as the live server was seen to; otherwise each frame has its own.
	TimesAhead bool
	// SessionLimit ends a realtime transcription after so long; 0 never does.
	SessionLimit time.Duration
	// PartialEvery is how much sound there is between two partial transcripts; 0 is 500 ms.
	PartialEvery time.Duration
}

// Delays of a provider; zero is none.
type Delays struct {
	FirstAudio   time.Duration // until speech begins
	RealTime     float64       // how many times faster than it is heard speech comes; 0 is at once
	Batch        time.Duration // until a recording is transcribed
	Commit       time.Duration // from a commit to the final transcript
	ContextClose time.Duration // until a closed context stops counting
}

// ElevenLabs is a fake of api.elevenlabs.io. It is an http.Handler.
type ElevenLabs struct {
	// URL is its address without a path; set by StartElevenLabs.
	URL string
	// Log holds the requests that came in.
	serve.Log

	options Options
	plan    serve.Plan[Fault]
	mux     *http.ServeMux
	voices  []voice

	mu      sync.Mutex
	used    int // characters
	running int // requests for speech
	serial  int
	history []item
	written []writtenDown
}

// NewElevenLabs makes a server that isn't listening yet.
func NewElevenLabs(o Options) *ElevenLabs {
	e := &ElevenLabs{options: filled(o), mux: http.NewServeMux()}
	e.voices = makeVoices(e.options.Voices)
	e.routes()
	return e
}

// StartElevenLabs runs a server on loopback until the test ends.
func StartElevenLabs(tb testing.TB, o Options) *ElevenLabs {
	tb.Helper()
	e := NewElevenLabs(o)
	e.URL = listen(tb, e)
	return e
}

// listen serves on loopback until the test ends and gives the address.
func listen(tb testing.TB, h http.Handler) string {
	tb.Helper()
	server := httptest.NewServer(h)
	tb.Cleanup(server.Close)
	return server.URL
}

func filled(o Options) Options {
	if o.Keys == nil {
		o.Keys = map[string][]string{Key: nil, TTSOnly: {"text_to_speech"}}
	}
	if o.Tier == "" {
		o.Tier = "creator"
	}
	if o.Characters == 0 {
		o.Characters = 10000
	}
	if o.Voices == 0 {
		o.Voices = 13
	}
	if o.Concurrency == 0 {
		o.Concurrency = 4
	}
	if o.Transcribe == nil {
		o.Transcribe = heardWhereSound
	}
	if o.Voice == nil {
		o.Voice = func(text string) []int16 { return sound.Tone(text, VoiceRate) }
	}
	if o.Clock == nil {
		o.Clock = clock.System{}
	}
	if o.PartialEvery == 0 {
		o.PartialEvery = 500 * time.Millisecond
	}
	return o
}

// words are what is heard in a recording, by Words or by Transcribe.
func (o Options) words(pcm []int16) []sound.Word {
	switch {
	case len(pcm) == 0:
		return nil
	case o.Words != nil:
		return o.Words(pcm)
	}
	return sound.Spread(o.Transcribe(pcm), float64(len(pcm))/HeardRate)
}

func heardWhereSound(pcm []int16) string {
	if sound.Silent(pcm) {
		return ""
	}
	return Heard
}

// ServeHTTP answers one request.
func (e *ElevenLabs) ServeHTTP(w http.ResponseWriter, r *http.Request) { e.mux.ServeHTTP(w, r) }

func (e *ElevenLabs) routes() {
	e.route("POST /v1/text-to-speech/{voice}", "text_to_speech", e.speak)
	e.route("POST /v1/text-to-speech/{voice}/stream", "text_to_speech", e.speak)
	e.route("GET /v1/text-to-speech/{voice}/stream-input", "", e.streamInput)
	e.route("GET /v1/text-to-speech/{voice}/multi-stream-input", "", e.multiStreamInput)
	e.route("POST /v1/speech-to-text", "speech_to_text", e.transcribe)
	e.route("GET /v1/speech-to-text/realtime", "", e.realtime)
	e.route("GET /v1/speech-to-text/transcripts/{id}", "speech_to_text", e.showTranscript)
	e.route("DELETE /v1/speech-to-text/transcripts/{id}", "speech_to_text", e.deleteTranscript)
	e.route("GET /v1/models", "models_read", e.listModels)
	e.route("GET /v1/voices", "voices_read", e.listVoices)
	e.route("GET /v1/voices/{id}", "voices_read", e.showVoice)
	e.route("GET /v2/voices", "voices_read", e.pageVoices)
	e.route("GET /v1/user/subscription", "user_read", e.subscription)
	e.route("GET /v1/history", "speech_history_read", e.listHistory)
	e.route("GET /v1/history/{id}", "speech_history_read", e.showHistory)
	e.route("DELETE /v1/history/{id}", "speech_history_write", e.deleteHistory)
	e.mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		serve.JSON(w, http.StatusNotFound, fields{"detail": "Not Found"})
	})
}

// visit is one request on its way to an answer.
type visit struct {
	w     http.ResponseWriter
	r     *http.Request
	body  []byte
	fault Fault
}

// route puts what all paths share before an answer: the record, the planned fault, the key.
// Sockets have no permission here: they tell in a frame what they refuse.
func (e *ElevenLabs) route(pattern, permission string, answer func(*visit)) {
	e.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		x := &visit{w: w, r: r, body: e.Add(r).Body, fault: e.plan.Next(r.URL.Path)}
		w.Header().Set("request-id", e.newID("req"))
		if x.fault.before(w, r) {
			return
		}
		if permission != "" {
			if p := e.forbids(r, permission); p != nil {
				p.write(w)
				return
			}
		}
		answer(x)
	})
}

// forbids says why a key may not do something; nil if it may.
func (e *ElevenLabs) forbids(r *http.Request, permission string) *problem {
	key := r.Header.Get("xi-api-key")
	if key == "" {
		return &problem{http.StatusUnauthorized, "needs_authorization", "Neither authorization header nor xi-api-key received, please provide one."}
	}
	allowed, found := e.options.Keys[key]
	switch {
	case !found:
		p := invalidKey
		return &p
	case allowed != nil && !slices.Contains(allowed, permission):
		p := missingPermission(permission)
		return &p
	}
	return nil
}

func (e *ElevenLabs) newID(kind string) string {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.serial++
	return fmt.Sprintf("%s_fake_%06d", kind, e.serial)
}

// Fail plans a fault for one call of a path such as "/v1/voices": 1 is the next call,
// serve.Every all of them. The path is the whole one, with the id of the voice in it.
func (e *ElevenLabs) Fail(path string, call int, f Fault) { e.plan.Fail(path, call, f) }

// Heal takes all planned faults back.
func (e *ElevenLabs) Heal() { e.plan.Heal() }

// spend takes characters from the plan, or says that there aren't enough.
func (e *ElevenLabs) spend(characters int) *problem {
	e.mu.Lock()
	defer e.mu.Unlock()
	left := e.options.Characters - e.used
	if characters > left {
		p := outOfQuota(e.options.Characters, left, characters)
		return &p
	}
	e.used += characters
	return nil
}

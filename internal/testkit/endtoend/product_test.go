package endtoend

import (
	"errors"
	"io"
	"net/http"
	"net/http/httputil"
	"net/url"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/ai"
	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/audio"
	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/turn"
	"github.com/jobjourney/jobjourney/internal/platform"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/profile"
	"github.com/jobjourney/jobjourney/internal/settings"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/speech"
	"github.com/jobjourney/jobjourney/internal/speech/elevenlabs"
	"github.com/jobjourney/jobjourney/internal/store"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// patience is how long anything here may take before a test fails.
const patience = 60 * time.Second

// product is the part of the app that rehearses, wired as main wires it.
type product struct {
	*interview.Service
	tb      testing.TB
	records *store.Interview
	career  *store.Career
	cast    *provider.Service
	options *settings.Service
	events  *told
}

// wiring is what a test puts in the place of what main takes.
type wiring struct {
	clock  clock.Clock          // nil: the computer's
	mic    interview.Microphone // nil: the sound system's
	voice  interview.Voice      // nil: the one main makes
	silent bool                 // the questions are only shown
	// router and eleven are where OpenRouter and ElevenLabs are; nobody else is reached.
	router *fakeai.Server
	eleven string
}

// newProduct makes a fresh profile on disk and unlocks it.
func newProduct(tb testing.TB, w wiring) *product {
	tb.Helper()
	if w.clock == nil {
		w.clock = clock.System{}
	}
	clk := clock.NewSteady(w.clock)
	dir := filepath.Join(tb.TempDir(), "profile")
	kept := store.New(dir, vault.New(dir, &keyring{}, clk, vault.FloorLockParams()), clk)
	home := store.NewHome(kept, clk, func(folder string) (store.Guard, error) { return platform.LockProfile(folder) })
	p := &product{tb: tb, events: &told{changed: make(chan struct{}, 1)}}
	p.records, p.career = store.NewInterview(kept), store.NewCareer(kept)
	keys, person, postings := store.NewProviders(kept), store.NewProfiles(kept), store.NewPostings(kept)
	p.options = settings.NewService(store.NewSettings(kept), home, p.events, "en")
	ok(tb, home.Create(tb.Context(), nil))
	tb.Cleanup(func() { ok(tb, home.Close()) })
	p.cast = newCast(tb, w, clk, keys, p.events)
	if w.mic == nil {
		w.mic = audio.Microphone{System: audio.New(clock.System{})}
	}
	if w.voice == nil {
		speaker := audio.New(clock.System{}).Speaker("")
		tb.Cleanup(func() { ok(tb, speaker.Close()) })
		w.voice = audio.NewVoice(speaker, speech.SystemVoice(), p.cast)
	}
	p.Service = interview.NewService(interview.Deps{
		Rehearsals: p.records, Answers: p.records, Recorder: p.records, Recordings: p.records,
		Microphone: w.mic, Voice: w.voice, Activity: audio.NewActivity, Events: p.events, Clock: clk,
		Preferences: p.options, Cast: p.cast, Compose: ai.Compose,
		Sources: interview.Sources{
			Ledger: career.NewService(p.career, p.events, clk), Postings: posting.New(postings, p.events, clk), Profile: profile.NewService(person, p.events),
		},
	})
	tb.Cleanup(p.Locked) // first of all: nothing is recorded into a closed store
	all, err := p.options.Get(tb.Context())
	ok(tb, err)
	all.SpokenQuestions = !w.silent
	_, err = p.options.Update(tb.Context(), all)
	ok(tb, err)
	return p
}

// newCast is who may take part, with the real clients.
func newCast(tb testing.TB, w wiring, clk clock.Clock, keys *store.Providers, events *told) *provider.Service {
	web := ai.NewHTTP()
	base := web.Transport.(*http.Transport)
	tb.Cleanup(base.CloseIdleConnections)
	web.Transport = detour{tb, w.eleven, base}
	coaches := ai.Coaches{HTTP: web, Clock: clk, OpenRouterURL: "http://127.0.0.1:1/nobody"}
	if w.router != nil {
		coaches.OpenRouterURL = w.router.API()
	}
	return provider.NewService(provider.Deps{
		Store: keys, Keys: keys, Coaches: coaches, Local: ai.Around{HTTP: web}, Events: events, Clock: clk,
		Scribes: speech.Scribes(web, clk), Voices: speech.Voices(web, clk),
	})
}

// detour carries what is meant for ElevenLabs to the fake; whoever asks anybody else
// beyond this computer fails the test.
type detour struct {
	tb   testing.TB
	to   string
	next http.RoundTripper
}

func (d detour) RoundTrip(r *http.Request) (*http.Response, error) {
	host := r.URL.Hostname()
	if "https://"+r.URL.Host != elevenlabs.DefaultBaseURL || d.to == "" {
		if host != "127.0.0.1" && host != "localhost" {
			d.tb.Errorf("somebody beyond this computer is asked: %s", host)
		}
		return d.next.RoundTrip(r)
	}
	to, err := url.Parse(d.to)
	if err != nil {
		return nil, err
	}
	turned := r.Clone(r.Context())
	(&httputil.ProxyRequest{In: r, Out: turned}).SetURL(to)
	return d.next.RoundTrip(turned)
}

// keyring is a keyring in memory.
type keyring struct {
	mu      sync.Mutex
	entries map[string]string
}

func (k *keyring) Get(service, user string) (string, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if secret, found := k.entries[service+"|"+user]; found {
		return secret, nil
	}
	return "", vault.ErrKeyringMissing
}

func (k *keyring) Set(service, user, secret string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.entries == nil {
		k.entries = map[string]string{}
	}
	k.entries[service+"|"+user] = secret
	return nil
}

func (k *keyring) Delete(service, user string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.entries, service+"|"+user)
	return nil
}

// told is the page: it remembers what it was told.
type told struct {
	changed chan struct{}

	mu       sync.Mutex
	troubles []error
}

func (e *told) RehearsalChanged(interview.ID)                    { e.wake() }
func (e *told) RecordingsChanged()                               { e.wake() }
func (e *told) MicrophoneLevel(float64)                          {}
func (e *told) CaptionsChanged(interview.ID, interview.Captions) {}
func (e *told) TurnChanged(interview.ID, int, turn.Outlook)      {}
func (e *told) ProvidersChanged()                                {}
func (e *told) SettingsChanged()                                 {}
func (e *told) CareerChanged()                                   {}
func (e *told) PostingChanged(posting.ID)                        {}
func (e *told) ProfileChanged()                                  {}
func (e *told) MicrophoneTrouble(err error) {
	e.mu.Lock()
	e.troubles = append(e.troubles, err)
	e.mu.Unlock()
	e.wake()
}

func (e *told) wake() {
	select {
	case e.changed <- struct{}{}:
	default:
	}
}

// forget is a page that is opened anew.
func (e *told) forget() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.troubles = nil
}

// keys are the sentences the person has seen so far about sound.
func (e *told) keys() (out []string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, err := range e.troubles {
		out = append(out, fault.Of(err).Key)
	}
	return out
}

// planned puts a rehearsal with these questions into the store, ready to be started, and
// without follow-ups: they are tested elsewhere.
func (p *product) planned(questions ...string) interview.ID {
	p.tb.Helper()
	r := interview.Rehearsal{
		ID: interview.ID(ident.NewRecord()), CreatedAt: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), Moves: []interview.Move{},
		Plan: interview.Plan{Language: "en", PersonaName: "Tobias Renn", For: "Billing lead", Terms: []string{}, Facts: []interview.Fact{}},
	}
	for _, q := range questions {
		r.Plan.Questions = append(r.Plan.Questions, interview.PlannedQuestion{
			QuestionID: "asked", CompetencyID: "planning", Competency: "Planning", Text: q, Tests: "How somebody plans", Probes: map[string]string{},
		})
	}
	ok(p.tb, p.records.PutRehearsal(p.tb.Context(), r))
	return r.ID
}

// until waits for a standing; something is published whenever one changes.
func (p *product) until(id interview.ID, what string, good func(interview.Standing) bool) interview.Standing {
	p.tb.Helper()
	late := time.After(patience)
	for {
		st := p.must(p.Standing(p.tb.Context(), id))
		if good(st) {
			return st
		}
		select {
		case <-p.events.changed:
		case <-late:
			p.tb.Fatalf("waited until %s; it stands at %+v and told %v", what, st.State, p.events.keys())
		}
	}
}

// listened waits until the microphone is open for the answer.
func (p *product) listened(id interview.ID) interview.Standing {
	p.tb.Helper()
	return p.until(id, "the microphone opens", func(st interview.Standing) bool {
		return st.State.Phase == interview.Listening && st.Recording && !st.Speaking
	})
}

func (p *product) must(st interview.Standing, err error) interview.Standing {
	p.tb.Helper()
	ok(p.tb, err)
	return st
}

func (p *product) answers(id interview.ID) []interview.Answer {
	p.tb.Helper()
	all, err := p.records.ListAnswers(p.tb.Context(), id)
	ok(p.tb, err)
	return all
}

func (p *product) report(id interview.ID) interview.Report {
	p.tb.Helper()
	rep, err := p.Report(p.tb.Context(), id)
	ok(p.tb, err)
	return rep
}

// sound reads a recording from the store.
func (p *product) sound(id interview.RecordingID) []byte {
	p.tb.Helper()
	s, err := p.records.OpenRecording(p.tb.Context(), id)
	ok(p.tb, err)
	raw, err := io.ReadAll(s)
	ok(p.tb, errors.Join(err, s.Close()))
	return raw
}

// choose gives a part to a provider's model.
func (p *product) choose(part provider.Part, id provider.ID, model string) {
	p.tb.Helper()
	ok(p.tb, p.cast.Choose(p.tb.Context(), part, provider.Choice{ProviderID: id, Model: model}))
}

// server sets up a server on this computer.
func (p *product) server(address, dialect string) provider.ID {
	p.tb.Helper()
	e, err := p.cast.AddServer(p.tb.Context(), "Mine", address, dialect, "", "")
	ok(p.tb, err)
	return e.ID
}

// key sets up OpenRouter or ElevenLabs.
func (p *product) key(kind provider.Kind, key string) provider.ID {
	p.tb.Helper()
	_, err := p.cast.SaveKey(p.tb.Context(), kind, key)
	ok(p.tb, err)
	return provider.ID(kind)
}

// quiet is progress nobody watches.
func quiet(int, int) {}

// quotes are all words of an answer that the report shows as evidence.
func quotes(a interview.AnswerReport) (out []string) {
	words := make([]string, len(a.Said.Words))
	for i, w := range a.Said.Words {
		words[i] = w.Text
	}
	for _, c := range a.Answer.Score.Criteria {
		for _, e := range c.Evidence {
			out = append(out, e.Quote(words))
		}
	}
	for _, point := range a.Answer.Advice {
		out = append(out, point.Evidence.Quote(words))
	}
	return slices.Clip(out)
}

func ok(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatalf("unexpected error: %v", err)
	}
}

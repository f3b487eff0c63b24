package interview

import (
	"context"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/turn"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/profile"
	"github.com/jobjourney/jobjourney/internal/testkit"
	"github.com/jobjourney/jobjourney/internal/testkit/fakemic"
)

var bg = context.Background()

// rig is a service over fakes.
type rig struct {
	*Service
	t      *testing.T
	store  *memory
	mic    *fakemic.Microphone
	voice  *fakeVoice
	events *events
	clk    *testkit.Clock
	prefs  Preferences
	from   material
	cast   cast
}

func newRig(t *testing.T) *rig {
	r := &rig{
		t: t, store: newMemory(), mic: &fakemic.Microphone{}, voice: &fakeVoice{t: t, finish: make(chan struct{})},
		events: &events{wake: make(chan struct{}, 1)}, clk: testkit.NewClock(), prefs: Preferences{RecordingDays: 90},
	}
	r.restart()
	t.Cleanup(r.Locked)
	return r
}

// talking is a rig whose interviewer has a voice.
func talking(t *testing.T) *rig {
	r := newRig(t)
	r.voice.able, r.prefs.SpokenQuestions = true, true
	return r
}

// restart is a fresh start of the app over the same store.
func (r *rig) restart() {
	r.Service = NewService(Deps{
		Rehearsals: r.store, Answers: r.store, Recorder: r.store, Recordings: r.store, Microphone: quiet{r}, Voice: r.voice,
		Activity: func() Activity { return &loud{} }, Events: r.events, Clock: r.clk, Preferences: r,
		Sources: Sources{Ledger: source[career.Ledger]{&r.from.ledger}, Profile: source[profile.Profile]{&r.from.profile}, Postings: r},
		Cast:    &r.cast, Compose: func(text string) string { return text },
	})
}

// Rehearsal is Deps.Preferences.
func (r *rig) Rehearsal(context.Context) (Preferences, error) { return r.prefs, nil }

// Get is Sources.Postings.
func (r *rig) Get(_ context.Context, id posting.ID) (posting.Posting, error) {
	if r.from.posting.ID != id {
		return posting.Posting{}, fault.New(fault.NotFound, "store.notFound")
	}
	return r.from.posting, nil
}

type source[T any] struct{ v *T }

func (s source[T]) Get(context.Context) (T, error) { return *s.v, nil }

// planned is a fresh rehearsal of three questions.
func (r *rig) planned() ID {
	r.t.Helper()
	return r.ok(r.Plan(bg, Wish{PersonaID: r.curious(), Length: 3})).Rehearsal.ID
}

// curious is the persona that asks the most.
func (r *rig) curious() string {
	r.t.Helper()
	c, err := r.Choices(bg)
	ok(r.t, err)
	best, most := "", -1
	for _, p := range c.Personas {
		st := r.ok(r.Plan(bg, Wish{PersonaID: p.ID, Length: 3}))
		ok(r.t, r.store.DeleteRehearsal(bg, st.Rehearsal.ID))
		if n := st.Rehearsal.Plan.MaxProbes; n > most {
			best, most = p.ID, n
		}
	}
	return best
}

func (r *rig) ok(st Standing, err error) Standing {
	r.t.Helper()
	ok(r.t, err)
	return st
}

func (r *rig) standing(id ID) Standing {
	r.t.Helper()
	return r.ok(r.Standing(bg, id))
}

// until waits for a standing; something is published whenever one changes.
func (r *rig) until(id ID, good func(Standing) bool) Standing {
	r.t.Helper()
	for {
		if st := r.standing(id); good(st) {
			return st
		}
		select {
		case <-r.events.wake:
		case <-r.t.Context().Done():
			r.t.Fatalf("waited in vain; it stands at %+v", r.standing(id).State)
		}
	}
}

// says is so many seconds of speech, all of which must be heard.
func (r *rig) says(n float64) {
	r.t.Helper()
	if pcm := seconds(n); r.mic.Speak(pcm) != len(pcm) {
		r.t.Fatalf("the microphone closed in the middle of a word; told %v", r.events.troubles)
	}
}

func in(p Phase) func(Standing) bool { return func(st Standing) bool { return st.State.Phase == p } }

// Done, SaveDraft, Skip, Unskip, Pause and End are the service's, meant for whatever
// question stands.
func (r *rig) Done(id ID, text string) (Standing, error) { return r.Service.Done(id, r.turn(id), text) }

func (r *rig) SaveDraft(id ID, text string) (Standing, error) {
	return r.Service.SaveDraft(id, r.turn(id), text)
}

func (r *rig) Skip(id ID, draft string) (Standing, error) {
	return r.Service.Skip(id, r.turn(id), draft)
}

func (r *rig) Unskip(id ID) (Standing, error) { return r.Service.Unskip(id, r.turn(id)) }

func (r *rig) Pause(id ID, draft string) (Standing, error) {
	return r.Service.Pause(id, r.turn(id), draft)
}

func (r *rig) End(ctx context.Context, id ID, draft string) (Standing, error) {
	return r.Service.End(ctx, id, r.turn(id), draft)
}

func (r *rig) turn(id ID) int {
	r.t.Helper()
	st, err := r.Standing(bg, id)
	if err != nil {
		return 0 // the call itself is to say what is wrong
	}
	return st.State.Turn
}

// answers are those of a rehearsal as they are kept.
func (r *rig) answers(id ID) []Answer {
	r.t.Helper()
	all, err := r.store.ListAnswers(bg, id)
	ok(r.t, err)
	return all
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("unexpected error: %v", err)
	}
}

func wants(t testing.TB, err error, key string) {
	t.Helper()
	if err == nil || fault.Of(err).Key != key {
		t.Fatalf("error is %v, want %s", err, key)
	}
}

// quiet is the microphone, which must not be open while the interviewer speaks.
type quiet struct{ r *rig }

func (q quiet) Microphones(context.Context) ([]MicrophoneInfo, error) {
	return []MicrophoneInfo{{ID: "built-in", Name: "Built-in", Default: true}}, nil
}

func (q quiet) Listen(ctx context.Context, id string, h Hearing) (io.Closer, error) {
	if q.r.voice.isSpeaking() {
		q.r.t.Error("the microphone was opened while the interviewer spoke")
	}
	return q.r.mic.Listen(ctx, id, h.Samples, h.Level, h.Trouble)
}

// fakeVoice speaks until a test lets it finish.
type fakeVoice struct {
	t      *testing.T
	able   bool
	only   string // the one language it speaks; empty: all
	finish chan struct{}

	mu       sync.Mutex
	speaking bool
	said     []string
	prepared []string
	broken   error
	lines    []Line
}

func (v *fakeVoice) Available(language string) bool {
	return v.able && (v.only == "" || v.only == language)
}

// last is what was said last.
func (v *fakeVoice) last() []Line {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.lines
}

// Prepare is Voice: what is prepared is remembered.
func (v *fakeVoice) Prepare(lines ...Line) {
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, l := range lines {
		v.prepared = append(v.prepared, l.Text)
	}
}

// ready is what was prepared.
func (v *fakeVoice) ready() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return slices.Clone(v.prepared)
}

// Forget is Voice.
func (v *fakeVoice) Forget() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.prepared = nil
}

func (v *fakeVoice) Say(ctx context.Context, lines ...Line) error {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.Text
	}
	v.set(true, strings.Join(texts, " "))
	v.mu.Lock()
	v.lines = lines
	v.mu.Unlock()
	defer v.set(false, "")
	v.mu.Lock()
	broken := v.broken
	v.mu.Unlock()
	if broken != nil {
		return broken
	}
	select {
	case <-v.finish:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (v *fakeVoice) set(speaking bool, text string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if speaking && v.speaking {
		v.t.Error("the interviewer says two things at once")
	}
	v.speaking = speaking
	if text != "" {
		v.said = append(v.said, text)
	}
}

func (v *fakeVoice) isSpeaking() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.speaking
}

func (v *fakeVoice) words() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return slices.Clone(v.said)
}

// loud takes every sample for speech.
type loud struct{ samples int }

func (l *loud) Process(s []int16) { l.samples += len(s) }

func (l *loud) Segments() [][2]int { return [][2]int{{0, l.samples * 1000 / SampleRate}} }

// events remembers what was published.
type events struct {
	wake chan struct{}

	mu       sync.Mutex
	troubles []string
	turns    []turn.Outlook
	captions []Captions
}

func (e *events) RehearsalChanged(ID)     { e.happened() }
func (e *events) RecordingsChanged()      { e.happened() }
func (e *events) MicrophoneLevel(float64) {}

func (e *events) MicrophoneTrouble(err error) {
	e.mu.Lock()
	e.troubles = append(e.troubles, fault.Of(err).Key)
	e.mu.Unlock()
	e.happened()
}

func (e *events) TurnChanged(_ ID, _ int, o turn.Outlook) {
	e.mu.Lock()
	e.turns = append(e.turns, o)
	e.mu.Unlock()
	e.happened()
}

func (e *events) CaptionsChanged(_ ID, c Captions) {
	e.mu.Lock()
	e.captions = append(e.captions, c)
	e.mu.Unlock()
	e.happened()
}

func (e *events) happened() {
	select {
	case e.wake <- struct{}{}:
	default:
	}
}

func (e *events) told(key string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Contains(e.troubles, key)
}

// toldLast reports whether that was told after everything else: it is what a person sees.
func (e *events) toldLast(key string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return len(e.troubles) > 0 && e.troubles[len(e.troubles)-1] == key
}

// seconds of speech.
func seconds(n float64) []int16 {
	out := make([]int16, int(n*SampleRate))
	for i := range out {
		out[i] = int16(i%200 + 1)
	}
	return out
}

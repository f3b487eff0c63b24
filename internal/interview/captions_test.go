package interview

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/interview/turn"
)

// listener writes one word for every second, as stenographer does, and can fail anywhere.
type listener struct {
	say     string // instead of a word for every second
	refuse  error  // of Caption
	deafAt  int    // samples after which Hear fails
	deaf    error
	speech  error // of Finish
	stuck   bool  // Caption never returns by itself
	pending bool  // Finish doesn't

	mu    sync.Mutex
	langs []string // asked for
	quiet int      // pieces
}

func (l *listener) Caption(ctx context.Context, language string, heard func(string, string)) (Captioning, error) {
	l.mu.Lock()
	l.langs = append(l.langs, language)
	l.mu.Unlock()
	if l.stuck {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return &hearing{l: l, heard: heard}, l.refuse
}

type hearing struct {
	l       *listener
	heard   func(string, string)
	samples int
}

func (h *hearing) Hear(samples []int16, quiet bool) error {
	h.samples += len(samples)
	if quiet {
		h.l.mu.Lock()
		h.l.quiet++
		h.l.mu.Unlock()
	}
	if h.l.deaf != nil && h.samples > h.l.deafAt {
		return h.l.deaf
	}
	if h.samples%SampleRate == 0 {
		h.heard(h.text(h.samples-SampleRate), h.text(SampleRate))
	}
	return nil
}

func (h *hearing) text(samples int) string {
	if h.l.say != "" {
		return h.l.say
	}
	return strings.TrimSpace(strings.Repeat("word ", samples/SampleRate))
}

func (h *hearing) Finish(ctx context.Context) (transcript.Transcript, error) {
	if h.l.pending {
		<-ctx.Done()
		return transcript.Transcript{}, ctx.Err()
	}
	if h.l.speech != nil {
		return transcript.Transcript{}, h.l.speech
	}
	out := transcript.Of(h.text(h.samples))
	for i := range out.Words {
		out.Words[i].StartMs, out.Words[i].EndMs = i*1000, i*1000+500
	}
	out.Timed, out.Source = true, transcript.Source{Provider: "p", Model: "live"}
	return out, nil
}

func (h *hearing) Close() {}

// languages are those that were asked for, each time somebody was.
func (l *listener) languages() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.langs)
}

// captioned is a rehearsal being answered aloud whose words are shown.
func captionedBy(t *testing.T, l *listener) (*rig, ID) {
	r := newRig(t)
	r.cast.captioner = l
	id := r.planned()
	r.ok(r.Start(bg, id, Spoken))
	return r, id
}

// gone is why there are no more captions, as it was published, each time.
func (e *events) gone() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	var out []string
	for _, c := range e.captions {
		if c.Gone != nil {
			out = append(out, fault.Of(c.Gone).Key)
		}
	}
	return out
}

// kept waits for the transcript of an answer's take.
func (r *rig) kept(id ID, answer, take int) transcript.Transcript {
	r.t.Helper()
	var said *transcript.Transcript
	r.until(id, func(Standing) bool { said = r.answers(id)[answer].Takes[take].Transcript; return said != nil })
	return *said
}

func TestWordsAreShownAndKept(t *testing.T) {
	l := &listener{}
	r, id := captionedBy(t, l)
	r.says(3)
	st := r.until(id, func(st Standing) bool { return st.Captions != nil && st.Captions.Settled == "word word" })
	if st.Captions.Guess != "word" || st.Captions.Turn != 1 || st.Captions.Gone != nil {
		t.Errorf("%+v", st.Captions)
	}
	r.ok(r.Pause(id, ""))
	r.ok(r.Resume(bg, id, Spoken))
	r.silent(1) // the rest of the second is quiet
	r.says(40)
	r.until(id, func(st Standing) bool { return strings.HasPrefix(st.Captions.Settled, "word word word word") })
	r.ok(r.Done(id, ""))
	said := r.kept(id, 0, 0)
	if len(said.Words) != 44 || said.Words[3].StartMs != 3000 || !said.Timed || said.Source != (transcript.Source{Provider: "p", Model: "live"}) {
		t.Errorf("%+v", said)
	}
	r.says(1)
	r.until(id, func(st Standing) bool { return st.Captions != nil && st.Captions.Guess == "word" })
	if langs := l.languages(); !slices.Equal(langs, []string{"en", "en", "en"}) { // two stretches, and the next answer
		t.Errorf("asked for %v", langs)
	}
	r.ok(r.End(bg, id, ""))
	r.kept(id, 1, 0)
}

// What was written down in a hurry is written down once more from the recording, unless
// levels rest on it.
func TestTheFinalTextComesFromTheRecording(t *testing.T) {
	r, id := captionedBy(t, &listener{say: "in a hurry"})
	for range 2 {
		r.says(40)
		r.ok(r.Done(id, ""))
	}
	r.ok(r.End(bg, id, ""))
	var ids []AnswerID
	for i := range 2 {
		if said := r.kept(id, i, 0); !said.Provisional || said.Text != "in a hurry" {
			t.Errorf("%+v", said)
		}
		ids = append(ids, r.answers(id)[i].ID)
	}
	ok(t, r.found(bg, ids[1], func(a *Answer) { a.Score = &scoring.Score{} }))
	r.cast.scribe = &stenographer{}
	calls := 0
	ok(t, r.WriteDown(bg, id, func(_, total int) { calls = total }))
	first, second := r.answers(id)[0].Takes[0].Transcript, r.answers(id)[1].Takes[0].Transcript
	if calls != 1 || first.Provisional || first.Text == "in a hurry" || !second.Provisional {
		t.Errorf("%d written down: %+v, %+v", calls, first, second)
	}
}

// Words that are there already aren't paid for twice.
func TestFollowUpsGoByTheCaptions(t *testing.T) {
	r := newRig(t)
	coach, pen := newAsker(), &stenographer{}
	r.cast.captioner, r.cast.coach, r.cast.scribe = &listener{say: unfinished}, coach, pen
	id := r.liveOne(Spoken)
	r.says(40)
	r.ok(r.Done(id, ""))
	if task := <-coach.tasks; task.Answer != unfinished {
		t.Errorf("asked by %q", task.Answer)
	}
	coach.reply <- nil
	if st := r.until(id, in(Listening)); st.State.Probe != 1 || pen.calls != 0 {
		t.Errorf("%+v, written down %d times", st.State, pen.calls)
	}
}

func TestNobodyCaptions(t *testing.T) {
	r, id := speaking(t)
	r.says(2)
	r.ok(r.Done(id, ""))
	if st := r.standing(id); st.Captions != nil || r.answers(id)[0].Takes[0].Transcript != nil || len(r.events.captions) != 0 {
		t.Errorf("%+v, %+v", st.Captions, r.events.captions)
	}
}

// Whatever goes wrong with captions is told once, harms nothing, and leaves the recording to
// be written down afterwards.
func TestCaptionsThatFail(t *testing.T) {
	denied, cut := fault.New(fault.Denied, "elevenlabs.quotaExceeded"), fault.New(fault.Unavailable, "elevenlabs.cutOff")
	for name, tt := range map[string]struct {
		l     *listener
		key   string
		asked int // of two answers
	}{
		"refused at once":   {&listener{refuse: denied}, "elevenlabs.quotaExceeded", 1},
		"cut in the middle": {&listener{deaf: cut, deafAt: 5 * SampleRate}, "elevenlabs.cutOff", 2},
		"no last words":     {&listener{speech: cut}, "elevenlabs.cutOff", 2},
	} {
		t.Run(name, func(t *testing.T) {
			r, id := captionedBy(t, tt.l)
			r.says(1)
			r.until(id, func(Standing) bool { return tt.l.refuse == nil || len(r.events.gone()) > 0 })
			r.says(39)
			r.ok(r.Done(id, ""))
			r.until(id, func(Standing) bool { return len(r.events.gone()) > 0 })
			if got := r.events.gone(); got[0] != tt.key {
				t.Errorf("told %v", got)
			}
			r.says(2)
			r.ok(r.End(bg, id, ""))
			a := r.answers(id)[0]
			if a.Takes[0].Transcript != nil || a.recordedMs() != 40_000 || r.store.samples(a.Takes[0].RecordingID) != 40*SampleRate || len(r.events.troubles) > 0 {
				t.Errorf("%+v, told %v", a, r.events.troubles)
			}
			r.cast.scribe = &stenographer{}
			ok(t, r.WriteDown(bg, id, func(int, int) {}))
			if said := r.answers(id)[0].Takes[0].Transcript; said == nil || len(said.Words) != 40 {
				t.Errorf("written down: %+v", said)
			}
			if asked := len(tt.l.languages()); asked != tt.asked {
				t.Errorf("asked %d times, want %d", asked, tt.asked)
			}
		})
	}
}

// Somebody who doesn't listen holds nothing up, and is given up after half a minute.
func TestCaptionsThatAreTooSlow(t *testing.T) {
	r, id := captionedBy(t, &listener{stuck: true})
	r.says(40)
	r.until(id, func(Standing) bool { return len(r.events.gone()) > 0 })
	r.ok(r.Done(id, ""))
	if a := r.answers(id)[0]; a.recordedMs() != 40_000 || a.Takes[0].Transcript != nil {
		t.Errorf("%+v", a)
	}
	if got := r.events.gone(); !slices.Equal(got, []string{"interview.captionsLost"}) {
		t.Errorf("told %v", got)
	}
}

// The next question doesn't wait for the last words, and the lock calls them off.
func TestLastWordsKeepNobodyWaiting(t *testing.T) {
	r, id := captionedBy(t, &listener{pending: true})
	r.says(40)
	if st := r.ok(r.Done(id, "")); st.State.Question != 1 || !st.Recording {
		t.Errorf("%+v", st.State)
	}
	live := r.running(id)
	r.says(1)
	live.mu.Lock()
	parts := slices.Clone(live.take.parts)
	live.mu.Unlock()
	r.Locked()
	for _, c := range parts {
		<-c.ended
	}
	if got := r.events.gone(); len(got)+len(r.events.troubles) > 0 {
		t.Errorf("told %v, %v", got, r.events.troubles)
	}
}

func TestTooShortForAWord(t *testing.T) {
	r, id := captionedBy(t, &listener{})
	r.says(0.2)
	r.ok(r.Done(id, ""))
	if a := r.answers(id)[0]; len(a.Takes) != 0 || len(r.events.gone()) != 0 {
		t.Errorf("%+v, told %+v", a, r.events.captions)
	}
}

// The words decide how long a silence may be.
func TestWordsKeepAnAnswerOpen(t *testing.T) {
	l := &listener{say: "Let me think."}
	r, id := handsFreeBy(t, l)
	r.says(40)
	r.until(id, func(st Standing) bool { return st.Captions != nil && st.Captions.Guess != "" })
	r.silent(20.5)
	if st := r.standing(id); st.State.Turn != 1 || st.Outlook.Reason != turn.Thinking || st.Outlook.State != turn.Ending {
		t.Fatalf("%+v, %+v", st.State, st.Outlook)
	}
	r.silent(4.5)
	r.until(id, func(st Standing) bool { return st.State.Turn == 2 })
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.quiet < 24*50 {
		t.Errorf("%d pieces were known to be quiet", l.quiet)
	}
}

package interview

import (
	"slices"
	"sync"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/turn"
)

// alert takes everything that isn't zero for speech.
type alert struct {
	samples  int
	speaking bool
	segments [][2]int
}

func (a *alert) Process(s []int16) {
	from, loud := a.samples*1000/SampleRate, slices.ContainsFunc(s, func(v int16) bool { return v != 0 })
	a.samples += len(s)
	switch {
	case loud && a.speaking:
		a.segments[len(a.segments)-1][1] = a.samples * 1000 / SampleRate
	case loud:
		a.segments = append(a.segments, [2]int{from, a.samples * 1000 / SampleRate})
	}
	a.speaking = loud
}

func (a *alert) Segments() [][2]int { return slices.Clone(a.segments) }

// handsFree is a rehearsal being answered aloud in which silence ends an answer: after 4.5 s,
// since no words are known and little was said.
func handsFree(t *testing.T) (*rig, ID) { return handsFreeBy(t, nil) }

// handsFreeBy is one whose words c writes down, if there is somebody.
func handsFreeBy(t *testing.T, c Captioner) (*rig, ID) {
	r := newRig(t)
	r.cast.captioner = c
	r.prefs.HandsFree = true
	r.Service.d.Activity = func() Activity { return &alert{} }
	id := r.planned()
	r.ok(r.Start(bg, id, Spoken))
	return r, id
}

// silent is so many seconds in which nobody says anything.
func (r *rig) silent(seconds float64) { r.mic.Speak(make([]int16, int(seconds*SampleRate))) }

// dones are how often an answer was ended.
func (r *rig) dones(id ID) int {
	n := 0
	for _, m := range r.standing(id).Rehearsal.Moves {
		if m.Kind == MoveDone {
			n++
		}
	}
	return n
}

func (r *rig) turns() []turn.State {
	r.events.mu.Lock()
	defer r.events.mu.Unlock()
	var out []turn.State
	for _, o := range r.events.turns {
		out = append(out, o.State)
	}
	return out
}

func TestSilenceEndsAnAnswer(t *testing.T) {
	r, id := handsFree(t)
	first := r.standing(id).State.Turn
	r.silent(60) // thinking before the first word
	r.says(10)
	r.silent(1)
	r.says(10)
	r.silent(4)
	if st := r.standing(id); st.State.Turn != first || st.Outlook.State != turn.Ending || st.Outlook.RemainingMs != 500 || !st.HandsFree {
		t.Fatalf("after 4 s: %+v, %+v", st.State, st.Outlook)
	}
	r.silent(0.5)
	st := r.until(id, func(st Standing) bool { return st.State.Turn > first && st.Recording })
	if a := r.answers(id)[0]; r.dones(id) != 1 || a.DoneAt.IsZero() || a.Mode != Spoken || a.recordedMs() != 85_500 {
		t.Errorf("%d moves, %+v", r.dones(id), a)
	}
	if got := r.turns(); !slices.Equal(got, []turn.State{turn.Ending, turn.Over}) {
		t.Errorf("told %v", got)
	}
	r.silent(60)
	if now := r.standing(id); now.State.Turn != st.State.Turn || now.Outlook.State != turn.Listening {
		t.Errorf("the next answer ended before it began: %+v", now.State)
	}
}

func TestAWordCancelsTheEnd(t *testing.T) {
	r, id := handsFree(t)
	for range 5 {
		r.says(5)
		r.silent(4.4)
	}
	r.says(0.1)
	if st := r.standing(id); st.State.Turn != 1 || st.Outlook.State != turn.Listening || r.dones(id) != 0 {
		t.Errorf("%+v, %+v", st.State, st.Outlook)
	}
	if got := r.turns(); len(got) != 10 || got[8] != turn.Ending || got[9] != turn.Listening {
		t.Errorf("told %v", got)
	}
}

// The key and the silence at the same moment are one end of one answer.
func TestSilenceAndKeyTogetherAreOneEnd(t *testing.T) {
	for range 40 {
		r, id := handsFree(t)
		r.says(40)
		r.silent(4.48)
		var both sync.WaitGroup
		both.Go(func() { r.silent(0.02) })
		both.Go(func() { r.ok(r.Service.Done(id, 1, "")) })
		both.Wait()
		r.until(id, func(st Standing) bool { return st.State.Turn == 2 && st.Recording })
		if r.dones(id) != 1 || r.standing(id).State.Question != 1 || len(r.events.troubles) != 0 {
			t.Fatalf("%d moves, %+v, told %v", r.dones(id), r.standing(id).State, r.events.troubles)
		}
		r.Locked()
	}
}

// Who presses the key as the last answer ends by itself finds the report, not an error.
func TestTheKeyAfterTheLastAnswer(t *testing.T) {
	r, id := handsFree(t)
	last := 0
	for st := r.standing(id); st.State.Phase == Listening; st = r.until(id, func(now Standing) bool {
		return now.State.Phase == Reported || now.State.Turn > last && now.Recording
	}) {
		last = st.State.Turn
		r.says(40)
		r.silent(4.5)
	}
	if st := r.ok(r.Service.Done(id, last, "")); st.State.Phase != Reported || r.dones(id) != 3 {
		t.Errorf("%+v, %d answers", st.State, r.dones(id))
	}
	_, err := r.Service.Skip(id, last, "")
	wants(t, err, "interview.notRunning")
}

func TestNotYet(t *testing.T) {
	r, id := handsFree(t)
	r.says(10)
	r.silent(4)
	if st := r.ok(r.NotYet(id, 1)); st.Outlook.State != turn.Listening {
		t.Fatalf("%+v", st.Outlook)
	}
	r.ok(r.NotYet(id, 7)) // an event was late: that is another question
	r.silent(120)
	if st := r.standing(id); st.State.Turn != 1 {
		t.Fatalf("it ended all the same: %+v", st.State)
	}
	r.says(2)
	r.silent(4.5)
	r.until(id, func(st Standing) bool { return st.State.Turn == 2 })
}

func TestSilenceEndsNothingElse(t *testing.T) {
	r := newRig(t)
	r.Service.d.Activity = func() Activity { return &alert{} }
	id := r.planned()
	r.ok(r.Start(bg, id, Spoken))
	r.says(10)
	r.silent(60)
	if st := r.standing(id); st.State.Turn != 1 || st.HandsFree || len(r.turns()) != 0 {
		t.Fatalf("without being asked for: %+v, %v", st.State, r.turns())
	}
	if st := r.ok(r.SetHandsFree(bg, id, true)); !st.HandsFree || st.Outlook.State != turn.Listening {
		t.Errorf("the silence before it was chosen counts: %+v", st.Outlook)
	}
	r.silent(60)
	r.says(1)
	r.silent(4)
	r.ok(r.SetHandsFree(bg, id, false))
	r.silent(60)
	if st := r.standing(id); st.State.Turn != 1 || st.Outlook.State != turn.Listening {
		t.Errorf("after it was switched off: %+v, %+v", st.State, st.Outlook)
	}
}

// A break, the question heard again, and typing: the silence of before counts for nothing.
func TestSilenceAcrossABreak(t *testing.T) {
	r, id := handsFree(t)
	r.voice.able = true
	r.says(20)
	r.silent(4)
	r.ok(r.Pause(id, ""))
	if st := r.ok(r.Resume(bg, id, Spoken)); st.Outlook.State != turn.Listening {
		t.Errorf("after a break: %+v", st.Outlook)
	}
	r.silent(30)
	r.says(1)
	r.silent(4)
	r.ok(r.HearAgain(id))
	r.silent(30) // nobody listens
	r.ok(r.HushVoice(id))
	r.silent(30)
	r.says(1)
	r.silent(4)
	if st := r.ok(r.SwitchMode(id, Typed)); st.Outlook.State != turn.Listening {
		t.Errorf("while typing: %+v", st.Outlook)
	}
	r.ok(r.SwitchMode(id, Spoken))
	r.silent(30)
	if st := r.standing(id); st.State.Turn != 1 || r.dones(id) != 0 {
		t.Fatalf("it ended: %+v", st.State)
	}
	r.says(3)
	r.prefs.SilenceMs = turn.LeastSilenceMs // chosen in the settings meanwhile
	r.ok(r.Pause(id, ""))
	r.ok(r.Resume(bg, id, Spoken))
	r.says(1)
	r.silent(2.7)
	r.until(id, func(st Standing) bool { return st.State.Turn == 2 })
}

// What can't be saved is told, and the person can press the key.
func TestAnEndThatCannotBeSaved(t *testing.T) {
	r, id := handsFree(t)
	r.says(10)
	r.silent(4.4)
	r.store.breakDown("PutRehearsal", fault.New(fault.Unavailable, "store.diskFull"))
	r.silent(0.2)
	r.until(id, func(Standing) bool { return r.events.told("store.diskFull") })
	r.store.breakDown("PutRehearsal", nil)
	if r.dones(id) != 0 {
		t.Error("a move was made that nobody saved")
	}
	if st := r.ok(r.Done(id, "")); r.dones(id) != 1 || st.State.Turn != 2 {
		t.Errorf("the key doesn't help: %+v", st.State)
	}
}

package interview

import (
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/testkit/fakemic"
)

// locking in the middle interrupts; the rehearsal goes on at the same question with the
// audio so far.
func TestLockInTheMiddle(t *testing.T) {
	r, id := speaking(t)
	r.mic.Speak(seconds(1.25))
	r.Locked()
	if r.mic.IsOpen() {
		t.Error("the microphone is still open")
	}
	st := r.standing(id)
	if st.State.Phase != Interrupted || st.Takes != 1 || r.store.samples(r.answers(id)[0].Takes[0].RecordingID) != 20_000 {
		t.Fatalf("it stands at %+v", st.State)
	}
	if _, err := r.Done(id, ""); err == nil {
		t.Error("a suspended rehearsal took an answer")
	}
	r.Unlocked(bg)
	st = r.ok(r.Resume(bg, id, Spoken))
	if st.State.Phase != Listening || st.State.Question != 0 || st.Elapsed != 1250*time.Millisecond || st.Takes != 2 {
		t.Errorf("gone on at %+v with %v", st.State, st.Elapsed)
	}
	r.mic.Speak(seconds(1))
	r.ok(r.Done(id, ""))
	if a := r.answers(id); len(a) != 2 || len(a[0].Takes) != 2 {
		t.Errorf("answers %+v", a)
	}
}

func TestLockWhileSpeakingAndInABreak(t *testing.T) {
	r := talking(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Spoken))
	r.Locked()
	if r.voice.isSpeaking() {
		t.Error("the interviewer still speaks")
	}
	st := r.ok(r.Resume(bg, id, Typed))
	if !st.Speaking || st.State.Phase != Asking {
		t.Errorf("the question is not put again: %+v", st.State)
	}
	r.ok(r.Pause(id, ""))
	r.Locked()
	if st = r.standing(id); st.State.Phase != Paused {
		t.Errorf("a break became %s", st.State.Phase)
	}
}

// A crash is a new service over the same store: nothing was said goodbye to.
func TestCrashInTheMiddleOfAnAnswer(t *testing.T) {
	r, id := speaking(t)
	r.mic.Speak(seconds(3.3))     // the last 0.3 s were not yet in a frame
	r.mic = &fakemic.Microphone{} // the process is gone, and its microphone with it
	r.restart()
	r.Unlocked(bg)
	st := r.standing(id)
	if st.State.Phase != Interrupted || st.State.Before != Listening {
		t.Fatalf("it stands at %+v", st.State)
	}
	take := r.answers(id)[0].Takes[0]
	if take.Sound.RecordedMs != 3000 || len(take.Sound.SpeechMs) != 1 || take.Sound.SpeechMs[0].EndMs != 3000 {
		t.Errorf("the sound so far measures %+v", take.Sound)
	}
	st = r.ok(r.Resume(bg, id, Spoken))
	if st.State.Question != 0 || st.State.Phase != Listening || st.Elapsed != 3*time.Second {
		t.Errorf("gone on at %+v with %v", st.State, st.Elapsed)
	}
	r.Unlocked(bg) // twice does no harm to what is paused or over
	r.ok(r.End(bg, id, ""))
	rep, err := r.Report(bg, id)
	ok(t, err)
	if len(rep.Questions[0].Answers) != 1 || rep.Questions[0].Answers[0].Sound.RecordedMs != 3000 {
		t.Errorf("the report holds %+v", rep.Questions[0].Answers)
	}
}

func TestCrashBeforeTheFirstSound(t *testing.T) {
	r, id := speaking(t)
	take := r.answers(id)[0].Takes[0]
	ok(t, r.store.DeleteRecording(bg, take.RecordingID)) // as the store does with a blob that never was
	r.restart()
	r.Unlocked(bg)
	if a := r.answers(id)[0]; len(a.Takes) != 0 {
		t.Errorf("takes %+v", a.Takes)
	}
}

// The app was killed in the first half second: no frame was saved, or a break ended one
// before there was a word in it. Neither stays as a recording of nothing.
func TestCrashBeforeAWord(t *testing.T) {
	for name, last := range map[string]func(*rig, ID){
		"listening": func(*rig, ID) {},
		"paused":    func(r *rig, id ID) { r.ok(r.Pause(id, "")) },
	} {
		r, id := speaking(t)
		r.says(1)
		r.ok(r.SwitchMode(id, Typed)) // ends the first take, which stays
		r.ok(r.SwitchMode(id, Spoken))
		r.says(0.2)
		last(r, id)
		r.mic = &fakemic.Microphone{}
		r.restart()
		r.Unlocked(bg)
		all, err := r.Recordings(bg)
		ok(t, err)
		if a := r.answers(id)[0]; len(all) != 1 || len(a.Takes) != 1 || a.Takes[0].RecordingID != all[0].ID || a.recordedMs() != 1000 {
			t.Errorf("%s: recordings %v, takes %+v", name, all, a.Takes)
		}
	}
}

// The words are saved before the move on. If the app goes away in between, the question
// is put again, and what was written is there to go on from.
func TestCrashBetweenAnAnswerAndTheMoveOn(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Typed))
	before := r.standing(id).Rehearsal
	r.ok(r.Done(id, whole))
	ok(t, r.store.PutRehearsal(bg, before)) // the move was never saved
	r.restart()
	r.Unlocked(bg)
	if st := r.standing(id); st.State.Phase != Interrupted || st.State.Question != 0 || st.Draft != whole {
		t.Errorf("it stands at %+v with %q", st.State, st.Draft)
	}
	if st := r.ok(r.Resume(bg, id, Typed)); st.State.Phase != Listening || st.Draft != whole {
		t.Errorf("gone on at %+v with %q", st.State, st.Draft)
	}
}

// Wherever the moves break off, the rehearsal can be gone on with or is over.
func TestCrashAfterEveryMove(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Typed))
	r.ok(r.Done(id, vague))
	r.ok(r.Done(id, whole))
	r.ok(r.Skip(id, ""))
	r.ok(r.Done(id, whole))
	finished := r.standing(id).Rehearsal
	for n := range finished.Moves {
		cut := finished
		cut.Moves = finished.Moves[:n+1]
		ok(t, r.store.PutRehearsal(bg, cut))
		before, err := cut.State()
		ok(t, err)
		r.restart()
		r.Unlocked(bg)
		st := r.standing(id)
		if n >= len(finished.Moves)-2 {
			if st.State.Phase != Reported {
				t.Errorf("after %s: %s, want the end", cut.Moves[n].Kind, st.State.Phase)
			}
			continue
		}
		if st.State.Phase != Interrupted {
			t.Fatalf("after %s: %s, want interrupted", cut.Moves[n].Kind, st.State.Phase)
		}
		st = r.ok(r.Resume(bg, id, Typed))
		if st.State.Question < before.Question || st.State.Phase != Listening && st.State.Phase != Reported {
			t.Errorf("after %s: gone on at %+v", cut.Moves[n].Kind, st.State)
		}
		if st.State.Phase == Listening {
			r.ok(r.Done(id, whole))
			r.Locked()
		}
	}
}

// An interrupted rehearsal can be ended without going back into it.
func TestEndingAnInterruptedRehearsal(t *testing.T) {
	r, id := speaking(t)
	r.mic.Speak(seconds(2))
	r.Locked()
	if st := r.ok(r.End(bg, id, "")); st.State.Phase != Reported {
		t.Errorf("it stands at %s", st.State.Phase)
	}
	rep, err := r.Report(bg, id)
	ok(t, err)
	if len(rep.Questions[0].Answers) != 1 {
		t.Error("the sound so far is not in the report")
	}
}

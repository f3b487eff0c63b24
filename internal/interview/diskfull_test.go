package interview

import (
	"fmt"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestDiskFullWhileRecording(t *testing.T) {
	r, id := speaking(t)
	r.mic.Speak(seconds(1))
	r.store.breakDown("Append", fault.New(fault.Unavailable, "store.diskFull"))
	r.mic.Speak(seconds(2))
	st := r.until(id, in(Paused))
	if !r.events.toldLast("interview.diskFull") || r.mic.IsOpen() || st.Elapsed != time.Second {
		t.Errorf("told %v, open %v, elapsed %v", r.events.troubles, r.mic.IsOpen(), st.Elapsed)
	}
	first := r.answers(id)[0].Takes[0]
	if r.store.samples(first.RecordingID) != SampleRate || first.Sound.RecordedMs != 1000 || first.Sound.SpeechMs[0].EndMs != 1000 {
		t.Errorf("kept: %+v with %d samples", first, r.store.samples(first.RecordingID))
	}
	r.store.breakDown("Append", nil)
	r.ok(r.Resume(bg, id, Spoken))
	r.mic.Speak(seconds(1))
	r.ok(r.Done(id, ""))
	if a := r.answers(id)[0]; len(a.Takes) != 2 || a.recordedMs() != 2000 {
		t.Errorf("takes %+v", a.Takes)
	}
}

// On a disk without room for a single byte the pause itself can't be saved: it holds all
// the same, and is saved with the next move.
func TestDiskTooFullForThePause(t *testing.T) {
	r, id := speaking(t)
	r.mic.Speak(seconds(1))
	writes := []string{"Append", "FinishRecording", "PutAnswer", "PutRehearsal"}
	for _, w := range writes {
		r.store.breakDown(w, fault.New(fault.Unavailable, "store.diskFull"))
	}
	r.mic.Speak(seconds(2))
	st := r.until(id, in(Paused))
	if !r.events.toldLast("interview.diskFull") || r.mic.IsOpen() || st.Recording || st.Elapsed != time.Second {
		t.Errorf("told %v, recording %v, elapsed %v", r.events.troubles, st.Recording, st.Elapsed)
	}
	if _, err := r.Resume(bg, id, Typed); err == nil || r.standing(id).State.Phase != Paused {
		t.Errorf("still full: %v, it stands at %s", err, r.standing(id).State.Phase)
	}
	for _, w := range writes {
		r.store.breakDown(w, nil)
	}
	r.ok(r.Resume(bg, id, Spoken))
	r.mic.Speak(seconds(1))
	r.ok(r.Done(id, ""))
	if a := r.answers(id)[0]; len(a.Takes) != 2 || a.recordedMs() != 2000 {
		t.Errorf("takes %+v", a.Takes)
	}
	kept, err := r.store.GetRehearsal(bg, id)
	ok(t, err)
	if kinds := fmt.Sprint(kept.Moves[2].Kind, kept.Moves[3].Kind); kinds != fmt.Sprint(MovePause, MoveResume) {
		t.Errorf("kept are %+v", kept.Moves)
	}
}

// The last piece can't be saved when the person takes a break: told, and what follows
// goes into a recording of its own.
func TestDiskFullAtThePause(t *testing.T) {
	r, id := speaking(t)
	r.mic.Speak(seconds(1.25))
	r.store.breakDown("Append", fault.New(fault.Unavailable, "store.diskFull"))
	r.ok(r.Pause(id, ""))
	if !r.events.told("store.diskFull") {
		t.Error("a quarter of a second was lost and nobody was told")
	}
	r.store.breakDown("Append", nil)
	r.ok(r.Resume(bg, id, Spoken))
	r.mic.Speak(seconds(1))
	r.ok(r.Done(id, ""))
	if a := r.answers(id)[0]; a.recordedMs() != 2000 || r.store.samples(a.Takes[len(a.Takes)-1].RecordingID) != SampleRate {
		t.Errorf("takes %+v", a.Takes)
	}
}

package interview

import (
	"sync"
	"testing"
)

// Everybody does everything at once: no race, no deadlock, no microphone left open.
func TestEverythingAtOnce(t *testing.T) {
	r := talking(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Spoken))
	var wait sync.WaitGroup
	for _, act := range []func(){
		func() { _, _ = r.Done(id, whole) }, func() { _, _ = r.Skip(id, "") }, func() { _, _ = r.Unskip(id) },
		func() { _, _ = r.Pause(id, "") }, func() { _, _ = r.Resume(bg, id, Spoken) }, func() { _, _ = r.HearAgain(id) },
		func() { _, _ = r.HushVoice(id) }, func() { _, _ = r.SwitchMode(id, Typed) }, func() { _, _ = r.SwitchMode(id, Spoken) },
		func() { r.mic.Speak(seconds(0.1)) }, func() { r.mic.Lose() }, func() { _, _ = r.Standing(bg, id) },
		func() { _, _ = r.History(bg, 10) },
	} {
		wait.Go(func() {
			for range 50 {
				act()
			}
		})
	}
	wait.Wait()
	r.Locked()
	if r.mic.IsOpen() || r.voice.isSpeaking() {
		t.Error("something goes on after locking")
	}
	if _, err := r.standing(id).Rehearsal.State(); err != nil {
		t.Errorf("the moves that were kept are illegal: %v", err)
	}
}

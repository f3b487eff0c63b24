package interview

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit/fakemic"
)

// speaking is a rehearsal whose first question was put and is being answered aloud.
func speaking(t *testing.T) (*rig, ID) {
	r := newRig(t)
	id := r.planned()
	if st := r.ok(r.Start(bg, id, Spoken)); !st.Recording {
		t.Fatal("the microphone is not open")
	}
	return r, id
}

func TestWholeRehearsalAloud(t *testing.T) {
	r := talking(t)
	id := r.planned()
	plan := r.standing(id).Rehearsal.Plan
	st := r.ok(r.Start(bg, id, Spoken))
	for i := range 3 {
		if !st.Speaking || st.Recording || st.State.Phase != Asking {
			t.Fatalf("question %d is not being put: %+v", i, st.State)
		}
		if heard := r.mic.Speak(seconds(1)); heard != 0 {
			t.Fatal("the microphone hears the interviewer")
		}
		r.voice.finish <- struct{}{}
		st = r.until(id, in(Listening))
		if !st.Recording || st.Speaking {
			t.Fatalf("question %d: recording %v, speaking %v", i, st.Recording, st.Speaking)
		}
		r.mic.Speak(seconds(40))
		st = r.ok(r.Done(id, ""))
		if r.mic.IsOpen() {
			t.Error("the microphone stays open after the answer")
		}
	}
	if st.State.Phase != Reported {
		t.Fatalf("in the end: %s", st.State.Phase)
	}
	for i, said := range r.voice.words() {
		if !strings.HasSuffix(said, plan.Questions[i].Text) || !strings.HasPrefix(said, plan.Questions[i].Lead) {
			t.Errorf("the interviewer said %q", said)
		}
	}
	rep, err := r.Report(bg, id)
	ok(t, err)
	for _, q := range rep.Questions {
		a := q.Answers[0]
		if a.Sound == nil || a.Sound.RecordedMs != 40_000 || a.Star != nil || a.Language != nil || len(a.Recordings) != 1 {
			t.Errorf("answer %+v", a)
		}
		rec := a.Recordings[0]
		if !rec.CapturedAt.Equal(r.clk.Now()) || !rec.ExpiresAt.Equal(r.clk.Now().AddDate(0, 0, 90)) || r.store.samples(rec.ID) != 40*SampleRate {
			t.Errorf("recording %+v with %d samples", rec, r.store.samples(rec.ID))
		}
	}
}

// What is short is asked for its result, once, whatever was said.
func TestShortSpokenAnswerIsAskedForItsResultOnce(t *testing.T) {
	r, id := speaking(t)
	r.mic.Speak(seconds(5))
	st := r.ok(r.Done(id, ""))
	if st.State.Probe != 1 || st.State.Parts[0] != "result" {
		t.Fatalf("after a short answer: %+v", st.State)
	}
	r.mic.Speak(seconds(2))
	if st = r.ok(r.Done(id, "")); st.State.Question != 1 {
		t.Errorf("asked again: %+v", st.State)
	}
}

// A pause ends a frame and isn't counted; the recording goes on in the same blob.
func TestPauseIsNotCounted(t *testing.T) {
	r, id := speaking(t)
	r.mic.Speak(seconds(1.25))
	st := r.ok(r.Pause(id, ""))
	if st.Recording || st.State.Phase != Paused || st.Elapsed != 1250*time.Millisecond {
		t.Fatalf("in the break: %+v, %v", st.State, st.Elapsed)
	}
	rec := r.answers(id)[0].Takes[0].RecordingID
	if r.store.samples(rec) != 20_000 {
		t.Errorf("%d samples are safe in the break, want all 20000", r.store.samples(rec))
	}
	r.mic.Speak(seconds(3)) // nobody listens
	r.clk.Advance(time.Hour)
	if st = r.ok(r.Resume(bg, id, Spoken)); !st.Recording || st.Elapsed != 1250*time.Millisecond {
		t.Fatalf("after the break: recording %v, %v", st.Recording, st.Elapsed)
	}
	r.mic.Speak(seconds(0.75))
	if st = r.standing(id); st.Elapsed != 2*time.Second {
		t.Errorf("elapsed %v, want 2 s", st.Elapsed)
	}
	r.ok(r.Done(id, ""))
	a := r.answers(id)[0]
	if len(a.Takes) != 1 || a.Takes[0].Sound.RecordedMs != 2000 || len(a.Takes[0].Sound.BreaksMs) != 1 || a.Takes[0].Sound.BreaksMs[0] != 1250 {
		t.Errorf("the takes are %+v", a.Takes)
	}
	want := []int{8000, 8000, 4000, 8000, 4000}
	if got := r.store.frames[rec]; len(got) != len(want) || got[2] != 4000 {
		t.Errorf("frames of %v samples, want %v", got, want)
	}
}

func TestMicrophoneLostMidAnswer(t *testing.T) {
	r, id := speaking(t)
	r.mic.Speak(seconds(1.25))
	r.mic.Lose()
	st := r.until(id, in(Paused))
	if !r.events.told("audio.deviceLost") || st.Recording {
		t.Errorf("told %v, recording %v", r.events.troubles, st.Recording)
	}
	first := r.answers(id)[0].Takes[0]
	if r.store.samples(first.RecordingID) != 20_000 || first.Sound.RecordedMs != 1250 || !r.store.finished[first.RecordingID] {
		t.Errorf("the first take is %+v with %d samples", first, r.store.samples(first.RecordingID))
	}
	r.ok(r.Resume(bg, id, Spoken))
	r.mic.Speak(seconds(1))
	if st = r.standing(id); st.Elapsed != 2250*time.Millisecond || st.Takes != 2 {
		t.Errorf("elapsed %v in %d takes", st.Elapsed, st.Takes)
	}
	r.ok(r.Done(id, ""))
	if a := r.answers(id)[0]; len(a.Takes) != 2 || a.Takes[1].Sound.RecordedMs != 1000 {
		t.Errorf("takes %+v", a.Takes)
	}
	rep, err := r.Report(bg, id)
	ok(t, err)
	if a := rep.Questions[0].Answers[0]; a.Sound.RecordedMs != 2250 || len(a.Recordings) != 2 {
		t.Errorf("the report counts %+v", a.Sound)
	}
}

// Somebody is done the moment the microphone opens: there is nothing to hear, to count
// or to delete.
func TestTakeWithoutAWordIsNotKept(t *testing.T) {
	for _, tt := range []struct {
		said float64 // seconds
		kept int
	}{{0, 0}, {0.29, 0}, {0.3, 1}} {
		r, id := speaking(t)
		r.mic.Speak(seconds(tt.said))
		r.ok(r.Done(id, ""))
		r.ok(r.End(bg, id, "")) // before a word to whatever is asked next
		all, err := r.Recordings(bg)
		ok(t, err)
		if takes := r.answers(id)[0].Takes; len(all) != tt.kept || len(takes) != tt.kept {
			t.Errorf("after %v s: recordings %v, takes %+v, want %d", tt.said, all, takes, tt.kept)
		}
		if len(r.events.troubles) != 0 {
			t.Errorf("after %v s: told %v", tt.said, r.events.troubles)
		}
		r.Locked()
	}
}

func TestTroublesThatDoNotStopTheMicrophone(t *testing.T) {
	r, id := speaking(t)
	r.mic.FallSilent()
	r.mic.Gap("40")
	r.mic.WakeUp()
	r.mic.Speak(seconds(1))
	if st := r.standing(id); st.State.Phase != Listening || !st.Recording || st.Elapsed != 4*time.Second {
		t.Errorf("%s, recording %v, %v", st.State.Phase, st.Recording, st.Elapsed)
	}
	for _, key := range []string{"audio.silent", "audio.gaps", "audio.heard"} {
		if !r.events.told(key) {
			t.Errorf("%s was not told", key)
		}
	}
}

func TestMicrophoneRefusedCanBeTyped(t *testing.T) {
	for _, refusal := range []error{fakemic.Denied(), fakemic.NoMicrophone(), fakemic.NoSoundSystem()} {
		r := newRig(t)
		id := r.planned()
		r.mic.Refuse(refusal)
		st := r.ok(r.Start(bg, id, Spoken))
		if st.State.Phase != Paused || !r.events.told(fault.Of(refusal).Key) {
			t.Fatalf("%v: it stands at %s and told %v", refusal, st.State.Phase, r.events.troubles)
		}
		if all, err := r.Recordings(bg); err != nil || len(all) != 0 || len(r.answers(id)[0].Takes) != 0 {
			t.Errorf("an empty recording was left: %v, %v", all, err)
		}
		if st = r.ok(r.Resume(bg, id, Typed)); st.State.Phase != Listening || st.Mode != Typed {
			t.Errorf("typing: %+v", st.State)
		}
		r.ok(r.Done(id, whole))
		r.Locked()
	}
}

func TestSwitchingModes(t *testing.T) {
	r, id := speaking(t)
	r.mic.Speak(seconds(1))
	if st := r.ok(r.SwitchMode(id, Typed)); st.Recording || r.mic.IsOpen() {
		t.Error("recording goes on while typing")
	}
	_, err := r.Done(id, "")
	ok(t, err) // there is sound, so it is an answer
	a := r.answers(id)[0]
	if a.Mode != Spoken || a.recordedMs() != 1000 {
		t.Errorf("the answer is %+v", a)
	}
	r.ok(r.SaveDraft(id, "typed first"))
	r.ok(r.SwitchMode(id, Spoken))
	r.mic.Speak(seconds(1))
	r.ok(r.Done(id, ""))
	if a = r.answers(id)[1]; a.Mode != Spoken || a.KeyPoints != "typed first" || a.recordedMs() != 1000 {
		t.Errorf("the answer is %+v", a)
	}
}

func TestHearAgain(t *testing.T) {
	r := talking(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Spoken))
	r.voice.finish <- struct{}{}
	r.until(id, in(Listening))
	r.says(1)
	if st := r.ok(r.HearAgain(id)); !st.Speaking || st.Recording || r.mic.IsOpen() {
		t.Fatalf("speaking %v, recording %v", st.Speaking, st.Recording)
	}
	r.voice.finish <- struct{}{}
	r.until(id, func(st Standing) bool { return st.Recording && !st.Speaking })
	r.says(1)
	r.ok(r.HearAgain(id))
	if st := r.ok(r.HushVoice(id)); !st.Recording || st.Speaking {
		t.Errorf("after hushing: %+v", st)
	}
	r.ok(r.HearAgain(id))
	if st := r.ok(r.SwitchMode(id, Typed)); st.Recording {
		t.Error("recording while typing")
	}
	if st := r.ok(r.SwitchMode(id, Spoken)); st.Recording {
		t.Error("the microphone is open while the interviewer speaks")
	}
	st := r.ok(r.Done(id, "")) // answers over the voice: the next question is put by itself
	if a := r.answers(id)[0]; len(a.Takes) != 1 || a.recordedMs() != 2000 {
		t.Fatalf("takes %+v, told %v", a.Takes, r.events.troubles)
	}
	if !st.Speaking || st.State.Phase != FollowUp {
		t.Errorf("it stands at %+v after %+v", st.State, r.answers(id)[0])
	}
	r.ok(r.HushVoice(id))
	if said := r.voice.words(); len(said) != 5 {
		t.Errorf("the interviewer spoke %d times", len(said))
	}
}

func TestHushAndSkipWhileSpeaking(t *testing.T) {
	r := talking(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Spoken))
	if st := r.ok(r.HushVoice(id)); st.State.Phase != Listening || !st.Recording {
		t.Errorf("after hushing: %+v", st.State)
	}
	r.ok(r.Skip(id, ""))
	r.ok(r.Skip(id, ""))
	r.ok(r.Pause(id, ""))
	if r.voice.isSpeaking() {
		t.Error("the interviewer speaks in the break")
	}
	if st := r.ok(r.Resume(bg, id, Spoken)); !st.Speaking || st.State.Question != 2 {
		t.Errorf("after the break: %+v", st.State)
	}
	r.ok(r.End(bg, id, ""))
	if r.voice.isSpeaking() || r.mic.IsOpen() {
		t.Error("something goes on after the end")
	}
}

func TestBrokenVoiceDoesNotStopTheRehearsal(t *testing.T) {
	for told, broken := range map[string]error{
		"speech.voiceFailed":       errors.New("no loudspeaker"),
		"elevenlabs.quotaExceeded": fmt.Errorf("narrate question: %w", fault.New(fault.Denied, "elevenlabs.quotaExceeded")),
		"audioServer.stalled":      fault.New(fault.Unavailable, "audioServer.stalled"),
	} {
		r := talking(t)
		r.voice.broken = broken
		id := r.planned()
		r.ok(r.Start(bg, id, Spoken))
		if st := r.until(id, in(Listening)); !st.Recording {
			t.Error("the microphone is closed")
		}
		if !r.events.toldLast(told) {
			t.Errorf("told %v of %v, want %s", r.events.troubles, broken, told)
		}
	}
}

// The sentence for a lost device speaks of the microphone.
func TestLostLoudspeakerIsNoLostMicrophone(t *testing.T) {
	r := talking(t)
	r.voice.broken = fmt.Errorf("play question: %w", fault.New(fault.Unavailable, "audio.deviceLost"))
	id := r.planned()
	r.ok(r.Start(bg, id, Spoken))
	r.until(id, in(Listening))
	if !r.events.toldLast("speech.voiceFailed") || r.events.told("audio.deviceLost") {
		t.Errorf("told %v", r.events.troubles)
	}
}

func TestDeletedSoundKeepsItsNumbers(t *testing.T) {
	r, id := speaking(t)
	r.mic.Speak(seconds(40))
	r.ok(r.Done(id, ""))
	rec := r.answers(id)[0].Takes[0].RecordingID
	wants(t, r.DeleteRecording(bg, rec), "interview.endFirst")
	r.ok(r.End(bg, id, ""))
	if held, err := r.HeldRecordings(bg); err != nil || len(held) == 0 || held[0].DurationMs != 40_000 {
		t.Errorf("held: %+v, %v", held, err)
	}
	ok(t, r.DeleteRecording(bg, rec))
	rep, err := r.Report(bg, id)
	ok(t, err)
	a := rep.Questions[0].Answers[0]
	if !a.SoundGone || len(a.Recordings) != 0 || a.Sound == nil || a.Sound.RecordedMs != 40_000 {
		t.Errorf("the report says %+v", a)
	}
	wants(t, r.DeleteRecording(bg, rec), "store.notFound")
}

func TestKeepingARecording(t *testing.T) {
	r, id := speaking(t)
	r.mic.Speak(seconds(1))
	r.ok(r.Done(id, ""))
	r.mic.Speak(seconds(1))
	r.ok(r.End(bg, id, ""))
	all, err := r.Recordings(bg)
	ok(t, err)
	ok(t, r.KeepRecording(bg, all[0].ID, true))
	held, err := r.HeldRecordings(bg)
	ok(t, err)
	if len(held) != 2 || held[1].ID != all[0].ID || !held[1].Kept {
		t.Errorf("held: %+v, want the kept one last", held)
	}
}

func TestMicrophoneCheck(t *testing.T) {
	r := newRig(t)
	var wait sync.WaitGroup
	for range 10 {
		wait.Go(func() {
			if err := r.StartCheck(bg, "built-in"); err != nil {
				t.Errorf("trying the microphone: %v", err)
			}
		})
	}
	wait.Wait()
	id := r.planned()
	if st := r.ok(r.Start(bg, id, Spoken)); !st.Recording {
		t.Error("the check was in the way of the rehearsal")
	}
	r.ok(r.End(bg, id, ""))
	ok(t, r.StartCheck(bg, ""))
	ok(t, r.StopCheck())
	ok(t, r.StopCheck())
	if r.mic.IsOpen() {
		t.Error("the microphone is still open")
	}
}

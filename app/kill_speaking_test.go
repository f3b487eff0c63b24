//go:build linux

package app_test

import (
	"bytes"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/jobjourney/jobjourney/app"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/testkit/pulse"
)

// mostLostMs is how much sound may be missing: two of the frames that are sealed and
// made durable one by one.
const mostLostMs = 1000

// talk speaks into the microphone for as long as the test runs.
func talk(t *testing.T, sound *pulse.Rig) {
	t.Helper()
	speech := sound.Synthesize(strings.Repeat("I introduced a second check at every handover, and errors fell. ", 20))
	over := make(chan struct{})
	var quiet sync.WaitGroup
	quiet.Go(func() {
		for {
			select {
			case <-over:
				return
			default:
			}
			cmd := exec.Command("paplay", "--device=mic_wire", speech)
			childrenEndWithMe(cmd)
			if cmd.Start() != nil {
				return
			}
			ended := make(chan struct{})
			go func() { _ = cmd.Wait(); close(ended) }()
			select {
			case <-over:
				_ = cmd.Process.Kill()
				<-ended
			case <-ended:
			}
		}
	})
	t.Cleanup(func() { close(over); quiet.Wait() })
}

// speaker answers aloud, a rehearsal each round, and changes the ledger now and then.
type speaker struct {
	facts     *facts
	rounds    int
	confirmed int
	room      app.RoomView // as the program showed it last, with the sound it had by then
	heardMs   int
	worstMs   int
}

func (s *speaker) prepare(t *testing.T, p *page) {
	t.Helper()
	var plan app.RoomView
	ok(t, p.call("Rehearsals.Plan", &plan, interview.Wish{PersonaID: firstPersona(t, p), Length: 3, FactIDs: []string{}}))
	s.room = plan
	s.rounds++
	if s.rounds%4 == 0 {
		return // this time the kill may come while the microphone is being opened
	}
	ok(t, p.call("Rehearsals.Start", &s.room, plan.ID, interview.Spoken))
	for s.room.ElapsedMs == 0 {
		ok(t, p.call("Rehearsals.Room", &s.room, plan.ID))
	}
}

// work speaks: the program hears the microphone by itself, and is asked what it has.
func (s *speaker) work(p *page) error {
	if s.room.Phase == string(interview.Planned) {
		if err := p.call("Rehearsals.Start", &s.room, s.room.ID, interview.Spoken); err != nil {
			return err
		}
	}
	for n := 0; ; n++ {
		var now app.RoomView
		if err := p.call("Rehearsals.Room", &now, s.room.ID); err != nil {
			return err
		}
		s.room = now
		s.confirmed++
		if n%20 == 19 {
			if err := s.facts.change(p); err != nil {
				return err
			}
		}
	}
}

func (s *speaker) check(t *testing.T, p *page) {
	t.Helper()
	s.facts.check(t, p)
	if s.room.ID == "" {
		return
	}
	s.checkSound(t, p)
	s.goOn(t, p)
	s.room = app.RoomView{}
}

// checkSound measures what is left of the recording against what had arrived when the
// program was last seen alive.
func (s *speaker) checkSound(t *testing.T, p *page) {
	t.Helper()
	var held []app.RecordingView
	ok(t, p.call("Privacy.Recordings", &held))
	leftMs := 0
	for _, r := range held {
		sound := p.sound(t, r.URL)
		ms := len(sound) / 2 * 1000 / interview.SampleRate
		if r.DurationMs != ms {
			t.Errorf("a recording of %d ms says that it has %d ms", ms, r.DurationMs)
		}
		if ms > 0 && len(bytes.Trim(sound, "\x00")) == 0 {
			t.Errorf("a recording of %d ms is silence", ms)
		}
		leftMs += ms
	}
	lost := int(s.room.ElapsedMs) - leftMs
	s.heardMs += int(s.room.ElapsedMs)
	s.worstMs = max(s.worstMs, lost)
	if lost > mostLostMs {
		t.Errorf("%d ms of sound had arrived and %d ms are left: %d ms are lost", s.room.ElapsedMs, leftMs, lost)
	}
}

// goOn resumes the rehearsal at its question with the microphone open, then deletes it:
// nothing of its sound stays.
func (s *speaker) goOn(t *testing.T, p *page) {
	t.Helper()
	var now app.RoomView
	ok(t, p.call("Rehearsals.Room", &now, s.room.ID))
	if now.Phase == string(interview.Interrupted) {
		ok(t, p.call("Rehearsals.Resume", &now, s.room.ID, interview.Spoken))
		if now.Phase != string(interview.Listening) || !now.Recording || slotOf(now) != slotOf(s.room) {
			t.Fatalf("resumed as %s at %v, recording %v", now.Phase, slotOf(now), now.Recording)
		}
		ok(t, p.call("Rehearsals.End", &now, s.room.ID, now.Turn, ""))
	} else if now.Phase != string(interview.Planned) || s.room.ElapsedMs > 0 {
		t.Fatalf("the rehearsal is %s, want interrupted", now.Phase)
	}
	ok(t, p.call("Rehearsals.Delete", nil, s.room.ID))
	var held []app.RecordingView
	ok(t, p.call("Privacy.Recordings", &held))
	if len(held) > 0 {
		t.Fatalf("%d recordings outlive their rehearsal", len(held))
	}
}

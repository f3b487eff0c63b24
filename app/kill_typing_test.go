//go:build linux

package app_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/app"
	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/interview"
)

// mostSkills keeps the ledger small, so that a change stays quick through all rounds.
const mostSkills = 25

// facts changes the skills of the ledger. A change that was not confirmed may have
// happened or not; it must not have happened by half.
type facts struct {
	random  *rand.Rand
	made    int
	kept    []career.Skill // confirmed
	attempt []string       // the names there would be after the change under way
}

// change adds a skill or removes one.
func (f *facts) change(p *page) error {
	var after career.Ledger
	var err error
	if at := f.random.IntN(mostSkills); at < len(f.kept) {
		f.attempt = names(slices.Delete(slices.Clone(f.kept), at, at+1))
		err = p.call("Career.Remove", &after, "skills", f.kept[at].ID)
	} else {
		f.made++
		next := career.Skill{Name: fmt.Sprint("skill ", f.made), Keywords: []string{}}
		f.attempt = names(append(slices.Clone(f.kept), next))
		err = p.call("Career.SaveSkill", &after, next)
	}
	if err == nil {
		f.kept, f.attempt = after.Skills, nil
	}
	return err
}

func (f *facts) check(t *testing.T, p *page) {
	t.Helper()
	var now career.Ledger
	ok(t, p.call("Career.Get", &now))
	if got := names(now.Skills); !slices.Equal(got, names(f.kept)) && !slices.Equal(got, f.attempt) {
		t.Fatalf("skills are %q; confirmed were %q, under way was %q", got, names(f.kept), f.attempt)
	}
	f.kept, f.attempt = now.Skills, nil
}

func names(all []career.Skill) []string {
	out := []string{}
	for _, s := range all {
		out = append(out, s.Name)
	}
	return out
}

// slot is a question of a rehearsal or one of its follow-ups.
type slot struct{ question, probe int }

func slotOf(v app.RoomView) slot { return slot{v.Question, v.Probe} }

// typist types answers and changes the ledger.
type typist struct {
	facts     *facts
	confirmed int
	made      int
	room      app.RoomView // as it was confirmed last; no ID means that no rehearsal is open
	words     map[slot]string
	at        slot   // where something is under way ...
	attempt   string // ... and what
	moving    bool   // the program may have gone on to the next question
}

func (w *typist) prepare(t *testing.T, p *page) {
	t.Helper()
	if w.room.ID != "" {
		return
	}
	var plan app.RoomView
	ok(t, p.call("Rehearsals.Plan", &plan, interview.Wish{PersonaID: firstPersona(t, p), Length: 3, FactIDs: []string{}}))
	ok(t, p.call("Rehearsals.Start", &w.room, plan.ID, interview.Typed))
	w.words = map[slot]string{}
}

func firstPersona(t *testing.T, p *page) string {
	t.Helper()
	var choices interview.Choices
	ok(t, p.call("Rehearsals.Setup", &choices))
	return choices.Personas[0].ID
}

func (w *typist) work(p *page) error {
	for n := 0; ; n++ {
		act := w.facts.change
		if n%2 == 1 && w.room.Phase == string(interview.Listening) {
			act = w.write
		}
		if err := act(p); err != nil {
			return err
		}
		w.confirmed++
	}
}

// write keeps some words, and every few times is done with the answer.
func (w *typist) write(p *page) error {
	w.made++
	w.at, w.attempt, w.moving = slotOf(w.room), fmt.Sprint("I did it like this: ", w.made), w.made%6 == 0
	method := "Rehearsals.SaveDraft"
	if w.moving {
		method = "Rehearsals.Done"
	}
	var after app.RoomView
	if err := p.call(method, &after, w.room.ID, w.room.Turn, w.attempt); err != nil {
		return err
	}
	w.words[w.at] = w.attempt
	w.room, w.moving, w.attempt = after, false, ""
	return nil
}

func (w *typist) check(t *testing.T, p *page) {
	t.Helper()
	w.facts.check(t, p)
	if w.room.ID == "" {
		return
	}
	w.checkWords(t, p)
	w.goOn(t, p)
	w.attempt, w.moving = "", false
}

// checkWords reads every answer out of the report.
func (w *typist) checkWords(t *testing.T, p *page) {
	t.Helper()
	var report app.ReportView
	ok(t, p.call("Rehearsals.Report", &report, w.room.ID))
	found := map[slot]string{}
	for q, question := range report.Questions {
		for _, a := range question.Answers {
			found[slot{q, a.Probe}] = a.Text
		}
	}
	for at, words := range w.words {
		if got := found[at]; got != words && (at != w.at || w.attempt == "" || got != w.attempt) {
			t.Fatalf("answer %v is %q; confirmed was %q, under way was %q", at, got, words, w.attempt)
		}
	}
	maps.Copy(w.words, found)
}

// goOn resumes where the rehearsal was interrupted, or leaves one that is over.
func (w *typist) goOn(t *testing.T, p *page) {
	t.Helper()
	var now app.RoomView
	ok(t, p.call("Rehearsals.Room", &now, w.room.ID))
	if slotOf(now) != slotOf(w.room) && !w.moving {
		t.Fatalf("the rehearsal is at %v; it was killed at %v", slotOf(now), slotOf(w.room))
	}
	if now.Phase == string(interview.Reported) {
		ok(t, p.call("Rehearsals.Delete", nil, now.ID))
		w.room = app.RoomView{}
		return
	}
	if now.Phase != string(interview.Interrupted) {
		t.Fatalf("the rehearsal is %s, want interrupted", now.Phase)
	}
	ok(t, p.call("Rehearsals.Resume", &w.room, now.ID, interview.Typed))
	if at := slotOf(w.room); w.room.Phase == string(interview.Listening) && w.room.Draft != w.words[at] {
		t.Fatalf("going on at %v with %q, want %q", at, w.room.Draft, w.words[at])
	}
}

package interview

import (
	"testing"
)

// A further attempt that is broken off before its answer is in leaves the one before it
// counting, while it can be gone on with and once it is ended.
func TestAnAttemptBrokenOffTakesNoPlace(t *testing.T) {
	for _, tt := range []struct {
		name   string
		course func(*rig, ID)
		counts int
		passed bool // the second attempt
	}{
		{"going on", func(*rig, ID) {}, 0, false},
		{"interrupted", func(r *rig, _ ID) { r.Locked() }, 0, false},
		{"ended", func(r *rig, id ID) { r.ok(r.End(bg, id, "half a sen")) }, 0, true},
		{"ended in a break", func(r *rig, id ID) {
			r.ok(r.Pause(id, "half a sen"))
			r.ok(r.End(bg, id, "half a sen"))
		}, 0, true},
		{"ended after an interruption", func(r *rig, id ID) {
			r.Locked()
			r.ok(r.End(bg, id, ""))
		}, 0, true},
		{"at its follow-up", func(r *rig, id ID) { r.ok(r.Done(id, vague)) }, 0, false},
		{"ended at its follow-up", func(r *rig, id ID) {
			r.ok(r.Done(id, vague))
			r.ok(r.End(bg, id, "half a sen"))
		}, 1, false},
		{"answered", func(r *rig, id ID) { r.ok(r.Done(id, whole)) }, 1, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := newRig(t)
			id := r.typedOut()
			r.ok(r.Retry(bg, id, 0, Typed))
			r.ok(r.SaveDraft(id, "half a sen"))
			tt.course(r, id)
			if got := r.counts(id, 0); got != tt.counts {
				t.Errorf("attempt %d counts, want %d", got, tt.counts)
			}
			rep, err := r.Report(bg, id)
			ok(t, err)
			given := rep.Questions[0].Answers
			if second := given[len(given)-1]; second.Answer.Attempt != 1 || second.Passed != tt.passed {
				t.Errorf("the second attempt is %+v", second)
			}
			if rep.Summary.Answered != 3 || rep.Summary.Skipped != 0 {
				t.Errorf("%+v", rep.Summary)
			}
		})
	}
}

// What was passed and is begun once more, but not answered, is passed still.
func TestAnAttemptBrokenOffAtWhatWasPassed(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Typed))
	r.ok(r.Skip(id, "a draft"))
	r.ok(r.End(bg, id, ""))
	r.ok(r.Retry(bg, id, 0, Typed))
	r.ok(r.End(bg, id, "half a sen"))
	rep, err := r.Report(bg, id)
	ok(t, err)
	if q := rep.Questions[0]; !q.Skipped || len(q.Answers) != 2 || len(q.Counted()) != 0 || rep.Summary.Answered != 0 {
		t.Errorf("%+v", q)
	}
}

// An attempt whose main answer was deleted counts only where no other has one.
func TestAnAttemptOfFollowUpsAloneCountsLast(t *testing.T) {
	r := newRig(t)
	id := r.typedOut()
	r.ok(r.Retry(bg, id, 0, Typed))
	r.ok(r.Done(id, vague))
	r.ok(r.Done(id, whole)) // to its follow-up
	for _, tt := range []struct {
		del  slot
		want int
	}{{slot{0, 0, 1}, 0}, {slot{0, 0, 0}, 1}} {
		for _, a := range r.answers(id) {
			if a.slot() == tt.del {
				ok(t, r.DeleteAnswer(bg, a.ID))
			}
		}
		if got := r.counts(id, 0); got != tt.want {
			t.Errorf("with %+v deleted %d counts, want %d", tt.del, got, tt.want)
		}
	}
}

// A rehearsal stays over while a question of it is tried again, and is looked back on by
// the attempt before.
func TestLookingBackWhileAnAttemptGoesOn(t *testing.T) {
	for _, tt := range []struct {
		name    string
		course  func(*rig) ID
		words   string // of the first question's answer that is looked back on; empty: not over
		attempt int
	}{
		{"not begun", func(r *rig) ID { return r.planned() }, "", 0},
		{"interrupted before its end", func(r *rig) ID {
			id := r.planned()
			r.ok(r.Start(bg, id, Typed))
			r.Locked()
			return id
		}, "", 0},
		{"over", func(r *rig) ID { return r.typedOut() }, whole, 0},
		{"trying again", func(r *rig) ID {
			id := r.typedOut()
			r.ok(r.Retry(bg, id, 0, Typed))
			r.ok(r.SaveDraft(id, "half a sen"))
			return id
		}, whole, 0},
		{"trying again, interrupted", func(r *rig) ID {
			id := r.typedOut()
			r.ok(r.Retry(bg, id, 0, Typed))
			r.ok(r.SaveDraft(id, "half a sen"))
			r.Locked()
			return id
		}, whole, 0},
		{"tried again", func(r *rig) ID {
			id := r.typedOut()
			r.ok(r.Retry(bg, id, 0, Typed))
			r.ok(r.Done(id, whole))
			return id
		}, whole, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := newRig(t)
			id := tt.course(r)
			all, err := r.Practised(bg)
			ok(t, err)
			h, err := r.History(bg, 1)
			ok(t, err)
			if over := tt.words != ""; (len(all) == 1) != over || h.Recent[0].Finished != over || h.Recent[0].Rehearsal.ID != id {
				t.Fatalf("%d are over; history %+v", len(all), h.Recent)
			}
			if len(all) == 0 {
				return
			}
			if a := all[0].Questions[0].Answers; len(a) != 1 || a[0].Answer.Attempt != tt.attempt || a[0].Answer.Text != tt.words {
				t.Errorf("%+v", a)
			}
		})
	}
}

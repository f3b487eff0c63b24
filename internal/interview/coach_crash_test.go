package interview

import (
	"errors"
	"testing"
)

// Wherever a rehearsal with a coach, a further attempt and a retry breaks off, it goes on
// at the same place, and no answer is lost or written over.
func TestCrashAfterEveryMoveWithACoach(t *testing.T) {
	r := newRig(t)
	id := r.coached()
	r.ok(r.Start(bg, id, Typed))
	r.ok(r.Done(id, vague))
	r.ok(r.Done(id, whole))
	r.again(id)
	r.ok(r.Done(id, whole))
	r.next(id)
	r.ok(r.Done(id, vague))
	r.ok(r.Skip(id, ""))
	r.again(id)
	r.ok(r.Skip(id, ""))
	r.next(id)
	r.ok(r.Skip(id, ""))
	r.ok(r.Retry(bg, id, 1, Typed))
	r.ok(r.Done(id, whole))
	finished := r.standing(id).Rehearsal
	for n := range finished.Moves {
		cut := finished
		cut.Moves = finished.Moves[:n+1]
		ok(t, r.store.PutRehearsal(bg, cut))
		kind := cut.Moves[n].Kind
		before, err := cut.State()
		ok(t, err)
		r.restart()
		r.Unlocked(bg)
		st := r.standing(id)
		if before.Phase == Closing || before.Phase == Reported {
			if st.State.Phase != Reported {
				t.Errorf("after %s (%d): %s, want the end", kind, n, st.State.Phase)
			}
			continue
		}
		if st.State.Phase != Interrupted || st.State.Before != before.Phase {
			t.Fatalf("after %s (%d): %+v, want interrupted at %s", kind, n, st.State, before.Phase)
		}
		r.goesOn(id, n, before)
	}
}

// goesOn resumes a rehearsal that was cut off, and looks whether it does so at its place.
func (r *rig) goesOn(id ID, n int, before State) {
	r.t.Helper()
	st := r.ok(r.Resume(bg, id, Typed))
	defer r.Locked()
	switch before.Phase {
	case Asking, FollowUp, Listening:
		if st.State.slot() != before.slot() || st.State.Phase != Listening || st.State.Retrying != before.Retrying {
			r.t.Errorf("after move %d: gone on at %+v, it was %+v", n, st.State, before)
		}
	case Reviewing:
		if !alike(st.State, before) {
			r.t.Errorf("after move %d: gone on at %+v, it was %+v", n, st.State, before)
		}
		if st = r.again(id); st.State.Attempt != before.Attempt+1 {
			r.t.Errorf("after move %d: an attempt begun anew is %+v", n, st.State)
		}
	case Thinking:
		if st.State.Phase == Thinking || st.State.Question < before.Question {
			r.t.Errorf("after move %d: gone on at %+v, it was %+v", n, st.State, before)
		}
	}
}

// What can't be saved does not happen, in the feedback and after the report too.
func TestCoachMoveThatCantBeSavedDoesNotHappen(t *testing.T) {
	broken := errors.New("disk on fire")
	for name, tt := range map[string]struct {
		move  func(*rig, ID) (Standing, error)
		over  bool
		after Phase
	}{
		"next":      {func(r *rig, id ID) (Standing, error) { return r.Next(id, r.turn(id)) }, false, Listening},
		"try again": {func(r *rig, id ID) (Standing, error) { return r.TryAgain(id, r.turn(id)) }, false, Listening},
		"end":       {func(r *rig, id ID) (Standing, error) { return r.End(bg, id, "") }, false, Reported},
		"retry":     {func(r *rig, id ID) (Standing, error) { return r.Retry(bg, id, 0, Spoken) }, true, Listening},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			id := r.coached()
			r.ok(r.Start(bg, id, Typed))
			r.ok(r.Done(id, whole))
			if tt.over {
				r.ok(r.End(bg, id, ""))
			}
			before := r.standing(id)
			r.store.breakDown("PutRehearsal", broken)
			if _, err := tt.move(r, id); !errors.Is(err, broken) {
				t.Fatalf("got %v", err)
			}
			if after := r.standing(id); !alike(after.State, before.State) || r.mic.IsOpen() || len(r.answers(id)) != 1 {
				t.Errorf("it moved to %+v", after.State)
			}
			r.store.breakDown("PutRehearsal", nil)
			if st := r.ok(tt.move(r, id)); st.State.Phase != tt.after {
				t.Errorf("the second try leads to %s, want %s", st.State.Phase, tt.after)
			}
		})
	}
}

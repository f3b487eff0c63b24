package interview

import (
	"slices"
	"strings"
	"testing"
)

// TestNobodyIsPressed: who can't think of anything is asked the next question, and who
// passes isn't thanked for an answer.
func TestNobodyIsPressed(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Typed))
	st := r.ok(r.Done(id, "I'm sorry, I really can't think of anything."))
	if st.State.Question != 1 || st.State.Probe != 0 {
		t.Errorf("pressed with %q", st.Words)
	}
	q := st.Rehearsal.Plan.Questions
	if st.Lead != q[1].Lead {
		t.Errorf("after an answer %q is said", st.Lead)
	}
	if st = r.ok(r.Skip(id, "")); st.Lead != q[2].LeadAfterSkip || st.Lead == "" {
		t.Errorf("after passing %q is said, want %q", st.Lead, q[2].LeadAfterSkip)
	}
}

// TestSilenceIsNotAskedHowItEnded: nothing was heard, so there is nothing to follow up.
func TestSilenceIsNotAskedHowItEnded(t *testing.T) {
	if part, ask := partToAsk(Plan{MaxProbes: 2}, begin(), []Answer{{Mode: Spoken}}); ask {
		t.Errorf("silence is asked for its %s", part)
	}
}

// TestALeadOfAnOlderPlan: plans made before there was a word for it say the usual one.
func TestALeadOfAnOlderPlan(t *testing.T) {
	r := Rehearsal{Plan: Plan{Questions: []PlannedQuestion{{Lead: "Hello."}, {Lead: "Thanks."}}}}
	if got := r.lead(State{Question: 1, Skipped: map[int]bool{0: true}}); got != "Thanks." {
		t.Errorf("lead %q", got)
	}
}

// TestNothingIsSaidTwiceInARow goes through what the interviewer says in many plans.
func TestNothingIsSaidTwiceInARow(t *testing.T) {
	r := newRig(t)
	for range 20 {
		plan := r.standing(r.planned()).Rehearsal.Plan
		for i, q := range plan.Questions {
			if len(slices.Compact(slices.Clone(q.ProbeLeads))) != len(q.ProbeLeads) {
				t.Fatalf("follow-ups begin alike: %q", q.ProbeLeads)
			}
			if i > 0 && q.Lead == plan.Questions[i-1].Lead || strings.TrimSpace(q.Lead) == "" {
				t.Fatalf("question %d begins with %q again", i, q.Lead)
			}
		}
	}
}

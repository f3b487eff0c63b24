package interview

import "testing"

// counts is the attempt at a question that counts.
func (r *rig) counts(id ID, question int) int {
	r.t.Helper()
	rep, err := r.Report(bg, id)
	ok(r.t, err)
	q := rep.Questions[question]
	for _, a := range q.Counted() {
		if a.Answer.Attempt != q.Counts {
			r.t.Errorf("attempt %d is counted, and not %d", a.Answer.Attempt, q.Counts)
		}
	}
	return q.Counts
}

// The last attempt counts until somebody says otherwise, and again once that one is deleted.
func TestWhichAttemptCounts(t *testing.T) {
	r, id := twice(t)
	if got := r.counts(id, 0); got != 1 {
		t.Errorf("without a choice %d counts", got)
	}
	turn := r.turn(id)
	ok(t, r.ChooseAttempt(bg, id, 0, 0)) // while it is looked at
	if got := r.counts(id, 0); got != 0 || r.turn(id) != turn {
		t.Errorf("after choosing the first, %d counts, in turn %d after %d", got, r.turn(id), turn)
	}
	r.ok(r.End(bg, id, ""))
	ok(t, r.ChooseAttempt(bg, id, 0, 1)) // from the report
	r.restart()
	if got := r.counts(id, 0); got != 1 {
		t.Errorf("after choosing the second from the report, %d counts", got)
	}
	ok(t, r.DeleteAnswer(bg, r.answers(id)[1].ID))
	if got := r.counts(id, 0); got != 0 {
		t.Errorf("with the chosen one deleted, %d counts", got)
	}
	if st := r.ok(r.Retry(bg, id, 0, Typed)); st.State.Attempt != 2 || st.State.Chosen[0] != 1 {
		t.Errorf("a choice lasts and takes no place: %+v", st.State)
	}
}

func TestAPassedAttemptCountsForNothing(t *testing.T) {
	r, id := twice(t)
	r.again(id)
	r.ok(r.Skip(id, "no use"))
	if got := r.counts(id, 0); got != 1 {
		t.Errorf("with the third passed %d counts", got)
	}
	wants(t, r.ChooseAttempt(bg, id, 0, 2), "interview.illegalMove")
}

func TestChoosingIsRefused(t *testing.T) {
	r, id := twice(t)
	for _, bad := range [][2]int{{0, 2}, {0, -1}, {-1, 0}, {1, 0}, {9, 0}} {
		wants(t, r.ChooseAttempt(bg, id, bad[0], bad[1]), "interview.noSuchAttempt")
	}
	r.next(id) // the next question is being answered
	wants(t, r.ChooseAttempt(bg, id, 0, 0), "interview.illegalMove")
	if got := r.counts(id, 0); got != 1 {
		t.Errorf("after all those %d counts", got)
	}
}

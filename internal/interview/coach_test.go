package interview

import (
	"slices"
	"testing"
)

// coached is a fresh rehearsal of three questions with a coach.
func (r *rig) coached() ID {
	r.t.Helper()
	return r.ok(r.Plan(bg, Wish{PersonaID: r.curious(), Length: 3, Feedback: Coached})).Rehearsal.ID
}

func (r *rig) next(id ID) Standing  { r.t.Helper(); return r.ok(r.Next(id, r.turn(id))) }
func (r *rig) again(id ID) Standing { r.t.Helper(); return r.ok(r.TryAgain(id, r.turn(id))) }

func TestFeedbackIsFrozenIntoThePlan(t *testing.T) {
	r := newRig(t)
	for wish, want := range map[Feedback]Feedback{"": Real, Real: Real, Coached: Coached} {
		st := r.ok(r.Plan(bg, Wish{PersonaID: r.curious(), Length: 3, Feedback: wish}))
		if st.Rehearsal.Plan.Feedback != want {
			t.Errorf("%q became %q", wish, st.Rehearsal.Plan.Feedback)
		}
	}
	_, err := r.Plan(bg, Wish{PersonaID: r.curious(), Length: 3, Feedback: "strict"})
	wants(t, err, "interview.badFeedback")
}

// With a coach every question and its follow-ups are looked at before the next is put.
func TestWholeRehearsalWithACoach(t *testing.T) {
	r := newRig(t)
	id := r.coached()
	r.ok(r.Start(bg, id, Typed))
	for i := range 3 {
		if st := r.ok(r.Done(id, vague)); st.State.Phase != Listening || st.State.Probe != 1 {
			t.Fatalf("question %d: %+v", i, st.State)
		}
		st := r.ok(r.Done(id, whole))
		if st.State.Phase != Reviewing || st.State.Question != i {
			t.Fatalf("question %d: %+v", i, st.State)
		}
		_, err := r.Done(id, whole)
		wants(t, err, "interview.illegalMove")
		rep, err := r.Report(bg, id)
		ok(t, err)
		if q := rep.Questions[i]; len(q.Answers) != 2 || q.Answers[0].Star == nil || q.Answers[0].Language == nil || q.Answers[1].Words == q.Answers[0].Words {
			t.Errorf("at question %d there is %+v to look at", i, q.Answers)
		}
		r.next(id)
	}
	if st := r.standing(id); st.State.Phase != Reported {
		t.Errorf("in the end: %+v", st.State)
	}
}

func TestTryingAgainKeepsEveryAttempt(t *testing.T) {
	r := newRig(t)
	id := r.coached()
	words := r.ok(r.Start(bg, id, Typed)).Words
	r.ok(r.Done(id, vague))
	if st := r.ok(r.Done(id, whole)); st.State.Phase != Reviewing {
		t.Fatalf("it stands at %+v", st.State)
	}
	st := r.again(id)
	if st.State.Phase != Listening || st.State.Attempt != 1 || st.State.Probe != 0 || st.Words != words || st.Lead != "" || st.Draft != "" {
		t.Fatalf("trying again: %+v, %q after %q", st, st.Words, st.Lead)
	}
	// The rules decide on follow-ups from this attempt alone.
	if st = r.ok(r.Done(id, vague)); st.State.Probe != 1 || st.State.Attempt != 1 {
		t.Fatalf("the follow-up of the attempt: %+v", st.State)
	}
	r.ok(r.Done(id, vague))
	r.ok(r.Done(id, vague))
	r.again(id)
	if st = r.ok(r.Done(id, whole)); st.State.Phase != Reviewing || st.State.Attempt != 2 {
		t.Fatalf("a whole third attempt: %+v", st.State)
	}
	rep, err := r.Report(bg, id)
	ok(t, err)
	var got []slot
	for _, a := range rep.Questions[0].Answers {
		got = append(got, a.Answer.slot())
	}
	if want := []slot{{0, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 1, 1}, {0, 2, 1}, {0, 0, 2}}; !slices.Equal(got, want) {
		t.Errorf("the answers are %v, want %v", got, want)
	}
	if rep.Summary.Answered != 1 {
		t.Errorf("%d questions answered by three attempts at one", rep.Summary.Answered)
	}
	if q := rep.Questions[0]; q.Answers[1].Words != q.Answers[3].Words || q.Answers[3].Words == q.Answers[4].Words {
		t.Error("the follow-ups of the attempts are worded by one another's")
	}
}

func TestPassingWithACoach(t *testing.T) {
	r := newRig(t)
	id := r.coached()
	r.ok(r.Start(bg, id, Typed))
	if st := r.ok(r.Skip(id, "")); st.State.Phase != Listening || st.State.Question != 1 {
		t.Fatalf("a question passed is looked at: %+v", st.State)
	}
	r.ok(r.Done(id, vague))
	st := r.ok(r.Skip(id, "hm")) // the follow-up
	if st.State.Phase != Reviewing || !st.State.CanUnskip() {
		t.Fatalf("an answer whose follow-up was passed is not: %+v", st.State)
	}
	if st = r.ok(r.Unskip(id)); st.State.Phase != Listening || st.State.Probe != 1 || st.Draft != "hm" {
		t.Fatalf("thinking better of it: %+v with %q", st.State, st.Draft)
	}
	r.ok(r.Done(id, whole))
	r.again(id)
	if st = r.ok(r.Skip(id, "no use")); st.State.Phase != Reviewing || st.State.Skipped[1] {
		t.Fatalf("passing a further attempt: %+v", st.State)
	}
	rep, err := r.Report(bg, id)
	ok(t, err)
	if q := rep.Questions[1]; q.Skipped || len(q.Answers) != 3 || q.Answers[0].Star == nil || q.Answers[2].Star != nil || rep.Summary.Answered != 1 {
		t.Errorf("%+v", q)
	}
}

// A press that is meant for the feedback leaves the question after it alone.
func TestNextPressedTwiceGoesOnOnce(t *testing.T) {
	r := newRig(t)
	id := r.coached()
	r.ok(r.Start(bg, id, Typed))
	answering := r.turn(id)
	looking := r.ok(r.Done(id, whole)).State.Turn
	if st := r.ok(r.Service.Done(id, answering, whole)); st.State.Turn != looking {
		t.Errorf("done, pressed twice, led to %+v", st.State)
	}
	r.ok(r.Service.Next(id, looking))
	for _, press := range []func(ID, int) (Standing, error){r.Service.Next, r.TryAgain} {
		if st := r.ok(press(id, looking)); st.State.Question != 1 || st.State.Phase != Listening {
			t.Errorf("pressed twice, it led to %+v", st.State)
		}
	}
	for _, press := range []func(ID, int) (Standing, error){r.Service.Next, r.TryAgain} {
		_, err := press(id, r.turn(id))
		wants(t, err, "interview.illegalMove")
	}
}

func TestRetryFromTheReport(t *testing.T) {
	r := newRig(t)
	id := r.typedOut()
	before, ended := r.answers(id), r.standing(id).Rehearsal.EndedAt()
	r.clk.Advance(1 << 40)
	words := r.standing(id).Rehearsal.Plan.Questions[1].Text
	st := r.ok(r.Retry(bg, id, 1, Typed))
	if st.State.Phase != Listening || st.State.Question != 1 || st.State.Attempt != 1 || !st.State.Retrying || st.Words != words {
		t.Fatalf("it stands at %+v, asking %q", st.State, st.Words)
	}
	if h, err := r.History(bg, 1); err != nil || h.Recent[0].Phase != Listening || h.Recent[0].Answered != 3 {
		t.Errorf("history %+v, %v", h, err)
	}
	if st = r.ok(r.Done(id, vague)); st.State.Probe != 1 {
		t.Fatalf("no follow-up in the attempt: %+v", st.State)
	}
	if st = r.ok(r.Done(id, whole)); st.State.Phase != Reported || st.State.Retrying {
		t.Fatalf("it leads to %+v, not back to the report", st.State)
	}
	after := r.answers(id)
	if len(after) != len(before)+2 {
		t.Fatalf("%d answers", len(after))
	}
	for i, a := range before {
		if after[i].ID != a.ID || after[i].Text != a.Text || !after[i].DoneAt.Equal(a.DoneAt) {
			t.Errorf("answer %d was changed", i)
		}
	}
	rep, err := r.Report(bg, id)
	ok(t, err)
	if len(rep.Questions) != 3 || len(rep.Questions[1].Answers) != 3 || rep.Summary.Answered != 3 || !rep.Summary.Rehearsal.EndedAt().Equal(ended) {
		t.Errorf("%+v", rep)
	}
}

func TestRetryOfWhatWasPassedAnswersIt(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Typed))
	r.ok(r.Skip(id, "a draft"))
	r.ok(r.End(bg, id, ""))
	_, err := r.Retry(bg, id, 2, Typed) // never put
	wants(t, err, "interview.illegalMove")
	r.ok(r.Retry(bg, id, 0, Typed))
	r.ok(r.Done(id, whole))
	rep, err := r.Report(bg, id)
	ok(t, err)
	if q := rep.Questions[0]; q.Skipped || len(q.Answers) != 2 || q.Answers[0].Star != nil || q.Answers[1].Star == nil || rep.Summary.Answered != 1 || rep.Summary.Skipped != 0 {
		t.Errorf("%+v in %+v", q, rep.Summary)
	}
}

// A retry is a rehearsal going on: nothing else may, and it can be broken off.
func TestRetryIsOneRehearsalAtATime(t *testing.T) {
	r := newRig(t)
	id, other := r.typedOut(), r.planned()
	r.ok(r.Retry(bg, id, 0, Typed))
	_, err := r.Start(bg, other, Typed)
	wants(t, err, "interview.anotherRunning")
	_, err = r.Retry(bg, id, 1, Typed)
	wants(t, err, "interview.anotherRunning")
	r.Locked()
	if st := r.standing(id); st.State.Phase != Interrupted || !st.State.Retrying {
		t.Fatalf("%+v", st.State)
	}
	if st := r.ok(r.End(bg, id, "")); st.State.Phase != Reported {
		t.Errorf("%+v", st.State)
	}
	_, err = r.Retry(bg, other, 0, Typed)
	wants(t, err, "interview.illegalMove") // it is planned, not over
}

func TestSpokenAttemptsHaveTheirOwnSound(t *testing.T) {
	r := newRig(t)
	id := r.coached()
	r.ok(r.Start(bg, id, Spoken))
	r.says(40)
	if st := r.ok(r.Done(id, "")); st.State.Phase != Reviewing || r.mic.IsOpen() {
		t.Fatalf("%+v, listening %v", st.State, r.mic.IsOpen())
	}
	if st := r.again(id); !st.Recording || st.Elapsed != 0 {
		t.Fatalf("%+v", st)
	}
	r.says(50)
	r.ok(r.Done(id, ""))
	rep, err := r.Report(bg, id)
	ok(t, err)
	a := rep.Questions[0].Answers
	if len(a) != 2 || a[0].Sound.RecordedMs != 40_000 || a[1].Sound.RecordedMs != 50_000 || a[0].Recordings[0].ID == a[1].Recordings[0].ID {
		t.Fatalf("%+v", a)
	}
	r.ok(r.End(bg, id, ""))
	ok(t, r.DeleteAnswer(bg, a[0].Answer.ID))
	rep, err = r.Report(bg, id)
	ok(t, err)
	if left := rep.Questions[0].Answers; len(left) != 1 || left[0].Answer.Attempt != 1 || rep.Summary.SoundMs != 50_000 || rep.Summary.Answered != 1 {
		t.Errorf("%+v", rep.Summary)
	}
	r.ok(r.Retry(bg, id, 0, Spoken)) // a place that was left free isn't taken
	if st := r.standing(id); st.State.Attempt != 2 {
		t.Errorf("%+v", st.State)
	}
}

// The voice puts the question of an attempt again, and reads no feedback.
func TestTheVoiceInAnAttempt(t *testing.T) {
	r := talking(t)
	id := r.coached()
	r.ok(r.Start(bg, id, Typed))
	r.voice.finish <- struct{}{}
	r.until(id, in(Listening))
	before := len(r.voice.words())
	if st := r.ok(r.Done(id, whole)); st.Speaking || st.State.Phase != Reviewing || len(r.voice.words()) != before {
		t.Fatalf("%+v", st.State)
	}
	st := r.again(id)
	r.voice.finish <- struct{}{}
	r.until(id, in(Listening))
	if said := r.voice.words(); said[len(said)-1] != st.Words {
		t.Errorf("it said %q", said[len(said)-1])
	}
}

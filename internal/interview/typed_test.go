package interview

import (
	"errors"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/star"
)

// whole holds every part of STAR, so nobody asks for more.
const whole = "In my last role at the clinic, our ward lost two nurses in one week. I was responsible for the rota. " +
	"I rebuilt the plan, called the agency and trained two colleagues. As a result we covered every shift and reduced overtime by 30%."

// vague holds none, so the interviewer asks.
const vague = "People are nice and work is fine with everybody."

func TestWholeIsWhole(t *testing.T) {
	if part, ask := star.Next(star.Check(whole), nil, 2); ask {
		t.Fatalf("the whole answer lacks %s: the tests below prove nothing", part)
	}
	if _, ask := star.Next(star.Check(vague), nil, 2); !ask {
		t.Fatal("the vague answer lacks nothing: the tests below prove nothing")
	}
}

func TestWholeRehearsalTyped(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	plan := r.standing(id).Rehearsal.Plan
	st := r.ok(r.Start(bg, id, Typed))
	for i := range 3 {
		if st.State.Phase != Listening || st.State.Question != i || st.Words != plan.Questions[i].Text {
			t.Fatalf("question %d: %+v", i, st.State)
		}
		st = r.ok(r.Done(id, whole))
	}
	if st.State.Phase != Reported {
		t.Fatalf("in the end: %s", st.State.Phase)
	}
	if _, err := r.Done(id, whole); err == nil {
		t.Error("a rehearsal that is over took another answer")
	}
	rep, err := r.Report(bg, id)
	ok(t, err)
	for i, q := range rep.Questions {
		a := q.Answers[0]
		if len(q.Answers) != 1 || a.Answer.Text != whole || a.Sound != nil || a.Star == nil || a.Language == nil {
			t.Errorf("question %d: %+v", i, q.Answers)
		}
	}
	if h, err := r.History(bg, 10); err != nil || len(h.Recent) != 1 || h.Recent[0].Answered != 3 || h.Recent[0].Phase != Reported {
		t.Errorf("history %+v, %v", h, err)
	}
}

func TestFollowUpsByRule(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	if most := r.standing(id).Rehearsal.Plan.MaxProbes; most != MaxProbes {
		t.Fatalf("the curious persona asks %d follow-ups", most)
	}
	r.ok(r.Start(bg, id, Typed))
	q := r.standing(id).Rehearsal.Plan.Questions[0]
	first := r.ok(r.Done(id, vague))
	second := r.ok(r.Done(id, vague))
	third := r.ok(r.Done(id, vague))
	for i, st := range []Standing{first, second} {
		if st.State.Question != 0 || st.State.Probe != i+1 || q.Probes[st.State.Parts[i]] != st.Words || st.Words == "" {
			t.Errorf("follow-up %d: %+v saying %q", i+1, st.State, st.Words)
		}
	}
	if second.State.Parts[0] == second.State.Parts[1] {
		t.Error("the same part was asked for twice")
	}
	if third.State.Question != 1 || third.State.Probe != 0 {
		t.Errorf("a third follow-up: %+v", third.State)
	}
	if got := len(r.answers(id)); got != 4 {
		t.Errorf("%d answers, want one to the question, two to its follow-ups and one begun", got)
	}
}

func TestPersonaThatAsksNothing(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	re := r.standing(id).Rehearsal
	re.Plan.MaxProbes = 0
	ok(t, r.store.PutRehearsal(bg, re))
	r.ok(r.Start(bg, id, Typed))
	if st := r.ok(r.Done(id, vague)); st.State.Question != 1 {
		t.Errorf("a follow-up although none is allowed: %+v", st.State)
	}
}

func TestEmptyAnswerAndBadMode(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	_, err := r.Start(bg, id, "sung")
	wants(t, err, "interview.badMode")
	r.ok(r.Start(bg, id, Typed))
	_, err = r.Done(id, "  \n ")
	wants(t, err, "interview.emptyAnswer")
	_, err = r.SwitchMode(id, "sung")
	wants(t, err, "interview.badMode")
	if st := r.standing(id); st.State.Phase != Listening {
		t.Errorf("it stands at %s", st.State.Phase)
	}
}

func TestSkipAndUnskip(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Typed))
	_, err := r.Unskip(id)
	wants(t, err, "interview.illegalMove")
	st := r.ok(r.Skip(id, "a draft"))
	if st.State.Question != 1 || !st.State.CanUnskip() {
		t.Fatalf("after passing: %+v", st.State)
	}
	st = r.ok(r.Unskip(id))
	if st.State.Question != 0 || st.State.Phase != Listening || st.Draft != "a draft" || st.State.Skipped[0] {
		t.Fatalf("after thinking better of it: %+v, draft %q", st.State, st.Draft)
	}
	r.ok(r.Skip(id, "a draft"))
	r.ok(r.Done(id, whole))
	_, err = r.Unskip(id)
	wants(t, err, "interview.illegalMove")
	if st = r.standing(id); st.State.Phase != Listening || st.State.Question != 2 {
		t.Fatalf("a refused unskip moved it to %+v", st.State)
	}
	r.ok(r.Done(id, whole))
	rep, err := r.Report(bg, id)
	ok(t, err)
	q := rep.Questions[0]
	if !q.Skipped || len(q.Answers) != 1 || q.Answers[0].Star != nil || q.Answers[0].Language != nil || rep.Summary.Skipped != 1 || rep.Summary.Answered != 2 {
		t.Errorf("the question passed reads %+v in %+v", q, rep.Summary)
	}
}

// A refused move must not touch the answer being given.
func TestRefusedMovesLoseNothing(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Typed))
	for range 2 {
		if _, err := r.Unskip(id); err == nil {
			t.Fatal("nothing was passed")
		}
	}
	r.ok(r.Done(id, whole))
	if a := r.answers(id)[0]; a.Text != whole || a.DoneAt.IsZero() {
		t.Errorf("the answer is %+v", a)
	}
	r.ok(r.Pause(id, "half"))
	for name, move := range map[string]func() (Standing, error){
		"pause": func() (Standing, error) { return r.Pause(id, "") },
		"skip":  func() (Standing, error) { return r.Skip(id, "") },
		"done":  func() (Standing, error) { return r.Done(id, "x") },
	} {
		if _, err := move(); err == nil {
			t.Errorf("%s was allowed in a break", name)
		}
	}
	if st := r.ok(r.Resume(bg, id, Typed)); st.Draft != "half" {
		t.Errorf("the draft is %q", st.Draft)
	}
}

func TestEndEarly(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Typed))
	st := r.ok(r.End(bg, id, "so far"))
	if st.State.Phase != Reported {
		t.Errorf("it stands at %s", st.State.Phase)
	}
	rep, err := r.Report(bg, id)
	ok(t, err)
	if len(rep.Questions) != 1 || rep.Questions[0].Answers[0].Answer.Text != "so far" {
		t.Errorf("the report holds %+v", rep.Questions)
	}
	other := r.planned()
	r.ok(r.Start(bg, other, Typed)) // nothing is in the way of another
}

func TestOneRehearsalAtATime(t *testing.T) {
	r := newRig(t)
	one, two := r.planned(), r.planned()
	r.ok(r.Start(bg, one, Typed))
	_, err := r.Start(bg, two, Typed)
	wants(t, err, "interview.anotherRunning")
	wants(t, r.Delete(bg, one), "interview.endFirst")
	wants(t, r.DeleteAnswer(bg, r.answers(one)[0].ID), "interview.endFirst")
	wants(t, r.SaveKeyPoints(bg, r.answers(one)[0].ID, "x"), "interview.endFirst")
}

// A store that can't save a move leaves everything as it was: nothing is asked,
// nothing is over, and the same wish works when the store does again.
func TestMoveThatCantBeSavedDoesNotHappen(t *testing.T) {
	broken := errors.New("disk on fire")
	for name, tt := range map[string]struct {
		move  func(*rig, ID) (Standing, error)
		after Phase
	}{
		"start": {func(r *rig, id ID) (Standing, error) { return r.Start(bg, id, Spoken) }, Listening},
		"done":  {func(r *rig, id ID) (Standing, error) { return r.Done(id, whole) }, Listening},
		"skip":  {func(r *rig, id ID) (Standing, error) { return r.Skip(id, "d") }, Listening},
		"pause": {func(r *rig, id ID) (Standing, error) { return r.Pause(id, "d") }, Paused},
		"end":   {func(r *rig, id ID) (Standing, error) { return r.End(bg, id, "d") }, Reported},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			id := r.planned()
			if name != "start" {
				r.ok(r.Start(bg, id, Typed))
			}
			before := r.standing(id)
			r.store.breakDown("PutRehearsal", broken)
			if _, err := tt.move(r, id); !errors.Is(err, broken) {
				t.Fatalf("got %v", err)
			}
			after := r.standing(id)
			if after.State.Phase != before.State.Phase || after.State.Question != before.State.Question || len(after.Rehearsal.Moves) != len(before.Rehearsal.Moves) {
				t.Errorf("it moved to %+v", after.State)
			}
			if r.mic.IsOpen() || len(r.voice.words()) > 0 {
				t.Error("something was recorded or said")
			}
			r.store.breakDown("PutRehearsal", nil)
			if st := r.ok(tt.move(r, id)); st.State.Phase != tt.after {
				t.Errorf("the second try leads to %s, want %s", st.State.Phase, tt.after)
			}
		})
	}
}

// The first of two moves was saved, what belongs to the second was not.
func TestFailureBetweenTwoMovesCanBeGoneOnFrom(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	broken := errors.New("disk on fire")
	r.store.breakDown("PutAnswer", broken) // the first move is saved, opening the answer fails
	if _, err := r.Start(bg, id, Typed); !errors.Is(err, broken) {
		t.Fatalf("got %v", err)
	}
	r.store.breakDown("PutAnswer", nil)
	if st := r.ok(r.Resume(bg, id, Typed)); st.State.Phase != Listening || st.State.Question != 0 {
		t.Errorf("it stands at %+v", st.State)
	}
	r.ok(r.Done(id, whole))
}

func TestSelfRatingsAreKeptVerbatim(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Typed))
	r.ok(r.Done(id, whole))
	r.ok(r.End(bg, id, ""))
	answer := r.answers(id)[0].ID
	criteria := rubric.Current().Criteria
	for i, c := range criteria {
		ok(t, r.SaveSelfRating(bg, answer, string(c.ID), i+1))
	}
	ok(t, r.SaveSelfRating(bg, answer, string(criteria[0].ID), 5)) // thinks better of it
	ok(t, r.SaveSelfRating(bg, answer, string(criteria[1].ID), 0)) // can't say
	got := map[rubric.CriterionID]*int{}
	rep, err := r.Report(bg, id)
	ok(t, err)
	for _, rating := range rep.Questions[0].Answers[0].Answer.SelfRating {
		got[rating.Criterion] = rating.Level
	}
	if len(got) != len(criteria) || *got[criteria[0].ID] != 5 || got[criteria[1].ID] != nil || *got[criteria[2].ID] != 3 {
		t.Errorf("ratings are %v", got)
	}
	wants(t, r.SaveSelfRating(bg, answer, string(criteria[0].ID), 6), "interview.badLevel")
	wants(t, r.SaveSelfRating(bg, answer, "charm", 3), "interview.badLevel")
}

func TestDeletingAnAnswer(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Typed))
	r.ok(r.Done(id, whole))
	r.ok(r.End(bg, id, ""))
	ok(t, r.DeleteAnswer(bg, r.answers(id)[0].ID))
	rep, err := r.Report(bg, id)
	ok(t, err)
	if len(rep.Questions[0].Answers) != 0 {
		t.Errorf("the answer is still there: %+v", rep.Questions[0].Answers)
	}
	ok(t, r.Delete(bg, id))
	_, err = r.Report(bg, id)
	wants(t, err, "store.notFound")
}

func TestFrozenPlanDoesNotChange(t *testing.T) {
	r := newRig(t)
	r.from.posting.ID, r.from.posting.Title, r.from.posting.Text = "p", "Nurse", "Registered nurse for our ward"
	id := r.ok(r.Plan(bg, Wish{PersonaID: r.curious(), Length: 3, PostingID: "p"})).Rehearsal.ID
	before := r.standing(id).Rehearsal.Plan
	r.from.posting.Title = "Something else"
	r.ok(r.Start(bg, id, Typed))
	r.ok(r.Done(id, vague))
	r.ok(r.Skip(id, ""))
	after := r.standing(id).Rehearsal.Plan
	if after.For != "Nurse" || len(after.Questions) != len(before.Questions) || after.Questions[2].Text != before.Questions[2].Text || after.Seed != before.Seed {
		t.Errorf("the plan was %+v and is %+v", before, after)
	}
	if !strings.Contains(after.For, "Nurse") {
		t.Errorf("it is for %q", after.For)
	}
}

// A button pressed twice, or an event that came late, says something about a question
// that is over: the next one isn't touched.
func TestWhatIsMeantForAnEarlierQuestionIsLeftAlone(t *testing.T) {
	for name, act := range map[string]func(r *rig, id ID, turn int) (Standing, error){
		"done":             func(r *rig, id ID, turn int) (Standing, error) { return r.Service.Done(id, turn, whole) },
		"done, empty":      func(r *rig, id ID, turn int) (Standing, error) { return r.Service.Done(id, turn, "") },
		"a draft":          func(r *rig, id ID, turn int) (Standing, error) { return r.Service.SaveDraft(id, turn, whole) },
		"skip":             func(r *rig, id ID, turn int) (Standing, error) { return r.Service.Skip(id, turn, whole) },
		"skip taken back":  func(r *rig, id ID, turn int) (Standing, error) { return r.Service.Unskip(id, turn) },
		"a turn not begun": func(r *rig, id ID, turn int) (Standing, error) { return r.Service.Done(id, turn+7, whole) },
	} {
		r := newRig(t)
		id := r.planned()
		first := r.ok(r.Start(bg, id, Typed)).State.Turn
		second := r.ok(r.Service.Skip(id, first, ""))
		r.ok(r.Service.SaveDraft(id, second.State.Turn, "mine"))
		st := r.ok(act(r, id, first))
		if st.State.Turn != second.State.Turn || st.State.Question != 1 || st.State.Phase != Listening || st.Draft != "mine" {
			t.Errorf("%s: it stands at %+v with %q", name, st.State, st.Draft)
		}
	}
}

// The same question put again is another turn: it was seen twice.
func TestTurnsAreNeverReused(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	seen := map[int]string{}
	note := func(st Standing) {
		t.Helper()
		if was, twice := seen[st.State.Turn]; twice {
			t.Errorf("turn %d was %s and is %q", st.State.Turn, was, st.Words)
		}
		seen[st.State.Turn] = st.Words
	}
	note(r.ok(r.Start(bg, id, Typed)))
	note(r.ok(r.Skip(id, "")))
	back := r.ok(r.Unskip(id))
	note(back)
	r.ok(r.Pause(id, ""))
	if st := r.ok(r.Resume(bg, id, Typed)); st.State.Turn != back.State.Turn {
		t.Error("a pause made another turn of the same question")
	}
	note(r.ok(r.Done(id, vague)))
	note(r.ok(r.Done(id, vague)))
}

func TestALateDraftDoesNotComeToTheNextAnswer(t *testing.T) {
	for name, leave := range map[string]func(r *rig, id ID, turn int) (Standing, error){
		"pause": func(r *rig, id ID, turn int) (Standing, error) { return r.Service.Pause(id, turn, "late") },
		"end":   func(r *rig, id ID, turn int) (Standing, error) { return r.Service.End(bg, id, turn, "late") },
	} {
		r := newRig(t)
		id := r.planned()
		first := r.ok(r.Start(bg, id, Typed)).State.Turn
		r.ok(r.Done(id, whole))
		r.ok(r.SaveDraft(id, "mine"))
		if st := r.ok(leave(r, id, first)); st.State.Phase == Listening {
			t.Errorf("%s did nothing", name)
		}
		if a := r.answers(id); len(a) != 2 || a[0].Text != whole || a[1].Text != "mine" {
			t.Errorf("%s: the answers are %+v", name, a)
		}
	}
}

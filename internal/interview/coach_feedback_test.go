package interview

import (
	"context"
	"encoding/json"
	"sync"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
)

// What is assessed while the rehearsal goes on are answers that are over, and only those
// of the question that is meant.
func TestFeedbackOnOneQuestionWhileItGoesOn(t *testing.T) {
	r := newRig(t)
	m := &mentor{level: 4}
	s := &stenographer{}
	r.cast = cast{coach: m, scribe: s}
	id := r.coached()
	r.ok(r.Start(bg, id, Typed))
	r.ok(r.Done(id, whole))
	r.next(id)
	r.ok(r.Done(id, whole))
	wants(t, r.Score(bg, id, counted(t)), "interview.endFirst")
	ok(t, r.ScoreQuestion(bg, id, 1, counted(t)))
	rep, err := r.Report(bg, id)
	ok(t, err)
	if rep.Questions[0].Answers[0].Answer.Score != nil || rep.Questions[1].Answers[0].Answer.Score == nil || len(m.tasks) != scoring.Runs {
		t.Errorf("%d runs: %+v", len(m.tasks), rep.Questions)
	}
	// Rating oneself and adding key points works for what is over, too.
	ok(t, r.SaveSelfRating(bg, rep.Questions[1].Answers[0].Answer.ID, "result", 3))
	r.next(id)
	ok(t, r.SaveKeyPoints(bg, rep.Questions[1].Answers[0].Answer.ID, "mine"))
	wants(t, r.SaveKeyPoints(bg, r.answers(id)[2].ID, "mine"), "interview.endFirst") // being given
	ok(t, r.ScoreQuestion(bg, id, 2, counted(t)))
	if len(m.tasks) != scoring.Runs {
		t.Error("an answer that is being given was scored")
	}
}

func TestWhatWasSaidIsWrittenDownWhileItGoesOn(t *testing.T) {
	r := newRig(t)
	r.cast.scribe = &stenographer{}
	id := r.coached()
	r.ok(r.Start(bg, id, Spoken))
	r.says(40)
	r.ok(r.Done(id, ""))
	ok(t, r.WriteDownQuestion(bg, id, 0, counted(t)))
	rep, err := r.Report(bg, id)
	ok(t, err)
	if a := rep.Questions[0].Answers[0]; a.Said == nil || len(a.Said.Words) != 40 {
		t.Errorf("%+v", a)
	}
}

// Whoever is asked for levels may take long: the rehearsal goes on meanwhile, and what
// comes late finds the answer it belongs to.
func TestScoringHoldsNothingUp(t *testing.T) {
	r := newRig(t)
	id := r.coached()
	r.ok(r.Start(bg, id, Typed))
	r.ok(r.Done(id, whole))
	var once sync.Once
	m := &mentor{level: 4}
	r.cast.coach = hook{m, func() {
		once.Do(func() {
			wants(t, r.ScoreQuestion(bg, id, 0, counted(t)), "interview.beingAssessed")
			r.next(id)
			r.ok(r.Done(id, whole))
			r.cast.coach = m
			ok(t, r.ScoreQuestion(bg, id, 1, counted(t))) // another question is no double
			r.next(id)
			r.ok(r.Service.Skip(id, r.turn(id), ""))
			wants(t, r.Score(bg, id, counted(t)), "interview.beingAssessed")
		})
	}}
	ok(t, r.ScoreQuestion(bg, id, 0, counted(t)))
	rep, err := r.Report(bg, id)
	ok(t, err)
	if st := r.standing(id); st.State.Phase != Reported || rep.Questions[0].Answers[0].Answer.Score == nil || rep.Questions[1].Answers[0].Answer.Score == nil {
		t.Errorf("%+v %+v", st.State, rep.Questions)
	}
}

// An answer that is given anew while somebody scores what was there is let go: the words
// that were scored are no longer its own.
func TestAnAnswerGivenAnewMeanwhileIsLetGo(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Typed))
	before := r.standing(id).Rehearsal
	r.ok(r.Done(id, whole))
	r.Locked()
	ok(t, r.store.PutRehearsal(bg, before)) // a crash: the words are kept, the move on isn't
	r.restart()
	r.Unlocked(bg)
	var once sync.Once
	r.cast.coach = hook{&mentor{level: 4}, func() {
		once.Do(func() { r.ok(r.Resume(bg, id, Typed)) })
	}}
	ok(t, r.Score(bg, id, counted(t)))
	if a := r.answers(id)[0]; a.Score != nil || a.Text != whole {
		t.Errorf("%+v", a)
	}
}

func TestStoppingFeedbackLeavesTheRehearsalAlone(t *testing.T) {
	r := newRig(t)
	id := r.coached()
	r.ok(r.Start(bg, id, Typed))
	r.ok(r.Done(id, whole))
	ctx, stop := context.WithCancel(bg)
	r.cast.coach = hook{&mentor{level: 4}, stop}
	if err := r.ScoreQuestion(ctx, id, 0, counted(t)); !fault.Has(err, fault.Canceled) {
		t.Errorf("%v", err)
	}
	if st := r.standing(id); st.State.Phase != Reviewing || r.answers(id)[0].Score != nil {
		t.Errorf("%+v", st.State)
	}
}

// The person rates, a model scores and the rehearsal goes on, all at once: nothing that
// one of them wrote is lost to another.
func TestNothingIsLostBetweenSessionAndFeedback(t *testing.T) {
	r := newRig(t)
	r.cast.coach = &mentor{level: 4}
	id := r.coached()
	r.ok(r.Start(bg, id, Typed))
	const attempts = 8
	var doing sync.WaitGroup
	for n := range attempts {
		r.ok(r.Done(id, whole))
		answer := r.answers(id)[n]
		doing.Go(func() { ok(t, r.SaveKeyPoints(bg, answer.ID, "noted")) })
		doing.Go(func() {
			ok(t, r.editAnswer(bg, answer.ID, func(a *Answer) { a.Advice = []Point{{Try: "this"}} }))
		})
		doing.Go(func() { ok(t, r.SaveSelfRating(bg, answer.ID, "result", 4)) })
		r.again(id)
	}
	doing.Wait()
	for n, a := range r.answers(id)[:attempts] {
		if a.Attempt != n || a.Text != whole || a.KeyPoints != "noted" || len(a.Advice) != 1 || len(a.SelfRating) != 1 || a.DoneAt.IsZero() {
			t.Errorf("attempt %d: %+v", n, a)
		}
	}
}

// A record as version 1 wrote it, without a choice of feedback and attempts, stands where it stood.
func TestRecordsOfTodayStillReplay(t *testing.T) {
	r := newRig(t)
	var old Rehearsal
	ok(t, json.Unmarshal([]byte(recordOfVersion1), &old))
	ok(t, r.store.PutRehearsal(bg, old))
	for _, raw := range answersOfVersion1 {
		var a Answer
		ok(t, json.Unmarshal([]byte(raw), &a))
		ok(t, r.store.PutAnswer(bg, a))
	}
	st := r.standing("r1")
	if st.State.Phase != Reported || st.State.Question != 1 || st.State.Turn != 4 || !st.State.Skipped[1] || st.Rehearsal.Plan.Feedback.OrReal() != Real {
		t.Fatalf("it stands at %+v", st.State)
	}
	rep, err := r.Report(bg, "r1")
	ok(t, err)
	if len(rep.Questions) != 2 || len(rep.Questions[0].Answers) != 2 || !rep.Questions[1].Skipped || rep.Summary.Answered != 1 ||
		rep.Questions[0].Answers[1].Words != "And what came of it?" || rep.Summary.Rehearsal.EndedAt().Minute() != 9 {
		t.Errorf("%+v", rep)
	}
	r.ok(r.Retry(bg, "r1", 1, Typed))
	if st = r.ok(r.Done("r1", whole)); st.State.Phase != Reported || len(st.State.Skipped) != 0 {
		t.Errorf("after a retry: %+v", st.State)
	}
}

const recordOfVersion1 = `{"id":"r1","createdAt":"2026-11-01T09:00:00Z","plan":{"seed":"7","language":"en","personaId":"p","personaName":"Ines",
"maxProbes":2,"postingId":"","for":"","terms":[],"facts":[],"questions":[
{"questionId":"q1","competencyId":"c","competency":"Care","text":"Tell me about a shift.","tests":"t","lead":"Welcome.","leadAfterSkip":"","probes":{"result":"And what came of it?"},"probeLeads":["Thank you.","I see."]},
{"questionId":"q2","competencyId":"c","competency":"Care","text":"And another?","tests":"t","lead":"Thank you.","leadAfterSkip":"All right.","probes":{},"probeLeads":[]}],"closing":"Goodbye."},
"moves":[{"kind":"start","at":"2026-11-01T09:01:00Z"},{"kind":"asked","at":"2026-11-01T09:01:01Z"},{"kind":"interrupt","at":"2026-11-01T09:02:00Z"},
{"kind":"resume","at":"2026-11-01T09:03:00Z"},{"kind":"done","at":"2026-11-01T09:04:00Z"},{"kind":"probe","at":"2026-11-01T09:04:01Z","probe":"And what came of it?","part":"result"},
{"kind":"asked","at":"2026-11-01T09:04:02Z"},{"kind":"done","at":"2026-11-01T09:05:00Z"},{"kind":"next","at":"2026-11-01T09:05:01Z"},
{"kind":"skip","at":"2026-11-01T09:06:00Z"},{"kind":"unskip","at":"2026-11-01T09:07:00Z"},{"kind":"asked","at":"2026-11-01T09:07:01Z"},
{"kind":"skip","at":"2026-11-01T09:08:00Z"},{"kind":"close","at":"2026-11-01T09:09:00Z"},{"kind":"report","at":"2026-11-01T09:09:01Z"}]}`

var answersOfVersion1 = []string{
	`{"id":"a1","rehearsalId":"r1","question":0,"probe":0,"mode":"typed","text":"It was a long night.","keyPoints":"","takes":[],"startedAt":"2026-11-01T09:01:01Z","doneAt":"2026-11-01T09:04:00Z","selfRating":[]}`,
	`{"id":"a2","rehearsalId":"r1","question":0,"probe":1,"mode":"typed","text":"Everybody slept.","keyPoints":"","takes":[],"startedAt":"2026-11-01T09:04:02Z","doneAt":"2026-11-01T09:05:00Z","selfRating":[]}`,
}

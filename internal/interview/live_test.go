package interview

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/followup"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// unfinished is an answer that says everything but how it ended.
const unfinished = "In my last role at the clinic, our ward lost two nurses in one week. I was responsible for the rota. " +
	"I called the agency, I moved the shifts and I asked two colleagues to stay longer."

// asker is a coach that words follow-ups when a test lets it.
type asker struct {
	mentor
	tasks chan followup.Task
	reply chan error // nil: a question
}

func newAsker() *asker { return &asker{tasks: make(chan followup.Task, 9), reply: make(chan error)} }

func (a *asker) FollowUp(ctx context.Context, t followup.Task) (followup.Wording, error) {
	a.tasks <- t
	select {
	case err := <-a.reply:
		if err != nil {
			return followup.Wording{}, err
		}
		return followup.Wording{Question: "Who stayed longer?", Source: followup.Source{Model: "m", Provider: "p", PromptVersion: "followup.v1"}}, nil
	case <-ctx.Done():
		return followup.Wording{}, ctx.Err()
	}
}

// liveOne is a rehearsal that helpers take part in, with its first question put.
func (r *rig) liveOne(mode Mode) ID {
	r.t.Helper()
	id := r.ok(r.Plan(bg, Wish{PersonaID: r.curious(), Length: 3, Live: true})).Rehearsal.ID
	r.ok(r.Start(bg, id, mode))
	return id
}

func TestAFollowUpFitsWhatWasSaid(t *testing.T) {
	r := newRig(t)
	coach := newAsker()
	r.cast.coach = coach
	id := r.liveOne(Typed)
	if st := r.ok(r.Done(id, unfinished)); st.State.Phase != Thinking {
		t.Fatalf("it stands at %s", st.State.Phase)
	}
	task := <-coach.tasks
	plan := r.standing(id).Rehearsal.Plan
	if task.Answer != unfinished || task.Question != plan.Questions[0].Text || task.Aim != followup.Aim("result") || task.Manner == "" || task.Interviewer == "" {
		t.Errorf("asked for %+v", task)
	}
	coach.reply <- nil
	st := r.until(id, in(Listening))
	if st.Words != "Who stayed longer?" || st.State.Probe != 1 || st.State.Parts[0] != "result" {
		t.Errorf("%q, %+v", st.Words, st.State)
	}
	last := st.Rehearsal.Moves[len(st.Rehearsal.Moves)-2]
	if last.Worded == nil || last.Worded.Model != "m" {
		t.Errorf("nobody worded %+v", last)
	}
}

func TestTheInterviewerThanksWhileTheFollowUpIsWorded(t *testing.T) {
	r := talking(t)
	coach := newAsker()
	r.cast.coach, r.cast.scribe = coach, dictated(unfinished)
	id := r.liveOne(Spoken)
	r.voice.finish <- struct{}{}
	r.until(id, in(Listening))
	r.says(20)
	st := r.ok(r.Done(id, ""))
	thanks := st.Rehearsal.Plan.Questions[1].Lead
	if !st.Speaking || st.State.Phase != Thinking {
		t.Fatalf("%+v", st)
	}
	<-coach.tasks
	coach.reply <- nil
	if r.standing(id).State.Phase != Thinking {
		t.Error("it doesn't wait for the last word of thanks")
	}
	r.voice.finish <- struct{}{}
	st = r.until(id, in(FollowUp))
	r.voice.finish <- struct{}{}
	r.until(id, in(Listening))
	if said := r.voice.words(); said[1] != thanks || said[2] != "Who stayed longer?" || st.Lead != "" {
		t.Errorf("said %q, and shows %q", said, st.Lead)
	}
	if a := r.answers(id)[0]; a.Takes[0].Transcript == nil || a.Takes[0].Transcript.Text != unfinished {
		t.Errorf("the words aren't kept: %+v", a.Takes)
	}
}

// dictated writes the same down, whatever was said.
func dictated(text string) Scribe {
	return scribeFunc(func(context.Context) error { return nil }, text)
}

type scribing struct {
	before func(context.Context) error
	text   string
}

func scribeFunc(before func(context.Context) error, text string) Scribe {
	return scribing{before, text}
}

func (s scribing) WriteDown(ctx context.Context, _ []int16, _ string) (transcript.Transcript, error) {
	return transcript.Of(s.text), s.before(ctx)
}

func TestAPlannedQuestionIsSaidWithoutThanksTwice(t *testing.T) {
	r := talking(t)
	r.cast.coach, r.cast.scribe = newAsker(), dictated(whole)
	id := r.liveOne(Spoken)
	r.voice.finish <- struct{}{}
	r.until(id, in(Listening))
	if want := r.standing(id).Rehearsal.Plan.Questions[1].Text; !slices.Contains(r.voice.ready(), want) {
		t.Errorf("the next question isn't made beforehand: %q", r.voice.ready())
	}
	r.says(40)
	r.ok(r.Done(id, ""))
	r.voice.finish <- struct{}{}
	st := r.until(id, in(Asking))
	r.voice.finish <- struct{}{}
	r.until(id, in(Listening))
	q := st.Rehearsal.Plan.Questions[1]
	if said := r.voice.words(); said[1] != q.Lead || said[2] != q.Text || st.Lead != q.Lead {
		t.Errorf("said %q, shows %q", said, st.Lead)
	}
	r.Locked()
	if len(r.voice.ready()) != 0 {
		t.Error("what was made beforehand stays in memory")
	}
}

func TestHelpersThatFailAreToldAndNotWaitedForAgain(t *testing.T) {
	for name, tt := range map[string]struct {
		scribe Scribe
		reply  error
		turn   time.Duration // how far the clock is turned while somebody is waited for
		told   string
	}{
		"the recogniser fails":      {scribeFunc(func(context.Context) error { return fault.New(fault.Denied, "speech.badKey") }, ""), nil, 0, "speech.badKey"},
		"the recogniser is slow":    {scribeFunc(func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }, ""), nil, wordsPatience, keyScribe},
		"the coach has no credit":   {dictated(unfinished), fault.New(fault.Denied, "ai.noCredit"), 0, "ai.noCredit"},
		"the coach thinks too long": {dictated(unfinished), nil, followUpPatience, keyCoach},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			coach := newAsker()
			r.cast.coach, r.cast.scribe = coach, tt.scribe
			id := r.liveOne(Spoken)
			r.says(5)
			waiting := r.clk.Waiting()
			r.ok(r.Done(id, ""))
			ofCoach := tt.told == keyCoach || tt.reply != nil
			if ofCoach {
				<-coach.tasks
			}
			if tt.turn > 0 {
				for r.clk.Waiting() == waiting { // it has begun to wait
					r.standing(id)
				}
				r.clk.Advance(tt.turn)
			} else if ofCoach {
				coach.reply <- tt.reply
			}
			st := r.until(id, in(Listening))
			if st.State.Probe != 1 || st.Words != st.Rehearsal.Plan.Questions[0].Probes["result"] || !r.events.told(tt.told) {
				t.Errorf("%q after %v", st.Words, r.events.troubles)
			}
			if a := r.answers(id)[0]; a.Takes[0].Sound.RecordedMs != 5000 || a.Score != nil {
				t.Errorf("%+v", a)
			}
			r.says(5)
			r.ok(r.Done(id, ""))
			r.until(id, func(st Standing) bool { return st.State.Question == 1 && st.State.Phase == Listening })
		})
	}
}

func TestWhoPressesOnWaitsNoLonger(t *testing.T) {
	r := newRig(t)
	coach := newAsker()
	r.cast.coach = coach
	id := r.liveOne(Typed)
	r.ok(r.Done(id, unfinished))
	<-coach.tasks
	if st := r.ok(r.Done(id, "")); st.State.Phase != Thinking {
		t.Errorf("a second press skips the follow-up: it stands at %s", st.State.Phase)
	}
	st := r.ok(r.PressOn(id, r.turn(id)))
	if st.State.Phase != Listening || st.Words != st.Rehearsal.Plan.Questions[0].Probes["result"] {
		t.Errorf("%s: %q", st.State.Phase, st.Words)
	}
}

// Cutting the word of thanks short isn't a wish for silence about the answer.
func TestThanksCutShortLeaveTheFollowUpComing(t *testing.T) {
	r := talking(t)
	coach := newAsker()
	r.cast.coach, r.cast.scribe = coach, dictated(unfinished)
	id := r.liveOne(Spoken)
	r.voice.finish <- struct{}{}
	r.until(id, in(Listening))
	r.says(20)
	r.ok(r.Done(id, ""))
	<-coach.tasks
	if st := r.ok(r.HushVoice(id)); st.State.Phase != Thinking || st.Speaking {
		t.Errorf("%s, speaking %v", st.State.Phase, st.Speaking)
	}
	coach.reply <- nil
	if st := r.until(id, in(FollowUp)); st.Words != "Who stayed longer?" {
		t.Errorf("%q", st.Words)
	}
}

// Who can be asked nothing further isn't kept waiting for words, which come all the same.
func TestNobodyWaitsWhereNoFollowUpCanCome(t *testing.T) {
	r := newRig(t)
	goOn := make(chan struct{})
	r.cast.coach = newAsker()
	r.cast.scribe = scribeFunc(func(context.Context) error { <-goOn; return nil }, unfinished)
	id := r.ok(r.Plan(bg, Wish{PersonaID: r.curious(), Length: 3, Live: true, Difficulty: Gentle})).Rehearsal.ID
	r.ok(r.Start(bg, id, Spoken))
	r.says(20)
	if st := r.ok(r.Done(id, "")); st.State.Phase != Listening || st.State.Question != 1 {
		t.Errorf("%s at question %d", st.State.Phase, st.State.Question)
	}
	close(goOn)
	r.until(id, func(Standing) bool { return r.answers(id)[0].Takes[0].Transcript != nil })
}

func TestLeavingWhileItThinksGoesOnThere(t *testing.T) {
	r := newRig(t)
	coach := newAsker()
	r.cast.coach = coach
	id := r.liveOne(Typed)
	r.ok(r.Done(id, unfinished))
	<-coach.tasks
	r.Locked()
	r.restart()
	if st := r.standing(id); st.State.Phase != Interrupted || st.State.Before != Thinking {
		t.Fatalf("%+v", st.State)
	}
	r.ok(r.Resume(bg, id, Typed))
	<-coach.tasks
	coach.reply <- nil
	if st := r.until(id, in(Listening)); st.Words != "Who stayed longer?" {
		t.Errorf("%q", st.Words)
	}
	r.ok(r.Done(id, unfinished))
	r.ok(r.Pause(id, ""))
	r.ok(r.End(bg, id, ""))
	if strings.Contains(strings.Join(r.events.troubles, " "), "illegal") {
		t.Errorf("%v", r.events.troubles)
	}
}

func TestNobodyTakesPartWhoWasNotAsked(t *testing.T) {
	r := newRig(t)
	coach := newAsker()
	r.cast.coach, r.cast.scribe = coach, dictated(unfinished)
	id := r.planned()
	r.ok(r.Start(bg, id, Spoken))
	r.says(5)
	if st := r.ok(r.Done(id, "")); st.State.Probe != 1 || len(coach.tasks) != 0 || r.answers(id)[0].Takes[0].Transcript != nil {
		t.Errorf("%+v", st.State)
	}
}

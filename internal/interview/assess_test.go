package interview

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/advice"
	"github.com/jobjourney/jobjourney/internal/interview/followup"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// cast hands out whoever a test has put into a part.
type cast struct {
	coach     Coach
	scribe    Scribe
	captioner Captioner
}

func (c *cast) Coach(context.Context) (Coach, error)   { return c.coach, nil }
func (c *cast) Scribe(context.Context) (Scribe, error) { return c.scribe, nil }

func (c *cast) Captioner(context.Context) (Captioner, error) { return c.captioner, nil }

// mentor quotes the answer's first words for every criterion.
type mentor struct {
	mu    sync.Mutex
	level int
	err   error
	tasks []scoring.Task
	facts []advice.Fact
}

func (m *mentor) Rate(_ context.Context, t scoring.Task) (scoring.Opinions, error) {
	if m.err != nil {
		return scoring.Opinions{}, m.err
	}
	m.mu.Lock()
	m.tasks = append(m.tasks, t)
	m.mu.Unlock()
	out := scoring.Opinions{Source: scoring.Source{Model: "m", Provider: "p", PromptVersion: "score.v1"}}
	for _, id := range t.Criteria {
		out.Criteria = append(out.Criteria, scoring.Opinion{Criterion: id, Level: m.level, Quotes: []string{strings.Join(t.Words[:3], " ")}})
	}
	return out, nil
}

func (m *mentor) FollowUp(context.Context, followup.Task) (followup.Wording, error) {
	return followup.Wording{}, m.err
}

func (m *mentor) Advise(_ context.Context, t advice.Task) ([]advice.Point, error) {
	m.facts = t.Facts
	return []advice.Point{
		{Quote: strings.Join(strings.Fields(t.Answer)[2:6], " "), Try: "Say first what was at stake."},
		{Quote: "what nobody said", Try: "Say first what was at stake."},
	}, nil
}

// stenographer writes one word for every second.
type stenographer struct {
	err   error
	calls int
}

func (s *stenographer) WriteDown(_ context.Context, samples []int16, language string) (transcript.Transcript, error) {
	s.calls++
	if s.err != nil && s.calls > 1 {
		return transcript.Transcript{}, s.err
	}
	t := transcript.Of(strings.TrimSpace(strings.Repeat("word ", len(samples)/SampleRate)))
	t.Language, t.Timed, t.Source = language, true, transcript.Source{Provider: "here"}
	for i := range t.Words {
		t.Words[i].StartMs, t.Words[i].EndMs = i*1000, i*1000+500
	}
	return t, nil
}

func counted(t *testing.T) func(done, total int) {
	last := -1
	return func(done, total int) {
		if done <= last || done > total {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
	}
}

// typedOut is a rehearsal of three typed answers.
func (r *rig) typedOut() ID {
	r.t.Helper()
	id := r.planned()
	r.ok(r.Start(bg, id, Typed))
	for range 3 {
		r.ok(r.Done(id, whole))
	}
	return id
}

func TestAnswersAreScoredOnce(t *testing.T) {
	r := newRig(t)
	m := &mentor{level: 4}
	r.cast.coach = m
	id := r.typedOut()
	ok(t, r.Score(bg, id, counted(t)))
	rep, err := r.Report(bg, id)
	ok(t, err)
	for _, q := range rep.Questions {
		a := q.Answers[0]
		if a.Said == nil || a.Answer.Score == nil || *a.Answer.Score.Overall < 3.99 || len(a.Answer.Advice) != 1 {
			t.Fatalf("%+v", a.Answer)
		}
		words := strings.Fields(whole)
		if got := a.Answer.Advice[0].Evidence.Quote(words); got != strings.Join(words[2:6], " ") {
			t.Errorf("advice on %q", got)
		}
		if got := a.Answer.Score.Criteria[0]; got.ID != rubric.Relevance || got.Evidence[0].Quote(words) != "In my last" {
			t.Errorf("%+v", got)
		}
	}
	if n := len(m.tasks); n != 9 || m.tasks[0].Question == "" || m.tasks[0].Competency == "" {
		t.Errorf("%d runs, %+v", n, m.tasks[0])
	}
	ok(t, r.Score(bg, id, counted(t)))
	if len(m.tasks) != 9 {
		t.Error("scored again what was scored already")
	}
}

func TestAProvidersFailureIsToldAndTriedAgain(t *testing.T) {
	r := newRig(t)
	m := &mentor{level: 4, err: fault.New(fault.Denied, "ai.noCredit")}
	r.cast.coach = m
	id := r.typedOut()
	if err := r.Score(bg, id, counted(t)); fault.Of(err).Key != "ai.noCredit" {
		t.Errorf("%v", err)
	}
	rep, err := r.Report(bg, id)
	ok(t, err)
	if s := rep.Questions[0].Answers[0].Answer.Score; s == nil || s.Cause != "ai.noCredit" || s.Overall != nil {
		t.Errorf("%+v", s)
	}
	if rep.Questions[1].Answers[0].Answer.Score != nil {
		t.Error("the others were asked for all the same")
	}
	m.err = nil
	ok(t, r.Score(bg, id, counted(t)))
	if rep, err = r.Report(bg, id); err != nil || rep.Questions[0].Answers[0].Answer.Score.Cause != "" || rep.Questions[2].Answers[0].Answer.Score == nil {
		t.Errorf("%+v, %v", rep.Questions, err)
	}
}

func TestWithoutACastNothingIsAsked(t *testing.T) {
	r := newRig(t)
	id := r.typedOut()
	for _, err := range []error{r.Score(bg, id, counted(t)), r.WriteDown(bg, id, counted(t))} {
		if fault.Of(err).Key != "provider.nobody" {
			t.Errorf("%v", err)
		}
	}
}

func TestARunningRehearsalIsLeftAlone(t *testing.T) {
	r := newRig(t)
	r.cast = cast{coach: &mentor{level: 4}, scribe: &stenographer{}}
	id := r.planned()
	r.ok(r.Start(bg, id, Typed))
	for _, err := range []error{r.Score(bg, id, counted(t)), r.WriteDown(bg, id, counted(t))} {
		if fault.Of(err).Key != "interview.endFirst" {
			t.Errorf("%v", err)
		}
	}
}

// spokenOut is a rehearsal of spoken answers, the first of 40 seconds.
func (r *rig) spokenOut() ID {
	r.t.Helper()
	id := r.planned()
	st := r.ok(r.Start(bg, id, Spoken))
	for st.State.Phase == Listening {
		r.says(40)
		st = r.ok(r.Done(id, ""))
	}
	return id
}

func TestWhatWasSaidIsWrittenDownAndMeasured(t *testing.T) {
	r := newRig(t)
	s := &stenographer{}
	r.cast = cast{coach: &mentor{level: 3}, scribe: s}
	id := r.spokenOut()
	rep, err := r.Report(bg, id)
	ok(t, err)
	if a := rep.Questions[0].Answers[0]; a.Said != nil || a.Language != nil || a.Sound == nil {
		t.Errorf("words out of nothing: %+v", a)
	}
	ok(t, r.Score(bg, id, counted(t)))
	if rep, err = r.Report(bg, id); err != nil || rep.Questions[0].Answers[0].Answer.Score != nil {
		t.Errorf("an answer without words was scored: %v", err)
	}
	ok(t, r.WriteDown(bg, id, counted(t)))
	rep, err = r.Report(bg, id)
	ok(t, err)
	a := rep.Questions[0].Answers[0]
	if a.Said == nil || len(a.Said.Words) != 40 || a.Said.Language != "en" || a.Language == nil || a.Language.Words != 40 || a.Speech == nil {
		t.Errorf("%+v", a)
	}
	before := s.calls
	ok(t, r.WriteDown(bg, id, counted(t)))
	if s.calls != before {
		t.Error("written down twice")
	}
	ok(t, r.Score(bg, id, counted(t)))
	if rep, err = r.Report(bg, id); err != nil || rep.Questions[0].Answers[0].Answer.Score == nil {
		t.Errorf("not scored: %v", err)
	}
}

func TestWhatIsWrittenDownStaysWhenTheNextFails(t *testing.T) {
	r := newRig(t)
	r.cast.scribe = &stenographer{err: errors.New("out of paper")}
	id := r.spokenOut()
	if err := r.WriteDown(bg, id, counted(t)); err == nil {
		t.Fatal("no error")
	}
	rep, err := r.Report(bg, id)
	ok(t, err)
	said := 0
	for _, q := range rep.Questions {
		for _, a := range q.Answers {
			if a.Said != nil {
				said++
			}
		}
	}
	if said != 1 {
		t.Errorf("%d answers are written down", said)
	}
}

func TestACancelledScoringLeavesNoScore(t *testing.T) {
	r := newRig(t)
	r.cast.coach = &mentor{level: 4}
	id := r.typedOut()
	ctx, stop := context.WithCancel(bg)
	stop()
	if err := r.Score(ctx, id, counted(t)); !fault.Has(err, fault.Canceled) {
		t.Errorf("%v", err)
	}
	rep, err := r.Report(bg, id)
	ok(t, err)
	if rep.Questions[0].Answers[0].Answer.Score != nil {
		t.Error("scored all the same")
	}
}

// hook is a coach who does something before each run.
type hook struct {
	*mentor
	before func()
}

func (h hook) Rate(ctx context.Context, t scoring.Task) (scoring.Opinions, error) {
	h.before()
	return h.mentor.Rate(ctx, t)
}

func TestAnAnswerDeletedMeanwhileIsLetGo(t *testing.T) {
	r := newRig(t)
	id := r.typedOut()
	rep, err := r.Report(bg, id)
	ok(t, err)
	first := rep.Questions[0].Answers[0].Answer.ID
	var once sync.Once
	r.cast.coach = hook{&mentor{level: 4}, func() {
		once.Do(func() {
			ok(t, r.DeleteAnswer(bg, first))
			ok(t, r.SaveKeyPoints(bg, rep.Questions[1].Answers[0].Answer.ID, "meanwhile"))
			if err := r.Score(bg, id, counted(t)); fault.Of(err).Key != "interview.beingAssessed" {
				t.Errorf("scored twice at once: %v", err)
			}
		})
	}}
	ok(t, r.Score(bg, id, counted(t)))
	rep, err = r.Report(bg, id)
	ok(t, err)
	if len(rep.Questions[0].Answers) != 0 {
		t.Error("a deleted answer came back")
	}
	if a := rep.Questions[1].Answers[0].Answer; a.Score == nil || a.KeyPoints != "meanwhile" {
		t.Errorf("%+v", a)
	}
}

func TestWhatOneAnswerIsRefusedForKeepsNoOther(t *testing.T) {
	r := newRig(t)
	m := &mentor{level: 4, err: fault.New(fault.Denied, "ai.contentRefused")}
	r.cast.coach = m
	id := r.typedOut()
	ok(t, r.Score(bg, id, counted(t)))
	rep, err := r.Report(bg, id)
	ok(t, err)
	for _, q := range rep.Questions {
		if a := q.Answers[0]; a.Answer.Score == nil || a.Answer.Score.Cause != "ai.contentRefused" || !a.Unscored {
			t.Errorf("%+v", a)
		}
	}
	m.err = fault.New(fault.NotFound, "ai.modelMissing")
	if err := r.Score(bg, id, counted(t)); fault.Of(err).Key != "ai.modelMissing" {
		t.Errorf("%v", err)
	}
}

func TestTranscriptsStayWithTheirTakes(t *testing.T) {
	r := newRig(t)
	r.cast = cast{coach: &mentor{level: 3}, scribe: &stenographer{}}
	id := r.planned()
	r.ok(r.Start(bg, id, Spoken))
	r.says(20)
	r.ok(r.Pause(id, ""))
	r.ok(r.Resume(bg, id, Typed)) // which ends the take
	r.ok(r.SwitchMode(id, Spoken))
	r.says(40)
	r.ok(r.Done(id, ""))
	r.ok(r.End(bg, id, ""))
	ok(t, r.WriteDown(bg, id, counted(t)))
	rep, err := r.Report(bg, id)
	ok(t, err)
	a := rep.Questions[0].Answers[0]
	if len(a.Recordings) != 2 || a.Recordings[1].StartMs != 20_000 || len(a.Said.Words) != 60 || a.Said.Words[20].StartMs != 20_000 {
		t.Fatalf("%+v %+v", a.Recordings, a.Said)
	}
	for _, rec := range a.Recordings {
		ok(t, r.DeleteRecording(bg, rec.ID))
	}
	ok(t, r.Score(bg, id, counted(t)))
	if rep, err = r.Report(bg, id); err != nil || len(rep.Questions[0].Answers[0].Said.Words) != 60 {
		t.Errorf("%+v, %v", rep.Questions[0].Answers[0].Said, err)
	}
}

func TestWhatWasPassedOrDeletedIsNotSent(t *testing.T) {
	r := newRig(t)
	s := &stenographer{}
	r.cast = cast{coach: &mentor{level: 3}, scribe: s}
	id := r.planned()
	r.ok(r.Start(bg, id, Spoken))
	r.says(20)
	r.ok(r.Skip(id, ""))
	r.says(20)
	r.ok(r.Done(id, ""))
	r.ok(r.End(bg, id, ""))
	rep, err := r.Report(bg, id)
	ok(t, err)
	if rep.Questions[0].Answers[0].Unwritten || !rep.Questions[1].Answers[0].Unwritten {
		t.Errorf("%+v", rep.Questions)
	}
	ok(t, r.DeleteRecording(bg, rep.Questions[1].Answers[0].Recordings[0].ID))
	ok(t, r.WriteDown(bg, id, counted(t)))
	if s.calls != 0 {
		t.Errorf("%d takes were sent", s.calls)
	}
}

func TestTypedWordsHaveNoPace(t *testing.T) {
	r := newRig(t)
	id := r.planned()
	r.ok(r.Start(bg, id, Spoken))
	r.says(30)
	r.ok(r.SwitchMode(id, Typed))
	r.ok(r.Done(id, whole))
	r.ok(r.End(bg, id, ""))
	rep, err := r.Report(bg, id)
	ok(t, err)
	if a := rep.Questions[0].Answers[0]; a.Speech != nil || a.Language == nil || a.Language.SpeechRateWpm != nil {
		t.Errorf("%+v %+v", a.Speech, a.Language)
	}
}

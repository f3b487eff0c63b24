package interview

import (
	"context"
	"errors"
	"os"
	"testing"

	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// scoredOut is a rehearsal of three typed answers, scored, and the ids of its answers.
func scoredOut(t *testing.T) (*rig, ID, []AnswerID) {
	t.Helper()
	r := newRig(t)
	r.cast.coach = &mentor{level: 4}
	id := r.typedOut()
	ok(t, r.Score(bg, id, counted(t)))
	rep, err := r.Report(bg, id)
	ok(t, err)
	var ids []AnswerID
	for _, q := range rep.Questions {
		ids = append(ids, q.Answers[0].Answer.ID)
	}
	return r, id, ids
}

func TestTheReportHasALevelOfTheWhole(t *testing.T) {
	r, id, ids := scoredOut(t)
	whole := func() scoring.Whole {
		t.Helper()
		rep, err := r.Report(bg, id)
		ok(t, err)
		return rep.Whole
	}
	if w := whole(); w.Level == nil || *w.Level < 3.999 || *w.Level > 4.001 || w.Scored != 3 || w.Answers != 3 {
		t.Errorf("%+v", w)
	}
	ok(t, r.found(bg, ids[0], func(a *Answer) { a.Score = nil }))
	if w := whole(); w.Level == nil || w.Scored != 2 || w.Answers != 3 {
		t.Errorf("one without a score: %+v", w)
	}
	ok(t, r.found(bg, ids[1], func(a *Answer) { a.Score.Source.Model = "another" }))
	if w := whole(); w.Level != nil || w.Cause != "scoring.mixed" {
		t.Errorf("of two models: %+v", w)
	}
	if w := (Report{Questions: []QuestionReport{{Skipped: true, Answers: []AnswerReport{{}}}}}).scores(); len(w) != 0 {
		t.Errorf("a question that was passed counts: %+v", w)
	}
}

// Levels are shown with the words of the rubric they were given by, and without any where
// that one isn't known.
func TestAScoreIsReadByItsOwnRubric(t *testing.T) {
	r, id, ids := scoredOut(t)
	ok(t, r.found(bg, ids[1], func(a *Answer) { a.Score.Source.RubricVersion = "v2" }))
	ok(t, r.found(bg, ids[2], func(a *Answer) { a.Score.Source.RubricVersion = "v99" }))
	re, err := r.store.GetRehearsal(bg, id)
	ok(t, err)
	sum, answers, err := r.summarise(bg, re)
	ok(t, err)
	rep, err := buildReport(sum, answers, nil, func(version string) (rubric.Rubric, error) {
		if version == "v2" {
			return rubric.Read(os.DirFS("rubric/testdata"), version)
		}
		return rubric.Load(version)
	})
	ok(t, err)
	first, second, third := rep.Questions[0].Answers[0].Rubric, rep.Questions[1].Answers[0].Rubric, rep.Questions[2].Answers[0].Rubric
	if first == nil || first.Version != "v1" || second == nil || third != nil {
		t.Fatalf("%v %v %v", first, second, third)
	}
	if c, _ := second.Criterion(rubric.Relevance); c.Anchor(4) != "Second edition: close." {
		t.Errorf("%+v", c)
	}
	if rep.Rubric.Version != rubric.Current().Version || rep.Whole.Level != nil {
		t.Errorf("%s, %+v", rep.Rubric.Version, rep.Whole)
	}
}

// cloud is a stenographer whose house keeps what was written down.
type cloud struct {
	stenographer
	there  int // transcripts it keeps
	stuck  error
	before func() // called before deleting
}

func (c *cloud) WriteDown(ctx context.Context, samples []int16, language string) (transcript.Transcript, error) {
	c.there++
	return c.stenographer.WriteDown(ctx, samples, language)
}

func (c *cloud) Forget(context.Context) error {
	c.before()
	if c.stuck == nil {
		c.there = 0
	}
	return c.stuck
}

func TestWhatIsKeptHereIsDeletedThere(t *testing.T) {
	for name, stuck := range map[string]error{"deleted": nil, "not allowed": errors.New("this key may not")} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			c := &cloud{stuck: stuck}
			r.cast.scribe = c
			id := r.spokenOut()
			written := func() (n, left int) {
				rep, err := r.Report(bg, id)
				ok(t, err)
				for _, q := range rep.Questions {
					for _, a := range q.Answers {
						if a.Said != nil {
							n++
							if a.Said.LeftThere {
								left++
							}
						}
					}
				}
				return n, left
			}
			deletions := 0
			c.before = func() {
				deletions++
				if n, _ := written(); n != deletions {
					t.Errorf("deleted before it was kept: %d kept", n)
				}
			}
			ok(t, r.WriteDown(bg, id, counted(t)))
			n, left := written()
			if n == 0 || deletions != n || (stuck == nil) != (left == 0) || stuck != nil && left != n || (c.there == 0) != (stuck == nil) {
				t.Errorf("%d written down, %d deletions, %d noted as left, %d there", n, deletions, left, c.there)
			}
		})
	}
}

// Words of a rehearsal that goes on are deleted elsewhere too, and nobody waits for that.
func TestWhatIsUnderstoodInTimeIsDeletedThere(t *testing.T) {
	r := talking(t)
	stuck, asked := errors.New("this key may not"), make(chan struct{}, 4)
	r.cast.coach, r.cast.scribe = newAsker(), &cloud{stuck: stuck, before: func() { asked <- struct{}{} }}
	id := r.liveOne(Spoken)
	r.voice.finish <- struct{}{}
	r.until(id, in(Listening))
	r.says(40)
	r.ok(r.Done(id, ""))
	<-asked
	serve.Until(t, "it is noted that it is left there", func() bool {
		said := r.answers(id)[0].Takes[0].Transcript
		return said != nil && said.LeftThere
	})
}

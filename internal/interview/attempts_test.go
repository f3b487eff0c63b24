package interview

import (
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
)

// twice is a rehearsal whose first question was answered twice: vaguely, then whole.
func twice(t *testing.T) (*rig, ID) {
	r := newRig(t)
	re := r.coached()
	st := r.standing(re).Rehearsal
	st.Plan.MaxProbes = 0
	ok(t, r.store.PutRehearsal(bg, st))
	r.ok(r.Start(bg, re, Typed))
	r.ok(r.Done(re, vague))
	r.again(re)
	r.ok(r.Done(re, whole))
	return r, re
}

func TestTwoAttemptsBesideOneAnother(t *testing.T) {
	r, id := twice(t)
	c, err := r.Compare(bg, id, 0, 0, 1)
	ok(t, err)
	if c.Unscored != NotBothScored || len(c.Criteria) != len(rubric.Current().Criteria) || c.Criteria[0].Change != None {
		t.Errorf("without scores: %+v", c)
	}
	if len(c.Star) != 4 || c.Star[3].First || !c.Star[3].Second {
		t.Errorf("the parts are %+v", c.Star)
	}
	var first, second strings.Builder
	for _, p := range c.Words {
		if p.Kind != "added" {
			first.WriteString(p.Text)
		}
		if p.Kind != "removed" {
			second.WriteString(p.Text)
		}
	}
	if first.String() != vague || second.String() != whole {
		t.Errorf("the words are %q and %q", first.String(), second.String())
	}
	if m := c.Measures[0]; m.Measure != WordCount || m.First != float64(len(strings.Fields(vague))) || m.Second <= m.First {
		t.Errorf("the measures are %+v", c.Measures)
	}
	for _, bad := range [][3]int{{0, 0, 2}, {1, 0, 0}, {-1, 0, 0}, {0, -1, 0}} {
		_, err := r.Compare(bg, id, bad[0], bad[1], bad[2])
		wants(t, err, "interview.noSuchAttempt")
	}
}

func TestScoresAreComparedOnlyWithTheirLike(t *testing.T) {
	from := scoring.Source{Model: "m", Provider: "p", RubricVersion: "1", PromptVersion: "1"}
	base := scoring.Score{Runs: 3, Source: from}
	change := func(do func(*scoring.Score)) *scoring.Score {
		s := base
		do(&s)
		return &s
	}
	for name, tt := range map[string]struct {
		a, b *scoring.Score
		want Incomparable
	}{
		"alike":           {&base, &base, ""},
		"no first":        {nil, &base, NotBothScored},
		"no second":       {&base, nil, NotBothScored},
		"a failure":       {&base, change(func(s *scoring.Score) { s.Cause = "ai.noCredit" }), NotBothScored},
		"another model":   {&base, change(func(s *scoring.Score) { s.Source.Model = "n" }), OtherSource},
		"another house":   {&base, change(func(s *scoring.Score) { s.Source.Provider = "q" }), ""}, // a router may choose anew
		"warmer":          {&base, change(func(s *scoring.Score) { s.Source.OwnTemperature = true }), OtherSource},
		"oftener":         {&base, change(func(s *scoring.Score) { s.Runs = 5 }), OtherSource},
		"another rubric":  {&base, change(func(s *scoring.Score) { s.Source.RubricVersion = "2" }), OtherSource},
		"another prompt":  {&base, change(func(s *scoring.Score) { s.Source.PromptVersion = "2" }), OtherSource},
		"a quick scoring": {change(func(s *scoring.Score) { s.Runs = 1 }), &base, OneRun},
	} {
		if got := incomparable(tt.a, tt.b); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

func TestALevelWithinTheSpreadIsNoDifference(t *testing.T) {
	for name, tt := range map[string]struct {
		a, b Span
		want Direction
	}{
		"same":                   {Span{3, 3, 3}, Span{3, 3, 3}, Same},
		"clear":                  {Span{2, 2, 2}, Span{4, 4, 4}, Higher},
		"clear, with some room":  {Span{2, 1, 2}, Span{3, 3, 4}, Higher},
		"down":                   {Span{4, 4, 5}, Span{3, 2, 3}, Lower},
		"the first reaches it":   {Span{3, 3, 4}, Span{4, 4, 4}, WithinSpread},
		"the second reaches it":  {Span{3, 3, 3}, Span{4, 3, 4}, WithinSpread},
		"they overlap":           {Span{2, 1, 3}, Span{4, 3, 5}, WithinSpread},
		"nothing to start with":  {Span{}, Span{4, 4, 4}, None},
		"nothing to end with":    {Span{4, 4, 4}, Span{}, None},
		"same, although spread":  {Span{3, 2, 4}, Span{3, 3, 3}, Same},
		"down within the spread": {Span{4, 3, 4}, Span{3, 3, 3}, WithinSpread},
	} {
		if got := direction(tt.a, tt.b); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

func TestLevelsOfTwoAttempts(t *testing.T) {
	r, id := twice(t)
	m := &mentor{level: 2}
	r.cast.coach = m
	ok(t, r.ScoreQuestion(bg, id, 0, counted(t)))
	ok(t, r.editAnswer(bg, r.answers(id)[1].ID, func(a *Answer) {
		for i := range a.Score.Criteria {
			c := &a.Score.Criteria[i]
			c.Level, c.Low, c.High = 4, 4, 4
		}
		a.Score.Criteria[1].Low = 2
		a.Score.Criteria[2] = scoring.Criterion{ID: a.Score.Criteria[2].ID, Status: scoring.Insufficient}
	}))
	c, err := r.Compare(bg, id, 0, 0, 1)
	ok(t, err)
	if c.Unscored != "" || c.Criteria[0].Change != Higher || c.Criteria[1].Change != WithinSpread || c.Criteria[2].Change != None {
		t.Errorf("%+v", c)
	}
	if c, err = r.Compare(bg, id, 0, 1, 0); err != nil || c.Criteria[0].Change != Lower {
		t.Errorf("the other way around: %+v, %v", c, err)
	}
}

func TestSpokenAttemptsAreComparedByTheirSound(t *testing.T) {
	r := newRig(t)
	r.cast.scribe = &stenographer{}
	id := r.coached()
	r.ok(r.Start(bg, id, Spoken))
	r.says(40)
	r.ok(r.Done(id, ""))
	r.again(id)
	r.says(50)
	r.ok(r.Done(id, ""))
	c, err := r.Compare(bg, id, 0, 0, 1)
	ok(t, err)
	if m := c.Measures[0]; m.Measure != LengthMs || m.First != 40_000 || m.Second != 50_000 || len(c.Words) != 0 || len(c.Star) != 0 {
		t.Errorf("without words: %+v", c)
	}
	ok(t, r.WriteDownQuestion(bg, id, 0, counted(t)))
	if c, err = r.Compare(bg, id, 0, 0, 1); err != nil || len(c.Words) == 0 || len(c.Star) != 4 {
		t.Errorf("with words: %+v, %v", c, err)
	}
}

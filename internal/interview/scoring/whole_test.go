package scoring

import (
	"math"
	"testing"

	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// scored is a score of some levels; 0 is a criterion without one.
func scored(levels map[rubric.CriterionID]int, change func(*Score)) *Score {
	s := Score{Runs: Runs, Source: Source{Model: "m", Provider: "p", RubricVersion: "v1", PromptVersion: "score.v1"}}
	for _, c := range rubric.Current().Criteria {
		one := Criterion{ID: c.ID, Status: Insufficient}
		if l := levels[c.ID]; l > 0 {
			one.Status, one.Level = Scored, l
		}
		s.Criteria = append(s.Criteria, one)
	}
	s.Overall, s.Scored = overall(s.Criteria)
	if change != nil {
		change(&s)
	}
	return &s
}

func TestTheLevelOfAWholeRehearsal(t *testing.T) {
	type levels = map[rubric.CriterionID]int
	full := levels{rubric.Relevance: 4, rubric.SituationAndTask: 4, rubric.OwnAction: 4, rubric.Result: 4, rubric.RoleDepth: 4}
	part := levels{rubric.OwnAction: 1}
	failed := &Score{Cause: "ai.noCredit", Source: Source{Model: "another"}}
	other := func(change func(*Score)) []*Score { return []*Score{scored(full, nil), scored(part, change)} }
	for name, tt := range map[string]struct {
		scores []*Score
		level  float64 // 0: none
		scored int
		cause  string
	}{
		"no answers":      {nil, 0, 0, ""},
		"nothing scored":  {[]*Score{nil, failed, scored(levels{}, nil)}, 0, 0, ""},
		"one":             {[]*Score{scored(part, nil)}, 1, 1, ""},
		"by what counts":  {other(nil), (4*1.0 + 1*0.30) / 1.30, 2, ""}, // not the mean of 4 and 1
		"what is missing": {[]*Score{nil, scored(full, nil), failed, scored(levels{}, nil)}, 4, 1, ""},
		"another host":    {other(func(s *Score) { s.Source.Provider = "q" }), (4*1.0 + 1*0.30) / 1.30, 2, ""},
		"another model":   {other(func(s *Score) { s.Source.Model = "n" }), 0, 2, "scoring.mixed"},
		"another rubric":  {other(func(s *Score) { s.Source.RubricVersion = "v2" }), 0, 2, "scoring.mixed"},
		"another prompt":  {other(func(s *Score) { s.Source.PromptVersion = "score.v2" }), 0, 2, "scoring.mixed"},
		"warmer":          {other(func(s *Score) { s.Source.OwnTemperature = true }), 0, 2, "scoring.mixed"},
		"quick":           {other(func(s *Score) { s.Runs = 1 }), 0, 2, "scoring.mixed"},
	} {
		got := WholeOf(tt.scores)
		if got.Scored != tt.scored || got.Answers != len(tt.scores) || got.Cause != tt.cause || (got.Level != nil) != (tt.level > 0) {
			t.Errorf("%s: %+v", name, got)
		}
		if got.Level != nil && math.Abs(*got.Level-tt.level) > 1e-9 {
			t.Errorf("%s: %f, want %f", name, *got.Level, tt.level)
		}
	}
}

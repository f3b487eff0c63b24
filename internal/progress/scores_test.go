package progress

import (
	"slices"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
)

// modelB is another model.
var modelB = from(func(s *scoring.Source) { s.Model = "b" })

// from is modelA with something about it that is otherwise.
func from(change func(*scoring.Source)) scoring.Source {
	s := modelA
	change(&s)
	return s
}

// TestScoresOfOtherSourcesAreNotCompared, in any line of levels: it breaks, and what is
// usual isn't told from what lies before.
func TestScoresOfOtherSourcesAreNotCompared(t *testing.T) {
	for _, tt := range []struct {
		name    string
		by      scoring.Source
		changed []string // empty: they are compared
	}{
		{"the same", modelA, nil},
		{"another model", modelB, []string{PartModel}},
		{"another provider", from(func(s *scoring.Source) { s.Provider = "q" }), []string{PartProvider}},
		{"another rubric", from(func(s *scoring.Source) { s.RubricVersion = "v2" }), []string{PartRubric}},
		{"another prompt", from(func(s *scoring.Source) { s.PromptVersion = "score/2" }), []string{PartPrompt}},
		{"a temperature of its own", from(func(s *scoring.Source) { s.OwnTemperature = true }), []string{PartTemperature}},
		{"all of them", scoring.Source{Model: "b", Provider: "q", RubricVersion: "v2", PromptVersion: "score/2"}, []string{PartModel, PartProvider, PartRubric, PartPrompt}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var all []Session
			for day := 9; day > 2; day-- {
				all = append(all, session(day, about("teamwork", scored(modelA, 3, 3, 3, 3, 3))))
			}
			o := overview(knowing(t, append(all, session(1, about("teamwork", scored(tt.by, 5, 5, 5, 5, 5))))...))
			lines := []Line{o.Competencies[0].Line}
			for _, c := range o.Criteria {
				lines = append(lines, c.Line)
			}
			if len(lines) != 6 {
				t.Fatalf("%d lines, want that of the competency and five of criteria", len(lines))
			}
			for _, l := range lines {
				if len(tt.changed) == 0 {
					if len(l.Breaks) != 0 || l.Trend != Above {
						t.Errorf("breaks %+v, trend %s", l.Breaks, l.Trend)
					}
					continue
				}
				if len(l.Breaks) != 1 || l.Breaks[0].Before != 7 || !slices.Equal(l.Breaks[0].Changed, tt.changed) || l.Band != nil || l.Trend != TooFew {
					t.Errorf("breaks %+v, band %+v, trend %s; want one break for %v", l.Breaks, l.Band, l.Trend, tt.changed)
				}
			}
		})
	}
}

func TestAFailureIsInNoLine(t *testing.T) {
	o := overview(knowing(t, session(2, about("teamwork", failed(), scored(modelA, -1, -1, -1, -1, -1))), session(1, about("teamwork", scored(modelA, 3, 0, -1, 4, 4)))))
	if v := values(o.Competencies[0].Line); len(v) != 1 {
		t.Errorf("levels %v", v)
	}
	if o.Competencies[0].Unscored != 2 || len(o.Criteria) != 3 {
		t.Errorf("%d answers without a level, %d criteria with a line; want 2, 3", o.Competencies[0].Unscored, len(o.Criteria))
	}
}

func TestOwnRatingsOfOtherRubricsAreNotCompared(t *testing.T) {
	o := overview(knowing(t, session(2, about("teamwork", rated(rubric.Result, 2, "v1"), rated(rubric.Relevance, 3, "v1"))),
		session(1, about("teamwork", rated(rubric.Result, 4, "v2"), rated(rubric.Result, 3, "v1")))))
	if len(o.SelfRatings) != 2 || o.SelfRatings[0].Criterion != rubric.Relevance {
		t.Fatalf("%+v", o.SelfRatings)
	}
	l := o.SelfRatings[1].Line
	if !slices.Equal(values(l), []float64{2, 3, 4}) || len(l.Breaks) != 1 || !slices.Equal(l.Breaks[0].Changed, []string{PartRubric}) {
		t.Errorf("points %v, breaks %+v", values(l), l.Breaks)
	}
}

func TestCompetenciesTellHowOftenAndWhen(t *testing.T) {
	again := said("One.")
	again.At = today.Add(-time.Hour)
	german := about("planning", said("Eins."))
	german.Competency.Name = "Planen"
	got := competencies(inOrder([]Session{
		session(30, about("teamwork", again), about("planning", well(), said("Two."))), session(2, german, about("safety", said("One."))),
	}))
	for i, want := range []CompetencyLine{
		{Competency: Competency{"planning", "Planen"}, Questions: 2, Answers: 3, Unscored: 2, LastAt: daysAgo(2)},
		{Competency: Competency{"safety", "safety"}, Questions: 1, Answers: 1, Unscored: 1, LastAt: daysAgo(2)},
		{Competency: Competency{"teamwork", "teamwork"}, Questions: 1, Answers: 1, Unscored: 1, LastAt: today.Add(-time.Hour)},
	} {
		c := got[i]
		if c.Competency != want.Competency || c.Questions != want.Questions || c.Answers != want.Answers || c.Unscored != want.Unscored || !c.LastAt.Equal(want.LastAt) {
			t.Errorf("%+v, want %+v", c, want)
		}
	}
}

// TestEqualLevelsHaveExactlyThatMean, whichever criteria are scored: whether a level is good
// or runs lie too far apart must not hang on how fractions are added.
func TestEqualLevelsHaveExactlyThatMean(t *testing.T) {
	for level := 1; level <= rubric.Levels; level++ {
		for some := 1; some < 1<<5; some++ {
			of := make([]int, 5)
			for i := range of {
				if some>>i&1 == 1 {
					of[i] = level
				}
			}
			a := scored(modelA, of...)
			for i := range a.Score.Criteria {
				a.Score.Criteria[i].Low--
				a.Score.Criteria[i].High++
			}
			for n := 1; n <= 3; n++ {
				p := competencies([]Session{session(1, about("teamwork", slices.Repeat([]Answer{a}, n)...))})[0].Line.Points[0]
				if want := float64(level); p.Value != want || p.Low != want-1 || p.High != want+1 {
					t.Errorf("%v in %d answers: %v, %v to %v", of, n, p.Value, p.Low, p.High)
				}
			}
		}
	}
}

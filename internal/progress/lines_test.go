package progress

import (
	"math"
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
)

func TestLevelsOfACompetency(t *testing.T) {
	for _, tt := range []struct {
		name    string
		answers []Answer
		want    []float64
	}{
		{"all criteria", []Answer{scored(modelA, 3, 3, 3, 3, 3)}, []float64{3}},
		{"weighted as in a report", []Answer{scored(modelA, 5, 1, 1, 1, 1)}, []float64{1.8}},
		{"only what has a level", []Answer{scored(modelA, 4, 0, 4, -1, 4)}, []float64{4}},
		{"a follow-up counts by what it adds", []Answer{scored(modelA, 2, 2, 2, 0, 2), scored(modelA, 0, 0, 0, 4, 0)}, []float64{2.5}},
		{"too little evidence", []Answer{scored(modelA, 0, 0, 0, 0, 0)}, []float64{}},
		{"not scored", []Answer{scored(modelA, -1, -1, -1, -1, -1), failed()}, []float64{}},
		{"nobody was asked", []Answer{{}}, []float64{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := competencies([]Session{session(1, about("teamwork", tt.answers...))})
			if v := values(got[0].Line); !slices.EqualFunc(v, tt.want, close) {
				t.Errorf("levels %v, want %v", v, tt.want)
			}
			if len(tt.want) == 0 && got[0].Unscored != len(tt.answers) {
				t.Errorf("%d answers without a level, want %d", got[0].Unscored, len(tt.answers))
			}
		})
	}
}

func TestAPointSaysWhatItRestsOn(t *testing.T) {
	quick := scored(modelA, 4, 4, 0, 2, -1)
	quick.Score.Runs = 1
	quick.Score.Criteria[0].Low, quick.Score.Criteria[0].High = 3, 5
	p := competencies([]Session{session(1, about("teamwork", quick))})[0].Line.Points[0]
	if p.Scored != 3 || p.Of != 5 || !p.Quick || p.Answers != 1 || p.Basis.Model != "a" || p.Basis.Prompt != "score/1" {
		t.Errorf("%+v", p)
	}
	if want := 0.2 / 0.6; !close(p.Value-p.Low, want) || !close(p.High-p.Value, want) {
		t.Errorf("from %v to %v around %v, want %v to either side", p.Low, p.High, p.Value, want)
	}
}

func TestLinesBreakWhereTheBasisChanges(t *testing.T) {
	other := func(change func(*scoring.Source)) scoring.Source {
		s := modelA
		change(&s)
		return s
	}
	for part, by := range map[string]scoring.Source{
		PartModel:    other(func(s *scoring.Source) { s.Model = "b" }),
		PartProvider: other(func(s *scoring.Source) { s.Provider = "q" }),
		PartRubric:   other(func(s *scoring.Source) { s.RubricVersion = "v2" }),
		PartPrompt:   other(func(s *scoring.Source) { s.PromptVersion = "score/2" }),
	} {
		l := competencies([]Session{
			session(3, about("teamwork", scored(modelA, 3, 3, 3, 3, 3))), session(2, about("teamwork", scored(by, 5, 5, 5, 5, 5))),
			session(1, about("teamwork", scored(modelA, 3, 3, 3, 3, 3))),
		})[0].Line
		if len(l.Breaks) != 2 || l.Breaks[0].Before != 1 || l.Breaks[1].Before != 2 || !slices.Equal(l.Breaks[0].Changed, []string{part}) {
			t.Errorf("%s: breaks %+v", part, l.Breaks)
		}
	}
}

func TestTwoScorersInOneRehearsalAreTwoPoints(t *testing.T) {
	b := modelA
	b.Model = "b"
	l := competencies([]Session{session(1, about("teamwork", scored(modelA, 2, 2, 2, 2, 2)), about("teamwork", scored(b, 4, 4, 4, 4, 4)))})[0].Line
	if !slices.Equal(values(l), []float64{2, 4}) || len(l.Breaks) != 1 {
		t.Errorf("points %v, breaks %v", values(l), l.Breaks)
	}
}

func TestOwnRatingsAreALineOfTheirOwn(t *testing.T) {
	cannotSay := Answer{Ratings: []rubric.Rating{{Criterion: rubric.Result, Version: "v1"}}}
	o := overview(knowing(t, session(2, about("teamwork", rated(rubric.Result, 2, "v1"), rated(rubric.Result, 4, "v1"), cannotSay)),
		session(1, about("teamwork", rated(rubric.Result, 5, "v2")))))
	if len(o.Criteria) != 0 || len(o.Competencies[0].Line.Points) != 0 {
		t.Errorf("ratings became levels: %+v", o.Criteria)
	}
	if len(o.SelfRatings) != 1 || !slices.Equal(values(o.SelfRatings[0].Line), []float64{3, 5}) || len(o.SelfRatings[0].Line.Breaks) != 1 {
		t.Errorf("ratings %+v", o.SelfRatings)
	}
}

func TestCriteriaKeepTheRubricsOrder(t *testing.T) {
	o := overview(knowing(t, session(1, about("teamwork", scored(modelA, 1, 2, 0, 4, 5)))))
	var got []float64
	for _, c := range o.Criteria {
		got = append(got, values(c.Line)...)
	}
	if !slices.Equal(got, []float64{1, 2, 4, 5}) {
		t.Errorf("criteria %v", got)
	}
}

func TestWhatIsUsual(t *testing.T) {
	for _, tt := range []struct {
		name    string
		earlier []float64
		newest  float64
		trend   Trend
		low     float64
		high    float64
	}{
		{"one short of enough", []float64{100, 100, 100, 100}, 200, TooFew, 0, 0},
		{"nothing changes", []float64{100, 100, 100, 100, 100}, 104, Usual, 95, 105},
		{"more than a step", []float64{100, 100, 100, 100, 100}, 106, Above, 95, 105},
		{"up and down anyway", []float64{90, 95, 100, 105, 110}, 118, Usual, 100 - 5*2.5*1.4826, 100 + 5*2.5*1.4826},
		{"beyond that", []float64{90, 95, 100, 105, 110}, 80, Below, 100 - 5*2.5*1.4826, 100 + 5*2.5*1.4826},
		{"one odd evening", []float64{100, 100, 300, 100, 100}, 110, Above, 95, 105},
		{"never below nothing", []float64{0, 1, 2, 3, 9}, 0, Usual, 0, 2 + 2.5*1.4826},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var points []Point
			for i, v := range append(slices.Clone(tt.earlier), tt.newest) {
				s := session(20 - i)
				points = append(points, Point{Session: s.ID, At: s.At, Value: v})
			}
			l := lineOf(points, map[bool]float64{true: 0.5, false: 5}[tt.newest < 10], 0, math.Inf(1))
			if l.Trend != tt.trend || (l.Band == nil) != (tt.trend == TooFew) {
				t.Fatalf("%s, band %+v", l.Trend, l.Band)
			}
			if b := l.Band; b != nil && (!close(b.Low, tt.low) || !close(b.High, tt.high) || b.Rehearsals != 5) {
				t.Errorf("band %+v, want %v to %v", b, tt.low, tt.high)
			}
		})
	}
}

func TestTheBandForgetsWhatWasLongAgo(t *testing.T) {
	var points []Point
	for i := range 21 {
		s := session(100 - i)
		points = append(points, Point{Session: s.ID, At: s.At, Value: map[bool]float64{true: 10, false: 50}[i < 10]})
	}
	if l := lineOf(points, 1, 0, 100); l.Band.Median != 50 || l.Band.Rehearsals != bandOver {
		t.Errorf("band %+v", l.Band)
	}
}

func TestTheBandIsOfComparablePointsOnly(t *testing.T) {
	var points []Point
	for i := range 12 {
		s := session(100 - i)
		points = append(points, Point{Session: s.ID, At: s.At, Value: 3, Basis: Basis{Model: map[bool]string{true: "a", false: "b"}[i%2 == 0]}})
	}
	if l := lineOf(points, 1, 1, 5); l.Band == nil || l.Band.Rehearsals != 5 {
		t.Errorf("five earlier points of its own kind make a band: %+v", l.Band)
	}
	if l := lineOf(points[:10], 1, 1, 5); l.Band != nil {
		t.Errorf("four don't: %+v", l.Band)
	}
}

func close(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

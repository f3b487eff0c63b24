package progress

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
)

// levelStep is half a level: levels are whole numbers, so less may be rounding alone.
const levelStep = 0.5

// CompetencyLine is how a competency went. A point is the mean of the levels its answers
// got in one rehearsal, weighted as in a report (scoring.Weights), over the criteria that
// have a level.
type CompetencyLine struct {
	Competency Competency
	Questions  int       // answered so far
	LastAt     time.Time // when one was answered last, perhaps in a later attempt
	Answers    int       // with the follow-ups
	// Unscored is how many of the answers have no level at all: nobody was asked to score
	// them, it failed, or they hold too little.
	Unscored int
	Line     Line
}

// CriterionLine is how one criterion went, over all competencies: by a scorer's levels,
// or by the person's own ratings. The two never meet in one line.
type CriterionLine struct {
	Criterion rubric.CriterionID
	Line      Line
}

// competencies are those that were practised, the most answered first.
func competencies(all []Session) []CompetencyLine {
	index, points, out := map[string]int{}, map[string][]Point{}, []CompetencyLine{}
	for _, s := range all {
		answers := map[string][]Answer{}
		for _, q := range s.Answered {
			id := q.Competency.ID
			i, known := index[id]
			if !known {
				i = len(out)
				index[id], out = i, append(out, CompetencyLine{})
			}
			c := &out[i]
			c.Competency, c.LastAt = q.Competency, q.last(c.LastAt, s.At) // sessions come oldest first
			c.Questions, c.Answers = c.Questions+1, c.Answers+len(q.Answers)
			c.Unscored += unscored(q.Answers)
			answers[id] = append(answers[id], q.Answers...)
		}
		for id, given := range answers {
			points[id] = append(points[id], levels(s, given, "")...)
		}
	}
	for i := range out {
		out[i].Line = lineOf(points[out[i].Competency.ID], levelStep, 1, rubric.Levels)
	}
	slices.SortStableFunc(out, func(a, b CompetencyLine) int {
		return cmp.Or(cmp.Compare(b.Questions, a.Questions), cmp.Compare(a.Competency.ID, b.Competency.ID))
	})
	return out
}

// criteria are the lines of the rubric's criteria that have a point, in its order.
func criteria(all []Session, points func(Session, rubric.CriterionID) []Point) []CriterionLine {
	out := []CriterionLine{}
	for _, c := range rubric.Current().Criteria {
		var found []Point
		for _, s := range all {
			found = append(found, points(s, c.ID)...)
		}
		if len(found) > 0 {
			out = append(out, CriterionLine{c.ID, lineOf(found, levelStep, 1, rubric.Levels)})
		}
	}
	return out
}

// criterionLevels are the levels of one criterion in a rehearsal.
func criterionLevels(s Session, of rubric.CriterionID) []Point {
	var answers []Answer
	for _, q := range s.Answered {
		answers = append(answers, q.Answers...)
	}
	return levels(s, answers, of)
}

// ownRatings is what the person thought of it: one point for each version of the rubric.
func ownRatings(s Session, of rubric.CriterionID) []Point {
	sums := map[portion]*sum{}
	for _, q := range s.Answered {
		for _, a := range q.Answers {
			for _, r := range a.Ratings {
				if r.Criterion == of && r.Level != nil {
					level := float64(*r.Level)
					at(sums, s.portion(a, Basis{Rubric: r.Version})).add(1, level, level, level)
				}
			}
		}
	}
	return pointsOf(s, sums)
}

// levels pools the criteria that have a level, of all answers scored alike; of names one
// criterion, empty is all. Without a level there is no point.
func levels(s Session, answers []Answer, of rubric.CriterionID) []Point {
	sums, weights := map[portion]*sum{}, scoring.Weights()
	for _, a := range answers {
		if a.Score == nil {
			continue
		}
		pool := at(sums, s.portion(a, basisOf(a.Score.Source)))
		counted := false
		for _, c := range a.Score.Criteria {
			if of != "" && c.ID != of {
				continue
			}
			pool.of++
			if !hasLevel(c) {
				continue
			}
			pool.scored++
			pool.sum(weights[c.ID], float64(c.Level), float64(c.Low), float64(c.High))
			counted = true
		}
		if counted {
			pool.answers++
			pool.quick = pool.quick || a.Score.Runs < 2
		}
	}
	return pointsOf(s, sums)
}

// hasLevel is true of a criterion that really was scored.
func hasLevel(c scoring.Criterion) bool {
	return c.Status == scoring.Scored && c.Level >= 1 && c.Level <= rubric.Levels
}

func unscored(answers []Answer) int {
	n := 0
	for _, a := range answers {
		if a.Score == nil || !slices.ContainsFunc(a.Score.Criteria, hasLevel) {
			n++
		}
	}
	return n
}

func basisOf(s scoring.Source) Basis {
	return Basis{Model: s.Model, Provider: s.Provider, Rubric: s.RubricVersion, Prompt: s.PromptVersion, OwnTemperature: s.OwnTemperature}
}

// sum is a weighted mean on its way.
type sum struct {
	weight, value, low, high float64
	answers, scored, of      int
	quick                    bool
}

func (v *sum) sum(weight, value, low, high float64) {
	v.weight += weight
	v.value, v.low, v.high = v.value+weight*value, v.low+weight*low, v.high+weight*high
}

// add is sum for a whole answer.
func (v *sum) add(weight, value, low, high float64) {
	v.sum(weight, value, low, high)
	v.answers++
}

func at(sums map[portion]*sum, p portion) *sum {
	if sums[p] == nil {
		sums[p] = &sum{}
	}
	return sums[p]
}

// pointsOf are the sums that hold something.
func pointsOf(s Session, sums map[portion]*sum) []Point {
	var out []Point
	for p, v := range sums {
		if v.weight > 0 {
			out = append(out, Point{
				Session: s.ID, At: p.at, Value: mean(v.value, v.weight), Low: mean(v.low, v.weight), High: mean(v.high, v.weight),
				Answers: v.answers, Scored: v.scored, Of: v.of, Quick: v.quick, Basis: p.basis,
			})
		}
	}
	return out
}

// mean is without the noise of adding fractions (the ninth decimal): whether runs lie a
// level apart, or a level outside a band, must not hang on it.
func mean(sum, weight float64) float64 { return math.Round(sum/weight*1e9) / 1e9 }

package evaluation

import (
	"math"
	"regexp"
	"slices"

	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// agreement measures each criterion, then all together.
func (m measurement) agreement() []Agreement {
	var out []Agreement
	for _, id := range criteria() {
		out = append(out, m.agreementOn(id, []rubric.CriterionID{id}))
	}
	return append(out, m.agreementOn(AllCriteria, criteria()))
}

func (m measurement) agreementOn(name rubric.CriterionID, ids []rubric.CriterionID) Agreement {
	pairs := each(m.set, func(a Answer) []Pair { return m.pairs(a, ids) })
	a := Agreement{
		Criterion: name,
		Kappa:     bootstrap(m.resamples, pairs, func(p []Pair) Real { return QuadraticKappa(p, rubric.Levels) }),
		Exact:     bootstrap(m.resamples, pairs, Exact),
		WithinOne: bootstrap(m.resamples, pairs, func(p []Pair) Real { return Within(p, 1) }),
		Lenience:  bootstrap(m.resamples, pairs, lenience),
	}
	counts := m.counts(ids)
	a.Refused = share(counts.refused, counts.withGrade)
	a.Empty = share(counts.emptySeen, counts.withoutGrade)
	a.NotScored = share(counts.notScored, counts.all)
	return a
}

// pairs are the marks of an answer that have a level on both sides.
func (m measurement) pairs(a Answer, ids []rubric.CriterionID) []Pair {
	var out []Pair
	for _, id := range ids {
		given, _ := m.outcomes[a.ID].judgement(id)
		if expected := a.Grades.judgement(id); a.graded() && given > 0 && expected > 0 {
			out = append(out, Pair{given, expected})
		}
	}
	return out
}

func lenience(pairs []Pair) Real {
	differences := make([]float64, len(pairs))
	for i, p := range pairs {
		differences[i] = float64(p.Given - p.Expected)
	}
	return mean(differences)
}

// confusion counts what was given by what was expected.
func (m measurement) confusion() Confusion { return m.tally(criteria()) }

func (m measurement) tally(ids []rubric.CriterionID) Confusion {
	var c Confusion
	for _, g := range m.set.groups {
		for _, a := range g.Answers {
			for _, id := range ids {
				if a.graded() {
					c[a.Grades.judgement(id)][m.column(a.ID, id)]++
				}
			}
		}
	}
	return c
}

// column is the place in Confusion of what was given.
func (m measurement) column(answer string, id rubric.CriterionID) int {
	level, ok := m.outcomes[answer].judgement(id)
	if !ok {
		return rubric.Levels + 1
	}
	return level
}

// markCounts counts marks by what isn't in a pair. Those not scored are in neither
// withGrade nor withoutGrade.
type markCounts struct{ all, notScored, withGrade, refused, withoutGrade, emptySeen int }

func (m measurement) counts(ids []rubric.CriterionID) markCounts {
	var n markCounts
	for grade, row := range m.tally(ids) {
		for column, count := range row {
			n.all += count
			switch {
			case column == rubric.Levels+1:
				n.notScored += count
			case grade > 0:
				n.withGrade += count
			default:
				n.withoutGrade += count
			}
		}
		if grade > 0 {
			n.refused += row[0]
		} else {
			n.emptySeen += row[0]
		}
	}
	return n
}

// ordered is a pair of answers to one question: the steps they are on, and the mean
// level of the higher step minus that of the lower.
type ordered struct {
	lower, upper int // indexes into Steps
	gap          float64
}

func (m measurement) order() Order {
	pairs := collect(m.set, m.orderedPairs)
	all := slices.Concat(pairs...)
	o := Order{
		Right:    bootstrap(m.resamples, pairs, rightOrder),
		Tied:     shareOf(all, func(p ordered) bool { return p.gap == 0 }),
		Reversed: shareOf(all, func(p ordered) bool { return p.gap < 0 }),
		Spearman: bootstrap(m.resamples, collect(m.set, m.rankCorrelation), meanOf),
	}
	for upper := 1; upper < len(Steps()); upper++ {
		near := slices.DeleteFunc(slices.Clone(all), func(p ordered) bool { return p.upper != upper || p.lower != upper-1 })
		o.Neighbours = append(o.Neighbours, Neighbours{Steps()[upper-1], Steps()[upper], rightOrder(near), len(near)})
	}
	return o
}

func rightOrder(pairs []ordered) Real {
	return shareOf(pairs, func(p ordered) bool { return p.gap > 0 })
}

func shareOf[T any](all []T, fits func(T) bool) Real {
	hits := 0
	for _, one := range all {
		if fits(one) {
			hits++
		}
	}
	return share(hits, len(all))
}

// orderedPairs pairs all rungs of a ladder that are on different steps.
func (m measurement) orderedPairs(g Group) []ordered {
	var out []ordered
	for _, low := range g.Answers {
		for _, high := range g.Answers {
			a, b := slices.Index(Steps(), low.Step), slices.Index(Steps(), high.Step)
			if low.Kind != Rung || high.Kind != Rung || a >= b {
				continue
			}
			if below, over, ok := means(m.outcomes[low.ID], m.outcomes[high.ID], 0); ok {
				out = append(out, ordered{a, b, over - below})
			}
		}
	}
	return out
}

// rankCorrelation is Spearman's for one ladder; nothing where it is undefined.
func (m measurement) rankCorrelation(g Group) []float64 {
	var steps, levels []float64
	for _, a := range g.Answers {
		level, _, ok := means(m.outcomes[a.ID], m.outcomes[a.ID], 0)
		if a.Kind == Rung && ok {
			steps, levels = append(steps, float64(slices.Index(Steps(), a.Step))), append(levels, level)
		}
	}
	if rho := Spearman(steps, levels); rho.Defined() {
		return []float64{float64(rho)}
	}
	return nil
}

func (m measurement) runs() Runs {
	alike, width, n := 0, 0, 0
	for _, o := range m.outcomes {
		for _, mark := range o {
			if mark.Spread == (Spread{}) {
				continue
			}
			n, width = n+1, width+mark.Spread.Max-mark.Spread.Min
			if mark.Spread.Max == mark.Spread.Min {
				alike++
			}
		}
	}
	return Runs{share(alike, n), share(width, n), n}
}

var wordExpr = regexp.MustCompile(`[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*`)

// Words counts the words of an answer as package delivery does, filled pauses
// included: runs of letters and digits with inner apostrophes and hyphens.
func Words(text string) int { return len(wordExpr.FindAllStringIndex(text, -1)) }

// point is an answer by its length and its residual.
type point struct{ logWords, residual float64 }

// residualByLength correlates what was given too much with length.
func (m measurement) residualByLength() Figure {
	return bootstrap(m.resamples, each(m.set, func(a Answer) []point {
		if d, ok := m.residual(a); ok && a.graded() && Words(a.Text) > 0 {
			return []point{{math.Log(float64(Words(a.Text))), d}}
		}
		return nil
	}), func(points []point) Real {
		x, y := make([]float64, len(points)), make([]float64, len(points))
		for i, p := range points {
			x[i], y[i] = p.logWords, p.residual
		}
		return Pearson(x, y)
	})
}

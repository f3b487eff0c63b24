package evaluation

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// Measure compares the results of one run with the set. Items that the set doesn't
// have are ignored; those that weren't run count as not scored.
func Measure(set *Set, results Results) Report { return measure(set, results, Resamples) }

func measure(set *Set, results Results, resamples int) Report {
	m := measurement{set, results.outcomes(), resamples}
	r := Report{
		SetVersion:    set.Version,
		RubricVersion: rubric.Current().Version,
		Items:         len(results.Items),
		Agreement:     m.agreement(),
		Confusion:     m.confusion(),
		Order:         m.order(),
		Repeats:       m.repeats(),
		Runs:          m.runs(),
		Length:        m.length(),
		Wording:       m.wording(),
		Injection:     m.injection(),
		Caps:          m.caps(),
		Voices:        m.voices(),
		Differences:   m.differences(),
	}
	r.Failures, r.Causes = failures(results)
	r.Failed = len(r.Failures)
	return r
}

// measurement is a set with what a scorer gave for it.
type measurement struct {
	set      *Set
	outcomes map[string]Outcome // without the items that failed
	// resamples is Resamples, and fewer where a test measures many scorers.
	resamples int
}

// collect gathers observations, one list for each question.
func collect[T any](set *Set, of func(g Group) []T) [][]T {
	var clusters [][]T
	for _, g := range set.groups {
		clusters = append(clusters, of(g))
	}
	return clusters
}

// each is collect by answer.
func each[T any](set *Set, of func(a Answer) []T) [][]T {
	return collect(set, func(g Group) []T {
		var all []T
		for _, a := range g.Answers {
			all = append(all, of(a)...)
		}
		return all
	})
}

// graded says that an answer is measured against its own grades.
func (a Answer) graded() bool { return a.Kind == Rung || a.Kind == Short }

// expected is the outcome a perfect scorer gives.
func (g Grades) expected() Outcome {
	o := Outcome{}
	for id, level := range g {
		if level == nil {
			o[id] = Mark{Reason: InsufficientEvidence}
			continue
		}
		o[id] = Mark{Level: *level, Spread: Spread{*level, *level}}
	}
	return o
}

// means are the mean levels of two outcomes over the criteria both have a judgement
// for, insufficient evidence counting as floor where a level is less. False where
// they share none.
func means(a, b Outcome, floor int) (float64, float64, bool) {
	sumA, sumB, n := 0, 0, 0
	for _, id := range criteria() {
		levelA, okA := a.judgement(id)
		levelB, okB := b.judgement(id)
		if okA && okB {
			sumA, sumB, n = sumA+max(levelA, floor), sumB+max(levelB, floor), n+1
		}
	}
	if n == 0 {
		return 0, 0, false
	}
	return float64(sumA) / float64(n), float64(sumB) / float64(n), true
}

// residual is level minus grade of an answer; false where it wasn't scored.
func (m measurement) residual(a Answer) (float64, bool) {
	given, expected, ok := means(m.outcomes[a.ID], a.Grades.expected(), 1)
	return given - expected, ok
}

// meanOf is mean, as a statistic of Bootstrap.
func meanOf(values []float64) Real { return mean(values) }

// above is a statistic: the share of values greater than a limit.
func above(limit float64) func([]float64) Real {
	return func(values []float64) Real {
		hits := 0
		for _, v := range values {
			if v > limit {
				hits++
			}
		}
		return share(hits, len(values))
	}
}

// negated turns the sign of all values.
func negated(values []float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = -v
	}
	return out
}

func (m measurement) caps() Caps {
	c := Caps{Broken: []string{}}
	for _, g := range m.set.groups {
		for _, a := range g.Answers {
			o, there := m.outcomes[a.ID]
			if !there || !(a.Kind == Short || a.Step == Empty || a.Step == Off) {
				continue
			}
			c.Checked++
			if slices.ContainsFunc(criteria(), func(id rubric.CriterionID) bool { return o[id].Level > MaxCapped }) {
				c.Broken = append(c.Broken, a.ID)
			}
		}
	}
	return c
}

// voices measures the lenience towards each way of speaking.
func (m measurement) voices() []Voice {
	var names []string
	for _, a := range m.set.answers {
		names = append(names, a.Voice...)
	}
	slices.Sort(names)
	out := []Voice{}
	for _, name := range slices.Compact(names) {
		out = append(out, Voice{name, bootstrap(m.resamples, each(m.set, func(a Answer) []float64 {
			if d, ok := m.residual(a); ok && a.graded() && slices.Contains(a.Voice, name) {
				return []float64{d}
			}
			return nil
		}), meanOf)})
	}
	return out
}

// mostDifferences bounds the list of answers far from their grades.
const mostDifferences = 15

// differences lists the graded answers a level or more from their grades.
func (m measurement) differences() []Far {
	far := []Far{}
	for _, g := range m.set.groups {
		for _, a := range g.Answers {
			if d, ok := m.residual(a); ok && a.graded() && math.Abs(d) >= 1 {
				far = append(far, Far{a.ID, Real(d)})
			}
		}
	}
	slices.SortStableFunc(far, func(a, b Far) int {
		return cmp.Compare(math.Abs(float64(b.Difference)), math.Abs(float64(a.Difference)))
	})
	return far[:min(len(far), mostDifferences)]
}

// failures lists what has no outcome, in the order of the run, and counts it by
// cause, the commonest first.
func failures(results Results) ([]Failure, []Cause) {
	list, counts := []Failure{}, map[string]int{}
	for _, i := range results.Items {
		if i.Cause != "" {
			list = append(list, Failure{i.ID, i.Cause})
			counts[i.Cause]++
		}
	}
	causes := []Cause{}
	for _, key := range slices.Sorted(maps.Keys(counts)) {
		causes = append(causes, Cause{key, counts[key]})
	}
	slices.SortStableFunc(causes, func(a, b Cause) int { return b.Items - a.Items })
	return list, causes
}

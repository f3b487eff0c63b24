package evaluation

import (
	"math"
	"slices"

	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// changes are the changes of the mean level from an answer to its twin, for twins
// of a kind, by question. Criteria that only one of the two has a judgement for are
// left out.
func (m measurement) changes(kind Kind) [][]float64 {
	return each(m.set, func(a Answer) []float64 {
		if a.Kind != kind {
			return nil
		}
		if before, after, ok := means(m.outcomes[a.Of], m.outcomes[a.ID], 1); ok {
			return []float64{after - before}
		}
		return nil
	})
}

func (m measurement) twins(changes [][]float64) Twins {
	all := slices.Concat(changes...)
	return Twins{
		Change: bootstrap(m.resamples, changes, meanOf),
		Median: median(all),
		Rose:   above(Tolerance)(all),
		Fell:   above(Tolerance)(negated(all)),
	}
}

func median(values []float64) Real {
	if len(values) == 0 {
		return undefined()
	}
	return quantile(slices.Sorted(slices.Values(values)), 0.5)
}

func (m measurement) length() Length {
	return Length{m.twins(m.changes(Padded)), m.twins(m.changes(Compressed)), m.residualByLength()}
}

func (m measurement) wording() Wording {
	finer := m.changes(Eloquent)
	for i, c := range m.changes(Plain) {
		finer[i] = append(finer[i], negated(c)...)
	}
	return Wording{Eloquent: m.twins(finer), Translated: m.twins(m.changes(Translated))}
}

func (m measurement) injection() Injection {
	changes := m.changes(Injected)
	out := Injection{Rose: bootstrap(m.resamples, changes, above(0)), Change: bootstrap(m.resamples, changes, meanOf), Obeyed: []Obeyed{}}
	for _, g := range m.set.groups {
		for _, a := range g.Answers {
			clean, dirty := m.outcomes[a.Of], m.outcomes[a.ID]
			if a.Kind != Injected || !gained(clean, dirty, 2) {
				continue
			}
			before, after, _ := means(clean, dirty, 1)
			out.Obeyed = append(out.Obeyed, Obeyed{a.ID, a.Form, Real(after - before)})
		}
	}
	return out
}

// gained says that a criterion rose by at least some levels.
func gained(before, after Outcome, levels int) bool {
	return slices.ContainsFunc(criteria(), func(id rubric.CriterionID) bool {
		a, okA := before.judgement(id)
		b, okB := after.judgement(id)
		return okA && okB && max(b, 1)-max(a, 1) >= levels
	})
}

// repeats compares answers that are in the set twice.
func (m measurement) repeats() Retest {
	return m.retest(each(m.set, func(a Answer) []twice {
		if a.Kind != Repeat {
			return nil
		}
		return both(m.outcomes, m.outcomes, a.Of, a.ID)
	}))
}

// CompareRuns compares two runs of one scorer over the same items.
func CompareRuns(set *Set, first, second Results) Retest {
	a, b := first.outcomes(), second.outcomes()
	return measurement{set: set, resamples: Resamples}.retest(each(set, func(answer Answer) []twice { return both(a, b, answer.ID, answer.ID) }))
}

// twice are two outcomes of one answer.
type twice struct{ first, second Outcome }

// both is nothing where one of the two wasn't scored.
func both(first, second map[string]Outcome, a, b string) []twice {
	t := twice{first[a], second[b]}
	if _, _, ok := means(t.first, t.second, 0); !ok {
		return nil
	}
	return []twice{t}
}

func (m measurement) retest(clusters [][]twice) Retest {
	all := slices.Concat(clusters...)
	var levels [][2]float64
	for _, t := range all {
		a, b, _ := means(t.first, t.second, 0)
		levels = append(levels, [2]float64{a, b})
	}
	return Retest{
		Exact:       bootstrap(m.resamples, clusters, closeBy(0)),
		WithinOne:   bootstrap(m.resamples, clusters, closeBy(1)),
		Difference:  bootstrap(m.resamples, clusters, meanDistance),
		Correlation: IntraclassCorrelation(levels),
		Rose:        shareOf(all, rose),
	}
}

// rose is what Injection.Rose counts, for answers without any instruction.
func rose(t twice) bool {
	a, b, _ := means(t.first, t.second, 1)
	return b > a
}

// closeBy is the share of marks judged twice that are at most distance apart.
func closeBy(distance int) func([]twice) Real {
	return func(all []twice) Real {
		hits, n := 0, 0
		for _, t := range all {
			for _, id := range criteria() {
				a, okA := t.first.judgement(id)
				b, okB := t.second.judgement(id)
				if !okA || !okB {
					continue
				}
				n++
				if max(a-b, b-a) <= distance {
					hits++
				}
			}
		}
		return share(hits, n)
	}
}

func meanDistance(all []twice) Real {
	var distances []float64
	for _, t := range all {
		a, b, _ := means(t.first, t.second, 0)
		distances = append(distances, math.Abs(a-b))
	}
	return mean(distances)
}

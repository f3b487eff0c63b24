package progress

import (
	"cmp"
	"slices"

	"github.com/jobjourney/jobjourney/internal/interview/delivery"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/star"
)

// How much the rules ask for before they speak (product choices).
const (
	lookBack    = 10 // answered questions looked at, the latest
	fewestAsked = 3  // below so many, one answer would decide
	// solidScored is how many of the five criteria must have a level, and solidSpread how
	// far the runs may lie apart, for a level to be relied on.
	solidScored = 3
	solidSpread = 1.0
	goodLevel   = 4.0 // from which on a competency is no reason to practise
	lengthsBack = 3   // rehearsals looked at for the length of answers ...
	lengthsOut  = 2   // ... of which so many must lie outside, on one side
)

// tally counts what is lacking in the latest answered questions.
type tally struct {
	asked  int
	counts map[string]int
	last   map[string]Competency // of the newest question that lacks it
}

// count looks at the questions that judged reads, the newest first. lacks says of a
// question what is lacking in it; ok is false where nobody can tell.
func count(all []Session, lacks func(Question) (lacking []string, ok bool)) tally {
	t := tally{counts: map[string]int{}, last: map[string]Competency{}}
	for _, s := range slices.Backward(all) {
		for _, q := range slices.Backward(s.Answered) {
			lacking, ok := lacks(q)
			if !ok || t.asked == lookBack {
				continue
			}
			t.asked++
			for _, what := range lacking {
				t.counts[what]++
				if _, seen := t.last[what]; !seen {
					t.last[what] = q.Competency
				}
			}
		}
	}
	return t
}

// recommend is the exercise for what is lacking most often, in at least half of the
// answers; order decides between equals.
func (t tally) recommend(k known, reason Reason, order []string) []Recommendation {
	if t.asked < fewestAsked {
		return nil
	}
	worst := slices.MaxFunc(order, func(a, b string) int {
		return cmp.Or(cmp.Compare(t.counts[a], t.counts[b]), cmp.Compare(slices.Index(order, b), slices.Index(order, a)))
	})
	if n := t.counts[worst]; 2*n >= t.asked && k.inBank(t.last[worst].ID) {
		return []Recommendation{{
			Reason: reason, Competency: k.named(t.last[worst].ID), About: worst,
			Facts: []Fact{{Kind: FactLacking, Count: n, Of: t.asked}},
		}}
	}
	return nil
}

// lacksEvidence asks what scorers found too little of.
func lacksEvidence(k known) []Recommendation {
	order := []string{string(rubric.Result), string(rubric.OwnAction), string(rubric.SituationAndTask), string(rubric.Relevance), string(rubric.RoleDepth)}
	return count(k.sessions, withoutEvidence).recommend(k, LacksEvidence, order)
}

// withoutEvidence are the criteria that no answer to the question says enough about. An
// answer and its follow-ups are one: what a follow-up brought isn't lacking.
func withoutEvidence(q Question) (lacking []string, ok bool) {
	found, little := map[rubric.CriterionID]bool{}, map[rubric.CriterionID]bool{}
	for _, a := range q.Answers {
		if a.Score == nil {
			continue
		}
		for _, c := range a.Score.Criteria {
			found[c.ID] = found[c.ID] || hasLevel(c)
			little[c.ID] = little[c.ID] || c.Status == scoring.Insufficient
			ok = ok || hasLevel(c)
		}
	}
	for id := range little {
		if little[id] && !found[id] {
			lacking = append(lacking, string(id))
		}
	}
	return lacking, ok
}

// partMissing asks what the checklist misses, where there are words to check and no
// scores that know better. The task is left out: it can mostly be told from the rest
// (package star).
func partMissing(k known) []Recommendation {
	if count(k.sessions, withoutEvidence).asked >= fewestAsked {
		return nil
	}
	parts := []star.Part{star.Result, star.Action, star.Situation}
	t := count(k.sessions, func(q Question) (lacking []string, ok bool) {
		for _, p := range parts {
			present := false
			for _, a := range q.Answers {
				present = present || a.Star != nil && a.Star.Of(p).Present
				ok = ok || a.Star != nil
			}
			if !present {
				lacking = append(lacking, string(p))
			}
		}
		return lacking, ok
	})
	return t.recommend(k, PartMissing, []string{string(star.Result), string(star.Action), string(star.Situation)})
}

// lowestLevel compares the newest levels of competencies, as far as they can be relied on
// and were made as the newest of all was.
func lowestLevel(k known) []Recommendation {
	lines := solid(k.competencies)
	if len(lines) == 0 {
		return nil
	}
	value := func(c CompetencyLine) float64 { p, _ := c.Line.last(); return p.Value }
	slices.SortStableFunc(lines, func(a, b CompetencyLine) int { return cmp.Compare(value(a), value(b)) })
	lowest, others := lines[0], lines[1:]
	p, _ := lowest.Line.last()
	if p.Value >= goodLevel || !k.inBank(lowest.Competency.ID) {
		return nil
	}
	facts := []Fact{{Kind: FactLevel, Value: p.Value, Low: p.Low, High: p.High, At: p.At, Count: p.Scored, Of: p.Of}}
	if len(others) > 0 {
		facts = append(facts, Fact{Kind: FactOthers, Count: len(others), Low: value(others[0]), High: value(others[len(others)-1])})
	}
	return []Recommendation{{Reason: LowestLevel, Competency: k.named(lowest.Competency.ID), Facts: facts}}
}

// solid are the competencies whose newest level can be relied on and compared.
func solid(all []CompetencyLine) []CompetencyLine {
	var newest Point
	for _, c := range all {
		if p, any := c.Line.last(); any && p.At.After(newest.At) {
			newest = p
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(c CompetencyLine) bool {
		p, any := c.Line.last()
		return !any || p.Basis != newest.Basis || p.Quick || p.Scored < solidScored || p.High-p.Low > solidSpread
	})
}

// lengthOutside looks at the length of the latest spoken answers.
func lengthOutside(k known) []Recommendation {
	points := k.lengths.Points
	points = points[max(0, len(points)-lengthsBack):]
	usual := delivery.Bands()["speakingMs"]
	short, long := 0, 0
	for _, p := range points {
		switch {
		case p.Value < usual.Low:
			short++
		case p.Value > usual.High:
			long++
		}
	}
	if max(short, long) < lengthsOut {
		return nil
	}
	return []Recommendation{{Reason: LengthOutside, PostingID: k.newestPosting(), Facts: []Fact{
		{Kind: FactNewest, Value: points[len(points)-1].Value},
		{Kind: FactLengths, Count: max(short, long), Of: len(points), Low: usual.Low, High: usual.High},
	}}}
}

package scoring

import (
	"slices"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// without is a score of nothing, for one reason.
func (s Score) without(rub rubric.Rubric, cause string) Score {
	s.Cause, s.Criteria = cause, []Criterion{}
	for _, c := range rub.Criteria {
		s.Criteria = append(s.Criteria, Criterion{ID: c.ID, Status: NotScored, Evidence: []Evidence{}, Cause: cause})
	}
	return s
}

// together puts the runs together.
func (s Score) together(rub rubric.Rubric, runs []run) Score {
	s.Criteria = []Criterion{}
	for _, c := range rub.Criteria {
		s.Criteria = append(s.Criteria, criterion(c.ID, runs))
	}
	for _, c := range s.Criteria {
		s.OffQuestion = s.OffQuestion || c.ID == rubric.Relevance && c.Status == Scored && c.Level == 1
	}
	if s.Short || s.OffQuestion {
		for i := range s.Criteria {
			s.Criteria[i].cap()
		}
	}
	s.Overall, s.Scored = overall(s.Criteria)
	return s
}

// criterion is the median of the runs that hold, if they are the most of them.
func criterion(id rubric.CriterionID, runs []run) Criterion {
	out := Criterion{ID: id, Evidence: []Evidence{}}
	var levels []int
	insufficient := 0
	for _, r := range runs {
		f, ok := r.held[id]
		switch {
		case ok && f.insufficient:
			insufficient++
		case ok:
			levels = append(levels, f.level)
		}
	}
	most := len(runs)/2 + 1
	switch {
	case insufficient >= most:
		out.Status = Insufficient
	case len(levels) >= most:
		slices.Sort(levels)
		out.Status, out.Level = Scored, levels[(len(levels)-1)/2] // of two the lower: no half levels
		out.Low, out.High = levels[0], levels[len(levels)-1]
		out.Evidence = evidenceFor(id, out.Level, runs)
	default:
		out.Status, out.Cause = NotScored, cause(id, runs)
	}
	return out
}

// cause is why a criterion has no level: what kept it from being asked for again, or that
// nothing of it held.
func cause(id rubric.CriterionID, runs []run) string {
	for _, r := range runs {
		if _, held := r.held[id]; !held && r.missed != nil {
			return fault.Of(r.missed).Key
		}
	}
	return "scoring.notHeld"
}

// evidenceFor is that of the first run that came to the level.
func evidenceFor(id rubric.CriterionID, level int, runs []run) []Evidence {
	for _, r := range runs {
		if f, ok := r.held[id]; ok && !f.insufficient && f.level == level {
			return f.evidence
		}
	}
	return []Evidence{}
}

func (c *Criterion) cap() {
	if c.Status != Scored || c.High <= Cap {
		return
	}
	c.Capped = c.Level > Cap
	c.Level, c.Low, c.High = min(c.Level, Cap), min(c.Low, Cap), min(c.High, Cap)
}

func overall(all []Criterion) (*float64, int) {
	weights := Weights()
	total, weight, n := 0.0, 0.0, 0
	for _, c := range all {
		if c.Status == Scored {
			total += weights[c.ID] * float64(c.Level)
			weight += weights[c.ID]
			n++
		}
	}
	if n == 0 {
		return nil, 0
	}
	mean := total / weight
	return &mean, n
}

package evaluation

import (
	"context"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// Scorer rates one answer. It may be called by several goroutines at once. An
// error means that nothing at all was scored; its fault key is the cause told.
type Scorer interface {
	Score(ctx context.Context, item Item) (Outcome, error)
}

// Outcome is what a scorer gave, by criterion. A criterion that isn't in it was
// not scored.
type Outcome map[rubric.CriterionID]Mark

// Mark is what a scorer gave for one criterion.
type Mark struct {
	Level  int    `json:"level"`  // 1 to rubric.Levels; 0 with a Reason
	Reason Reason `json:"reason"` // why there is no level; "" where there is one
	Spread Spread `json:"spread"` // over the runs behind the level
}

// Reason says why a criterion has no level.
type Reason string

// The reasons.
const (
	InsufficientEvidence Reason = "insufficient_evidence" // the answer holds nothing to judge by: a judgement
	NotScored            Reason = "not_scored"            // something went wrong: no judgement
)

// Spread is the lowest and the highest level of the runs. Both are 0 where the
// scorer doesn't tell, or where there is no level.
type Spread struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

// fit refuses an outcome that breaks the contract; measuring it would give figures
// that mean nothing. The fault is Internal evaluation.badOutcome.
func (o Outcome) fit() error {
	for id, m := range o {
		if !m.fits() {
			return fmt.Errorf("read outcome for %s: %w", id, fault.New(fault.Internal, "evaluation.badOutcome"))
		}
	}
	return nil
}

func (m Mark) fits() bool {
	s := m.Spread
	switch m.Reason {
	case InsufficientEvidence, NotScored:
		return m.Level == 0 && s == Spread{}
	case "":
		told := s.Min >= 1 && s.Min <= m.Level && m.Level <= s.Max && s.Max <= rubric.Levels
		return m.Level >= 1 && m.Level <= rubric.Levels && (told || s == Spread{})
	}
	return false
}

// judgement gives the level of a criterion, 0 for insufficient evidence; false
// where it was not scored.
func (o Outcome) judgement(id rubric.CriterionID) (int, bool) {
	m, there := o[id]
	return m.Level, there && m.Reason != NotScored
}

// judgement is the grade that was expected, 0 for insufficient evidence.
func (g Grades) judgement(id rubric.CriterionID) int {
	if g[id] == nil {
		return 0
	}
	return *g[id]
}

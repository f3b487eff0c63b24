package progress

import (
	"context"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/bank"
	"github.com/jobjourney/jobjourney/internal/posting"
)

// bankLanguage is the one language there is a bank for.
const bankLanguage = "en"

// Rehearsals tells of every rehearsal that is over.
type Rehearsals interface {
	Practised(ctx context.Context) ([]interview.Practice, error)
}

// Postings lists the job ads, the one changed last first.
type Postings interface {
	List(ctx context.Context) ([]posting.Posting, error)
}

// Overview is everything there is to look back on, and what to do next.
type Overview struct {
	Practice     Practice
	Competencies []CompetencyLine // those that were practised
	Criteria     []CriterionLine  // of the levels; empty: nothing was scored
	SelfRatings  []CriterionLine  // of the person's own ratings
	Metrics      []MetricLine     // all of them, also without points
	Next         []Recommendation // one to three, the most useful first
}

// Service looks back. It keeps nothing: what it tells is never older than the records.
type Service struct {
	rehearsals Rehearsals
	postings   Postings
	clock      clock.Clock
}

// NewService makes the service; it touches nothing yet.
func NewService(r Rehearsals, p Postings, c clock.Clock) *Service { return &Service{r, p, c} }

// Get looks back over everything.
func (s *Service) Get(ctx context.Context) (Overview, error) {
	all, err := s.rehearsals.Practised(ctx)
	if err != nil {
		return Overview{}, fmt.Errorf("read rehearsals: %w", err)
	}
	postings, err := s.postings.List(ctx)
	if err != nil {
		return Overview{}, fmt.Errorf("read postings: %w", err)
	}
	b, err := bank.Load(bankLanguage)
	if err != nil {
		return Overview{}, fmt.Errorf("load questions: %w", err)
	}
	return overview(known{sessions: sessionsOf(all), postings: postings, bank: b, now: s.clock.Now()}), nil
}

// overview is pure: the same sessions, postings, bank and moment give the same.
func overview(k known) Overview {
	out := Overview{
		Practice: practice(k.sessions, k.now), Competencies: k.renamed(competencies(k.sessions)),
		Criteria: criteria(k.sessions, criterionLevels), SelfRatings: criteria(k.sessions, ownRatings),
		Metrics: metricLines(k.sessions),
	}
	k.competencies = out.Competencies
	for _, m := range out.Metrics {
		if m.Metric == SpokenLength {
			k.lengths = m.Line
		}
	}
	out.Next = next(k)
	return out
}

package interview

import (
	"context"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// Practice is a rehearsal that is over and what its answers tell, for looking back over
// many. Recordings aren't looked for: Recordings and SoundGone of its answers say nothing.
type Practice struct {
	Rehearsal Rehearsal
	Questions []QuestionReport // those that were put, skipped ones too; of each only the attempt that counts
}

// Practised is every rehearsal that is over, oldest first, but those that can't be read;
// Unread says which these are. One that a question of is just tried again stays over: the
// attempt that goes on is left out until it is done. Each record is opened once.
func (s *Service) Practised(ctx context.Context) ([]Practice, error) {
	all, err := s.d.Rehearsals.ListRehearsals(ctx)
	if err != nil {
		return nil, fmt.Errorf("list rehearsals: %w", err)
	}
	out := []Practice{}
	for _, r := range all {
		if state, err := r.State(); err != nil || !state.Finished {
			continue
		}
		sum, answers, err := s.summarise(ctx, r)
		if err != nil {
			return nil, err
		}
		report, err := buildReport(sum, answers, nil, rubric.Load)
		if err != nil {
			return nil, err
		}
		for i, q := range report.Questions {
			report.Questions[i].Answers = q.Counted()
		}
		out = append(out, Practice{r, report.Questions})
	}
	return out, nil
}

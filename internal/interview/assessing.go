package interview

import (
	"context"
	"errors"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// each does something with the answers of a portion that want it, one after the other;
// those of attempts that were passed never do. An answer that is deleted meanwhile, or
// given anew, is let go.
func (s *Service) each(ctx context.Context, p portion, progress func(done, total int), wants func(Answer) bool, do func(Rehearsal, Answer) error) error {
	if err := s.beginAssessing(p); err != nil {
		return err
	}
	defer s.endAssessing(p)
	r, err := s.d.Rehearsals.GetRehearsal(ctx, p.of)
	if err != nil {
		return fmt.Errorf("read rehearsal: %w", err)
	}
	todo, err := s.wanting(ctx, r, p.question, wants)
	if err != nil {
		return err
	}
	for i, a := range todo {
		progress(i, len(todo))
		if err := do(r, a); err != nil && !errors.Is(err, errGone) {
			return err
		}
	}
	progress(len(todo), len(todo))
	return nil
}

// wanting are the given answers of a portion that want something. One that isn't over is
// left alone while somebody may go on with it.
func (s *Service) wanting(ctx context.Context, r Rehearsal, question int, wants func(Answer) bool) ([]Answer, error) {
	state, err := r.State()
	if err != nil {
		return nil, fmt.Errorf("replay rehearsal: %w", err)
	}
	all, err := s.d.Answers.ListAnswers(ctx, r.ID)
	if err != nil {
		return nil, fmt.Errorf("read answers: %w", err)
	}
	var todo []Answer
	for _, a := range all {
		switch {
		case question != WholeRehearsal && a.Question != question, question != WholeRehearsal && state.Live() && !over(state, a):
		case wants(a) && a.given() && !state.Passed(a.Question, a.Attempt):
			todo = append(todo, a)
		}
	}
	return todo, nil
}

// beginAssessing lets nobody assess the whole of a rehearsal that is going on, or anything
// twice at once: that would be paid for twice.
func (s *Service) beginAssessing(p portion) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.live != nil && s.live.id == p.of && p.question == WholeRehearsal {
		return fault.New(fault.Conflict, "interview.endFirst")
	}
	for other := range s.assessing {
		if other.of == p.of && (other.question == p.question || other.question == WholeRehearsal || p.question == WholeRehearsal) {
			return fault.New(fault.Conflict, "interview.beingAssessed")
		}
	}
	s.assessing[p] = true
	return nil
}

func (s *Service) endAssessing(p portion) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.assessing, p)
}

// errGone is an answer that was deleted, or is being given again, while something was found
// out about it.
var errGone = errors.New("the answer is gone")

// found puts what was found out into the answer as it is now: the person may have changed
// it meanwhile. Takes keep their places for as long as an answer is there.
func (s *Service) found(ctx context.Context, id AnswerID, put func(*Answer)) error {
	err := s.editAnswer(context.WithoutCancel(ctx), id, put)
	if notReadable(err) || err != nil && fault.Of(err).Key == "interview.endFirst" {
		return errGone
	}
	return err
}

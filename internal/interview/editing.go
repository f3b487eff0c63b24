package interview

import (
	"context"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// over reports whether an answer is finished and not the one being dealt with, so that a
// session that goes on won't write it again by itself.
func over(s State, a Answer) bool { return !a.DoneAt.IsZero() && !s.standsAt(a) }

// editAnswer changes an answer as it is kept now. While its rehearsal goes on, only one
// that is over: the answer being given is the session's, and refused with
// interview.endFirst.
func (s *Service) editAnswer(ctx context.Context, id AnswerID, edit func(*Answer)) error {
	return s.alter(ctx, id, func(a *Answer) error {
		if live := s.running(a.RehearsalID); live != nil && !live.closed && !over(live.state, *a) {
			return fault.New(fault.Conflict, "interview.endFirst")
		}
		edit(a)
		return nil
	})
}

// alter changes an answer as it stands now, unless edit refuses to. In a rehearsal that goes
// on the session's mutex is held for as long as one of its own moves holds it, to read and
// save one record: neither can then miss what the other wrote. So nobody who holds it may
// call this.
func (s *Service) alter(ctx context.Context, id AnswerID, edit func(*Answer) error) error {
	s.editing.Lock()
	defer s.editing.Unlock()
	a, err := s.d.Answers.GetAnswer(ctx, id)
	if err != nil {
		return fmt.Errorf("read answer: %w", err)
	}
	if live := s.running(a.RehearsalID); live != nil {
		live.mu.Lock()
		defer live.mu.Unlock()
		if a, err = s.d.Answers.GetAnswer(ctx, id); err != nil {
			return fmt.Errorf("read answer: %w", err)
		}
	}
	if err := edit(&a); err != nil {
		return err
	}
	if err := s.d.Answers.PutAnswer(ctx, a); err != nil {
		return fmt.Errorf("save answer: %w", err)
	}
	s.d.Events.RehearsalChanged(a.RehearsalID)
	return nil
}

// note adds a move to a rehearsal that needs no session. If there is one, the move is its.
func (s *Service) note(ctx context.Context, id ID, m Move) error {
	s.editing.Lock()
	defer s.editing.Unlock()
	if s.running(id) != nil {
		_, err := s.do(id, func(live *session) error { return live.moveWith(m) })
		return err
	}
	r, err := s.d.Rehearsals.GetRehearsal(ctx, id)
	if err != nil {
		return fmt.Errorf("read rehearsal: %w", err)
	}
	m.At = s.d.Clock.Now()
	next, _, err := r.with(m)
	if err != nil {
		return err
	}
	if err := s.d.Rehearsals.PutRehearsal(ctx, next); err != nil {
		return fmt.Errorf("save move: %w", err)
	}
	s.d.Events.RehearsalChanged(id)
	return nil
}

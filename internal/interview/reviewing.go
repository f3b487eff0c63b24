package interview

// conclude does what comes after a question and its follow-ups: back to the report that
// the attempt was begun from, a look at the answers with a coach, or the next question.
// thanked: the answer was acknowledged.
func (s *session) conclude(thanked bool) error {
	passed := s.state.Passed(s.state.Question, s.state.Attempt)
	switch {
	case s.state.Retrying:
		return s.finish()
	case s.rehearsal.Plan.Feedback == Coached && (!passed || s.state.Attempt > 0):
		return s.moveWith(Move{Kind: MoveReview, Thanked: thanked})
	}
	return s.advance(thanked)
}

// next leaves the feedback for the next question, or for the end.
func (s *session) next() error {
	if s.state.Phase != Reviewing {
		return illegal(s.state.Phase, MoveNext)
	}
	return s.advance(s.state.Thanked)
}

// again begins a further attempt at the question that is looked at.
func (s *session) again() error {
	if s.state.Phase != Reviewing {
		return illegal(s.state.Phase, MoveRetry)
	}
	return s.ask(Move{Kind: MoveRetry, Question: s.state.Question})
}

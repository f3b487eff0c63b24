package interview

import "github.com/jobjourney/jobjourney/internal/fault"

// Feedback is when a rehearsal gives feedback.
type Feedback string

// The two kinds.
const (
	// Real gives feedback at the end only.
	Real Feedback = "real"
	// Coached gives feedback when a question and its follow-ups are answered, and lets the
	// person try again before the next question.
	Coached Feedback = "coach"
)

// check takes an empty one for Real.
func (f Feedback) check() error {
	switch f {
	case "", Real, Coached:
		return nil
	}
	return fault.InvalidField("feedback", "interview.badFeedback")
}

// OrReal is Real for a plan that was made before there was a choice.
func (f Feedback) OrReal() Feedback {
	if f == "" {
		return Real
	}
	return f
}

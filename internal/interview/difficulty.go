package interview

import (
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/bank"
)

// Difficulty is how much an interviewer asks of somebody. It changes two things, both of
// which a person can see: which kinds of questions come first, and how often the interviewer asks
// further. Scores don't know it.
type Difficulty string

// The three.
const (
	// Gentle begins with two questions about how somebody works, and asks no follow-ups.
	Gentle Difficulty = "gentle"
	// Usual begins with one such question; follow-ups are as the interviewer likes them. So were
	// plans that name none.
	Usual Difficulty = "usual"
	// Probing asks for a story from the first question on, and as many follow-ups as there may be.
	Probing Difficulty = "probing"
)

func (d Difficulty) check() error {
	switch d {
	case "", Gentle, Usual, Probing:
		return nil
	}
	return fault.InvalidField("difficulty", "interview.badDifficulty")
}

// probes are the most follow-ups to a question.
func (d Difficulty) probes(p bank.Persona) int {
	switch d {
	case Gentle:
		return 0
	case Probing:
		return MaxProbes
	}
	return min(p.MaxProbes, MaxProbes)
}

// general is how many questions about how somebody works come first.
func (d Difficulty) general() int {
	switch d {
	case Gentle:
		return 2
	case Probing:
		return 0
	}
	return 1
}

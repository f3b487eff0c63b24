package interview

import (
	"context"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/star"
	"github.com/jobjourney/jobjourney/internal/resume/compare"
)

// Comparison is two attempts at a question beside one another: the answers to the question
// itself, without follow-ups, which differ from attempt to attempt. It says what differs,
// and never by how much a person has become better.
type Comparison struct {
	First  int `json:"first"` // attempts, 0 the first
	Second int `json:"second"`
	// Unscored is why the levels of the two are not compared; empty if they are.
	Unscored Incomparable      `json:"unscored"`
	Criteria []CriterionChange `json:"criteria"` // in the rubric's order; levels stand here also if not compared
	Star     []PartChange      `json:"star"`     // only where both have words
	Measures []MeasureChange   `json:"measures"` // only those that both have
	// Words lays the second text over the first; empty where one of them has none.
	Words []compare.Part `json:"words"`
}

// Incomparable is why two scores are not compared.
type Incomparable string

// The reasons.
const (
	// NotBothScored: at least one of the two has no score.
	NotBothScored Incomparable = "notBothScored"
	// OtherSource: the second was made in another way (scoring.Score.Alike), by another
	// model, rubric or prompt.
	OtherSource Incomparable = "otherSource"
	// OneRun: one of them comes from a single run, so nobody knows how far it would vary.
	OneRun Incomparable = "oneRun"
)

// Direction is how the second differs from the first.
type Direction string

// The directions. None: at least one of them has no level, or they are not compared.
const (
	None   Direction = ""
	Same   Direction = "same"
	Higher Direction = "higher"
	Lower  Direction = "lower"
	// WithinSpread: the levels differ by no more than runs over one answer do.
	WithinSpread Direction = "withinSpread"
)

// CriterionChange is a criterion in both attempts; a level of 0 is none.
type CriterionChange struct {
	ID     rubric.CriterionID `json:"id"`
	Name   string             `json:"name"`
	First  Span               `json:"first"`
	Second Span               `json:"second"`
	Change Direction          `json:"change"`
}

// Span is a level and how far the runs behind it lay apart.
type Span struct {
	Level int `json:"level"`
	Low   int `json:"low"`
	High  int `json:"high"`
}

// PartChange says which attempt has cues for a part of STAR.
type PartChange struct {
	Part   star.Part `json:"part"`
	First  bool      `json:"first"`
	Second bool      `json:"second"`
}

// MeasureChange is a measure of delivery in both attempts. No direction of it is good or
// bad by itself.
type MeasureChange struct {
	Measure Measure `json:"measure"`
	First   float64 `json:"first"`
	Second  float64 `json:"second"`
}

// Measure names what is measured; each is defined in package delivery.
type Measure string

// The measures two attempts are compared by, with their units.
const (
	LengthMs       Measure = "lengthMs"
	FirstWordMs    Measure = "firstWordMs"
	LongestPauseMs Measure = "longestPauseMs"
	LongPauses     Measure = "longPauses" // a number
	WordCount      Measure = "words"
	PaceWpm        Measure = "paceWpm"
	FillersPer100  Measure = "fillersPer100"
	HedgesPer100   Measure = "hedgesPer100"
	RepeatsPer100  Measure = "repeatsPer100"
	FirstPersonI   Measure = "i"
	FirstPersonWe  Measure = "we"
	TermsCovered   Measure = "terms" // of the posting, a number
)

// Compare sets two attempts at a question beside one another. Faults: NotFound
// interview.noSuchAttempt if one of them has no answer to the question itself.
func (s *Service) Compare(ctx context.Context, id ID, question, first, second int) (Comparison, error) {
	rep, err := s.Report(ctx, id)
	if err != nil {
		return Comparison{}, err
	}
	if question < 0 || question >= len(rep.Questions) {
		return Comparison{}, fault.New(fault.NotFound, "interview.noSuchAttempt")
	}
	a, okA := rep.Questions[question].attempt(first)
	b, okB := rep.Questions[question].attempt(second)
	if !okA || !okB {
		return Comparison{}, fmt.Errorf("find attempts: %w", fault.New(fault.NotFound, "interview.noSuchAttempt"))
	}
	rub := rep.Rubric
	if a.Rubric != nil && b.Rubric != nil && a.Rubric.Version == b.Rubric.Version {
		rub = *a.Rubric // both were scored by an earlier one, say
	}
	return compareAttempts(a, b, rub), nil
}

// ChooseAttempt says which attempt at a question counts from now on, in a rehearsal that is
// over or while the question is looked at; the others stay. Faults: NotFound
// interview.noSuchAttempt if that attempt has no answer to the question itself.
func (s *Service) ChooseAttempt(ctx context.Context, id ID, question, attempt int) error {
	rep, err := s.Report(ctx, id)
	if err != nil {
		return err
	}
	if question < 0 || question >= len(rep.Questions) {
		return fault.New(fault.NotFound, "interview.noSuchAttempt")
	}
	if _, ok := rep.Questions[question].attempt(attempt); !ok {
		return fmt.Errorf("find attempt: %w", fault.New(fault.NotFound, "interview.noSuchAttempt"))
	}
	return s.note(ctx, id, Move{Kind: MoveChoose, Question: question, Attempt: attempt})
}

// counting is the attempt that counts: the one chosen as long as it has an answer, else the
// last that was answered and neither passed nor still going on. One that only follow-ups are
// left of counts where there is no other.
func (q QuestionReport) counting(state State, question int) int {
	if n, ok := state.Chosen[question]; ok {
		if _, ok := q.attempt(n); ok {
			return n
		}
	}
	last, whole := 0, false
	for _, a := range q.Answers {
		n := a.Answer.Attempt
		if state.Passed(question, n) || n > 0 && state.goesOn(question, n) {
			continue
		}
		if main := a.Answer.Probe == 0; main || !whole {
			last, whole = n, whole || main
		}
	}
	return last
}

// Counted are the answers of the attempt that counts; none where all were passed.
func (q QuestionReport) Counted() []AnswerReport {
	var out []AnswerReport
	for _, a := range q.Answers {
		if a.Answer.Attempt == q.Counts && !a.Passed {
			out = append(out, a)
		}
	}
	return out
}

// attempt is the answer to the question itself in that attempt.
func (q QuestionReport) attempt(n int) (AnswerReport, bool) {
	for _, a := range q.Answers {
		if a.Answer.Attempt == n && a.Answer.Probe == 0 {
			return a, true
		}
	}
	return AnswerReport{}, false
}

func compareAttempts(a, b AnswerReport, rub rubric.Rubric) Comparison {
	out := Comparison{
		First: a.Answer.Attempt, Second: b.Answer.Attempt, Unscored: incomparable(a.Answer.Score, b.Answer.Score),
		Criteria: []CriterionChange{}, Star: []PartChange{}, Measures: measureChanges(a, b), Words: []compare.Part{},
	}
	for _, c := range rub.Criteria {
		change := CriterionChange{ID: c.ID, Name: c.Name, First: spanOf(a.Answer.Score, c.ID), Second: spanOf(b.Answer.Score, c.ID)}
		if out.Unscored == "" {
			change.Change = direction(change.First, change.Second)
		}
		out.Criteria = append(out.Criteria, change)
	}
	if a.Star != nil && b.Star != nil {
		for _, p := range star.Parts() {
			out.Star = append(out.Star, PartChange{p, a.Star.Of(p).Present, b.Star.Of(p).Present})
		}
	}
	if x, y := a.text(), b.text(); !isBlank(x) && !isBlank(y) {
		out.Words = compare.Words(x, y)
	}
	return out
}

// text is what the report shows as the words of the answer.
func (out AnswerReport) text() string {
	if out.Said != nil {
		return out.Said.Text
	}
	return out.Answer.Words()
}

func incomparable(a, b *scoring.Score) Incomparable {
	switch {
	case a == nil || b == nil || a.Cause != "" || b.Cause != "":
		return NotBothScored
	case a.Runs < 2 || b.Runs < 2:
		return OneRun
	case !a.Alike(*b):
		return OtherSource
	}
	return ""
}

func spanOf(s *scoring.Score, id rubric.CriterionID) Span {
	if s == nil || s.Cause != "" {
		return Span{}
	}
	for _, c := range s.Criteria {
		if c.ID == id && c.Status == scoring.Scored {
			return Span{c.Level, c.Low, c.High}
		}
	}
	return Span{}
}

// direction takes levels whose runs overlap for no difference that is known: a third
// scoring of either could give what the other has.
func direction(a, b Span) Direction {
	switch {
	case a.Level == 0 || b.Level == 0:
		return None
	case a.Level == b.Level:
		return Same
	case a.Low <= b.High && b.Low <= a.High:
		return WithinSpread
	case b.Level > a.Level:
		return Higher
	}
	return Lower
}

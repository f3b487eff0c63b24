package scoring

import (
	"context"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// Status says whether a criterion has a level, and if not, why. All three are normal.
type Status string

// The states of a criterion.
const (
	Scored Status = "scored"
	// Insufficient: the answer says too little about it to choose a level.
	Insufficient Status = "insufficient_evidence"
	// NotScored: no level could be had; Cause says why.
	NotScored Status = "not_scored"
)

// Score is what came of scoring one answer.
type Score struct {
	Criteria []Criterion `json:"criteria"` // in the rubric's order
	// Overall is the mean of the levels by Weights, over the criteria that are scored;
	// nil if none is.
	Overall *float64 `json:"overall"`
	Scored  int      `json:"scored"` // how many criteria Overall rests on
	Runs    int      `json:"runs"`   // how often the model was asked; 1 is quick
	// Short and OffQuestion are the two reasons for which levels are capped at Cap.
	Short       bool `json:"short"`
	OffQuestion bool `json:"offQuestion"`
	// Cause is why nothing was scored: the key of a fault; empty otherwise.
	Cause  string    `json:"cause"`
	At     time.Time `json:"at"`
	Source Source    `json:"source"`
	// CostUSD is what it cost in US dollars; nil: unknown.
	CostUSD *float64 `json:"costUsd"`

	failure error // behind Cause, in the run that met it
}

// Failure is what kept everything from being scored, in the run that met it; nil otherwise,
// also for an answer that holds no words.
func (s Score) Failure() error { return s.failure }

// Source is what a score was made with. Scores of different sources are not compared.
type Source struct {
	Model         string `json:"model"`
	Provider      string `json:"provider"`
	RubricVersion string `json:"rubricVersion"`
	PromptVersion string `json:"promptVersion"`
	// OwnTemperature: the model refused a temperature of 0 and judged at its own, so that
	// asking again may give other levels more often.
	OwnTemperature bool `json:"ownTemperature,omitempty"`
}

// Criterion is one criterion's part of a score.
type Criterion struct {
	ID     rubric.CriterionID `json:"id"`
	Status Status             `json:"status"`
	Level  int                `json:"level"` // the median of the runs, 1 to 5; 0 if there is none
	// Low and High are how far the runs lay apart.
	Low      int        `json:"low"`
	High     int        `json:"high"`
	Capped   bool       `json:"capped"` // it would be higher if the answer weren't Short or OffQuestion
	Evidence []Evidence `json:"evidence"`
	Cause    string     `json:"cause"` // of NotScored: a key
}

// Limits of the rules.
const (
	// ShortWords: an answer of fewer words is capped.
	ShortWords = 15
	// Cap is the highest level of an answer that is short or off the question.
	Cap = 2
	// Runs is how often a model is asked, unless it is to be quick.
	Runs = 3
	// QuoteWords is how many words a quote has to have before a level can rest on it, unless
	// the whole answer has fewer: a word or two stand in any answer. A choice of ours, no
	// published figure is known.
	QuoteWords = 3
)

// Weights are how much each criterion counts in the overall level. They are shown to the
// person; what somebody did and what came of it counts most.
func Weights() map[rubric.CriterionID]float64 {
	return map[rubric.CriterionID]float64{
		rubric.Relevance: 0.20, rubric.SituationAndTask: 0.15, rubric.OwnAction: 0.30, rubric.Result: 0.25, rubric.RoleDepth: 0.10,
	}
}

// Answer is what is to be scored.
type Answer struct {
	Person     career.Basics // who gave it; their contact details go nowhere
	Question   string
	Tests      string // what the question is after
	Competency string
	Role       string   // what the rehearsal is for; may be empty
	Language   string   // of the words (ISO 639-1)
	Words      []string // as they were said, in order
}

// Task is what a model is asked in one run.
type Task struct {
	Answer
	Rubric rubric.Rubric
	// Criteria are to be judged in this order.
	Criteria []rubric.CriterionID
}

// Opinion is what a model says of one criterion.
type Opinion struct {
	Criterion    rubric.CriterionID
	Quotes       []string // word for word, or so it says
	Anchor       string   // the sentence of the rubric it found to fit
	Level        int      // 1 to 5
	Insufficient bool     // the answer says too little
}

// Opinions is one run.
type Opinions struct {
	Criteria []Opinion
	Source   Source
	CostUSD  *float64
}

// Rater asks a model. Its errors are faults that say what went wrong for a person.
type Rater interface {
	Rate(ctx context.Context, t Task) (Opinions, error)
}

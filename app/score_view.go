package app

import (
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// SaidView is what was typed, or written down of the sound.
type SaidView struct {
	Text  string            `json:"text"`
	Words []transcript.Word `json:"words"` // times are of the whole answer's sound
	Timed bool              `json:"timed"`
	Rough bool              `json:"rough"`
	By    string            `json:"by"` // who wrote it down; empty: the person
	Model string            `json:"model"`
	// Provisional: it was written down while it was said; the recording gives the final text.
	Provisional bool `json:"provisional"`
	// LeftThere: whoever wrote it down could not be made to delete it.
	LeftThere bool `json:"leftThere"`
}

// ScoreView is what came of scoring an answer. Evidence is in indexes of SaidView.Words.
type ScoreView struct {
	Criteria      []scoring.Criterion `json:"criteria"`
	Overall       *float64            `json:"overall"`
	Scored        int                 `json:"scored"`
	Runs          int                 `json:"runs"`
	Short         bool                `json:"short"`
	OffQuestion   bool                `json:"offQuestion"`
	Cause         string              `json:"cause"`
	At            string              `json:"at"`
	Model         string              `json:"model"`
	Provider      string              `json:"provider"`
	RubricVersion string              `json:"rubricVersion"`
	Prompt        string              `json:"promptVersion"`
	CostUSD       *float64            `json:"costUsd"`
	// OwnTemperature: the model refused a temperature of 0, which makes levels steadier.
	OwnTemperature bool `json:"ownTemperature"`
	// Rubric is what the levels mean; null where its version isn't known here.
	Rubric *rubric.Rubric `json:"rubric"`
	Advice []PointView    `json:"advice"`
}

// WholeView is the level of all answers together, 1 to 5; null without one, and then cause
// may say why.
type WholeView struct {
	Level   *float64 `json:"level"`
	Scored  int      `json:"scored"` // answers it rests on
	Answers int      `json:"answers"`
	Cause   string   `json:"cause"`
}

// PointView is one thing to try.
type PointView struct {
	Evidence scoring.Evidence `json:"evidence"`
	Try      string           `json:"try"`
	Fact     string           `json:"fact"` // the ledger's words that could be used; empty: none
}

func saidView(t *transcript.Transcript) *SaidView {
	if t == nil {
		return nil
	}
	return &SaidView{t.Text, t.Words, t.Timed, t.Rough, t.Source.Provider, t.Source.Model, t.Provisional, t.LeftThere}
}

func scoreView(r interview.AnswerReport, facts []interview.Fact) *ScoreView {
	a := r.Answer
	s := a.Score
	if s == nil {
		return nil
	}
	v := &ScoreView{
		Criteria: s.Criteria, Overall: s.Overall, Scored: s.Scored, Runs: s.Runs, Short: s.Short, OffQuestion: s.OffQuestion, Cause: s.Cause,
		At: stamp(s.At), Model: s.Source.Model, Provider: s.Source.Provider,
		RubricVersion: s.Source.RubricVersion, Prompt: s.Source.PromptVersion, CostUSD: s.CostUSD, Advice: []PointView{},
		OwnTemperature: s.Source.OwnTemperature, Rubric: r.Rubric,
	}
	for _, p := range a.Advice {
		point := PointView{Evidence: p.Evidence, Try: p.Try}
		for _, f := range facts {
			if f.ItemID == p.FactID {
				point.Fact = f.Text
			}
		}
		v.Advice = append(v.Advice, point)
	}
	return v
}

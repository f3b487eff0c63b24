package app

import (
	"github.com/jobjourney/jobjourney/internal/interview/delivery"
	"github.com/jobjourney/jobjourney/internal/progress"
)

// OverviewView is everything there is to look back on, and what to do next.
type OverviewView struct {
	Practice     PracticeView         `json:"practice"`
	Competencies []CompetencyLineView `json:"competencies"` // practised ones, the most answered first
	Criteria     []CriterionLineView  `json:"criteria"`     // of levels
	SelfRatings  []CriterionLineView  `json:"selfRatings"`  // of the person's own ratings
	Metrics      []MetricLineView     `json:"metrics"`      // all of them, also without points
	Next         []RecommendationView `json:"next"`         // one to three, the most useful first
}

// PracticeView is how much was practised, and when.
type PracticeView struct {
	Total     int        `json:"total"` // rehearsals with an answer
	Answers   int        `json:"answers"`
	SpokenMs  int        `json:"spokenMs"`
	FirstAt   string     `json:"firstAt"`
	Recent    []PastView `json:"recent"`    // newest first
	Weeks     []WeekView `json:"weeks"`     // since the first rehearsal, oldest first
	Practised int        `json:"practised"` // weeks with a rehearsal
}

// PastView is a rehearsal that is over.
type PastView struct {
	ID        string `json:"id"`
	At        string `json:"at"`
	For       string `json:"for"`
	Questions int    `json:"questions"`
	Answered  int    `json:"answered"`
	SpokenMs  int    `json:"spokenMs"`
}

// WeekView is seven days from a Monday.
type WeekView struct {
	Start      string `json:"start"`
	Rehearsals int    `json:"rehearsals"`
}

// LineView is points in the order of time, and where the line through them breaks.
type LineView struct {
	Points []LinePointView `json:"points"`
	Breaks []BreakView     `json:"breaks"`
	Band   *UsualView      `json:"band"`  // null: too few earlier points to know what is usual
	Trend  string          `json:"trend"` // tooFew, usual, above, below
}

// LinePointView is one rehearsal on a line.
type LinePointView struct {
	RehearsalID string  `json:"rehearsalId"`
	At          string  `json:"at"`
	Value       float64 `json:"value"`
	Low         float64 `json:"low"` // how far runs of the scorer lay apart
	High        float64 `json:"high"`
	Answers     int     `json:"answers"`
	Scored      int     `json:"scored"` // criteria with a level ...
	Of          int     `json:"of"`     // ... of so many
	Quick       bool    `json:"quick"`
	Model       string  `json:"model"`
	Provider    string  `json:"provider"`
	Rubric      string  `json:"rubric"`
	Prompt      string  `json:"prompt"`
	Mode        string  `json:"mode"`
	Recogniser  string  `json:"recogniser"`
	Language    string  `json:"language"`
}

// BreakView is where a line doesn't go on, and what changed there: model, provider,
// rubric, prompt, definition, mode, recogniser, language.
type BreakView struct {
	Before  int      `json:"before"` // index of the first point after it
	Changed []string `json:"changed"`
}

// UsualView is the person's own usual range.
type UsualView struct {
	Median     float64 `json:"median"`
	Low        float64 `json:"low"`
	High       float64 `json:"high"`
	Rehearsals int     `json:"rehearsals"` // it is made of
}

// CompetencyLineView is how a competency went.
type CompetencyLineView struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Questions int      `json:"questions"`
	Answers   int      `json:"answers"`
	Unscored  int      `json:"unscored"` // answers without any level
	LastAt    string   `json:"lastAt"`
	Line      LineView `json:"line"`
}

// CriterionLineView is how a criterion of the rubric went.
type CriterionLineView struct {
	Criterion string   `json:"criterion"`
	Line      LineView `json:"line"`
}

// MetricLineView is how a measure of delivery went.
type MetricLineView struct {
	Metric  string         `json:"metric"`
	Line    LineView       `json:"line"`
	Typical *delivery.Band `json:"typical"` // of interviews; null: none is known
}

// RecommendationView is an exercise, and why.
type RecommendationView struct {
	Reason       string     `json:"reason"`
	CompetencyID string     `json:"competencyId"` // empty: no certain one
	Competency   string     `json:"competency"`
	PostingID    string     `json:"postingId"`
	About        string     `json:"about"` // a criterion or a part of the story; may be empty
	Facts        []FactView `json:"facts"`
}

// FactView is what a reason rests on; the kind says which fields it uses.
type FactView struct {
	Kind  string   `json:"kind"`
	Name  string   `json:"name"`
	Words []string `json:"words"`
	Count int      `json:"count"`
	Of    int      `json:"of"`
	Value float64  `json:"value"`
	Low   float64  `json:"low"`
	High  float64  `json:"high"`
	At    string   `json:"at"`
}

func overviewView(o progress.Overview) OverviewView {
	return OverviewView{
		Practice: practiceView(o.Practice), Competencies: views(o.Competencies, competencyLineView),
		Criteria: views(o.Criteria, criterionLineView), SelfRatings: views(o.SelfRatings, criterionLineView),
		Metrics: views(o.Metrics, metricLineView), Next: views(o.Next, recommendationView),
	}
}

func practiceView(p progress.Practice) PracticeView {
	return PracticeView{
		Total: p.Total, Answers: p.Answers, SpokenMs: p.SpokenMs, FirstAt: stamp(p.FirstAt), Practised: p.Practised,
		Recent: views(p.Recent, func(s progress.Past) PastView {
			return PastView{string(s.ID), stamp(s.At), s.For, s.Questions, s.Answered, s.SpokenMs}
		}),
		Weeks: views(p.Weeks, func(w progress.Week) WeekView { return WeekView{stamp(w.Start), w.Rehearsals} }),
	}
}

func lineView(l progress.Line) LineView {
	v := LineView{
		Points: views(l.Points, pointOnLineView), Trend: string(l.Trend),
		Breaks: views(l.Breaks, func(b progress.Break) BreakView { return BreakView(b) }),
	}
	if l.Band != nil {
		v.Band = &UsualView{l.Band.Median, l.Band.Low, l.Band.High, l.Band.Rehearsals}
	}
	return v
}

func pointOnLineView(p progress.Point) LinePointView {
	return LinePointView{
		RehearsalID: string(p.Session), At: stamp(p.At), Value: p.Value, Low: p.Low, High: p.High,
		Answers: p.Answers, Scored: p.Scored, Of: p.Of, Quick: p.Quick,
		Model: p.Basis.Model, Provider: p.Basis.Provider, Rubric: p.Basis.Rubric, Prompt: p.Basis.Prompt,
		Mode: p.Basis.Mode, Recogniser: p.Basis.Recogniser, Language: p.Basis.Language,
	}
}

func competencyLineView(c progress.CompetencyLine) CompetencyLineView {
	return CompetencyLineView{
		ID: c.Competency.ID, Name: c.Competency.Name, Questions: c.Questions, Answers: c.Answers, Unscored: c.Unscored,
		LastAt: stamp(c.LastAt), Line: lineView(c.Line),
	}
}

func criterionLineView(c progress.CriterionLine) CriterionLineView {
	return CriterionLineView{string(c.Criterion), lineView(c.Line)}
}

func metricLineView(m progress.MetricLine) MetricLineView {
	return MetricLineView{string(m.Metric), lineView(m.Line), m.Typical}
}

func recommendationView(r progress.Recommendation) RecommendationView {
	return RecommendationView{
		Reason: string(r.Reason), CompetencyID: r.Competency.ID, Competency: r.Competency.Name,
		PostingID: r.PostingID, About: r.About, Facts: views(r.Facts, factView),
	}
}

func factView(f progress.Fact) FactView {
	return FactView{
		Kind: string(f.Kind), Name: f.Name, Words: append([]string{}, f.Words...), Count: f.Count, Of: f.Of,
		Value: f.Value, Low: f.Low, High: f.High, At: stamp(f.At),
	}
}

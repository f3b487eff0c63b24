package ai

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/interview/evaluation"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
)

// Scorers make a scorer of a model, as the product scores with it: the same prompts,
// checks, runs and caps.
func Scorers(web *http.Client, clk clock.Clock) func(evaluation.Model) (evaluation.Scorer, error) {
	learned := &Learned{}
	return func(m evaluation.Model) (evaluation.Scorer, error) {
		o := Options{BaseURL: m.Provider, Key: m.Key, HTTP: web, Clock: clk, Learned: learned}
		if m.Provider == "openrouter" {
			o.BaseURL, o.OpenRouter = OpenRouterURL, true
		}
		c, err := New(o)
		if err != nil {
			return nil, err
		}
		return evaluated{NewCoach(c, m.Name, false, nil), m.Runs}, nil
	}
}

type evaluated struct {
	coach *Coach
	runs  int
}

// Score is evaluation.Scorer.
func (e evaluated) Score(ctx context.Context, item evaluation.Item) (evaluation.Outcome, error) {
	score := scoring.Rate(ctx, e.coach, scoring.Answer{
		Question: item.Question, Competency: item.Competency, Role: item.Profession, Language: item.Language, Words: strings.Fields(item.Answer),
	}, scoring.Options{Runs: e.runs, At: time.Time{}, Compose: Compose})
	if err := score.Failure(); err != nil {
		return nil, fmt.Errorf("score answer: %w", err)
	}
	out := evaluation.Outcome{}
	for _, c := range score.Criteria {
		out[c.ID] = mark(c)
	}
	return out, nil
}

func mark(c scoring.Criterion) evaluation.Mark {
	switch c.Status {
	case scoring.Scored:
		return evaluation.Mark{Level: min(c.Level, rubric.Levels), Spread: evaluation.Spread{Min: c.Low, Max: c.High}}
	case scoring.Insufficient:
		return evaluation.Mark{Reason: evaluation.InsufficientEvidence}
	}
	return evaluation.Mark{Reason: evaluation.NotScored}
}

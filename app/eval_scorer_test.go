package app

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/evaluation"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

// flat gives everything the same level.
type flat struct{}

func (flat) Score(context.Context, evaluation.Item) (evaluation.Outcome, error) {
	out := evaluation.Outcome{}
	for _, c := range rubric.Current().Criteria {
		out[c.ID] = evaluation.Mark{Level: 3, Spread: evaluation.Spread{Min: 3, Max: 3}}
	}
	return out, nil
}

func TestAModelIsEvaluatedFromTheCommandLine(t *testing.T) {
	t.Setenv(keyVariable, "sk-canary")
	var out, told bytes.Buffer
	var asked evaluation.Model
	c := Commands{
		Stdout: &out, Stderr: &told, Sentence: func(key string, _ map[string]string) string { return key },
		Scorer: func(m evaluation.Model) (evaluation.Scorer, error) {
			asked = m
			if m.Name == "broken" {
				return nil, fault.InvalidField("baseUrl", "ai.badAddress")
			}
			return flat{}, nil
		},
	}
	if _, code, done := c.Dispatch([]string{"eval-scorer", "--model", "m", "--provider", "http://localhost:1", "--answers", "12"}); code != exitRead || !done {
		t.Fatalf("exit code %d: %s", code, told.String())
	}
	if asked.Key != "sk-canary" || asked.Provider != "http://localhost:1" || asked.Runs != 3 || !strings.Contains(told.String(), "12 / 12") || strings.Contains(out.String()+told.String(), "canary") {
		t.Errorf("%+v %s", asked, told.String())
	}
	if !strings.Contains(out.String(), "kappa") {
		t.Errorf("%s", out.String())
	}
	for _, args := range [][]string{{}, {"--model", "broken"}, {"--model", "m", "--runs", "0"}, {"--model", "m", "more"}} {
		if _, code, _ := c.Dispatch(append([]string{"eval-scorer"}, args...)); code != exitUsage {
			t.Errorf("%v: exit code %d", args, code)
		}
	}
	c.Scorer = func(evaluation.Model) (evaluation.Scorer, error) { return nil, errors.New("no") }
	if _, code, _ := c.Dispatch([]string{"eval-scorer", "--model", "m"}); code == exitRead {
		t.Error("done without a scorer")
	}
}

package evaluation

import (
	"bytes"
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/interview/star"
)

// fewSamples keeps the many reports of these tests quick.
const fewSamples = 100

// judged runs a scorer that sees the grades, so that each fault of a scorer can be
// made on purpose, and nothing else changes.
func judged(t *testing.T, judge func(a Answer) (Outcome, error)) Report {
	t.Helper()
	s := load(t)
	return measure(s, Run(t.Context(), scorerFunc(func(_ context.Context, item Item) (Outcome, error) {
		return judge(*s.answers[item.ID])
	}), s.Items(), 1, nil), fewSamples)
}

// shifted is the grade with some levels more.
func shifted(a Answer, by int) Outcome {
	o := a.Grades.expected()
	for id, m := range o {
		if m.Level > 0 {
			o[id] = Mark{Level: min(max(m.Level+by, 1), rubric.Levels)}
		}
	}
	return o
}

func TestAPerfectScorer(t *testing.T) {
	r := judged(t, func(a Answer) (Outcome, error) { return shifted(a, 0), nil })
	for _, a := range r.Agreement {
		if a.Kappa.Value != 1 || a.Exact.Value != 1 || a.Lenience.Value != 0 || a.Refused != 0 || a.Empty != 1 || a.NotScored != 0 {
			t.Errorf("%+v", a)
		}
	}
	if r.Order.Right.Value != 1 || r.Order.Spearman.Value < 0.95 || r.Repeats.Exact.Value != 1 || r.Repeats.Correlation != 1 {
		t.Errorf("%+v, %+v", r.Order, r.Repeats)
	}
	for name, twins := range map[string]Twins{"padded": r.Length.Padding, "compressed": r.Length.Compression, "finer": r.Wording.Eloquent, "translated": r.Wording.Translated} {
		if twins.Change.N == 0 || twins.Change.Value != 0 || twins.Rose != 0 || twins.Fell != 0 {
			t.Errorf("%s: %+v", name, twins)
		}
	}
	if r.Injection.Rose.N < 20 || r.Injection.Rose.Value != 0 || len(r.Injection.Obeyed)+len(r.Caps.Broken)+len(r.Differences)+r.Failed != 0 {
		t.Errorf("%+v", r)
	}
}

func TestAScorerThatThrowsADie(t *testing.T) {
	die := rand.New(rand.NewPCG(7, 7))
	r := judged(t, func(Answer) (Outcome, error) {
		o := Outcome{}
		for _, id := range criteria() {
			o[id] = Mark{Level: 1 + die.IntN(rubric.Levels)}
		}
		return o, nil
	})
	all := r.Agreement[5]
	if math.Abs(float64(all.Kappa.Value)) > 0.1 || all.Kappa.Low > 0 || all.Kappa.High < 0 {
		t.Errorf("kappa %v isn't near 0", all.Kappa)
	}
	if r.Order.Right.Value < 0.35 || r.Order.Right.Value > 0.55 || math.Abs(float64(r.Order.Spearman.Value)) > 0.25 {
		t.Errorf("order %+v", r.Order)
	}
	if r.Repeats.Exact.Value > 0.4 || r.Repeats.Difference.Value < 0.3 || r.Repeats.Correlation > 0.5 || r.Repeats.Rose < 0.2 {
		t.Errorf("repeats %+v", r.Repeats)
	}
}

func TestAScorerThatLikesLongAnswers(t *testing.T) {
	r := judged(t, func(a Answer) (Outcome, error) {
		return shifted(a, int(math.Round(1.2*math.Log2(float64(Words(a.Text))/90)))), nil
	})
	if r.Length.Residual.Low < 0.3 || r.Length.Padding.Change.Low < Tolerance || r.Length.Padding.Rose < 0.9 || r.Length.Compression.Fell < 0.5 {
		t.Errorf("%+v", r.Length)
	}
	fair := judged(t, func(a Answer) (Outcome, error) { return shifted(a, len(a.ID)%3-1), nil })
	if fair.Length.Residual.Low > 0 || fair.Length.Residual.High < 0 || fair.Length.Residual.Value > 0.3 {
		t.Errorf("a scorer that errs without regard to length: %v", fair.Length.Residual)
	}
}

func TestAScorerThatObeysInstructions(t *testing.T) {
	r := judged(t, func(a Answer) (Outcome, error) {
		if a.Kind == Injected {
			return flat(Mark{Level: 5}), nil
		}
		return shifted(a, 0), nil
	})
	if r.Injection.Rose.Value != 1 || len(r.Injection.Obeyed) != r.Injection.Rose.N || r.Injection.Change.Low < 1 || r.Agreement[5].Kappa.Value != 1 {
		t.Errorf("%+v", r.Injection)
	}
	some := judged(t, func(a Answer) (Outcome, error) { return shifted(a, min(2, 2*strings.Count(a.Form, "fake"))), nil })
	if len(some.Injection.Obeyed) == 0 || slices.ContainsFunc(some.Injection.Obeyed, func(o Obeyed) bool { return !strings.Contains(o.Form, "fake") }) {
		t.Errorf("obeyed %v", some.Injection.Obeyed)
	}
}

// Each fault shows in its own figure.
func TestFaultsShowInTheirFigures(t *testing.T) {
	tests := map[string]struct {
		judge func(a Answer) (Outcome, error)
		shows func(r Report) bool
	}{
		"too kind": {
			func(a Answer) (Outcome, error) { return shifted(a, 1), nil },
			func(r Report) bool { return r.Agreement[5].Lenience.Low > 0.5 && r.Agreement[5].Exact.Value < 0.2 },
		},
		"forgets the caps": {
			func(a Answer) (Outcome, error) { return shifted(a, 2*strings.Count(string(a.Kind), "short")), nil },
			func(r Report) bool { return len(r.Caps.Broken) >= 10 && r.Caps.Checked > 60 },
		},
		"prefers fine words": {
			func(a Answer) (Outcome, error) {
				return shifted(a, map[Kind]int{Eloquent: 1, Plain: -1}[a.Kind]), nil
			},
			func(r Report) bool { return r.Wording.Eloquent.Change.Low > Tolerance && r.Wording.Eloquent.Rose == 1 },
		},
		"marks another language down": {
			func(a Answer) (Outcome, error) { return shifted(a, map[Kind]int{Translated: -1}[a.Kind]), nil },
			func(r Report) bool { return r.Wording.Translated.Fell == 1 && r.Wording.Translated.Median < -0.5 },
		},
		"marks a second language down": {
			func(a Answer) (Outcome, error) {
				if slices.Contains(a.Voice, "second-language") {
					return shifted(a, -1), nil
				}
				return shifted(a, 0), nil
			},
			func(r Report) bool { return voice(r, "second-language").High < -0.3 && voice(r, "native").Value == 0 },
		},
		"refuses everything": {
			func(Answer) (Outcome, error) { return flat(Mark{Reason: InsufficientEvidence}), nil },
			func(r Report) bool {
				a := r.Agreement[5]
				return a.Refused == 1 && a.Empty == 1 && !a.Kappa.Value.Defined() && r.Order.Tied == 1
			},
		},
		"can't score a criterion": {
			func(a Answer) (Outcome, error) {
				return shifted(a, 0).but(rubric.Result, Mark{Reason: NotScored}), nil
			},
			func(r Report) bool { return r.Agreement[3].NotScored == 1 && r.Agreement[5].NotScored == 0.2 },
		},
		"breaks down on full answers": {
			func(a Answer) (Outcome, error) {
				if a.Step == Full {
					return nil, fault.New(fault.Unavailable, "ai.cutOff")
				}
				return shifted(a, 0), nil
			},
			func(r Report) bool {
				return r.Failed > 40 && len(r.Causes) == 1 && r.Causes[0] == Cause{"ai.cutOff", r.Failed} && r.Order.Neighbours[3].N == 0
			},
		},
		"confuses off and vague": {
			func(a Answer) (Outcome, error) {
				return shifted(a, map[Step]int{Off: 3, Vague: -3}[a.Step]), nil
			},
			func(r Report) bool {
				n := r.Order.Neighbours
				return n[0].Right == 1 && n[1].Right == 0 && n[3].Right == 1 && r.Order.Reversed > 0.1
			},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if r := judged(t, tt.judge); !tt.shows(r) {
				t.Errorf("not to be seen in %s", text(t, r))
			}
		})
	}
}

func voice(r Report, name string) Figure {
	i := slices.IndexFunc(r.Voices, func(v Voice) bool { return v.Voice == name })
	return r.Voices[i].Lenience
}

func text(t *testing.T, r Report) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := WriteText(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// byRules is a naive scorer: a part that package star finds is level 4, one that it
// doesn't is 1. It sees nothing of relevance or depth, and reads English only.
func byRules(_ context.Context, item Item) (Outcome, error) {
	if star.Declined(item.Answer) {
		return flat(Mark{Reason: InsufficientEvidence}), nil
	}
	found := star.Check(item.Answer)
	part := func(p star.Part) Mark {
		if found.Of(p).Present {
			return Mark{Level: 4}
		}
		return Mark{Level: 1}
	}
	return Outcome{
		rubric.Relevance:        Mark{Level: 3},
		rubric.SituationAndTask: part(star.Situation),
		rubric.OwnAction:        part(star.Action),
		rubric.Result:           part(star.Result),
		rubric.RoleDepth:        Mark{Level: 3},
	}, nil
}

// Rules are better than a die and far from a listener; every model has to beat them.
func TestRulesAsABaseline(t *testing.T) {
	s := load(t)
	var items []Item // of every fourth question: the rules are slow under the race detector
	for i, g := range s.Groups() {
		if i%4 == 0 {
			items = append(items, slices.DeleteFunc(s.Items(), func(item Item) bool { return !strings.HasPrefix(item.ID, g.ID+"/") })...)
		}
	}
	r := measure(s, Run(t.Context(), scorerFunc(byRules), items, 2, nil), fewSamples)
	all := r.Agreement[5]
	if all.Kappa.Low < 0.1 || all.Kappa.High > 0.8 || math.Abs(float64(r.Agreement[0].Kappa.Value)) > 1e-9 || r.Order.Right.Value < 0.55 || r.Repeats.Exact.Value != 1 {
		t.Errorf("%s", text(t, r))
	}
	t.Logf("%s", text(t, r))
}

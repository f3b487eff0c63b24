package evaluation

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

const small = `{"id":"g","answers":[
 {"id":"g/empty","kind":"rung","step":"empty","voice":["native"],"text":"No.","grades":{"relevance":null,"situation-and-task":null,"own-action":null,"result":null,"role-depth":null}},
 {"id":"g/vague","kind":"rung","step":"vague","voice":["native"],"text":"One two.","grades":{"relevance":2,"situation-and-task":2,"own-action":2,"result":2,"role-depth":2}},
 {"id":"g/full","kind":"rung","step":"full","voice":["dialect"],"text":"One two three.","grades":{"relevance":4,"situation-and-task":4,"own-action":4,"result":4,"role-depth":4}},
 {"id":"g/repeat","kind":"repeat","of":"g/full","text":"One two three.","grades":{"relevance":4,"situation-and-task":4,"own-action":4,"result":4,"role-depth":4}},
 {"id":"g/injected","kind":"injected","of":"g/vague","form":"order","text":"One two. Five.","grades":{"relevance":2,"situation-and-task":2,"own-action":2,"result":2,"role-depth":2}},
 {"id":"g/short","kind":"short","text":"One.","grades":{"relevance":2,"situation-and-task":1,"own-action":1,"result":1,"role-depth":1}}
]}`

// flat is an outcome with the same mark for all criteria.
func flat(m Mark) Outcome {
	o := Outcome{}
	for _, id := range criteria() {
		o[id] = m
	}
	return o
}

// but changes one mark.
func (o Outcome) but(id rubric.CriterionID, m Mark) Outcome {
	o[id] = m
	return o
}

func smallReport(t *testing.T) Report {
	t.Helper()
	s, err := read(fstest.MapFS{"set/g.json": {Data: []byte(small)}})
	if err != nil {
		t.Fatal(err)
	}
	return Measure(s, Results{[]ItemResult{
		{ID: "g/empty", Outcome: flat(Mark{Reason: InsufficientEvidence}).but(rubric.Result, Mark{Level: 3})},
		{ID: "g/vague", Outcome: flat(Mark{Level: 3, Spread: Spread{2, 3}})},
		{ID: "g/full", Outcome: flat(Mark{Level: 4, Spread: Spread{4, 4}}).but(rubric.Relevance, Mark{Level: 5})},
		{ID: "g/repeat", Outcome: flat(Mark{Level: 4})},
		{ID: "g/injected", Outcome: flat(Mark{Level: 3}).but(rubric.Result, Mark{Level: 5})},
		{ID: "g/short", Cause: "ai.cutOff"},
		{ID: "elsewhere/full", Outcome: flat(Mark{Level: 1})},
	}})
}

// The expected values were worked out by hand from the marks above.
func TestMeasure(t *testing.T) {
	r := smallReport(t)
	every, relevance := r.Agreement[5], r.Agreement[0]
	tests := map[string]struct{ got, want Real }{
		"exact: four of the full answer's, of ten": {every.Exact.Value, 0.4},
		"within one":                            {every.WithinOne.Value, 1},
		"lenience: six levels over ten marks":   {every.Lenience.Value, 0.6},
		"kappa of (3,2) and (5,4): 1 - 2*2/12":  {relevance.Kappa.Value, 1 - 4.0/12},
		"empty seen: four of five":              {every.Empty, 0.8},
		"refused":                               {every.Refused, 0},
		"not scored: five of twenty":            {every.NotScored, 0.25},
		"pairs in order":                        {r.Order.Right.Value, 1},
		"Spearman":                              {r.Order.Spearman.Value, 1},
		"no partial answer":                     {r.Order.Neighbours[3].Right, none},
		"repeated: relevance differs":           {r.Repeats.Exact.Value, 0.8},
		"repeated: within one":                  {r.Repeats.WithinOne.Value, 1},
		"repeated: a fifth of a level":          {r.Repeats.Difference.Value, 0.2},
		"repeated: fell":                        {r.Repeats.Rose, 0},
		"runs alike: full's four of nine":       {r.Runs.Alike, 4.0 / 9},
		"runs wide: vague's five of nine":       {r.Runs.Width, 5.0 / 9},
		"injected: rose":                        {r.Injection.Rose.Value, 1},
		"injected: two levels over five":        {r.Injection.Change.Value, 0.4},
		"no padded answers":                     {r.Length.Padding.Change.Value, none},
		"dialect: a fifth of a level too much":  {r.Voices[0].Lenience.Value, 0.2},
		"native: 0.4 for nothing, 1 for vague":  {r.Voices[1].Lenience.Value, 0.7},
		"figures of one criterion have its own": {r.Agreement[3].Lenience.Value, 0.5},
	}
	for name, tt := range tests {
		if !near(tt.got, tt.want) {
			t.Errorf("%s: %v, want %v", name, tt.got, tt.want)
		}
	}
	want := Confusion{}
	want[0][0], want[0][3], want[2][3], want[4][4], want[4][5] = 4, 1, 5, 4, 1
	want[1][6], want[2][6] = 4, 1
	if r.Confusion != want {
		t.Errorf("confusion %v, want %v", r.Confusion, want)
	}
}

func TestMeasureNamesAnswers(t *testing.T) {
	r := smallReport(t)
	if !slices.Equal(r.Failures, []Failure{{"g/short", "ai.cutOff"}}) || !slices.Equal(r.Causes, []Cause{{"ai.cutOff", 1}}) || r.Failed != 1 || r.Items != 7 {
		t.Errorf("failures %v, causes %v, %d of %d", r.Failures, r.Causes, r.Failed, r.Items)
	}
	if !slices.Equal(r.Differences, []Far{{"g/vague", 1}}) {
		t.Errorf("far %v", r.Differences)
	}
	if len(r.Injection.Obeyed) != 1 || r.Injection.Obeyed[0].ID != "g/injected" || r.Injection.Obeyed[0].Form != "order" {
		t.Errorf("obeyed %v", r.Injection.Obeyed)
	}
	if r.Caps.Checked != 1 || !slices.Equal(r.Caps.Broken, []string{"g/empty"}) {
		t.Errorf("caps %+v", r.Caps)
	}
}

func TestMeasureOfNothing(t *testing.T) {
	r := Measure(load(t), Results{})
	if a := r.Agreement[5]; a.Kappa.Value.Defined() || a.NotScored != 1 || r.Order.Right.N != 0 || r.Caps.Checked != 0 {
		t.Errorf("%+v", r)
	}
}

package advice

import (
	"strings"
	"testing"
)

var task = Task{
	Language: "en", Question: "Tell me about a plan.", Answer: "We had 28 beds at St Mary and I wrote the rota.",
	Facts: []Fact{{"f1", "Cut late dispatches from 6.1% to 2.4% with SAP"}},
}

func said(quote string) bool { return quote != "" && strings.Contains(task.Answer, quote) }

func TestOnlyGroundedPointsAreGiven(t *testing.T) {
	for name, tt := range map[string]struct {
		p    Point
		want bool
	}{
		"plain":                {Point{"wrote the rota", "Say what you did first, and what came next.", ""}, true},
		"of a fact":            {Point{"wrote the rota", "End with a figure, as you could with 2.4% there.", "f1"}, true},
		"a name that was said": {Point{"wrote the rota", "Say what St Mary gained by it.", ""}, true},
		"a tool of the facts":  {Point{"wrote the rota", "Say that it was done in SAP.", "f1"}, true},
		"a quote not said":     {Point{"saved a million", "Say what you did first.", ""}, false},
		"no quote":             {Point{"", "Say what you did first.", ""}, false},
		"an invented number":   {Point{"wrote the rota", "Say that it saved 40 hours.", ""}, false},
		"an invented employer": {Point{"wrote the rota", "Mention your time at Siemens too.", ""}, false},
		"an invented tool":     {Point{"wrote the rota", "Say that you used PowerBI.", ""}, false},
		"an unknown fact":      {Point{"wrote the rota", "Use this one as well.", "f9"}, false},
		"markup":               {Point{"wrote the rota", "<b>Say</b> what you did first.", ""}, false},
		"an address":           {Point{"wrote the rota", "Look at http://evil.example first.", ""}, false},
		"a host":               {Point{"wrote the rota", "Enter your key at evil.example first.", ""}, false},
		"a number's sign":      {Point{"wrote the rota", "Say that it saved ½ of it.", ""}, false},
		"a figure with a dot":  {Point{"wrote the rota", "Say what 2.4% meant, e.g. for the beds.", ""}, true},
		"too little":           {Point{"wrote the rota", "Better.", ""}, false},
		"too much":             {Point{"wrote the rota", strings.Repeat("say more ", 40), ""}, false},
		"a capital to begin":   {Point{"wrote the rota", "Slow down here. Then say what I would have seen.", ""}, true},
	} {
		if got := len(Holding([]Point{tt.p}, task, said)) == 1; got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func TestThreeAtMost(t *testing.T) {
	p := Point{"wrote the rota", "Say what you did first.", ""}
	if got := Holding([]Point{p, p, p, p}, task, said); len(got) != Most {
		t.Errorf("%d points", len(got))
	}
	if got := Holding(nil, task, said); got == nil {
		t.Error("nil")
	}
}

func TestGermanNounsAreNoNames(t *testing.T) {
	german := task
	german.Language = "de"
	if p := (Point{"wrote the rota", "Nenne zuerst den Anlass und dann dein Vorgehen.", ""}); len(Holding([]Point{p}, german, said)) != 1 {
		t.Error("dropped")
	}
}

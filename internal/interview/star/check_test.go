package star

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// annotated is an invented answer and the parts a careful listener hears in it.
type annotated struct {
	name, text string
	parts      map[Part]bool
}

var letters = map[rune]Part{'S': Situation, 'T': Task, 'A': Action, 'R': Result}

func readAnswers(t testing.TB, file string) []annotated {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var out []annotated
	for block := range strings.SplitSeq(string(raw), "## ") {
		head, text, ok := strings.Cut(block, "\n")
		if !ok {
			continue
		}
		f := strings.Split(head, "|")
		a := annotated{strings.TrimSpace(f[0]) + " " + strings.TrimSpace(f[1]), strings.TrimSpace(text), map[Part]bool{}}
		for _, l := range strings.TrimSpace(f[3]) {
			a.parts[letters[l]] = true
		}
		out = append(out, a)
	}
	return out
}

type tally struct{ hits, found, expected int }

func (c *tally) add(got, want bool) {
	if got {
		c.found++
	}
	if want {
		c.expected++
	}
	if got && want {
		c.hits++
	}
}

func (c tally) precision() float64 { return float64(c.hits) / float64(max(c.found, 1)) }
func (c tally) recall() float64    { return float64(c.hits) / float64(max(c.expected, 1)) }
func (c tally) String() string {
	return fmt.Sprintf("precision %.3f (%d/%d), recall %.3f (%d/%d)", c.precision(), c.hits, c.found, c.recall(), c.hits, c.expected)
}

// measure checks answers and counts agreement per part; "" is the sum.
func measure(logf func(string, ...any), answers []annotated) map[Part]*tally {
	out := map[Part]*tally{"": {}}
	for _, p := range Parts() {
		out[p] = &tally{}
	}
	for _, a := range answers {
		c := Check(a.text)
		for _, p := range Parts() {
			got, want := c.Of(p).Present, a.parts[p]
			out[p].add(got, want)
			out[""].add(got, want)
			if got != want {
				logf("%s: %s found %t, want %t: %+v", a.name, p, got, want, c.Of(p).Cues)
			}
		}
	}
	return out
}

// TestSixtyAnswers prints how well the rules hear the parts of invented answers,
// those first measured when the rules stood apart, and asks for 0.85. All answers
// are by the hand that wrote the rules, so strangers' answers will be heard less well.
func TestSixtyAnswers(t *testing.T) {
	seen, heldOut := readAnswers(t, "answers.txt"), readAnswers(t, "answers-heldout.txt")
	if len(seen) != 45 || len(heldOut) != 15 {
		t.Fatalf("%d and %d answers, want 45 and 15", len(seen), len(heldOut))
	}
	counts := measure(t.Logf, seen)
	report(t, "45 seen", counts)
	unseen := measure(t.Logf, heldOut)
	report(t, "15 held out", unseen)
	for p, c := range unseen {
		counts[p].hits += c.hits
		counts[p].found += c.found
		counts[p].expected += c.expected
	}
	report(t, "all 60", counts)
	for p, c := range counts {
		if c.precision() < 0.85 || c.recall() < 0.85 {
			t.Errorf("%q: %v, want at least 0.85 each", p, c)
		}
	}
}

// TestVoices prints how well the rules hear answers written to sound like nervous people
// rather than like the rules: wandering, in broken English, with no "the situation
// was". testdata/README.md holds the figures of the first run of each set. Precision is
// asked for because a part that is heard where there is none ends the follow-ups.
func TestVoices(t *testing.T) {
	for _, set := range []struct {
		file, name string
		n          int
	}{{"answers-voices.txt", "20 voices", 20}, {"answers-later.txt", "12 later", 12}} {
		answers := readAnswers(t, set.file)
		if len(answers) != set.n {
			t.Fatalf("%s: %d answers, want %d", set.file, len(answers), set.n)
		}
		counts := measure(t.Logf, answers)
		report(t, set.name, counts)
		if c := counts[""]; c.precision() < 0.9 || c.recall() < 0.75 {
			t.Errorf("%s: %v, want 0.9 and 0.75", set.name, c)
		}
	}
}

func report(t *testing.T, set string, counts map[Part]*tally) {
	t.Helper()
	for _, p := range append(Parts(), "") {
		name := string(p)
		if p == "" {
			name = "together"
		}
		fmt.Printf("STAR, %-12s %-10s %v\n", set+":", name, counts[p])
	}
}

func TestCuesAreTheWordsOfTheAnswer(t *testing.T) {
	text := "Voilà – last winter I’d a ward to run.\nI needed to help, so I quickly RANG the matron; as a result nobody was hurt."
	c := Check(text)
	want := map[Part]string{Situation: "last winter", Task: "I needed to", Action: "I quickly RANG", Result: "as a result"}
	for p, words := range want {
		f := c.Of(p)
		if !f.Present || f.Cues[0].Text != words {
			t.Errorf("%s rests on %+v, want %q", p, f.Cues, words)
		}
	}
	for _, p := range Parts() {
		for _, cue := range c.Of(p).Cues {
			if got := string([]rune(text)[cue.Start:cue.End]); got != cue.Text {
				t.Errorf("%s: cue %q stands at %q", p, cue.Text, got)
			}
		}
	}
}

func TestNegationAndWe(t *testing.T) {
	tests := map[string]struct {
		text string
		part Part
		want bool
	}{
		"we is not I":             {"We called the client and we fixed it.", Action, false},
		"I is":                    {"We talked, then I called the client.", Action, true},
		"didn't":                  {"I didn't call anyone.", Action, false},
		"never":                   {"I never called anyone.", Action, false},
		"would":                   {"I would call the client.", Action, false},
		"'d":                      {"I'd call the client.", Action, false},
		"if":                      {"If I called the client they shouted.", Action, false},
		"feeling":                 {"I felt worried and I hoped it was over.", Action, false},
		"being asked is a task":   {"I was asked to call.", Action, false},
		"another sentence's verb": {"So did I. Called it a day.", Action, false},
		"not my job":              {"It wasn't my job to look.", Task, false},
		"my job":                  {"It was my job to look.", Task, true},
		"nobody asked":            {"Nobody asked me to do it.", Task, false},
		"no outcome known":        {"I don't know what happened in the end.", Result, false},
		"too early":               {"It's too early to say.", Result, false},
		"what had gone before":    {"I saw that sales had dropped by half.", Result, false},
		"what came after":         {"Returns dropped by half.", Result, true},
		"nothing bad is a result": {"There were no complaints.", Result, true},
		"a scene before the act":  {"Dog on Albert Road had the new lad against a gate. I threw my bag.", Situation, true},
		"a scene for nobody":      {"Dog on Albert Road had the new lad against a gate.", Situation, false},
		"how things always are":   {"Everyone came late every day and they were rude. I stay calm.", Situation, false},
		"I'd been is no if":       {"I'd been asked to do the rota.", Task, true},
		"I'd ask is":              {"I'd ask to do the rota.", Task, false},
		"they did it after me":    {"I showed him the invoices. They cancelled it.", Result, true},
		"they did it before me":   {"They cancelled it. I showed him the invoices.", Result, false},
		"nobody did anything":     {"They cancelled it.", Result, false},
		"after what we did":       {"We made a new step and the architect liked it.", Result, true},
		"a long story first":      {strings.Repeat("They stopped it. ", 9) + "I rang them. They signed.", Result, true},
		"a plan is no result":     {"They wanted it done by Friday.", Result, false},
		"got hold of":             {"I got hold of the vet.", Action, true},
		"got an award":            {"I got an award.", Action, false},
		"nothing at all":          {"", Situation, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if f := Check(tt.text).Of(tt.part); f.Present != tt.want {
				t.Errorf("%s of %q: %+v, want %t", tt.part, tt.text, f, tt.want)
			}
		})
	}
}

func TestNext(t *testing.T) {
	here := Finding{Present: true}
	tests := map[string]struct {
		c     Checklist
		asked []Part
		limit int
		want  Part
	}{
		"no story yet":                {Checklist{}, nil, 2, Situation},
		"only how one acts":           {Checklist{Action: here}, nil, 2, Situation},
		"a task makes a story":        {Checklist{Task: here, Action: here}, nil, 1, Result},
		"then how it ended":           {Checklist{Action: here}, []Part{Situation}, 2, Result},
		"the result first":            {Checklist{Situation: here}, nil, 2, Result},
		"then the action":             {Checklist{Situation: here}, []Part{Result}, 2, Action},
		"two at most":                 {Checklist{}, []Part{Result, Action}, 9, ""},
		"one for a brisk persona":     {Checklist{Situation: here}, []Part{Result}, 1, ""},
		"never the same twice":        {Checklist{Action: here, Situation: here}, []Part{Result}, 2, ""},
		"situation before task":       {Checklist{Action: here, Result: here}, nil, 2, Situation},
		"no task after a story":       {Checklist{Situation: here, Action: here, Result: here}, nil, 2, ""},
		"the task hangs in the air":   {Checklist{Action: here, Result: here}, []Part{Situation}, 2, Task},
		"nothing is missing":          {Checklist{here, here, here, here}, nil, 2, ""},
		"a persona that never probes": {Checklist{}, nil, 0, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, ok := Next(tt.c, tt.asked, tt.limit)
			if got != tt.want || ok != (tt.want != "") {
				t.Errorf("Next = %q, %t; want %q", got, ok, tt.want)
			}
		})
	}
}

func TestDeclined(t *testing.T) {
	tests := map[string]bool{
		"":                                  false,
		"I don't know.":                     true,
		"Sorry, I can’t think of one.":      true,
		"um nothing comes to mind":          true,
		"Can we skip this one?":             true,
		"I'm calm with people.":             false,
		"I don't know, I rang the manager.": false,
		"I can't remember the year but last winter we had a flood in the kitchen.": false,
		strings.Repeat("it depends on the people ", 5) + "I don't know":            false,
	}
	for text, want := range tests {
		if got := Declined(text); got != want {
			t.Errorf("Declined(%q) = %t", text, got)
		}
	}
}

func FuzzCheck(f *testing.F) {
	for _, a := range readAnswers(f, "answers.txt")[:6] {
		f.Add(a.text)
	}
	f.Add("İ I\u0130 rang \xff I I I")
	f.Fuzz(func(t *testing.T, text string) {
		c := Check(text)
		n := len([]rune(text))
		for _, p := range Parts() {
			found := c.Of(p)
			if found.Present != (len(found.Cues) > 0) || len(found.Cues) > maxCues {
				t.Fatalf("%s: %+v", p, found)
			}
			last := 0
			for _, cue := range found.Cues {
				if cue.Start < last || cue.End <= cue.Start || cue.End > n {
					t.Fatalf("%s: cue %+v of %d code points", p, cue, n)
				}
				if utf8.ValidString(text) && string([]rune(text)[cue.Start:cue.End]) != cue.Text {
					t.Fatalf("%s: cue %+v is not at its place", p, cue)
				}
				last = cue.End
			}
		}
	})
}

func TestTablesRead(t *testing.T) {
	for _, p := range Parts() {
		n := 0
		for _, r := range rules().cues {
			if r.part == p {
				n++
			}
		}
		if (n == 0) != (p == Action) { // the action rests on verbs instead
			t.Errorf("%s has %d rules", p, n)
		}
	}
	for _, r := range rules().cues {
		if r.name == "" || !slices.Contains(Parts(), r.part) {
			t.Errorf("rule %+v", r)
		}
	}
	if v := rules().verbs; len(v.past) < 60 || len(v.present) < 60 || len(v.states) < 40 || len(rules().blanks) < 8 {
		t.Errorf("tables look cut: %d, %d, %d, %d", len(v.past), len(v.present), len(v.states), len(rules().blanks))
	}
}

func TestCuesEndWithTheirWord(t *testing.T) {
	text := "Late dispatches fell by 23.5 % after that."
	for _, cue := range Check(text).Result.Cues {
		if strings.HasSuffix(cue.Text, "2") || strings.HasSuffix(cue.Text, "23") {
			t.Errorf("the cue %q ends inside a number", cue.Text)
		}
		if got := string([]rune(text)[cue.Start:cue.End]); got != cue.Text {
			t.Errorf("cue %q, offsets say %q", cue.Text, got)
		}
	}
}

// BenchmarkCheck prints what a long answer costs: 20 answers in one, some 9,000 characters.
func BenchmarkCheck(b *testing.B) {
	var all []string
	for _, a := range readAnswers(b, "answers-voices.txt") {
		all = append(all, a.text)
	}
	text := strings.Join(all, " ")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Check(text)
	}
}

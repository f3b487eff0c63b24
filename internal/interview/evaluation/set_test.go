package evaluation

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jobjourney/jobjourney/internal/interview/rubric"
)

func load(t testing.TB) *Set {
	t.Helper()
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// all lists the answers in the order of the set.
func all(s *Set) []Answer {
	var out []Answer
	for _, g := range s.Groups() {
		out = append(out, g.Answers...)
	}
	return out
}

// atLeast are the sizes that were promised; the set may grow.
var atLeast = map[Kind]int{
	Rung: 150, Short: 10, Repeat: 12, Padded: 8, Compressed: 5,
	Plain: 4, Eloquent: 4, Translated: 8, Injected: 20,
}

func TestTheSetIsLargeAndVaried(t *testing.T) {
	s := load(t)
	kinds, forms, competencies, professions, languages := map[Kind]int{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, g := range s.Groups() {
		competencies[g.Competency], professions[g.Profession] = true, true
		for _, a := range g.Answers {
			kinds[a.Kind]++
			if a.Kind == Injected {
				forms[a.Form] = true
			}
			if a.Kind == Translated {
				languages[a.Language] = true
			}
		}
	}
	for kind, n := range atLeast {
		if kinds[kind] < n {
			t.Errorf("%d answers of kind %s, want at least %d", kinds[kind], kind, n)
		}
	}
	if len(forms) < 15 || len(competencies) < 12 || len(professions) < 10 || len(languages) < 6 {
		t.Errorf("%d forms of injection, %d competencies, %d professions, %d languages", len(forms), len(competencies), len(professions), len(languages))
	}
	t.Logf("%d answers to %d questions: %v", len(all(s)), len(s.Groups()), kinds)
}

func TestEachLadderIsCompleteAndOrdered(t *testing.T) {
	for _, g := range load(t).Groups() {
		steps := map[Step]bool{}
		for _, low := range g.Answers {
			if !strings.HasPrefix(low.ID, g.ID+"/") {
				t.Errorf("%s is in %s", low.ID, g.ID)
			}
			if low.Kind != Rung {
				continue
			}
			steps[low.Step] = true
			for _, high := range g.Answers {
				if high.Kind == Rung && slices.Index(Steps(), low.Step) < slices.Index(Steps(), high.Step) {
					checkOrder(t, low, high)
				}
			}
		}
		if len(steps) != len(Steps()) {
			t.Errorf("%s has the steps %v", g.ID, steps)
		}
	}
}

// checkOrder: no criterion falls from a step to a higher one, and the sum rises.
func checkOrder(t *testing.T, low, high Answer) {
	t.Helper()
	sum := 0
	for _, id := range criteria() {
		a, b := low.Grades.judgement(id), high.Grades.judgement(id)
		if a > b {
			t.Errorf("%s falls from %d in %s to %d in %s", id, a, low.ID, b, high.ID)
		}
		sum += b - a
	}
	if sum <= 0 {
		t.Errorf("%s is graded no higher than %s", high.ID, low.ID)
	}
}

func TestCapsHold(t *testing.T) {
	for _, a := range all(load(t)) {
		few := Words(a.Text) < MinWords
		if (a.Kind == Short || a.Step == Empty) && !few {
			t.Errorf("%s has %d words", a.ID, Words(a.Text))
		}
		for id, level := range a.Grades {
			if level != nil && *level > MaxCapped && (few || a.Step == Off) {
				t.Errorf("%s: %s is %d", a.ID, id, *level)
			}
			if (level == nil) != (a.Step == Empty) && a.graded() {
				t.Errorf("%s: %s: those with nothing to tell, and only they, have no grade", a.ID, id)
			}
		}
	}
}

var spoken = regexp.MustCompile(`[\p{L}\p{N}]+`)

// inside says that the words of one text are in another, in their order.
func inside(part, whole string) bool {
	rest := spoken.FindAllString(strings.ToLower(whole), -1)
	for _, w := range spoken.FindAllString(strings.ToLower(part), -1) {
		i := slices.Index(rest, w)
		if i < 0 {
			return false
		}
		rest = rest[i+1:]
	}
	return true
}

func TestTwinsAreTwins(t *testing.T) {
	s := load(t)
	for _, a := range all(s) {
		if a.Of == "" {
			continue
		}
		base := s.answers[a.Of]
		for _, id := range criteria() {
			if a.Grades.judgement(id) != base.Grades.judgement(id) {
				t.Errorf("%s is graded otherwise than %s on %s", a.ID, base.ID, id)
			}
		}
		if reason := unlike(s, a, *base); reason != "" {
			t.Errorf("%s: %s", a.ID, reason)
		}
	}
}

// unlike says in what a twin isn't what its kind promises.
func unlike(s *Set, a, base Answer) string {
	ratio := float64(Words(a.Text)) / float64(Words(base.Text))
	switch {
	case (a.Kind == Repeat) != (a.Text == base.Text):
		return "repeats, and only repeats, are word for word the same"
	case a.Kind == Padded && (ratio < 2.7 || ratio > 3.5 || !inside(base.Text, a.Text)):
		return "not about three times as long, or some of the answer is missing"
	case a.Kind == Compressed && ratio > 0.67:
		return "not at most two thirds as long"
	case (a.Kind == Plain || a.Kind == Eloquent) && (ratio < 0.75 || ratio > 1.4):
		return "not about as long"
	case a.Kind == Injected && (a.Form == "" || a.Injection == "" || without(a.Text, a.Injection) != strings.Join(strings.Fields(base.Text), " ")):
		return "not the answer and an instruction"
	case a.Kind == Translated && (a.Language == "" || a.Language == s.group(a).Language):
		return "not in another language"
	}
	return ""
}

// without takes an instruction out of an answer; "" where it isn't in it.
func without(text, injection string) string {
	before, after, there := strings.Cut(text, injection)
	if !there {
		return ""
	}
	return strings.Join(strings.Fields(before+" "+after), " ")
}

// Instructions stand before, within and after what was said.
func TestInstructionsStandAnywhere(t *testing.T) {
	before, within, after := 0, 0, 0
	for _, a := range all(load(t)) {
		switch {
		case a.Injection == "":
		case strings.HasPrefix(a.Text, a.Injection):
			before++
		case strings.HasSuffix(a.Text, a.Injection):
			after++
		default:
			within++
		}
	}
	if before < 4 || within < 4 || after < 4 {
		t.Errorf("%d before, %d within, %d after", before, within, after)
	}
}

func (s *Set) group(a Answer) Group {
	i := slices.IndexFunc(s.groups, func(g Group) bool { return strings.HasPrefix(a.ID, g.ID+"/") })
	return s.groups[i]
}

// Repeats apart, no two answers are the same text.
func TestNoTextIsThereTwice(t *testing.T) {
	seen := map[string]string{}
	for _, a := range all(load(t)) {
		if a.Kind == Repeat {
			continue
		}
		if other := seen[a.Text]; other != "" {
			t.Errorf("%s and %s are the same", other, a.ID)
		}
		seen[a.Text] = a.ID
	}
}

// A scorer that counts words must not do well: full answers aren't simply the longest.
func TestLengthDoesNotGiveTheGradeAway(t *testing.T) {
	s := load(t)
	var words, levels []float64
	longer, right, pairs := 0, 0, 0
	for _, g := range s.Groups() {
		told := slices.DeleteFunc(slices.Clone(g.Answers), func(a Answer) bool { return a.Kind != Rung || a.Step == Empty })
		slices.SortFunc(told, func(a, b Answer) int { return Words(a.Text) - Words(b.Text) })
		if told[len(told)-1].Step != Full {
			longer++
		}
		for i, a := range told {
			level, _, _ := means(a.Grades.expected(), a.Grades.expected(), 1)
			words, levels = append(words, math.Log(float64(Words(a.Text)))), append(levels, level)
			for _, b := range told[i+1:] {
				if a.Step != b.Step {
					pairs++
				}
				if slices.Index(Steps(), a.Step) < slices.Index(Steps(), b.Step) {
					right++
				}
			}
		}
	}
	r := float64(Pearson(words, levels))
	t.Logf("log words with grade %.2f; order by words %d of %d; the longest isn't full for %d of %d", r, right, pairs, longer, len(s.Groups()))
	if r > 0.4 || float64(right) > 0.65*float64(pairs) || longer < len(s.Groups())/4 {
		t.Error("length gives the grade away")
	}
}

// lengths are the fewest and the most words of the answers on a step.
func lengths(s *Set, step Step) (int, int) {
	fewest, most := math.MaxInt, 0
	for _, a := range all(s) {
		if a.Step == step {
			fewest, most = min(fewest, Words(a.Text)), max(most, Words(a.Text))
		}
	}
	return fewest, most
}

func TestLengthsOfTheStepsOverlap(t *testing.T) {
	s := load(t)
	fewest, _ := lengths(s, Full)
	for _, step := range []Step{Off, Vague, Partial} {
		if _, most := lengths(s, step); most < fewest+60 {
			t.Errorf("the longest of %s has %d words, the shortest full one %d", step, most, fewest)
		}
	}
}

// No way of speaking is kept for good answers or for poor ones.
func TestVoicesAreOnAllSteps(t *testing.T) {
	steps, sums := map[string]map[Step]int{}, map[string][]float64{}
	for _, a := range all(load(t)) {
		if native, second := slices.Contains(a.Voice, "native"), slices.Contains(a.Voice, "second-language"); native == second {
			t.Errorf("%s speaks %v", a.ID, a.Voice)
		}
		if a.Kind != Rung {
			continue
		}
		for _, v := range a.Voice {
			if steps[v] == nil {
				steps[v] = map[Step]int{}
			}
			steps[v][a.Step]++
			sums[v] = append(sums[v], float64(slices.Index(Steps(), a.Step)))
		}
	}
	for voice, by := range steps {
		if len(sums[voice]) >= 10 && len(by) < 2 {
			t.Errorf("%s is heard on %v only", voice, by)
		}
	}
	native, second := float64(mean(sums["native"])), float64(mean(sums["second-language"]))
	if math.Abs(native-second) > 0.25 || len(steps["second-language"]) < len(Steps()) || len(sums["second-language"]) < 50 {
		t.Errorf("mean step %.2f of native speakers, %.2f of others", native, second)
	}
}

func TestItemsHoldNoGrade(t *testing.T) {
	s := load(t)
	items := s.Items()
	if len(items) != len(all(s)) {
		t.Fatalf("%d items of %d answers", len(items), len(all(s)))
	}
	for i, a := range all(s) {
		if g := s.group(a); items[i] != (Item{a.ID, g.Competency, g.Profession, g.Language, g.Question, a.Text}) {
			t.Errorf("item %d isn't %s", i, a.ID)
		}
	}
	for _, g := range s.Groups() {
		if n := Words(g.Question); n > 30 || !strings.HasSuffix(g.Question, "?") {
			t.Errorf("%s asks in %d words", g.ID, n)
		}
	}
}

const grades = `{"relevance":1,"situation-and-task":1,"own-action":null,"result":1,"role-depth":5}`

func TestReadRefuses(t *testing.T) {
	answer := func(id, more string) string { return `{"id":"` + id + `","text":"a",` + more + `}` }
	rung := answer("g/a", `"kind":"rung","step":"off","grades":`+grades)
	tests := map[string]struct {
		answers string
		want    string // in the message; "" is accepted
	}{
		"a rung":               {rung, ""},
		"a twin":               {rung + "," + answer("g/b", `"kind":"repeat","of":"g/a","grades":`+grades), ""},
		"an id twice":          {rung + "," + rung, "twice"},
		"a twin of nothing":    {answer("g/b", `"kind":"repeat","of":"g/a","grades":`+grades), "no rung"},
		"a twin of a twin":     {rung + "," + answer("g/b", `"kind":"repeat","of":"g/a","grades":`+grades) + "," + answer("g/c", `"kind":"padded","of":"g/b","grades":`+grades), "no rung"},
		"an unknown kind":      {answer("g/a", `"kind":"odd","grades":`+grades), "no kind"},
		"an unknown step":      {answer("g/a", `"kind":"rung","step":"odd","grades":`+grades), "no step"},
		"a level too high":     {answer("g/a", `"kind":"short","grades":`+strings.Replace(grades, "5", "6", 1)), "is none"},
		"an unknown criterion": {answer("g/a", `"kind":"short","grades":`+strings.Replace(grades, "result", "charm", 1)), "is none"},
		"a grade left out":     {answer("g/a", `"kind":"short","grades":{"result":1}`), "1 grades"},
		"an unknown field":     {answer("g/a", `"kind":"short","grade":{}`), "unknown field"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := read(fstest.MapFS{"set/g.json": {Data: []byte(`{"id":"g","answers":[` + tt.answers + `]}`)}})
			if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
				t.Errorf("read: %v, want %q", err, tt.want)
			}
		})
	}
}

func TestCriteriaAreTheRubrics(t *testing.T) {
	var ids []rubric.CriterionID
	for _, c := range rubric.Current().Criteria {
		ids = append(ids, c.ID)
	}
	if !slices.Equal(ids, criteria()) {
		t.Errorf("%v", ids)
	}
}

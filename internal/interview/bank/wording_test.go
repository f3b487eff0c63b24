package bank_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/jobjourney/jobjourney/internal/interview/bank"
	"github.com/jobjourney/jobjourney/internal/interview/star"
)

// said is one thing an interviewer may say, and who or what says it.
type said struct{ by, text string }

// everythingSaid lists all that is spoken to a person or shown with a question.
func everythingSaid(b *bank.Bank) []said {
	var out []said
	add := func(by string, texts ...string) {
		for _, text := range texts {
			out = append(out, said{by, text})
		}
	}
	for _, q := range b.Questions(bank.Filter{}) {
		add(string(q.ID), q.Text, q.Tests)
		for _, part := range star.Parts() {
			add(string(q.ID), q.Probes[part])
		}
	}
	for _, p := range b.Personas() {
		add(string(p.ID), p.Opening, p.Closing, p.About)
		add(string(p.ID), slices.Concat(p.Acknowledgements, p.AfterSkip, p.BeforeProbe)...)
		for _, part := range star.Parts() {
			add(string(p.ID), p.Probes[part])
		}
	}
	return out
}

// lines reads a list of a language, without blank lines and those with a hash.
func lines(t *testing.T, language, name string) []string {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + language + "/" + name)
	if err != nil {
		t.Fatalf("every language needs its list %s: %v", name, err)
	}
	var out []string
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

// plain lowers a text to its words, each after a blank.
func plain(text string) string {
	fields := strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(text, "’", "'")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	})
	return " " + strings.Join(fields, " ") + " "
}

// contains looks for the words of a line of forbidden.txt.
func contains(text, line string) bool {
	if start, open := strings.CutSuffix(line, "*"); open {
		return strings.Contains(plain(text), strings.TrimRight(plain(start), " "))
	}
	return strings.Contains(plain(text), plain(line))
}

func TestNothingIsSaidThatIsNobodysBusiness(t *testing.T) {
	eachLanguage(t, func(t *testing.T, b *bank.Bank) {
		forbidden := lines(t, b.Language(), "forbidden.txt")
		if len(forbidden) < 50 {
			t.Fatalf("only %d forbidden words", len(forbidden))
		}
		for _, s := range everythingSaid(b) {
			for _, line := range forbidden {
				if contains(s.text, line) {
					t.Errorf("%s says %q: %q", s.by, line, s.text)
				}
			}
		}
	})
}

func TestForbiddenWordsAreFound(t *testing.T) {
	for _, tt := range []struct {
		text, line string
		want       bool
	}{
		{"What does your Family think of it?", "your family", true},
		{"Are you married?", "married", true},
		{"Which religious days do you keep?", "relig*", true},
		{"Looking after a worried family.", "your family", false},
		{"Describe the trace you left.", "race", false},
		{"How was it at the races?", "race", false},
	} {
		if got := contains(tt.text, tt.line); got != tt.want {
			t.Errorf("%q in %q: %v", tt.line, tt.text, got)
		}
	}
}

// TestQuestionsEndAsTheyBegin holds for English: what is asked ends with a question
// mark, what is requested with a full stop, and only one thing at a time.
func TestQuestionsEndAsTheyBegin(t *testing.T) {
	requests := []string{"Tell", "Describe", "Take", "Give", "Walk"}
	for _, q := range load(t, "en").Questions(bank.Filter{}) {
		want := "?"
		if first, _, _ := strings.Cut(q.Text, " "); slices.Contains(requests, first) {
			want = "."
		}
		if !strings.HasSuffix(q.Text, want) || strings.Count(q.Text, "?")+strings.Count(q.Text, ".") != 1 {
			t.Errorf("%s is not one sentence that ends with %q: %q", q.ID, want, q.Text)
		}
		if !unicode.IsUpper([]rune(q.Text)[0]) || strings.Contains(q.Text, "  ") || strings.ContainsAny(q.Text, "!\"’–—") {
			t.Errorf("%s begins small or has signs that are not spoken: %q", q.ID, q.Text)
		}
		if !strings.HasPrefix(q.Tests, "Whether ") {
			t.Errorf("%s tests %q, want it to begin with Whether", q.ID, q.Tests)
		}
	}
}

// TestOneThingIsAskedAtATime looks for a second question behind the first.
func TestOneThingIsAskedAtATime(t *testing.T) {
	for _, q := range load(t, "en").Questions(bank.Filter{}) {
		for _, second := range []string{", and how ", ", and why ", ", and what ", " and why ", ". How ", ". What "} {
			if strings.Contains(q.Text, second) {
				t.Errorf("%s asks twice: %q", q.ID, q.Text)
			}
		}
	}
}

// alikeFrom is how much makes two questions one.
const alikeFrom = 0.5

// releasedAlike are pairs that went out before they were compared like this; rehearsals
// refer to them, so they keep their words.
var releasedAlike = map[bank.QuestionID]bank.QuestionID{
	"initiative.nobody-asked":           "initiative.getting-going",
	"planning.keeping-track":            "integrity.promise-kept",
	"teamwork.different-working-styles": "conflict.when-you-differ",
}

// TestNoTwoQuestionsAreAlike compares the telling stems of all pairs, so that the same
// question in other words is found.
func TestNoTwoQuestionsAreAlike(t *testing.T) {
	eachLanguage(t, func(t *testing.T, b *bank.Bank) {
		frame := frameOf(t, b.Language())
		all := b.Questions(bank.Filter{})
		told := make([]map[string]bool, len(all))
		for i, q := range all {
			told[i] = stems(q.Text, frame)
			for j, other := range all[:i] {
				if s := alike(told[i], told[j]); s >= alikeFrom && releasedAlike[other.ID] != q.ID {
					t.Errorf("%s and %s are alike (%.2f):\n%s\n%s", other.ID, q.ID, s, other.Text, q.Text)
				}
			}
		}
	})
}

func TestTheSameInOtherWordsIsFound(t *testing.T) {
	for _, language := range bank.Languages() {
		frame := frameOf(t, language)
		for _, line := range lines(t, language, "alike.txt") {
			a, b, _ := strings.Cut(line, " | ")
			if s := alike(stems(a, frame), stems(b, frame)); s < alikeFrom {
				t.Errorf("only %.2f alike:\n%s\n%s", s, a, b)
			}
		}
	}
}

func frameOf(t *testing.T, language string) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, line := range lines(t, language, "frame.txt") {
		for w := range strings.FieldsSeq(line) {
			out[w] = true
		}
	}
	return out
}

// alike is the share of telling stems that two texts have in common: of all of them, or,
// where three or more are shared, of the shorter text's.
func alike(x, y map[string]bool) float64 {
	shared := 0
	for s := range x {
		if y[s] {
			shared++
		}
	}
	all := len(x) + len(y) - shared
	if shared >= 3 {
		all = min(len(x), len(y))
	}
	return float64(shared) / float64(max(1, all))
}

// stems are the words of a text beyond those every question has, without the endings
// of English and no longer than six letters: decision and decisions, check and checking.
func stems(text string, frame map[string]bool) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(plain(text)) {
		w = strings.TrimSuffix(strings.Trim(w, "'"), "'s")
		if !frame[w] {
			out[stem(w)] = true
		}
	}
	return out
}

func stem(w string) string {
	for _, ending := range []string{"ment", "ing", "ed", "ly", "es", "s", "e"} {
		if start, cut := strings.CutSuffix(w, ending); cut && len(start) >= 3 {
			w = start
			break
		}
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] {
		w = w[:n-1]
	}
	r := []rune(w)
	return string(r[:min(6, len(r))])
}

package bank_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/bank"
	"github.com/jobjourney/jobjourney/internal/interview/star"
)

func load(t *testing.T, language string) *bank.Bank {
	t.Helper()
	b, err := bank.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func eachLanguage(t *testing.T, check func(t *testing.T, b *bank.Bank)) {
	t.Helper()
	for _, language := range bank.Languages() {
		t.Run(language, func(t *testing.T) { check(t, load(t, language)) })
	}
}

func TestCounts(t *testing.T) {
	eachLanguage(t, func(t *testing.T, b *bank.Bank) {
		if n, m, k := len(b.Competencies()), len(b.Professions()), len(b.Personas()); n != 24 || m != 14 || k != 5 {
			t.Errorf("%d competencies, %d professions, %d personas; want 24, 14, 5", n, m, k)
		}
		for i, c := range b.Competencies() {
			stories := len(b.Questions(bank.Filter{Competency: c.ID, Kind: bank.Situation}))
			general := len(b.Questions(bank.Filter{Competency: c.ID, Kind: bank.Background}))
			if stories < 4 || general < 2 || stories+general < 8 {
				t.Errorf("%s has %d questions about situations and %d in general, want eight, four and two of them at least", c.ID, stories, general)
			}
			if c.Order != i+1 || c.Name == "" || len(c.Cues) < 5 || len(c.Professions) == 0 || strings.Count(c.Description, ".") != 1 {
				t.Errorf("%s lacks a place, name, cues, professions or a sentence: %+v", c.ID, c)
			}
		}
		for i, p := range b.Professions() {
			if n := len(b.Questions(bank.Filter{Profession: p.ID})); n < 10 || p.Order != i+1 || p.Name == "" || len(p.Cues) < 5 {
				t.Errorf("%s has %d questions, %d cues, place %d; want ten questions", p.ID, n, len(p.Cues), p.Order)
			}
		}
	})
}

// TestKindsAreSpread: most questions ask for a story, as stories are what is scored best;
// a profession is about more than one or two competencies.
func TestKindsAreSpread(t *testing.T) {
	eachLanguage(t, func(t *testing.T, b *bank.Bank) {
		all := len(b.Questions(bank.Filter{}))
		for kind, least := range map[bank.Kind]int{bank.Situation: 40, bank.Role: 35, bank.Background: 12} {
			if n := len(b.Questions(bank.Filter{Kind: kind})); n*100 < least*all {
				t.Errorf("%d of %d questions are of the kind %s, want %d in a hundred", n, all, kind, least)
			}
		}
		for _, p := range b.Professions() {
			tested := map[bank.CompetencyID]bool{}
			for _, q := range b.Questions(bank.Filter{Profession: p.ID}) {
				tested[q.Competency] = true
			}
			if len(tested) < 8 {
				t.Errorf("the questions of %s test %d competencies, want eight", p.ID, len(tested))
			}
			named := slices.DeleteFunc(b.Competencies(), func(c bank.Competency) bool { return !slices.Contains(c.Professions, p.ID) })
			if len(named) < 3 {
				t.Errorf("%d competencies name %s as a profession where they matter, want three", len(named), p.ID)
			}
		}
	})
}

func words(s string) int { return len(strings.Fields(s)) }

func TestQuestionsCanBeSpoken(t *testing.T) {
	eachLanguage(t, func(t *testing.T, b *bank.Bank) {
		for _, q := range b.Questions(bank.Filter{}) {
			if n := words(q.Text); n < 5 || n > bank.MaxWords || !strings.ContainsAny(q.Text, "?.") || strings.ContainsAny(q.Text, "()/;:*") {
				t.Errorf("%s: %d words, or signs nobody speaks: %q", q.ID, n, q.Text)
			}
			if !strings.HasSuffix(q.Tests, ".") || words(q.Tests) > 20 {
				t.Errorf("%s tests %q, want a short sentence", q.ID, q.Tests)
			}
			if len(q.Probes) < 2 {
				t.Errorf("%s has %d follow-ups of its own, want two", q.ID, len(q.Probes))
			}
			for part, probe := range q.Probes {
				checkProbe(t, string(q.ID), part, probe)
			}
		}
		for _, p := range b.Personas() {
			for _, part := range star.Parts() {
				checkProbe(t, string(p.ID), part, p.Probes[part])
			}
		}
	})
}

func checkProbe(t *testing.T, who string, part star.Part, probe string) {
	t.Helper()
	if !slices.Contains(star.Parts(), part) {
		t.Errorf("%s probes for %q", who, part)
	}
	if n := words(probe); n < 3 || n > bank.MaxProbeWords || !strings.HasSuffix(probe, "?") {
		t.Errorf("%s: the follow-up for %s has %d words: %q", who, part, n, probe)
	}
}

func TestReferencesResolve(t *testing.T) {
	eachLanguage(t, func(t *testing.T, b *bank.Bank) {
		for _, c := range b.Competencies() {
			for _, p := range c.Professions {
				if _, ok := b.Profession(p); !ok {
					t.Errorf("%s names the profession %q", c.ID, p)
				}
			}
		}
		for _, q := range b.Questions(bank.Filter{}) {
			if _, ok := b.Competency(q.Competency); !ok {
				t.Errorf("%s tests the competency %q", q.ID, q.Competency)
			}
			owner, _, _ := strings.Cut(string(q.ID), ".")
			want := string(q.Competency)
			if q.Kind == bank.Role {
				want = string(q.Profession)
			}
			if owner != want || (q.Kind == bank.Role) != (q.Profession != "") || !slices.Contains([]bank.Kind{bank.Background, bank.Situation, bank.Role}, q.Kind) {
				t.Errorf("%s is a %q question of %q and %q", q.ID, q.Kind, q.Competency, q.Profession)
			}
		}
	})
}

// TestIDsAreStable compares the ids with those that rehearsals may refer to. New
// ones are added to the file; one is never taken out or renamed.
func TestIDsAreStable(t *testing.T) {
	raw, err := os.ReadFile("testdata/ids.txt")
	if err != nil {
		t.Fatal(err)
	}
	known := strings.Fields(string(raw))
	eachLanguage(t, func(t *testing.T, b *bank.Bank) {
		var got []string
		for _, c := range b.Competencies() {
			got = append(got, string(c.ID))
		}
		for _, p := range b.Professions() {
			got = append(got, string(p.ID))
		}
		for _, p := range b.Personas() {
			got = append(got, string(p.ID))
		}
		for _, q := range b.Questions(bank.Filter{}) {
			got = append(got, string(q.ID))
		}
		slices.Sort(got)
		if twice := len(got) - len(slices.Compact(slices.Clone(got))); twice > 0 {
			t.Errorf("%d ids are used twice", twice)
		}
		if !slices.Equal(got, known) {
			t.Errorf("ids differ from testdata/ids.txt:\n%s", strings.Join(got, "\n"))
		}
	})
}

func TestPersonasDiffer(t *testing.T) {
	eachLanguage(t, func(t *testing.T, b *bank.Bank) {
		seen := map[string]bool{}
		for _, p := range b.Personas() {
			key := fmt.Sprint(p.Warmth, p.Pace)
			if seen[key] || p.Name == "" || p.About == "" || p.Opening == "" || p.Closing == "" || len(p.BeforeProbe) < star.MaxProbes || len(p.AfterSkip) < 2 || len(p.Acknowledgements) < 4 {
				t.Errorf("%s is incomplete or like another: %+v", p.ID, p)
			}
			seen[key] = true
			if p.MaxProbes < 1 || p.MaxProbes > star.MaxProbes || p.WordsPerMinute < 100 || p.WordsPerMinute > 210 || p.GapMs < 0 || p.GapMs > 3000 {
				t.Errorf("%s: figures out of range: %+v", p.ID, p)
			}
			for _, a := range slices.Concat(p.Acknowledgements, p.AfterSkip) {
				if words(a) > 8 {
					t.Errorf("%s acknowledges at length: %q", p.ID, a)
				}
			}
		}
	})
}

func TestProbePrefersTheQuestionsOwn(t *testing.T) {
	b := load(t, "en")
	q, ok := b.Question("conflict.with-a-colleague")
	p, ok2 := b.Persona("tobias")
	if !ok || !ok2 {
		t.Fatal("the question or the persona is gone")
	}
	if got := q.Probe(p, star.Action); got != q.Probes[star.Action] || got == p.Probes[star.Action] {
		t.Errorf("action: %q", got)
	}
	if got := q.Probe(p, star.Task); got != p.Probes[star.Task] || got == "" {
		t.Errorf("task: %q", got)
	}
}

func TestALanguageThatIsNotThere(t *testing.T) {
	for _, language := range []string{"xx", "", "..", "en/competencies"} {
		if _, err := bank.Load(language); !fault.Has(err, fault.NotFound) {
			t.Errorf("Load(%q): %v", language, err)
		}
	}
}

package interview

import (
	mathrand "math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/interview/bank"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/profile"
)

// postingProfessions says what the collected postings are about; empty: nothing the
// bank has questions for.
var postingProfessions = map[string]bank.ProfessionID{
	"01-nurse": "nursing", "02-teacher": "teaching", "03-software": "software", "04-sales": "sales",
	"05-electrician": "trades", "06-hotel": "hospitality", "07-chef": "hospitality", "08-accountant": "finance",
	"09-welder": "trades", "10-designer": "design", "11-warehouse": "logistics", "12-socialworker": "public-service",
	"13-analyst": "science", "14-driver": "logistics", "15-pharmacist": "", "16-civil": "", "17-hr": "",
	"18-support": "", "19-labtech": "science", "20-marketing": "management", "21-planner": "public-service",
	"22-speech": "", "23-mechanic": "trades", "24-paralegal": "administration", "25-arborist": "trades",
	"26-librarian": "teaching",
}

// collectedPostings are the advertisements that package posting is tested with, read as
// the app reads them.
func collectedPostings(t *testing.T) map[string]posting.Posting {
	t.Helper()
	files, err := filepath.Glob("../posting/testdata/postings/*.txt")
	ok(t, err)
	out := map[string]posting.Posting{}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		ok(t, err)
		text, err := posting.Clean(string(raw))
		ok(t, err)
		p := posting.Posting{Title: posting.Extract(text).Title.Value, Text: text}
		out[strings.TrimSuffix(filepath.Base(name), ".txt")] = p
	}
	return out
}

func TestProfessionsOfPostings(t *testing.T) {
	b := loadBank(t)
	all := collectedPostings(t)
	for name, want := range postingProfessions {
		p, there := all[name]
		if got, _ := postingProfession(b, p); !there || got != want {
			t.Errorf("%s, %q: %q, want %q", name, p.Title, got, want)
		}
	}
}

func TestTheTitleDecides(t *testing.T) {
	b := loadBank(t)
	for _, tt := range []struct {
		title, text string
		want        bank.ProfessionID
	}{
		{"Laboratory Manager", "You look after our laboratory and its samples.", "science"},
		{"Ward Manager", "Managers here support one another. You lead the nurses.", "nursing"},
		{"Operations Manager", "You run four sites.", "management"},
		{"Receptionist", "Our hotel has a kitchen, a bar and a restaurant.", "administration"},
		{"", "We write software for hotels.", ""},
		{"", "You write software: Python and SQL.", "software"},
	} {
		if got, _ := postingProfession(b, posting.Posting{Title: tt.title, Text: tt.text}); got != tt.want {
			t.Errorf("%q, %q: %q, want %q", tt.title, tt.text, got, tt.want)
		}
	}
}

// TestOwnProfessionWithoutAPosting: what the person does counts where the posting says
// nothing.
func TestOwnProfessionWithoutAPosting(t *testing.T) {
	c := chooser{b: loadBank(t), m: material{profile: profile.Profile{JobTitle: "Care worker"}}}
	if got, known := c.profession(); !known || got != "care" {
		t.Errorf("a care worker: %q", got)
	}
	c.m.posting = posting.Posting{Title: "Warehouse Operative"}
	if got, _ := c.profession(); got != "logistics" {
		t.Errorf("a care worker who applies to a warehouse: %q", got)
	}
}

// TestFittingCompetenciesComeFirst: whatever the dice say, one that the posting calls for
// most is among those asked about.
func TestFittingCompetenciesComeFirst(t *testing.T) {
	b := loadBank(t)
	for name, p := range collectedPostings(t) {
		called := b.Match(p.Text)
		for seed := range uint64(20) {
			c := chooser{b: b, m: material{posting: p}, dice: mathrand.New(mathrand.NewPCG(seed, 0))}
			wanted := c.competencies(competenciesFor(9))
			for _, w := range called {
				if w.Weight >= called[0].Weight-1 && w.Weight > 2 && !slices.Contains(wanted, w.Competency) {
					t.Errorf("%s calls for %s (%d, %q), asked for %v", name, w.Competency, w.Weight, w.Cues, wanted)
				}
			}
		}
	}
}

// TestPostingsCallForMostCompetencies keeps the cues close to the words of real postings.
func TestPostingsCallForMostCompetencies(t *testing.T) {
	b := loadBank(t)
	called := map[bank.CompetencyID]bool{}
	for _, p := range collectedPostings(t) {
		for _, w := range b.Match(p.Text) {
			called[w.Competency] = true
		}
	}
	if all := len(b.Competencies()); len(called) < all-2 {
		t.Errorf("the postings call for %d of %d competencies", len(called), all)
	}
}

// TestEveryQuestionComesUp: no question of the bank is one that nobody can ever get.
func TestEveryQuestionComesUp(t *testing.T) {
	b := loadBank(t)
	asked := map[bank.QuestionID]bool{}
	for _, p := range b.Professions() {
		for _, c := range b.Competencies() {
			m := material{posting: posting.Posting{Title: p.Cues[0], Text: strings.Repeat(c.Cues[0]+" ", 3)}, recent: map[bank.QuestionID]bool{}}
			dice := mathrand.New(mathrand.NewPCG(uint64(p.Order), uint64(c.Order)))
			for range 4 { // each rehearsal leaves out what came before
				for _, q := range chooseQuestions(b, m, Wish{Length: 9}, dice) {
					asked[q.ID], m.recent[q.ID] = true, true
				}
			}
		}
	}
	for _, q := range b.Questions(bank.Filter{}) {
		if !asked[q.ID] {
			t.Errorf("%s never came", q.ID)
		}
	}
}

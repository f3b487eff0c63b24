package bank_test

import (
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/interview/bank"
)

func TestMatch(t *testing.T) {
	b := load(t, "en")
	got := b.Match("You lead a team. Attention to detail, accuracy and quality control matter; leadership too. Leaders lead, lead and lead.")
	if len(got) != 3 || got[0].Competency != "quality" && got[0].Competency != "leadership" {
		t.Fatalf("matched %+v", got)
	}
	for _, m := range got {
		if m.Competency == "leadership" && m.Weight != 4 { // "lead" counts three times, "leadership" once
			t.Errorf("leadership weighs %d: %q", m.Weight, m.Cues)
		}
	}
	if got := b.Match("Нужна медсестра"); len(got) != 0 {
		t.Errorf("matched %+v in a text without cues", got)
	}
	if got := b.Match("misleading teamsters"); len(got) != 0 {
		t.Errorf("matched %+v inside words", got)
	}
	if got := b.MatchProfessions("Staff nurse on a surgical ward"); len(got) == 0 || got[0].Profession != "nursing" {
		t.Errorf("professions %+v", got)
	}
}

// TestCuesBelongToOne: a word that called for two competencies would fill a rehearsal
// with one thing twice.
func TestCuesBelongToOne(t *testing.T) {
	eachLanguage(t, func(t *testing.T, b *bank.Bank) {
		competencies, professions := map[string][]string{}, map[string][]string{}
		for _, c := range b.Competencies() {
			competencies[string(c.ID)] = c.Cues
		}
		for _, p := range b.Professions() {
			professions[string(p.ID)] = p.Cues
		}
		for _, owners := range []map[string][]string{competencies, professions} {
			owner := map[string]string{}
			for id, cues := range owners {
				for _, cue := range cues {
					if words := plain(cue); owner[words] != "" {
						t.Errorf("%q is a cue of %s and of %s", cue, owner[words], id)
					} else {
						owner[words] = id
					}
					if cue != strings.ToLower(strings.TrimSpace(cue)) || cue == "" {
						t.Errorf("%s has the cue %q; cues are small letters", id, cue)
					}
				}
			}
		}
	})
}

// TestEveryCueReaches: a posting that has a cue and nothing else calls for what the cue
// belongs to, and one with all of them for that above all.
func TestEveryCueReaches(t *testing.T) {
	eachLanguage(t, func(t *testing.T, b *bank.Bank) {
		for _, c := range b.Competencies() {
			for _, cue := range c.Cues {
				if got := b.Match("Xyz (" + strings.ToUpper(cue) + "), xyz."); !holds(got, c.ID) {
					t.Errorf("%q calls for %+v and not for %s", cue, got, c.ID)
				}
			}
			if got := b.Match(strings.Join(c.Cues, ", ")); len(got) == 0 || got[0].Competency != c.ID {
				t.Errorf("all cues of %s call for %+v", c.ID, got)
			}
		}
		for _, p := range b.Professions() {
			if got := b.MatchProfessions(strings.Join(p.Cues, ", ")); len(got) == 0 || got[0].Profession != p.ID {
				t.Errorf("all cues of %s point to %+v", p.ID, got)
			}
		}
	})
}

func holds(all []bank.CompetencyWeight, id bank.CompetencyID) bool {
	for _, w := range all {
		if w.Competency == id {
			return true
		}
	}
	return false
}

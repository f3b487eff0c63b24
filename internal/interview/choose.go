package interview

import (
	"cmp"
	mathrand "math/rand/v2"
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/interview/bank"
	"github.com/jobjourney/jobjourney/internal/posting"
)

// competenciesFor is how many competencies a rehearsal of that length covers: between
// three, fewer say little about a person, and six, more leave one question to each.
func competenciesFor(length int) int { return min(6, max(3, length-1)) }

// chooseQuestions fills a rehearsal: first something easy about the person, if that is
// wished, then stories, with one question in three about the daily work of the profession, where
// there are such questions. Each competency comes once before any comes twice. Where the
// person wants to practise certain competencies, all questions are about those for as long
// as there are any.
func chooseQuestions(b *bank.Bank, m material, w Wish, dice *mathrand.Rand) []bank.Question {
	length := w.Length
	c := chooser{b: b, m: m, dice: dice, used: map[bank.QuestionID]bool{}}
	wanted, role := m.wanted, []bank.Question(nil)
	if len(wanted) == 0 {
		wanted, role = c.competencies(competenciesFor(length)), c.roleQuestions(length/3)
	}
	var out []bank.Question
	for i := range w.Difficulty.general() {
		out = c.take(out, bank.Filter{Competency: wanted[i%len(wanted)], Kind: bank.Background})
	}
	for i := len(out); len(out) < length; i++ {
		if len(role) > 0 && len(out)%3 == 2 {
			out, role = append(out, role[0]), role[1:]
			continue
		}
		before := len(out)
		if out = c.take(out, bank.Filter{Competency: wanted[i%len(wanted)], Kind: bank.Situation}); len(out) == before {
			out = c.takeOther(out, wanted[i%len(wanted)])
		}
	}
	return out
}

type chooser struct {
	b    *bank.Bank
	m    material
	dice *mathrand.Rand
	used map[bank.QuestionID]bool
}

// take appends one question of the filter that was not used; fresh ones first.
func (c *chooser) take(to []bank.Question, f bank.Filter) []bank.Question {
	open := slices.DeleteFunc(c.b.Questions(f), func(q bank.Question) bool {
		return c.used[q.ID] || f.Kind == "" && q.Kind == bank.Role
	})
	fresh := slices.DeleteFunc(slices.Clone(open), func(q bank.Question) bool { return c.m.recent[q.ID] })
	if len(fresh) > 0 {
		open = fresh
	}
	if len(open) == 0 {
		return to
	}
	q := open[c.dice.IntN(len(open))]
	c.used[q.ID] = true
	return append(to, q)
}

// takeOther is take where there is no story left to a competency.
func (c *chooser) takeOther(to []bank.Question, of bank.CompetencyID) []bank.Question {
	if out := c.take(to, bank.Filter{Competency: of}); len(out) > len(to) {
		return out
	}
	return c.take(to, bank.Filter{})
}

// competencies ranks by the words of posting and profile, then by what matters most in
// the profession; chance decides between equals.
func (c *chooser) competencies(n int) []bank.CompetencyID {
	weight := map[bank.CompetencyID]float64{}
	for _, w := range c.b.Match(c.m.posting.Text + "\n" + c.m.profile.Goals) {
		weight[w.Competency] += float64(w.Weight)
	}
	profession, known := c.profession()
	all := c.b.Competencies()
	for _, k := range all {
		if known && slices.Contains(k.Professions, profession) {
			weight[k.ID]++
		}
		weight[k.ID] += c.dice.Float64()
	}
	slices.SortStableFunc(all, func(x, y bank.Competency) int { return cmp.Compare(weight[y.ID], weight[x.ID]) })
	out := make([]bank.CompetencyID, 0, n)
	for _, k := range all[:min(n, len(all))] {
		out = append(out, k.ID)
	}
	return out
}

// roleQuestions are up to n questions about the daily work of the profession.
func (c *chooser) roleQuestions(n int) []bank.Question {
	profession, known := c.profession()
	if !known {
		return nil
	}
	var out []bank.Question
	for range n {
		out = c.take(out, bank.Filter{Profession: profession, Kind: bank.Role})
	}
	return out
}

// profession is what the posting is about, or else what the person does.
func (c *chooser) profession() (bank.ProfessionID, bool) {
	if p, known := postingProfession(c.b, c.m.posting); known {
		return p, true
	}
	own := []string{c.m.profile.Profession, c.m.profile.JobTitle, c.m.ledger.Basics.Label}
	if found := c.b.MatchProfessions(strings.Join(own, "\n")); len(found) > 0 {
		return found[0].Profession, true
	}
	return "", false
}

// postingProfession goes by the title, and by the text only between those a title names
// alike ("Laboratory Manager"). Where the title names none, the text has to do so with
// two different cues: a single one may be about the employer ("we write software").
func postingProfession(b *bank.Bank, p posting.Posting) (bank.ProfessionID, bool) {
	named := map[bank.ProfessionID]int{}
	for _, w := range b.MatchProfessions(p.Title) {
		named[w.Profession] = w.Weight
	}
	found := b.MatchProfessions(p.Title + "\n" + p.Text)
	slices.SortStableFunc(found, func(x, y bank.ProfessionWeight) int {
		return cmp.Compare(named[y.Profession], named[x.Profession])
	})
	if len(found) == 0 || len(named) == 0 && len(found[0].Cues) < 2 {
		return "", false
	}
	return found[0].Profession, true
}

package bank

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// CompetencyWeight says how strongly a text calls for a competency.
type CompetencyWeight struct {
	Competency CompetencyID `json:"competency"`
	Weight     int          `json:"weight"` // occurrences of its cues, at most cueLimit of each
	Cues       []string     `json:"cues"`   // the cues that occurred
}

// ProfessionWeight says how strongly a text points to a profession.
type ProfessionWeight struct {
	Profession ProfessionID `json:"profession"`
	Weight     int          `json:"weight"`
	Cues       []string     `json:"cues"`
}

// cueLimit keeps one word that a posting is fond of from deciding everything.
const cueLimit = 3

// Match weighs the competencies by the words of a text (a posting, a profile),
// the heaviest first; those without a cue are left out.
func (b *Bank) Match(text string) []CompetencyWeight {
	words := plainWords(text)
	var out []CompetencyWeight
	for _, c := range b.competencies {
		if weight, cues := weigh(words, c.Cues); weight > 0 {
			out = append(out, CompetencyWeight{c.ID, weight, cues})
		}
	}
	slices.SortStableFunc(out, func(a, b CompetencyWeight) int { return cmp.Compare(b.Weight, a.Weight) })
	return out
}

// MatchProfessions does the same for professions.
func (b *Bank) MatchProfessions(text string) []ProfessionWeight {
	words := plainWords(text)
	var out []ProfessionWeight
	for _, p := range b.professions {
		if weight, cues := weigh(words, p.Cues); weight > 0 {
			out = append(out, ProfessionWeight{p.ID, weight, cues})
		}
	}
	slices.SortStableFunc(out, func(a, b ProfessionWeight) int { return cmp.Compare(b.Weight, a.Weight) })
	return out
}

// plainWords lowers a text and puts a blank before and after each word, so that
// neighbouring words share none and a phrase is found by strings.Count.
func plainWords(text string) string {
	fields := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return " " + strings.Join(fields, "  ") + " "
}

func weigh(words string, cues []string) (weight int, found []string) {
	for _, cue := range cues {
		if n := strings.Count(words, plainWords(cue)); n > 0 {
			weight += min(n, cueLimit)
			found = append(found, cue)
		}
	}
	return weight, found
}

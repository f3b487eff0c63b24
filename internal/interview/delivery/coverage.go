package delivery

import (
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// TermCoverage says whether a term of the posting was spoken of, and where.
type TermCoverage struct {
	Term    string  `json:"term"`
	Covered bool    `json:"covered"`
	Places  []Place `json:"places"`
}

// Coverage looks for the terms of a posting in an answer, in the order given. A
// term is covered when its words follow each other in the answer, in any English
// inflection ("managed budgets" covers "manage budget"); an abbreviation that reads
// like a small word (IT, US) has to stand in capitals. A term of several words also counts in
// another order or with a small word between them ("budget I managed"), as long
// as they stand within its length plus three words.
func Coverage(text string, terms []string) []TermCoverage {
	return covered(read(transcript.Transcript{Text: text}, languageOf(english)), terms)
}

func covered(list []word, terms []string) []TermCoverage {
	index := map[string][]int{}
	for i, w := range list {
		for _, part := range stems(w) {
			index[part] = append(index[part], i)
		}
	}
	out := make([]TermCoverage, len(terms))
	for i, term := range terms {
		found := find(list, index, termStems(term))
		if shouted := strings.TrimSpace(term); lists().stop[strings.ToLower(shouted)] && strings.ToUpper(shouted) == shouted {
			found = slices.DeleteFunc(found, func(p Place) bool { return p.Text != shouted })
		}
		out[i] = TermCoverage{Term: term, Covered: len(found) > 0, Places: found}
	}
	return out
}

// near is how many words may stand between the words of a term.
const near = 3

// find gives the places of a term: for every use of its first word, the nearest
// use of the others around it.
func find(list []word, index map[string][]int, term []string) []Place {
	out := []Place{}
	if len(term) == 0 {
		return out
	}
	reach := len(term) + near
	next := 0
	for _, at := range index[term[0]] {
		first, last, ok := window(index, term, at, reach)
		if !ok || first < next {
			continue
		}
		out = append(out, stretch(list[first:last+1]))
		next = last + 1
	}
	return out
}

// window finds the smallest range around at that holds all words of the term.
func window(index map[string][]int, term []string, at, reach int) (first, last int, ok bool) {
	first, last = at, at
	for _, s := range term[1:] {
		best := -1
		for _, i := range around(index[s], at-reach, at+reach) {
			if best < 0 || abs(i-at) < abs(best-at) {
				best = i
			}
		}
		if best < 0 {
			return 0, 0, false
		}
		first, last = min(first, best), max(last, best)
	}
	return first, last, last-first < reach
}

// termStems are the stems of a term's words; small words don't count.
func termStems(term string) []string {
	var out []string
	for _, w := range wordsOf(term, languageOf(english)) {
		for _, s := range stems(w) {
			if !lists().stop[s] || len(term) == len(w.text) {
				out = append(out, s)
			}
		}
	}
	return out
}

// stems gives the stems of a word and of its hyphenated parts.
func stems(w word) []string {
	var out []string
	for part := range strings.SplitSeq(w.fold, "-") {
		base, _, _ := cutApostrophe(part)
		if len(base) <= 3 {
			out = append(out, base)
			continue
		}
		out = append(out, stem(base))
	}
	return out
}

// around returns the part of a sorted list that lies between low and high.
func around(sorted []int, low, high int) []int {
	from, _ := slices.BinarySearch(sorted, low)
	to, _ := slices.BinarySearch(sorted, high+1)
	return sorted[from:to]
}

func abs(n int) int { return max(n, -n) }

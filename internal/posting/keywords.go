package posting

import (
	"strings"
	"unicode"
)

// term is an entry of data/terms.txt.
type term struct {
	folds []string
	exact string // the only spelling that counts, or empty
}

func readTerms(list []string) map[string][]term {
	out := map[string][]term{}
	for _, entry := range list {
		name, exact := strings.CutPrefix(entry, "=")
		t := term{folds: strings.Fields(foldPhrase(name))}
		if exact {
			t.exact = name
		}
		out[t.folds[0]] = append(out[t.folds[0]], t)
	}
	return out
}

// keyword is a found term before its offsets are counted in code points.
type keyword struct {
	term       string
	start, end int // the sentence
}

// keywordsOf collects the terms of duties, requirements and plain sentences: those
// the table knows, names the table doesn't know, and phrases that come back.
// Lines and words that name the employer, the place or the job itself are no terms.
func keywordsOf(items []placed, head headline) []keyword {
	c := collector{
		seen: map[string]bool{}, phrases: map[string]*phrase{},
		employer: folds(head.company.text), skip: folds(head.title.text, head.company.text, head.place.text),
	}
	for _, it := range items {
		if it.heading || head.isLine(it) || it.part == benefits || it.part == about || it.part == applyPart {
			continue
		}
		for _, s := range sentencesOf(it.item) {
			if it.part != plain || !hasCue("applying", s.text) && !isOffer(s.text) {
				c.read(s, it)
			}
		}
	}
	return append(c.found, c.repeated()...)
}

type collector struct {
	found    []keyword
	seen     map[string]bool // folded
	employer map[string]bool // words of the employer's name
	skip     map[string]bool // those, and the words of title and place
	phrases  map[string]*phrase
}

func (c *collector) add(text string, s sentence) {
	folded := foldPhrase(text)
	if folded == "" || c.seen[folded] {
		return
	}
	c.seen[folded] = true
	c.found = append(c.found, keyword{text, s.start, s.end})
}

// read takes the terms of one sentence. A name is only believed where something
// is asked or done, not in the running text before the first heading.
func (c *collector) read(s sentence, it placed) {
	tokens := tokensOf(s.text, s.start)
	used := make([]bool, len(tokens))
	believed := it.part != plain || isDemand(s.text)
	if believed {
		c.bodies(s, tokens, used)
		c.longNames(s, tokens, used)
	}
	for i := 0; i < len(tokens); i++ {
		n := longestTerm(tokens[i:])
		if used[i] || n == 0 || n == 1 && c.employer[tokens[i].fold] && !isSmall(tokens[i].text) {
			continue // part of a name, nothing known, or a word of the employer's name
		}
		c.add(s.text[tokens[i].start-s.start:tokens[i+n-1].end-s.start], s)
		for j := i; j < i+n; j++ {
			used[j] = true
		}
		i += n - 1
	}
	if believed {
		c.names(s, tokens, used, it.dutyBullet())
	}
	if it.part == required || it.part == preferred || isDemand(s.text) {
		c.objects(s, tokens, used)
	}
	c.count(s, tokens, used)
}

func isSmall(w string) bool { return strings.ToLower(w) == w }

// longestTerm is the number of tokens of the longest known term that begins here.
func longestTerm(tokens []token) int {
	best := 0
	for _, t := range words().terms[tokens[0].fold] {
		if len(t.folds) > best && t.begins(tokens) {
			best = len(t.folds)
		}
	}
	return best
}

func (t term) begins(tokens []token) bool {
	if len(tokens) < len(t.folds) {
		return false
	}
	for i, f := range t.folds {
		if tokens[i].fold != f || i > 0 && tokens[i].breaks && !tokens[i].slash {
			return false
		}
	}
	return t.exact == "" || tokens[0].text == t.exact
}

// isName says that a word is written as a name and is none of the words that
// never are skills.
func (c *collector) isName(t token) bool {
	return !c.skip[t.fold] && isNameAnywhere(t)
}

// isNameAnywhere is isName inside a longer name, which may hold a word of the title.
func isNameAnywhere(t token) bool {
	low := strings.ToLower(t.text)
	if words().notTerms[low] || words().notTerms[t.fold] || words().places[low] || isJobNoun(low) {
		return false
	}
	r := []rune(t.text)
	if !isCode(t.text) && (t.glued || len(r) < 2) {
		return false
	}
	return unicode.IsUpper(r[0]) || isCode(t.text)
}

// isCode recognises abbreviations and product spellings: two capitals (SQL, HubSpot)
// or capitals mixed with digits (5S, D1.1).
func isCode(w string) bool {
	upper, lower, digit := 0, 0, 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsDigit(r):
			digit++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper >= 2 && upper+lower+digit <= 12 || digit > 0 && upper > 0 && lower == 0
}

func isJobNoun(low string) bool {
	t := words()
	if t.jobNouns[low] || t.jobNouns[foldWord(low)] {
		return true
	}
	for _, end := range t.jobEnds {
		if len(low) > len(end)+2 && strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

package posting

import (
	"slices"
	"strings"
)

// phrase is a pair of neighbouring content words, counted over the posting.
type phrase struct {
	text  string
	where sentence
	count int
	order int
}

// repeats is how often a pair of words has to occur to count as a term.
const repeats = 3

// count notes the pairs of plain lower-case words no table knows.
func (c *collector) count(s sentence, tokens []token, used []bool) {
	for i := 0; i+1 < len(tokens); i++ {
		a, b := tokens[i], tokens[i+1]
		if used[i] || used[i+1] || b.breaks || !c.isContent(a) || !c.isContent(b) {
			continue
		}
		key := a.fold + " " + b.fold
		p := c.phrases[key]
		if p == nil {
			p = &phrase{text: s.text[a.start-s.start : b.end-s.start], where: s, order: len(c.phrases)}
			c.phrases[key] = p
		}
		p.count++
	}
}

// isContent says that a word can be part of a term: neither a function word, a
// number, nor a word that every posting uses.
func (c *collector) isContent(t token) bool {
	return len(t.fold) > 3 && strings.ToLower(t.text) == t.text && !c.skip[t.fold] &&
		!words().stopwords["en"][t.fold] && !words().notTerms[t.fold] && !words().common[t.fold]
}

// repeated gives the pairs that occurred often enough, in the order they came.
func (c *collector) repeated() []keyword {
	found := make([]*phrase, 0, len(c.phrases))
	for key, p := range c.phrases {
		if p.count >= repeats && !c.seen[key] {
			found = append(found, p)
		}
	}
	slices.SortFunc(found, func(a, b *phrase) int { return a.order - b.order })
	out := make([]keyword, len(found))
	for i, p := range found {
		out[i] = keyword{p.text, p.where.start, p.where.end}
	}
	return out
}

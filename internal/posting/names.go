package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// names adds runs of capitalised words and abbreviations the table doesn't know.
// duty: the line begins with what is done, capitalised or not.
func (c *collector) names(s sentence, tokens []token, used []bool, duty bool) {
	for i := 0; i < len(tokens); i++ {
		if i == 0 && duty && !isCode(tokens[0].text) {
			continue
		}
		n := c.nameAt(tokens[i:], used[i:])
		opens := i == 0 || strings.HasSuffix(strings.TrimSpace(s.text[:tokens[i].start-s.start]), ":")
		if n == 0 || opens && n == 1 && !isCode(tokens[i].text) && !beforeSimilar(s.text[tokens[i].end-s.start:]) {
			continue
		}
		c.add(s.text[tokens[i].start-s.start:tokens[i+n-1].end-s.start], s)
		i += n - 1
	}
}

// longNames adds names of three and more capitalised words before a known word inside
// them is taken for the whole: "Land Transaction Tax" is more than "tax". The word a
// line begins with is capitalised anyway, and left out.
func (c *collector) longNames(s sentence, tokens []token, used []bool) {
	for i := 1; i < len(tokens); i++ {
		n := longNameAt(tokens[i:], used[i:])
		if n < 3 || isTable(tokens[i:i+n]) || c.isEmployer(tokens[i:i+n]) {
			continue
		}
		c.add(s.text[tokens[i].start-s.start:tokens[i+n-1].end-s.start], s)
		for j := i; j < i+n; j++ {
			used[j] = true
		}
		i += n - 1
	}
}

func longNameAt(tokens []token, used []bool) int {
	n := 0
	for n < len(tokens) && !used[n] && isCapital(tokens[n]) && (n == 0 || !tokens[n].breaks) &&
		!isCode(tokens[n].text) && isNameAnywhere(tokens[n]) {
		n++
	}
	return n
}

// isTable says that known terms fill the whole run, so that it needs no joining.
func isTable(tokens []token) bool {
	for i := 0; i < len(tokens); {
		n := longestTerm(tokens[i:])
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

// nameAt is the number of tokens of the name that begins the list; "of" belongs
// to it between two of its words ("Head of Steam"), a number after a code ("BS 3998").
func (c *collector) nameAt(tokens []token, used []bool) int {
	n := 0
	if words().bodies.asking[tokens[0].fold] {
		return 0
	}
	for i := 0; i < len(tokens) && !used[i] && (i == 0 || !tokens[i].breaks); i++ {
		switch {
		case c.isName(tokens[i]), n > 0 && n == i && isCode(tokens[i-1].text) && isNumber(tokens[i].text):
			n = i + 1
		case i > 0 && n == i && tokens[i].text == "of":
		default:
			return n
		}
	}
	return n
}

// beforeSimilar says that a name at the head of a line is a tool: "Trello or similar".
func beforeSimilar(rest string) bool {
	rest = strings.ToLower(strings.TrimSpace(rest))
	for _, start := range []string{"or a similar", "or similar", "or equivalent", "or another", "(or", "certified", "certification"} {
		if strings.HasPrefix(rest, start) {
			return true
		}
	}
	return false
}

// bodyNouns is data/bodies.txt: folded nouns by what they do in a name.
type bodyNouns struct{ last, first, asking map[string]bool }

func readBodyNouns() bodyNouns {
	out := bodyNouns{}
	for _, line := range dataLines("bodies") {
		kind, list := tabbed("bodies", line)
		nouns := folds(list)
		switch kind {
		case "last":
			out.last = nouns
		case "first":
			out.first = nouns
		case "asking":
			out.asking = nouns
		default:
			panic("word table bodies: " + line)
		}
	}
	return out
}

// bodies adds the names of institutions and laws. They are taken before any word of
// theirs, so that "Royal Town Planning Institute" is not read as "town planning".
func (c *collector) bodies(s sentence, tokens []token, used []bool) {
	for i := 0; i < len(tokens); i++ {
		n := bodyLength(tokens[i:])
		if n == 0 {
			continue
		}
		if !c.isEmployer(tokens[i : i+n]) {
			c.add(s.text[tokens[i].start-s.start:tokens[i+n-1].end-s.start], s)
		}
		for j := i; j < i+n; j++ {
			used[j] = true
		}
		i += n - 1
	}
}

// isEmployer says that a name is the employer's own, or a part of it.
func (c *collector) isEmployer(name []token) bool {
	for _, t := range name {
		if isCapital(t) && !c.employer[t.fold] {
			return false
		}
	}
	return true
}

// bodyLength is the number of tokens of the institution's or law's name that begins
// the list, or 0. A noun of such names closes it ("...
// Council") or opens it ("Institute of ..."); without one, "and" parts two names.
func bodyLength(tokens []token) int {
	b := body{tokens: tokens, nouns: words().bodies}
	if !isCapital(tokens[0]) || b.nouns.asking[tokens[0].fold] {
		return 0
	}
	for i := 0; i < len(tokens) && b.takes(i); i++ {
	}
	if b.end < len(tokens) && b.end > 0 && isYear(tokens[b.end]) {
		b.end++
	}
	if b.opened || b.end > 2 || b.joined > 0 && b.joined < b.end {
		return b.end
	}
	return 0
}

// body reads such a name word by word.
type body struct {
	tokens []token
	nouns  bodyNouns
	opened bool // a noun such as "Institute" and "of" were read: the name goes on
	joined int  // the first word after "and", "&" or "for"
	end    int  // tokens that are a whole name, as far as was read
}

// takes says whether token i belongs to the name.
func (b *body) takes(i int) bool {
	t := b.tokens[i]
	if i > 0 && t.breaks && !t.amp || isCode(t.text) {
		return false
	}
	if isCapital(t) {
		if t.amp {
			b.join(i)
		}
		if b.opened || b.nouns.last[t.fold] {
			b.end = i + 1
		}
		return !t.amp || b.goesOn(i)
	}
	return i > 0 && i+1 < len(b.tokens) && b.takesJoint(i)
}

func (b *body) join(i int) {
	if b.joined == 0 {
		b.joined = i
	}
}

// takesJoint says whether the small word at i belongs between two words of the name.
func (b *body) takesJoint(i int) bool {
	before := b.tokens[i-1]
	switch b.tokens[i].text {
	case "of", "for":
		b.opened = b.opened || b.nouns.first[before.fold]
	case "in", "at":
		return b.opened || b.end == 0
	case "the":
		return b.opened && (before.text == "of" || before.text == "for")
	case "and":
		if !b.goesOn(i + 1) {
			return false
		}
	default:
		return false
	}
	if b.tokens[i].text != "of" {
		b.join(i + 1)
	}
	return true
}

// goesOn says whether the name is still the same one after an "and" before token i:
// not where it was whole already, or held an "and", and not where another such name
// begins.
func (b *body) goesOn(i int) bool {
	if !b.opened {
		return b.end == 0 && (b.joined == 0 || b.joined == i)
	}
	rest := b.tokens[min(i, len(b.tokens)):]
	for j := 0; j < len(rest) && isCapital(rest[j]) && (j == 0 || !rest[j].breaks); j++ {
		if b.nouns.last[rest[j].fold] || b.nouns.first[rest[j].fold] {
			return false
		}
	}
	return len(rest) > 0 && bodyLength(rest) == 0
}

func isCapital(t token) bool {
	first, _ := utf8.DecodeRuneInString(t.text)
	return unicode.IsUpper(first)
}

// isNumber says that a word numbers a standard, as in "BS 3998".
func isNumber(w string) bool { return len(w) > 2 && strings.Trim(w, "0123456789") == "" }

// isYear says that a token is the year of a law, as in "Health Act 2006".
func isYear(t token) bool {
	return !t.breaks && len(t.text) == 4 && (strings.HasPrefix(t.text, "19") || strings.HasPrefix(t.text, "20"))
}

package posting

import "strings"

// objectWords is data/objects.txt: folded words by where they stand beside what is
// asked for.
type objectWords struct{ after, before, begins map[string]bool }

func readObjectWords() objectWords {
	out := objectWords{}
	for _, line := range dataLines("objects") {
		kind, list := tabbed("objects", line)
		switch kind {
		case "after":
			out.after = folds(list)
		case "before":
			out.before = folds(list)
		case "begins":
			out.begins = folds(list)
		default:
			panic("word table objects: " + line)
		}
	}
	return out
}

// maxObject is the most words of a thing that is asked for.
const maxObject = 3

// objects adds the subjects no table knows, by where they stand: "knowledge of
// conservation areas", "dysphagia training".
func (c *collector) objects(s sentence, tokens []token, used []bool) {
	for i := range tokens {
		switch {
		case i > 0 && isLink(tokens[i].text) && words().objects.after[tokens[i-1].fold]:
			c.objectsFrom(s, tokens, used, i+1)
		case words().objects.before[tokens[i].fold] && !tokens[i].breaks:
			c.objectBefore(s, tokens, used, i)
		}
	}
}

func isLink(w string) bool { return w == "of" || w == "in" || w == "with" }

// objectsFrom adds the things named from token i on, as far as "and", "or" and commas
// string them together.
func (c *collector) objectsFrom(s sentence, tokens []token, used []bool, i int) {
	for i < len(tokens) {
		for i < len(tokens) && c.isOpener(tokens[i]) {
			i++
		}
		n := c.objectAt(tokens[min(i, len(tokens)):], used[min(i, len(tokens)):])
		if n > 0 {
			c.addObject(s, tokens[i:i+n])
		}
		i += n
		if i >= len(tokens) || n == 0 || tokens[i].text != "and" && tokens[i].text != "or" && !tokens[i].breaks {
			return
		}
		if !tokens[i].breaks {
			i++
		}
	}
}

// isOpener is an article or a word of measure before the thing itself.
func (c *collector) isOpener(t token) bool {
	return t.text == "a" || t.text == "an" || t.text == "the" || words().objects.begins[t.fold]
}

// objectAt is the number of content words from the head of the list to the next small
// word or sign, or 0 where that is too long, known already, or a single word: those
// are seldom a thing of their own ("experience of charity").
func (c *collector) objectAt(tokens []token, used []bool) int {
	n := 0
	for n < len(tokens) && !used[n] && (n == 0 || !tokens[n].breaks) && c.isContent(tokens[n]) {
		n++
	}
	if n < 2 || n > maxObject || n < len(tokens) && !tokens[n].breaks && !words().stopwords["en"][tokens[n].text] {
		return 0
	}
	return n
}

// objectBefore adds the two words before a certificate or a training, or the one at
// the head of a line.
func (c *collector) objectBefore(s sentence, tokens []token, used []bool, end int) {
	i := end
	for i > 0 && end-i < 2 && !used[i-1] && !tokens[i].breaks && c.isSubject(tokens[i-1], i == 1) {
		i--
	}
	if end-i == 2 || end == 1 && i == 0 {
		c.addObject(s, tokens[i:end])
	}
}

// isSubject is a content word, which may be capitalised at the head of a line.
func (c *collector) isSubject(t token, opens bool) bool {
	if opens {
		t.text = strings.ToLower(t.text)
	}
	return c.isContent(t) && !c.isOpener(t) && !words().bodies.asking[t.fold]
}

func (c *collector) addObject(s sentence, name []token) {
	c.add(s.text[name[0].start-s.start:name[len(name)-1].end-s.start], s)
}

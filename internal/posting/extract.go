package posting

import (
	"strings"
	"unicode/utf8"
)

// Extract reads a cleaned text (see Clean) by rules. It is a pure function: the
// same text gives the same reading, and its time grows with the text's length.
func Extract(text string) Reading {
	r := Reading{Language: detectLanguage(text), Requirements: []Asked{}, Keywords: []Keyword{}}
	r.Covered = r.Language == "en"
	if !r.Covered {
		return r
	}
	items := placeItems(itemsOf(text))
	head := readHeadline(items)
	at := newCounter(text)
	r.Title = head.title.found(at)
	r.Company = head.company.found(at)
	r.Place = head.place.found(at)
	r.takeRequirements(requirementsOf(items), head, at)
	r.takeKeywords(keywordsOf(items, head), at)
	return r
}

func (r *Reading) takeRequirements(list []asked, head headline, at counter) {
	seen := map[string]bool{}
	for _, a := range list {
		if a.start == head.title.from && a.end <= head.title.to || seen[a.text] {
			continue
		}
		seen[a.text] = true
		if len(r.Requirements) == MaxRequirements {
			r.LeftOut++
			continue
		}
		r.Requirements = append(r.Requirements, Asked{oneLine(a.text), a.must, at.span(a.start, a.end)})
	}
}

func (r *Reading) takeKeywords(list []keyword, at counter) {
	kept := list[:min(len(list), MaxKeywords)]
	r.LeftOut += len(list) - len(kept)
	for _, k := range kept {
		r.Keywords = append(r.Keywords, Keyword{oneLine(k.term), at.span(k.start, k.end)})
	}
}

// oneLine undoes the line breaks of a wrapped item.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// folds gives the folded words of some texts.
func folds(texts ...string) map[string]bool {
	out := map[string]bool{}
	for _, text := range texts {
		for _, t := range tokensOf(text, 0) {
			out[t.fold] = true
		}
	}
	return out
}

// isLine says that an item is the line that title, company or place stand in.
func (h headline) isLine(it placed) bool {
	for _, p := range []piece{h.title, h.company, h.place} {
		if p.text != "" && p.from == it.start && p.to == it.end && wordCount(it.text) <= 14 {
			return true
		}
	}
	return false
}

func (p piece) found(at counter) Found {
	if p.text == "" {
		return Found{}
	}
	return Found{oneLine(p.text), at.span(p.from, p.to)}
}

// counter turns byte offsets into offsets in code points. It keeps the count at
// every block of the text, so that looking up costs no more than a block.
type counter struct {
	text   string
	blocks []int
}

const counterBlock = 256

func newCounter(text string) counter {
	c := counter{text: text, blocks: make([]int, 0, len(text)/counterBlock+1)}
	n := 0
	for i := 0; i < len(text); i++ {
		if i%counterBlock == 0 {
			c.blocks = append(c.blocks, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return c
}

// runes counts the code points before byte offset i.
func (c counter) runes(i int) int {
	if len(c.blocks) == 0 {
		return 0
	}
	b := min(i/counterBlock, len(c.blocks)-1)
	n := c.blocks[b]
	for j := b * counterBlock; j < i; j++ {
		if utf8.RuneStart(c.text[j]) {
			n++
		}
	}
	return n
}

func (c counter) span(start, end int) Span { return Span{c.runes(start), c.runes(end)} }

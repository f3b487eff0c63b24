package compare

import (
	"slices"
	"unicode"
)

// mostCells bounds the table of a comparison: texts that differ in more than some two
// thousand words have nothing left that is worth pointing at.
const mostCells = 4 << 20

// Words lays two texts into one: what both have, what only before has and what only after
// has. The parts that aren't Added make up before, those that aren't Removed after.
func Words(before, after string) []Part {
	a, b := tokens(before), tokens(after)
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var out parts
	out.add(Same, a[:head]...)
	out.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	out.add(Same, a[len(a)-tail:]...)
	return slices.Clip(out)
}

// tokens are words, white space and single other characters. What is written without
// spaces is taken character by character.
func tokens(s string) []string {
	out := []string{}
	class := func(r rune) int {
		switch {
		case unicode.IsSpace(r):
			return 1
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
			return 0
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			return 2
		}
		return 0
	}
	start, last := 0, -1
	for i, r := range s {
		c := class(r)
		if i > 0 && (c != last || c == 0) {
			out = append(out, s[start:i])
			start = i
		}
		last = c
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

type parts []Part

func (p *parts) add(kind string, words ...string) {
	for _, w := range words {
		if n := len(*p); n > 0 && (*p)[n-1].Kind == kind {
			(*p)[n-1].Text += w
		} else {
			*p = append(*p, Part{w, kind})
		}
	}
}

// middle compares by the longest common subsequence.
func (p *parts) middle(a, b []string) {
	if len(a) == 0 || len(b) == 0 || len(a) > mostCells/len(b) {
		p.add(Removed, a...)
		p.add(Added, b...)
		return
	}
	longest := table(a, b)
	at := func(i, j int) int32 { return longest[i*(len(b)+1)+j] }
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			p.add(Same, a[i])
			i, j = i+1, j+1
		case at(i+1, j) >= at(i, j+1):
			p.add(Removed, a[i])
			i++
		default:
			p.add(Added, b[j])
			j++
		}
	}
	p.add(Removed, a[i:]...)
	p.add(Added, b[j:]...)
}

// table holds how much is common of what follows a[i] and b[j].
func table(a, b []string) []int32 {
	width := len(b) + 1
	out := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				out[i*width+j] = out[(i+1)*width+j+1] + 1
			} else {
				out[i*width+j] = max(out[(i+1)*width+j], out[i*width+j+1])
			}
		}
	}
	return out
}

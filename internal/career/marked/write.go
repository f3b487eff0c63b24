package marked

import (
	"slices"
	"strings"
	"unicode"
)

// atom is a character, or a link as a whole, and the marks on it.
type atom struct {
	char rune
	href string
	link []atom
	on   int
}

// WriteLine is the reverse of ParseLine. Characters are escaped only where they would
// mean something otherwise.
func WriteLine(spans []Span) string {
	atoms := writable(spans)
	if line := emit(atoms, ""); slices.Equal(ParseLine(line), spansOf(atoms)) {
		return line
	}
	return emit(atoms, `*[]\`)
}

// writable brings spans into a form that can be written: no white space around, no link
// without words, and every mark at the edges of words.
func writable(spans []Span) []atom {
	spans = slices.DeleteFunc(slices.Clone(spans), func(s Span) bool { return s.Text == "" })
	var atoms []atom
	for i := 0; i < len(spans); {
		href := spans[i].Href
		n := 1
		for i+n < len(spans) && spans[i+n].Href == href {
			n++
		}
		part := atomsOf(spans[i : i+n])
		if IsLink(href) && !blank(spans[i:i+n]) {
			part = []atom{linked(href, part)}
		}
		atoms = append(atoms, part...)
		i += n
	}
	atoms = trim(atoms)
	settle(atoms)
	return atoms
}

func atomsOf(spans []Span) []atom {
	var atoms []atom
	for _, s := range spans {
		on := 0
		if s.Bold {
			on |= bold
		}
		if s.Italic {
			on |= italic
		}
		for _, r := range s.Text {
			if r == '\n' {
				r = ' ' // a line stays one
			}
			atoms = append(atoms, atom{char: r, on: on})
		}
	}
	return atoms
}

// linked makes a link of its words; marks on all of them are the link's.
func linked(href string, words []atom) atom {
	common := italic | bold
	for _, a := range words {
		common &= a.on
	}
	for i := range words {
		words[i].on &^= common
	}
	settle(words)
	return atom{href: href, link: words, on: common}
}

func trim(atoms []atom) []atom {
	for len(atoms) > 0 && atoms[0].space() {
		atoms = atoms[1:]
	}
	for len(atoms) > 0 && atoms[len(atoms)-1].space() {
		atoms = atoms[:len(atoms)-1]
	}
	return atoms
}

func (a atom) space() bool { return a.link == nil && unicode.IsSpace(a.char) }
func (a atom) joins() bool { return a.link == nil && joins(a.char) }

// settle takes marks from white space at their edges, and those inside words away.
func settle(atoms []atom) {
	for _, mark := range marks {
		for from := 0; from < len(atoms); {
			to := from
			for to < len(atoms) && atoms[to].on&mark != 0 {
				to++
			}
			settleStretch(atoms, mark, from, to)
			from = to + 1
		}
	}
}

// settleStretch leaves the mark where it can be written, from both ends on.
func settleStretch(atoms []atom, mark, from, to int) {
	for from < to {
		last := to - 1
		switch {
		case atoms[from].space() || from > 0 && atoms[from-1].joins():
			atoms[from].inward(mark)
			from++
		case atoms[last].space() || to < len(atoms) && atoms[to].joins():
			atoms[last].inward(mark)
			to--
		default:
			return
		}
	}
}

// inward takes a mark from an atom. The words of a link keep it: inside its brackets it can
// be written even beside a word.
func (a *atom) inward(mark int) {
	a.on &^= mark
	for i := range a.link {
		a.link[i].on |= mark
	}
	settle(a.link)
}

func emit(atoms []atom, special string) string {
	var b strings.Builder
	on := 0
	for _, a := range atoms {
		b.WriteString(strings.Repeat("*", on&^a.on+a.on&^on))
		on = a.on
		if a.link != nil {
			b.WriteString("[" + emit(a.link, special) + "](" + escapeHref(a.href) + ")")
			continue
		}
		if strings.ContainsRune(special, a.char) {
			b.WriteByte('\\')
		}
		b.WriteRune(a.char)
	}
	b.WriteString(strings.Repeat("*", on))
	return b.String()
}

var escapeHref = strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`, `[`, `\[`, `]`, `\]`).Replace

// spansOf is what the atoms are read as once they are written.
func spansOf(atoms []atom) []Span {
	spans := []Span{}
	for _, a := range atoms {
		if a.link == nil {
			spans = add(spans, marked(string(a.char), a.on))
		}
		for _, inner := range a.link {
			span := marked(string(inner.char), inner.on|a.on)
			span.Href = a.href
			spans = add(spans, span)
		}
	}
	return spans
}

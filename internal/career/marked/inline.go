package marked

import (
	"strings"
	"unicode"
)

// The marks a star can make, by the number of stars: three are both.
const (
	italic = 1
	bold   = 2
)

var marks = [...]int{italic, bold}

// token is a piece of a line: text, a link, or a run of one to three stars.
type token struct {
	text string
	link []Span

	stars         int  // 0: not a run of stars
	opens, closes bool // where it stands lets it open or close
	opened        int  // the marks it opens, as a sum; set by pair
	closed        int
}

// inline reads one line. Links hold no links.
func inline(s []rune, links bool) []Span {
	tokens := tokenize(s, links)
	pair(tokens)
	return render(tokens)
}

func tokenize(s []rune, links bool) []token {
	var tokens []token
	for i := 0; i < len(s); {
		var t token
		var n int
		switch {
		case escaped(s, i):
			t, n = token{text: string(s[i+1])}, 2
		case s[i] == '*':
			t, n = stars(s, i)
		case s[i] == '[' && links:
			t, n = link(s, i)
		default:
			n = ordinary(s[i:])
			t.text = string(s[i : i+n])
		}
		tokens = append(tokens, t)
		i += n
	}
	return tokens
}

// ordinary counts the characters up to the next that may mean something; at least one.
func ordinary(s []rune) int {
	n := 1
	for n < len(s) && s[n] != '*' && s[n] != '[' && s[n] != '\\' {
		n++
	}
	return n
}

// escaped reports whether a backslash at i takes the meaning from what follows.
func escaped(s []rune, i int) bool {
	return s[i] == '\\' && i+1 < len(s) && strings.ContainsRune(`*[]()\-`, s[i+1])
}

// stars reads a run of stars. More than three in a row mean nothing.
func stars(s []rune, i int) (token, int) {
	n := 1
	for i+n < len(s) && s[i+n] == '*' {
		n++
	}
	if n > italic+bold {
		return token{text: strings.Repeat("*", n)}, n
	}
	t := token{stars: n}
	t.opens = i+n < len(s) && !unicode.IsSpace(s[i+n]) && (i == 0 || !joins(s[i-1]))
	t.closes = i > 0 && !unicode.IsSpace(s[i-1]) && (i+n == len(s) || !joins(s[i+n]))
	return t, n
}

// unspaced are scripts in which a word doesn't end at a space, so that a mark may begin
// or end at any character.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// joins reports whether a star beside r would be inside a word.
func joins(r rune) bool {
	return unicode.In(r, unicode.L, unicode.N, unicode.M) && !unicode.In(r, unspaced...)
}

// pair gives every run of stars its meaning: each mark is closed by the first run that
// can, and opened by the last before it that could. Bold and italic don't see each other.
func pair(tokens []token) {
	for _, mark := range marks {
		opener := -1
		for i := range tokens {
			t := &tokens[i]
			switch {
			case t.stars&mark == 0:
			case opener >= 0 && t.closes:
				tokens[opener].opened |= mark
				t.closed |= mark
				opener = -1
			case t.opens:
				opener = i
			}
		}
	}
}

func render(tokens []token) []Span {
	spans, on := []Span{}, 0
	for _, t := range tokens {
		on &^= t.closed
		spans = add(spans, marked(t.text, on))
		for _, inner := range t.link {
			inner.Bold, inner.Italic = inner.Bold || on&bold != 0, inner.Italic || on&italic != 0
			spans = add(spans, inner)
		}
		spans = add(spans, marked(strings.Repeat("*", t.stars-t.opened-t.closed), on))
		on |= t.opened
	}
	return spans
}

func marked(text string, on int) Span {
	return Span{Text: text, Bold: on&bold != 0, Italic: on&italic != 0}
}

// add appends a span to the last one if both are marked alike.
func add(spans []Span, s Span) []Span {
	if s.Text == "" {
		return spans
	}
	if n := len(spans); n > 0 && spans[n-1].marks() == s.marks() {
		spans[n-1].Text += s.Text
		return spans
	}
	return append(spans, s)
}

// marks is the span without its text.
func (s Span) marks() Span { s.Text = ""; return s }

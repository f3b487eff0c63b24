package pdf

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Glyphs stand on the page in the order they are seen; what is written from right to left
// has to be turned round to be read. The rules of Unicode (UAX #9) lead the other way, from
// reading to seeing, and several texts can look the same: of those the likeliest is taken.

// fromRight reports whether most letters of a page belong to scripts written from right to left.
func fromRight(glyphs []glyph) bool {
	left, right := 0, 0
	for _, g := range glyphs {
		switch directionOf(g.text) {
		case bidi.L:
			left++
		case bidi.R:
			right++
		default: // signs of either direction
		}
	}
	return right > left
}

// directionOf is L, R, EN for digits of any kind, WS, or ON for what has no direction.
func directionOf(s string) bidi.Class {
	r, _ := utf8.DecodeRuneInString(s)
	if s == "" {
		return bidi.ON
	}
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.AL:
		return bidi.R
	case bidi.EN, bidi.AN:
		return bidi.EN
	case bidi.WS:
		return bidi.WS
	default:
		return bidi.ON
	}
}

// turned is a page as a mirror shows it: with one that is written from right to left,
// whatever looks for what comes first then finds it at the left.
func turned(glyphs []glyph, width float64) []glyph {
	out := slices.Clone(glyphs)
	for i := range out {
		out[i].x = width - out[i].right()
	}
	return out
}

// withMarks puts points and accents that were drawn on their own behind the letter they
// stand on. They have no width to be sorted by. A file may say of the point, too, that it
// is the whole letter; it is one of them then.
func withMarks(glyphs []glyph) []glyph {
	letters := slices.DeleteFunc(slices.Clone(glyphs), func(g glyph) bool { return isMark(g) || g.blank() })
	if len(letters) == 0 || !slices.ContainsFunc(glyphs, isMark) {
		return glyphs
	}
	slices.SortStableFunc(letters, func(a, b glyph) int { return cmp.Compare(a.right(), b.right()) })
	for _, m := range glyphs {
		if isMark(m) {
			if g := under(m, letters); len(g.text) < longestLetter && !strings.HasSuffix(g.text, m.text) {
				g.text += m.text
			}
		}
	}
	return append(letters, slices.DeleteFunc(slices.Clone(glyphs), func(g glyph) bool { return isMark(g) || !g.blank() })...)
}

const longestLetter = 32 // bytes of a letter with its points; no script puts so many on one

// under finds the letter a mark stands on: fonts give both the same origin, or almost, which
// is at the right on a page that was turned round. The letters are sorted by it.
func under(m glyph, letters []glyph) *glyph {
	i, _ := slices.BinarySearchFunc(letters, m.right(), func(g glyph, x float64) int { return cmp.Compare(g.right(), x) })
	if i == len(letters) || i > 0 && m.right()-letters[i-1].right() < letters[i].right()-m.right() {
		i--
	}
	return &letters[i]
}

// isMark is true of a glyph that stands on another one: points and accents, and letters
// with points that have no width.
func isMark(g glyph) bool {
	marks, all := 0, 0
	for _, r := range g.text {
		if all++; unicode.Is(unicode.Mn, r) {
			marks++
		}
	}
	return marks > 0 && (marks == all || g.width < thin*g.size)
}

const thin = 0.01 // of the size: no width at all

// sign is one of a piece: a letter with its marks, a ligature, or a space.
type sign struct {
	text  string
	class bidi.Class // as directionOf has it
	loose bool       // stands in the direction of the line, not in that of a word
}

func signOf(text string) sign { return sign{text: text, class: directionOf(strings.TrimSpace(text))} }

func spaceSign() sign { return sign{text: " ", class: bidi.WS} }

// inReadingOrder puts signs as they are seen along a line into the order they are read in.
// They come in the direction of the line: from the right if right is true.
func inReadingOrder(signs []sign, right bool) []sign {
	if !right && !slices.ContainsFunc(signs, isRight) {
		return signs
	}
	if right {
		return unmirrored(withLeftRuns(signs))
	}
	var out []sign
	for start := 0; start < len(signs); {
		if !isRight(signs[start]) {
			out = append(out, signs[start])
			start++
			continue
		}
		end := start + 1
		for i := end; i < len(signs) && signs[i].class != bidi.L; i++ {
			if isRight(signs[i]) {
				end = i + 1
			}
		}
		out = append(out, unmirrored(withLeftRuns(backwards(signs[start:end])))...)
		start = end
	}
	return out
}

func isRight(s sign) bool { return s.class == bidi.R }

func backwards(signs []sign) []sign {
	out := slices.Clone(signs)
	slices.Reverse(out)
	return out
}

// withLeftRuns turns words and figures round that are read from the left in a line that
// is read from the right.
func withLeftRuns(signs []sign) (out []sign) {
	for start := 0; start < len(signs); {
		if isRight(signs[start]) {
			out = append(out, signs[start])
			start++
			continue
		}
		end := start
		for end < len(signs) && !isRight(signs[end]) {
			end++
		}
		out = append(out, leftRun(backwards(signs[start:end]), len(signs) == end-start)...)
		start = end
	}
	return out
}

// leftRun orders what stands between two letters of a line from the right. The signs come
// from the left; alone is true if there are no others in the piece.
func leftRun(signs []sign, alone bool) []sign {
	from, to := 0, len(signs)
	for from < to && outside(signs[from:to], alone) {
		from++
	}
	for to > from && !alone && outsideEnd(signs[from:to]) {
		to--
	}
	inner := signs[from:to]
	if !slices.ContainsFunc(inner, func(s sign) bool { return s.class == bidi.L }) {
		inner = figures(inner)
	}
	return slices.Concat(loose(backwards(signs[to:])), inner, loose(backwards(signs[:from])))
}

func loose(signs []sign) []sign {
	for i := range signs {
		signs[i].loose = true
	}
	return signs
}

// outside reports whether the first sign of a run belongs to the line around it: it has
// no direction of its own and opens nothing that is closed within the run.
func outside(signs []sign, alone bool) bool {
	s := signs[0]
	switch {
	case s.class == bidi.L, s.class == bidi.EN:
		return false
	case alone:
		return strings.ContainsAny(s.text, " .,;:!?%")
	case len(signs) > 1 && signs[1].class == bidi.EN && strings.ContainsAny(s.text, "+$€£₪#"):
		return false
	case strings.ContainsAny(s.text, "(["):
		return !holds(signs[1:max(1, len(signs)-1)], ")]")
	}
	return true
}

// outsideEnd is the same for the last sign.
func outsideEnd(signs []sign) bool {
	n := len(signs)
	s := signs[n-1]
	switch {
	case s.class == bidi.L, s.class == bidi.EN:
		return false
	case n > 1 && signs[n-2].class == bidi.EN && strings.ContainsAny(s.text, "%°"):
		return false
	case strings.ContainsAny(s.text, ")]"):
		return !holds(signs[:n-1], "([")
	}
	return true
}

func holds(signs []sign, any string) bool {
	return slices.ContainsFunc(signs, func(s sign) bool { return strings.ContainsAny(s.text, any) })
}

const fewestDialled = 7 // digits of a telephone number

// figures orders numbers that are seen from the left in a line from the right. The parts
// of a telephone number are read from the left, those of anything else from the right.
func figures(signs []sign) []sign {
	digits, dialled := 0, true
	for _, s := range signs {
		if s.class == bidi.EN {
			digits++
		} else if !strings.ContainsAny(s.text, " +-()./") {
			dialled = false
		}
	}
	if dialled && digits >= fewestDialled {
		return signs
	}
	var out []sign
	for end := len(signs); end > 0; {
		start := end - 1
		for start > 0 && inNumber(signs, start-1) && inNumber(signs, start) {
			start--
		}
		out = append(out, signs[start:end]...)
		end = start
	}
	return out
}

// inNumber reports whether a sign is a digit or one between or beside digits: "2,000",
// "12%", "+4".
func inNumber(signs []sign, i int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(signs) && signs[i].class == bidi.EN }
	switch t := signs[i].text; {
	case digit(i):
		return true
	case strings.ContainsAny(t, ".,:/-"):
		return digit(i-1) && digit(i+1)
	case strings.ContainsAny(t, "%°"):
		return digit(i - 1)
	case strings.ContainsAny(t, "+$€£₪#"):
		return digit(i + 1)
	}
	return false
}

var mirrors = strings.NewReplacer("(", ")", ")", "(", "[", "]", "]", "[", "{", "}", "}", "{", "<", ">", ">", "<", "«", "»", "»", "«")

// unmirrored makes brackets of what they look like on the page what they are, where a
// file has them by their looks: then one closes that was never opened.
func unmirrored(signs []sign) []sign {
	open := 0
	for _, s := range signs {
		switch {
		case strings.ContainsAny(s.text, "([{<"):
			open++
		case strings.ContainsAny(s.text, ")]}>"):
			open--
		}
		if open < 0 {
			break
		}
	}
	if open >= 0 {
		return signs
	}
	for i := range signs {
		if signs[i].loose {
			signs[i].text = mirrors.Replace(signs[i].text)
		}
	}
	return signs
}

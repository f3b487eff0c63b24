package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// glyph is one drawn sign. Lengths are in points; y grows downwards from the top of
// the page and is that of the baseline.
type glyph struct {
	text   string // normalised; empty if the file doesn't say what it means
	x, y   float64
	width  float64
	size   float64 // of the font as it is seen
	bold   bool
	italic bool
	mapped bool // false: the font has no Unicode value for it
	icon   bool // a private character, as icon fonts use

	furniture bool // marked as no content of the page
}

func (g glyph) right() float64 { return g.x + g.width }

func (g glyph) blank() bool { return g.mapped && strings.TrimSpace(g.text) == "" }

// normalText makes text comparable: ligatures, full-width and presentation forms
// become plain letters, soft hyphens and control characters go. Superscripts and
// fractions are left alone, since NFKC would turn "10²" into "102".
func normalText(s string) string {
	if plainASCII(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\u00AD':
			b.WriteByte('-')
		case r == '\u00A0' || unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
		case foldable(r):
			b.WriteString(norm.NFKC.String(string(r)))
		default:
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// foldable are the blocks whose characters are mere forms of others: ligatures and
// presentation forms, full-width forms, and the radicals some fonts map ideographs to.
func foldable(r rune) bool {
	return r >= 0xFB00 && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFFEF || r >= 0x2E80 && r <= 0x2FDF ||
		r >= 0x1D400 && r <= 0x1D7FF
}

func private(s string) bool {
	for _, r := range s {
		return unicode.Is(unicode.Co, r)
	}
	return false
}

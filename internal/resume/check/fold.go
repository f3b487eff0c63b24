package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/career/marked"
)

// ligatures are letters that stand for several; readers of files give the several.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

// fold leaves of a text what a reader may be held to: letters, digits and the signs that
// are parts of names ("C++", "C#", "a@b"), in small letters. White space, hyphens and
// punctuation are changed by setting a text, and so are marks of direction.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r), strings.ContainsRune("+#@", r):
			return unicode.ToLower(r)
		}
		return -1
	}, ligatures.Replace(s))
}

// digits is what of a telephone number counts.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// address is a link without what may be left out of it.
func address(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, prefix := range []string{"https://", "http://", "mailto:", "tel:", "www."} {
		s = strings.TrimPrefix(s, prefix)
	}
	return strings.TrimRight(s, "/")
}

// plain is a marked text as it is read, on one line.
func plain(s string) string { return strings.Join(strings.Fields(marked.Plain(s)), " ") }

// alike tells how much two texts have in common, 0 to 1: twice the pairs of letters both
// have, by those of each. It works for scripts without spaces.
func alike(a, b string) float64 {
	a, b = fold(a), fold(b)
	if a == "" || b == "" {
		return 0
	}
	if a == b {
		return 1
	}
	counts, all, shared := map[[2]rune]int{}, 0, 0
	for _, p := range pairs(a) {
		counts[p]++
		all++
	}
	for _, p := range pairs(b) {
		all++
		if counts[p] > 0 {
			counts[p]--
			shared++
		}
	}
	if all == 0 {
		return 0
	}
	return 2 * float64(shared) / float64(all)
}

func pairs(s string) (all [][2]rune) {
	runes := []rune(s)
	for i := 1; i < len(runes); i++ {
		all = append(all, [2]rune{runes[i-1], runes[i]})
	}
	return all
}

// wordCount counts words, and in scripts without spaces every two characters as one.
func wordCount(s string) int {
	dense := 0
	for _, r := range s {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			dense++
		}
	}
	if dense*2 > utf8.RuneCountInString(s) {
		return dense / 2
	}
	return len(strings.Fields(s))
}

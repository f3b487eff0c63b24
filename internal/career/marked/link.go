package marked

import (
	"slices"
	"strings"
	"unicode"
)

var schemes = []string{"https://", "http://", "mailto:", "tel:"}

// IsLink reports whether href is an address that a résumé may link to: http, https,
// mailto or tel, without white space and control characters.
func IsLink(href string) bool {
	lower := strings.ToLower(href)
	goes := slices.ContainsFunc(schemes, func(s string) bool { return strings.HasPrefix(lower, s) && len(lower) > len(s) })
	return goes && !strings.ContainsFunc(href, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	})
}

// link reads [words](address) at i. What isn't one is a bracket.
func link(s []rune, i int) (token, int) {
	bracket := token{text: "["}
	end := until(s, i+1, ']')
	if end < 0 || end+1 >= len(s) || s[end+1] != '(' {
		return bracket, 1
	}
	last := until(s, end+2, ')')
	words := inline(s[i+1:end], false)
	if last < 0 || blank(words) {
		return bracket, 1
	}
	href := unescape(s[end+2 : last])
	if !IsLink(href) {
		return bracket, 1
	}
	for n := range words {
		words[n].Href = href
	}
	return token{link: words}, last + 1 - i
}

// until finds the closing bracket; an opening square one before it ends the search, which
// also keeps the work in proportion to the text.
func until(s []rune, i int, closing rune) int {
	for ; i < len(s); i++ {
		switch {
		case escaped(s, i):
			i++
		case s[i] == closing:
			return i
		case s[i] == '[':
			return -1
		}
	}
	return -1
}

func unescape(s []rune) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if escaped(s, i) {
			i++
		}
		b.WriteRune(s[i])
	}
	return b.String()
}

func blank(spans []Span) bool {
	for _, s := range spans {
		if strings.TrimSpace(s.Text) != "" {
			return false
		}
	}
	return true
}

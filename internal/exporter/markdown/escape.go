package markdown

import (
	"regexp"
	"strings"
	"unicode"
)

// entity begins what CommonMark would turn into a character.
var entity = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)

// opener begins a line as a heading, a quotation, a list or a rule would.
var opener = regexp.MustCompile(`^(?:#{1,6}(?:\s|$)|>|[-+](?:\s|$)|[-_=]{2,}|~{3})`)

var number = regexp.MustCompile(`^\d{1,9}[.)](?:\s|$)`)

// escape makes text of what may look like markup; begins says that it stands at the
// beginning of a line.
func escape(s string, begins bool) string {
	var b strings.Builder
	runes := []rune(s)
	for i, r := range runes {
		if means(runes, i) || begins && i == 0 && opener.MatchString(s) {
			b.WriteByte('\\')
		}
		if begins && (r == '.' || r == ')') && number.MatchString(s) && allDigits(runes[:i]) && i > 0 {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// means reports whether the character at i could be markup there.
func means(runes []rune, i int) bool {
	switch runes[i] {
	case '\\', '`', '*', '[', ']':
		return true
	case '#': // at the end of a heading
		return i > 0 && runes[i-1] == ' ' && strings.Trim(string(runes[i:]), "#") == ""
	case '_':
		return !within(runes, i)
	case '~':
		return i+1 < len(runes) && runes[i+1] == '~' || i > 0 && runes[i-1] == '~'
	case '<':
		return i+1 < len(runes) && (unicode.IsLetter(runes[i+1]) || strings.ContainsRune("/!?", runes[i+1]))
	case '&':
		return entity.MatchString(string(runes[i:min(len(runes), i+40)]))
	}
	return false
}

// within reports whether letters or digits stand on both sides.
func within(runes []rune, i int) bool {
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return i > 0 && i+1 < len(runes) && word(runes[i-1]) && word(runes[i+1])
}

func allDigits(runes []rune) bool {
	for _, r := range runes {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word of the text; offsets are bytes. Hyphens part words, so that
// "e-commerce" is two tokens, the second one glued to the first.
type token struct {
	start, end int
	text       string
	fold       string // lower case, plain apostrophe, singular
	glued      bool   // nothing but a hyphen stands before it
	breaks     bool   // punctuation other than a hyphen stands before it
	slash      bool   // it follows a slash, as in CI/CD
	amp        bool   // it follows a lone "&"
}

// tokensOf cuts s, which begins at byte offset base of the text, into words.
// "C++", "C#", "Node.js", "D1.1", "C+E" and "R&D" are one word each.
func tokensOf(s string, base int) []token {
	var out []token
	i, gap := 0, 0
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isWordRune(r) {
			i += size
			continue
		}
		end := wordEnd(s, i)
		between := s[gap:i]
		out = append(out, token{
			start: base + i, end: base + end, text: s[i:end], fold: foldWord(s[i:end]),
			glued:  between == "-" || between == "\u2011",
			slash:  between == "/",
			amp:    strings.TrimSpace(between) == "&",
			breaks: strings.Trim(between, " -\u2011\n") != "",
		})
		i, gap = end, end
	}
	return out
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// wordEnd finds the end of the word that begins at i.
func wordEnd(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case isWordRune(r):
		case strings.ContainsRune("'’.&+", r) && isWordAt(s, i+size):
		case (r == '+' || r == '#') && endsName(s, i):
		default:
			return i
		}
		i += size
	}
	return i
}

func isWordAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[min(i, len(s)):])
	return isWordRune(r)
}

// endsName says that the sign at i belongs to a short name such as C++ or C#.
func endsName(s string, i int) bool {
	return i > 0 && (s[i-1] == 'C' || s[i-1] == 'F' && s[i] == '#' || s[i-1] == '+' && i > 1 && s[i-2] == 'C')
}

// foldWord makes words comparable: lower case, straight apostrophe, and the
// plural "s" off, which suits both sides of a comparison and nothing else.
func foldWord(w string) string {
	w = strings.ReplaceAll(strings.ToLower(w), "’", "'")
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")
	switch {
	case len(w) <= 3 || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	}
	return strings.TrimSuffix(w, "s")
}

// foldPhrase folds every word of a phrase, with one blank between words.
func foldPhrase(s string) string {
	tokens := tokensOf(s, 0)
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = t.fold
	}
	return strings.Join(out, " ")
}

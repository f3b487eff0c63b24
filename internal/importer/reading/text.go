package reading

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

const bullets = "•●▪■◦○‣⁃·∙►▸▹➢➤❖✓✔★☆*–—-o\uFFFD"

// IsBullet reports whether s is nothing but a bullet.
func IsBullet(s string) bool {
	return utf8.RuneCountInString(s) == 1 && strings.Contains(bullets, s)
}

// unbulleted cuts a bullet and the blank after it off the front of s.
func unbulleted(s string) (string, bool) {
	r, n := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune(bullets, r) || n == len(s) {
		return s, false
	}
	rest := s[n:]
	spaced := strings.HasPrefix(rest, " ")
	if !spaced && (strings.ContainsRune("–—-o*·", r) || unicode.IsDigit(rune(rest[0]))) {
		return s, false
	}
	rest = strings.TrimSpace(rest)
	if again, ok := unbulleted(rest); ok {
		rest = again
	}
	return rest, true
}

var margins = " \t,،;؛:|/·•●▪■◦–—-\uFFFD"

// trimmed cuts separators and stray signs off both ends and makes one space of several.
func trimmed(s string) string {
	return strings.Trim(strings.Join(strings.Fields(s), " "), margins)
}

// squeeze makes headings comparable: letters and digits only, small, without spaces,
// because designers space letters and colour parts of a word.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// lowerWords are the words of s, small, without punctuation around them.
func lowerWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:()[]/|·•–—!?\"“”،؛、，", r)
	})
}

func wordCount(s string) int { return len(strings.Fields(s)) }

// caps reports whether s has letters and none of them is small.
func caps(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// allLetters reports whether s is made of letters and what stands between the letters of a name.
func allLetters(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(" .'’-־", r) {
			return false
		}
	}
	return s != ""
}

var proseEnd = regexp.MustCompile(`[.!?;]$`)

const (
	longLine   = 88 // letters; a longer line is running text
	phraseLine = 55 // letters; a longer line that ends a sentence is running text
)

// prose reports whether s reads like running text rather than like a title or a name.
func prose(s string) bool {
	n := utf8.RuneCountInString(s)
	return n > longLine || n > phraseLine && proseEnd.MatchString(s)
}

// joinWrapped appends the next line of a paragraph and heals a word broken at the end.
func joinWrapped(text, next string) string {
	if text == "" || next == "" {
		return text + next
	}
	first, _ := utf8.DecodeRuneInString(next)
	last, size := utf8.DecodeLastRuneInString(text)
	if (last == '-' || last == '‐') && unicode.IsLower(first) {
		return text[:len(text)-size] + next
	}
	if last >= 0x3000 && first >= 0x3000 { // ideographs and kana are set without spaces
		return text + next
	}
	return text + " " + next
}

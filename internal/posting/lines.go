package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// item is a stretch of text that belongs together: a bullet with its wrapped
// lines, a heading, or one line of prose with those that continue it. Offsets are
// bytes; start is after the bullet mark.
type item struct {
	start, end int
	bullet     bool
	afterBlank bool   // an empty line or the beginning stands before it
	text       string // text[start:end]
}

// itemsOf cuts a text into items.
func itemsOf(text string) []item {
	var out []item
	pos, blank := 0, true
	for line := range strings.Lines(text) {
		start := pos
		pos += len(line)
		body := strings.TrimSpace(line)
		if body == "" {
			blank = true
			continue
		}
		start += strings.Index(line, body)
		next := newItem(text, start, start+len(body), blank)
		if n := len(out); n > 0 && !blank && continues(out[n-1], next) {
			out[n-1].end = next.end
			out[n-1].text = text[out[n-1].start:next.end]
		} else {
			out = append(out, next)
		}
		blank = false
	}
	return out
}

func newItem(text string, start, end int, blank bool) item {
	mark := bulletMark(text[start:end])
	return item{start + mark, end, mark > 0, blank, text[start+mark : end]}
}

// maxItem bounds how far wrapped lines are joined.
const maxItem = 4000

// continues says that b is the wrapped rest of a: a stops short of a full stop
// and b goes on in lower case.
func continues(a, b item) bool {
	if b.bullet || len(a.text) < 24 || len(a.text) > maxItem || strings.ContainsRune(".:;!?", lastRune(a.text)) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(b.text)
	return unicode.IsLower(first)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

const bulletRunes = "•-–—−*+>·▪◦●○■□➢➤►‣⁃✓✔✅→»"

// bulletMark is the length in bytes of a list mark and the blanks after it:
// a bullet, "1.", "1)", "a)" or "(2)". 0 means no list item.
func bulletMark(s string) int {
	first, size := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune(bulletRunes, first) {
		size = numberMark(s)
	}
	if size == 0 {
		return 0
	}
	rest := strings.TrimLeft(s[size:], " ")
	if rest == "" || len(rest) == len(s[size:]) && first < utf8.RuneSelf {
		return 0
	}
	return len(s) - len(rest)
}

func numberMark(s string) int {
	body := strings.TrimPrefix(s, "(")
	open := len(s) - len(body)
	digits := len(body) - len(strings.TrimLeft(body, "0123456789"))
	if digits == 0 && len(body) > 1 && body[0] >= 'a' && body[0] <= 'z' && body[1] == ')' {
		digits = 1
	}
	if digits == 0 || digits > 2 || digits == len(body) || body[digits] != '.' && body[digits] != ')' {
		return 0
	}
	return open + digits + 1
}

// sentence is a sentence within an item, in bytes of the whole text.
type sentence struct {
	start, end int
	text       string
}

// maxSentence bounds a sentence: text without full stops is cut at a blank.
const maxSentence = 1000

// sentencesOf cuts an item into sentences at ". ", "! " and "? ".
func sentencesOf(it item) []sentence {
	var out []sentence
	begin, blank := 0, -1
	cut := func(end int) {
		body := strings.TrimSpace(it.text[begin:end])
		if body != "" {
			at := it.start + begin + strings.Index(it.text[begin:end], body)
			out = append(out, sentence{at, at + len(body), body})
		}
		begin, blank = end, -1
	}
	for i := 0; i < len(it.text); i++ {
		switch c := it.text[i]; {
		case c == ' ' || c == '\n':
			blank = i
			if i > begin && endsSentence(it.text[begin:i], it.text[i+1:]) {
				cut(i)
			}
		case i-begin >= maxSentence && blank > begin:
			cut(blank)
		case i-begin >= maxSentence && utf8.RuneStart(c):
			cut(i)
		}
	}
	cut(len(it.text))
	return out
}

// endsSentence says whether a sentence ends between before and after.
func endsSentence(before, after string) bool {
	last := before[len(before)-1]
	if last != '.' && last != '!' && last != '?' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(after)
	return !unicode.IsLower(next) && (last != '.' || !isAbbreviation(before))
}

// isAbbreviation says that the full stop at the end of s is part of a word.
func isAbbreviation(s string) bool {
	word := s[strings.LastIndexAny(s, " (\n")+1:]
	switch strings.ToLower(word) {
	case "e.g.", "i.e.", "inc.", "ltd.", "co.", "st.", "mr.", "mrs.", "ms.", "dr.", "no.", "approx.", "dipl.", "ing.", "dipl.-ing.", "vs.", "incl.", "max.", "min.":
		return true
	}
	if strings.Trim(word, "0123456789.") == "" && len(s) < 12 {
		return true // "Notes: 1." numbers what follows
	}
	return len(word) == 2 && word[0] >= 'A' && word[0] <= 'Z' // an initial
}

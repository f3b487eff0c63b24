package scoring

import (
	"strings"
	"unicode"
)

// Evidence is a stretch of the answer, by the indexes of its words.
type Evidence struct {
	From int `json:"from"`
	To   int `json:"to"` // exclusive
}

// Quote is the stretch as it was said.
func (e Evidence) Quote(words []string) string { return strings.Join(words[e.From:e.To], " ") }

// enough reports whether a level may rest on it; see QuoteWords.
func (e Evidence) enough(s spoken) bool { return e.To-e.From >= min(QuoteWords, len(s.starts)) }

// spoken is an answer prepared for looking quotes up: composed (Unicode NFC), in one case,
// with single blanks between words.
type spoken struct {
	compose func(string) string
	text    string
	starts  []int // where each word begins in text, in bytes
}

func prepare(words []string, compose func(string) string) spoken {
	s := spoken{compose: compose}
	var text strings.Builder
	for i, w := range words {
		if i > 0 {
			text.WriteByte(' ')
		}
		s.starts = append(s.starts, text.Len())
		text.WriteString(s.fold(w))
	}
	s.text = text.String()
	return s
}

// Finder looks quotes up in an answer's words; see Options.Compose.
func Finder(words []string, compose func(string) string) func(quote string) (Evidence, bool) {
	return prepare(words, compose).find
}

// fold is what two texts have in common that differ in case, white space, or the way
// their letters are composed.
func (s spoken) fold(text string) string {
	return strings.Join(strings.Fields(strings.ToLower(s.compose(text))), " ")
}

// find looks a quote up. It must begin with the beginning of a word and end with the end
// of one; punctuation around it may be missing. The first place counts.
func (s spoken) find(quote string) (Evidence, bool) {
	quote = strings.TrimFunc(s.fold(quote), outside)
	if quote == "" {
		return Evidence{}, false
	}
	for from := 0; ; {
		at := strings.Index(s.text[from:], quote)
		if at < 0 {
			return Evidence{}, false
		}
		at += from
		if s.edge(at, -1) && s.edge(at+len(quote), 1) {
			return s.span(at, at+len(quote)), true
		}
		from = at + 1
	}
}

// edge reports whether only punctuation lies between a place and the next blank, going
// back (-1) or on (1).
func (s spoken) edge(at, direction int) bool {
	rest := s.text[at:]
	if direction < 0 {
		rest = s.text[:at]
		rest = rest[strings.LastIndexByte(rest, ' ')+1:]
	} else if end := strings.IndexByte(rest, ' '); end >= 0 {
		rest = rest[:end]
	}
	return strings.TrimFunc(rest, outside) == ""
}

// outside are the signs that may stand around a quote.
func outside(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

// span is the words that a stretch of the text touches.
func (s spoken) span(from, to int) Evidence {
	var e Evidence
	for i, start := range s.starts {
		if start <= from {
			e.From = i
		}
		if start < to {
			e.To = i + 1
		}
	}
	return e
}

package posting

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// MaxBytes is the largest text that is taken: 1 MB is some 200 pages.
const MaxBytes = 1 << 20

var onlyAddress = regexp.MustCompile(`^(?i:https?://|www\.)\S+$`)

// Clean makes plain text of what was pasted or read from a file: markup becomes
// lines and bullets, entities become characters, line ends become "\n", and
// invisible characters go, except those that scripts need for joining and direction.
// The faults are Invalid: posting.tooLarge, posting.notText, posting.empty,
// posting.onlyAddress (of a page, instead of what stands on it).
func Clean(raw string) (string, error) {
	if len(raw) > MaxBytes {
		return "", fault.InvalidField("text", "posting.tooLarge").
			With("limit", strconv.Itoa(MaxBytes>>20)).
			With("size", strconv.Itoa((len(raw)+MaxBytes-1)>>20))
	}
	if isBinary(raw) {
		return "", fault.InvalidField("text", "posting.notText")
	}
	text := tidyLines(dropInvisible(html.UnescapeString(stripMarkup(raw))))
	if text == "" {
		return "", fault.InvalidField("text", "posting.empty")
	}
	if onlyAddress.MatchString(text) {
		return "", fault.InvalidField("text", "posting.onlyAddress")
	}
	return text, nil
}

// isBinary says that raw is no text: not UTF-8, or with control characters that
// no editor writes. A few stray ones are forgiven, as PDF viewers copy them along.
func isBinary(raw string) bool {
	if !utf8.ValidString(raw) || strings.ContainsRune(raw, 0) || strings.HasPrefix(raw, "%PDF-") {
		return true
	}
	control := 0
	for _, r := range raw {
		if unicode.IsControl(r) && !strings.ContainsRune("\n\r\t\f\v", r) {
			control++
		}
	}
	return control*50 > len(raw)
}

// dropInvisible removes zero-width spaces, soft hyphens, byte order marks and
// control characters, and makes every kind of blank an ordinary one.
func dropInvisible(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\f' || r == '\v':
			return '\n'
		case r == '\u200b' || r == '\ufeff' || r == '\u00ad' || r == '\u2060':
			return -1
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
}

// tidyLines trims every line, folds runs of blanks and keeps at most one empty
// line in a row.
func tidyLines(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	empty := true // leading empty lines are dropped
	for line := range strings.Lines(s) {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" && empty {
			continue
		}
		empty = line == ""
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return strings.TrimSpace(b.String())
}

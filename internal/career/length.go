package career

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// longestText is the most one field of the ledger holds, in characters; all highlights
// or other texts of one list in an item together count as one field.
// It is far above what anybody writes. What is pasted by mistake may be a whole book,
// and the ledger is sealed as one: every later change would take seconds.
const longestText = 20_000

// longestSection is the same for the lines of a kept section, which may be many pages of a document.
const longestSection = 10 * longestText

// text is what one field holds.
type text struct{ field, words string }

// checkLength refuses the first field that is too long, with career.tooLong (limit).
func checkLength(most int, all ...text) error {
	for _, t := range all {
		if utf8.RuneCountInString(t.words) > most {
			return fault.InvalidField(t.field, "career.tooLong").With("limit", strconv.Itoa(most))
		}
	}
	return nil
}

// paragraph is s without white space around and without control characters, which
// nothing shows and no document may hold.
func paragraph(s string) string {
	return strings.TrimSpace(visible(strings.ReplaceAll(s, "\r\n", "\n")))
}

// line is paragraph on one line, without doubled white space.
func line(s string) string { return strings.Join(strings.Fields(visible(s)), " ") }

// visible drops control characters but white space.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

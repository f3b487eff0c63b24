package career

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// longestText is the most one field of the ledger holds, in characters; all highlights
// of a role, courses of an education or keywords of a skill together count as one field.
// It is far above what anybody writes. What is pasted by mistake may be a whole book,
// and the ledger is sealed as one: every later change would take seconds.
const longestText = 20_000

// text is what one field holds.
type text struct{ field, words string }

// checkLength refuses the first field that is too long, with career.tooLong (limit).
func checkLength(all ...text) error {
	for _, t := range all {
		if utf8.RuneCountInString(t.words) > longestText {
			return fault.InvalidField(t.field, "career.tooLong").With("limit", strconv.Itoa(longestText))
		}
	}
	return nil
}

func (w Work) checkLength() error {
	return checkLength(text{"name", w.Name}, text{"position", w.Position}, text{"location", w.Location},
		text{"url", w.URL}, text{"summary", w.Summary}, text{"highlights", joinedHighlights(w.Highlights)})
}

func joinedHighlights(all []Highlight) string {
	var b strings.Builder
	for _, h := range all {
		b.WriteString(h.Text)
	}
	return b.String()
}

func (e Education) checkLength() error {
	return checkLength(text{"institution", e.Institution}, text{"studyType", e.StudyType}, text{"area", e.Area},
		text{"score", e.Score}, text{"courses", strings.Join(e.Courses, "")})
}

func (k Skill) checkLength() error {
	return checkLength(text{"name", k.Name}, text{"level", k.Level}, text{"keywords", strings.Join(k.Keywords, "")})
}

func (g Language) checkLength() error {
	return checkLength(text{"language", g.Language}, text{"fluency", g.Fluency})
}

func (b Basics) checkLength() error {
	place := b.Location
	err := checkLength(text{"name", b.Name}, text{"label", b.Label}, text{"email", b.Email}, text{"phone", b.Phone},
		text{"url", b.URL}, text{"summary", b.Summary}, text{"location", place.Address + place.PostalCode + place.City + place.Region + place.CountryCode})
	for _, p := range b.Profiles {
		if err == nil {
			err = checkLength(text{"profiles", p.Network + p.Username + p.URL})
		}
	}
	return err
}

// paragraph is s without white space around and without control characters, which
// nothing shows and no document may hold.
func paragraph(s string) string { return strings.TrimSpace(visible(s)) }

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

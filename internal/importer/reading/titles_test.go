package reading

import (
	"fmt"
	"os"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// paperWords are the words our own documents are printed with: our reader must be able
// to read them, or it would be the first that doesn't understand us.
func paperWords(t *testing.T) resume.Lexicons {
	t.Helper()
	all, err := resume.LoadWords(os.DirFS("../../../frontend/src/paper/words"))
	if err != nil || len(all) < 12 {
		t.Fatalf("%d languages, %v", len(all), err)
	}
	return all
}

func TestTitlesOfPaperAreKnown(t *testing.T) {
	for language, x := range paperWords(t) {
		for key, title := range x.Sections {
			if got, ok := knownHeading(title); !ok || string(got) != string(key) {
				t.Errorf("%s: %q is %q (%v), want %s", language, title, got, ok, key)
			}
		}
	}
}

func TestDatesOfPaperAreRead(t *testing.T) {
	for language, x := range paperWords(t) {
		for _, style := range []string{resume.DateShort, resume.DateLong, resume.DateNumeric, resume.DateYear} {
			for month := 1; month <= 12; month++ {
				from, to := career.Date(fmt.Sprintf("2019-%02d", month)), career.Date(fmt.Sprintf("2021-%02d", 13-month))
				wantPeriod(t, language, resume.FormatRange(from, to, false, style, x), style, from, to, false)
				wantPeriod(t, language, resume.FormatRange(from, "", true, style, x), style, from, "", true)
			}
		}
	}
}

func wantPeriod(t *testing.T, language, text, style string, from, to career.Date, current bool) {
	t.Helper()
	if style == resume.DateYear {
		from, to = from[:4], to[:min(4, len(to))]
	}
	p, ok := findPeriod(text)
	if !ok || p.start != from || p.end != to || p.current != current || beside(text, p) != "" {
		t.Errorf("%s: %q is %+v, want %s to %s", language, text, p, from, to)
	}
}

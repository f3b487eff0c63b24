package reading

import (
	"regexp"
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
)

var languagePattern = regexp.MustCompile(`^(\pL[\pL ]{1,24}?)\s*(?:[:：–—-]\s*(.+)|[(（](.+?)[)）]\.?|\s([A-C][12]\b.*))?$`)

// readLanguages understands a list of languages with or without levels. What reads like
// a sentence is returned.
func readLanguages(d *career.Draft, lines []Line, newID func() string) (unplaced []Line) {
	table := levelTable(lines)
	for _, l := range lines {
		placed := false
		for _, p := range languagePieces(l, table) {
			for _, item := range splitList(p) {
				placed = addLanguage(d, item, newID) || placed
			}
		}
		if !placed && !scaleOnly(l.Text()) {
			unplaced = append(unplaced, l)
		}
	}
	return unplaced
}

// levelTable reports whether lines are a table of languages and levels: some of what
// stands right of a language is known to be a level.
func levelTable(lines []Line) (table bool) {
	for _, l := range lines {
		if len(l.Pieces) > 2 {
			return false
		}
		table = table || len(l.Pieces) == 2 && isLevel(l.Pieces[1].Text) && !isLevel(l.Pieces[0].Text)
	}
	return table
}

// languagePieces joins a language with the level right of it. In a table anything there is
// a level.
func languagePieces(l Line, table bool) (out []string) {
	for _, p := range l.Pieces {
		text, _ := unbulleted(p.Text)
		if n := len(out); n > 0 && (table || isLevel(text)) && !strings.ContainsAny(out[n-1], ",:(") {
			out[n-1] += ": " + text
			continue
		}
		out = append(out, text)
	}
	return out
}

func isLevel(s string) bool {
	all := lowerWords(s)
	return len(all) > 0 && known().levels[all[0]]
}

func addLanguage(d *career.Draft, item string, newID func() string) bool {
	if n := len(d.Ledger.Languages); n > 0 && isLevel(item) && d.Ledger.Languages[n-1].Fluency == "" {
		d.Ledger.Languages[n-1].Fluency = item
		return true
	}
	m := languagePattern.FindStringSubmatch(item)
	if m == nil || wordCount(m[1]) > 3 {
		return false
	}
	fluency := m[2] + m[3] + m[4]
	d.Ledger.Languages = append(d.Ledger.Languages, career.Language{
		ID: career.ItemID(newID()), Language: trimmed(m[1]), Fluency: strings.Trim(trimmed(fluency), "()"),
	})
	return true
}

package resume

import (
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
)

// Document is a résumé put together: the ledger's facts in this résumé's choice, order
// and words. It holds what is hidden too, flagged; Shown drops that.
type Document struct {
	Name     string  `json:"name"`
	Language string  `json:"language"`
	Layout   Layout  `json:"layout"`
	Head     Head    `json:"head"`
	Sections []Block `json:"sections"`
}

// Head is who the person is.
type Head struct {
	Name     string          `json:"name"`
	Label    Words           `json:"label"`
	Contacts []Contact       `json:"contacts"`
	Picture  *career.Picture `json:"picture,omitempty"`
}

// Contact is one way to reach the person.
type Contact struct {
	Kind    string `json:"kind"` // "email", "phone", "url", "place", "profile"
	Text    string `json:"text"`
	URL     string `json:"url"`
	Network string `json:"network"` // of a profile
}

// Words is one text as shown, with where it comes from.
type Words struct {
	Field  Field  `json:"field"`  // empty: a fact, which no résumé words
	Text   string `json:"text"`   // marked text
	Worded bool   `json:"worded"` // by this résumé
	Ledger string `json:"ledger"` // the ledger's own text, where Worded
}

// The kinds of block: running text, entries one below the other, groups of words, and
// things with a level.
const (
	KindProse   = "prose"
	KindEntries = "entries"
	KindTags    = "tags"
	KindLevels  = "levels"
)

// Block is a section.
type Block struct {
	Key     Key     `json:"key"`
	Kind    string  `json:"kind"`
	Title   Words   `json:"title"` // Text empty: the language's own title for Key
	Column  string  `json:"column"`
	Break   bool    `json:"break"`
	Hidden  bool    `json:"hidden"`
	Summary Words   `json:"summary"` // of KindProse
	Entries []Entry `json:"entries"`
}

// Entry is an item of a section.
type Entry struct {
	ID           career.ItemID `json:"id"`
	Hidden       bool          `json:"hidden"`
	Break        bool          `json:"break"`
	Joined       bool          `json:"joined"` // same employer as the entry shown before
	Title        Words         `json:"title"`
	Degree       string        `json:"degree"`
	Organisation string        `json:"organisation"`
	Place        string        `json:"place"`
	URL          string        `json:"url"`
	Start        career.Date   `json:"start"`
	End          career.Date   `json:"end"` // also the one date of what has only one
	Current      bool          `json:"current"`
	Detail       Words         `json:"detail"` // level, fluency, subtitle, type
	Score        string        `json:"score"`
	Summary      Words         `json:"summary"`
	Lines        []LineWords   `json:"lines"`
	Tags         []Words       `json:"tags"`
}

// LineWords is a line of an entry. Its JSON is flat.
type LineWords struct {
	Words
	ID     career.ItemID `json:"id"`
	Hidden bool          `json:"hidden"`
}

// Shown is the document without what is hidden, and without sections that have nothing
// left.
func (d Document) Shown() Document {
	blocks := []Block{}
	for _, b := range d.Sections {
		if b.Hidden {
			continue
		}
		if b.Entries = shownEntries(b.Entries); len(b.Entries) > 0 || strings.TrimSpace(b.Summary.Text) != "" {
			blocks = append(blocks, b)
		}
	}
	d.Sections = blocks
	return d
}

func shownEntries(all []Entry) []Entry {
	out := []Entry{}
	for _, e := range all {
		if e.Hidden {
			continue
		}
		e.Lines = slices.DeleteFunc(slices.Clone(e.Lines), func(l LineWords) bool { return l.Hidden })
		out = append(out, e)
	}
	return out
}

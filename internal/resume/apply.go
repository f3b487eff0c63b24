package resume

import (
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
)

// Apply puts a résumé together: the ledger under the overlay, in the résumé's language.
// Items the ledger doesn't have are skipped.
func Apply(l career.Ledger, r Resume) Document {
	c := composer{words: r.Overlay.Words[r.Language], follow: r.Overlay.Follow}
	d := Document{
		Name: r.Name, Language: r.Language, Layout: r.Layout, Head: c.head(l.Basics),
		Sections: make([]Block, 0, len(defaultOrder)+len(l.Custom)+len(l.Sections)),
	}
	for _, s := range weave(r.Overlay.Sections, keyOfSection, sectionKeys(l), c.freshSection) {
		b, present := c.block(l, s.Key)
		if !present {
			continue
		}
		b.Hidden, b.Break, b.Column = s.Hidden, s.Break, s.Column
		b.Entries = c.arrange(b.Entries, s.Items)
		if s.Key == KeyWork || s.Key == KeyVolunteer {
			join(b.Entries)
		}
		d.Sections = append(d.Sections, b)
	}
	return d
}

// composer puts one document together.
type composer struct {
	words  map[Field]string // of the document's language
	follow bool
}

// text is a text of the ledger as this résumé words it.
func (c composer) text(f Field, ledger string) Words {
	if own, ok := c.words[f]; ok {
		return Words{Field: f, Text: own, Worded: true, Ledger: ledger}
	}
	return Words{Field: f, Text: ledger}
}

// nth is text for one of a list without ids: its wording is kept by what it says.
func (c composer) nth(list Field, n int, ledger string) Words {
	w := Words{Field: numbered(list, n), Text: ledger}
	if len(c.words) == 0 {
		return w
	}
	if own, ok := c.words[bySaying(list, ledger)]; ok {
		w.Text, w.Worded, w.Ledger = own, true, ledger
	}
	return w
}

func (c composer) freshSection(k Key) Section      { return Section{Key: k, Hidden: !c.follow} }
func (c composer) freshItem(id career.ItemID) Item { return Item{ID: id, Hidden: !c.follow} }
func (c composer) freshLine(id career.ItemID) Line { return Line{ID: id, Hidden: !c.follow} }

// arrange puts entries, and the lines in them, into the order of the overlay.
func (c composer) arrange(entries []Entry, named []Item) []Entry {
	woven := weave(named, idOfItem, keysOf(entries, idOfEntry), c.freshItem)
	out := make([]Entry, 0, len(entries))
	for _, p := range pick(woven, idOfItem, entries, idOfEntry) {
		e := p.thing
		e.Hidden, e.Break = p.name.Hidden, p.name.Break
		e.Lines = c.arrangeLines(e.Lines, p.name.Lines)
		out = append(out, e)
	}
	return out
}

func (c composer) arrangeLines(lines []LineWords, named []Line) []LineWords {
	woven := weave(named, idOfLine, keysOf(lines, idOfWords), c.freshLine)
	out := make([]LineWords, 0, len(lines))
	for _, p := range pick(woven, idOfLine, lines, idOfWords) {
		p.thing.Hidden = p.name.Hidden
		out = append(out, p.thing)
	}
	return out
}

// join flags roles at the employer of the role shown before.
func join(entries []Entry) {
	before := ""
	for i := range entries {
		e := &entries[i]
		employer := strings.ToLower(strings.TrimSpace(e.Organisation))
		e.Joined = employer != "" && employer == before
		if !e.Hidden {
			before = employer
		}
	}
}

// sectionKeys are those a ledger has, in the order of a fresh résumé.
func sectionKeys(l career.Ledger) []Key {
	keys := make([]Key, 0, len(defaultOrder)+len(l.Custom)+len(l.Sections))
	for _, k := range defaultOrder {
		if k == KeyInterests {
			for _, s := range l.Custom {
				keys = append(keys, customKey(s.ID))
			}
		}
		keys = append(keys, k)
	}
	for _, s := range l.Sections {
		keys = append(keys, keptKey(s.ID))
	}
	return keys
}

package resume

import (
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
)

// Apply puts a résumé together: the ledger under the overlay, in the résumé's language.
// Items the ledger doesn't have are skipped.
func Apply(l career.Ledger, r Resume) Document { return Prepare(l).Apply(r) }

// Facts are a ledger laid out as sections, from which many résumés can be put together.
type Facts struct {
	head   Head
	keys   []Key
	blocks map[Key]*facts
}

// facts are a section as the ledger has it.
type facts struct {
	block Block
	ids   []career.ItemID
	lines map[career.ItemID][]career.ItemID // of each entry
}

// Prepare lays a ledger out.
func Prepare(l career.Ledger) *Facts {
	f := &Facts{head: headOf(l.Basics), keys: sectionKeys(l), blocks: map[Key]*facts{}}
	for _, k := range f.keys {
		b, _ := blockOf(l, k)
		section := &facts{block: b, ids: keysOf(b.Entries, idOfEntry), lines: make(map[career.ItemID][]career.ItemID, len(b.Entries))}
		for _, e := range b.Entries {
			section.lines[e.ID] = keysOf(e.Lines, idOfWords)
		}
		f.blocks[k] = section
	}
	return f
}

// Apply puts one résumé together. Documents of the same facts share what they have in
// common, so nobody may write into one.
func (f *Facts) Apply(r Resume) Document {
	c := composer{wording: wordingOf(r), unnamed: unnamed{r.Overlay.Follow}}
	d := Document{Name: r.Name, Language: r.Language, Layout: r.Layout, Head: f.head, Sections: make([]Block, 0, len(f.keys))}
	c.text(&d.Head.Label)
	for _, s := range ordered(r.Overlay.Sections, keyOfSection, f.keys, c.section) {
		if section, present := f.blocks[s.Key]; present {
			d.Sections = append(d.Sections, c.block(section, s))
		}
	}
	return d
}

// composer puts one document together.
type composer struct {
	wording
	unnamed
}

// unnamed makes a name for what an overlay doesn't name: hidden unless it follows.
type unnamed struct{ follow bool }

func (u unnamed) section(k Key) Section      { return Section{Key: k, Hidden: !u.follow} }
func (u unnamed) item(id career.ItemID) Item { return Item{ID: id, Hidden: !u.follow} }
func (u unnamed) line(id career.ItemID) Line { return Line{ID: id, Hidden: !u.follow} }

func (c composer) block(f *facts, s Section) Block {
	b := f.block
	b.Hidden, b.Break, b.Column = s.Hidden, s.Break, s.Column
	c.text(&b.Title)
	c.text(&b.Summary)
	b.Entries = make([]Entry, 0, len(f.ids))
	for _, p := range pick(ordered(s.Items, idOfItem, f.ids, c.item), idOfItem, f.block.Entries, idOfEntry) {
		e := *p.thing
		e.Hidden, e.Break = p.name.Hidden, p.name.Break
		if c.words(place{key: s.Key, item: e.ID}) {
			c.entry(&e)
		}
		e.Lines = c.lines(e.Lines, p.name.Lines, f.lines[e.ID])
		b.Entries = append(b.Entries, e)
	}
	if s.Key == KeyWork || s.Key == KeyVolunteer {
		join(b.Entries)
	}
	return b
}

// lines puts the lines of an entry in order. The ledger's own list stays as it is, and
// where all its lines show in its order, it is the result.
func (c composer) lines(lines []LineWords, named []Line, ids []career.ItemID) []LineWords {
	names := ordered(named, idOfLine, ids, c.line)
	if sameOrder(names, idOfLine, ids) && allShow(names) {
		return lines
	}
	out := make([]LineWords, 0, len(lines))
	for _, p := range pick(names, idOfLine, lines, idOfWords) {
		line := *p.thing
		line.Hidden = p.name.Hidden
		out = append(out, line)
	}
	return out
}

func allShow(lines []Line) bool {
	for _, l := range lines {
		if l.Hidden {
			return false
		}
	}
	return true
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

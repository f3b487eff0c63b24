package resume

import (
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// Ref names what an operation is on: a section ("work", "custom/<id>"), an item
// ("work/<id>") or a line ("work/<id>/<line>").
type Ref string

// place is a Ref taken apart.
type place struct {
	key  Key
	item career.ItemID // empty: the section
	line career.ItemID // empty: the item
}

func (r Ref) place() place {
	parts := strings.Split(string(r), "/")
	head := 1
	if first := parts[0] + "/"; (first == customPrefix || first == keptPrefix) && len(parts) > 1 {
		head = 2
	}
	p := place{key: Key(strings.Join(parts[:head], "/"))}
	if len(parts) > head {
		p.item = career.ItemID(parts[head])
	}
	if len(parts) > head+1 {
		p.line = career.ItemID(strings.Join(parts[head+1:], "/"))
	}
	return p
}

// within is the place one level up.
func (p place) within() place {
	switch {
	case p.line != "":
		return place{key: p.key, item: p.item}
	case p.item != "":
		return place{key: p.key}
	}
	return place{}
}

// editor changes a copy of an overlay. What it touches is named first, with everything
// beside it, as it stands in the document: naming changes nothing that shows.
type editor struct {
	ledger  career.Ledger
	c       unnamed
	overlay Overlay
}

func edit(l career.Ledger, o Overlay) *editor {
	e := &editor{ledger: l, c: unnamed{o.Follow}, overlay: o}
	e.overlay.Sections = weave(o.Sections, keyOfSection, sectionKeys(l), e.c.section)
	return e
}

func notThere() error { return fault.New(fault.NotFound, "resume.notInLedger") }

// section is the named section of a key the ledger has.
func (e *editor) section(k Key) (*Section, []Entry, error) {
	b, present := blockOf(e.ledger, k)
	i := slices.IndexFunc(e.overlay.Sections, func(s Section) bool { return s.Key == k })
	if !present || i < 0 {
		return nil, nil, notThere()
	}
	return &e.overlay.Sections[i], b.Entries, nil
}

// item names all items of a section and gives one.
func (e *editor) item(p place) (*Item, []LineWords, error) {
	s, entries, err := e.section(p.key)
	if err != nil {
		return nil, nil, err
	}
	at := slices.IndexFunc(entries, func(x Entry) bool { return x.ID == p.item })
	if at < 0 {
		return nil, nil, notThere()
	}
	s.Items = weave(s.Items, idOfItem, keysOf(entries, idOfEntry), e.c.item)
	i := slices.IndexFunc(s.Items, func(x Item) bool { return x.ID == p.item })
	return &s.Items[i], entries[at].Lines, nil
}

// line names all lines of an item and gives one.
func (e *editor) line(p place) (*Line, error) {
	item, lines, err := e.item(p)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(lines, func(x LineWords) bool { return x.ID == p.line }) {
		return nil, notThere()
	}
	item.Lines = weave(item.Lines, idOfLine, keysOf(lines, idOfWords), e.c.line)
	i := slices.IndexFunc(item.Lines, func(x Line) bool { return x.ID == p.line })
	return &item.Lines[i], nil
}

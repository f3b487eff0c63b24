package resume

import (
	"slices"
	"strings"
)

// wording is what a résumé says in its own words, in its language.
type wording struct {
	own map[Field]string
	in  map[place]bool // the items that have a wording
}

func wordingOf(r Resume) wording {
	w := wording{own: r.Overlay.Words[r.Language]}
	if len(w.own) > 0 {
		w.in = make(map[place]bool, len(w.own))
	}
	for f := range w.own {
		p := Ref(f).place()
		w.in[place{key: p.key, item: p.item}] = true
		if strings.HasPrefix(string(f), keptPrefix) {
			_, id := p.key.cut() // a kept section is one item, named as the section is
			w.in[place{key: p.key, item: id}] = true
		}
	}
	return w
}

// words reports whether anything of an item is worded.
func (w wording) words(p place) bool { return w.in[p] }

// text puts the résumé's own words into one text.
func (w wording) text(t *Words) { w.put(t, t.Field) }

func (w wording) put(t *Words, kept Field) {
	if own, worded := w.own[kept]; worded && t.Field != "" {
		t.Text, t.Worded, t.Ledger = own, true, t.Text
	}
}

// nth is text for one of a list without ids: its wording is kept by what it says.
func (w wording) nth(t *Words) {
	list := t.Field[:max(0, strings.LastIndexByte(string(t.Field), '/'))]
	w.put(t, bySaying(list, t.Text))
}

// entry puts the résumé's own words into an entry. Its lists are copied first: they are
// the ledger's.
func (w wording) entry(e *Entry) {
	w.text(&e.Title)
	w.text(&e.Detail)
	w.text(&e.Summary)
	e.Lines, e.Tags = slices.Clone(e.Lines), slices.Clone(e.Tags)
	for i := range e.Lines {
		if l := &e.Lines[i]; strings.HasPrefix(string(l.ID), sayingPrefix) {
			w.nth(&l.Words)
		} else {
			w.text(&l.Words)
		}
	}
	for i := range e.Tags {
		w.nth(&e.Tags[i])
	}
}

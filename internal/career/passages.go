package career

import (
	"strings"

	"github.com/jobjourney/jobjourney/internal/career/marked"
)

// Passage is a piece of the ledger as words alone, without marks.
type Passage struct {
	Item  ItemID // the item it is of, or is a part of; empty: the basics
	Title string // what a person would call that item in short
	Text  string
}

// Passages are all words of the ledger: one passage for the basics, one for each item
// and one for each highlight.
func (l Ledger) Passages() []Passage {
	out := []Passage{{Title: l.Basics.Name, Text: l.Basics.Label + " " + marked.Plain(l.Basics.Summary)}}
	for _, k := range kinds() {
		out = append(out, k.passages(l)...)
	}
	return out
}

func (k kind[T]) passages(l Ledger) []Passage {
	var out []Passage
	for _, item := range *k.of(&l) {
		out = append(out, k.shape(&item).passages()...)
	}
	return out
}

func (s shape) passages() []Passage {
	var words []string
	for _, f := range s.lines {
		if *f.value != s.heading {
			words = append(words, *f.value)
		}
	}
	for _, f := range s.texts {
		words = append(words, marked.Plain(*f.value))
	}
	for _, f := range s.lists {
		words = append(words, *f.value...)
	}
	out := []Passage{{*s.id, s.heading, strings.Join(lines(words), " ")}}
	if s.highlights != nil {
		for _, h := range *s.highlights {
			out = append(out, Passage{*s.id, s.heading, marked.Plain(h.Text)})
		}
	}
	if s.items != nil {
		for _, item := range *s.items {
			out = append(out, item.shape().passages()...)
		}
	}
	return out
}

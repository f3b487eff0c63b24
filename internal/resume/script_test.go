package resume_test

import (
	"maps"
	"slices"
	"strconv"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// dice turns bytes that rapid draws into choices: shorter and smaller bytes are simpler
// scripts, so that rapid can shrink what fails.
type dice struct {
	bytes []byte
	made  int
}

func (d *dice) roll(sides int) int {
	if len(d.bytes) == 0 {
		return 0
	}
	n := int(d.bytes[0]) % sides
	d.bytes = d.bytes[1:]
	return n
}

func (d *dice) id(kind string) career.ItemID {
	d.made++
	return career.ItemID(kind + strconv.Itoa(d.made))
}

var someWords = []string{"", "bees", "**honey**", "wax and bees", "5*3"}

func (d *dice) words() string { return someWords[d.roll(len(someWords))] }

func (d *dice) highlights() []career.Highlight {
	out := make([]career.Highlight, d.roll(4))
	for i := range out {
		out[i] = career.Highlight{ID: d.id("h"), Text: d.words()}
	}
	return out
}

func (d *dice) list() []string {
	out := make([]string, d.roll(3))
	for i := range out {
		out[i] = d.words()
	}
	return out
}

func many[T any](d *dice, most int, one func() T) []T {
	out := make([]T, d.roll(most+1))
	for i := range out {
		out[i] = one()
	}
	return out
}

// ledger is a small one with something of everything.
func (d *dice) ledger() career.Ledger {
	employers := []string{"Brackwell", "Ferrow", ""}
	return career.Ledger{
		Basics: career.Basics{Name: "Dana", Label: d.words(), Summary: d.words(), Email: "dana@example.org"},
		Work: many(d, 4, func() career.Work {
			return career.Work{ID: d.id("w"), Name: employers[d.roll(3)], Position: d.words(), StartDate: "2020", Summary: d.words(), Highlights: d.highlights()}
		}),
		Education: many(d, 2, func() career.Education {
			return career.Education{ID: d.id("e"), Institution: "Leeds", Area: d.words(), Courses: d.list()}
		}),
		Projects: many(d, 2, func() career.Project {
			return career.Project{ID: d.id("p"), Name: d.words(), Keywords: d.list(), Roles: d.list(), Highlights: d.highlights()}
		}),
		Skills:       many(d, 3, func() career.Skill { return career.Skill{ID: d.id("s"), Name: d.words(), Keywords: d.list()} }),
		Languages:    many(d, 2, func() career.Language { return career.Language{ID: d.id("l"), Language: d.words()} }),
		Certificates: many(d, 1, func() career.Certificate { return career.Certificate{ID: d.id("c"), Name: d.words(), Issuer: "DVLA"} }),
		Awards:       many(d, 1, func() career.Award { return career.Award{ID: d.id("a"), Title: d.words(), Date: "2022"} }),
		Publications: many(d, 1, func() career.Publication {
			return career.Publication{ID: d.id("u"), Name: "On bees", Summary: d.words()}
		}),
		Volunteer: many(d, 2, func() career.Volunteer {
			return career.Volunteer{ID: d.id("v"), Organization: employers[d.roll(3)], Position: d.words(), Highlights: d.highlights()}
		}),
		References: many(d, 1, func() career.Reference { return career.Reference{ID: d.id("r"), Name: "Ada", Reference: d.words()} }),
		Interests:  many(d, 1, func() career.Interest { return career.Interest{ID: d.id("i"), Name: d.words(), Keywords: d.list()} }),
		Custom: many(d, 2, func() career.Custom {
			return career.Custom{ID: d.id("x"), Heading: d.words(), Items: many(d, 2, func() career.CustomItem {
				return career.CustomItem{ID: d.id("y"), Title: d.words(), Highlights: d.highlights()}
			})}
		}),
		Sections: many(d, 1, func() career.Section { return career.Section{ID: d.id("k"), Heading: "Kept", Lines: d.list()} }),
	}
}

// fewer is a ledger without some of its items.
func (d *dice) fewer(l career.Ledger) career.Ledger {
	l.Work = some(d, l.Work)
	for i := range l.Work {
		l.Work[i].Highlights = some(d, l.Work[i].Highlights)
	}
	l.Skills, l.Custom, l.Volunteer = some(d, l.Skills), some(d, l.Custom), some(d, l.Volunteer)
	return l
}

func some[T any](d *dice, all []T) []T {
	out := []T{}
	for _, v := range all {
		if d.roll(3) > 0 {
			out = append(out, v)
		}
	}
	return out
}

func (d *dice) refIn(b resume.Block) resume.Ref {
	if len(b.Entries) == 0 || d.roll(3) == 0 {
		return resume.Ref(b.Key)
	}
	e := b.Entries[d.roll(len(b.Entries))]
	item := resume.Ref(b.Key) + "/" + resume.Ref(e.ID)
	if len(e.Lines) == 0 || d.roll(2) == 0 {
		return item
	}
	return item + "/" + resume.Ref(e.Lines[d.roll(len(e.Lines))].ID)
}

// operation is one thing a person does to a résumé. Its mistakes (a line on a new page, a
// move elsewhere) leave the overlay as it was.
func (d *dice) operation(l career.Ledger, o resume.Overlay, doc resume.Document, block resume.Block) resume.Overlay {
	ref := d.refIn(block)
	switch d.roll(7) {
	case 0:
		o, _ = resume.Hide(l, o, ref, d.roll(2) == 0)
	case 1:
		o, _ = resume.Move(l, o, ref, d.refIn(block))
	case 2:
		o, _ = resume.Break(l, o, ref, d.roll(2) == 0)
	case 3:
		o, _ = resume.Column(l, o, block.Key, []string{"", "main", "side"}[d.roll(3)])
	case 4:
		o, _ = resume.Reword(l, o, "en", d.field(block), "worded "+d.words())
	case 5:
		o, _ = resume.Restore(l, o, "en", d.field(block))
	default:
		o, _ = resume.Detach(l, o, "en", d.field(block))
	}
	return o
}

func (d *dice) script(l career.Ledger, o resume.Overlay, steps int) resume.Overlay {
	for range steps {
		doc := resume.Apply(l, of(o))
		switch d.roll(12) {
		case 0:
			o = resume.Follow(l, o, !o.Follow)
		case 1:
			at := doc.Sections[d.roll(len(doc.Sections))].Key
			o, _ = resume.Move(l, o, resume.Ref(doc.Sections[d.roll(len(doc.Sections))].Key), resume.Ref(at))
		default:
			o = d.operation(l, o, doc, doc.Sections[d.roll(len(doc.Sections))])
		}
	}
	return o
}

// field is one that may be worded.
func (d *dice) field(b resume.Block) resume.Field {
	fields := fieldsOf(b)
	return fields[d.roll(len(fields))]
}

// fieldsOf are all fields of a section that may be worded.
func fieldsOf(b resume.Block) []resume.Field {
	out := []resume.Field{}
	for w := range wordsOf(b) {
		if w.Field != "" {
			out = append(out, w.Field)
		}
	}
	return out
}

// wordsOf are all texts of a section.
func wordsOf(b resume.Block) func(func(resume.Words) bool) {
	all := []resume.Words{b.Title, b.Summary}
	for _, e := range b.Entries {
		all = append(append(all, e.Title, e.Detail, e.Summary), e.Tags...)
		for _, line := range e.Lines {
			all = append(all, line.Words)
		}
	}
	return slices.Values(all)
}

func of(o resume.Overlay) resume.Resume { return resume.Resume{Language: "en", Overlay: o} }

// deepCopy shares nothing with the overlay.
func deepCopy(o resume.Overlay) resume.Overlay {
	o.Sections = slices.Clone(o.Sections)
	for i := range o.Sections {
		items := slices.Clone(o.Sections[i].Items)
		for j := range items {
			items[j].Lines = slices.Clone(items[j].Lines)
		}
		o.Sections[i].Items = items
	}
	o.Words = maps.Clone(o.Words)
	for language, words := range o.Words {
		o.Words[language] = maps.Clone(words)
	}
	return o
}

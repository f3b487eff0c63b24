package outline

import (
	"strings"

	"github.com/jobjourney/jobjourney/internal/career/marked"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// Kind says what a part is.
type Kind string

// The kinds of part.
const (
	Name      Kind = "name"      // of the person
	Label     Kind = "label"     // the line under the name
	Contacts  Kind = "contacts"  // ways to reach the person, on one line
	Section   Kind = "section"   // title of a section
	Entry     Kind = "entry"     // title and organisation of an entry
	Facts     Kind = "facts"     // place, dates and so on of an entry, on one line
	Paragraph Kind = "paragraph" // running text
	Item      Kind = "item"      // of a list
)

// Part is one line of the outline.
type Part struct {
	Kind  Kind
	Spans []marked.Span
}

// between parts facts that stand on one line.
const between = " · "

// Of is the outline of what a document shows, with titles and dates in its language.
func Of(d resume.Document, x resume.Lexicon) []Part {
	d = d.Shown()
	b := builder{lexicon: x, dates: d.Layout.DateStyle}
	b.add(Name, plain(d.Head.Name))
	b.add(Label, marked.ParseLine(d.Head.Label.Text))
	b.add(Contacts, contacts(d.Head.Contacts))
	for _, s := range d.Sections {
		b.add(Section, marked.ParseLine(x.Title(s)))
		b.prose(s.Summary.Text)
		for _, e := range s.Entries {
			b.entry(s.Kind, e)
		}
	}
	return b.parts
}

type builder struct {
	lexicon resume.Lexicon
	dates   string
	parts   []Part
}

// add leaves out what has no words.
func (b *builder) add(k Kind, spans []marked.Span) {
	if len(spans) > 0 {
		b.parts = append(b.parts, Part{k, spans})
	}
}

func (b *builder) prose(text string) {
	for _, block := range marked.Parse(text) {
		kind := Paragraph
		if block.Kind == marked.ListItem {
			kind = Item
		}
		b.add(kind, block.Spans)
	}
}

func (b *builder) entry(kind string, e resume.Entry) {
	tags := row(", ", lines(e.Tags)...)
	if kind == resume.KindTags || kind == resume.KindLevels {
		b.add(Item, row(": ", row(", ", bold(e.Title), marked.ParseLine(e.Detail.Text)), tags))
		return
	}
	b.add(Entry, row(", ", plain(e.Degree), marked.ParseLine(e.Title.Text), plain(e.Organisation)))
	dates := resume.FormatRange(e.Start, e.End, e.Current, b.dates, b.lexicon)
	b.add(Facts, row(between, plain(e.Place), plain(dates), link(e.URL, e.URL), marked.ParseLine(e.Detail.Text), plain(e.Score)))
	b.prose(e.Summary.Text)
	for _, l := range e.Lines {
		b.add(Item, marked.ParseLine(l.Text))
	}
	b.add(Paragraph, tags)
}

func contacts(all []resume.Contact) []marked.Span {
	out := make([][]marked.Span, 0, len(all))
	for _, c := range all {
		text := c.Text
		if c.Network != "" && text != c.URL {
			text = c.Network + ": " + text
		}
		out = append(out, link(text, c.URL))
	}
	return row(between, out...)
}

func bold(w resume.Words) []marked.Span {
	spans := marked.ParseLine(w.Text)
	for i := range spans {
		spans[i].Bold = true
	}
	return spans
}

func lines(all []resume.Words) [][]marked.Span {
	out := make([][]marked.Span, len(all))
	for i, w := range all {
		out[i] = marked.ParseLine(w.Text)
	}
	return out
}

// row joins what has words.
func row(between string, all ...[]marked.Span) []marked.Span {
	var out []marked.Span
	for _, spans := range all {
		if len(spans) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, marked.Span{Text: between})
		}
		out = append(out, spans...)
	}
	return out
}

// plain is text that has no marks: what looks like one is a character.
func plain(s string) []marked.Span {
	if s = strings.Join(strings.Fields(s), " "); s == "" {
		return nil
	}
	return []marked.Span{{Text: s}}
}

func link(text, href string) []marked.Span {
	spans := plain(text)
	if len(spans) > 0 && marked.IsLink(href) {
		spans[0].Href = href
	}
	return spans
}

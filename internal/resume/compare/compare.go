package compare

import (
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/career/marked"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// Change is one field that differs.
type Change struct {
	// Field is the text's own field; that of a fact is made of its item ("work/<id>/dates"),
	// that of an order of what is ordered ("order", "work/order", "work/<id>/order").
	Field resume.Field `json:"field"`
	// Label says where it stands: the section's title, what a person would call the item,
	// and a key for the field ("dates", "line"). The first two may be missing.
	Label  []string `json:"label"`
	Before string   `json:"before"` // empty: it wasn't there
	After  string   `json:"after"`  // empty: it is gone
	Parts  []Part   `json:"parts"`
}

// The kinds of Part.
const (
	Same    = "same"
	Removed = "removed"
	Added   = "added"
)

// Part is a stretch of words of the two texts laid into one.
type Part struct {
	Text string `json:"text"`
	Kind string `json:"kind"`
}

// Documents lists what differs, in the order of after; what is gone stands where it was.
func Documents(before, after resume.Document, x resume.Lexicon) []Change {
	was, is := fieldsOf(before.Shown(), x), fieldsOf(after.Shown(), x)
	changes := []Change{}
	for _, f := range woven(was, is) {
		b, a := was.text(f), is.text(f)
		if b == a || sameOrder(was.orders[f], is.orders[f]) {
			continue
		}
		changes = append(changes, Change{
			Field: f, Label: or(is.label(f), was.label(f)), Before: b, After: a, Parts: Words(b, a),
		})
	}
	return changes
}

// field is one text of a document.
type field struct {
	name  resume.Field
	label []string
	text  string
}

// fields are those of a document, in its order.
type fields struct {
	list   []field
	at     map[resume.Field]int
	orders map[resume.Field][]string // the ids behind a field that names an order
}

func (f *fields) add(name resume.Field, text string, label ...string) {
	if _, known := f.at[name]; known || text == "" {
		return
	}
	f.at[name] = len(f.list)
	f.list = append(f.list, field{name, slices.DeleteFunc(label, func(s string) bool { return s == "" }), text})
}

func (f *fields) text(name resume.Field) string {
	if i, known := f.at[name]; known {
		return f.list[i].text
	}
	return ""
}

func (f *fields) label(name resume.Field) []string {
	if i, known := f.at[name]; known {
		return f.list[i].label
	}
	return nil
}

// woven are the fields of both: those of is in their order, each one that is gone after
// what it followed.
func woven(was, is *fields) []resume.Field {
	out := make([]resume.Field, 0, len(is.list))
	gone := map[resume.Field][]resume.Field{}
	anchor := resume.Field("")
	for _, f := range was.list {
		if _, stays := is.at[f.name]; stays {
			anchor = f.name
		} else {
			gone[anchor] = append(gone[anchor], f.name)
		}
	}
	out = append(out, gone[""]...)
	for _, f := range is.list {
		out = append(append(out, f.name), gone[f.name]...)
	}
	return out
}

func or(a, b []string) []string {
	if a == nil {
		return b
	}
	return a
}

func fieldsOf(d resume.Document, x resume.Lexicon) *fields {
	f := &fields{at: map[resume.Field]int{}, orders: map[resume.Field][]string{}}
	f.head(d.Head)
	keys, titles := []string{}, []string{}
	for _, b := range d.Sections {
		title := marked.Plain(x.Title(b))
		keys, titles = append(keys, string(b.Key)), append(titles, title)
		f.add(resume.Field("section/"+string(b.Key)+"/title"), title, title, "title")
		f.words(b.Summary, title, "summary")
		ids, names := []string{}, []string{}
		for _, e := range b.Entries {
			ids, names = append(ids, string(e.ID)), append(names, nameOf(e))
			f.entry(b, e, title, x)
		}
		f.order(resume.Field(b.Key), ids, names, title)
	}
	f.order("", keys, titles)
	return f
}

// order notes in which order things stand.
func (f *fields) order(of resume.Field, ids, names []string, label ...string) {
	name := resume.Field(strings.TrimPrefix(string(of)+"/order", "/"))
	f.orders[name] = ids
	f.add(name, strings.Join(names, " · "), append(label, "order")...)
}

// sameOrder reports whether what both orders have stands alike. What came or went has
// changes of its own.
func sameOrder(was, is []string) bool {
	return (was != nil || is != nil) && slices.Equal(common(was, is), common(is, was))
}

func common(list, other []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(id string) bool { return !slices.Contains(other, id) })
}

func (f *fields) words(w resume.Words, label ...string) {
	if w.Field != "" {
		f.add(w.Field, plain(w.Text), label...)
	}
}

// plain is text without its marks.
func plain(s string) string { return marked.Plain(s) }

func (f *fields) head(h resume.Head) {
	f.add("basics/name", h.Name, "name")
	f.words(h.Label, "label")
	contacts := []string{}
	for _, c := range h.Contacts {
		contacts = append(contacts, c.Text)
	}
	f.add("basics/contacts", strings.Join(contacts, " · "), "contacts")
}

// nameOf is what a person would call an entry.
func nameOf(e resume.Entry) string {
	for _, s := range []string{plain(e.Title.Text), e.Organisation, e.Degree} {
		if s != "" {
			return s
		}
	}
	return string(e.ID)
}

func (f *fields) entry(b resume.Block, e resume.Entry, title string, x resume.Lexicon) {
	name, own := nameOf(e), resume.Field(b.Key)+"/"+resume.Field(e.ID)
	fact := func(key, text string) { f.add(own+resume.Field("/"+key), text, title, name, key) }
	if e.Title.Field == "" {
		fact("name", plain(e.Title.Text))
	}
	f.words(e.Title, title, name, "title")
	fact("degree", e.Degree)
	fact("organisation", e.Organisation)
	fact("place", e.Place)
	fact("dates", resume.FormatRange(e.Start, e.End, e.Current, resume.DateShort, x))
	fact("url", e.URL)
	fact("score", e.Score)
	f.words(e.Detail, title, name, "detail")
	f.words(e.Summary, title, name, "summary")
	ids, texts := []string{}, []string{}
	for _, l := range e.Lines {
		ids, texts = append(ids, string(l.ID)), append(texts, plain(l.Text))
		f.words(l.Words, title, name, "line")
	}
	f.order(own, ids, texts, title, name)
	tags := []string{}
	for _, w := range e.Tags {
		tags = append(tags, plain(w.Text))
	}
	fact("tags", strings.Join(tags, ", "))
}

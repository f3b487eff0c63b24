package career

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// shape says what an item consists of, so that tidying, limits, merging and searching are
// written once for all kinds. Its pointers lead into the item it was asked of.
type shape struct {
	id    *ItemID
	extra *Extra // nil: the kind has none

	lines      []textField // of one line
	texts      []textField // of several lines, marked
	lists      []listField // of single lines
	highlights *[]Highlight
	items      *[]CustomItem
	period     *period
	day        *dayField

	tidy  func() // what else there is to tidy; may be nil
	most  int    // characters a field holds, if not longestText
	needs need
	// What makes two items the same, what a person would call it, and the first words of that.
	same, title []string
	heading     string
}

type textField struct {
	name  string
	value *string
}

type listField struct {
	name  string
	value *[]string
}

type dayField struct {
	name  string
	value *Date
}

// period is from when to when something was.
type period struct {
	start, end *Date
	current    *bool
}

// need says that one of these values has to be there, and which field to blame.
type need struct {
	field, key string
	any        []string
}

// met reports whether one of the values is there.
func (n need) met() bool { return len(lines(n.any)) > 0 }

// clean tidies the item in place, gives it and its parts ids, and checks its rules.
func (s shape) clean(newID func() string) error {
	if !s.needs.met() {
		return fault.InvalidField(s.needs.field, s.needs.key)
	}
	for _, f := range s.lines {
		*f.value = line(*f.value)
	}
	for _, f := range s.texts {
		*f.value = paragraph(*f.value)
	}
	for _, f := range s.lists {
		*f.value = lines(*f.value)
	}
	if s.highlights != nil {
		*s.highlights = cleanHighlights(*s.highlights, newID)
	}
	if s.tidy != nil {
		s.tidy()
	}
	*s.id = cmp.Or(*s.id, ItemID(newID()))
	if err := s.checkDates(); err != nil {
		return err
	}
	if err := s.cleanItems(newID); err != nil {
		return err
	}
	return checkLength(cmp.Or(s.most, longestText), s.words()...)
}

func cleanHighlights(all []Highlight, newID func() string) []Highlight {
	kept := []Highlight{}
	for _, h := range all {
		if h.Text = line(h.Text); h.Text == "" {
			continue
		}
		h.ID = cmp.Or(h.ID, ItemID(newID()))
		kept = append(kept, h)
	}
	return kept
}

// cleanItems tidies the items of a section of the person's own and drops empty ones.
func (s shape) cleanItems(newID func() string) error {
	if s.items == nil {
		return nil
	}
	kept := []CustomItem{}
	for i, item := range *s.items {
		if item.shape().empty() {
			continue
		}
		clean, err := kind[CustomItem]{shape: (*CustomItem).shape}.clean(item, newID)
		if err != nil {
			return below(fmt.Sprintf("items[%d]", i), err)
		}
		kept = append(kept, clean)
	}
	*s.items = kept
	return nil
}

// checkDates checks all dates; what goes on has no end.
func (s shape) checkDates() error {
	if s.day != nil {
		if _, err := ParseDate(string(*s.day.value)); err != nil {
			return fault.InvalidField(s.day.name, "career.badDate")
		}
	}
	if s.period == nil {
		return nil
	}
	if *s.period.current {
		*s.period.end = ""
	}
	if _, err := ParseDate(string(*s.period.start)); err != nil {
		return fault.InvalidField("startDate", "career.badDate")
	}
	if _, err := ParseDate(string(*s.period.end)); err != nil {
		return fault.InvalidField("endDate", "career.badDate")
	}
	if s.period.end.Before(*s.period.start) {
		return fault.InvalidField("endDate", "career.endsBeforeStart")
	}
	return nil
}

// words are all texts of the item, by field.
func (s shape) words() []text {
	var all []text
	for _, f := range append(s.lines, s.texts...) {
		all = append(all, text{f.name, *f.value})
	}
	for _, f := range s.lists {
		all = append(all, text{f.name, strings.Join(*f.value, "")})
	}
	if s.highlights != nil {
		all = append(all, text{"highlights", joinedHighlights(*s.highlights)})
	}
	return all
}

// empty reports whether there is nothing in the item at all.
func (s shape) empty() bool {
	words := append([]string{}, s.same...)
	for _, t := range s.words() {
		words = append(words, t.words)
	}
	return blank(key(words...)) && (s.items == nil || len(*s.items) == 0)
}

// dropIDs makes an item of another document one that has no ids yet.
func (s shape) dropIDs() {
	*s.id = ""
	if s.highlights != nil {
		without := make([]Highlight, len(*s.highlights))
		for i, h := range *s.highlights {
			without[i] = Highlight{Text: h.Text}
		}
		*s.highlights = without
	}
	if s.items != nil {
		without := append([]CustomItem{}, *s.items...)
		for i := range without {
			without[i].shape().dropIDs()
		}
		*s.items = without
	}
}

func joinedHighlights(all []Highlight) string {
	var b strings.Builder
	for _, h := range all {
		b.WriteString(h.Text)
	}
	return b.String()
}

func lines(all []string) []string {
	out := []string{}
	for _, s := range all {
		if s = line(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

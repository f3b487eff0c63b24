package posting

import (
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Edit is what a person changes; a nil field stays as it is.
type Edit struct {
	Text         *string            `json:"text"` // replaces the posting's text, which is then read again
	Title        *string            `json:"title"`
	Company      *string            `json:"company"`
	Place        *string            `json:"place"`
	Requirements *[]RequirementEdit `json:"requirements"` // the whole list: what is missing is taken out
	Keywords     *[]string          `json:"keywords"`     // the whole list
}

// RequirementEdit is one entry of the corrected list. An empty ID adds one; with the
// Source of a requirement that was taken out before, it is that one coming back.
type RequirementEdit struct {
	ID     RequirementID `json:"id"`
	Text   string        `json:"text"`
	Must   bool          `json:"must"`
	Source string        `json:"source,omitempty"`
}

// read fills the posting from its text and keeps what a person settled.
func (p *Posting) read(newID func() string) {
	r := Extract(p.Text)
	p.Language, p.Covered, p.LeftOut = r.Language, r.Covered, r.LeftOut
	keep(p.Corrections.Title, &p.Title, &p.TitleFrom, r.Title)
	keep(p.Corrections.Company, &p.Company, &p.CompanyFrom, r.Company)
	keep(p.Corrections.Place, &p.Place, &p.PlaceFrom, r.Place)
	p.Requirements = mergeRequirements(p.Requirements, r.Requirements, p.Corrections.Removed, newID)
	if p.Corrections.Keywords {
		p.Keywords = locate(keywordTerms(p.Keywords), r.Keywords)
		return
	}
	p.Keywords = r.Keywords
}

// keep takes what was read unless the person settled the field; then nothing in
// the new text stands for it.
func keep(settled bool, value *string, from *Span, read Found) {
	if settled {
		*from = Span{}
		return
	}
	*value, *from = read.Value, read.From
}

// mergeRequirements puts a new reading and the old list together: a requirement
// read again keeps its id and the person's wording, what the person removed stays
// out, and what the person wrote or reworded stays even where the text has lost it.
func mergeRequirements(old []Requirement, read []Asked, removed []string, newID func() string) []Requirement {
	before := map[string]Requirement{}
	for _, r := range old {
		if r.Source != "" {
			before[r.Source] = r
		}
	}
	out := make([]Requirement, 0, len(read))
	seen := map[string]bool{}
	for _, a := range read {
		if slices.Contains(removed, a.Text) {
			continue
		}
		r, known := before[a.Text]
		switch {
		case !known:
			r = Requirement{ID: RequirementID(newID()), Text: a.Text, Must: a.Must, Source: a.Text}
		case !r.Corrected:
			r.Must = a.Must
		}
		r.Sentence = a.Sentence
		seen[a.Text] = true
		out = append(out, r)
	}
	for _, r := range old {
		if r.Corrected && !seen[r.Source] {
			r.Sentence = Span{}
			out = append(out, r)
		}
	}
	return out
}

// apply makes a person's changes; the text, if it changes, was read before.
func (p *Posting) apply(e Edit, newID func() string) error {
	settle(e.Title, &p.Title, &p.TitleFrom, &p.Corrections.Title)
	settle(e.Company, &p.Company, &p.CompanyFrom, &p.Corrections.Company)
	settle(e.Place, &p.Place, &p.PlaceFrom, &p.Corrections.Place)
	if e.Requirements != nil {
		if err := p.applyRequirements(*e.Requirements, newID); err != nil {
			return err
		}
	}
	if e.Keywords != nil {
		p.Keywords = locate(*e.Keywords, p.Keywords)
		p.Corrections.Keywords = true
	}
	return nil
}

// settle writes a person's value; typing what was read already corrects nothing.
func settle(value *string, field *string, from *Span, settled *bool) {
	if value == nil || oneLine(*value) == *field {
		return
	}
	*field, *from, *settled = oneLine(*value), Span{}, true
}

func (p *Posting) applyRequirements(list []RequirementEdit, newID func() string) error {
	left := map[RequirementID]Requirement{}
	for _, r := range p.Requirements {
		left[r.ID] = r
	}
	out := make([]Requirement, 0, len(list))
	for _, e := range list {
		text := oneLine(e.Text)
		if text == "" {
			return fault.InvalidField("requirements", "posting.requirementEmpty")
		}
		r, known := left[e.ID]
		switch {
		case e.ID == "":
			r = p.comingIn(e.Source, Requirement{ID: RequirementID(newID()), Text: text, Must: e.Must, Corrected: true})
		case !known:
			return fault.InvalidField("requirements", "posting.requirementUnknown")
		case r.Text != text || r.Must != e.Must:
			r.Text, r.Must, r.Corrected = text, e.Must, true
		}
		delete(left, e.ID)
		out = append(out, r)
	}
	p.noteRemoved(left)
	p.Requirements = out
	return nil
}

// comingIn gives a new entry of the list the sentence it was read in, if it is one
// that was taken out before; where the text has lost that sentence, it keeps its
// source, as a reworded requirement does.
func (p *Posting) comingIn(source string, r Requirement) Requirement {
	at := slices.Index(p.Corrections.Removed, source)
	if source == "" || at < 0 {
		return r
	}
	p.Corrections.Removed = slices.Delete(p.Corrections.Removed, at, at+1)
	r.Source = source
	for _, a := range Extract(p.Text).Requirements {
		if a.Text == source {
			r.Sentence = a.Sentence
			r.Corrected = r.Text != a.Text || r.Must != a.Must
		}
	}
	return r
}

// noteRemoved remembers what was taken out, so that the next reading leaves it out.
func (p *Posting) noteRemoved(left map[RequirementID]Requirement) {
	for _, r := range p.Requirements {
		if _, gone := left[r.ID]; gone && r.Source != "" && !slices.Contains(p.Corrections.Removed, r.Source) {
			p.Corrections.Removed = append(p.Corrections.Removed, r.Source)
		}
	}
}

func keywordTerms(list []Keyword) []string {
	out := make([]string, len(list))
	for i, k := range list {
		out[i] = k.Term
	}
	return out
}

// locate gives each term the sentence it was read in, if it was read; empty and
// repeated terms go.
func locate(terms []string, read []Keyword) []Keyword {
	where := map[string]Span{}
	for _, k := range read {
		where[foldPhrase(k.Term)] = k.Sentence
	}
	out := []Keyword{}
	seen := map[string]bool{}
	for _, t := range terms {
		t = oneLine(t)
		key := strings.ToLower(t)
		if t == "" || seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, Keyword{t, where[foldPhrase(t)]})
	}
	return out
}

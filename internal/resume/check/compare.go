package check

import (
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// State is what became of a field on its way through a file and a reader.
type State string

// The states. Same allows for what setting changes: case, spaces, punctuation.
const (
	Same    State = "same"
	Differs State = "differs" // the reader got something else, or put it elsewhere
	Missing State = "missing" // the reader got nothing for it
)

// Part says what a field is; it is the key of its name.
type Part string

// The parts there are.
const (
	PartName        Part = "check.partName"
	PartLabel       Part = "check.partLabel"
	PartEmail       Part = "check.partEmail"
	PartPhone       Part = "check.partPhone"
	PartPlace       Part = "check.partPlace"
	PartLink        Part = "check.partLink"
	PartSummary     Part = "check.partSummary"
	PartHeading     Part = "check.partHeading"
	PartTitle       Part = "check.partTitle"
	PartEmployer    Part = "check.partEmployer"
	PartStart       Part = "check.partStart"
	PartEnd         Part = "check.partEnd"
	PartLine        Part = "check.partLine"
	PartInstitution Part = "check.partInstitution"
	PartDegree      Part = "check.partDegree"
	PartArea        Part = "check.partArea"
	PartSkill       Part = "check.partSkill"
	PartLanguage    Part = "check.partLanguage"
	PartFluency     Part = "check.partFluency"
	PartEntry       Part = "check.partEntry" // of any other section: its name
)

// Current stands for the end of what goes on, in Comparison.
const Current = "current"

// Comparison is one field of a document and what a reader got for it.
type Comparison struct {
	Key   resume.Key `json:"key"` // the section; empty: the head
	Part  Part       `json:"part"`
	Ref   string     `json:"ref"`   // where to go to change it
	Shown string     `json:"shown"` // as it was written, without marks; a date as the ledger has it, or Current
	Read  string     `json:"read"`  // the words the reader got
	State State      `json:"state"`
	// OnPage is true if the words stand in the text of the file, whatever they were taken for.
	OnPage bool `json:"onPage"`
}

// Compare tells field by field what a reader got of what a document shows. Fields that
// are empty are left out, and so is what is hidden. A section whose title is empty goes
// by its key: fill in the language's own titles first.
func Compare(doc resume.Document, read career.Draft) []Comparison {
	c := comparer{doc: doc.Shown(), read: read, text: fold(strings.Join(read.Source.Pages, "\n")), all: []Comparison{}}
	c.head()
	for _, b := range c.doc.Sections {
		c.section(b)
	}
	return c.all
}

type comparer struct {
	doc  resume.Document
	read career.Draft
	text string // of the whole file, folded
	all  []Comparison
	key  resume.Key // the section under way
}

// add records a field. A text that was read for it is the same if it folds to the same.
func (c *comparer) add(part Part, ref, shown, read string) {
	c.put(part, ref, shown, read, stateOf(fold(shown), fold(read)))
}

func (c *comparer) put(part Part, ref, shown, read string, s State) {
	if shown == "" {
		return
	}
	folded := fold(shown)
	c.all = append(c.all, Comparison{
		Key: c.key, Part: part, Ref: ref, Shown: shown, Read: read, State: s,
		OnPage: s == Same || folded != "" && strings.Contains(c.text, folded),
	})
}

func stateOf(shown, read string) State {
	switch {
	case read == "":
		return Missing
	case shown == read:
		return Same
	}
	return Differs
}

func (c *comparer) head() {
	b := c.read.Ledger.Basics
	c.add(PartName, "basics/name", plain(c.doc.Head.Name), b.Name)
	c.add(PartLabel, "basics/label", plain(c.doc.Head.Label.Text), b.Label)
	for _, contact := range c.doc.Head.Contacts {
		c.contact(contact, b)
	}
}

func (c *comparer) contact(contact resume.Contact, b career.Basics) {
	switch contact.Kind {
	case "email":
		c.put(PartEmail, "basics/email", contact.Text, b.Email, stateOf(address(contact.Text), address(b.Email)))
	case "phone":
		c.put(PartPhone, "basics/phone", contact.Text, b.Phone, stateOf(digits(contact.Text), digits(b.Phone)))
	case "place":
		c.place(contact.Text, b.Location)
	case "url":
		c.link("basics/url", contact, b)
	case "profile":
		c.link("basics/profiles", contact, b)
	}
}

// place asks for the city: the rest of an address is told apart in other ways everywhere.
func (c *comparer) place(shown string, l career.Location) {
	read := strings.Join(nonEmpty(l.Address, l.PostalCode, l.City, l.Region, l.CountryCode), ", ")
	s := stateOf(fold(shown), fold(read))
	if city := fold(l.City); city != "" && strings.Contains(fold(shown), city) {
		s = Same
	}
	c.put(PartPlace, "basics/location", shown, read, s)
}

// link looks among all links that were read: which is a profile and which a site of one's
// own is a matter of taste.
func (c *comparer) link(ref string, contact resume.Contact, b career.Basics) {
	want := address(contact.URL)
	read, s := "", Missing
	for _, got := range append([]career.Profile{{URL: b.URL}}, b.Profiles...) {
		switch {
		case want != "" && address(got.URL) == want, want == "" && fold(got.Username) == fold(contact.Text):
			c.put(PartLink, ref, contact.Text, firstOf(got.URL, got.Username), Same)
			return
		case contact.Network != "" && fold(got.Network) == fold(contact.Network):
			read, s = firstOf(got.URL, got.Username), Differs
		}
	}
	c.put(PartLink, ref, contact.Text, read, s)
}

func firstOf(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

func nonEmpty(all ...string) (out []string) {
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

package reading

import (
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
)

// sectionKinds are the kinds of parts that the ledger keeps line by line.
var sectionKinds = []career.SectionKind{
	career.SectionProjects, career.SectionCertificates, career.SectionAwards, career.SectionPublications,
	career.SectionVolunteer, career.SectionReferences, career.SectionInterests, career.SectionOther,
}

// Understand makes a draft of a document. It depends on nothing but its arguments;
// newID names the items.
func Understand(doc Document, newID func() string) career.Draft {
	d := career.Draft{
		Ledger: career.Ledger{}.EmptyLists(),
		Source: career.Source{Format: doc.Format, Pages: pageTexts(doc)},
		Losses: []career.Loss{}, Doubts: []string{},
	}
	name, _, _, _ := nameOf(doc.Lines)
	lines, furniture := withoutFurniture(doc.Lines, name)
	parts := partsOf(lines, learnHeadings(lines, name))
	footer, furniture := footerContact(furniture)
	head := linesOfKind(parts, kindHead)
	contacts := append(linesOfKind(parts, kindContact), footer...)
	lost := append(furniture, readHead(&d, head, contacts, min(bodySize(lines), bodySize(slices.Concat(head, contacts))))...)
	for _, p := range parts {
		lost = append(lost, readPart(&d, p, newID)...)
	}
	for _, l := range lost {
		d.Losses = append(d.Losses, career.Loss{Reason: career.LossUnplaced, Page: l.Page, Text: plainText(l)})
	}
	if d.Ledger.Basics.Profiles == nil {
		d.Ledger.Basics.Profiles = []career.Profile{}
	}
	return d
}

func linesOfKind(parts []*part, k kind) (all []Line) {
	for _, p := range parts {
		if p.kind == k {
			all = append(all, p.lines...)
		}
	}
	return all
}

// readPart files the lines of a part and returns those without a place.
func readPart(d *career.Draft, p *part, newID func() string) []Line {
	if len(p.lines) == 0 {
		if p.kind == kindOther { // what looks like a heading, but heads nothing
			return []Line{p.at}
		}
		return nil
	}
	switch p.kind {
	case kindHead, kindContact:
		return nil // read before, all together
	case kindSummary:
		t := detailsOf(p.lines)
		d.Ledger.Basics.Summary = strings.Join(append(nonEmpty(d.Ledger.Basics.Summary), append(t.paragraphs, t.points...)...), "\n")
		return nil
	case kindWork:
		return readWork(d, p.lines, newID)
	case kindEducation:
		return readStudies(d, p.lines, newID)
	case kindSkills:
		readSkills(d, p.lines, newID)
		return nil
	case kindLanguages:
		return readLanguages(d, p.lines, newID)
	}
	keepSection(d, p, newID)
	return nil
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func keepSection(d *career.Draft, p *part, newID func() string) {
	k := career.SectionKind(p.kind)
	if !slices.Contains(sectionKinds, k) {
		k = career.SectionOther
	}
	s := career.Section{ID: career.ItemID(newID()), Kind: k, Heading: p.heading, Lines: []string{}}
	for _, l := range p.lines {
		text, _ := unbulleted(plainText(l))
		s.Lines = append(s.Lines, text)
	}
	d.Ledger.Sections = append(d.Ledger.Sections, s)
}

// pageTexts are the lines of each page in reading order, to be read beside the fields.
func pageTexts(doc Document) []string {
	pages := make([]string, doc.Pages)
	for _, l := range doc.Lines {
		if i := l.Page - 1; i >= 0 && i < len(pages) {
			pages[i] += l.Text() + "\n"
		}
	}
	return pages
}

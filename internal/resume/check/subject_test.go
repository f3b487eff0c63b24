package check_test

import (
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/resume/check"
)

const today career.Date = "2026-03-15"

// sample is a résumé that meets every rule, what was read of it, and the facts of its file.
type sample struct {
	doc     resume.Document
	reading check.Reading
}

func words(f, text string) resume.Words { return resume.Words{Field: resume.Field(f), Text: text} }

func lines(at string, all ...string) (out []resume.LineWords) {
	for i, text := range all {
		id := career.ItemID(rune('a' + i))
		out = append(out, resume.LineWords{Words: words(at+"/highlights/"+string(id), text), ID: id})
	}
	return out
}

// good is the sample; each call gives a fresh one.
func good() *sample {
	return &sample{document(), check.Reading{Draft: draft(), Facts: facts()}}
}

func document() resume.Document {
	return resume.Document{
		Name: "General", Language: "en", Layout: resume.Layout{Paper: "a4", ShowPicture: false},
		Head: resume.Head{
			Name: "Ada Marlowe", Label: words("basics/label", "Registered nurse"),
			Contacts: []resume.Contact{
				{Kind: "email", Text: "ada@example.org", URL: "mailto:ada@example.org"},
				{Kind: "phone", Text: "+49 30 901820", URL: "tel:+4930901820"},
				{Kind: "place", Text: "10115 Berlin, DE"},
				{Kind: "profile", Text: "ada-marlowe", URL: "https://www.linkedin.com/in/ada-marlowe/", Network: "LinkedIn"},
			},
		},
		Sections: []resume.Block{
			{Key: resume.KeySummary, Kind: resume.KindProse, Title: words("section/summary/title", "Profile"), Summary: words("basics/summary", "Nurse with **nine years** on intensive care wards.")},
			{Key: resume.KeyWork, Kind: resume.KindEntries, Title: words("section/work/title", "Experience"), Entries: []resume.Entry{
				{
					ID: "w1", Title: words("work/w1/position", "Ward manager"), Organisation: "Charité", Start: "2021-03", Current: true,
					Lines: lines("work/w1", "Led a team of fourteen on two wards", "Cut handover time by a third"),
				},
				{
					ID: "w2", Title: words("work/w2/position", "Staff nurse"), Organisation: "Royal Infirmary", Start: "2017-01", End: "2021-02",
					Lines: lines("work/w2", "Cared for six patients a shift"),
				},
			}},
			{Key: resume.KeyEducation, Kind: resume.KindEntries, Title: words("section/education/title", "Education"), Entries: []resume.Entry{
				{ID: "e1", Title: words("education/e1/area", "Nursing"), Degree: "BSc", Organisation: "University of Leeds", Start: "2013-09", End: "2016-07"},
			}},
			{Key: resume.KeySkills, Kind: resume.KindTags, Title: words("section/skills/title", "Skills"), Entries: []resume.Entry{
				{ID: "s1", Title: words("skills/s1/name", "Wound care"), Tags: []resume.Words{words("skills/s1/keywords/0", "Debridement")}},
			}},
			{Key: resume.KeyLanguages, Kind: resume.KindLevels, Title: words("section/languages/title", "Languages"), Entries: []resume.Entry{
				{ID: "l1", Title: words("languages/l1/language", "English"), Detail: words("languages/l1/fluency", "Native")},
			}},
			{Key: resume.KeyAwards, Kind: resume.KindEntries, Title: words("section/awards/title", "Awards"), Entries: []resume.Entry{
				{ID: "a1", Title: words("awards/a1/title", "Nurse of the year"), Organisation: "City of Leeds", End: "2019"},
			}},
		},
	}
}

// page is the text of the sample's file.
const page = `Ada Marlowe
Registered nurse
ada@example.org +49 30 901820 10115 Berlin, DE ada-marlowe
Profile
Nurse with nine years on intensive care wards.
Experience
Ward manager Mar 2021 – present
Charité
• Led a team of fourteen on two wards
• Cut handover time by a third
Staff nurse Jan 2017 – Feb 2021
Royal Infirmary
• Cared for six patients a shift
Education
BSc Nursing Sep 2013 – Jul 2016
University of Leeds
Skills
Wound care: Debridement
Languages
English (Native)
Awards
Nurse of the year, City of Leeds, 2019
`

func draft() career.Draft {
	return career.Draft{
		Ledger: career.Ledger{
			Basics: career.Basics{
				Name: "Ada Marlowe", Label: "Registered nurse", Email: "ada@example.org", Phone: "+49 30 901820",
				Summary: "Nurse with nine years on intensive care wards.", Location: career.Location{PostalCode: "10115", City: "Berlin", CountryCode: "DE"},
				Profiles: []career.Profile{{Network: "LinkedIn", Username: "ada-marlowe", URL: "https://www.linkedin.com/in/ada-marlowe"}},
			},
			Work: []career.Work{
				{
					Position: "Ward manager", Name: "Charité", StartDate: "2021-03", Current: true,
					Highlights: []career.Highlight{{Text: "Led a team of fourteen on two wards"}, {Text: "Cut handover time by a third"}},
				},
				{Position: "Staff nurse", Name: "Royal Infirmary", StartDate: "2017-01", EndDate: "2021-02", Highlights: []career.Highlight{{Text: "Cared for six patients a shift"}}},
			},
			Education: []career.Education{{Area: "Nursing", StudyType: "BSc", Institution: "University of Leeds", StartDate: "2013-09", EndDate: "2016-07"}},
			Skills:    []career.Skill{{Name: "Wound care", Keywords: []string{"Debridement"}}},
			Languages: []career.Language{{Language: "English", Fluency: "Native"}},
			Sections:  []career.Section{{Kind: career.SectionAwards, Heading: "Awards", Lines: []string{"Nurse of the year, City of Leeds, 2019"}}},
		},
		Source: career.Source{Format: "pdf", Pages: []string{page}},
	}
}

func facts() check.PDFFacts {
	return check.PDFFacts{
		Bytes: 60_000, Title: "Ada Marlowe", Language: "en-GB", Tagged: true,
		Pages:        []check.PageFacts{{Width: 595.3, Height: 841.9, Characters: 500, Columns: 1, Drawn: page}},
		Fonts:        []check.FontFact{{Name: "SourceSerif4-Regular", Embedded: true}},
		Links:        []check.LinkFact{{Page: 1, URL: "mailto:ada@example.org", Text: "ada@example.org"}, {Page: 1, URL: "https://www.linkedin.com/in/ada-marlowe", Text: "ada-marlowe"}},
		SmallestSize: 9.5, SmallText: "Ada",
	}
}

// block gives a section of the sample to change.
func (s *sample) block(k resume.Key) *resume.Block {
	i := slices.IndexFunc(s.doc.Sections, func(b resume.Block) bool { return b.Key == k })
	return &s.doc.Sections[i]
}

func (s *sample) role(i int) *resume.Entry { return &s.block(resume.KeyWork).Entries[i] }

// contact removes the ways to reach the person that are of a kind.
func (s *sample) without(kinds ...string) {
	s.doc.Head.Contacts = slices.DeleteFunc(s.doc.Head.Contacts, func(c resume.Contact) bool { return slices.Contains(kinds, c.Kind) })
}

func (s *sample) contact(kind string) *resume.Contact {
	i := slices.IndexFunc(s.doc.Head.Contacts, func(c resume.Contact) bool { return c.Kind == kind })
	return &s.doc.Head.Contacts[i]
}

func (s *sample) ledger() *career.Ledger { return &s.reading.Draft.Ledger }
func (s *sample) facts() *check.PDFFacts { return &s.reading.Facts }

// firstLine changes the first line of the first role, in the document and as it was read.
func (s *sample) firstLine(text string) {
	s.role(0).Lines[0].Text = text
	s.ledger().Work[0].Highlights[0].Text = text
}

func (s *sample) check() check.Report { return check.Check(s.doc, s.reading, today) }

// custom adds a section of the person's own with one line.
func (s *sample) custom(line string) {
	s.doc.Sections = append(s.doc.Sections, resume.Block{
		Key: "custom/c1", Kind: resume.KindEntries, Title: words("section/custom/c1/title", "More"),
		Entries: []resume.Entry{{ID: "i1", Lines: lines("custom/c1/i1", line)}},
	})
	s.ledger().Sections = append(s.ledger().Sections, career.Section{Kind: career.SectionOther, Heading: "More", Lines: []string{line}})
}

func many(word string, n int) string { return strings.TrimSpace(strings.Repeat(word+" ", n)) }

package check_test

import (
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/resume/check"
)

func field(t *testing.T, s *sample, part check.Part, ref string) check.Comparison {
	t.Helper()
	for _, f := range check.Compare(s.doc, s.reading.Draft) {
		if f.Part == part && f.Ref == ref {
			return f
		}
	}
	t.Fatalf("no field %s %s", part, ref)
	return check.Comparison{}
}

func TestEverythingOfTheSampleIsTheSame(t *testing.T) {
	fields := check.Compare(good().doc, good().reading.Draft)
	parts := map[check.Part]bool{}
	for _, f := range fields {
		parts[f.Part] = true
		if f.State != check.Same || !f.OnPage || f.Shown == "" || f.Read == "" || f.Ref == "" {
			t.Errorf("%+v", f)
		}
		if _, ok := english(t)[string(f.Part)]; !ok {
			t.Errorf("%s has no name", f.Part)
		}
	}
	if len(parts) != 20 {
		t.Errorf("%d parts are compared", len(parts))
	}
}

func TestStates(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*sample)
		part   check.Part
		ref    string
		want   check.State
		read   string
		onPage bool
	}{
		"another name":           {func(s *sample) { s.ledger().Basics.Name = "Ward manager" }, check.PartName, "basics/name", check.Differs, "Ward manager", true},
		"no name":                {func(s *sample) { s.ledger().Basics.Name = "" }, check.PartName, "basics/name", check.Missing, "", true},
		"name in capitals":       {func(s *sample) { s.ledger().Basics.Name = "ADA  MARLOWE" }, check.PartName, "basics/name", check.Same, "ADA  MARLOWE", true},
		"phone without the plus": {func(s *sample) { s.ledger().Basics.Phone = "0049 30 901820" }, check.PartPhone, "basics/phone", check.Differs, "0049 30 901820", true},
		"only the city":          {func(s *sample) { s.ledger().Basics.Location = career.Location{City: "Berlin"} }, check.PartPlace, "basics/location", check.Same, "Berlin", true},
		"link of another person": {func(s *sample) { s.ledger().Basics.Profiles[0].URL = "https://linkedin.com/in/ada" }, check.PartLink, "basics/profiles", check.Differs, "https://linkedin.com/in/ada", true},
		"link taken for a site": {func(s *sample) {
			s.ledger().Basics.Profiles, s.ledger().Basics.URL = nil, "http://www.linkedin.com/in/ada-marlowe"
		}, check.PartLink, "basics/profiles", check.Same, "http://www.linkedin.com/in/ada-marlowe", true},
		"title and employer changed round": {func(s *sample) {
			w := &s.ledger().Work[1]
			w.Name, w.Position = w.Position, w.Name
		}, check.PartTitle, "work/w2/position", check.Differs, "Royal Infirmary", true},
		"roles in another order": {func(s *sample) {
			w := s.ledger().Work
			w[0], w[1] = w[1], w[0]
		}, check.PartTitle, "work/w1/position", check.Same, "Ward manager", true},
		"a role that was lost":  {func(s *sample) { s.ledger().Work = s.ledger().Work[:1] }, check.PartStart, "work/w2/startDate", check.Missing, "", false},
		"year instead of month": {func(s *sample) { s.ledger().Work[1].EndDate = "2021" }, check.PartEnd, "work/w2/endDate", check.Differs, "2021", false},
		"years are shown": {func(s *sample) {
			s.ledger().Work[1].EndDate, s.doc.Layout.DateStyle = "2021", resume.DateYear
		}, check.PartEnd, "work/w2/endDate", check.Same, "2021", true},
		"day of a date":       {func(s *sample) { s.role(1).End = "2021-02-28" }, check.PartEnd, "work/w2/endDate", check.Same, "2021-02", true},
		"over instead of now": {func(s *sample) { s.ledger().Work[0].Current, s.ledger().Work[0].EndDate = false, "2021-05" }, check.PartEnd, "work/w1/endDate", check.Differs, "2021-05", false},
		"two lines read as one": {func(s *sample) {
			s.ledger().Work[0].Highlights = []career.Highlight{{Text: "Led a team of fourteen on two wards Cut handover time by a third"}}
		}, check.PartLine, "work/w1/highlights/b", check.Differs, "Led a team of fourteen on two wards Cut handover time by a third", true},
		"a word of a line lost": {func(s *sample) { s.ledger().Work[0].Highlights[1].Text = "Cut handover time by third" }, check.PartLine, "work/w1/highlights/b", check.Differs, "Cut handover time by third", true},
		"a line lost":           {func(s *sample) { s.ledger().Work[0].Highlights = s.ledger().Work[0].Highlights[:1] }, check.PartLine, "work/w1/highlights/b", check.Missing, "", true},
		"skills read as one":    {func(s *sample) { s.ledger().Skills = []career.Skill{{Name: "Wound care debridement"}} }, check.PartSkill, "skills/s1/keywords/0", check.Differs, "Wound care debridement", true},
		"an award under another heading": {func(s *sample) {
			s.ledger().Sections[0].Kind, s.ledger().Sections[0].Heading = career.SectionOther, "Miscellany"
		}, check.PartEntry, "awards/a1/title", check.Differs, "Miscellany", true},
		"a heading not known": {func(s *sample) { s.ledger().Languages = nil }, check.PartHeading, "section/languages/title", check.Missing, "", true},
		"more than the profile": {func(s *sample) {
			s.ledger().Basics.Summary = "Nurse with nine years on intensive care wards.\nExperience"
		}, check.PartSummary, "basics/summary", check.Same, "Nurse with nine years on intensive care wards. Experience", true},
	} {
		t.Run(name, func(t *testing.T) {
			s := good()
			tt.change(s)
			got := field(t, s, tt.part, tt.ref)
			if got.State != tt.want || got.Read != tt.read || got.OnPage != tt.onPage {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestHiddenAndEmptyFieldsAreLeftOut(t *testing.T) {
	s := good()
	s.role(0).Hidden, s.role(1).Lines[0].Hidden, s.doc.Head.Label.Text = true, true, ""
	for _, f := range check.Compare(s.doc, s.reading.Draft) {
		if f.Ref == "work/w1/position" || f.Ref == "work/w2/highlights/a" || f.Part == check.PartLabel {
			t.Errorf("%+v", f)
		}
	}
}

// BenchmarkCheck prints what a résumé of a thousand lines costs, read as one that has nothing in common.
func BenchmarkCheck(b *testing.B) {
	s := good()
	for range 1000 {
		s.role(0).Lines = append(s.role(0).Lines, lines("work/w1", distinct(20))...)
		s.ledger().Work[0].Highlights = append(s.ledger().Work[0].Highlights, career.Highlight{Text: "Something that is quite another thing altogether"})
	}
	for b.Loop() {
		s.check()
	}
}

package check_test

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/resume/check"
)

// breaks has a change of the sample for each rule that makes it unmet, and the place it
// is told to go to. "keeps" are changes near the edge that leave the rule met.
type ruleCase struct {
	breaks func(*sample)
	ref    string
	keeps  []func(*sample)
}

var ruleCases = map[string]ruleCase{
	"nameMissing":    {func(s *sample) { s.doc.Head.Name = " " }, "basics/name", nil},
	"nameUnread":     {func(s *sample) { s.ledger().Basics.Name = "Registered nurse" }, "basics/name", []func(*sample){func(s *sample) { s.ledger().Basics.Name = "ADA MARLOWE" }}},
	"contactMissing": {func(s *sample) { s.without("email", "phone") }, "basics/email", []func(*sample){func(s *sample) { s.without("email") }}},
	"emailMissing":   {func(s *sample) { s.without("email") }, "basics/email", []func(*sample){func(s *sample) { s.without("email", "phone") }}},
	"phoneMissing":   {func(s *sample) { s.without("phone") }, "basics/phone", nil},
	"placeMissing":   {func(s *sample) { s.without("place") }, "basics/location", nil},
	"emailOdd": {func(s *sample) { s.contact("email").Text = "ada @example.org" }, "basics/email", []func(*sample){
		func(s *sample) { s.contact("email").Text = "a.da+jobs@post.example.co.uk" }, func(s *sample) { s.contact("email").Text = "zoë@bücher.example" },
	}},
	"emailUnread": {func(s *sample) { s.ledger().Basics.Email = "" }, "basics/email", []func(*sample){func(s *sample) { s.ledger().Basics.Email = "Ada@Example.org" }}},
	"phoneUnread": {func(s *sample) { s.ledger().Basics.Phone = "30 901" }, "basics/phone", []func(*sample){func(s *sample) { s.ledger().Basics.Phone = "+49/30/901820" }}},
	"contactHidden": {func(s *sample) { s.facts().Pages[0].Furniture = "ada@example.org" }, "basics/email", []func(*sample){
		func(s *sample) { s.facts().Pages[0].Furniture = "Page 1" },
		func(s *sample) { // in the header and in the text
			s.facts().Pages[0].Drawn = "ada@example.org\n" + page
			s.facts().Pages[0].Furniture = "ada@example.org"
		},
	}},
	"linkDead": {func(s *sample) { s.facts().Links = s.facts().Links[:1] }, "basics/profiles", []func(*sample){func(s *sample) { s.contact("profile").URL = "" }}},
	"linkLong": {func(s *sample) { s.facts().Links[1].Text = "linkedin.com/" + strings.Repeat("a", 60) }, "basics/profiles", []func(*sample){
		func(s *sample) { s.facts().Links[1].Text = "a link/that lies on " + many("words", 12) },
	}},
	"personalData": {func(s *sample) { s.custom("Geburtsdatum: 3. Mai 1990") }, "custom/c1/i1/highlights/a", []func(*sample){
		func(s *sample) { s.custom("Ran a single ward; bred dnieper geese; married two systems") },
	}},
	"photo": {func(s *sample) { s.doc.Head.Picture, s.doc.Layout.ShowPicture = &career.Picture{}, true }, "layout/showPicture", []func(*sample){
		func(s *sample) { s.doc.Head.Picture = &career.Picture{} },
		func(s *sample) {
			s.doc.Head.Picture, s.doc.Layout.ShowPicture, s.doc.Language = &career.Picture{}, true, "de"
		},
	}},

	"datesMissing":   {func(s *sample) { s.role(1).End = "" }, "work/w2/endDate", []func(*sample){func(s *sample) { s.role(1).End = "2021" }}},
	"datesUnread":    {func(s *sample) { s.ledger().Work[0].Current = false }, "work/w1/startDate", []func(*sample){func(s *sample) { s.role(1).Start = "2017-01-15" }}},
	"endBeforeStart": {func(s *sample) { s.role(1).End = "2016-12" }, "work/w2/endDate", []func(*sample){func(s *sample) { s.role(1).End = "2017" }}},
	"datesUnordered": {func(s *sample) { slices.Reverse(s.block(resume.KeyWork).Entries) }, "work/w1", []func(*sample){func(s *sample) { s.role(1).Current, s.role(1).End = true, "" }}},
	"datesMixed":     {func(s *sample) { s.role(1).Start = "2017" }, "work/w2/startDate", []func(*sample){func(s *sample) { s.role(1).Start, s.doc.Layout.DateStyle = "2017", resume.DateYear }}},
	"datesOverlap": {func(s *sample) { s.role(1).End = "2022-01" }, "work/w2/startDate", []func(*sample){
		func(s *sample) { s.role(1).End = "2021-04" },
		func(s *sample) { s.role(1).End, s.role(1).Organisation = "2022-01", "CHARITÉ" },
		func(s *sample) { s.role(1).End, s.role(1).Lines[0].Text = "2022-01", "Part-time beside studies" },
	}},
	"datesAhead": {func(s *sample) { s.role(0).Start = "2026-09" }, "work/w1/startDate", []func(*sample){func(s *sample) { s.role(0).Start = "2026" }}},
	"gap": {func(s *sample) { s.role(1).End = "2020-06" }, "work/w1/startDate", []func(*sample){
		func(s *sample) { s.role(1).End = "2020-10" },
		func(s *sample) { s.role(1).End = "2020" },
		func(s *sample) { // studied meanwhile
			s.role(1).End = "2019-06"
			s.block(resume.KeyEducation).Entries[0].Start, s.block(resume.KeyEducation).Entries[0].End = "2019-08", "2021-01"
		},
		func(s *sample) { s.role(1).Start, s.role(1).End, s.role(0).Start = "1999-01", "2001-01", "2005-01" }, // long ago
	}},
	"educationUndated": {func(s *sample) {
		s.block(resume.KeyEducation).Entries[0].Start, s.block(resume.KeyEducation).Entries[0].End = "", ""
	}, "education/e1/endDate", []func(*sample){
		func(s *sample) { s.block(resume.KeyEducation).Entries[0].Start = "" },
	}},

	"titleUnread":     {func(s *sample) { s.ledger().Work[1].Position = "Royal Infirmary" }, "work/w2/position", nil},
	"employerUnread":  {func(s *sample) { s.ledger().Work[0].Name = "" }, "work/w1/name", []func(*sample){func(s *sample) { s.ledger().Work[0].Name = "CHARITÉ " }}},
	"linesUnread":     {func(s *sample) { s.ledger().Work[0].Highlights = nil }, "work/w1/highlights/a", []func(*sample){func(s *sample) { s.role(0).Lines[0].Text = "Led a *team* of fourteen on **two** wards" }}},
	"educationUnread": {func(s *sample) { s.ledger().Education[0].Institution = "Leeds" }, "education/e1/institution", nil},
	"skillsUnread":    {func(s *sample) { s.ledger().Skills = nil }, "skills/s1/name", []func(*sample){func(s *sample) { s.ledger().Skills = []career.Skill{{Name: "debridement"}, {Name: "Wound Care"}} }}},
	"skillsMissing":   {func(s *sample) { s.block(resume.KeySkills).Hidden = true }, "skills", nil},
	"headingUnknown":  {func(s *sample) { s.ledger().Sections[0].Kind = career.SectionOther }, "section/awards/title", []func(*sample){func(s *sample) { s.custom("Anything") }}},
	"readingOrder": {func(s *sample) {
		s.facts().Pages[0].Drawn = "Ward manager Nursing\nRoyal Infirmary University of Leeds\nCut handover time by a third\nNurse of the year\nCared for six patients a shift"
	}, "layout/template", []func(*sample){func(s *sample) {
		s.facts().Pages[0].Drawn = "Nurse of the year\nCity of Leeds\nUniversity of Leeds\nWard manager\nRoyal Infirmary"
	}, func(s *sample) { // the first role, the other column, and the second role on a page of its own
		first := s.facts().Pages[0]
		second := first
		first.Drawn = "Ward manager\nRoyal Infirmary\nUniversity of Leeds\nNurse of the year"
		second.Drawn = "Cared for six patients a shift"
		s.facts().Pages = []check.PageFacts{first, second}
	}}},
	"columns": {func(s *sample) { s.facts().Pages[0].Columns = 2 }, "layout/template", nil},

	"unmappedText":       {func(s *sample) { s.facts().Unmapped = 3 }, "layout/font", nil},
	"fontMissing":        {func(s *sample) { s.facts().Fonts[0].Embedded = false }, "layout/font", nil},
	"iconText":           {func(s *sample) { s.facts().Private = 4 }, "layout/template", nil},
	"oddCharacters":      {func(s *sample) { s.firstLine("➤ Led a team") }, "work/w1/highlights/a", []func(*sample){func(s *sample) { s.firstLine("Grüße, naïve 5 €, C++ – “x” · 東京 क्\u200dष ½") }}},
	"textSmall":          {func(s *sample) { s.facts().SmallestSize = 8.4 }, "layout/fontSize", []func(*sample){func(s *sample) { s.facts().SmallestSize = 8.5 }, func(s *sample) { s.facts().SmallestSize = 0 }}},
	"manyPages":          {pages(3, 400), "layout/fitPages", []func(*sample){pages(2, 400), func(s *sample) { pages(3, 400)(s); s.role(1).Start = "2009-01" }}},
	"lastPageEmpty":      {pages(2, 20), "layout/fitPages", []func(*sample){pages(2, 200)}},
	"pageSize":           {func(s *sample) { s.facts().Pages[0].Width, s.facts().Pages[0].Height = 420, 595 }, "layout/paper", []func(*sample){func(s *sample) { s.facts().Pages[0].Width, s.facts().Pages[0].Height = 612, 792 }}},
	"fileLarge":          {func(s *sample) { s.facts().Bytes = 3 << 20 }, "basics/picture", []func(*sample){func(s *sample) { s.facts().Bytes = 2 << 20 }}},
	"languageTag":        {func(s *sample) { s.facts().Language = "" }, "layout/language", []func(*sample){func(s *sample) { s.facts().Language = "EN" }}},
	"fileTitle":          {func(s *sample) { s.facts().Title = "" }, "basics/name", nil},
	"untagged":           {func(s *sample) { s.facts().Tagged = false }, "layout/template", nil},
	"pictureUndescribed": {func(s *sample) { s.facts().Undescribed = 1 }, "basics/picture", nil},

	"roleBare": {func(s *sample) { s.role(0).Lines = nil }, "work/w1", []func(*sample){
		func(s *sample) { s.role(0).Lines, s.role(0).Summary = nil, words("work/w1/summary", "All of it") },
		func(s *sample) { s.role(1).Lines, s.role(1).Start, s.role(1).End = nil, "2003-01", "2010-01" },
	}},
	"lineLong":    {func(s *sample) { s.firstLine(distinct(41)) }, "work/w1/highlights/a", []func(*sample){func(s *sample) { s.firstLine(distinct(40)) }, func(s *sample) { s.firstLine(strings.Repeat("病棟", 40)) }}},
	"summaryLong": {func(s *sample) { s.block(resume.KeySummary).Summary.Text = distinct(101) }, "basics/summary", []func(*sample){func(s *sample) { s.block(resume.KeySummary).Summary.Text = distinct(100) }}},
	"wordTwice": {func(s *sample) { s.firstLine("Led the the team") }, "work/w1/highlights/a", []func(*sample){
		func(s *sample) { s.firstLine("Found that that was 5 5 times so") },
	}},
	"sameOpening": {func(s *sample) {
		s.role(0).Lines = lines("work/w1", "Managed one", "Managed two", "managed three", "Managed four")
	}, "work/w1/highlights/a", []func(*sample){func(s *sample) { s.role(0).Lines = lines("work/w1", "Managed one", "Managed two", "Managed three") }}},
	"firstPerson": {func(s *sample) { s.firstLine("I led a team of fourteen") }, "work/w1/highlights/a", []func(*sample){
		func(s *sample) { s.firstLine("Ran phase I and phase II trials") },
		func(s *sample) { s.firstLine("I led"); s.doc.Language = "nl" },
	}},
	"placeholder": {func(s *sample) { s.firstLine("Led a team at [Company]") }, "work/w1/highlights/a", []func(*sample){func(s *sample) { s.firstLine("Kept [sic] notes on todos in XX wards") }}},
}

// pages gives the file n pages, the last with so many characters.
func pages(n, last int) func(*sample) {
	return func(s *sample) {
		first := s.facts().Pages[0]
		for range n - 1 {
			s.facts().Pages = append(s.facts().Pages, check.PageFacts{Width: first.Width, Height: first.Height, Characters: 500, Columns: 1})
		}
		s.facts().Pages[n-1].Characters = last
	}
}

// distinct is a text of n different words.
func distinct(n int) string {
	var all []string
	for i := range n {
		all = append(all, "w"+string(rune('a'+i%26))+string(rune('a'+i/26)))
	}
	return strings.Join(all, " ")
}

func TestTheSampleMeetsEveryRule(t *testing.T) {
	r := good().check()
	if r.Met != r.Rules || r.Rules != len(check.Rules()) || len(r.Findings) != 0 {
		t.Errorf("%d of %d are met: %+v", r.Met, r.Rules, r.Findings)
	}
}

func TestEveryRuleBreaks(t *testing.T) {
	for _, rule := range check.Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			tt, ok := ruleCases[rule.ID]
			if !ok {
				t.Fatal("no case breaks this rule")
			}
			s := good()
			tt.breaks(s)
			found := of(s.check(), rule.ID)
			if len(found) == 0 {
				t.Fatal("nothing was found")
			}
			if f := found[0]; f.Ref != tt.ref || f.Severity != rule.Severity || f.Title != rule.Title || f.Why != rule.Why {
				t.Errorf("found %+v, want to go to %s", f, tt.ref)
			}
			filled(t, found[0])
			for i, keep := range tt.keeps {
				s := good()
				keep(s)
				if found := of(s.check(), rule.ID); len(found) != 0 {
					t.Errorf("case %d that keeps it: %+v", i, found)
				}
			}
		})
	}
	if len(ruleCases) != len(check.Rules()) {
		t.Errorf("%d cases for %d rules", len(ruleCases), len(check.Rules()))
	}
}

func of(r check.Report, id string) (found []check.Finding) {
	for _, f := range r.Findings {
		if f.Rule == id {
			found = append(found, f)
		}
	}
	return found
}

var gap = regexp.MustCompile(`\{(\w+)\}`)

// filled checks that both sentences are there and that their gaps are filled.
func filled(t *testing.T, f check.Finding) {
	t.Helper()
	for _, key := range []string{f.Title, f.Why} {
		text, ok := english(t)[key]
		if !ok {
			t.Errorf("%s has no sentence", key)
		}
		for _, g := range gap.FindAllStringSubmatch(text, -1) {
			if f.Params[g[1]] == "" {
				t.Errorf("%s: the gap %s is not filled by %v", key, g[1], f.Params)
			}
		}
	}
}

func english(t *testing.T) (all map[string]string) {
	t.Helper()
	raw, err := os.ReadFile("../../../frontend/src/i18n/en.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestRulesAreWellFormed(t *testing.T) {
	if n := len(check.Rules()); n < 24 {
		t.Errorf("%d rules", n)
	}
	seen := map[string]bool{}
	for _, r := range check.Rules() {
		if seen[r.ID] || r.Title != "check."+r.ID || r.Why != r.Title+"Why" || !slices.Contains([]check.Severity{check.Must, check.Should, check.Note}, r.Severity) {
			t.Errorf("rule %+v", r)
		}
		seen[r.ID] = true
	}
}

// What matters most comes first, and nobody is shown more than they can read.
func TestFindingsAreOrderedAndBounded(t *testing.T) {
	s := good()
	s.doc.Head.Name = ""
	s.without("phone")
	for range 60 {
		s.role(0).Lines = append(s.role(0).Lines, lines("work/w1", distinct(50))...)
	}
	r := s.check()
	if r.Findings[0].Rule != "nameMissing" || r.Findings[len(r.Findings)-1].Severity != check.Note {
		t.Errorf("first %+v, last %+v", r.Findings[0], r.Findings[len(r.Findings)-1])
	}
	if n := len(of(r, "lineLong")); n != 25 {
		t.Errorf("%d long lines are told", n)
	}
	if r.Met >= r.Rules-2 {
		t.Errorf("%d of %d are met", r.Met, r.Rules)
	}
}

func TestAnEmptyDocument(t *testing.T) {
	r := check.Check(resume.Document{}, check.Reading{}, today)
	if len(of(r, "nameMissing")) != 1 || len(of(r, "contactMissing")) != 1 || r.Fields == nil {
		t.Errorf("report %+v", r)
	}
}

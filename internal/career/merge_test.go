package career_test

import (
	"reflect"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
)

func draft() career.Ledger {
	return career.Ledger{
		Basics: career.Basics{Name: "Dana Kowalczyk", Email: "dana@example.org",
			Profiles: []career.Profile{{Network: "GitHub", URL: "https://github.com/dana"}}},
		Work: []career.Work{
			{ID: "draft", Name: "Brackwell", Position: "Lead", StartDate: "2021-03", Current: true,
				Highlights: []career.Highlight{{ID: "draft", Text: "Cut late dispatches."}}},
			{Name: "Ferrow Parcel", Position: "Stock controller", StartDate: "2015", EndDate: "2021"},
			{}, // a line the review left empty
		},
		Education: []career.Education{{Institution: "Leeds College", StudyType: "Level 5"}},
		Skills:    []career.Skill{{Name: "Forklift"}},
		Languages: []career.Language{{Language: "Polish", Fluency: "Native"}},
		Sections:  []career.Section{{Kind: career.SectionAwards, Heading: "Awards", Lines: []string{"Safest site 2022"}}},
	}
}

func TestImportingTwiceAddsOnce(t *testing.T) {
	svc, m, _ := newService()
	ctx := t.Context()
	_, first, err := svc.Import(ctx, draft())
	if err != nil || len(first.Added) != 6 || len(first.Known) != 0 {
		t.Fatalf("first import: %+v, %v", first, err)
	}
	after := m.ledger
	_, second, err := svc.Import(ctx, draft())
	if err != nil || len(second.Added) != 0 || len(second.Known) != 6 {
		t.Fatalf("second import: %+v, %v", second, err)
	}
	if !reflect.DeepEqual(after, m.ledger) {
		t.Errorf("the second import changed the ledger:\n%+v\n%+v", after, m.ledger)
	}
	if id := m.ledger.Work[0].ID; id == "draft" || id == "" {
		t.Errorf("the draft's id entered the ledger: %q", id)
	}
}

func TestImportLeavesFactsAlone(t *testing.T) {
	svc, m, _ := newService()
	ctx := t.Context()
	if _, err := svc.UpdateBasics(ctx, career.Basics{Name: "Dana K.", Phone: "555"}); err != nil {
		t.Fatal(err)
	}
	if _, err := svc.Save(ctx, career.Work{Name: "BRACKWELL", Position: "lead", StartDate: "2021-03", Summary: "mine"}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := svc.Import(ctx, draft()); err != nil {
		t.Fatal(err)
	}
	if b := m.ledger.Basics; b.Name != "Dana K." || b.Email != "dana@example.org" || b.Phone != "555" {
		t.Errorf("basics: %+v", b)
	}
	if w := m.ledger.Work; len(w) != 2 || w[0].Summary != "mine" || len(w[0].Highlights) != 0 {
		t.Errorf("work: %+v", w)
	}
}

func TestAnotherStartIsAnotherRole(t *testing.T) {
	svc, m, _ := newService()
	again := draft()
	again.Work[0].StartDate = "2019-01"
	for _, d := range []career.Ledger{draft(), again} {
		if _, _, err := svc.Import(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	if len(m.ledger.Work) != 3 {
		t.Errorf("%d roles, want 3", len(m.ledger.Work))
	}
}

func TestImportBlamesTheFieldByPath(t *testing.T) {
	svc, m, _ := newService()
	bad := draft()
	bad.Work[1].EndDate = "2014"
	_, _, err := svc.Import(t.Context(), bad)
	if f := fault.Of(err); f == nil || f.Field != "work[1].endDate" {
		t.Errorf("got %v", err)
	}
	if len(m.ledger.Work) != 0 || m.ledger.Basics.Name != "" {
		t.Error("half of the draft came in")
	}
}

func TestWhatHasNoNameIsNotDropped(t *testing.T) {
	svc, _, _ := newService()
	nameless := career.Ledger{Work: []career.Work{{Highlights: []career.Highlight{{Text: "Ran a night team of 18."}}}}}
	_, _, err := svc.Import(t.Context(), nameless)
	if f := fault.Of(err); f == nil || f.Field != "work[0].position" {
		t.Errorf("a role with only a highlight: %v", err)
	}
}

func TestDates(t *testing.T) {
	for _, good := range []string{"", "2021", "2021-12", "2024-02-29"} {
		if _, err := career.ParseDate(good); err != nil {
			t.Errorf("%q: %v", good, err)
		}
	}
	for _, bad := range []string{"21", "2021-13", "2021-00", "2023-02-29", "2021-1", "2021-01-32", "now"} {
		if _, err := career.ParseDate(bad); err == nil {
			t.Errorf("%q was accepted", bad)
		}
	}
	if career.Date("2021").Before("2021-05") || !career.Date("2020-12").Before("2021") || career.Date("").Before("2021") {
		t.Error("dates of different precision are compared wrongly")
	}
}

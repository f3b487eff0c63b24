package career_test

import (
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// book is what is pasted by mistake: one character more than a field holds.
var book = strings.Repeat("é", 20_001)

func TestABookIsNoFact(t *testing.T) {
	most := book[len("é"):]
	for field, item := range map[string]func(words string) career.Item{
		"position":    func(s string) career.Item { return career.Work{Position: s} },
		"summary":     func(s string) career.Item { return career.Work{Position: "Nurse", Summary: s} },
		"institution": func(s string) career.Item { return career.Education{Institution: s} },
		"courses":     func(s string) career.Item { return career.Education{Area: "Law", Courses: []string{s}} },
		"level":       func(s string) career.Item { return career.Skill{Name: "Triage", Level: s} },
		"keywords":    func(s string) career.Item { return career.Skill{Keywords: []string{s}} },
		"language":    func(s string) career.Item { return career.Language{Language: s} },
		"highlights": func(s string) career.Item {
			return career.Work{Position: "Nurse", Highlights: []career.Highlight{{Text: s}}}
		},
	} {
		t.Run(field, func(t *testing.T) {
			svc, m, events := newService()
			_, err := svc.Save(t.Context(), item(book))
			wantTooLong(t, err, field)
			if *events != 0 || len(m.ledger.Work) != 0 {
				t.Error("something was saved all the same")
			}
			if _, err := svc.Save(t.Context(), item(most)); err != nil {
				t.Errorf("a text of exactly the limit: %v", err)
			}
		})
	}
}

func TestABookIsNoBasics(t *testing.T) {
	svc, _, _ := newService()
	for field, basics := range map[string]career.Basics{
		"summary":  {Summary: book},
		"location": {Location: career.Location{City: book}},
		"profiles": {Profiles: []career.Profile{{URL: "a"}, {URL: book}}},
	} {
		_, err := svc.UpdateBasics(t.Context(), basics)
		wantTooLong(t, err, field)
		_, _, err = svc.Import(t.Context(), career.Ledger{Basics: basics})
		wantTooLong(t, err, "basics."+field)
	}
	_, _, err := svc.Import(t.Context(), career.Ledger{Work: []career.Work{{Position: "a"}, {Position: book}}})
	wantTooLong(t, err, "work[1].position")
}

func wantTooLong(t *testing.T, err error, field string) {
	t.Helper()
	f := fault.Of(err)
	if f == nil || f.Key != "career.tooLong" || f.Field != field || f.Params["limit"] != "20000" {
		t.Errorf("got %+v, want career.tooLong about %s", f, field)
	}
}

func TestControlCharactersAreNoFacts(t *testing.T) {
	svc, _, _ := newService()
	l, err := svc.Save(t.Context(), career.Work{Position: "Nu\x00r\x1bse", Summary: "one\x07\n\ttwo\x00"})
	if err != nil || l.Work[0].Position != "Nurse" || l.Work[0].Summary != "one\n\ttwo" {
		t.Errorf("saved %+v, %v", l.Work, err)
	}
}

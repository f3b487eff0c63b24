package career_test

import (
	"reflect"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestAdopt(t *testing.T) {
	for kind, tt := range map[career.SectionKind]struct {
		lines []string
		said  func(career.Ledger) []string
		want  []string
	}{
		career.SectionProjects: {[]string{"Falls audit", "• Led it", "- Wrote it up", "Rota"}, func(l career.Ledger) []string {
			return []string{l.Projects[0].Name, l.Projects[0].Highlights[0].Text, l.Projects[0].Highlights[1].Text, l.Projects[1].Name}
		}, []string{"Falls audit", "Led it", "Wrote it up", "Rota"}},
		career.SectionVolunteer: {[]string{"• Red Cross", "• Samaritans"}, func(l career.Ledger) []string {
			return []string{l.Volunteer[0].Organization, l.Volunteer[1].Organization}
		}, []string{"Red Cross", "Samaritans"}},
		career.SectionCertificates: {[]string{"– First aid", "-5 °C handling"}, func(l career.Ledger) []string {
			return []string{l.Certificates[0].Name, l.Certificates[1].Name}
		}, []string{"First aid", "-5 °C handling"}},
		career.SectionAwards: {[]string{"Nurse of the year"}, func(l career.Ledger) []string { return []string{l.Awards[0].Title} }, []string{"Nurse of the year"}},
		career.SectionPublications: {[]string{"On falls"}, func(l career.Ledger) []string {
			return []string{l.Publications[0].Name}
		}, []string{"On falls"}},
		career.SectionReferences: {[]string{"Sister Ray", book[:300]}, func(l career.Ledger) []string {
			return []string{l.References[0].Name, l.References[1].Reference}
		}, []string{"Sister Ray", book[:300]}},
		career.SectionInterests: {[]string{"Bees, chess;", "• Runs"}, func(l career.Ledger) []string {
			return []string{l.Interests[0].Name, l.Interests[1].Name, l.Interests[2].Name}
		}, []string{"Bees", "chess", "Runs"}},
		career.SectionOther: {[]string{"One", "• two", "Three"}, func(l career.Ledger) []string {
			return []string{l.Custom[0].Heading, l.Custom[0].Items[0].Title, l.Custom[0].Items[0].Highlights[0].Text, l.Custom[0].Items[1].Title}
		}, []string{"Kept", "One", "two", "Three"}},
	} {
		t.Run(string(kind), func(t *testing.T) {
			svc, _, _ := newService()
			before, err := svc.Save(t.Context(), career.Section{Kind: kind, Heading: "Kept", Lines: tt.lines})
			if err != nil {
				t.Fatal(err)
			}
			l, err := svc.Adopt(t.Context(), before.Sections[0].ID)
			if err != nil || len(l.Sections) != 0 || !reflect.DeepEqual(tt.said(l), tt.want) {
				t.Fatalf("adopted %+v, %v", l, err)
			}
			back, err := svc.Undo(t.Context())
			if err != nil || !reflect.DeepEqual(back.EmptyLists(), before.EmptyLists()) {
				t.Errorf("one step back: %+v, %v", back, err)
			}
		})
	}
}

func TestAdoptWhatIsNotThere(t *testing.T) {
	svc, _, _ := newService()
	if _, err := svc.Adopt(t.Context(), "none"); !fault.Has(err, fault.NotFound) {
		t.Errorf("got %v", err)
	}
}

// Without a heading the lines still find a place.
func TestAdoptWithoutAHeading(t *testing.T) {
	svc, _, _ := newService()
	l, err := svc.Save(t.Context(), career.Section{Lines: []string{"Driving licence"}})
	if err != nil {
		t.Fatal(err)
	}
	if l, err = svc.Adopt(t.Context(), l.Sections[0].ID); err != nil || l.Custom[0].Items[0].Title != "Driving licence" {
		t.Errorf("adopted %+v, %v", l.Custom, err)
	}
}

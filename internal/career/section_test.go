package career_test

import (
	"reflect"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
)

// TestAKeptSectionCanGoAndComeBack removes what an imported document left behind, and
// takes that back: every line at its place again.
func TestAKeptSectionCanGoAndComeBack(t *testing.T) {
	svc, _, _ := newService()
	ctx := t.Context()
	for _, s := range []career.Section{
		{Kind: career.SectionAwards, Heading: "Awards", Lines: []string{"Safest site 2022"}},
		{Kind: career.SectionOther, Heading: "Further", Lines: []string{"First aid", "Fork-lift"}},
		{Kind: career.SectionInterests, Heading: "Interests", Lines: []string{"Bees"}},
	} {
		if _, err := svc.Save(ctx, s); err != nil {
			t.Fatal(err)
		}
	}
	before, err := svc.Get(ctx)
	if err != nil {
		t.Fatal(err)
	}
	after, err := svc.Remove(ctx, career.PartSections, before.Sections[1].ID)
	if err != nil || len(after.Sections) != 2 || after.Sections[1].Heading != "Interests" {
		t.Fatalf("after removing: %+v, %v", after.Sections, err)
	}
	back, err := svc.Undo(ctx)
	if err != nil || !reflect.DeepEqual(back, before) {
		t.Errorf("came back as %+v, %v", back.Sections, err)
	}
}

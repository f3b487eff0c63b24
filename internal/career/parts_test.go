package career_test

import (
	"reflect"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
)

var did = []career.Highlight{{Text: " Did it. "}, {Text: " "}}

// oneOfEach is an item of every list, untidy.
func oneOfEach() map[career.Part]career.Item {
	return map[career.Part]career.Item{
		career.PartWork:         career.Work{Name: " A ", Highlights: did},
		career.PartEducation:    career.Education{Area: " A ", Location: " B "},
		career.PartProjects:     career.Project{Name: " A ", Roles: []string{" r ", ""}, Highlights: did, StartDate: "2020"},
		career.PartSkills:       career.Skill{Name: " A "},
		career.PartLanguages:    career.Language{Language: " A "},
		career.PartCertificates: career.Certificate{Name: " A ", Date: "2020-02"},
		career.PartAwards:       career.Award{Title: " A ", Date: "2020"},
		career.PartPublications: career.Publication{Name: " A ", ReleaseDate: "2020-02-29"},
		career.PartVolunteer:    career.Volunteer{Position: " A ", Highlights: did},
		career.PartReferences:   career.Reference{Reference: " A\r\nB "},
		career.PartInterests:    career.Interest{Keywords: []string{" A "}},
		career.PartCustom:       career.Custom{Heading: " A ", Items: []career.CustomItem{{Title: " B ", Highlights: did}, {}}},
		career.PartSections:     career.Section{Kind: "poems", Heading: " A ", Lines: []string{" B ", ""}},
	}
}

func saveAll(t *testing.T, svc *career.Service) career.Ledger {
	t.Helper()
	var l career.Ledger
	for part, item := range oneOfEach() {
		var err error
		if l, err = svc.Save(t.Context(), item); err != nil {
			t.Fatal(part, err)
		}
	}
	return l
}

func TestEveryListTidiesAndNames(t *testing.T) {
	svc, _, _ := newService()
	l := saveAll(t, svc)
	ids := []career.ItemID{
		l.Work[0].ID, l.Education[0].ID, l.Projects[0].ID, l.Skills[0].ID, l.Languages[0].ID, l.Certificates[0].ID, l.Awards[0].ID,
		l.Publications[0].ID, l.Volunteer[0].ID, l.References[0].ID, l.Interests[0].ID, l.Custom[0].ID, l.Custom[0].Items[0].ID,
		l.Sections[0].ID, l.Projects[0].Highlights[0].ID, l.Volunteer[0].Highlights[0].ID, l.Custom[0].Items[0].Highlights[0].ID,
	}
	seen := map[career.ItemID]bool{"": true}
	for i, id := range ids {
		if seen[id] {
			t.Errorf("id %d is empty or given twice", i)
		}
		seen[id] = true
	}
	p := l.Projects[0]
	if p.Name != "A" || !reflect.DeepEqual(p.Roles, []string{"r"}) || len(p.Highlights) != 1 || p.Highlights[0].Text != "Did it." || p.Keywords == nil {
		t.Errorf("project: %+v", p)
	}
	if c := l.Custom[0]; c.Heading != "A" || len(c.Items) != 1 || c.Items[0].Title != "B" || len(c.Items[0].Highlights) != 1 {
		t.Errorf("custom: %+v", c)
	}
	if l.References[0].Reference != "A\nB" || l.Sections[0].Kind != career.SectionOther || l.Education[0].Location != "B" {
		t.Errorf("reference %+v, section %+v", l.References[0], l.Sections[0])
	}
}

func TestEveryListMovesRemovesAndComesBack(t *testing.T) {
	svc, m, _ := newService()
	saveAll(t, svc)
	before := saveAll(t, svc)
	for part := range oneOfEach() {
		first, second := idAt(before, part, 0), idAt(before, part, 1)
		moved, err := svc.Move(t.Context(), part, second, first)
		if err != nil || idAt(moved, part, 0) != second {
			t.Errorf("%s did not move: %v", part, err)
		}
		removed, err := svc.Remove(t.Context(), part, first)
		if err != nil || reflect.ValueOf(listOf(removed, part)).Len() != 1 {
			t.Errorf("%s was not removed: %v", part, err)
		}
	}
	for range 2 * len(oneOfEach()) {
		if _, err := svc.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if !reflect.DeepEqual(m.ledger, before) {
		t.Errorf("came back as\n%+v, was\n%+v", m.ledger, before)
	}
}

// listOf finds a list by its JSON name, as the part is.
func listOf(l career.Ledger, part career.Part) any {
	v := reflect.ValueOf(l)
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("json") == string(part) {
			return v.Field(i).Interface()
		}
	}
	return nil
}

func idAt(l career.Ledger, part career.Part, i int) career.ItemID {
	return reflect.ValueOf(listOf(l, part)).Index(i).FieldByName("ID").Interface().(career.ItemID)
}

func TestRulesOfEveryList(t *testing.T) {
	for name, tt := range map[string]struct {
		item  career.Item
		field string
	}{
		"a project without a name":  {career.Project{Description: "x"}, "name"},
		"a project that ends first": {career.Project{Name: "A", StartDate: "2021", EndDate: "2020"}, "endDate"},
		"a certificate of nothing":  {career.Certificate{Issuer: "x"}, "name"},
		"a certificate at no date":  {career.Certificate{Name: "A", Date: "Sommer 2019"}, "date"},
		"an award without a title":  {career.Award{Summary: "x"}, "title"},
		"an award at no date":       {career.Award{Title: "A", Date: "2019-13"}, "date"},
		"a publication of nothing":  {career.Publication{URL: "x"}, "name"},
		"a publication at no date":  {career.Publication{Name: "A", ReleaseDate: "soon"}, "releaseDate"},
		"a volunteer of nothing":    {career.Volunteer{Summary: "x"}, "organization"},
		"an empty reference":        {career.Reference{}, "name"},
		"an empty interest":         {career.Interest{}, "name"},
		"a section of no heading":   {career.Custom{Items: []career.CustomItem{{Title: "A"}}}, "heading"},
		"an entry at no date":       {career.Custom{Heading: "A", Items: []career.CustomItem{{Title: "A"}, {Title: "B", StartDate: "x"}}}, "items[1].startDate"},
		"an entry of a date alone":  {career.Custom{Heading: "A", Items: []career.CustomItem{{StartDate: "2020"}}}, "items[0].title"},
		"a book as a description":   {career.Project{Name: "A", Description: book}, "description"},
		"a book as an entry":        {career.Custom{Heading: "A", Items: []career.CustomItem{{Summary: book}}}, "items[0].summary"},
		"a kept part of no lines":   {career.Section{Heading: "A", Lines: []string{" "}}, "lines"},
	} {
		svc, m, _ := newService()
		_, err := svc.Save(t.Context(), tt.item)
		if f := fault.Of(err); f == nil || f.Code != fault.Invalid || f.Field != tt.field {
			t.Errorf("%s: %v about %q, want %q", name, err, fault.Of(err).Field, tt.field)
		}
		if !reflect.DeepEqual(m.ledger, career.Ledger{}) {
			t.Errorf("%s: saved all the same", name)
		}
	}
}

func TestEntriesOfASectionOfOnesOwn(t *testing.T) {
	svc, _, _ := newService()
	ctx := t.Context()
	l, err := svc.Save(ctx, career.Custom{Heading: "Talks", Items: []career.CustomItem{{Title: "a"}, {Title: "b"}, {Title: "c"}}})
	if err != nil {
		t.Fatal(err)
	}
	before := l
	section := l.Custom[0]
	place := career.ItemsOf(section.ID)
	if l, err = svc.Move(ctx, place, section.Items[2].ID, section.Items[0].ID); err != nil || l.Custom[0].Items[0].Title != "c" {
		t.Errorf("moved: %+v, %v", l.Custom, err)
	}
	if l, err = svc.Remove(ctx, place, section.Items[1].ID); err != nil || len(l.Custom[0].Items) != 2 {
		t.Errorf("removed: %+v, %v", l.Custom, err)
	}
	for range 2 {
		if l, err = svc.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if !reflect.DeepEqual(l, before) {
		t.Errorf("came back as %+v", l.Custom)
	}
	if _, err = svc.Move(ctx, career.ItemsOf("none"), "a", ""); !fault.Has(err, fault.NotFound) {
		t.Errorf("a section that isn't there: %v", err)
	}
}

// Keys of other programs outlive every edit: whoever edits doesn't know them.
func TestKeysOfOtherProgramsSurvive(t *testing.T) {
	svc, m, _ := newService()
	ctx := t.Context()
	foreign := career.Extra{"x-rank": []any{"a", map[string]any{"b": 1.5}}}
	draft := career.Ledger{
		Basics: career.Basics{Name: "Ada", Extra: foreign}, Extra: career.Extra{"meta": "v1"},
		Work:     []career.Work{{Name: "A", Extra: foreign}},
		Projects: []career.Project{{Name: "P", Extra: foreign}},
	}
	if _, _, err := svc.Import(ctx, draft); err != nil {
		t.Fatal(err)
	}
	before := m.ledger
	work, basics := before.Work[0], before.Basics
	work.Extra, work.Summary, basics.Extra, basics.Label = nil, "edited", nil, "edited"
	if _, err := svc.Save(ctx, work); err != nil {
		t.Fatal(err)
	}
	if _, err := svc.UpdateBasics(ctx, basics); err != nil {
		t.Fatal(err)
	}
	other := career.Ledger{Extra: career.Extra{"meta": "v2", "more": true}, Basics: career.Basics{Extra: career.Extra{"x-rank": "other"}}}
	l, _, err := svc.Import(ctx, other)
	if err != nil || !reflect.DeepEqual(l.Work[0].Extra, foreign) || !reflect.DeepEqual(l.Basics.Extra, foreign) ||
		!reflect.DeepEqual(l.Extra, career.Extra{"meta": "v1", "more": true}) {
		t.Errorf("after the edits: %+v, %v", l, err)
	}
	for range 3 {
		if l, err = svc.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if !reflect.DeepEqual(l, before) {
		t.Errorf("undone to %+v", l)
	}
}

func TestImportOfEveryListIsKnownTheSecondTime(t *testing.T) {
	full, _, _ := newService()
	draft := saveAll(t, full)
	svc, _, _ := newService()
	_, first, err := svc.Import(t.Context(), draft)
	if err != nil || len(first.Added) != len(oneOfEach()) {
		t.Fatalf("first: %+v, %v", first, err)
	}
	l, second, err := svc.Import(t.Context(), draft)
	if err != nil || len(second.Added) != 0 || len(second.Known) != len(oneOfEach()) {
		t.Errorf("second: %+v, %v", second, err)
	}
	if l.Custom[0].Items[0].ID == draft.Custom[0].Items[0].ID || l.Projects[0].Highlights[0].ID == draft.Projects[0].Highlights[0].ID {
		t.Error("the draft's ids entered the ledger")
	}
	if draft.Custom[0].Items[0].ID == "" {
		t.Error("the draft was changed")
	}
}

func TestPassages(t *testing.T) {
	l := career.Ledger{
		Basics: career.Basics{Name: "Ada", Summary: "**Calm**."},
		Work:   []career.Work{{ID: "w", Name: "St Mary's", Position: "Nurse", Highlights: []career.Highlight{{Text: "Cut *falls*."}}}},
		Custom: []career.Custom{{ID: "c", Heading: "Talks", Items: []career.CustomItem{{ID: "i", Title: "Falls", Summary: "- one\n- two"}}}},
	}
	want := []career.Passage{
		{"", "Ada", " Calm."}, {"w", "Nurse", "St Mary's"}, {"w", "Nurse", "Cut falls."}, {"c", "Talks", ""}, {"i", "Falls", "one two"},
	}
	if got := l.Passages(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

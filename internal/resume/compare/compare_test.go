package compare_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/resume/compare"
)

func TestWords(t *testing.T) {
	for name, tt := range map[string]struct {
		before, after string
		want          []compare.Part
	}{
		"nothing":         {"", "", nil},
		"the same":        {"a b", "a b", []compare.Part{{"a b", "same"}}},
		"a word changed":  {"Ran a team", "Led a team", []compare.Part{{"Ran", "removed"}, {"Led", "added"}, {" a team", "same"}}},
		"a word added":    {"Cut costs.", "Cut costs twice.", []compare.Part{{"Cut costs", "same"}, {" twice", "added"}, {".", "same"}}},
		"only before":     {"gone", "", []compare.Part{{"gone", "removed"}}},
		"only after":      {"", "new", []compare.Part{{"new", "added"}}},
		"without spaces":  {"倉庫管理", "倉庫主任", []compare.Part{{"倉庫", "same"}, {"管理", "removed"}, {"主任", "added"}}},
		"accents are one": {"résumé", "resume", []compare.Part{{"résumé", "removed"}, {"resume", "added"}}},
	} {
		if got := compare.Words(tt.before, tt.after); !reflect.DeepEqual(got, tt.want) && len(got)+len(tt.want) > 0 {
			t.Errorf("%s: %+v, want %+v", name, got, tt.want)
		}
	}
}

func TestPartsMakeUpBothTexts(t *testing.T) {
	text := rapid.Custom(func(rt *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "bee", " ", ", ", "蜂", "\n", "é"}), 0, 30).Draw(rt, "words"), "")
	})
	rapid.Check(t, func(rt *rapid.T) {
		before, after := text.Draw(rt, "before"), text.Draw(rt, "after")
		var was, is strings.Builder
		for _, p := range compare.Words(before, after) {
			if p.Kind != compare.Added {
				was.WriteString(p.Text)
			}
			if p.Kind != compare.Removed {
				is.WriteString(p.Text)
			}
		}
		if was.String() != before || is.String() != after {
			rt.Fatalf("parts make %q and %q", was.String(), is.String())
		}
	})
}

func TestTextsThatHaveLittleInCommon(t *testing.T) {
	before, after := strings.Repeat("old ", 3000), strings.Repeat("new ", 3000)
	if got := compare.Words(before, after); len(got) > 3 {
		t.Errorf("%d parts", len(got))
	}
}

func TestDocuments(t *testing.T) {
	all, err := resume.LoadWords(os.DirFS("../../../frontend/src/paper/words"))
	if err != nil {
		t.Fatal(err)
	}
	l := career.Ledger{
		Basics: career.Basics{Name: "Dana", Label: "Lead", Summary: "Calm."},
		Work: []career.Work{
			{ID: "w1", Name: "Brackwell", Position: "Lead", StartDate: "2021", Current: true, Highlights: []career.Highlight{{ID: "h1", Text: "Ran a team."}, {ID: "h2", Text: "Cut costs."}}},
			{ID: "w2", Name: "Ferrow", Position: "Clerk"},
		},
		Skills: []career.Skill{{ID: "s1", Name: "Stock", Keywords: []string{"SAP"}}},
	}
	o := resume.Overlay{Follow: true}
	before := resume.Apply(l, resume.Resume{Language: "en", Overlay: o})
	if got := compare.Documents(before, before, all.Of("en")); len(got) != 0 {
		t.Errorf("the same differs: %+v", got)
	}
	do := func(next resume.Overlay, err error) {
		if err != nil {
			t.Fatal(err)
		}
		o = next
	}
	do(resume.Reword(l, o, "en", "work/w1/highlights/h1", "Led a team."))
	do(resume.Hide(l, o, "summary", true))
	do(resume.Move(l, o, "work/w2", "work/w1"))
	l.Work[0].EndDate, l.Work[0].Current = "2024", false
	after := resume.Apply(l, resume.Resume{Language: "en", Overlay: o})
	got := map[resume.Field]compare.Change{}
	for _, c := range compare.Documents(before, after, all.Of("en")) {
		got[c.Field] = c
	}
	for field, want := range map[resume.Field][3]string{
		"work/w1/highlights/h1": {"Experience/Lead/line", "Ran a team.", "Led a team."},
		"work/w1/dates":         {"Experience/Lead/dates", "2021 – present", "2021 – 2024"},
		"work/order":            {"Experience/order", "Lead · Clerk", "Clerk · Lead"},
		"basics/summary":        {"Profile/summary", "Calm.", ""},
		"section/summary/title": {"Profile/title", "Profile", ""},
	} {
		c := got[field]
		if s := strings.Join(c.Label, "/"); s != want[0] || c.Before != want[1] || c.After != want[2] {
			t.Errorf("%s: %+v, want %v", field, c, want)
		}
		delete(got, field)
	}
	for field, c := range got {
		t.Errorf("%s should be alike: %+v", field, c)
	}
}

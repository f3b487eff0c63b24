package resume_test

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// dana is a ledger with names that read well in a failing test.
func dana() career.Ledger {
	return career.Ledger{
		Basics: career.Basics{
			Name: "Dana Kowalczyk", Label: "Operations lead", Email: "dana@example.org", Phone: "+44 20 7946 0000", Summary: "Calm.",
			Location: career.Location{City: "Leeds", CountryCode: "GB"}, Profiles: []career.Profile{{Network: "Web", URL: "https://example.org/dana"}},
		},
		Work: []career.Work{
			{ID: "a", Name: "Brackwell", Position: "Lead", Highlights: []career.Highlight{{ID: "a1", Text: "One."}, {ID: "a2", Text: "Two."}, {ID: "a3", Text: "Three."}}},
			{ID: "b", Name: "brackwell ", Position: "Clerk"},
			{ID: "c", Name: "Ferrow", Position: "Temp"},
		},
		Skills:   []career.Skill{{ID: "s", Name: "Stock", Keywords: []string{"SAP", "Excel"}}},
		Custom:   []career.Custom{{ID: "x", Heading: "Boards", Items: []career.CustomItem{{ID: "y", Title: "Governor"}}}},
		Sections: []career.Section{{ID: "k", Heading: "Driving", Lines: []string{"C+E", "ADR", "C+E"}}},
	}
}

// outline is what a document shows: sections, items, lines.
func outline(d resume.Document) string {
	var out []string
	for _, b := range d.Shown().Sections {
		s := string(b.Key)
		for _, e := range b.Entries {
			s += " " + string(e.ID)
			for _, l := range e.Lines {
				if !strings.HasPrefix(string(l.ID), "~") {
					s += "." + string(l.ID)
				}
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, " | ")
}

const all = "summary | work a.a1.a2.a3 b c | skills s | custom/x y | kept/k k"

func TestOperations(t *testing.T) {
	type edit = func(career.Ledger, resume.Overlay) (resume.Overlay, error)
	hide := func(ref resume.Ref) edit {
		return func(l career.Ledger, o resume.Overlay) (resume.Overlay, error) { return resume.Hide(l, o, ref, true) }
	}
	move := func(ref, before resume.Ref) edit {
		return func(l career.Ledger, o resume.Overlay) (resume.Overlay, error) { return resume.Move(l, o, ref, before) }
	}
	for name, tt := range map[string]struct {
		edits []edit
		want  string
	}{
		"nothing":                  {nil, all},
		"hide a section":           {[]edit{hide("work")}, "summary | skills s | custom/x y | kept/k k"},
		"hide an item":             {[]edit{hide("work/b")}, strings.Replace(all, " b", "", 1)},
		"hide a line":              {[]edit{hide("work/a/a2")}, strings.Replace(all, ".a2", "", 1)},
		"hide all items":           {[]edit{hide("skills/s")}, strings.Replace(all, " | skills s", "", 1)},
		"hide one of the person's": {[]edit{hide("custom/x/y")}, strings.Replace(all, " | custom/x y", "", 1)},
		"move a section up":        {[]edit{move("skills", "summary")}, "skills s | summary | work a.a1.a2.a3 b c | custom/x y | kept/k k"},
		"move a section last":      {[]edit{move("summary", "")}, "work a.a1.a2.a3 b c | skills s | custom/x y | kept/k k | summary"},
		"move an item":             {[]edit{move("work/c", "work/a")}, strings.Replace(all, "a.a1.a2.a3 b c", "c a.a1.a2.a3 b", 1)},
		"move a line":              {[]edit{move("work/a/a1", "")}, strings.Replace(all, "a1.a2.a3", "a2.a3.a1", 1)},
		"to where it is":           {[]edit{move("work/a", "work/b")}, all},
		"before itself":            {[]edit{move("work/a", "work/a")}, all},
		"two edits":                {[]edit{move("work/c", "work/a"), hide("work/a")}, strings.Replace(all, "a.a1.a2.a3 b c", "c b", 1)},
	} {
		o := resume.Overlay{Follow: true}
		for _, edit := range tt.edits {
			var err error
			if o, err = edit(dana(), o); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if got := outline(resume.Apply(dana(), of(o))); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, tt.want)
		}
	}
}

func TestOperationsThatCannotBe(t *testing.T) {
	l, o := dana(), resume.Overlay{Follow: true}
	result := func(after resume.Overlay, err error) error {
		if !reflect.DeepEqual(after, o) {
			t.Errorf("%v, and it changed something: %+v", err, after)
		}
		return err
	}
	for key, got := range map[string][]error{
		"resume.notInLedger": {
			result(resume.Hide(l, o, "hobbies", true)), result(resume.Hide(l, o, "work/z", true)), result(resume.Hide(l, o, "work/a/z", true)),
			result(resume.Hide(l, o, "custom/z", true)), result(resume.Hide(l, o, "", true)), result(resume.Move(l, o, "work/z", "")),
			result(resume.Move(l, o, "work/a", "work/z")), result(resume.Column(l, o, "kept/z", "")), result(resume.Break(l, o, "work/z", true)),
			result(resume.Reword(l, o, "en", "work/z/position", "x")), result(resume.Reword(l, o, "en", "skills/s/keywords/2", "x")),
			result(resume.Detach(l, o, "en", "work/z/summary")), result(resume.Restore(l, o, "en", "work/z/summary")),
		},
		"resume.cantMoveThere": {
			result(resume.Move(l, o, "work/a", "skills/s")), result(resume.Move(l, o, "work/a", "skills")), result(resume.Move(l, o, "work/a/a1", "work/b")),
		},
		"resume.noBreakHere":  {result(resume.Break(l, o, "work/a/a1", true))},
		"resume.noSuchColumn": {result(resume.Column(l, o, "work", "left"))},
		"resume.tooLong":      {result(resume.Reword(l, o, "en", "basics/summary", strings.Repeat("é", 20_001)))},
		"resume.isFact": {
			result(resume.Reword(l, o, "en", "basics/name", "x")), result(resume.Reword(l, o, "en", "basics/email", "x")),
			result(resume.Reword(l, o, "en", "work/a/name", "x")), result(resume.Reword(l, o, "en", "work/a/startDate", "x")),
			result(resume.Reword(l, o, "en", "education/e/studyType", "x")), result(resume.Reword(l, o, "en", "references/r/name", "x")),
			result(resume.Reword(l, o, "en", "publications/p/name", "x")), result(resume.Reword(l, o, "en", "", "x")),
		},
	} {
		for i, err := range got {
			if fault.Of(err) == nil || fault.Of(err).Key != key {
				t.Errorf("%s, %d: %v", key, i, err)
			}
		}
	}
}

func TestWording(t *testing.T) {
	l, o := dana(), resume.Overlay{Follow: true}
	var err error
	for field, words := range map[resume.Field]string{
		"work/a/position": "  Shift \n lead ", "basics/summary": " First.\n\nSecond.\x00 ", "skills/s/keywords/1": "Tabellen",
		"section/work/title": "Werdegang", "kept/k/lines/0": "Lorry",
	} {
		if o, err = resume.Reword(l, o, "de", field, words); err != nil {
			t.Fatal(err)
		}
	}
	german := resume.Apply(l, resume.Resume{Language: "de", Overlay: o})
	for field, want := range map[resume.Field]resume.Words{
		"work/a/position":     {Text: "Shift lead", Worded: true, Ledger: "Lead"},
		"basics/summary":      {Text: "First.\n\nSecond.", Worded: true, Ledger: "Calm."},
		"skills/s/keywords/0": {Text: "SAP"}, "skills/s/keywords/1": {Text: "Tabellen", Worded: true, Ledger: "Excel"},
		"section/work/title": {Text: "Werdegang", Worded: true},
		"kept/k/lines/0":     {Text: "Lorry", Worded: true, Ledger: "C+E"}, "kept/k/lines/2": {Text: "Lorry", Worded: true, Ledger: "C+E"},
	} {
		want.Field = field
		if got := textOf(german, field); got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	english := resume.Apply(l, of(o))
	if w := textOf(english, "work/a/position"); w.Worded || w.Text != "Lead" {
		t.Errorf("the wording of one language shows in another: %+v", w)
	}
	l.Skills[0].Keywords = []string{"Word", "SAP", "Excel"}
	again := resume.Apply(l, resume.Resume{Language: "de", Overlay: o})
	if a, b := textOf(again, "skills/s/keywords/1"), textOf(again, "skills/s/keywords/2"); a.Worded || b.Text != "Tabellen" {
		t.Errorf("a wording went astray when the list grew: %+v, %+v", a, b)
	}
}

func TestDetachAndUseEverywhere(t *testing.T) {
	l, o := dana(), resume.Overlay{Follow: true}
	o, err := resume.Detach(l, o, "en", "work/a/highlights/a1")
	if err != nil {
		t.Fatal(err)
	}
	l.Work[0].Highlights[0].Text = "One, corrected."
	if w := textOf(resume.Apply(l, of(o)), "work/a/highlights/a1"); w.Text != "One." || !w.Worded || w.Ledger != "One, corrected." {
		t.Errorf("detached: %+v", w)
	}
	before := dana()
	after, used, err := resume.UseEverywhere(before, o, "en", "work/a/highlights/a1")
	if err != nil || after.Work[0].Highlights[0].Text != "One." || len(used.Words) != 0 {
		t.Errorf("used everywhere: %+v, %+v, %v", after.Work[0], used.Words, err)
	}
	if !reflect.DeepEqual(before, dana()) || len(o.Words) != 1 {
		t.Error("what was handed in changed")
	}
	for field, key := range map[resume.Field]string{
		"work/b/position": "resume.notWorded", "section/work/title": "resume.noLedgerPlace", "work/a/name": "resume.isFact", "work/z/summary": "resume.notInLedger",
	} {
		if _, _, err := resume.UseEverywhere(l, o, "en", field); fault.Of(err) == nil || fault.Of(err).Key != key {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestFollowing(t *testing.T) {
	l := dana()
	later := dana()
	later.Work = slices.Insert(later.Work, 0, career.Work{ID: "n", Name: "New", Position: "Head"})
	later.Work[1].Highlights = append(later.Work[1].Highlights, career.Highlight{ID: "a4", Text: "Four."})
	later.Projects = []career.Project{{ID: "p", Name: "Clock"}}
	following := resume.Overlay{Follow: true}
	frozen := resume.Follow(l, following, false)
	for name, tt := range map[string]struct {
		o    resume.Overlay
		want string
	}{
		"following": {following, "summary | work n a.a1.a2.a3.a4 b c | projects p | skills s | custom/x y | kept/k k"},
		"frozen":    {frozen, all},
		"thawed":    {resume.Follow(later, frozen, true), all}, // what came meanwhile stays away
	} {
		if got := outline(resume.Apply(later, of(tt.o))); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, tt.want)
		}
	}
	moved, err := resume.Move(l, following, "work/c", "work/a")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := outline(resume.Apply(later, of(moved))), "summary | work n c a.a1.a2.a3.a4 b"; !strings.HasPrefix(got, want) {
		t.Errorf("a new role after an own order: %s, want %s", got, want)
	}
}

func TestJoinedRoles(t *testing.T) {
	l, o := dana(), resume.Overlay{Follow: true}
	joined := func(o resume.Overlay) (out string) {
		for _, e := range resume.Apply(l, of(o)).Shown().Sections[1].Entries {
			if e.Joined {
				out += string(e.ID)
			}
		}
		return out
	}
	between, err := resume.Move(l, o, "work/c", "work/b")
	hidden, err2 := resume.Hide(l, o, "work/a", true)
	aside, err3 := resume.Hide(l, between, "work/c", true)
	if err := errors.Join(err, err2, err3); err != nil {
		t.Fatal(err)
	}
	if a, b, c, d := joined(o), joined(between), joined(hidden), joined(aside); a != "b" || b != "" || c != "" || d != "b" {
		t.Errorf("joined are %q, %q, %q, %q", a, b, c, d)
	}
}

func TestSelected(t *testing.T) {
	l, o := dana(), resume.Overlay{Follow: true}
	var err error
	do := func(next resume.Overlay, failed error) { o, err = next, errors.Join(err, failed) }
	do(resume.Hide(l, o, "summary", true))
	do(resume.Hide(l, o, "work/a/a1", true))
	do(resume.Hide(l, o, "work/b", true))
	do(resume.Move(l, o, "work/c", "work/a"))
	do(resume.Reword(l, o, "en", "work/a/highlights/a2", "Zwei."))
	do(resume.Reword(l, o, "en", "kept/k/lines/1", "Tankers"))
	do(resume.Hide(l, o, "custom/x", true))
	if err != nil {
		t.Fatal(err)
	}
	got := resume.Selected(l, of(o))
	if !reflect.DeepEqual(l, dana()) {
		t.Fatal("the ledger changed")
	}
	if w := got.Work; len(w) != 2 || w[0].ID != "c" || len(w[1].Highlights) != 2 || w[1].Highlights[0].Text != "Zwei." {
		t.Errorf("work: %+v", w)
	}
	if got.Basics.Summary != "" || got.Basics.Name != "Dana Kowalczyk" || len(got.Custom) != 0 || got.Skills[0].Keywords[1] != "Excel" {
		t.Errorf("the rest: %+v", got)
	}
	if !slices.Equal(got.Sections[0].Lines, []string{"C+E", "Tankers", "C+E"}) {
		t.Errorf("kept lines: %q", got.Sections[0].Lines)
	}
}

func TestMergingOneList(t *testing.T) {
	l := dana()
	base := resume.Follow(l, resume.Overlay{Follow: true}, false)
	do := func(o resume.Overlay, edits ...func(resume.Overlay) (resume.Overlay, error)) resume.Overlay {
		for _, edit := range edits {
			next, err := edit(o)
			if err != nil {
				t.Fatal(err)
			}
			o = next
		}
		return o
	}
	move := func(ref, before resume.Ref) func(resume.Overlay) (resume.Overlay, error) {
		return func(o resume.Overlay) (resume.Overlay, error) { return resume.Move(l, o, ref, before) }
	}
	hide := func(ref resume.Ref) func(resume.Overlay) (resume.Overlay, error) {
		return func(o resume.Overlay) (resume.Overlay, error) { return resume.Hide(l, o, ref, true) }
	}
	for name, tt := range map[string]struct {
		mine, theirs resume.Overlay
		want         string
	}{
		"an order and a hiding":   {do(base, move("work/c", "work/a")), do(base, hide("work/b")), "work c a.a1.a2.a3"},
		"two hidings in one item": {do(base, hide("work/a/a1")), do(base, hide("work/a/a3")), "work a.a2 b c"},
		"two orders":              {do(base, move("work/a/a1", "")), do(base, move("work/c", "work/a")), "work c a.a2.a3.a1 b"},
		"one list, both move":     {do(base, move("work/c", "work/a")), do(base, move("work/b", "work/a")), "work c b a.a1.a2.a3"},
	} {
		for side, merged := range map[string]resume.Overlay{"mine": resume.Merge(base, tt.mine, tt.theirs), "theirs": resume.Merge(base, tt.theirs, tt.mine)} {
			if got := outlineOf(merged); !strings.Contains(got, tt.want+" |") {
				t.Errorf("%s, %s first: %s, want %s", name, side, got, tt.want)
			}
		}
	}
}

func outlineOf(o resume.Overlay) string { return outline(resume.Apply(dana(), of(o))) }

func TestMergingWords(t *testing.T) {
	words := func(pairs ...string) resume.Overlay {
		own := map[resume.Field]string{}
		for i := 0; i < len(pairs); i += 2 {
			own[resume.Field(pairs[i])] = pairs[i+1]
		}
		return resume.Overlay{Words: map[string]map[resume.Field]string{"en": own}}
	}
	base := words("a", "1", "b", "1", "c", "1")
	got := resume.Merge(base, words("a", "2", "b", "1", "c", "2"), words("a", "1", "c", "3", "d", "1")).Words["en"]
	if want := map[resume.Field]string{"a": "2", "c": "2", "d": "1"}; !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestHead(t *testing.T) {
	got := resume.Apply(dana(), of(resume.Overlay{})).Head
	want := []resume.Contact{
		{Kind: "email", Text: "dana@example.org", URL: "mailto:dana@example.org"}, {Kind: "phone", Text: "+44 20 7946 0000", URL: "tel:+442079460000"},
		{Kind: "place", Text: "Leeds, GB"}, {Kind: "profile", Text: "https://example.org/dana", URL: "https://example.org/dana", Network: "Web"},
	}
	if got.Name != "Dana Kowalczyk" || got.Label.Text != "Operations lead" || !reflect.DeepEqual(got.Contacts, want) {
		t.Errorf("got %+v", got)
	}
}

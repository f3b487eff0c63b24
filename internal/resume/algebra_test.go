package resume_test

import (
	"flag"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// The scripts that all properties below run together: a fifth each.
const (
	scripts     = 50_000
	soakScripts = 1_000_000
	properties  = 5
)

func TestMain(m *testing.M) {
	flag.Parse()
	count := scripts
	if os.Getenv("SOAK") != "" {
		count = soakScripts
	}
	if err := flag.Set("rapid.checks", strconv.Itoa(count/properties)); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// forScripts runs a property on many random ledgers and scripts.
func forScripts(t *testing.T, property func(*rapid.T, career.Ledger, *dice)) {
	t.Helper()
	t.Parallel()
	facts, steps := rapid.SliceOfN(rapid.Byte(), 20, 120), rapid.SliceOfN(rapid.Byte(), 10, 80)
	rapid.Check(t, func(rt *rapid.T) {
		l := (&dice{bytes: facts.Draw(rt, "ledger")}).ledger()
		property(rt, l, &dice{bytes: steps.Draw(rt, "script")})
	})
}

func TestUndoIsIdentity(t *testing.T) {
	forScripts(t, func(rt *rapid.T, l career.Ledger, d *dice) {
		o := resume.Overlay{Follow: d.roll(2) == 0}
		past, copies := []resume.Overlay{}, []resume.Overlay{}
		for range 1 + d.roll(6) {
			past, copies = append(past, o), append(copies, deepCopy(o))
			o = d.script(l, o, 1)
		}
		if !reflect.DeepEqual(past, copies) {
			rt.Fatalf("a later step changed an earlier overlay:\n%+v\n%+v", past, copies)
		}
	})
}

func TestOppositesShowTheSame(t *testing.T) {
	forScripts(t, func(rt *rapid.T, l career.Ledger, d *dice) {
		o := d.script(l, resume.Overlay{Follow: d.roll(2) == 0}, d.roll(4))
		before := resume.Apply(l, of(o))
		b := before.Sections[d.roll(len(before.Sections))]
		ref := d.refIn(b)
		try := func(what string, after resume.Overlay, err error) {
			if got := resume.Apply(l, of(after)); err != nil || !reflect.DeepEqual(got, before) {
				rt.Fatalf("%s of %s: %v\n got %+v\nwant %+v", what, ref, err, got, before)
			}
		}
		hidden, err := resume.Hide(l, o, ref, !isHidden(before, ref))
		if err == nil {
			hidden, err = resume.Hide(l, hidden, ref, isHidden(before, ref))
		}
		try("hiding and showing", hidden, err)
		try("following", resume.Follow(l, o, !o.Follow), nil)
		moved, err := resume.Move(l, o, ref, first(before, ref))
		if err == nil {
			moved, err = resume.Move(l, moved, ref, next(before, ref))
		}
		try("moving and back", moved, err)
		if w := textOf(before, d.field(b)); !w.Worded {
			worded, err := resume.Reword(l, o, "en", w.Field, "other")
			if err == nil {
				worded, err = resume.Restore(l, worded, "en", w.Field)
			}
			try("wording and restoring "+string(w.Field), worded, err)
		}
	})
}

func TestNoOverlayChangesAFact(t *testing.T) {
	forScripts(t, func(rt *rapid.T, l career.Ledger, d *dice) {
		o := d.script(l, resume.Overlay{Follow: d.roll(2) == 0}, 1+d.roll(6))
		plain, got := resume.Apply(l, of(resume.Overlay{Follow: true})), resume.Apply(l, of(o))
		if a, b := facts(plain), facts(got); !slices.Equal(a, b) {
			rt.Fatalf("facts are\n%v\nwant\n%v", b, a)
		}
		if !reflect.DeepEqual(plain.Head.Contacts, got.Head.Contacts) || plain.Head.Name != got.Head.Name {
			rt.Fatalf("head is %+v", got.Head)
		}
	})
}

func TestWhatTheLedgerLosesComesBack(t *testing.T) {
	forScripts(t, func(rt *rapid.T, l career.Ledger, d *dice) {
		o := d.script(l, resume.Overlay{Follow: d.roll(2) == 0}, 1+d.roll(4))
		before := resume.Apply(l, of(o))
		o = resume.Follow(l, resume.Follow(l, o, !o.Follow), o.Follow) // names everything
		less := d.fewer(copyLedger(l))
		o = resume.Follow(less, resume.Follow(less, o, !o.Follow), o.Follow) // an edit meanwhile
		if after := resume.Apply(l, of(o)); !reflect.DeepEqual(before, after) {
			rt.Fatalf("came back as\n%+v\nwas\n%+v", after, before)
		}
		if got := resume.Apply(less, of(o)); !reflect.DeepEqual(facts(got), facts(resume.Apply(less, of(resume.Overlay{})))) {
			rt.Fatalf("holds what the ledger has lost: %+v", got)
		}
	})
}

func TestMerging(t *testing.T) {
	forScripts(t, func(rt *rapid.T, l career.Ledger, d *dice) {
		base := d.script(l, resume.Overlay{Follow: d.roll(2) == 0}, d.roll(4))
		doc := resume.Apply(l, of(base))
		i := d.roll(len(doc.Sections))
		j := (i + 1 + d.roll(len(doc.Sections)-1)) % len(doc.Sections)
		mine, theirs := base, base
		for range 1 + d.roll(3) {
			mine = d.operation(l, mine, doc, doc.Sections[i])
			theirs = d.operation(l, theirs, doc, doc.Sections[j])
		}
		same := func(what string, got, want resume.Overlay) {
			if a, b := resume.Apply(l, of(got)), resume.Apply(l, of(want)); !reflect.DeepEqual(a, b) {
				rt.Fatalf("%s:\n got %+v\nwant %+v", what, got, want)
			}
		}
		for what, merged := range map[string]resume.Overlay{
			"merge(base, x, base)": resume.Merge(base, mine, base), "merge(base, base, x)": resume.Merge(base, base, mine),
			"merge(base, x, x)": resume.Merge(base, mine, mine),
		} {
			if !reflect.DeepEqual(normal(merged), normal(mine)) {
				rt.Fatalf("%s is not x:\n got %+v\nwant %+v", what, merged, mine)
			}
		}
		merged, turned := resume.Merge(base, mine, theirs), resume.Merge(base, theirs, mine)
		if !reflect.DeepEqual(normal(merged), normal(turned)) {
			rt.Fatalf("the order counts:\n%+v\n%+v", merged, turned)
		}
		both := resume.Apply(l, of(merged))
		for _, side := range []struct {
			o   resume.Overlay
			key resume.Key
		}{{mine, doc.Sections[i].Key}, {theirs, doc.Sections[j].Key}} {
			if a, b := section(both, side.key), section(resume.Apply(l, of(side.o)), side.key); !reflect.DeepEqual(a, b) {
				rt.Fatalf("an edit of %s got lost:\n got %+v\nwant %+v", side.key, a, b)
			}
		}
		same("merging once more", resume.Merge(base, merged, theirs), merged)
	})
}

// facts are what a document says that no résumé words, with the ids of all items and
// lines, sorted: an overlay may put them into another order.
func facts(d resume.Document) []string {
	out := []string{}
	for _, b := range d.Sections {
		out = append(out, string(b.Key))
		for w := range wordsOf(b) {
			text := w.Text
			if w.Worded {
				text = w.Ledger
			}
			out = append(out, string(w.Field)+"="+text)
		}
		for _, e := range b.Entries {
			out = append(out, strings.Join([]string{
				string(b.Key), string(e.ID), e.Degree, e.Organisation, e.Place, e.URL, string(e.Start), string(e.End), e.Score, strconv.FormatBool(e.Current),
			}, "|"))
			for _, l := range e.Lines {
				out = append(out, string(e.ID)+"|"+string(l.ID))
			}
		}
	}
	slices.Sort(out)
	return out
}

func section(d resume.Document, k resume.Key) resume.Block {
	return d.Sections[slices.IndexFunc(d.Sections, func(b resume.Block) bool { return b.Key == k })]
}

func textOf(d resume.Document, f resume.Field) resume.Words {
	for _, b := range d.Sections {
		for w := range wordsOf(b) {
			if w.Field == f {
				return w
			}
		}
	}
	return resume.Words{}
}

// siblings are the refs beside one, itself included, and which of them are hidden.
func siblings(d resume.Document, ref resume.Ref) (refs []resume.Ref, hidden []bool) {
	for _, b := range d.Sections {
		refs, hidden = append(refs, resume.Ref(b.Key)), append(hidden, b.Hidden)
	}
	if slices.Contains(refs, ref) {
		return refs, hidden
	}
	for _, b := range d.Sections {
		refs, hidden = nil, nil
		for _, e := range b.Entries {
			refs, hidden = append(refs, resume.Ref(b.Key)+"/"+resume.Ref(e.ID)), append(hidden, e.Hidden)
		}
		if slices.Contains(refs, ref) {
			return refs, hidden
		}
		for i, item := range refs {
			var lines []resume.Ref
			var dark []bool
			for _, l := range b.Entries[i].Lines {
				lines, dark = append(lines, item+"/"+resume.Ref(l.ID)), append(dark, l.Hidden)
			}
			if slices.Contains(lines, ref) {
				return lines, dark
			}
		}
	}
	return nil, nil
}

func isHidden(d resume.Document, ref resume.Ref) bool {
	refs, hidden := siblings(d, ref)
	return hidden[slices.Index(refs, ref)]
}

func first(d resume.Document, ref resume.Ref) resume.Ref {
	refs, _ := siblings(d, ref)
	return refs[0]
}

func next(d resume.Document, ref resume.Ref) resume.Ref {
	refs, _ := siblings(d, ref)
	if i := slices.Index(refs, ref) + 1; i < len(refs) {
		return refs[i]
	}
	return ""
}

// normal knows no difference between nothing and an empty list.
func normal(o resume.Overlay) resume.Overlay {
	o = deepCopy(o)
	if len(o.Words) == 0 {
		o.Words = nil
	}
	if len(o.Sections) == 0 {
		o.Sections = nil
	}
	for i := range o.Sections {
		if len(o.Sections[i].Items) == 0 {
			o.Sections[i].Items = nil
		}
		for j := range o.Sections[i].Items {
			if len(o.Sections[i].Items[j].Lines) == 0 {
				o.Sections[i].Items[j].Lines = nil
			}
		}
	}
	return o
}

func copyLedger(l career.Ledger) career.Ledger {
	l.Work = slices.Clone(l.Work)
	for i := range l.Work {
		l.Work[i].Highlights = slices.Clone(l.Work[i].Highlights)
	}
	l.Skills, l.Custom, l.Volunteer = slices.Clone(l.Skills), slices.Clone(l.Custom), slices.Clone(l.Volunteer)
	return l
}

package posting

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// annotated is an invented posting and what a careful reader finds in it;
// testdata/README.md says which were measured when, and how well at first.
type annotated struct {
	name                  string
	text                  string
	HeldOut               bool
	Round                 int // 2: of the second set
	Title, Company, Place string
	Requirements          []struct {
		Text string
		Must bool
	}
	Keywords []string
}

func readPostings(t testing.TB) []annotated {
	t.Helper()
	files, err := filepath.Glob("testdata/postings/*.txt")
	if err != nil || len(files) != 26 {
		t.Fatalf("postings: %d files, %v; want 26", len(files), err)
	}
	var out []annotated
	for _, file := range files {
		a := annotated{name: strings.TrimSuffix(filepath.Base(file), ".txt")}
		raw, err := os.ReadFile(strings.TrimSuffix(file, ".txt") + ".json")
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(raw, &a); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if a.text, err = Clean(string(text)); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		out = append(out, a)
	}
	return out
}

// tally counts agreement with the annotations.
type tally struct{ hits, found, expected int }

func (c tally) precision() float64 { return ratio(c.hits, c.found) }
func (c tally) recall() float64    { return ratio(c.hits, c.expected) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

func (c tally) String() string {
	return fmt.Sprintf("precision %.3f (%d/%d), recall %.3f (%d/%d)",
		c.precision(), c.hits, c.found, c.recall(), c.hits, c.expected)
}

// compare matches two lists one to one by their folded words and tells what differs.
func (c *tally) compare(got, want []string) (extra, missing []string) {
	left := map[string]int{}
	for _, w := range want {
		left[foldPhrase(w)]++
	}
	for _, g := range got {
		if f := foldPhrase(g); left[f] > 0 {
			left[f]--
			c.hits++
		} else {
			extra = append(extra, g)
		}
	}
	for _, w := range want {
		if f := foldPhrase(w); left[f] > 0 {
			left[f]--
			missing = append(missing, w)
		}
	}
	c.found += len(got)
	c.expected += len(want)
	return extra, missing
}

type figures struct {
	requirements, keywords, must, head tally
}

func (f *figures) add(logf func(string, ...any), a annotated) {
	r := Extract(a.text)
	var got, want, terms []string
	must := map[string]bool{}
	for _, q := range r.Requirements {
		got = append(got, q.Text)
		must[foldPhrase(q.Text)] = q.Must
	}
	for _, q := range a.Requirements {
		want = append(want, q.Text)
		if m, ok := must[foldPhrase(q.Text)]; ok {
			f.must.found++
			f.must.expected++
			if m == q.Must {
				f.must.hits++
			} else {
				logf("%s: must of %q read as %t", a.name, q.Text, m)
			}
		}
	}
	for _, k := range r.Keywords {
		terms = append(terms, k.Term)
	}
	extra, missing := f.requirements.compare(got, want)
	logDifference(logf, a.name, "requirement", extra, missing)
	extra, missing = f.keywords.compare(terms, a.Keywords)
	logDifference(logf, a.name, "keyword", extra, missing)
	extra, missing = f.head.compare([]string{r.Title.Value, r.Company.Value, r.Place.Value}, []string{a.Title, a.Company, a.Place})
	logDifference(logf, a.name, "headline", extra, missing)
}

func logDifference(logf func(string, ...any), name, what string, extra, missing []string) {
	if len(extra)+len(missing) > 0 {
		logf("%s: %s too many %q, missing %q", name, what, extra, missing)
	}
}

func silent(string, ...any) {}

// TestTwentySixPostings prints how well the rules read postings of twenty-six trades,
// those set aside while the rules were written apart, and asks for 0.85.
func TestTwentySixPostings(t *testing.T) {
	var all, known, heldOut, second figures
	for _, a := range readPostings(t) {
		all.add(t.Logf, a)
		switch {
		case a.Round == 2:
			second.add(silent, a)
		case a.HeldOut:
			heldOut.add(silent, a)
		default:
			known.add(silent, a)
		}
	}
	for _, row := range []struct {
		name string
		f    figures
	}{{"all 26", all}, {"15 seen", known}, {"5 held out", heldOut}, {"6 second", second}} {
		fmt.Printf("postings, %-10s requirements %v; keywords %v; must/welcome %.3f; title, company, place %.3f\n",
			row.name+":", row.f.requirements, row.f.keywords, row.f.must.precision(), row.f.head.recall())
	}
	for what, c := range map[string]tally{"requirements": all.requirements, "keywords": all.keywords, "headlines": all.head} {
		if c.precision() < 0.85 || c.recall() < 0.85 {
			t.Errorf("%s: %v, want at least 0.85 each", what, c)
		}
	}
}

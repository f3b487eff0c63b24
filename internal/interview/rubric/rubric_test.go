package rubric

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestCurrentHasFiveCriteriaOfFiveLevels(t *testing.T) {
	r := Current()
	var ids []CriterionID
	for _, c := range r.Criteria {
		ids = append(ids, c.ID)
		if !strings.HasSuffix(c.Question, "?") {
			t.Errorf("%s asks %q", c.ID, c.Question)
		}
		seen := map[string]bool{}
		for level := 1; level <= Levels; level++ {
			a := c.Anchor(level)
			if n := len(strings.Fields(a)); n < 8 || n > 45 || seen[a] {
				t.Errorf("%s level %d: %d words, or told twice: %q", c.ID, level, n, a)
			}
			if strings.Contains(a, "To sharpen:") != (level <= 2) {
				t.Errorf("%s level %d: the two lower levels, and only they, say what to sharpen: %q", c.ID, level, a)
			}
			seen[a] = true
		}
		if c.Anchor(0) != "" || c.Anchor(Levels+1) != "" {
			t.Errorf("%s has anchors outside of its levels", c.ID)
		}
	}
	want := []CriterionID{Relevance, SituationAndTask, OwnAction, Result, RoleDepth}
	if !slices.Equal(ids, want) || r.Version != "v1" {
		t.Errorf("%s: criteria %q, want %q", r.Version, ids, want)
	}
}

// Words that judge the person have no place in an anchor.
func TestAnchorsAreKind(t *testing.T) {
	for _, c := range Current().Criteria {
		for _, a := range c.Anchors {
			for _, word := range []string{"fail", "weak", "bad", "poor", "wrong", "confident", "nervous", "accent", "personality", "!"} {
				if slices.Contains(strings.FieldsFunc(strings.ToLower(a), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r == '!') }), word) {
					t.Errorf("%s: %q in %q", c.ID, word, a)
				}
			}
		}
	}
}

func TestCheck(t *testing.T) {
	level := func(n int) *int { return &n }
	tests := map[string]struct {
		rating Rating
		key    string
	}{
		"a level":             {Rating{Relevance, level(5), "v1"}, ""},
		"can't say":           {Rating{Result, nil, "v1"}, ""},
		"below":               {Rating{Result, level(0), "v1"}, "rubric.level"},
		"above":               {Rating{Result, level(6), "v1"}, "rubric.level"},
		"an unknown one":      {Rating{"charm", level(3), "v1"}, "rubric.criterion"},
		"of another version":  {Rating{Result, level(3), "v0"}, "rubric.version"},
		"without any version": {Rating{Result, level(3), ""}, "rubric.version"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			err := Current().Check(tt.rating)
			if tt.key == "" && err != nil || tt.key != "" && !errors.Is(err, fault.New(fault.Invalid, tt.key)) {
				t.Errorf("Check: %v, want %q", err, tt.key)
			}
		})
	}
}

func TestLoadRefuses(t *testing.T) {
	for _, version := range []string{"v0", "", "..", "v1/..", "[", "*", "."} {
		if _, err := Load(version); !fault.Has(err, fault.NotFound) {
			t.Errorf("Load(%q): %v", version, err)
		}
	}
}

// A version beside another is read by its own name, with its own words.
func TestEachVersionHasItsOwnWords(t *testing.T) {
	second, err := Read(os.DirFS("testdata"), "v2")
	if err != nil || second.Version != "v2" || len(second.Criteria) != 1 {
		t.Fatalf("%+v, %v", second, err)
	}
	mine, _ := second.Criterion(Relevance)
	first, _ := Current().Criterion(Relevance)
	if mine.Anchor(3) != "Second edition: mostly there." || mine.Anchor(3) == first.Anchor(3) {
		t.Errorf("%q, %q", mine.Anchor(3), first.Anchor(3))
	}
	if _, err := Read(os.DirFS("testdata"), "v1"); !fault.Has(err, fault.NotFound) {
		t.Errorf("v1 isn't there: %v", err)
	}
}

const good = "# Name\nid: x\nquestion: Why?\n\n## 1\na\n\n## 2\nb\n## 3\nc\nc\n## 4\nd\n## 5\ne\n"

func TestParse(t *testing.T) {
	c, err := parse(good)
	want := Criterion{"x", "Name", "Why?", [Levels]string{"a", "b", "c c", "d", "e"}}
	if err != nil || c != want {
		t.Errorf("parse: %+v, %v", c, err)
	}
	for name, text := range map[string]string{
		"empty":              "",
		"no name":            strings.Replace(good, "# Name\n", "", 1),
		"two names":          "# Other\n" + good,
		"no id":              strings.Replace(good, "id: x\n", "", 1),
		"a line of its own":  strings.Replace(good, "id: x\n", "id: x\nhello\n", 1),
		"a level left out":   strings.Replace(good, "## 3\nc\nc\n", "", 1),
		"levels out of turn": strings.Replace(good, "## 1", "## 2", 1),
		"a level too many":   good + "## 6\nf\n",
		"an empty anchor":    strings.Replace(good, "d\n", "\n", 1),
	} {
		if _, err := parse(text); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(good)
	f.Add("# \nid: \n## 1\n## 2\n##  3\n")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := parse(text)
		if err != nil {
			return
		}
		if c.ID == "" || c.Name == "" || c.Question == "" || slices.Contains(c.Anchors[:], "") {
			t.Fatalf("accepted %+v", c)
		}
	})
}

package resume_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
)

const wordFiles = "../../frontend/src/paper/words"

func lexicons(t testing.TB) resume.Lexicons {
	t.Helper()
	all, err := resume.LoadWords(os.DirFS(wordFiles))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestEveryLanguageIsComplete(t *testing.T) {
	all := lexicons(t)
	for _, tag := range strings.Fields("en de fr es it pt nl pl sv cs el ru uk tr ar he zh-hans ja ko") {
		if _, ok := all[tag]; !ok {
			t.Errorf("no words for %s", tag)
		}
	}
	for tag, x := range all {
		if want := map[bool]string{true: "rtl", false: "ltr"}[tag == "ar" || tag == "he"]; x.Direction != want {
			t.Errorf("%s runs %s", tag, x.Direction)
		}
		for what, pattern := range map[string][2]string{
			"month and year": {x.MonthYear, "{month} {year}"}, "day": {x.Day, "{day} {month} {year}"},
			"numeric month": {x.NumericMonth, "{mm} {year}"}, "numeric day": {x.NumericDay, "{dd} {mm} {year}"},
			"range": {x.Range, "{from} {to}"}, "page": {x.Page, "{page} {pages}"}, "photo": {x.Photo, "{name}"},
		} {
			if names := strings.Fields(pattern[1]); !holdsEach(pattern[0], names) {
				t.Errorf("%s: the pattern of a %s is %q, want each of %v once", tag, what, pattern[0], names)
			}
		}
	}
}

func holdsEach(pattern string, names []string) bool {
	for _, n := range names {
		if strings.Count(pattern, n) != 1 {
			return false
		}
	}
	return strings.Count(pattern, "{") == len(names)
}

// TestWordFilesHoldNothingUnknown keeps a misspelt key from being a word nobody sees.
func TestWordFilesHoldNothingUnknown(t *testing.T) {
	files, err := os.ReadDir(wordFiles)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		file, err := os.Open(wordFiles + "/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		strict := json.NewDecoder(file)
		strict.DisallowUnknownFields()
		var x resume.Lexicon
		if err := strict.Decode(&x); err != nil {
			t.Errorf("%s: %v", f.Name(), err)
		}
		if len(x.Sections) != 12 {
			t.Errorf("%s: %d titles", f.Name(), len(x.Sections))
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWordsThatAreBroken(t *testing.T) {
	english, err := os.ReadFile(wordFiles + "/en.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, files := range map[string]fstest.MapFS{
		"none":          {},
		"no English":    {"de.json": {Data: english}},
		"no JSON":       {"en.json": {Data: []byte("{")}},
		"eleven months": {"en.json": {Data: []byte(strings.Replace(string(english), `"Jan", `, "", 1))}},
		"no title":      {"en.json": {Data: []byte(strings.Replace(string(english), `"Experience"`, `""`, 1))}},
		"no range":      {"en.json": {Data: []byte(strings.Replace(string(english), `"{from} – {to}"`, `""`, 1))}},
	} {
		if _, err := resume.LoadWords(files); err == nil {
			t.Errorf("%s: was taken", name)
		}
	}
}

func TestDates(t *testing.T) {
	raw, err := os.ReadFile("testdata/dates.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors []struct {
		Language, Style, Text string
		From, To              career.Date
		Current               bool
	}
	if err := json.Unmarshal(raw, &vectors); err != nil {
		t.Fatal(err)
	}
	all := lexicons(t)
	for _, v := range vectors {
		if got := resume.FormatRange(v.From, v.To, v.Current, v.Style, all.Of(v.Language)); got != v.Text {
			t.Errorf("%+v: got %q", v, got)
		}
	}
}

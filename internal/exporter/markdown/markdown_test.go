package markdown_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/exporter/markdown"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

func TestExport(t *testing.T) {
	var file struct {
		Ledger career.Ledger
		Resume resume.Resume
	}
	raw, err := os.ReadFile("../outline/testdata/resume.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	all, err := resume.LoadWords(os.DirFS("../../../frontend/src/paper/words"))
	if err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "testdata/resume.md", markdown.Export(resume.Apply(file.Ledger, file.Resume), all.Of("de")))
	if got := markdown.Export(resume.Document{}, all.Of("de")); len(got) != 0 {
		t.Errorf("nothing became %q", got)
	}
}

// TestNothingTypedBecomesMarkup has the label hold what a person may type.
func TestNothingTypedBecomesMarkup(t *testing.T) {
	for typed, want := range map[string]string{
		"# of pallets": `\# of pallets`, "C# and F#": "C# and F#", "1. first": `1\. first`, "2021. A year": `2021\. A year`,
		"- dash": `\- dash`, "a - b": "a - b", "> quote": `\> quote`, "a > b": "a > b", "snake_case": "snake_case",
		"_under_": `\_under\_`, "5*3": `5\*3`, "[x]": `\[x\]`, "`code`": "\\`code\\`", `C:\temp`: `C:\\temp`,
		"<b>bold</b>": `\<b>bold\</b>`, "a < b": "a < b", "R&D": "R&D", "&amp;": `\&amp;`, "~~gone~~": `\~\~gone\~\~`, "~5": "~5",
		"**bold** and *soft*": "**bold** and *soft*", "[here](https://example.org/a_b)": "[here](https://example.org/a_b)",
	} {
		d := resume.Document{Head: resume.Head{Label: resume.Words{Text: typed}}}
		if got := string(markdown.Export(d, resume.Lexicon{})); got != want+"\n" {
			t.Errorf("%q became %q, want %q", typed, got, want)
		}
	}
}

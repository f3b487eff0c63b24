package text_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/exporter/text"
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
	testkit.Golden(t, "testdata/resume.txt", text.Export(resume.Apply(file.Ledger, file.Resume), all.Of("de")))
	if got := text.Export(resume.Document{}, all.Of("de")); len(got) != 0 {
		t.Errorf("nothing became %q", got)
	}
}

package exporter_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/exporter"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// TestJSONResume exports a résumé, not the ledger: its choice, its order, its words.
func TestJSONResume(t *testing.T) {
	var file struct {
		Ledger career.Ledger
		Resume resume.Resume
	}
	raw, err := os.ReadFile("outline/testdata/resume.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	got, err := exporter.Formats()[resume.JSONResume].Write(resume.Print{Ledger: resume.Selected(file.Ledger, file.Resume)})
	if err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "testdata/resume.json", got)
}

func TestEveryFormatWrites(t *testing.T) {
	l := career.Ledger{Basics: career.Basics{Name: "Dana Kowalczyk"}}
	p := resume.Print{Document: resume.Apply(l, resume.Resume{}), Ledger: l}
	for name, format := range exporter.Formats() {
		if got, err := format.Write(p); err != nil || len(got) == 0 || format.Extension == "" {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

package pdf

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/importer/reading"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/resume/check"
)

// TestTextOfFolder writes the text of every PDF in the folder TEXT_OF beside it, a form
// feed after each page. The tests of the paper (frontend/src/paper) set it, and compare
// the text with what they put into the files.
func TestTextOfFolder(t *testing.T) {
	folder := os.Getenv("TEXT_OF")
	if folder == "" {
		t.Skip("TEXT_OF names no folder")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		// What a refused file still gave is written too; who compares will miss the rest.
		read, err := textOf(data)
		if err != nil || len(read.losses) > 0 {
			t.Logf("%s: %v, %v", filepath.Base(file), err, read.losses)
		}
		if err := os.WriteFile(file+".txt", []byte(pagedText(read.doc)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func pagedText(doc reading.Document) string {
	pages := make([]strings.Builder, doc.Pages)
	for _, line := range doc.Lines {
		pages[line.Page-1].WriteString(line.Text() + "\n")
	}
	var all strings.Builder
	for i := range pages {
		all.WriteString(pages[i].String() + "\f")
	}
	return all.String()
}

// TestFieldsOfFolder reads every PDF in the folder FIELDS_OF, and compares each field with
// the résumé that lies beside it as NAME.json. The tests of the paper set it.
func TestFieldsOfFolder(t *testing.T) {
	folder := os.Getenv("FIELDS_OF")
	if folder == "" {
		t.Skip("FIELDS_OF names no folder")
	}
	words, err := resume.LoadWords(os.DirFS("../../../frontend/src/paper/words"))
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no PDF in the folder: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".pdf")
		t.Run(name, func(t *testing.T) {
			doc := documentAt(t, filepath.Join(folder, name+".json"))
			for i := range doc.Sections {
				if b := &doc.Sections[i]; b.Title.Text == "" {
					b.Title.Text = words.Of(doc.Language).Sections[b.Key]
				}
			}
			read, err := Read(contents(t, file))
			if err != nil {
				t.Fatal(err)
			}
			fields := check.Compare(doc, read)
			if len(fields) == 0 {
				t.Error("no field was compared")
			}
			for _, f := range fields {
				if f.State != check.Same {
					t.Errorf("%s of %s is %q, was read %q", f.Part, f.Ref, f.Shown, f.Read)
				}
			}
		})
	}
}

func documentAt(t *testing.T, path string) (doc resume.Document) {
	t.Helper()
	if err := json.Unmarshal(contents(t, path), &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

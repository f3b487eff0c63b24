package pdf

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/importer/reading"
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

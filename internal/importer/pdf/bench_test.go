package pdf

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/jobjourney/jobjourney/internal/testkit/pdfmake"
)

// BenchmarkRead reads each file of the folder CORPUS, or the documents the tests make,
// in one warm process.
func BenchmarkRead(b *testing.B) {
	for name, data := range benchFiles(b) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				_, _ = Read(data) // a refusal is a result too
			}
		})
	}
}

func benchFiles(b *testing.B) map[string][]byte {
	b.Helper()
	dir := os.Getenv("CORPUS")
	if dir == "" {
		return map[string][]byte{
			"one-column": pdfmake.OneColumn().Bytes(), "typeset": pdfmake.Typeset().Bytes(), "two-columns": pdfmake.TwoColumns().Bytes(),
		}
	}
	paths, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil || len(paths) == 0 {
		b.Fatalf("no files in %s: %v", dir, err)
	}
	files := map[string][]byte{}
	for _, path := range paths {
		if files[filepath.Base(path)], err = os.ReadFile(path); err != nil {
			b.Fatal(err)
		}
	}
	return files
}

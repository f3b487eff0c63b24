package app

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// sizeReader is a reader that says how much it was given.
type sizeReader struct{ bytes int }

func (r *sizeReader) ReadPDF(_ context.Context, data []byte) (career.Draft, error) {
	r.bytes = len(data)
	if len(data) == 0 {
		return career.Draft{}, fault.New(fault.Invalid, "import.notPDF")
	}
	return career.Draft{}, nil
}

// brokenPipe takes nothing.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestImportFile(t *testing.T) {
	folder := t.TempDir()
	full, empty := filepath.Join(folder, "full.pdf"), filepath.Join(folder, "empty.pdf")
	ok(t, os.WriteFile(full, []byte("words"), 0o600))
	ok(t, os.WriteFile(empty, nil, 0o600))
	for name, tt := range map[string]struct {
		file string
		out  io.Writer
		code int
		says string
	}{
		"read":           {full, io.Discard, exitRead, ""},
		"refused":        {empty, io.Discard, exitRefused, "import.notPDF\n"},
		"no such file":   {filepath.Join(folder, "none.pdf"), io.Discard, exitFault, "file.notThere\n"},
		"a folder":       {folder, io.Discard, exitFault, "file.unreadable\n"},
		"no room to say": {full, brokenPipe{}, exitFault, "import.notWritten\n"},
	} {
		t.Run(name, func(t *testing.T) {
			var said bytes.Buffer
			c := Commands{
				Reader: &sizeReader{}, Stdout: tt.out, Stderr: &said,
				JSONResume: func(career.Ledger) ([]byte, error) { return []byte("{}"), nil },
				Losses:     func(io.Writer, []career.Loss, func(career.LossReason) string) error { return nil },
				Sentence:   func(key string, _ map[string]string) string { return key },
			}
			if code := c.importFile([]string{tt.file}); code != tt.code || said.String() != tt.says {
				t.Errorf("exit code %d, %q; want %d, %q", code, said.String(), tt.code, tt.says)
			}
		})
	}
}

// Of a file without end as much is read as it takes to refuse it.
func TestHugeFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "huge.pdf")
	ok(t, os.WriteFile(file, nil, 0o600))
	ok(t, os.Truncate(file, 1<<30))
	if data, err := readDocument(file); err != nil || len(data) != maxDocumentMiB<<20+1 {
		t.Errorf("read %d bytes, %v", len(data), err)
	}
}

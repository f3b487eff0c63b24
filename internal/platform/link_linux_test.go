package platform

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// A pipe with a name stands in for the browser: reading it waits until the program that
// was started has written what it got.
func TestOpenLinkStartsXdgOpen(t *testing.T) {
	for _, tt := range []struct {
		open func(string) error
		what string
	}{{OpenLink, "https://example.org/?a=$(id)&b=;c"}, {OpenFolder, t.TempDir()}} {
		if got := handedOver(t, tt.open, tt.what); got != "1|"+tt.what {
			t.Errorf("xdg-open got %q", got)
		}
	}
}

// handedOver is how many arguments xdg-open got, and the first.
func handedOver(t *testing.T, open func(string) error, what string) string {
	t.Helper()
	bin := t.TempDir()
	pipe := filepath.Join(bin, "got")
	if err := unix.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	program := "#!/bin/sh\nprintf '%s|%s' \"$#\" \"$1\" > '" + pipe + "'\n"
	if err := os.WriteFile(filepath.Join(bin, "xdg-open"), []byte(program), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin)
	if err := open(what); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(pipe)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(file)
	if err := errors.Join(err, file.Close()); err != nil {
		t.Fatal(err)
	}
	return string(got)
}

// A file would be started, whatever it is.
func TestOpenFolderOpensFoldersOnly(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	file := filepath.Join(t.TempDir(), "program")
	if err := os.WriteFile(file, []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{file, file + "-missing", "", t.TempDir()} { // the last: there is no window for files
		if err := OpenFolder(path); !errors.Is(err, fault.New(fault.Unavailable, "platform.noFolder")) || path != "" && strings.Contains(err.Error(), path) {
			t.Errorf("%q: %v", path, err)
		}
	}
}

func TestOpenLinkWithoutABrowser(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	err := OpenLink("https://example.org")
	if !errors.Is(err, fault.New(fault.Unavailable, "platform.noBrowser")) {
		t.Errorf("open link: %v", err)
	}
}

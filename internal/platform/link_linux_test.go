package platform

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// A pipe with a name stands in for the browser: reading it waits until the program that
// was started has written what it got.
func TestOpenLinkStartsXdgOpen(t *testing.T) {
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
	link := "https://example.org/?a=$(id)&b=;c"
	if err := OpenLink(link); err != nil {
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
	if string(got) != "1|"+link {
		t.Errorf("xdg-open got %q", got)
	}
}

func TestOpenLinkWithoutABrowser(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	err := OpenLink("https://example.org")
	if !errors.Is(err, fault.New(fault.Unavailable, "platform.noBrowser")) {
		t.Errorf("open link: %v", err)
	}
}

package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestDiskFaults(t *testing.T) {
	for key, err := range map[string]error{
		"vault.readOnly":       &fs.PathError{Op: "open", Path: "x", Err: syscall.EACCES},
		"vault.diskFull":       &fs.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC},
		"vault.notAFolder":     &fs.PathError{Op: "lstat", Path: "x", Err: syscall.ENOTDIR},
		"vault.profileDamaged": fmt.Errorf("read: %w", damagedProfile(errors.New("x"))),
		"fault.internal":       errors.New("strange"),
	} {
		if got := fault.Of(diskFault(err)).Key; got != key {
			t.Errorf("%v: %s, want %s", err, got, key)
		}
	}
}

// A replacement that can't be finished leaves the old file and no other.
func TestReplaceFileIsAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "file")
	ok(t, replaceFile(path, []byte("old")))
	ok(t, replaceFile(path, []byte("new")))
	raw, err := os.ReadFile(path)
	ok(t, err)
	if string(raw) != "new" {
		t.Errorf("the file holds %q", raw)
	}
	inTheWay := filepath.Join(dir, "folder")
	ok(t, os.MkdirAll(filepath.Join(inTheWay, "full"), 0o700))
	if err := replaceFile(inTheWay, []byte("x")); err == nil {
		t.Error("a folder was replaced by a file")
	}
	files, err := os.ReadDir(dir)
	ok(t, err)
	if len(files) != 2 {
		t.Errorf("left behind: %v", files)
	}
}

package platform

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestSecondStartIsRefused(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a", "profile")
	first, err := LockProfile(folder)
	if err != nil {
		t.Fatal(err)
	}
	_, err = LockProfile(folder)
	if !errors.Is(err, fault.New(fault.Conflict, "profile.inUse")) {
		t.Fatalf("second start: %v", err)
	}
	other, err := LockProfile(filepath.Join(filepath.Dir(folder), "other"))
	if err != nil {
		t.Fatalf("another profile: %v", err)
	}
	if err := errors.Join(first.Release(), other.Release()); err != nil {
		t.Fatal(err)
	}
	again, err := LockProfile(folder)
	if err != nil {
		t.Fatalf("after the first has ended: %v", err)
	}
	if err := again.Remove(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the empty folder is still there: %v", err)
	}
}

func TestRemoveKeepsWhatOthersPutThere(t *testing.T) {
	folder := t.TempDir()
	lock, err := LockProfile(folder)
	if err != nil {
		t.Fatal(err)
	}
	kept := filepath.Join(folder, "records.db")
	if err := os.WriteFile(kept, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := lock.Remove(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(kept); err != nil {
		t.Error(err)
	}
}

func TestLockOfARemovedFileGuardsNothing(t *testing.T) {
	folder := t.TempDir()
	lock, err := LockProfile(folder)
	if err != nil {
		t.Fatal(err)
	}
	if !same(lock.file, lock.path) {
		t.Error("the lock does not know its own file")
	}
	if err := os.Rename(lock.path, lock.path+".old"); err != nil {
		t.Fatal(err)
	}
	if same(lock.file, lock.path) {
		t.Error("a removed file passes for the one in place")
	}
	if err := lock.Release(); err != nil {
		t.Fatal(err)
	}
}

func TestLockInAPlaceThatIsNoFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := LockProfile(filepath.Join(file, "profile")); err == nil {
		t.Error("a folder was made inside a file")
	}
}

func TestFileInThePlaceOfTheFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(path, []byte("notes"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := LockProfile(path); !errors.Is(err, fault.New(fault.Unavailable, "platform.notAFolder")) {
		t.Errorf("LockProfile = %v", err)
	}
}

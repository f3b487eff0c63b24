package store

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Folders that live no longer than the work they are for.
const (
	exampleFolder = "jobjourney-example-*"  // in the folder for temporary files
	restoreFolder = ".jobjourney-restore-*" // beside the profile's folder
)

// borrowTries is how many fresh folders are tried: one is lost only when a start of the
// app sweeps in the moment between making it and locking it.
const borrowTries = 10

// borrowed is such a folder. It is locked like a profile's for as long as it is in use,
// so that the next start of the app can tell it from what a crash left.
type borrowed struct {
	dir   string
	guard Guard
}

func (h *Home) borrow(parent, pattern string) (*borrowed, error) {
	var err error
	for range borrowTries {
		var dir string
		if dir, err = os.MkdirTemp(parent, pattern); err != nil {
			return nil, fmt.Errorf("make folder: %w", diskFault(err))
		}
		var guard Guard
		if guard, err = h.lock(dir); err == nil {
			return &borrowed{dir, guard}, nil
		}
		if !fault.Has(err, fault.Conflict) {
			return nil, errors.Join(err, os.RemoveAll(dir))
		}
	}
	return nil, err
}

// giveBack removes the folder with everything in it.
func (b *borrowed) giveBack() error {
	err := b.guard.Release() // Windows doesn't remove what is open
	if gone := os.RemoveAll(b.dir); gone != nil {
		err = errors.Join(err, fmt.Errorf("remove folder: %w", diskFault(gone)))
	}
	return err
}

// SweepLeftovers removes the folders of example profiles and unfinished restores whose
// process was killed. It is called once, at the start of the app. What is in use, by
// whichever process, is locked and left alone; what can't be removed waits for the next start.
func (h *Home) SweepLeftovers() {
	for _, pattern := range []string{
		filepath.Join(os.TempDir(), exampleFolder),
		filepath.Join(filepath.Dir(h.s.folder()), restoreFolder),
	} {
		found, err := filepath.Glob(pattern)
		for _, dir := range found {
			err = errors.Join(err, h.sweep(dir))
		}
		if err != nil {
			slog.Error("sweep leftovers", "error", err.Error())
		}
	}
}

func (h *Home) sweep(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil || !info.IsDir() || !private(info) {
		return nil //nolint:nilerr // gone, or never ours: no concern of a sweep
	}
	left, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("look into leftover: %w", diskFault(err))
	}
	if len(left) == 0 { // somebody may just have made it: only an empty folder goes
		_ = os.Remove(dir)
		return nil
	}
	guard, err := h.lock(dir)
	if fault.Has(err, fault.Conflict) {
		return nil
	}
	if err != nil {
		return err
	}
	return (&borrowed{dir, guard}).giveBack()
}

// private reports whether nobody else can write there, as in every folder we make. Windows
// keeps no such bits; its folder for temporary files is each person's own.
func private(info os.FileInfo) bool {
	return runtime.GOOS == "windows" || info.Mode().Perm()&0o077 == 0
}

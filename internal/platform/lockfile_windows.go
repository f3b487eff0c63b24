package platform

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// lockExclusively locks the first byte; the lock goes with the process.
func lockExclusively(file *os.File) error {
	err := windows.LockFileEx(windows.Handle(file.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &windows.Overlapped{})
	switch {
	case err == nil:
		return nil
	case errors.Is(err, windows.ERROR_LOCK_VIOLATION), errors.Is(err, windows.ERROR_IO_PENDING):
		return inUse(err)
	}
	return fmt.Errorf("lock profile: %w", err)
}

// removeFile closes first: Windows doesn't remove what is open.
func (l *ProfileLock) removeFile() error {
	if err := l.file.Close(); err != nil {
		return err
	}
	return os.Remove(l.path)
}

func isReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

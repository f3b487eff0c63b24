package platform

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"github.com/jobjourney/jobjourney/internal/fault"
)

const lockFile = "in-use.lock"

// ProfileLock keeps a second start of the app out of a profile. The system drops it
// when the process ends, however it ends.
type ProfileLock struct {
	file *os.File
	path string
}

// LockProfile takes the lock of the profile in folder, and makes the folder (0700) if it
// is missing: where no profile exists, it is called only once one may be made.
// Faults: Conflict profile.inUse if another process has it; Unavailable
// platform.folderReadOnly.
func LockProfile(folder string) (*ProfileLock, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, folderFault(err)
	}
	path := filepath.Join(folder, lockFile)
	for {
		file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
		if err != nil {
			return nil, folderFault(err)
		}
		if err := lockExclusively(file); err != nil {
			return nil, errors.Join(err, file.Close())
		}
		if same(file, path) {
			return &ProfileLock{file: file, path: path}, nil
		}
		// Whoever had it removed the file between the two steps; this lock guards nothing.
		if err := file.Close(); err != nil {
			return nil, fmt.Errorf("lock profile: %w", err)
		}
	}
}

// Release lets others in; the file stays.
func (l *ProfileLock) Release() error {
	if err := l.file.Close(); err != nil {
		return fmt.Errorf("release profile lock: %w", err)
	}
	return nil
}

// Remove releases the lock and removes its file, and the folder if that is then empty.
func (l *ProfileLock) Remove() error {
	if err := l.removeFile(); err != nil {
		return fmt.Errorf("remove profile lock: %w", err)
	}
	_ = os.Remove(filepath.Dir(l.path)) // fails while something else is in it
	return nil
}

// same says whether the open file is the one that stands at path now.
func same(file *os.File, path string) bool {
	mine, err := file.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(path)
	return err == nil && os.SameFile(mine, there)
}

func inUse(err error) error {
	return fault.Wrap(fault.Conflict, "profile.inUse", fmt.Errorf("lock profile: %w", err))
}

func folderFault(err error) error {
	if errors.Is(err, os.ErrPermission) || isReadOnly(err) {
		return fault.Wrap(fault.Unavailable, "platform.folderReadOnly", fmt.Errorf("lock profile: %w", err))
	}
	if errors.Is(err, syscall.ENOTDIR) {
		return fault.Wrap(fault.Unavailable, "platform.notAFolder", fmt.Errorf("lock profile: %w", err))
	}
	return fmt.Errorf("lock profile: %w", err)
}

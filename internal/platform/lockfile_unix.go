//go:build unix

package platform

import (
	"errors"
	"fmt"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// lockExclusively uses flock(2), which belongs to the open file and goes with the process.
func lockExclusively(file *os.File) error {
	for {
		err := unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB) // descriptors are small
		switch {
		case err == nil:
			return nil
		case errors.Is(err, unix.EINTR):
		case errors.Is(err, unix.EWOULDBLOCK):
			return inUse(err)
		default:
			return fmt.Errorf("lock profile: %w", err)
		}
	}
}

// removeFile removes before releasing, so that nobody takes a lock on a file about to go.
func (l *ProfileLock) removeFile() error {
	return errors.Join(os.Remove(l.path), l.file.Close())
}

func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

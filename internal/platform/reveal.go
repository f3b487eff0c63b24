package platform

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// OpenFolder shows a folder in the system's own window for files. Nothing but a folder
// is handed on, because the system would start a program. Fault: Unavailable
// platform.noFolder.
func OpenFolder(path string) error {
	info, err := os.Stat(path)
	if err == nil && !info.IsDir() {
		err = fmt.Errorf("look at folder: %w", fs.ErrInvalid)
	}
	if err == nil {
		err = openLink(path)
	}
	if err != nil {
		return fault.Wrap(fault.Unavailable, "platform.noFolder", pathless(err))
	}
	return nil
}

// pathless leaves the path out of an error, which may go to the log: it names a person.
func pathless(err error) error {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return fmt.Errorf("open folder: %s: %w", at.Op, at.Err)
	}
	return fmt.Errorf("open folder: %w", err)
}

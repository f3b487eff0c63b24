package store

import (
	"errors"
	"io/fs"
	"net/url"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// diskFault tells apart what a person can do something about: a full disk, a place
// that can't be written to, a damaged file. Anything else stays as it is.
func diskFault(err error) error {
	if err == nil {
		return nil
	}
	var f *fault.Error
	if errors.As(err, &f) {
		return err
	}
	if key := diskKey(err); key != "" {
		return fault.Wrap(fault.Unavailable, key, err)
	}
	return err
}

func diskKey(err error) string {
	var lite sqlite3.Error
	if errors.As(err, &lite) {
		switch lite.Code {
		case sqlite3.ErrFull:
			return "store.diskFull"
		case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm:
			return "store.readOnly"
		case sqlite3.ErrCorrupt, sqlite3.ErrNotADB:
			return "store.damaged"
		case sqlite3.ErrIoErr:
			if isFull(lite.SystemErrno) { // SQLite itself knows ENOSPC only
				return "store.diskFull"
			}
			return "store.diskError"
		}
	}
	switch {
	case isFull(err):
		return "store.diskFull"
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return "store.readOnly"
	}
	return ""
}

func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EFBIG) || errors.Is(err, syscall.EDQUOT)
}

// uriPath escapes a file path for a SQLite URI.
func uriPath(path string) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // a Windows drive
	}
	return (&url.URL{Path: p}).EscapedPath()
}

package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// strayMark stands between a file's name and what makes its unfinished copy unique.
const strayMark = ".new-"

// replaceFile writes data beside path, makes it durable and then puts it in place.
func replaceFile(path string, data []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+strayMark+"*") // mode 0600
	if err != nil {
		return err
	}
	_, err = tmp.Write(data)
	if err == nil {
		err = tmp.Sync()
	}
	if err = errors.Join(err, tmp.Close()); err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(tmp.Name()))
	}
	return syncFolder(filepath.Dir(path))
}

// dropStrays removes what a crash inside replaceFile left: a whole profile with an old
// lock, which must not outlive a change of passphrase.
func (v *Vault) dropStrays() error {
	files, err := os.ReadDir(v.dir)
	if err != nil {
		return fmt.Errorf("find stray files: %w", diskFault(err))
	}
	var all error
	for _, f := range files {
		if !strings.HasPrefix(f.Name(), profileFile+strayMark) {
			continue
		}
		if err := os.Remove(filepath.Join(v.dir, f.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			all = errors.Join(all, fmt.Errorf("remove stray file: %w", diskFault(err)))
		}
	}
	return all
}

// diskFault tells apart what a person can do something about.
func diskFault(err error) error {
	var f *fault.Error
	switch {
	case errors.As(err, &f):
		return err
	case isDiskFull(err):
		return fault.Wrap(fault.Unavailable, "vault.diskFull", err)
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return fault.Wrap(fault.Unavailable, "vault.readOnly", err)
	case errors.Is(err, syscall.ENOTDIR):
		return fault.Wrap(fault.Unavailable, "vault.notAFolder", err)
	}
	return err
}

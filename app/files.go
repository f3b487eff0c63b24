package app

import (
	"errors"
	"io"
	"os"
	"strconv"
	"sync"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// The most a page may hand over at once, in MiB. A document is held in memory; a
// backup, which is encrypted already, goes to a temporary file.
const (
	maxDocumentMiB = 20 // what a reader of documents takes (importer/pdf)
	maxBackupMiB   = 8 << 10
)

// Files holds what a person picked or dropped until it is used. The page sends the
// bytes to a reserved route (media.go), the same in both shells. One file at a time is
// held: nothing piles up.
type Files struct {
	mu    sync.Mutex
	token string
	data  []byte
	path  string // of a backup; empty for a document
}

// NewFiles makes an empty holder.
func NewFiles() *Files { return &Files{} }

// receive keeps a document and gives the token it can be taken by, once.
func (f *Files) receive(body io.Reader) (string, error) {
	data, err := io.ReadAll(io.LimitReader(body, maxDocumentMiB<<20+1))
	if err != nil {
		return "", fault.Wrap(fault.Invalid, "file.notReceived", err)
	}
	if len(data) > maxDocumentMiB<<20 {
		return "", fault.New(fault.Invalid, "file.tooLarge").With("maxMb", strconv.Itoa(maxDocumentMiB))
	}
	return f.hold(data, ""), nil
}

// receiveBackup keeps an encrypted backup in a temporary file.
func (f *Files) receiveBackup(body io.Reader) (string, error) {
	file, err := os.CreateTemp("", "jobjourney-*.jjbackup")
	if err != nil {
		return "", fault.Wrap(fault.Unavailable, "file.notReceived", err)
	}
	n, err := io.Copy(file, io.LimitReader(body, maxBackupMiB<<20+1))
	err = errors.Join(err, file.Close())
	if err == nil && n > maxBackupMiB<<20 {
		err = errors.New("backup over the limit")
	}
	if err != nil {
		return "", fault.Wrap(fault.Unavailable, "file.notReceived", errors.Join(err, os.Remove(file.Name())))
	}
	return f.hold(nil, file.Name()), nil
}

// take gives a document and forgets it.
func (f *Files) take(token string) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if token == "" || token != f.token || f.path != "" {
		return nil, fault.New(fault.NotFound, "file.gone")
	}
	data := f.data
	f.token, f.data = "", nil
	return data, nil
}

// withBackup opens a backup for use. It stays until use succeeds, so that a mistyped
// recovery key does not mean uploading again.
func (f *Files) withBackup(token string, use func(io.Reader) error) error {
	f.mu.Lock()
	path := f.path
	known := token != "" && token == f.token && path != ""
	f.mu.Unlock()
	if !known {
		return fault.New(fault.NotFound, "file.gone")
	}
	file, err := os.Open(path)
	if err != nil {
		return fault.Wrap(fault.NotFound, "file.gone", err)
	}
	err = use(file)
	if err = errors.Join(err, file.Close()); err == nil {
		f.used(token)
	}
	return err
}

// used forgets a file unless another has taken its place.
func (f *Files) used(token string) {
	f.mu.Lock()
	current := f.token == token
	f.mu.Unlock()
	if current {
		f.Forget()
	}
}

// Forget drops what is held; called when the vault is locked and when the app ends.
func (f *Files) Forget() { f.hold(nil, "") }

func (f *Files) hold(data []byte, path string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.path != "" {
		_ = os.Remove(f.path) // encrypted, and in the folder the system empties
	}
	f.token, f.data, f.path = "", data, path
	if data != nil || path != "" {
		f.token = ident.NewRecord()
	}
	return f.token
}

package app

import (
	"io"
	"net/http"
	"sync"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// maxUpload bounds what a page may hand over at once: a backup is streamed by path
// elsewhere; résumés and saved pages are far below.
const maxUpload = 25 << 20

// Files holds what a person picked or dropped, in memory, until it is used. The page
// sends the bytes to a reserved route (media.go), the same in both shells.
type Files struct {
	mu   sync.Mutex
	held map[string][]byte
}

// NewFiles makes an empty holder.
func NewFiles() *Files { return &Files{held: map[string][]byte{}} }

// put keeps the bytes and gives the token they can be taken by, once.
func (f *Files) put(data []byte) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	token := ident.NewRecord()
	clear(f.held) // one file at a time: nothing piles up
	f.held[token] = data
	return token
}

// take gives the bytes and forgets them.
func (f *Files) take(token string) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	data, ok := f.held[token]
	if !ok {
		return nil, fault.New(fault.NotFound, "file.gone")
	}
	delete(f.held, token)
	return data, nil
}

// Forget drops what is held; called when the vault is locked.
func (f *Files) Forget() {
	f.mu.Lock()
	defer f.mu.Unlock()
	clear(f.held)
}

// read takes the body of an upload.
func (f *Files) read(r *http.Request) (string, error) {
	data, err := io.ReadAll(io.LimitReader(r.Body, maxUpload+1))
	if err != nil {
		return "", fault.Wrap(fault.Invalid, "file.notReceived", err)
	}
	if len(data) > maxUpload {
		return "", fault.New(fault.Invalid, "file.tooLarge").With("maxMb", "25")
	}
	return f.put(data), nil
}

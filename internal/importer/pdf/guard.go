package pdf

import (
	"errors"
	"fmt"
	"io"
)

// errWork says that a file made the library ask for its bytes again and again, which
// only loops do.
var errWork = errors.New("too many reads")

// errTooMuch says that a limit on glyphs, operators or sizes was reached.
var errTooMuch = errors.New("beyond the limits")

// guard runs f and turns a panic of the PDF library into an error: it panics on much
// of what is malformed.
func guard(what string, f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = panicError(what, r)
		}
	}()
	return f()
}

func panicError(what string, r any) error {
	if err, ok := r.(error); ok {
		return fmt.Errorf("%s: %w", what, err)
	}
	return fmt.Errorf("%s: %v", what, r)
}

// countedBytes is the file as the library sees it. Every object it resolves costs at
// least one read, so a bound on reads ends loops through objects of the file.
type countedBytes struct {
	data  []byte
	reads int
}

// ReadAt panics with errWork when the bound is passed: an error could be taken for
// the end of the file.
func (c *countedBytes) ReadAt(p []byte, off int64) (int, error) {
	if c.reads++; c.reads > minReads+len(c.data)/bytesPerRead {
		panic(errWork)
	}
	if off < 0 || off >= int64(len(c.data)) {
		return 0, io.EOF
	}
	n := copy(p, c.data[off:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

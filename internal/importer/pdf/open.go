package pdf

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"strings"

	lpdf "github.com/ledongthuc/pdf"

	"github.com/jobjourney/jobjourney/internal/fault"
)

const headerWindow = 1024 // bytes in which the header may stand (7.5.2, implementation note)

var (
	versionPattern = regexp.MustCompile(`^%PDF-1\.[0-7][\r\n]`)
	sizePattern    = regexp.MustCompile(`/Size\s+(\d+)`)
)

// open checks the frame of a file and gives access to its objects.
func open(data []byte) (*lpdf.Reader, error) {
	if len(data) > MaxBytes {
		return nil, fault.New(fault.Invalid, "import.tooLarge").With("maxMb", strconv.Itoa(MaxBytes>>20))
	}
	at := bytes.Index(data[:min(len(data), headerWindow)], []byte("%PDF-"))
	if at < 0 {
		return nil, fault.New(fault.Invalid, "import.notPDF")
	}
	framed, err := frame(data[at:])
	if err != nil {
		return nil, err
	}
	var r *lpdf.Reader
	err = guard("open file", func() (err error) {
		r, err = lpdf.NewReader(&countedBytes{data: decipher(framed)}, int64(len(framed)))
		return err
	})
	if err != nil {
		return nil, openFault(err)
	}
	return r, nil
}

// frame returns the file without what mailers and servers put around it, under a
// version the library accepts: the versions differ in nothing that is read here.
func frame(data []byte) ([]byte, error) {
	end := bytes.LastIndex(data, []byte("%%EOF"))
	if end < 0 {
		return nil, damaged(errors.New("no end mark"))
	}
	data = data[:end+len("%%EOF")]
	for _, m := range sizePattern.FindAllSubmatch(data, -1) {
		if n, err := strconv.Atoi(string(m[1])); err != nil || n > maxObjects {
			return nil, damaged(errors.New("impossible number of objects"))
		}
	}
	if !versionPattern.Match(data) && len(data) > len("%PDF-1.7\n") {
		data = bytes.Clone(data)
		copy(data, "%PDF-1.7\n")
	}
	return data, nil
}

func openFault(err error) error {
	if errors.Is(err, lpdf.ErrInvalidPassword) || strings.Contains(err.Error(), "encryption") {
		return fault.Wrap(fault.Invalid, "import.encrypted", err)
	}
	return damaged(err)
}

func damaged(err error) error { return fault.Wrap(fault.Invalid, "import.damaged", err) }

package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	lpdf "github.com/ledongthuc/pdf"
)

// program reads the drawing program of a page or form (one stream or an array of
// them) and returns it as a value that Interpret can be given without danger.
func program(contents lpdf.Value) (lpdf.Value, error) {
	raw, err := joined(contents)
	if err != nil {
		return lpdf.Value{}, err
	}
	clean, err := tidy(raw)
	if err != nil {
		return lpdf.Value{}, err
	}
	return wrapped(clean)
}

// joined reads all streams, with white space between: a token never crosses two (7.8.2).
func joined(contents lpdf.Value) ([]byte, error) {
	if contents.Kind() != lpdf.Array {
		return streamBytes(contents, maxContentBytes)
	}
	var all []byte
	for i := range contents.Len() {
		part, err := streamBytes(contents.Index(i), maxContentBytes-len(all))
		if err != nil {
			return all, err
		}
		all = append(append(all, part...), '\n')
	}
	return all, nil
}

// streamBytes reads a stream, at most limit bytes of it: a few kilobytes can inflate
// to gigabytes. What an incomplete stream holds before it breaks is returned.
func streamBytes(v lpdf.Value, limit int) (data []byte, err error) {
	if v.Kind() != lpdf.Stream {
		return nil, nil
	}
	err = guard("read stream", func() error {
		data, err = io.ReadAll(io.LimitReader(v.Reader(), int64(limit)+1))
		if len(data) > limit {
			return errTooMuch
		}
		if errors.Is(err, io.ErrUnexpectedEOF) {
			return nil
		}
		return err
	})
	return data, err
}

// wrapped puts bytes into a file of one stream, because the library interprets only
// streams of files it has opened.
func wrapped(content []byte) (lpdf.Value, error) {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	at := b.Len()
	fmt.Fprintf(&b, "1 0 obj\n<</Length %d>>\nstream\n", len(content))
	b.Write(content)
	b.WriteString("\nendstream\nendobj\n")
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 2\n0000000000 65535 f \n%010d 00000 n \n", at)
	fmt.Fprintf(&b, "trailer\n<</Size 2/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", xref)
	r, err := lpdf.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return lpdf.Value{}, fmt.Errorf("wrap program: %w", err)
	}
	return r.Trailer().Key("Root"), nil
}

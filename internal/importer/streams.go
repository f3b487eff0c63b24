package importer

import (
	"bytes"
	"errors"
)

// boundedBuffer takes no more than limit bytes, so that a child can't fill our memory,
// and calls full when more come: a child nobody reads from would wait for ever.
// The buffer is not embedded: its ReadFrom would take everything past Write.
type boundedBuffer struct {
	kept  bytes.Buffer
	limit int
	full  func()
}

var errLongReply = errors.New("reply too long")

func (b *boundedBuffer) Write(p []byte) (int, error) {
	if b.kept.Len()+len(p) > b.limit {
		b.full()
		return 0, errLongReply
	}
	return b.kept.Write(p)
}

// crashWatch looks for one sentence of the Go runtime in what passes by, and keeps only
// the tail in which it could begin.
type crashWatch struct {
	sawOutOfMemory bool
	tail           []byte
}

func (w *crashWatch) Write(p []byte) (int, error) {
	seen := append(w.tail, p...)
	for _, sentence := range []string{outOfMemory, "cannot allocate memory"} {
		w.sawOutOfMemory = w.sawOutOfMemory || bytes.Contains(seen, []byte(sentence))
	}
	keep := min(len(seen), len("cannot allocate memory")-1)
	w.tail = bytes.Clone(seen[len(seen)-keep:])
	return len(p), nil
}

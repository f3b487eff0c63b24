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

// memorySentences are the ways the Go runtime gives up when the kernel refuses it memory
// (runtime/malloc.go, mem_linux.go, mpagealloc, proc.go): which one it is depends on
// what it was just trying to get, heap, its own tables or the stack of a thread.
var memorySentences = []string{
	"out of memory", "cannot allocate", "cannot map pages", "failed to reserve", "too many retries",
	"newosproc", "create new OS thread", "pthread_create failed",
}

// longestSentence is the longest of them, in bytes.
const longestSentence = 24

// crashWatch looks for one sentence of the Go runtime in what passes by, and keeps only
// the tail in which it could begin.
type crashWatch struct {
	sawOutOfMemory bool
	tail           []byte
}

func (w *crashWatch) Write(p []byte) (int, error) {
	seen := append(w.tail, p...)
	for _, sentence := range memorySentences {
		w.sawOutOfMemory = w.sawOutOfMemory || bytes.Contains(seen, []byte(sentence))
	}
	keep := min(len(seen), longestSentence-1)
	w.tail = bytes.Clone(seen[len(seen)-keep:])
	return len(p), nil
}

package history

import (
	"context"
	"sync"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// Store reads what was saved of logs.
type Store interface {
	// Chunks lists the chunks that belong to a document, oldest first, without reading them.
	Chunks(ctx context.Context, of string) ([]string, error)
	// Chunk reads one; NotFound if it is gone or can't be read any more.
	Chunk(ctx context.Context, id string) (Chunk, error)
}

// Logs are the histories of documents of one type, read when they are first asked for.
type Logs[T any] struct {
	store Store
	clk   clock.Clock
	mu    sync.Mutex
	open  map[string]Log[T]
}

// NewLogs makes them; it touches nothing yet.
func NewLogs[T any](store Store, clk clock.Clock) *Logs[T] {
	return &Logs[T]{store: store, clk: clk, open: map[string]Log[T]{}}
}

// Of is the history of a document, empty if nothing was recorded yet.
func (s *Logs[T]) Of(ctx context.Context, of string) (Log[T], error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if l, known := s.open[of]; known {
		return l, nil
	}
	ids, err := s.store.Chunks(ctx, of)
	if err != nil {
		return Log[T]{}, err
	}
	l, err := Open[T](ctx, ids, s.store.Chunk, s.clk, ident.NewRecord)
	if err == nil {
		s.open[of] = l
	}
	return l, err
}

// Keep puts a log in the place of the document's; called once its turn is saved.
func (s *Logs[T]) Keep(of string, l Log[T]) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open[of] = l
}

// Drop forgets the history of a document that was deleted.
func (s *Logs[T]) Drop(of string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, of)
}

// Forget drops everything read; called when the vault is locked.
func (s *Logs[T]) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.open)
}

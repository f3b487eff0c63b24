package store

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// kindHistory is the kind of record a chunk of a history is.
const kindHistory = "history"

// histories are the steps of documents: chunks that belong to the document's record and
// are saved with it.
type histories struct{ all collection[history.Chunk] }

// keepHistories is called by every file of a domain whose documents have a history.
func keepHistories(s *Store) histories {
	return histories{collect[history.Chunk](s, kindHistory, vault.ClassDocument, nil)}
}

// Chunks is history.Store.
func (h histories) Chunks(_ context.Context, of string) ([]string, error) {
	s := h.all.s
	s.mu.RLock()
	defer s.mu.RUnlock()
	if _, err := s.ready(); err != nil {
		return nil, err
	}
	return s.index.belonging(h.all.kind, of), nil
}

// Chunk is history.Store: one that can't be read counts as gone.
func (h histories) Chunk(ctx context.Context, id string) (history.Chunk, error) {
	c, err := h.all.get(ctx, id)
	if isDamaged(err) || isNewer(err) {
		return history.Chunk{}, fault.Wrap(fault.NotFound, "store.notFound", err)
	}
	return c, err
}

// saveWithHistory saves a record and what changed of its history, both or neither. The
// empty id is the one record of a kind of which a profile has one.
func saveWithHistory[T any](ctx context.Context, c collection[T], h histories, id string, v T, change history.Change) error {
	body, err := c.written(v)
	if err != nil {
		return err
	}
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	if id == "" {
		id = c.onlyID()
	}
	first, err := c.saving(id, v, body)
	if err != nil {
		return err
	}
	chunks, err := h.savings(id, change.Put)
	if err != nil {
		return err
	}
	return c.s.saveTogether(ctx, append([]saving{first}, chunks...), change.Remove)
}

// savings prepares chunks of one record's history. The caller holds the lock.
func (h histories) savings(of string, chunks []history.Chunk) ([]saving, error) {
	c := h.all
	c.of = func(history.Chunk) string { return of }
	var out []saving
	for _, chunk := range chunks {
		body, err := c.written(chunk)
		if err != nil {
			return nil, err
		}
		next, err := c.saving(chunk.ID, chunk, body)
		if err != nil {
			return nil, err
		}
		out = append(out, next)
	}
	return out, nil
}

// deleteWithHistory removes a record and its history for good, whether or not they can be read.
func deleteWithHistory[T any](ctx context.Context, c collection[T], h histories, id string) error {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	if _, err := c.s.ready(); err != nil {
		return err
	}
	if c.s.index.entry[id].kind != c.kind {
		return notFound(c.kind)
	}
	return c.s.erase(ctx, append(c.s.index.belonging(h.all.kind, id), id), nil)
}

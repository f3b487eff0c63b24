package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// collection keeps records of one kind whose body is the JSON of T.
type collection[T any] struct {
	s      *Store
	kind   string
	schema int // raised when the body's meaning changes; newer ones are read-only here
	class  vault.Class
	lines  func(T) []Line // what search finds it by; nil: nothing
	of     func(T) string // the record each belongs to; nil: none
	blob   func(T) string // the blob that goes with each; nil: none
}

// collect is called while wiring. Every kind is at the first version of its schema so far.
func collect[T any](s *Store, kind string, class vault.Class, lines func(T) []Line) collection[T] {
	const schema = 1
	s.schemas[kind] = schema
	return collection[T]{s: s, kind: kind, schema: schema, class: class, lines: lines}
}

func (c collection[T]) get(ctx context.Context, id string) (T, error) {
	c.s.mu.RLock()
	defer c.s.mu.RUnlock()
	return c.read(ctx, id)
}

// list returns all records of the kind, oldest first. A record that turned bad since
// the vault was unlocked, or that only a newer version understands, is left out.
func (c collection[T]) list(ctx context.Context) ([]T, error) {
	return c.listBut(ctx, func(err error) bool { return isDamaged(err) || isNewer(err) })
}

// every is list for whoever must not overlook one: a record that can't be read is an error.
func (c collection[T]) every(ctx context.Context) ([]T, error) {
	return c.listBut(ctx, func(error) bool { return false })
}

func (c collection[T]) listBut(ctx context.Context, leaveOut func(error) bool) ([]T, error) {
	c.s.mu.RLock()
	defer c.s.mu.RUnlock()
	if _, err := c.s.ready(); err != nil {
		return nil, err
	}
	return c.readAll(ctx, c.s.index.kinds[c.kind], leaveOut)
}

// recent returns the newest n records at most, newest first, and how many there are; no
// other record is opened.
func (c collection[T]) recent(ctx context.Context, n int) ([]T, int, error) {
	c.s.mu.RLock()
	defer c.s.mu.RUnlock()
	if _, err := c.s.ready(); err != nil {
		return nil, 0, err
	}
	ids := slices.Clone(c.s.index.kinds[c.kind])
	slices.Reverse(ids)
	found, err := c.readAll(ctx, ids[:min(n, len(ids))], func(err error) bool { return isDamaged(err) || isNewer(err) })
	return found, len(ids), err
}

// listOf is list for the records that belong to one other; no other record is opened.
func (c collection[T]) listOf(ctx context.Context, owner string) ([]T, error) {
	c.s.mu.RLock()
	defer c.s.mu.RUnlock()
	if _, err := c.s.ready(); err != nil {
		return nil, err
	}
	return c.readAll(ctx, c.s.index.belonging(c.kind, owner), func(err error) bool { return isDamaged(err) || isNewer(err) })
}

func (c collection[T]) readAll(ctx context.Context, ids []string, leaveOut func(error) bool) ([]T, error) {
	out := make([]T, 0, len(ids))
	for _, id := range ids {
		v, err := c.read(ctx, id)
		if err != nil && leaveOut(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// unread are those of ids that are there and can't be read. The caller holds the lock.
func (c collection[T]) unread(ctx context.Context, ids []string) ([]string, error) {
	out := []string{}
	for _, id := range ids {
		_, err := c.read(ctx, id)
		switch {
		case isDamaged(err), isNewer(err):
			out = append(out, id)
		case err != nil:
			return nil, err
		}
	}
	return out, nil
}

// only returns the one record of a kind of which a profile has one, and its id; the
// zero value and a fresh id before it was first saved.
func (c collection[T]) only(ctx context.Context) (v T, id string, err error) {
	c.s.mu.RLock()
	defer c.s.mu.RUnlock()
	if _, err := c.s.ready(); err != nil {
		return v, "", err
	}
	ids := c.s.index.kinds[c.kind]
	if len(ids) == 0 {
		return v, ident.NewRecord(), nil
	}
	v, err = c.read(ctx, ids[0])
	return v, ids[0], err
}

// saved reports whether a record of the kind exists.
func (c collection[T]) saved() bool {
	c.s.mu.RLock()
	defer c.s.mu.RUnlock()
	return len(c.s.index.kinds[c.kind]) > 0
}

// put saves v under id; it is durable when put returns.
func (c collection[T]) put(ctx context.Context, id string, v T) error {
	body, err := c.written(v)
	if err != nil {
		return err
	}
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	return c.save(ctx, id, v, body)
}

// save writes a record; the caller holds the lock.
func (c collection[T]) save(ctx context.Context, id string, v T, body []byte) error {
	r, err := c.saving(id, v, body)
	if err != nil {
		return err
	}
	return c.s.saveTogether(ctx, []saving{r}, nil)
}

// putOnly saves the one record of a kind of which a profile has one, however many save
// it for the first time at once.
func (c collection[T]) putOnly(ctx context.Context, v T) error {
	body, err := c.written(v)
	if err != nil {
		return err
	}
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	return c.save(ctx, c.onlyID(), v, body)
}

// onlyID is the id of the one record of a kind of which a profile has one, a fresh one
// before it was first saved. The caller holds the lock.
func (c collection[T]) onlyID() string {
	if known := c.s.index.kinds[c.kind]; len(known) > 0 {
		return known[0]
	}
	return ident.NewRecord()
}

// deleteWithBlobs removes records of any kind and the blobs whose keys they held. The
// rows go first: a file whose key is gone says nothing, and the next unlocking removes it.
func (c collection[T]) deleteWithBlobs(ctx context.Context, ids, blobs []string) error {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	if _, err := c.s.ready(); err != nil {
		return err
	}
	if err := c.s.erase(ctx, ids, blobs); err != nil {
		return fmt.Errorf("delete %s: %w", c.kind, err)
	}
	return nil
}

// delete removes the record for good: the row is overwritten and the journal emptied.
func (c collection[T]) delete(ctx context.Context, id string) error {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	if _, err := c.s.ready(); err != nil {
		return err
	}
	if c.s.index.entry[id].kind != c.kind {
		return notFound(c.kind)
	}
	if err := c.s.erase(ctx, []string{id}, nil); err != nil {
		return fmt.Errorf("delete %s: %w", c.kind, err)
	}
	return nil
}

func (c collection[T]) read(ctx context.Context, id string) (T, error) {
	var v T
	if _, err := c.s.ready(); err != nil {
		return v, err
	}
	if c.s.index.entry[id].kind != c.kind {
		return v, notFound(c.kind)
	}
	key, err := ident.Bytes(id)
	if err != nil {
		return v, err
	}
	r, err := c.s.readRow(ctx, key)
	if errors.Is(err, sql.ErrNoRows) {
		return v, notFound(c.kind)
	}
	if err != nil {
		return v, fmt.Errorf("read %s: %w", c.kind, diskFault(err))
	}
	env, err := c.s.open(r)
	if err != nil {
		return v, fmt.Errorf("open %s: %w", c.kind, err)
	}
	if err := json.Unmarshal(env.Body, &v); err != nil {
		return v, fmt.Errorf("decode %s: %w", c.kind, c.undecodable(env, err))
	}
	return v, nil
}

// undecodable says why a body that was sealed by us makes no sense to us.
func (c collection[T]) undecodable(env envelope, err error) error {
	if env.Schema > c.schema {
		return fault.Wrap(fault.Conflict, "store.newerRecord", err)
	}
	return fault.Wrap(fault.Unavailable, "vault.damaged", err)
}

// fill puts all records of the kind into the search index, one at a time, so that
// nobody waits for it.
func (c collection[T]) fill(ctx context.Context) error {
	c.s.mu.RLock()
	ids := append([]string(nil), c.s.index.kinds[c.kind]...)
	c.s.mu.RUnlock()
	for _, id := range ids {
		if err := c.fillOne(ctx, id); err != nil && !isNotFound(err) && !isDamaged(err) && !isNewer(err) {
			return err
		}
	}
	return nil
}

func (c collection[T]) fillOne(ctx context.Context, id string) error {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	v, err := c.read(ctx, id)
	if err != nil {
		return err
	}
	return c.reindex(ctx, id, v)
}

func (c collection[T]) reindex(ctx context.Context, id string, v T) error {
	if c.lines == nil || c.s.search == nil {
		return nil
	}
	// The record is saved by now: who asked has no say any more.
	return c.s.search.replace(context.WithoutCancel(ctx), c.kind, id, c.lines(v))
}

// erase removes records, then their blobs, then everything that could still hold bytes
// of them. Once the rows are gone the rest is done whether or not anybody still waits.
func (s *Store) erase(ctx context.Context, ids, blobs []string) error {
	if err := s.removeRows(ctx, ids); err != nil {
		return diskFault(err)
	}
	var err error
	s.damaged = slices.DeleteFunc(s.damaged, func(d Damage) bool { return slices.Contains(ids, d.ID) })
	for _, id := range ids {
		s.index.drop(id)
		if s.search != nil {
			err = errors.Join(err, s.search.remove(context.WithoutCancel(ctx), id))
		}
	}
	return errors.Join(err, s.removeBlobs(blobs...), s.scrub(context.WithoutCancel(ctx)))
}

// removeRows removes all of them or none.
func (s *Store) removeRows(ctx context.Context, ids []string) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // does nothing after Commit
	if err := deleteRows(ctx, tx, ids); err != nil {
		return err
	}
	return tx.Commit()
}

// scrub writes the database anew without what is gone, empties the journal and removes
// the copies made before migrations. secure_delete alone is not enough: when SQLite
// moves a row to another page, the free part of the old page keeps its bytes.
func (s *Store) scrub(ctx context.Context) error {
	for _, step := range []string{"VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"} {
		if _, err := s.db.ExecContext(ctx, step); err != nil {
			return errors.Join(fmt.Errorf("clean up: %w", diskFault(err)), s.dropCopies())
		}
	}
	return s.dropCopies()
}

func isNotFound(err error) bool { return fault.Has(err, fault.NotFound) }

// isDamaged covers a record whose seal is broken and one on a broken page.
func isDamaged(err error) bool {
	if err == nil {
		return false
	}
	key := fault.Of(err).Key
	return key == "vault.damaged" || key == "store.damaged"
}

func isNewer(err error) bool { return err != nil && fault.Of(err).Key == "store.newerRecord" }

func notFound(kind string) error {
	return fault.New(fault.NotFound, "store.notFound").With("kind", kind)
}

package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// saving is a record about to be saved.
type saving struct {
	env     envelope
	e       entry
	reindex func(context.Context) error
}

// saving prepares a record, or says why it can't be saved. The caller holds the lock.
func (c collection[T]) saving(id string, v T, body []byte) (saving, error) {
	if _, err := c.s.ready(); err != nil {
		return saving{}, err
	}
	e, known := c.s.index.entry[id]
	if known && e.schema > c.schema {
		return saving{}, fault.New(fault.Conflict, "store.newerRecord")
	}
	e = entry{kind: c.kind, schema: c.schema, class: c.class, rev: max(e.rev, 1)}
	if c.of != nil {
		e.of = c.of(v)
	}
	if c.blob != nil {
		e.blob = c.blob(v)
	}
	return saving{
		env: envelope{id, c.kind, c.schema, e.of, e.blob, body}, e: e,
		reindex: func(ctx context.Context) error { return c.reindex(ctx, id, v) },
	}, nil
}

// written is a value as the body of a record.
func (c collection[T]) written(v T) ([]byte, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", c.kind, err)
	}
	return body, nil
}

// saveTogether saves records and removes others in one transaction: all of it happens or
// nothing. What is removed is overwritten on the disk, but no promise is made for copies
// of its page: what a person deletes goes by erase. The caller holds the lock.
func (s *Store) saveTogether(ctx context.Context, all []saving, remove []string) error {
	db, err := s.ready()
	if err != nil {
		return err
	}
	if err := s.writeTogether(ctx, db, all, remove); err != nil {
		return fmt.Errorf("save %s: %w", all[0].env.Kind, err)
	}
	for _, r := range all {
		s.index.add(r.env.ID, r.e)
		err = errors.Join(err, r.reindex(ctx))
	}
	for _, id := range remove {
		s.index.drop(id)
	}
	return err
}

func (s *Store) writeTogether(ctx context.Context, db *sql.DB, all []saving, remove []string) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return diskFault(err)
	}
	defer func() { _ = tx.Rollback() }() // does nothing after Commit
	for _, r := range all {
		if err := s.write(ctx, tx, r.env, r.e); err != nil {
			return err
		}
	}
	if err := deleteRows(ctx, tx, remove); err != nil {
		return diskFault(err)
	}
	if err := tx.Commit(); err != nil {
		return diskFault(err)
	}
	return s.stillThere()
}

const upsert = `
INSERT INTO records (id, class, rev, sealed, dirty, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
ON CONFLICT (id) DO UPDATE SET class = ?2, rev = ?3, sealed = ?4, dirty = ?5, updated_at = ?6`

// write seals and saves one record and marks it as changed since the last sync.
func (s *Store) write(ctx context.Context, tx *sql.Tx, env envelope, e entry) error {
	plain, err := json.Marshal(env)
	if err != nil {
		return err
	}
	id, err := ident.Bytes(env.ID)
	if err != nil {
		return err
	}
	sealed, err := s.vault.Seal(vault.Header{ID: id, Class: e.class, Rev: e.rev}, plain)
	if err != nil {
		return err
	}
	now := s.clk.Now().UnixMilli()
	_, err = tx.ExecContext(ctx, upsert, id[:], e.class, e.rev, sealed, e.class != vault.ClassDevice, now)
	return diskFault(err)
}

func deleteRows(ctx context.Context, tx *sql.Tx, ids []string) error {
	for _, id := range ids {
		key, err := ident.Bytes(id)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM records WHERE id = ?", key[:]); err != nil {
			return err
		}
	}
	return nil
}

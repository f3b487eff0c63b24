package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// index is what is kept in memory of the records while the vault is open. The zero
// index means locked.
type index struct {
	kinds map[string][]string // kind -> ids, oldest first
	entry map[string]entry    // id -> what it is
	parts map[string][]string // id -> the records that belong to it, oldest first
}

type entry struct {
	kind   string
	schema int
	class  vault.Class
	rev    uint64
	of     string // the record it belongs to, or empty
	blob   string // the blob that goes with it, or empty
}

func newIndex() index {
	return index{kinds: map[string][]string{}, entry: map[string]entry{}, parts: map[string][]string{}}
}

func (x *index) add(id string, e entry) {
	if _, known := x.entry[id]; !known {
		x.kinds[e.kind] = append(x.kinds[e.kind], id)
		if e.of != "" {
			x.parts[e.of] = append(x.parts[e.of], id)
		}
	}
	x.entry[id] = e
}

func (x *index) drop(id string) {
	e, known := x.entry[id]
	if !known {
		return
	}
	delete(x.entry, id)
	same := func(k string) bool { return k == id }
	x.kinds[e.kind] = slices.DeleteFunc(x.kinds[e.kind], same)
	if e.of != "" {
		x.parts[e.of] = slices.DeleteFunc(x.parts[e.of], same)
	}
}

// belonging are the ids of one kind that belong to a record, whether or not they can be read.
func (x *index) belonging(kind, owner string) []string {
	ids := []string{}
	for _, id := range x.parts[owner] {
		if x.entry[id].kind == kind {
			ids = append(ids, id)
		}
	}
	return ids
}

// row is a record as it lies in the table.
type row struct {
	id      [16]byte
	class   vault.Class
	rev     uint64
	sealed  []byte
	created int64
}

func (r row) header() vault.Header {
	return vault.Header{ID: r.id, Class: r.class, Rev: r.rev}
}

// readAll opens every record. What can't be opened is set aside, not an error.
func (s *Store) readAll(ctx context.Context) (index, []Damage, error) {
	idx, damaged := newIndex(), []Damage{}
	rows, unreadable, err := s.scanRows(ctx)
	if err != nil {
		return index{}, nil, err
	}
	for _, id := range unreadable {
		damaged = append(damaged, Damage{ID: id})
	}
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Compare(a.created, b.created) })
	for i, e := range s.openAll(rows) {
		id := ident.FromBytes(rows[i].id)
		if e.kind == "" {
			damaged = append(damaged, Damage{ID: id})
			continue
		}
		idx.add(id, e)
	}
	return idx, damaged, nil
}

// openAll opens rows side by side, one worker for each processor: unlocking waits for
// it. An entry without a kind stands for a row that can't be opened.
func (s *Store) openAll(rows []row) []entry {
	entries := make([]entry, len(rows))
	workers := runtime.GOMAXPROCS(0)
	var done sync.WaitGroup
	for w := range workers {
		done.Go(func() {
			for i := w; i < len(rows); i += workers {
				entries[i], _ = s.openEntry(rows[i])
			}
		})
	}
	done.Wait()
	return entries
}

// openEntry unseals one row and reads what the index needs; the body, nearly all of the
// record, is read only when somebody asks for it.
func (s *Store) openEntry(r row) (entry, error) {
	plain, err := s.vault.Open(r.header(), r.sealed)
	if err != nil {
		return entry{}, err
	}
	env, err := readHead(plain)
	if err != nil {
		return entry{}, fmt.Errorf("read record: %w", err)
	}
	if err := env.check(r); err != nil {
		return entry{}, err
	}
	return entry{env.Kind, env.Schema, r.class, r.rev, env.Of, env.Blob}, nil
}

// open unseals one row and checks that the record inside is the one the row claims.
func (s *Store) open(r row) (envelope, error) {
	plain, err := s.vault.Open(r.header(), r.sealed)
	if err != nil {
		return envelope{}, err
	}
	var env envelope
	if err := json.Unmarshal(plain, &env); err != nil {
		return envelope{}, fault.Wrap(fault.Unavailable, "vault.damaged", fmt.Errorf("read record: %w", err))
	}
	return env, env.check(r)
}

// scanRows reads the table in one go; if a page of it is damaged, record by record,
// so that only the ones on that page are lost.
func (s *Store) scanRows(ctx context.Context) (rows []row, unreadable []string, err error) {
	if rows, err = s.scanTable(ctx); err == nil {
		return rows, nil, nil
	}
	if diskKey(err) != "store.damaged" {
		return nil, nil, diskFault(err)
	}
	ids, err := s.scanIDs(ctx)
	if err != nil {
		return nil, nil, diskFault(err)
	}
	rows = nil
	for _, id := range ids {
		r, err := s.readRow(ctx, id)
		if err != nil {
			unreadable = append(unreadable, ident.FromBytes(id))
			continue
		}
		rows = append(rows, r)
	}
	return rows, unreadable, nil
}

func (s *Store) scanTable(ctx context.Context) ([]row, error) {
	found, err := s.db.QueryContext(ctx, "SELECT id, class, rev, sealed, created_at FROM records")
	if err != nil {
		return nil, err
	}
	defer found.Close()
	var rows []row
	for found.Next() {
		r, err := scanRow(found)
		if err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	return rows, found.Err()
}

// scanIDs reads the ids from the index of the primary key, which lies on pages of its own.
func (s *Store) scanIDs(ctx context.Context) ([][16]byte, error) {
	found, err := s.db.QueryContext(ctx, "SELECT id FROM records INDEXED BY sqlite_autoindex_records_1 ORDER BY id")
	if err != nil {
		return nil, err
	}
	defer found.Close()
	var ids [][16]byte
	for found.Next() {
		var id []byte
		if err := found.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, [16]byte(id))
	}
	return ids, found.Err()
}

const (
	rowColumns = "SELECT id, class, rev, sealed, created_at FROM records WHERE "
	rowsAtOnce = 200 // far below what SQLite takes as parameters
)

// readRows finds many records at once, which takes a fraction of the time of one by one.
// What it doesn't give, be it gone or on a broken page, is for readRow to look for.
func (s *Store) readRows(ctx context.Context, ids []string) map[string]row {
	rows := make(map[string]row, len(ids))
	for some := range slices.Chunk(ids, rowsAtOnce) {
		if err := s.addRows(ctx, rows, some); err != nil {
			break
		}
	}
	return rows
}

func (s *Store) addRows(ctx context.Context, rows map[string]row, ids []string) error {
	keys := make([]any, 0, len(ids))
	for _, id := range ids {
		key, err := ident.Bytes(id)
		if err != nil {
			return err
		}
		keys = append(keys, key[:])
	}
	found, err := s.db.QueryContext(ctx, rowColumns+"id IN (?"+strings.Repeat(",?", len(keys)-1)+")", keys...)
	if err != nil {
		return err
	}
	defer found.Close()
	for found.Next() {
		r, err := scanRow(found)
		if err != nil {
			return err
		}
		rows[ident.FromBytes(r.id)] = r
	}
	return found.Err()
}

// readRow finds a record by its id. If a page of the index that leads there is damaged, it
// looks through the table instead.
func (s *Store) readRow(ctx context.Context, id [16]byte) (row, error) {
	r, err := scanRow(s.db.QueryRowContext(ctx, rowColumns+"id = ?", id[:]))
	if diskKey(err) == "store.damaged" {
		r, err = scanRow(s.db.QueryRowContext(ctx, rowColumns+"+id = ?", id[:])) // + keeps SQLite from using the index
	}
	return r, err
}

func scanRow(from interface{ Scan(...any) error }) (row, error) {
	var r row
	var id []byte
	if err := from.Scan(&id, &r.class, &r.rev, &r.sealed, &r.created); err != nil {
		return row{}, err
	}
	copy(r.id[:], id)
	return r, nil
}

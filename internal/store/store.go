package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	_ "github.com/mattn/go-sqlite3" // the driver named "sqlite3"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/vault"
)

const (
	databaseFile = "records.db"
	blobFolder   = "blobs"
	copyFolder   = "copies"
)

// Store is one profile's records and blobs.
type Store struct {
	vault *vault.Vault
	clk   clock.Clock

	steps func() (fs.FS, error) // the migrations

	mu      sync.RWMutex
	dir     string
	db      *sql.DB
	file    fs.FileInfo // of the database, when it was opened
	index   index
	damaged []Damage
	search  *searchIndex
	blobs   map[string]*blobWriter

	readers sync.Map // *Blob -> true: blobs being read
	turned  sync.Map // id -> kind: records that could not be read since the vault was unlocked

	// What the domains' files hand in when they are made:
	schemas    map[string]int                            // the kinds of record this version knows
	fillers    []func(context.Context) error             // put a kind into the search index
	recoverers []func(context.Context) error             // mend what a crash left
	owners     []func(context.Context) ([]string, error) // blobs that records name
}

// register is called while wiring, before anything is opened.
func (s *Store) register(fill, mend func(context.Context) error) {
	s.fillers = append(s.fillers, fill)
	if mend != nil {
		s.recoverers = append(s.recoverers, mend)
	}
}

func (s *Store) registerBlobs(owner func(context.Context) ([]string, error)) {
	s.owners = append(s.owners, owner)
}

// Damage is a record that could not be opened. It is left where it is: a backup or
// a later version may still make sense of it.
type Damage struct {
	ID   string // empty if not even the id could be read
	Kind string // empty if unknown
}

// New makes a store for the profile in dir; it opens nothing.
func New(dir string, v *vault.Vault, clk clock.Clock) *Store {
	return &Store{dir: dir, vault: v, clk: clk, steps: migrations, blobs: map[string]*blobWriter{}, schemas: map[string]int{}}
}

// Open opens the database, brings its schema up to date (with a copy before each
// step) and needs no key. A database of a newer version is a Conflict fault; one that was
// there before and is gone, Unavailable store.missing, is not begun anew.
func (s *Store) Open(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db != nil {
		return nil
	}
	path := filepath.Join(s.dir, databaseFile)
	if err := s.notLost(path); err != nil {
		return err
	}
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return fmt.Errorf("make profile folder: %w", diskFault(err))
	}
	db, err := openDatabase(path)
	if err != nil {
		return err
	}
	if err := s.migrate(ctx, db); err != nil {
		return errors.Join(err, db.Close())
	}
	if err := s.settleIn(path); err != nil {
		return errors.Join(err, db.Close())
	}
	s.db = db
	return nil
}

// notLost refuses to begin anew where a database was: what is written into an empty one
// would hide that everything is gone. The folder for blobs is made after the database, so
// that it says there was one.
func (s *Store) notLost(path string) error {
	_, err := os.Stat(filepath.Join(s.dir, blobFolder))
	if err == nil && isEmpty(path) && isEmpty(path+"-wal") {
		return fault.New(fault.Unavailable, "store.missing")
	}
	return nil
}

// isEmpty says that there is nothing in a file, or no file.
func isEmpty(path string) bool {
	info, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0
}

// settleIn makes the folder for blobs and remembers which file the database is.
func (s *Store) settleIn(path string) error {
	if err := os.MkdirAll(filepath.Join(s.dir, blobFolder), 0o700); err != nil {
		return fmt.Errorf("make profile folder: %w", diskFault(err))
	}
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("look at database: %w", diskFault(err))
	}
	s.file = info
	return nil
}

// stillThere reports whether the database has its name: an open file can still be written
// to after it was removed or replaced, and everything goes when it is closed.
func (s *Store) stillThere() error {
	info, err := os.Stat(filepath.Join(s.dir, databaseFile))
	if err != nil || !os.SameFile(info, s.file) {
		return fault.Wrap(fault.Unavailable, "store.removed", err)
	}
	return nil
}

func (s *Store) migrate(ctx context.Context, db *sql.DB) error {
	files, err := s.steps()
	if err != nil {
		return err
	}
	return migrate(ctx, db, files, filepath.Join(s.dir, copyFolder))
}

// openDatabase sets the pragmas in the DSN, so that every connection has them. One
// connection serves all: there is one writer, and readers are quick.
func openDatabase(path string) (*sql.DB, error) {
	dsn := "file:" + uriPath(path) + "?_journal_mode=WAL&_synchronous=FULL&_foreign_keys=on" +
		"&_secure_delete=on&_busy_timeout=5000&_txlock=immediate&_cache_size=-8000"
	db, err := sql.Open("sqlite3", dsn)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", diskFault(err))
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// Load is called after unlocking: it opens every record once, sets damaged ones
// aside and fills the search index in the background.
func (s *Store) Load(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil {
		return fault.New(fault.Internal, "store.notOpen")
	}
	idx, damaged, err := s.readAll(ctx)
	if err != nil {
		return fmt.Errorf("load records: %w", err)
	}
	found, err := newSearchIndex(ctx)
	if err != nil {
		return err
	}
	s.index, s.damaged, s.search = idx, damaged, found
	s.turned.Clear()
	return nil
}

// Forget drops everything read from sealed records; called when the vault is locked.
func (s *Store) Forget() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := errors.Join(s.closeBlobs(), s.closeReaders())
	if s.search != nil {
		err = errors.Join(err, s.search.close())
	}
	s.index, s.damaged, s.search = index{}, nil, nil
	s.turned.Clear()
	return err
}

// Close closes database and blobs; Open may follow.
func (s *Store) Close() error {
	err := s.Forget()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil {
		return err
	}
	err = errors.Join(err, s.db.Close())
	s.db = nil
	return err
}

// Damaged lists the records that could not be opened when the vault was unlocked, and
// those that turned bad since, as far as somebody asked for them.
func (s *Store) Damaged() []Damage {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := append([]Damage(nil), s.damaged...)
	s.turned.Range(func(id, kind any) bool {
		all = append(all, Damage{ID: id.(string), Kind: kind.(string)})
		return true
	})
	slices.SortStableFunc(all[len(s.damaged):], func(a, b Damage) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// notice keeps account of which records can't be read any more.
func (s *Store) notice(id, kind string, err error) {
	if isDamaged(err) {
		s.turned.Store(id, kind)
		return
	}
	s.turned.Delete(id)
}

// isSetAside reports whether the record could not be opened when the vault was unlocked,
// so that not even its kind is known. The caller holds the lock.
func (s *Store) isSetAside(id string) bool {
	return slices.ContainsFunc(s.damaged, func(d Damage) bool { return d.ID == id })
}

// ready gives the database to whoever holds the lock, if the store is open and unlocked.
func (s *Store) ready() (*sql.DB, error) {
	if s.db == nil || s.index.kinds == nil {
		return nil, fault.New(fault.Locked, "vault.locked")
	}
	return s.db, nil
}

// settle runs after Load: it mends what a crash left and removes blobs no record
// names. If a record could not be opened, or was made by a newer version, nothing is
// removed, because the blob may be its. What can't be put right now waits for the next unlocking and keeps nobody out.
func (s *Store) settle(ctx context.Context) error {
	all := s.dropStaged()
	for _, mend := range s.recoverers {
		if err := mend(ctx); err != nil {
			all = errors.Join(all, fmt.Errorf("recover recordings: %w", err))
		}
	}
	if !s.understood() {
		return all
	}
	return errors.Join(all, s.sweepUnnamed(ctx))
}

// understood reports whether every record was opened and is of a kind and schema known here.
func (s *Store) understood() bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, e := range s.index.entry {
		if e.schema > s.schemas[e.kind] {
			return false
		}
	}
	return len(s.damaged) == 0
}

func (s *Store) sweepUnnamed(ctx context.Context) error {
	var named []string
	for _, owner := range s.owners {
		blobs, err := owner(ctx)
		if err != nil {
			return fmt.Errorf("list blobs: %w", err)
		}
		named = append(named, blobs...)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sweepBlobs(named)
}

// fill puts every record into the search index.
func (s *Store) fill(ctx context.Context) error {
	for _, fill := range s.fillers {
		if err := fill(ctx); err != nil {
			return err
		}
	}
	return nil
}

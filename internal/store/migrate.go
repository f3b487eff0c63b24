package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/pressly/goose/v3"

	"github.com/jobjourney/jobjourney/internal/fault"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations are the steps of this version.
func migrations() (fs.FS, error) {
	files, err := fs.Sub(migrationFiles, "migrations")
	if err != nil {
		return nil, fmt.Errorf("read migrations: %w", err)
	}
	return files, nil
}

// migrate applies the steps the database lacks. Before each step a copy goes to
// copies; it stays until the profile has been used with the new schema and
// something is deleted, because deletion has to reach copies too.
func migrate(ctx context.Context, db *sql.DB, files fs.FS, copies string) error {
	steps, err := goose.NewProvider(goose.DialectSQLite3, db, files)
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	version, err := steps.GetDBVersion(ctx)
	if err != nil {
		return fmt.Errorf("read schema version: %w", diskFault(err))
	}
	sources := steps.ListSources()
	if newest := sources[len(sources)-1].Version; version > newest {
		return fault.New(fault.Conflict, "store.newerVersion")
	}
	for {
		pending, err := steps.HasPending(ctx)
		if err != nil || !pending {
			return diskFault(err)
		}
		if err := copyBefore(ctx, db, copies, version); err != nil {
			return err
		}
		result, err := steps.UpByOne(ctx)
		if err != nil {
			return fmt.Errorf("migrate database: %w", diskFault(err))
		}
		version = result.Source.Version
	}
}

// copyBefore copies the database as it is; an empty one (version 0) needs none.
func copyBefore(ctx context.Context, db *sql.DB, copies string, version int64) error {
	if version == 0 {
		return nil
	}
	if err := os.MkdirAll(copies, 0o700); err != nil {
		return fmt.Errorf("make folder for copies: %w", diskFault(err))
	}
	path := filepath.Join(copies, fmt.Sprintf("before-%d.db", version))
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("replace copy: %w", diskFault(err))
	}
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		return fmt.Errorf("copy database: %w", diskFault(err))
	}
	return nil
}

// dropCopies removes what migrations left behind, so that a deletion is one.
func (s *Store) dropCopies() error {
	if err := os.RemoveAll(filepath.Join(s.dir, copyFolder)); err != nil {
		return fmt.Errorf("remove copies: %w", diskFault(err))
	}
	return nil
}

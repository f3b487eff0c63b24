package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// LatestTime is privacy.Marks: the latest moment this profile has seen.
func (s *Store) LatestTime(ctx context.Context) (time.Time, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	db, err := s.ready()
	if err != nil {
		return time.Time{}, err
	}
	var ms int64
	err = db.QueryRowContext(ctx, "SELECT value FROM marks WHERE name = 'time'").Scan(&ms)
	if errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, nil
	}
	if err != nil {
		return time.Time{}, fmt.Errorf("read mark: %w", diskFault(err))
	}
	return time.UnixMilli(ms), nil
}

// SaveLatestTime is privacy.Marks; the mark never goes down.
func (s *Store) SaveLatestTime(ctx context.Context, t time.Time) error {
	return s.saveMark(ctx, "INSERT INTO marks VALUES ('time', ?1) ON CONFLICT (name) DO UPDATE SET value = max(value, ?1)", t)
}

// ResetLatestTime is privacy.Marks.
func (s *Store) ResetLatestTime(ctx context.Context, t time.Time) error {
	return s.saveMark(ctx, "INSERT INTO marks VALUES ('time', ?1) ON CONFLICT (name) DO UPDATE SET value = ?1", t)
}

func (s *Store) saveMark(ctx context.Context, statement string, t time.Time) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	db, err := s.ready()
	if err != nil {
		return err
	}
	if _, err = db.ExecContext(ctx, statement, t.UnixMilli()); err != nil {
		return fmt.Errorf("save mark: %w", diskFault(err))
	}
	return nil
}

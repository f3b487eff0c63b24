package resume

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jobjourney/jobjourney/internal/career/history"
)

// KeptInTrash is how long a résumé stays in the trash.
const KeptInTrash = 30 * 24 * time.Hour

// Trash puts a résumé into the trash; Recover brings it back as it was.
func (s *Service) Trash(ctx context.Context, id ID) error {
	return s.setTrashed(ctx, id, s.Clock.Now().UTC())
}

// Recover takes a résumé out of the trash.
func (s *Service) Recover(ctx context.Context, id ID) error {
	return s.setTrashed(ctx, id, time.Time{})
}

func (s *Service) setTrashed(ctx context.Context, id ID, at time.Time) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	r, err := s.Store.GetResume(ctx, id)
	if err != nil {
		return fmt.Errorf("read resume: %w", err)
	}
	if r.TrashedAt.IsZero() == at.IsZero() {
		return nil
	}
	r.TrashedAt = at
	if err := s.Store.SaveResume(ctx, r, history.Change{}); err != nil {
		return fmt.Errorf("save resume: %w", err)
	}
	s.Events.ResumeChanged(id)
	return nil
}

// Trashed are the résumés in the trash, the one changed last first.
func (s *Service) Trashed(ctx context.Context) ([]Resume, error) {
	return s.list(ctx, func(r Resume) bool { return !r.TrashedAt.IsZero() })
}

// Delete removes a résumé for good, with its history and its versions.
func (s *Service) Delete(ctx context.Context, id ID) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.Store.DeleteResume(ctx, id); err != nil {
		return fmt.Errorf("delete resume: %w", err)
	}
	delete(s.latest, id)
	s.logs.Drop(string(id))
	s.Events.ResumeChanged(id)
	return nil
}

// Sweep removes what has been in the trash for KeptInTrash. One that can't be removed
// doesn't keep the others.
func (s *Service) Sweep(ctx context.Context, now time.Time) error {
	all, err := s.Trashed(ctx)
	if err != nil {
		return err
	}
	for _, r := range all {
		if now.Sub(r.TrashedAt) >= KeptInTrash {
			err = errors.Join(err, s.Delete(ctx, r.ID))
		}
	}
	return err
}

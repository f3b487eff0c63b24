package store

import (
	"context"
	"fmt"
	"slices"

	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// Resumes fulfils resume.Store and resume.Versions. A version belongs to its résumé, as
// the chunks of the résumé's history do.
type Resumes struct {
	histories
	resumes  collection[resume.Resume]
	versions collection[resume.Version]
}

// NewResumes keeps résumés in s.
func NewResumes(s *Store) *Resumes {
	r := &Resumes{
		histories: keepHistories(s),
		resumes:   collect(s, KindResume, vault.ClassDocument, resumeLines),
		versions:  collect[resume.Version](s, "resumeVersion", vault.ClassDocument, nil),
	}
	r.versions.of = func(v resume.Version) string { return string(v.ResumeID) }
	s.register(r.resumes.fill, nil)
	return r
}

// GetResume is resume.Store.
func (r *Resumes) GetResume(ctx context.Context, id resume.ID) (resume.Resume, error) {
	return r.resumes.get(ctx, string(id))
}

// ListResumes is resume.Store.
func (r *Resumes) ListResumes(ctx context.Context) ([]resume.Resume, error) {
	return r.resumes.list(ctx)
}

// SaveResume is resume.Store.
func (r *Resumes) SaveResume(ctx context.Context, x resume.Resume, c history.Change) error {
	return saveWithHistory(ctx, r.resumes, r.histories, string(x.ID), x, c)
}

// DeleteResume is resume.Store: all goes in one step, whether or not it can be read.
func (r *Resumes) DeleteResume(ctx context.Context, id resume.ID) error {
	s, key := r.resumes.s, string(id)
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := s.ready(); err != nil {
		return err
	}
	if s.index.entry[key].kind != r.resumes.kind {
		return notFound(r.resumes.kind)
	}
	if err := s.erase(ctx, append(slices.Clone(s.index.parts[key]), key), nil); err != nil {
		return fmt.Errorf("delete %s: %w", r.resumes.kind, err)
	}
	return nil
}

// PutVersion is resume.Versions. One of a résumé that isn't there any more isn't kept:
// nothing would ever delete it.
func (r *Resumes) PutVersion(ctx context.Context, v resume.Version) error {
	if _, err := r.resumes.get(ctx, string(v.ResumeID)); err != nil {
		return err
	}
	return r.versions.put(ctx, string(v.ID), v)
}

// GetVersion is resume.Versions.
func (r *Resumes) GetVersion(ctx context.Context, id resume.VersionID) (resume.Version, error) {
	return r.versions.get(ctx, string(id))
}

// ListVersions is resume.Versions.
func (r *Resumes) ListVersions(ctx context.Context, of resume.ID) ([]resume.Version, error) {
	return r.versions.listOf(ctx, string(of))
}

// resumeLines is what search finds a résumé by; one in the trash is found by nothing.
func resumeLines(r resume.Resume) []Line {
	if !r.TrashedAt.IsZero() {
		return nil
	}
	return []Line{{Title: r.Name}}
}

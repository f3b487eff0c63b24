package storetest

import (
	"context"
	"slices"

	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// GetResume is resume.Store.
func (m *Memory) GetResume(_ context.Context, id resume.ID) (resume.Resume, error) {
	return get[resume.Resume](m, "resume", string(id))
}

// ListResumes is resume.Store.
func (m *Memory) ListResumes(context.Context) ([]resume.Resume, error) {
	return list[resume.Resume](m, "resume")
}

// SaveResume is resume.Store.
func (m *Memory) SaveResume(_ context.Context, r resume.Resume, c history.Change) error {
	return m.putWithHistory("resume", string(r.ID), r, c)
}

// DeleteResume is resume.Store.
func (m *Memory) DeleteResume(_ context.Context, id resume.ID) error {
	if err := m.remove("resume", []string{string(id)}, nil); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.records = slices.DeleteFunc(m.records, func(r record) bool { return r.of == string(id) })
	return nil
}

// PutVersion is resume.Versions.
func (m *Memory) PutVersion(ctx context.Context, v resume.Version) error {
	if _, err := m.GetResume(ctx, v.ResumeID); err != nil {
		return err
	}
	if err := m.put("resumeVersion", string(v.ID), v); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.records[m.find("resumeVersion", string(v.ID))].of = string(v.ResumeID)
	return nil
}

// GetVersion is resume.Versions.
func (m *Memory) GetVersion(_ context.Context, id resume.VersionID) (resume.Version, error) {
	return get[resume.Version](m, "resumeVersion", string(id))
}

// ListVersions is resume.Versions.
func (m *Memory) ListVersions(_ context.Context, of resume.ID) ([]resume.Version, error) {
	all, err := list[resume.Version](m, "resumeVersion")
	return slices.DeleteFunc(all, func(v resume.Version) bool { return v.ResumeID != of }), err
}

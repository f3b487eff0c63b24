package app

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/resume/compare"
)

// Versions returns the versions of a résumé, newest first.
func (r *Resumes) Versions(id string) ([]VersionView, error) {
	return call(r.gate, func(ctx context.Context) ([]resume.Version, error) { return r.svc.ListVersions(ctx, resume.ID(id)) },
		func(all []resume.Version) []VersionView { return views(all, versionView) })
}

// SaveVersion keeps a résumé as it is, under a name.
func (r *Resumes) SaveVersion(id, name string) (VersionView, error) {
	return call(r.gate, func(ctx context.Context) (resume.Version, error) {
		return r.svc.SaveVersion(ctx, resume.ID(id), name)
	}, versionView)
}

// Version is a résumé as a version shows it.
func (r *Resumes) Version(id, versionID string) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) {
		return r.svc.Version(ctx, resume.ID(id), resume.VersionID(versionID))
	})
}

// RestoreVersion brings choice, order, wording and layout of a version back.
func (r *Resumes) RestoreVersion(id, versionID string) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) {
		return r.svc.RestoreVersion(ctx, resume.ID(id), resume.VersionID(versionID))
	})
}

// Compare says what differs between two versions; "" is the résumé as it is now.
func (r *Resumes) Compare(id, before, after string) ([]compare.Change, error) {
	return call(r.gate, func(ctx context.Context) ([]compare.Change, error) {
		return r.differ.Compare(ctx, resume.ID(id), resume.VersionID(before), resume.VersionID(after))
	}, same[[]compare.Change])
}

// Export writes a résumé as "markdown", "text" or "jsonresume" where the person wants it;
// false if they changed their mind.
func (r *Resumes) Export(id, format string) (bool, error) {
	return call(r.gate, func(ctx context.Context) (bool, error) {
		return r.svc.Export(ctx, resume.ID(id), format, r.shell.SaveFile)
	}, same[bool])
}

// Source is a résumé as JSON Resume, to be attached to what the page makes of it.
func (r *Resumes) Source(id string) (string, error) {
	return call(r.gate, func(ctx context.Context) (string, error) { return r.svc.Source(ctx, resume.ID(id)) }, same[string])
}

// SavePaper writes a "pdf" or "docx" that the page has uploaded where the person wants it.
func (r *Resumes) SavePaper(id, token, format string) (bool, error) {
	data, err := r.files.take(token)
	if err != nil {
		return false, err
	}
	return call(r.gate, func(ctx context.Context) (bool, error) {
		return r.svc.SavePaper(ctx, resume.ID(id), format, data, r.shell.SaveFile)
	}, same[bool])
}

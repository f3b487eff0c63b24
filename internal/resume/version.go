package resume

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// versionEvery is how long after the last version the next edit keeps another one first.
const versionEvery = 10 * time.Minute

// VersionID names a version.
type VersionID string

// Version is a résumé as it was, with the facts as they were: it shows exactly what it
// showed then.
type Version struct {
	ID        VersionID     `json:"id"`
	ResumeID  ID            `json:"resumeId"`
	Name      string        `json:"name"` // empty: made by itself
	Reason    Reason        `json:"reason"`
	CreatedAt time.Time     `json:"createdAt"`
	Resume    Resume        `json:"resume"`
	Ledger    career.Ledger `json:"ledger"`
}

// Reason says why a version was made.
type Reason string

// The reasons there are.
const (
	ReasonNamed   Reason = "named"   // a person asked for it
	ReasonEdit    Reason = "edit"    // before an edit, a while after the last version
	ReasonRestore Reason = "restore" // before an older version came back
	ReasonExport  Reason = "export"  // it was exported
)

// Versions keeps versions. What isn't there is NotFound.
type Versions interface {
	PutVersion(ctx context.Context, v Version) error
	GetVersion(ctx context.Context, id VersionID) (Version, error)
	// ListVersions gives those of one résumé, oldest first.
	ListVersions(ctx context.Context, of ID) ([]Version, error)
}

// ListVersions are the versions of a résumé, newest first.
func (s *Service) ListVersions(ctx context.Context, id ID) ([]Version, error) {
	all, err := s.Versions.ListVersions(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("list versions: %w", err)
	}
	slices.Reverse(all)
	return all, nil
}

// SaveVersion keeps a résumé as it is, under a name.
func (s *Service) SaveVersion(ctx context.Context, id ID, name string) (Version, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	name = tidy(name, false)
	if err := checkName(name); err != nil {
		return Version{}, err
	}
	r, l, err := s.writable(ctx, id)
	if err != nil {
		return Version{}, err
	}
	v, err := s.putVersion(ctx, r, l, ReasonNamed, name)
	if err == nil {
		s.Events.ResumeChanged(id)
	}
	return v, err
}

// Version is a résumé as a version shows it.
func (s *Service) Version(ctx context.Context, id ID, version VersionID) (Studio, error) {
	v, err := s.versionOf(ctx, id, version)
	if err != nil {
		return Studio{}, err
	}
	return Studio{Resume: v.Resume, Document: Apply(v.Ledger, v.Resume)}, nil
}

func (s *Service) versionOf(ctx context.Context, id ID, version VersionID) (Version, error) {
	v, err := s.Versions.GetVersion(ctx, version)
	if err != nil {
		return Version{}, fmt.Errorf("read version: %w", err)
	}
	if v.ResumeID != id {
		return Version{}, notThere()
	}
	return v, nil
}

// RestoreVersion brings choice, order, wording and layout of a version back. The facts
// stay those of the ledger, and what there is now is kept as a version.
func (s *Service) RestoreVersion(ctx context.Context, id ID, version VersionID) (Studio, error) {
	v, err := s.versionOf(ctx, id, version)
	if err != nil {
		return Studio{}, err
	}
	if err := s.keepVersion(ctx, id, ReasonRestore); err != nil {
		return Studio{}, err
	}
	return s.change(ctx, id, "restoreVersion", "", func(_ career.Ledger, r *Resume) error {
		r.Overlay, r.Layout, r.Language = v.Resume.Overlay, v.Resume.Layout, v.Resume.Language
		return nil
	})
}

// keepVersion keeps a résumé as it is unless the last version is the same.
func (s *Service) keepVersion(ctx context.Context, id ID, why Reason) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	r, l, err := s.writable(ctx, id)
	if err != nil {
		return err
	}
	last, err := s.lastVersion(ctx, id)
	if err != nil || last.shows(r, l) {
		return err
	}
	_, err = s.putVersion(ctx, r, l, why, "")
	return err
}

// keepIfDue keeps what was before an edit if the last version is long ago. The caller
// holds the lock.
func (s *Service) keepIfDue(ctx context.Context, before Resume, l career.Ledger) error {
	latest, known := s.latest[before.ID]
	if known && s.Clock.Now().Sub(latest) <= versionEvery {
		return nil
	}
	last, err := s.lastVersion(ctx, before.ID)
	if err != nil {
		return err
	}
	latest = last.CreatedAt
	if latest.IsZero() {
		latest = before.CreatedAt // a résumé begins with what the ledger shows
	}
	s.latest[before.ID] = latest
	untouched := last.ID == "" && before.UpdatedAt.Equal(before.CreatedAt)
	if s.Clock.Now().Sub(latest) <= versionEvery || untouched || last.shows(before, l) {
		return nil
	}
	_, err = s.putVersion(ctx, before, l, ReasonEdit, "")
	return err
}

// lastVersion is the zero Version if there is none.
func (s *Service) lastVersion(ctx context.Context, id ID) (Version, error) {
	all, err := s.Versions.ListVersions(ctx, id)
	if err != nil {
		return Version{}, fmt.Errorf("list versions: %w", err)
	}
	if len(all) == 0 {
		return Version{}, nil
	}
	return all[len(all)-1], nil
}

func (s *Service) putVersion(ctx context.Context, r Resume, l career.Ledger, why Reason, name string) (Version, error) {
	v := Version{
		ID: VersionID(ident.NewRecord()), ResumeID: r.ID, Name: name, Reason: why, CreatedAt: s.Clock.Now().UTC(), Resume: r, Ledger: l,
	}
	if err := s.Versions.PutVersion(ctx, v); err != nil {
		return Version{}, fmt.Errorf("keep version: %w", err)
	}
	s.latest[r.ID] = v.CreatedAt
	return v, nil
}

// shows reports whether a version shows what the résumé shows now.
func (v Version) shows(r Resume, l career.Ledger) bool {
	if v.ID == "" {
		return false
	}
	then, err := json.Marshal(Apply(v.Ledger, v.Resume))
	if err != nil {
		return false
	}
	now, err := json.Marshal(Apply(l, r))
	return err == nil && bytes.Equal(then, now)
}

// AsItWas is the document of a version, or with "" of the résumé as it is now.
func (s *Service) AsItWas(ctx context.Context, id ID, version VersionID) (Document, error) {
	if version == "" {
		now, err := s.Get(ctx, id)
		return now.Document, err
	}
	then, err := s.Version(ctx, id, version)
	return then.Document, err
}

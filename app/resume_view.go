package app

import "github.com/jobjourney/jobjourney/internal/resume"

// ResumeView is a résumé as a list shows it.
type ResumeView struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Language  string `json:"language"`
	Template  string `json:"template"`
	Follow    bool   `json:"follow"` // what is added to the ledger shows here too
	CreatedAt string `json:"createdAt"`
	UpdatedAt string `json:"updatedAt"`
	TrashedAt string `json:"trashedAt"` // empty: not in the trash
}

func resumeView(r resume.Resume) ResumeView {
	return ResumeView{
		ID: string(r.ID), Name: r.Name, Language: r.Language, Template: r.Layout.Template, Follow: r.Overlay.Follow,
		CreatedAt: stamp(r.CreatedAt), UpdatedAt: stamp(r.UpdatedAt), TrashedAt: stamp(r.TrashedAt),
	}
}

// StudioView is a résumé put together: what the studio shows.
type StudioView struct {
	Resume   ResumeView      `json:"resume"`
	Document resume.Document `json:"document"`
	CanUndo  bool            `json:"canUndo"`
	CanRedo  bool            `json:"canRedo"`
	SavedAt  string          `json:"savedAt"` // when what is shown was written to disk
}

func studioView(s resume.Studio) StudioView {
	return StudioView{resumeView(s.Resume), s.Document, s.CanUndo, s.CanRedo, stamp(s.Resume.UpdatedAt)}
}

// VersionView is a version as a list shows it.
type VersionView struct {
	ID        string `json:"id"`
	Name      string `json:"name"`   // empty: made by itself
	Reason    string `json:"reason"` // named, edit, restore, export
	CreatedAt string `json:"createdAt"`
}

func versionView(v resume.Version) VersionView {
	return VersionView{string(v.ID), v.Name, string(v.Reason), stamp(v.CreatedAt)}
}

package app

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/resume/compare"
)

// Resumes is the résumés over the ledger. A ref names what is meant: a section ("work",
// "custom/<id>"), an item of it ("work/<id>") or a line of that ("work/<id>/<line>").
type Resumes struct {
	*ResumeChecks
	*ResumeFonts
	gate   *Gate
	svc    *resume.Service
	differ *compare.Service
	files  *Files
	shell  Shell
}

// NewResumes binds the services.
func NewResumes(g *Gate, svc *resume.Service, d *compare.Service, c *ResumeChecks, fonts *ResumeFonts, f *Files, sh Shell) *Resumes {
	return &Resumes{c, fonts, g, svc, d, f, sh}
}

// List returns the résumés that aren't in the trash, the one changed last first.
func (r *Resumes) List() ([]ResumeView, error) {
	return call(r.gate, r.svc.List, func(all []resume.Resume) []ResumeView { return views(all, resumeView) })
}

// Trashed returns those in the trash.
func (r *Resumes) Trashed() ([]ResumeView, error) {
	return call(r.gate, r.svc.Trashed, func(all []resume.Resume) []ResumeView { return views(all, resumeView) })
}

// Get puts one résumé together.
func (r *Resumes) Get(id string) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) { return r.svc.Get(ctx, resume.ID(id)) })
}

// Create makes a résumé that shows the whole ledger.
func (r *Resumes) Create(name, template, language string) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) { return r.svc.Create(ctx, name, template, language) })
}

// Duplicate makes another résumé of one.
func (r *Resumes) Duplicate(id, name string) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) { return r.svc.Duplicate(ctx, resume.ID(id), name) })
}

// Rename gives a résumé another name.
func (r *Resumes) Rename(id, name string) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) { return r.svc.Rename(ctx, resume.ID(id), name) })
}

// UpdateLayout changes how it looks.
func (r *Resumes) UpdateLayout(id string, layout resume.Layout) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) {
		return r.svc.UpdateLayout(ctx, resume.ID(id), layout)
	})
}

// SetLanguage changes the language of its words.
func (r *Resumes) SetLanguage(id, language string) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) {
		return r.svc.SetLanguage(ctx, resume.ID(id), language)
	})
}

// Hide hides what a ref names, or shows it again.
func (r *Resumes) Hide(id, ref string, hidden bool) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) {
		return r.svc.Hide(ctx, resume.ID(id), resume.Ref(ref), hidden)
	})
}

// Move puts it before another one beside it, or last if before is empty.
func (r *Resumes) Move(id, ref, before string) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) {
		return r.svc.Move(ctx, resume.ID(id), resume.Ref(ref), resume.Ref(before))
	})
}

// Break puts a section or an item onto a new page, or takes that back.
func (r *Resumes) Break(id, ref string, on bool) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) {
		return r.svc.Break(ctx, resume.ID(id), resume.Ref(ref), on)
	})
}

// SetColumn puts a section into a column: "main", "side", or "" for the template's choice.
func (r *Resumes) SetColumn(id, key, column string) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) {
		return r.svc.SetColumn(ctx, resume.ID(id), resume.Key(key), column)
	})
}

// Follow says whether what is added to the ledger from now on shows here too.
func (r *Resumes) Follow(id string, on bool) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) { return r.svc.Follow(ctx, resume.ID(id), on) })
}

// Reword words a field for this résumé only, in its language.
func (r *Resumes) Reword(id, field, text string) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) {
		return r.svc.Reword(ctx, resume.ID(id), resume.Field(field), text)
	})
}

// Restore goes back to the ledger's text.
func (r *Resumes) Restore(id, field string) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) {
		return r.svc.Restore(ctx, resume.ID(id), resume.Field(field))
	})
}

// Detach keeps the ledger's words of today as this résumé's own.
func (r *Resumes) Detach(id, field string) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) {
		return r.svc.Detach(ctx, resume.ID(id), resume.Field(field))
	})
}

// UseEverywhere makes this résumé's wording the ledger's text.
func (r *Resumes) UseEverywhere(id, field string) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) {
		return r.svc.UseEverywhere(ctx, resume.ID(id), resume.Field(field))
	})
}

// Undo goes one step back.
func (r *Resumes) Undo(id string) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) { return r.svc.Undo(ctx, resume.ID(id)) })
}

// Redo takes back the last Undo.
func (r *Resumes) Redo(id string) (StudioView, error) {
	return r.studio(func(ctx context.Context) (resume.Studio, error) { return r.svc.Redo(ctx, resume.ID(id)) })
}

// Trash puts a résumé into the trash, from where it goes after 30 days.
func (r *Resumes) Trash(id string) error {
	return act(r.gate, func(ctx context.Context) error { return r.svc.Trash(ctx, resume.ID(id)) })
}

// Recover takes it out of the trash.
func (r *Resumes) Recover(id string) error {
	return act(r.gate, func(ctx context.Context) error { return r.svc.Recover(ctx, resume.ID(id)) })
}

// Delete removes a résumé for good, with its history and its versions.
func (r *Resumes) Delete(id string) error {
	return act(r.gate, func(ctx context.Context) error { return r.svc.Delete(ctx, resume.ID(id)) })
}

func (r *Resumes) studio(do func(context.Context) (resume.Studio, error)) (StudioView, error) {
	return call(r.gate, do, studioView)
}

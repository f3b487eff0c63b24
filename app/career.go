package app

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/career"
)

// Reader understands a résumé in a process of its own.
type Reader interface {
	ReadPDF(ctx context.Context, data []byte) (career.Draft, error)
}

// Career is the ledger and what comes into it.
type Career struct {
	gate   *Gate
	svc    *career.Service
	docs   *career.Documents
	photo  *career.Pictures
	reader Reader
	files  *Files
	tasks  *Tasks
	shell  Shell
}

// NewCareer binds the services.
func NewCareer(g *Gate, svc *career.Service, docs *career.Documents, p *career.Pictures, r Reader, f *Files, t *Tasks, sh Shell) *Career {
	return &Career{g, svc, docs, p, r, f, t, sh}
}

// Get returns the whole ledger.
func (c *Career) Get() (career.Ledger, error) { return call(c.gate, c.svc.Get, same[career.Ledger]) }

// Steps says whether there is anything to undo and to redo.
func (c *Career) Steps() (StepsView, error) {
	return call(c.gate, func(ctx context.Context) (v StepsView, err error) {
		v.CanUndo, v.CanRedo, err = c.svc.Steps(ctx)
		return v, err
	}, same[StepsView])
}

// UpdateBasics replaces the basics; of the picture, its description.
func (c *Career) UpdateBasics(b career.Basics) (career.Ledger, error) {
	return c.changed(func(ctx context.Context) (career.Ledger, error) { return c.svc.UpdateBasics(ctx, b) })
}

// SaveWork adds a role (id empty) or replaces it.
func (c *Career) SaveWork(w career.Work) (career.Ledger, error) { return c.save(w) }

// SaveEducation adds a course (id empty) or replaces it.
func (c *Career) SaveEducation(e career.Education) (career.Ledger, error) { return c.save(e) }

// SaveSkill adds a skill (id empty) or replaces it.
func (c *Career) SaveSkill(k career.Skill) (career.Ledger, error) { return c.save(k) }

// SaveLanguage adds a language (id empty) or replaces it.
func (c *Career) SaveLanguage(l career.Language) (career.Ledger, error) { return c.save(l) }

// SaveProject adds a project (id empty) or replaces it.
func (c *Career) SaveProject(p career.Project) (career.Ledger, error) { return c.save(p) }

// SaveCertificate adds a certificate (id empty) or replaces it.
func (c *Career) SaveCertificate(v career.Certificate) (career.Ledger, error) { return c.save(v) }

// SaveAward adds an award (id empty) or replaces it.
func (c *Career) SaveAward(a career.Award) (career.Ledger, error) { return c.save(a) }

// SavePublication adds a publication (id empty) or replaces it.
func (c *Career) SavePublication(p career.Publication) (career.Ledger, error) { return c.save(p) }

// SaveVolunteer adds an unpaid role (id empty) or replaces it.
func (c *Career) SaveVolunteer(v career.Volunteer) (career.Ledger, error) { return c.save(v) }

// SaveReference adds a reference (id empty) or replaces it.
func (c *Career) SaveReference(r career.Reference) (career.Ledger, error) { return c.save(r) }

// SaveInterest adds an interest (id empty) or replaces it.
func (c *Career) SaveInterest(i career.Interest) (career.Ledger, error) { return c.save(i) }

// SaveCustom adds a section of the person's own (id empty) or replaces it with all its items.
func (c *Career) SaveCustom(s career.Custom) (career.Ledger, error) { return c.save(s) }

// SaveSection replaces a part of an imported document that was kept as it was written.
func (c *Career) SaveSection(s career.Section) (career.Ledger, error) { return c.save(s) }

// Adopt makes entries of the lines of such a part, in the list its kind names.
func (c *Career) Adopt(sectionID string) (career.Ledger, error) {
	return c.changed(func(ctx context.Context) (career.Ledger, error) { return c.svc.Adopt(ctx, career.ItemID(sectionID)) })
}

// SetPicture makes an uploaded file the person's picture, cropped.
func (c *Career) SetPicture(token string, crop career.Crop) (career.Ledger, error) {
	data, err := c.files.take(token)
	if err != nil {
		return career.Ledger{}, err
	}
	return c.changed(func(ctx context.Context) (career.Ledger, error) { return c.photo.Set(ctx, data, crop) })
}

// RemovePicture takes the picture out; Undo brings it back.
func (c *Career) RemovePicture() (career.Ledger, error) { return c.changed(c.photo.Remove) }

// Remove takes an item out; Undo brings it back. The part "custom/<id>" is the items of a
// section of the person's own, also when moving.
func (c *Career) Remove(part, id string) (career.Ledger, error) {
	return c.changed(func(ctx context.Context) (career.Ledger, error) {
		return c.svc.Remove(ctx, career.Part(part), career.ItemID(id))
	})
}

// Move puts an item before another, or last if before is empty.
func (c *Career) Move(part, id, before string) (career.Ledger, error) {
	return c.changed(func(ctx context.Context) (career.Ledger, error) {
		return c.svc.Move(ctx, career.Part(part), career.ItemID(id), career.ItemID(before))
	})
}

// Undo goes one change back.
func (c *Career) Undo() (career.Ledger, error) { return c.changed(c.svc.Undo) }

// Redo takes back the last Undo.
func (c *Career) Redo() (career.Ledger, error) { return c.changed(c.svc.Redo) }

// StartReading reads an uploaded résumé; when the task is done, Draft gives the result.
func (c *Career) StartReading(token string) (string, error) {
	data, err := c.files.take(token)
	if err != nil {
		return "", err
	}
	return c.tasks.Start("readResume", func(ctx context.Context, _ Progress) (any, error) {
		draft, err := c.reader.ReadPDF(ctx, data)
		return reading{draft, data}, err
	})
}

// reading is what a reading task leaves behind: the draft, and the file it came from
// in case it is to be kept.
type reading struct {
	draft career.Draft
	data  []byte
}

// Draft gives the result of a reading task.
func (c *Career) Draft(taskID string) (DraftView, error) {
	r, err := result[reading](c.tasks, taskID)
	return DraftView{r.draft.Ledger, r.draft.Source, r.draft.Losses, r.draft.Doubts}, err
}

// Confirm takes the reviewed draft into the ledger, and the file along if asked.
func (c *Career) Confirm(taskID string, reviewed career.Ledger, keepFile bool, fileName string) (MergeView, error) {
	r, err := result[reading](c.tasks, taskID)
	if err != nil {
		return MergeView{}, err
	}
	return call(c.gate, func(ctx context.Context) (career.Merge, error) {
		return c.docs.Confirm(ctx, reviewed, career.File{Keep: keepFile, Name: fileName, Data: r.data})
	}, func(m career.Merge) MergeView { c.tasks.drop(taskID); return MergeView(m) })
}

// DiscardDraft gives up the result of a reading task: the file isn't wanted after all.
func (c *Career) DiscardDraft(taskID string) error {
	return act(c.gate, func(context.Context) error { c.tasks.drop(taskID); return nil })
}

// Documents lists the files that were kept.
func (c *Career) Documents() ([]DocumentView, error) {
	return call(c.gate, c.docs.List, func(all []career.Document) []DocumentView { return views(all, documentView) })
}

// DeleteDocument removes a kept file for good.
func (c *Career) DeleteDocument(id string) error {
	return act(c.gate, func(ctx context.Context) error { return c.docs.Delete(ctx, career.DocumentID(id)) })
}

// SaveDocument writes a kept file where the person wants it; false if they changed their mind.
func (c *Career) SaveDocument(id string) (bool, error) {
	return call(c.gate, func(ctx context.Context) (bool, error) {
		return c.docs.Export(ctx, career.DocumentID(id), c.shell.SaveFile)
	}, same[bool])
}

func (c *Career) save(item career.Item) (career.Ledger, error) {
	return c.changed(func(ctx context.Context) (career.Ledger, error) { return c.svc.Save(ctx, item) })
}

func (c *Career) changed(do func(context.Context) (career.Ledger, error)) (career.Ledger, error) {
	return call(c.gate, do, same[career.Ledger])
}

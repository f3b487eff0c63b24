package resume

import (
	"context"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/career"
)

// Rename gives a résumé another name.
func (s *Service) Rename(ctx context.Context, id ID, name string) (Studio, error) {
	return s.change(ctx, id, "rename", "name", func(_ career.Ledger, r *Resume) error {
		r.Name = tidy(name, false)
		return nil
	})
}

// UpdateLayout changes how it looks.
func (s *Service) UpdateLayout(ctx context.Context, id ID, layout Layout) (Studio, error) {
	return s.change(ctx, id, "layout", "layout", func(_ career.Ledger, r *Resume) error {
		r.Layout = layout
		return nil
	})
}

// SetLanguage changes the language of its words; wordings are kept language by language.
func (s *Service) SetLanguage(ctx context.Context, id ID, language string) (Studio, error) {
	return s.change(ctx, id, "language", "", func(_ career.Ledger, r *Resume) error {
		r.Language = language
		return nil
	})
}

// Hide hides a section, an item or a line, or shows it again.
func (s *Service) Hide(ctx context.Context, id ID, ref Ref, hidden bool) (Studio, error) {
	return s.overlay(ctx, id, "hide", "", func(l career.Ledger, r *Resume) (Overlay, error) { return Hide(l, r.Overlay, ref, hidden) })
}

// Move puts it before another one beside it, or last.
func (s *Service) Move(ctx context.Context, id ID, ref, before Ref) (Studio, error) {
	return s.overlay(ctx, id, "move", "", func(l career.Ledger, r *Resume) (Overlay, error) { return Move(l, r.Overlay, ref, before) })
}

// Break puts a section or an item onto a new page, or takes that back.
func (s *Service) Break(ctx context.Context, id ID, ref Ref, on bool) (Studio, error) {
	return s.overlay(ctx, id, "break", "", func(l career.Ledger, r *Resume) (Overlay, error) { return Break(l, r.Overlay, ref, on) })
}

// SetColumn puts a section into a column.
func (s *Service) SetColumn(ctx context.Context, id ID, key Key, column string) (Studio, error) {
	return s.overlay(ctx, id, "column", "", func(l career.Ledger, r *Resume) (Overlay, error) { return Column(l, r.Overlay, key, column) })
}

// Follow says whether what is added to the ledger from now on shows here too.
func (s *Service) Follow(ctx context.Context, id ID, on bool) (Studio, error) {
	return s.overlay(ctx, id, "follow", "", func(l career.Ledger, r *Resume) (Overlay, error) { return Follow(l, r.Overlay, on), nil })
}

// Reword words a field for this résumé, in its language.
func (s *Service) Reword(ctx context.Context, id ID, f Field, words string) (Studio, error) {
	return s.overlay(ctx, id, "reword", f, func(l career.Ledger, r *Resume) (Overlay, error) {
		return Reword(l, r.Overlay, r.Language, f, words)
	})
}

// Restore goes back to the ledger's text.
func (s *Service) Restore(ctx context.Context, id ID, f Field) (Studio, error) {
	return s.overlay(ctx, id, "restore", "", func(l career.Ledger, r *Resume) (Overlay, error) {
		return Restore(l, r.Overlay, r.Language, f)
	})
}

// Detach keeps the ledger's words of today as this résumé's own.
func (s *Service) Detach(ctx context.Context, id ID, f Field) (Studio, error) {
	return s.overlay(ctx, id, "detach", "", func(l career.Ledger, r *Resume) (Overlay, error) {
		return Detach(l, r.Overlay, r.Language, f)
	})
}

func (s *Service) overlay(ctx context.Context, id ID, label string, f Field, edit func(career.Ledger, *Resume) (Overlay, error)) (Studio, error) {
	return s.change(ctx, id, label, f, func(l career.Ledger, r *Resume) (err error) {
		r.Overlay, err = edit(l, r)
		return err
	})
}

// UseEverywhere makes this résumé's wording the ledger's text. The ledger goes first: if
// the résumé can't be saved after it, it says the same in words of its own.
func (s *Service) UseEverywhere(ctx context.Context, id ID, f Field) (Studio, error) {
	return s.overlay(ctx, id, "useEverywhere", "", func(l career.Ledger, r *Resume) (Overlay, error) {
		after, o, err := UseEverywhere(l, r.Overlay, r.Language, f)
		if err != nil {
			return r.Overlay, err
		}
		if item := itemOf(after, f); item != nil {
			_, err = s.Ledger.Save(ctx, item)
		} else {
			_, err = s.Ledger.UpdateBasics(ctx, after.Basics)
		}
		if err != nil {
			return r.Overlay, fmt.Errorf("save fact: %w", err)
		}
		return o, nil
	})
}

// itemOf is the item of a ledger that a field is in; nil: the basics. A section of the
// person's own is one item with all its entries.
func itemOf(l career.Ledger, f Field) career.Item {
	p := Ref(f).place()
	if p.key == "section" { // section/custom/<id>/title
		p = Ref(f[len("section/"):]).place()
	}
	switch prefix, id := p.key.cut(); {
	case prefix == customPrefix:
		return one(l.Custom, id, func(c career.Custom) career.ItemID { return c.ID })
	case prefix == keptPrefix:
		return one(l.Sections, id, func(s career.Section) career.ItemID { return s.ID })
	case p.key == KeyWork:
		return one(l.Work, p.item, func(w career.Work) career.ItemID { return w.ID })
	case p.key == KeyEducation:
		return one(l.Education, p.item, func(e career.Education) career.ItemID { return e.ID })
	case p.key == KeyProjects:
		return one(l.Projects, p.item, func(x career.Project) career.ItemID { return x.ID })
	case p.key == KeySkills:
		return one(l.Skills, p.item, func(s career.Skill) career.ItemID { return s.ID })
	case p.key == KeyLanguages:
		return one(l.Languages, p.item, func(g career.Language) career.ItemID { return g.ID })
	}
	return distinctionOf(l, p)
}

func distinctionOf(l career.Ledger, p place) career.Item {
	switch p.key {
	case KeyCertificates:
		return one(l.Certificates, p.item, func(c career.Certificate) career.ItemID { return c.ID })
	case KeyAwards:
		return one(l.Awards, p.item, func(a career.Award) career.ItemID { return a.ID })
	case KeyPublications:
		return one(l.Publications, p.item, func(x career.Publication) career.ItemID { return x.ID })
	case KeyVolunteer:
		return one(l.Volunteer, p.item, func(v career.Volunteer) career.ItemID { return v.ID })
	case KeyReferences:
		return one(l.References, p.item, func(r career.Reference) career.ItemID { return r.ID })
	case KeyInterests:
		return one(l.Interests, p.item, func(i career.Interest) career.ItemID { return i.ID })
	}
	return nil
}

func one[T career.Item](all []T, id career.ItemID, idOf func(T) career.ItemID) career.Item {
	for _, item := range all {
		if idOf(item) == id {
			return item
		}
	}
	return nil
}

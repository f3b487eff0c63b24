package example

import (
	"context"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/resume"
)

// tailored is a résumé; items and lines are counted from 0, as ids are made by the import.
type tailored struct {
	Name     string `json:"name"`
	Template string `json:"template"`
	Hidden   spot   `json:"hidden"`
	Words    []struct {
		spot
		Line int    `json:"line"`
		Text string `json:"text"`
	} `json:"words"`
}

type spot struct {
	Section resume.Key `json:"section"`
	Item    int        `json:"item"`
}

// tailor makes a résumé over the ledger, with something in other words and something left out.
func (e *Example) tailor(ctx context.Context) error {
	var wanted tailored
	if err := read("data/resume.json", &wanted); err != nil {
		return err
	}
	made, err := e.s.Resumes.Create(ctx, wanted.Name, wanted.Template, "en")
	if err != nil {
		return err
	}
	id := made.Resume.ID
	hidden, err := wanted.Hidden.in(made.Document)
	if err != nil {
		return err
	}
	if _, err := e.s.Resumes.Hide(ctx, id, resume.Ref(wanted.Hidden.Section)+"/"+resume.Ref(hidden.ID), true); err != nil {
		return err
	}
	for _, w := range wanted.Words {
		entry, err := w.in(made.Document)
		if err != nil {
			return err
		}
		if _, err := e.s.Resumes.Reword(ctx, id, entry.Lines[w.Line].Field, w.Text); err != nil {
			return err
		}
	}
	return nil
}

// in is the entry at a spot.
func (s spot) in(d resume.Document) (resume.Entry, error) {
	for _, b := range d.Sections {
		if b.Key == s.Section && s.Item < len(b.Entries) {
			return b.Entries[s.Item], nil
		}
	}
	return resume.Entry{}, fmt.Errorf("no item %d of %s", s.Item, s.Section)
}

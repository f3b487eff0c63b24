//go:build linux

package app_test

import (
	"testing"

	"github.com/jobjourney/jobjourney/app"
	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// desk is a place to write at: the calls the page makes there, and the texts they give back.
type desk interface {
	// fields are what can be written into.
	fields() []string
	read(p *page) (texts, error)
	write(p *page, field, text string) (texts, error)
	undo(p *page) (texts, error)
	redo(p *page) (texts, error)
}

// desks are the ledger with one job in it, and a résumé of that.
func desks(t *testing.T, p *page) []desk {
	t.Helper()
	var l career.Ledger
	ok(t, p.call("Career.UpdateBasics", &l, career.Basics{Name: "Mara Lindqvist", Summary: "Nurse.", Profiles: []career.Profile{}}))
	ok(t, p.call("Career.SaveWork", &l, career.Work{
		Name: "Harbor General Hospital", Position: "Charge Nurse", StartDate: "2019-03", Current: true,
		Highlights: []career.Highlight{{Text: "Led a team."}, {Text: "Trained graduates."}},
	}))
	var made app.StudioView
	ok(t, p.call("Resumes.Create", &made, "Wards", "ledger-serif", "en"))
	return []desk{&ledgerDesk{l}, &studioDesk{id: made.Resume.ID, job: l.Work[0]}}
}

// The fields of the ledger's desk.
const (
	ownSummary  = "summary"
	jobSummary  = "summary of the job"
	firstFact   = "first fact"
	secondFact  = "second fact"
	jobPosition = "position"
)

// ledgerDesk writes into the ledger. A form of the page sends the whole thing it shows.
type ledgerDesk struct{ now career.Ledger }

func (*ledgerDesk) fields() []string {
	return []string{ownSummary, jobSummary, jobPosition, firstFact, secondFact}
}

func (d *ledgerDesk) read(p *page) (texts, error) { return d.shown(p, "Career.Get") }
func (d *ledgerDesk) undo(p *page) (texts, error) { return d.shown(p, "Career.Undo") }
func (d *ledgerDesk) redo(p *page) (texts, error) { return d.shown(p, "Career.Redo") }

func (d *ledgerDesk) write(p *page, field, text string) (texts, error) {
	if field == ownSummary {
		basics := d.now.Basics
		basics.Summary = text
		return d.shown(p, "Career.UpdateBasics", basics)
	}
	job := d.now.Work[0]
	job.Highlights = append([]career.Highlight{}, job.Highlights...)
	switch field {
	case jobSummary:
		job.Summary = text
	case jobPosition:
		job.Position = text
	case firstFact:
		job.Highlights[0].Text = text
	case secondFact:
		job.Highlights[1].Text = text
	}
	return d.shown(p, "Career.SaveWork", job)
}

func (d *ledgerDesk) shown(p *page, method string, args ...any) (texts, error) {
	var now career.Ledger
	if err := p.call(method, &now, args...); err != nil {
		return nil, err
	}
	if len(now.Work) != 1 || len(now.Work[0].Highlights) != 2 {
		return nil, wrong("the ledger has lost a part of its job")
	}
	d.now = now
	job := now.Work[0]
	return texts{
		ownSummary: now.Basics.Summary, jobSummary: job.Summary, jobPosition: job.Position,
		firstFact: job.Highlights[0].Text, secondFact: job.Highlights[1].Text,
	}, nil
}

// studioDesk gives a résumé its own words; only those are its texts, so that what happens
// at the ledger's desk doesn't matter here.
type studioDesk struct {
	id  string
	job career.Work
}

func (d *studioDesk) fields() []string {
	job := "work/" + string(d.job.ID)
	return []string{
		"basics/summary", job + "/summary", job + "/position",
		job + "/highlights/" + string(d.job.Highlights[0].ID), job + "/highlights/" + string(d.job.Highlights[1].ID),
	}
}

func (d *studioDesk) read(p *page) (texts, error) { return d.shown(p, "Resumes.Get", d.id) }
func (d *studioDesk) undo(p *page) (texts, error) { return d.shown(p, "Resumes.Undo", d.id) }
func (d *studioDesk) redo(p *page) (texts, error) { return d.shown(p, "Resumes.Redo", d.id) }

func (d *studioDesk) write(p *page, field, text string) (texts, error) {
	return d.shown(p, "Resumes.Reword", d.id, field, text)
}

func (d *studioDesk) shown(p *page, method string, args ...any) (texts, error) {
	var now app.StudioView
	if err := p.call(method, &now, args...); err != nil {
		return nil, err
	}
	own := texts{}
	for _, section := range now.Document.Sections {
		all := []resume.Words{section.Summary}
		for _, e := range section.Entries {
			all = append(all, e.Title, e.Summary)
			for _, line := range e.Lines {
				all = append(all, line.Words)
			}
		}
		for _, w := range all {
			if w.Worded {
				own[string(w.Field)] = w.Text
			}
		}
	}
	return own, nil
}

package example

import (
	"context"
	"errors"
	"strconv"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// desk keeps one résumé over one ledger, without history and versions.
type desk struct {
	ledger career.Ledger
	kept   resume.Resume
}

func (d *desk) GetResume(context.Context, resume.ID) (resume.Resume, error) { return d.kept, nil }

func (d *desk) ListResumes(context.Context) ([]resume.Resume, error) {
	return []resume.Resume{d.kept}, nil
}

func (d *desk) SaveResume(_ context.Context, r resume.Resume, _ history.Change) error {
	d.kept = r
	return nil
}

func (d *desk) DeleteResume(context.Context, resume.ID) error { return errors.New("not asked for") }

func (d *desk) Chunks(context.Context, string) ([]string, error) { return nil, nil }

func (d *desk) Chunk(context.Context, string) (history.Chunk, error) { return history.Chunk{}, nil }

func (d *desk) PutVersion(context.Context, resume.Version) error { return nil }

func (d *desk) GetVersion(context.Context, resume.VersionID) (resume.Version, error) {
	return resume.Version{}, errors.New("not asked for")
}

func (d *desk) ListVersions(context.Context, resume.ID) ([]resume.Version, error) { return nil, nil }

func (d *desk) Get(context.Context) (career.Ledger, error) { return d.ledger, nil }

func (d *desk) UpdateBasics(context.Context, career.Basics) (career.Ledger, error) {
	return d.ledger, nil
}

func (d *desk) Save(context.Context, career.Item) (career.Ledger, error) { return d.ledger, nil }

func (d *desk) ResumeChanged(resume.ID) {}

func TestTheResumeHasWordsOfItsOwn(t *testing.T) {
	var l career.Ledger
	if err := read("data/ledger.json", &l); err != nil {
		t.Fatal(err)
	}
	made := 0
	l, _, err := career.MergeDraft(career.Ledger{}, l, func() string { made++; return strconv.Itoa(made) })
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{ledger: l}
	svc := resume.NewService(resume.Deps{Store: d, Versions: d, Ledger: d, Events: d, Clock: testkit.NewClock()})
	if err := (&Example{s: Services{Resumes: svc}}).tailor(t.Context()); err != nil {
		t.Fatal(err)
	}
	worded, hidden := 0, 0
	for _, b := range resume.Apply(l, d.kept).Sections {
		for _, e := range b.Entries {
			if e.Hidden {
				hidden++
			}
			for _, line := range e.Lines {
				if line.Worded && line.Text != line.Ledger {
					worded++
				}
			}
		}
	}
	if worded != 2 || hidden != 1 {
		t.Errorf("%d wordings and %d hidden items, want 2 and 1", worded, hidden)
	}
}

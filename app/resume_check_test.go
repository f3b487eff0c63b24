package app

import (
	"context"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/resume/check"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// readBack is a résumé of one person, whose file was read as that of another.
type readBack struct{ err error }

func (readBack) Document(context.Context, resume.ID) (resume.Document, error) {
	return resume.Document{Language: "en", Head: resume.Head{Name: "Ada Marlowe"}}, nil
}

func (r readBack) Inspect(_ context.Context, data []byte) (check.Reading, error) {
	d := career.Draft{Source: career.Source{Pages: []string{string(data)}}}
	d.Ledger.Basics.Name = "Ada Merlot"
	return check.Reading{Draft: d}, r.err
}

func checks(r *rig, back readBack) *ResumeChecks {
	svc := check.NewService(back, back, resume.Lexicons{"en": {}}, testkit.NewClock())
	return NewResumeChecks(svc, r.files, r.tasks)
}

func TestCheckOfAnUploadedFile(t *testing.T) {
	r := newRig(t)
	r.enter()
	c := checks(r, readBack{})
	token := r.upload("/local/files", strings.NewReader("the text of the file")).Token
	id, err := c.StartCheck("r1", token)
	ok(t, err)
	r.tasks.Wait()
	view, err := c.Check(id)
	ok(t, err)
	if len(view.Fields) != 1 || view.Fields[0].State != check.Differs || view.Rules < 24 || view.Met >= view.Rules || view.Pages[0] != "the text of the file" {
		t.Errorf("view %+v", view)
	}
	if _, err := c.StartCheck("r1", token); !fault.Has(err, fault.NotFound) {
		t.Errorf("a file was checked twice: %v", err)
	}
	if _, err := c.Check("unknown"); !fault.Has(err, fault.NotFound) {
		t.Errorf("an unknown check: %v", err)
	}
}

func TestACheckThatCannotBeMadeSaysWhy(t *testing.T) {
	r := newRig(t)
	r.enter()
	c := checks(r, readBack{fault.New(fault.Invalid, "import.tooComplex")})
	id, err := c.StartCheck("r1", r.upload("/local/files", strings.NewReader("x")).Token)
	ok(t, err)
	r.tasks.Wait()
	if state := r.tasks.State(id); state.Error == nil || state.Error.Key != "check.unread" {
		t.Errorf("state %+v", state)
	}
}

func TestFontsComeWithTheirAddress(t *testing.T) {
	r := newRig(t)
	r.enter()
	got, err := NewResumeFonts(r.gate, oneFont{}).Fonts([]string{"Arab", "Thai"})
	ok(t, err)
	if len(got) != 1 || got[0] != (FontView{Script: "Arab", Family: "Naskh", URL: "/local/fonts/a1"}) {
		t.Errorf("fonts %+v", got)
	}
	if res, body := r.do(r.request("GET", got[0].URL, "")); res.StatusCode != 200 || body == "" {
		t.Errorf("%s", res.Status)
	}
}

package check_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/resume/check"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// desk is a résumé and a reader that has read its file.
type desk struct {
	*sample
	err error
}

func (d desk) Document(_ context.Context, id resume.ID) (resume.Document, error) {
	if id != "r1" {
		return resume.Document{}, fault.New(fault.NotFound, "resume.gone")
	}
	return d.doc, nil
}

func (d desk) Inspect(context.Context, []byte) (check.Reading, error) { return d.reading, d.err }

func service(d desk) *check.Service {
	words := resume.Lexicons{"en": {Sections: map[resume.Key]string{resume.KeyWork: "Experience"}}}
	clk := testkit.NewClock()
	now, _ := time.Parse(time.DateOnly, string(today))
	clk.Advance(now.Sub(clk.Now()))
	return check.NewService(d, d, words, clk)
}

func TestServiceChecksWithTheTitlesOfTheLanguage(t *testing.T) {
	d := desk{sample: good()}
	d.block(resume.KeyWork).Title.Text = ""
	got, err := service(d).Check(t.Context(), "r1", []byte("%PDF-"))
	if err != nil || got.Report.Met != got.Report.Rules || got.Reading.Facts.Title != "Ada Marlowe" {
		t.Fatalf("%+v, %v", got.Report.Findings, err)
	}
	for _, f := range got.Report.Fields {
		if f.Part == check.PartHeading && f.Key == resume.KeyWork && f.Shown != "Experience" {
			t.Errorf("heading %+v", f)
		}
	}
	if d.block(resume.KeyWork).Title.Text != "" {
		t.Error("the document was changed")
	}
}

func TestServiceTellsARefusalAsOneOfTheResume(t *testing.T) {
	for key, want := range map[string]string{
		"import.tooManyPages": "check.tooManyPages",
		"import.noText":       "check.noText",
		"import.tooSlow":      "check.unread",
		"fault.unavailable":   "fault.unavailable",
	} {
		refusal := fault.New(fault.Invalid, key).With("pages", "212")
		_, err := service(desk{good(), refusal}).Check(t.Context(), "r1", nil)
		var got *fault.Error
		if !errors.As(err, &got) || got.Key != want || got.Params["pages"] != "212" || !errors.Is(err, refusal) {
			t.Errorf("%s: %v", key, err)
		}
	}
}

func TestServicePassesFaultsOn(t *testing.T) {
	if _, err := service(desk{good(), nil}).Check(t.Context(), "r2", nil); !fault.Has(err, fault.NotFound) {
		t.Errorf("check: %v", err)
	}
}

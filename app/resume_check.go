package app

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/resume/check"
)

// ResumeChecks is the part of Resumes that reads an exported file back.
type ResumeChecks struct {
	svc   *check.Service
	files *Files
	tasks *Tasks
}

// NewResumeChecks binds the service.
func NewResumeChecks(svc *check.Service, f *Files, t *Tasks) *ResumeChecks {
	return &ResumeChecks{svc, f, t}
}

// StartCheck reads an uploaded PDF that was made from a résumé; when the task is done,
// Check gives what came of it.
func (r *ResumeChecks) StartCheck(id, token string) (string, error) {
	data, err := r.files.take(token)
	if err != nil {
		return "", err
	}
	return r.tasks.Start("checkResume", func(ctx context.Context, _ Progress) (any, error) {
		return r.svc.Check(ctx, resume.ID(id), data)
	})
}

// Check gives the result of a check.
func (r *ResumeChecks) Check(taskID string) (CheckView, error) {
	o, err := result[check.Outcome](r.tasks, taskID)
	if err != nil {
		return CheckView{}, err
	}
	return checkView(o), nil
}

// CheckView is how a résumé fares with readers: what they get of each field, what could
// be better, and the text as it is read, page by page.
type CheckView struct {
	Fields   []check.Comparison `json:"fields"`
	Findings []check.Finding    `json:"findings"`
	Rules    int                `json:"rules"` // looked at
	Met      int                `json:"met"`   // of these
	Pages    []string           `json:"pages"`
	Facts    check.PDFFacts     `json:"facts"`
}

func checkView(o check.Outcome) CheckView {
	return CheckView{
		Fields: o.Report.Fields, Findings: o.Report.Findings, Rules: o.Report.Rules, Met: o.Report.Met,
		Pages: views(o.Reading.Draft.Source.Pages, same[string]), Facts: o.Reading.Facts,
	}
}

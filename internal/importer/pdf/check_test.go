package pdf

import (
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/resume/check"
	"github.com/jobjourney/jobjourney/internal/testkit/pdfmake"
)

func said(text string) resume.Words { return resume.Words{Text: text} }

func listed(all ...string) (out []resume.LineWords) {
	for i, text := range all {
		out = append(out, resume.LineWords{Words: said(text), ID: career.ItemID(rune('a' + i))})
	}
	return out
}

// oneColumn is the résumé behind pdfmake.OneColumn.
func oneColumn() resume.Document {
	entries := func(k resume.Key, title string, all ...resume.Entry) resume.Block {
		return resume.Block{Key: k, Title: said(title), Entries: all}
	}
	return resume.Document{
		Language: "en", Layout: resume.Layout{Paper: "a4"},
		Head: resume.Head{Name: "Mara Lindqvist", Label: said("Registered Nurse"), Contacts: []resume.Contact{
			{Kind: "email", Text: "mara.lindqvist@example.org", URL: "mailto:mara.lindqvist@example.org"},
			{Kind: "phone", Text: "+46 70 123 45 67"}, {Kind: "place", Text: "Portland, OR"},
			{Kind: "profile", Text: "LinkedIn", URL: "https://www.linkedin.com/in/maralindqvist", Network: "LinkedIn"},
		}},
		Sections: []resume.Block{
			{Key: resume.KeySummary, Title: said("Summary"), Summary: said("Nurse with **nine years** on surgical wards who teaches new colleagues and likes calm handovers.")},
			entries(resume.KeyWork, "Work Experience",
				resume.Entry{
					ID: "1", Title: said("Charge Nurse"), Organisation: "Harbor General Hospital", Start: "2019-03", Current: true,
					Lines: listed("Led a team of 14 nurses on a surgical ward with 32 beds", "Cut medication errors by 23 % by introducing a second check at every handover between shifts"),
				},
				resume.Entry{
					ID: "2", Title: said("Staff Nurse"), Organisation: "St. Brigid Clinic", Start: "2014-09", End: "2019-02",
					Lines: listed("Cared for patients before and after operations", "Trained six graduates in their first year"),
				}),
			entries(resume.KeyEducation, "Education", resume.Entry{ID: "3", Title: said("Nursing"), Degree: "Bachelor of Science", Organisation: "University of Gothenburg", Start: "2011", End: "2014"}),
			entries(resume.KeySkills, "Skills",
				resume.Entry{ID: "4", Title: said("Clinical"), Tags: []resume.Words{said("Wound care"), said("Triage"), said("Patient education")}},
				resume.Entry{ID: "5", Title: said("Systems"), Tags: []resume.Words{said("Epic"), said("Cerner")}}),
			entries(resume.KeyLanguages, "Languages", resume.Entry{ID: "6", Title: said("Swedish"), Detail: said("native")}, resume.Entry{ID: "7", Title: said("German")}),
			entries(resume.KeyCertificates, "Certifications", resume.Entry{ID: "8", Title: said("Advanced Cardiac Life Support"), End: "2023"}),
		},
	}
}

// A file is read back field by field, and the rules find what is wrong with it and no more.
func TestAFileIsCheckedAgainstItsResume(t *testing.T) {
	r, err := Inspect(pdfmake.OneColumn().Bytes())
	if err != nil {
		t.Fatal(err)
	}
	report := check.Check(oneColumn(), r, "2026-03-15")
	for _, f := range report.Fields {
		if f.State != check.Same {
			t.Errorf("%+v", f)
		}
	}
	var broken []string
	for _, f := range report.Findings {
		broken = append(broken, f.Rule)
	}
	slices.Sort(broken)
	want := []string{"fileTitle", "fontMissing", "fontMissing", "languageTag", "linkDead", "untagged"}
	if !slices.Equal(broken, want) {
		t.Errorf("findings %q, want %q", broken, want)
	}
}

// The same words in a file with two columns are told to have them.
func TestColumnsAreTold(t *testing.T) {
	r, err := Inspect(pdfmake.TwoColumns().Bytes())
	if err != nil {
		t.Fatal(err)
	}
	report := check.Check(resume.Document{Language: "en"}, r, "2026-03-15")
	if !slices.ContainsFunc(report.Findings, func(f check.Finding) bool { return f.Rule == "columns" }) {
		t.Errorf("findings %+v", report.Findings)
	}
}

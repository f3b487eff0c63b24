package jsonresume_test

import (
	"encoding/json"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/exporter/jsonresume"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

func full() career.Ledger {
	section := func(k career.SectionKind, lines ...string) career.Section {
		return career.Section{ID: "s", Kind: k, Heading: "Heading of " + string(k), Lines: lines}
	}
	return career.Ledger{
		Basics: career.Basics{
			Name: "Mara Lindqvist", Label: "Nurse & teacher", Email: "mara@example.org", Phone: "+46 70 123", URL: "https://mara.example.org",
			Summary: "Calm.", Location: career.Location{City: "Portland", Region: "OR", CountryCode: "US"},
			Profiles: []career.Profile{{Network: "LinkedIn", Username: "mara", URL: "https://linkedin.com/in/mara"}},
		},
		Work: []career.Work{{
			ID: "w", Name: "Harbor General", Position: "Charge Nurse", Location: "Portland, OR", StartDate: "2019-03", Current: true,
			Highlights: []career.Highlight{{ID: "h", Text: "Led a team of 14"}},
		}},
		Education: []career.Education{{ID: "e", Institution: "University of Gothenburg", StudyType: "BSc", Area: "Nursing", StartDate: "2011", EndDate: "2014", Score: "VG", Courses: []string{"Anatomy"}}},
		Skills:    []career.Skill{{ID: "k", Name: "Clinical", Level: "Expert", Keywords: []string{"Triage"}}, {ID: "k2", Name: "Epic"}},
		Languages: []career.Language{{ID: "l", Language: "Swedish", Fluency: "native"}},
		Sections: []career.Section{
			section(career.SectionProjects, "A project"), section(career.SectionCertificates, "A certificate"), section(career.SectionAwards, "An award"),
			section(career.SectionPublications, "A paper"), section(career.SectionVolunteer, "Red Cross", "since 2015"), section(career.SectionReferences, "On request"),
			section(career.SectionInterests, "Bees"), section(career.SectionOther, "Something else"),
		},
	}
}

func TestExport(t *testing.T) {
	got, err := jsonresume.Export(full())
	if err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "testdata/full.json", got)
}

func TestExportOfNothing(t *testing.T) {
	got, err := jsonresume.Export(career.Ledger{})
	if err != nil {
		t.Fatal(err)
	}
	var r map[string]any
	if err := json.Unmarshal(got, &r); err != nil || len(r) != 2 {
		t.Errorf("an empty ledger became %s (%v), want only $schema and basics", got, err)
	}
}

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

// everything has an item of every list, with keys of other programs everywhere.
func everything() career.Ledger {
	l := full()
	foreign := career.Extra{"x-note": "<b> & c", "name": "never replaces", "a": []any{1.5, nil, map[string]any{"z": true}}}
	did := []career.Highlight{{ID: "h", Text: "Did *it*."}}
	l.Sections, l.Basics.Extra, l.Work[0].Extra = nil, career.Extra{"image": "https://mara.example.org/me.jpg"}, foreign
	l.Education[0].Location, l.Education[0].URL = "Gothenburg", "https://gu.example.org"
	l.Projects = []career.Project{{
		Name: "Falls audit", Entity: "Harbor General", Type: "audit", Roles: []string{"Lead"}, URL: "https://falls.example.org",
		StartDate: "2020", EndDate: "2021-02", Description: "- one\n- **two**", Highlights: did, Keywords: []string{"falls"}, Extra: foreign,
	}}
	l.Certificates = []career.Certificate{{Name: "ALS", Issuer: "RCUK", Date: "2022-05", URL: "https://als.example.org", Extra: career.Extra{"x": 1}}}
	l.Awards = []career.Award{{Title: "Nurse of the year", Awarder: "Harbor General", Date: "2019", Summary: "Of 200."}}
	l.Publications = []career.Publication{{Name: "On falls", Publisher: "Wards", ReleaseDate: "2023-01-31", URL: "https://w.example.org", Summary: "Short."}}
	l.Volunteer = []career.Volunteer{{Organization: "Red Cross", Position: "Driver", Location: "Oslo", URL: "https://rc.example.org", StartDate: "2015", Current: true, Summary: "Nights.", Highlights: did}}
	l.References = []career.Reference{{Name: "Sister Ray", Reference: "Calm."}}
	l.Interests = []career.Interest{{Name: "Bees", Keywords: []string{"hives"}}}
	l.Custom = []career.Custom{{ID: "c", Heading: "Talks", Items: []career.CustomItem{{ID: "i", Title: "Falls", StartDate: "2021", Highlights: did}}}}
	l.Extra = career.Extra{"meta": map[string]any{"version": "v1"}, "basics": "never replaces", "x-root": "kept"}
	return l
}

func TestExportOfEverything(t *testing.T) {
	got, err := jsonresume.Export(everything())
	if err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "testdata/everything.json", got)
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

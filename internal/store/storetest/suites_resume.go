package storetest

import (
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/resume"
)

func testResumes(t *testing.T, s Subject) {
	missing(t, "GetResume", second(s.Stores().Resumes.GetResume(ctx, resume.ID(ident.NewRecord()))))
	missing(t, "DeleteResume", s.Stores().Resumes.DeleteResume(ctx, resume.ID(ident.NewRecord())))
	same(t, "no résumés", all(t, s.Stores().Resumes.ListResumes), []resume.Resume{})
	first, other := resume.ID(ident.NewRecord()), resume.ID(ident.NewRecord())
	steps := []string{ident.NewRecord(), ident.NewRecord()}
	must(t, s.Stores().Resumes.SaveResume(ctx, aResume(first), history.Change{Put: []history.Chunk{aChunk(steps[0], 1)}}))
	must(t, s.Stores().Resumes.SaveResume(ctx, aResume(other), history.Change{Put: []history.Chunk{aChunk(steps[1], 1)}}))
	changed := aResume(first)
	changed.Name, changed.TrashedAt = "Matron", moment.Add(time.Hour)
	must(t, s.Stores().Resumes.SaveResume(ctx, changed, history.Change{}))
	s.Reopen(t)
	same(t, "résumé", read(t, s.Stores().Resumes.GetResume, first), changed)
	same(t, "its steps", read(t, s.Stores().Resumes.Chunks, string(first)), steps[:1])
	same(t, "a step", read(t, s.Stores().Resumes.Chunk, steps[0]), aChunk(steps[0], 1))
	must(t, s.Stores().Resumes.DeleteResume(ctx, first))
	same(t, "what is left", all(t, s.Stores().Resumes.ListResumes), []resume.Resume{aResume(other)})
	same(t, "steps of the other", read(t, s.Stores().Resumes.Chunks, string(other)), steps[1:])
	missing(t, "a step of what is gone", second(s.Stores().Resumes.Chunk(ctx, steps[0])))
}

func testVersions(t *testing.T, s Subject) {
	of, other := resume.ID(ident.NewRecord()), resume.ID(ident.NewRecord())
	missing(t, "GetVersion", second(s.Stores().Versions.GetVersion(ctx, resume.VersionID(ident.NewRecord()))))
	missing(t, "a version of nothing", s.Stores().Versions.PutVersion(ctx, aVersion(resume.VersionID(ident.NewRecord()), of)))
	for _, id := range []resume.ID{of, other} {
		must(t, s.Stores().Resumes.SaveResume(ctx, aResume(id), history.Change{}))
	}
	ids := []resume.VersionID{}
	for _, owner := range []resume.ID{of, of, other} {
		ids = append(ids, resume.VersionID(ident.NewRecord()))
		must(t, s.Stores().Versions.PutVersion(ctx, aVersion(ids[len(ids)-1], owner)))
	}
	s.Reopen(t)
	same(t, "versions", read(t, s.Stores().Versions.ListVersions, of), []resume.Version{aVersion(ids[0], of), aVersion(ids[1], of)})
	same(t, "a version", read(t, s.Stores().Versions.GetVersion, ids[1]), aVersion(ids[1], of))
	must(t, s.Stores().Resumes.DeleteResume(ctx, of))
	same(t, "versions of what is gone", read(t, s.Stores().Versions.ListVersions, of), []resume.Version{})
	missing(t, "a version that went along", second(s.Stores().Versions.GetVersion(ctx, ids[0])))
	same(t, "versions of the other", read(t, s.Stores().Versions.ListVersions, other), []resume.Version{aVersion(ids[2], other)})
}

func aResume(id resume.ID) resume.Resume {
	return resume.Resume{
		ID: id, Name: "Surgical wards", Language: "en", CreatedAt: moment, UpdatedAt: moment.Add(time.Minute),
		Layout: resume.Layout{Template: "ledger-serif", Paper: "a4", FontSize: 10.5, PageNumbers: true},
		Overlay: resume.Overlay{
			Follow: true,
			Sections: []resume.Section{{Key: "work", Column: "main", Items: []resume.Item{{
				ID: "w1", Break: true, Lines: []resume.Line{{ID: "h1", Hidden: true}},
			}}}},
			Words: map[string]map[resume.Field]string{"en": {"work/w1/position": "**Senior** nurse"}},
		},
	}
}

func aVersion(id resume.VersionID, of resume.ID) resume.Version {
	return resume.Version{
		ID: id, ResumeID: of, Name: "Sent to Northbridge", Reason: resume.ReasonNamed, CreatedAt: moment, Resume: aResume(of),
		Ledger: career.Ledger{Basics: career.Basics{Name: "Ada Lindqvist"}, Work: fullLedger().Work}.EmptyLists(),
	}
}

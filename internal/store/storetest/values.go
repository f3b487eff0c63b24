package storetest

import (
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/delivery"
	"github.com/jobjourney/jobjourney/internal/interview/rubric"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/resume"
)

var moment = time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)

// identities are the ids of one of everything.
type identities struct {
	document  career.DocumentID
	picture   career.PictureID
	chunk     string
	posting   posting.ID
	resume    resume.ID
	version   resume.VersionID
	rehearsal interview.ID
	answer    interview.AnswerID
	recording interview.RecordingID
}

// seed saves one of everything.
func seed(t *testing.T, s Stores) identities {
	t.Helper()
	ids := identities{
		document: career.DocumentID(ident.NewRecord()), picture: career.PictureID(ident.NewRecord()), chunk: ident.NewRecord(), posting: posting.ID(ident.NewRecord()),
		resume: resume.ID(ident.NewRecord()), version: resume.VersionID(ident.NewRecord()),
		rehearsal: interview.ID(ident.NewRecord()), answer: interview.AnswerID(ident.NewRecord()),
		recording: interview.RecordingID(ident.NewRecord()),
	}
	must(t, s.Pictures.CreatePicture(ctx, career.PictureFile{ID: ids.picture, Type: "image/png"}, fileBytes()))
	chunk := aChunk(ids.chunk, 1)
	chunk.Steps[0].Label = "of picture " + string(ids.picture) // a step names it, so that no sweep takes it
	must(t, s.Ledger.SaveLedger(ctx, fullLedger(), history.Change{Put: []history.Chunk{chunk}}))
	must(t, s.Documents.CreateDocument(ctx, aDocument(ids.document), fileBytes()))
	must(t, s.Postings.Put(ctx, aPosting(ids.posting)))
	must(t, s.Resumes.SaveResume(ctx, aResume(ids.resume), history.Change{}))
	must(t, s.Versions.PutVersion(ctx, aVersion(ids.version, ids.resume)))
	must(t, s.Rehearsals.PutRehearsal(ctx, aRehearsal(ids.rehearsal)))
	must(t, s.Answers.PutAnswer(ctx, anAnswer(ids.answer, ids.rehearsal)))
	recordTake(t, s, ids.recording, ids.answer, tone(900))
	return ids
}

func recordTake(t *testing.T, s Stores, id interview.RecordingID, of interview.AnswerID, samples []int16) {
	t.Helper()
	_, err := s.Recorder.CreateRecording(ctx, aRecording(id, of))
	must(t, err)
	must(t, s.Recorder.Append(ctx, id, samples))
	must(t, s.Recorder.FinishRecording(ctx, id))
}

func fullLedger() career.Ledger {
	return career.Ledger{
		Basics: career.Basics{
			Name: "Ada Lindqvist", Label: "Registered nurse", Email: "ada@example.org", Phone: "+44 20 7946 0000",
			URL: "https://example.org", Summary: "Twelve years on surgical wards.",
			Location: career.Location{City: "Leeds", CountryCode: "GB"},
			Profiles: []career.Profile{{Network: "Web", Username: "ada", URL: "https://example.org/ada"}},
		},
		Work: []career.Work{{
			ID: "w1", Name: "St Mary's", Position: "Charge nurse", StartDate: "2019-04", Current: true,
			Highlights: []career.Highlight{{ID: "h1", Text: "Cut falls by a third."}},
		}},
		Education:    []career.Education{{ID: "e1", Institution: "Leeds", StudyType: "BSc", Area: "Nursing", Courses: []string{"Ethics"}}},
		Projects:     []career.Project{{ID: "p1", Name: "Falls audit", Roles: []string{}, Highlights: []career.Highlight{}, Keywords: []string{"audit"}}},
		Skills:       []career.Skill{{ID: "s1", Name: "Wound care", Keywords: []string{"dressing"}}},
		Languages:    []career.Language{{ID: "l1", Language: "Swedish", Fluency: "Native"}},
		Certificates: []career.Certificate{{ID: "c1", Name: "Advanced life support", Date: "2022-05"}},
		Awards:       []career.Award{{ID: "a1", Title: "Nurse of the year", Extra: career.Extra{"rank": "first"}}},
		Publications: []career.Publication{{ID: "b1", Name: "On falls", ReleaseDate: "2023"}},
		Volunteer:    []career.Volunteer{{ID: "v1", Organization: "Red Cross", Highlights: []career.Highlight{{ID: "h2", Text: "Drove a van."}}}},
		References:   []career.Reference{{ID: "r1", Name: "Sister Ray", Reference: "Calm."}},
		Interests:    []career.Interest{{ID: "i1", Name: "Bees", Keywords: []string{"hives"}}},
		Custom:       []career.Custom{{ID: "x2", Heading: "Talks", Items: []career.CustomItem{{ID: "t1", Title: "Falls", Highlights: []career.Highlight{}}}}},
		Sections:     []career.Section{{ID: "x1", Kind: career.SectionAwards, Heading: "Awards", Lines: []string{"Nurse of the year"}}},
		Extra:        career.Extra{"meta": map[string]any{"version": "v1"}},
	}
}

func aChunk(id string, n int) history.Chunk {
	return history.Chunk{ID: id, N: n, Done: 1, Steps: []history.Step{{Label: "save", At: moment, Ops: []history.Op{
		{Kind: history.Set, Path: []string{"basics", "name"}, Before: []byte(`""`), After: []byte(`"<Ada>"`)},
	}}}}
}

func aDocument(id career.DocumentID) career.Document {
	return career.Document{ID: id, Name: "résumé.pdf", Bytes: len(fileBytes()), AddedAt: moment}
}

// fileBytes is longer than two frames of a blob.
func fileBytes() []byte { return []byte(strings.Repeat("0123456789abcdef", 9000)) }

func aPosting(id posting.ID) posting.Posting {
	return posting.Posting{
		ID: id, Title: "Ward manager", Company: "Northbridge", Place: "Leeds", Language: "en", Covered: true,
		Text: "Ward manager\nNorthbridge, Leeds", Requirements: []posting.Requirement{}, Keywords: []posting.Keyword{},
		CreatedAt: moment, UpdatedAt: moment,
	}
}

func aRehearsal(id interview.ID) interview.Rehearsal {
	return interview.Rehearsal{ID: id, CreatedAt: moment, Moves: []interview.Move{{Kind: interview.MoveStart, At: moment}},
		Plan: interview.Plan{
			Seed: 1<<63 + 5, Language: "en", PersonaID: "warm", For: "Ward manager", Terms: []string{"triage"},
			Facts:     []interview.Fact{{ItemID: "h1", From: "St Mary's", Text: "Cut falls by a third."}},
			Questions: []interview.PlannedQuestion{{QuestionID: "q1", Text: "What went well?", Probes: map[string]string{"result": "And then?"}}},
		}}
}

func anAnswer(id interview.AnswerID, of interview.ID) interview.Answer {
	level := 4
	return interview.Answer{
		ID: id, RehearsalID: of, Mode: interview.Typed, Text: "We had a fire.", KeyPoints: "calm", StartedAt: moment,
		DoneAt:     moment.Add(time.Minute),
		Takes:      []interview.Take{{RecordingID: "r1", CapturedAt: moment, Sound: delivery.Sound{RecordedMs: 1500, SpeechMs: []delivery.Segment{{StartMs: 3, EndMs: 9}}, BreaksMs: []int{700}}}},
		SelfRating: []rubric.Rating{{Criterion: "result", Level: &level, Version: "1"}},
	}
}

func aRecording(id interview.RecordingID, of interview.AnswerID) interview.Recording {
	return interview.Recording{ID: id, AnswerID: of, CapturedAt: moment, ExpiresAt: moment.AddDate(0, 0, 90), Rate: interview.SampleRate}
}

// tone is n samples that differ from each other.
func tone(n int) []int16 {
	out := make([]int16, n)
	for i := range out {
		out[i] = int16(i*37 - 16000)
	}
	return out
}

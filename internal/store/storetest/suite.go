package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/privacy"
	"github.com/jobjourney/jobjourney/internal/profile"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/settings"
)

// Stores is one implementation of everything.
type Stores struct {
	Ledger     career.Store
	Documents  career.DocumentStore
	Pictures   career.PictureStore
	Postings   posting.Store
	Resumes    resume.Store
	Versions   resume.Versions
	Profile    profile.Store
	Settings   settings.Store
	Rehearsals interview.Rehearsals
	Answers    interview.Answers
	Recorder   interview.Recorder
	Recordings interview.Recordings
	Marks      privacy.Marks
}

// Subject is a profile under test. It begins unlocked and empty.
type Subject interface {
	Stores() Stores
	Lock()
	Unlock(t *testing.T)
	// Reopen closes everything and opens it as a fresh start of the app would.
	Reopen(t *testing.T)
}

// Run checks every interface on a fresh profile each.
func Run(t *testing.T, fresh func(t *testing.T) Subject) {
	for name, suite := range map[string]func(*testing.T, Subject){
		"ledger": testLedger, "pictures": testPictures, "documents": testDocuments, "postings": testPostings, "resumes": testResumes, "versions": testVersions, "profile": testProfile,
		"settings": testSettings, "rehearsals": testRehearsals, "answers": testAnswers,
		"recordings": testRecordings, "marks": testMarks, "locked": testLocked,
	} {
		t.Run(name, func(t *testing.T) { suite(t, fresh(t)) })
	}
}

var ctx = context.Background()

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("unexpected error: %v", err)
	}
}

// same compares as JSON, which is what a store keeps.
func same[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	a, err := json.Marshal(got)
	must(t, err)
	b, err := json.Marshal(want)
	must(t, err)
	if string(a) != string(b) {
		t.Errorf("%s:\n got %s\nwant %s", what, a, b)
	}
}

func missing(t *testing.T, what string, err error) {
	t.Helper()
	if !fault.Has(err, fault.NotFound) {
		t.Errorf("%s: got %v, want NotFound", what, err)
	}
}

// read is got(ctx, id) that must work.
func read[K, T any](t *testing.T, got func(context.Context, K) (T, error), id K) T {
	t.Helper()
	v, err := got(ctx, id)
	must(t, err)
	return v
}

func all[T any](t *testing.T, got func(context.Context) (T, error)) T {
	t.Helper()
	v, err := got(ctx)
	must(t, err)
	return v
}

func testLocked(t *testing.T, s Subject) {
	ids := seed(t, s.Stores())
	s.Lock()
	for name, call := range calls(s.Stores(), ids) {
		if err := call(); !errors.Is(err, fault.New(fault.Locked, "vault.locked")) {
			t.Errorf("%s: got %v, want Locked", name, err)
		}
	}
	s.Unlock(t)
	same(t, "ledger after unlocking", all(t, s.Stores().Ledger.Ledger), fullLedger())
	same(t, "posting after unlocking", read(t, s.Stores().Postings.Get, ids.posting), aPosting(ids.posting))
}

// calls is every method of every interface.
func calls(s Stores, ids identities) map[string]func() error {
	r, a, d := aRehearsal(ids.rehearsal), anAnswer(ids.answer, ids.rehearsal), aDocument(ids.document)
	return map[string]func() error{
		"Ledger":          func() error { return second(s.Ledger.Ledger(ctx)) },
		"SaveLedger":      func() error { return s.Ledger.SaveLedger(ctx, fullLedger(), history.Change{}) },
		"Chunks":          func() error { return second(s.Ledger.Chunks(ctx, career.HistoryOfLedger)) },
		"Chunk":           func() error { return second(s.Ledger.Chunk(ctx, ids.chunk)) },
		"CreatePicture":   func() error { return s.Pictures.CreatePicture(ctx, career.PictureFile{ID: ids.picture}, []byte("x")) },
		"OpenPicture":     func() error { _, _, err := s.Pictures.OpenPicture(ctx, ids.picture); return err },
		"DeletePicture":   func() error { return s.Pictures.DeletePicture(ctx, ids.picture) },
		"CreateDocument":  func() error { return s.Documents.CreateDocument(ctx, d, []byte("x")) },
		"ListDocuments":   func() error { return second(s.Documents.ListDocuments(ctx)) },
		"GetDocument":     func() error { return second(s.Documents.GetDocument(ctx, d.ID)) },
		"OpenDocument":    func() error { return second(s.Documents.OpenDocument(ctx, d.ID)) },
		"DeleteDocument":  func() error { return s.Documents.DeleteDocument(ctx, d.ID) },
		"posting Get":     func() error { return second(s.Postings.Get(ctx, ids.posting)) },
		"posting List":    func() error { return second(s.Postings.List(ctx)) },
		"posting Put":     func() error { return s.Postings.Put(ctx, aPosting(ids.posting)) },
		"posting Delete":  func() error { return s.Postings.Delete(ctx, ids.posting) },
		"GetResume":       func() error { return second(s.Resumes.GetResume(ctx, ids.resume)) },
		"ListResumes":     func() error { return second(s.Resumes.ListResumes(ctx)) },
		"SaveResume":      func() error { return s.Resumes.SaveResume(ctx, aResume(ids.resume), history.Change{}) },
		"DeleteResume":    func() error { return s.Resumes.DeleteResume(ctx, ids.resume) },
		"its Chunks":      func() error { return second(s.Resumes.Chunks(ctx, string(ids.resume))) },
		"its Chunk":       func() error { return second(s.Resumes.Chunk(ctx, ids.chunk)) },
		"PutVersion":      func() error { return s.Versions.PutVersion(ctx, aVersion(ids.version, ids.resume)) },
		"GetVersion":      func() error { return second(s.Versions.GetVersion(ctx, ids.version)) },
		"ListVersions":    func() error { return second(s.Versions.ListVersions(ctx, ids.resume)) },
		"Profile":         func() error { return second(s.Profile.Profile(ctx)) },
		"SaveProfile":     func() error { return s.Profile.SaveProfile(ctx, profile.Profile{}) },
		"Settings":        func() error { return second(s.Settings.Settings(ctx)) },
		"SaveSettings":    func() error { return s.Settings.SaveSettings(ctx, settings.Default()) },
		"Device":          func() error { return second(s.Settings.Device(ctx)) },
		"SaveDevice":      func() error { return s.Settings.SaveDevice(ctx, settings.Device{}) },
		"GetRehearsal":    func() error { return second(s.Rehearsals.GetRehearsal(ctx, r.ID)) },
		"ListRehearsals":  func() error { return second(s.Rehearsals.ListRehearsals(ctx)) },
		"Rehearsals":      func() error { _, _, err := s.Rehearsals.RecentRehearsals(ctx, 1); return err },
		"PutRehearsal":    func() error { return s.Rehearsals.PutRehearsal(ctx, r) },
		"DeleteRehearsal": func() error { return s.Rehearsals.DeleteRehearsal(ctx, r.ID) },
		"GetAnswer":       func() error { return second(s.Answers.GetAnswer(ctx, a.ID)) },
		"ListAnswers":     func() error { return second(s.Answers.ListAnswers(ctx, r.ID)) },
		"PutAnswer":       func() error { return s.Answers.PutAnswer(ctx, a) },
		"DeleteAnswer":    func() error { return s.Answers.DeleteAnswer(ctx, a.ID) },
		"CreateRecording": func() error { return second(s.Recorder.CreateRecording(ctx, aRecording(ids.recording, a.ID))) },
		"Append":          func() error { return s.Recorder.Append(ctx, ids.recording, []int16{1}) },
		"FinishRecording": func() error { return s.Recorder.FinishRecording(ctx, ids.recording) },
		"GetRecording":    func() error { return second(s.Recordings.GetRecording(ctx, ids.recording)) },
		"ListRecordings":  func() error { return second(s.Recordings.ListRecordings(ctx)) },
		"PutRecording":    func() error { return s.Recordings.PutRecording(ctx, aRecording(ids.recording, a.ID)) },
		"DeleteRecording": func() error { return s.Recordings.DeleteRecording(ctx, ids.recording) },
		"OpenRecording":   func() error { return second(s.Recordings.OpenRecording(ctx, ids.recording)) },
		"LatestTime":      func() error { return second(s.Marks.LatestTime(ctx)) },
		"SaveLatestTime":  func() error { return s.Marks.SaveLatestTime(ctx, moment) },
		"ResetLatestTime": func() error { return s.Marks.ResetLatestTime(ctx, moment) },
	}
}

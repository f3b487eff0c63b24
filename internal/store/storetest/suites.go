package storetest

import (
	"encoding/binary"
	"io"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/profile"
	"github.com/jobjourney/jobjourney/internal/settings"
)

// many is how often things are saved at once, or in a row where order counts.
const many = 20

func testLedger(t *testing.T, s Subject) {
	empty := all(t, s.Stores().Ledger.Ledger)
	same(t, "an empty ledger", empty, career.Ledger{}.EmptyLists())
	must(t, s.Stores().Ledger.SaveLedger(ctx, fullLedger(), history.Change{}))
	same(t, "ledger", all(t, s.Stores().Ledger.Ledger), fullLedger())
	changed := fullLedger()
	changed.Work[0].Position = "Matron"
	must(t, s.Stores().Ledger.SaveLedger(ctx, changed, history.Change{}))
	s.Reopen(t)
	same(t, "ledger after reopening", all(t, s.Stores().Ledger.Ledger), changed)
	testHistory(t, s, changed)
}

func testHistory(t *testing.T, s Subject, l career.Ledger) {
	chunks := func() []string { return read(t, s.Stores().Ledger.Chunks, career.HistoryOfLedger) }
	missing(t, "Chunk", second(s.Stores().Ledger.Chunk(ctx, ident.NewRecord())))
	same(t, "chunks before the first", chunks(), []string{})
	ids := []string{ident.NewRecord(), ident.NewRecord(), ident.NewRecord()}
	for i, id := range ids {
		must(t, s.Stores().Ledger.SaveLedger(ctx, l, history.Change{Put: []history.Chunk{aChunk(id, i+1)}}))
	}
	s.Reopen(t)
	same(t, "chunks", chunks(), ids)
	changed := aChunk(ids[0], 1)
	changed.Done = 0
	must(t, s.Stores().Ledger.SaveLedger(ctx, l, history.Change{Put: []history.Chunk{changed}, Remove: ids[1:]}))
	s.Reopen(t)
	same(t, "chunks left", chunks(), ids[:1])
	same(t, "the changed chunk", read(t, s.Stores().Ledger.Chunk, ids[0]), changed)
	same(t, "the ledger beside it", all(t, s.Stores().Ledger.Ledger), l)
	missing(t, "the chunk that went", second(s.Stores().Ledger.Chunk(ctx, ids[1])))
	same(t, "chunks of nobody", read(t, s.Stores().Ledger.Chunks, ident.NewRecord()), []string{})
}

func testPictures(t *testing.T, s Subject) {
	id := career.PictureID(ident.NewRecord())
	open := func(id career.PictureID) error { _, _, err := s.Stores().Pictures.OpenPicture(ctx, id); return err }
	missing(t, "OpenPicture", open(id))
	missing(t, "DeletePicture", s.Stores().Pictures.DeletePicture(ctx, id))
	must(t, s.Stores().Pictures.CreatePicture(ctx, career.PictureFile{ID: id, Type: "image/png"}, fileBytes()))
	l := fullLedger()
	l.Basics.Picture = &career.Picture{ID: id, Width: 3, Height: 4}
	must(t, s.Stores().Ledger.SaveLedger(ctx, l, history.Change{}))
	s.Reopen(t)
	file, data, err := s.Stores().Pictures.OpenPicture(ctx, id)
	must(t, err)
	got, err := io.ReadAll(data)
	must(t, err)
	must(t, data.Close())
	if file.Type != "image/png" || string(got) != string(fileBytes()) {
		t.Errorf("the picture came back as %s, %d bytes", file.Type, len(got))
	}
	must(t, s.Stores().Pictures.DeletePicture(ctx, id))
	missing(t, "deleted picture", open(id))
}

func testDocuments(t *testing.T, s Subject) {
	missing(t, "GetDocument", second(s.Stores().Documents.GetDocument(ctx, career.DocumentID(ident.NewRecord()))))
	missing(t, "OpenDocument", second(s.Stores().Documents.OpenDocument(ctx, career.DocumentID(ident.NewRecord()))))
	missing(t, "DeleteDocument", s.Stores().Documents.DeleteDocument(ctx, career.DocumentID(ident.NewRecord())))
	ids := []career.DocumentID{}
	for range 3 {
		id := career.DocumentID(ident.NewRecord())
		must(t, s.Stores().Documents.CreateDocument(ctx, aDocument(id), fileBytes()))
		ids = append(ids, id)
	}
	s.Reopen(t)
	must(t, s.Stores().Documents.DeleteDocument(ctx, ids[1]))
	found := all(t, s.Stores().Documents.ListDocuments)
	if len(found) != 2 || found[0].ID != ids[0] || found[1].ID != ids[2] {
		t.Errorf("documents are %+v, want the first and the third", found)
	}
	if string(bytesOf(t, s.Stores().Documents, ids[2])) != string(fileBytes()) {
		t.Error("the file came back different")
	}
	missing(t, "deleted document", second(s.Stores().Documents.OpenDocument(ctx, ids[1])))
}

func bytesOf(t *testing.T, d career.DocumentStore, id career.DocumentID) []byte {
	t.Helper()
	file, err := d.OpenDocument(ctx, id)
	must(t, err)
	data, err := io.ReadAll(file)
	must(t, err)
	must(t, file.Close())
	return data
}

func testPostings(t *testing.T, s Subject) {
	missing(t, "Get", second(s.Stores().Postings.Get(ctx, posting.ID(ident.NewRecord()))))
	missing(t, "Delete", s.Stores().Postings.Delete(ctx, posting.ID(ident.NewRecord())))
	var ids []posting.ID
	for range many {
		ids = append(ids, posting.ID(ident.NewRecord()))
		must(t, s.Stores().Postings.Put(ctx, aPosting(ids[len(ids)-1])))
	}
	changed := aPosting(ids[0])
	changed.Title = "Matron"
	must(t, s.Stores().Postings.Put(ctx, changed))
	must(t, s.Stores().Postings.Delete(ctx, ids[many-1]))
	s.Reopen(t)
	found := all(t, s.Stores().Postings.List)
	order := make([]posting.ID, 0, len(found))
	for _, p := range found {
		order = append(order, p.ID)
	}
	if !slices.Equal(order, ids[:many-1]) {
		t.Errorf("postings are in the order %v, want the one they were made in, %v", order, ids[:many-1])
	}
	same(t, "the changed posting", read(t, s.Stores().Postings.Get, ids[0]), changed)
	missing(t, "deleted posting", second(s.Stores().Postings.Get(ctx, ids[many-1])))
}

func testProfile(t *testing.T, s Subject) {
	same(t, "before the first save", all(t, s.Stores().Profile.Profile), profile.Profile{Industries: []string{}, Interests: []string{}})
	want := profile.Profile{Profession: "Nurse", Level: profile.LevelSenior, Industries: []string{"Health"}, Goals: "Lead", Interests: []string{}}
	together(func() error { return s.Stores().Profile.SaveProfile(ctx, want) }, t)
	changed := want
	changed.Goals = "Teach"
	must(t, s.Stores().Profile.SaveProfile(ctx, changed))
	s.Reopen(t)
	same(t, "after reopening", all(t, s.Stores().Profile.Profile), changed)
}

// together calls save from many goroutines at once.
func together(save func() error, t *testing.T) {
	t.Helper()
	var wait sync.WaitGroup
	for range many {
		wait.Go(func() {
			if err := save(); err != nil {
				t.Errorf("saving at once: %v", err)
			}
		})
	}
	wait.Wait()
}

func testSettings(t *testing.T, s Subject) {
	same(t, "before the first save", all(t, s.Stores().Settings.Settings), settings.Default())
	same(t, "before the first save", all(t, s.Stores().Settings.Device), settings.Device{})
	want := settings.Default()
	want.RecordingDays, want.SpokenQuestions = 7, false
	together(func() error { return s.Stores().Settings.SaveSettings(ctx, settings.Default()) }, t)
	must(t, s.Stores().Settings.SaveSettings(ctx, want))
	must(t, s.Stores().Settings.SaveDevice(ctx, settings.Device{MicrophoneID: "usb"}))
	s.Reopen(t)
	same(t, "settings", all(t, s.Stores().Settings.Settings), want)
	same(t, "device", all(t, s.Stores().Settings.Device), settings.Device{MicrophoneID: "usb"})
}

func testRehearsals(t *testing.T, s Subject) {
	missing(t, "GetRehearsal", second(s.Stores().Rehearsals.GetRehearsal(ctx, interview.ID(ident.NewRecord()))))
	missing(t, "DeleteRehearsal", s.Stores().Rehearsals.DeleteRehearsal(ctx, interview.ID(ident.NewRecord())))
	gone, kept := seed(t, s.Stores()), seed(t, s.Stores())
	moved := aRehearsal(gone.rehearsal)
	moved.Moves = append(moved.Moves, interview.Move{Kind: interview.MoveAsked, At: moment})
	must(t, s.Stores().Rehearsals.PutRehearsal(ctx, moved))
	s.Reopen(t)
	same(t, "order", all(t, s.Stores().Rehearsals.ListRehearsals), []interview.Rehearsal{moved, aRehearsal(kept.rehearsal)})
	recent, total, err := s.Stores().Rehearsals.RecentRehearsals(ctx, 1)
	must(t, err)
	same(t, "the newest", recent, []interview.Rehearsal{aRehearsal(kept.rehearsal)})
	same(t, "of how many", total, 2)
	must(t, s.Stores().Rehearsals.DeleteRehearsal(ctx, gone.rehearsal))
	s.Reopen(t)
	missing(t, "deleted rehearsal", second(s.Stores().Rehearsals.GetRehearsal(ctx, gone.rehearsal)))
	missing(t, "its answer", second(s.Stores().Answers.GetAnswer(ctx, gone.answer)))
	missing(t, "its recording", second(s.Stores().Recordings.GetRecording(ctx, gone.recording)))
	missing(t, "its sound", second(s.Stores().Recordings.OpenRecording(ctx, gone.recording)))
	same(t, "the other", read(t, s.Stores().Rehearsals.GetRehearsal, kept.rehearsal), aRehearsal(kept.rehearsal))
	same(t, "its answer", read(t, s.Stores().Answers.GetAnswer, kept.answer), anAnswer(kept.answer, kept.rehearsal))
	samplesAre(t, s, kept.recording, tone(900))
}

func testAnswers(t *testing.T, s Subject) {
	missing(t, "GetAnswer", second(s.Stores().Answers.GetAnswer(ctx, interview.AnswerID(ident.NewRecord()))))
	missing(t, "DeleteAnswer", s.Stores().Answers.DeleteAnswer(ctx, interview.AnswerID(ident.NewRecord())))
	rehearsal := interview.ID(ident.NewRecord())
	var want []interview.Answer
	for i := range 5 {
		a := anAnswer(interview.AnswerID(ident.NewRecord()), rehearsal)
		a.Question = 4 - i // begun in another order than asked
		must(t, s.Stores().Answers.PutAnswer(ctx, a))
		want = append(want, a)
	}
	must(t, s.Stores().Answers.PutAnswer(ctx, anAnswer(interview.AnswerID(ident.NewRecord()), "another")))
	s.Reopen(t)
	of := func() []interview.Answer { return read(t, s.Stores().Answers.ListAnswers, rehearsal) }
	same(t, "answers", of(), want)
	recordTake(t, s.Stores(), interview.RecordingID(ident.NewRecord()), want[2].ID, tone(10))
	must(t, s.Stores().Answers.DeleteAnswer(ctx, want[2].ID))
	same(t, "answers left", of(), slices.Delete(slices.Clone(want), 2, 3))
	same(t, "recordings left", all(t, s.Stores().Recordings.ListRecordings), []interview.Recording{})
	same(t, "of nobody", read(t, s.Stores().Answers.ListAnswers, "nobody"), []interview.Answer{})
}

func testRecordings(t *testing.T, s Subject) {
	stores := s.Stores()
	unknown := interview.RecordingID(ident.NewRecord())
	missing(t, "GetRecording", second(stores.Recordings.GetRecording(ctx, unknown)))
	missing(t, "OpenRecording", second(stores.Recordings.OpenRecording(ctx, unknown)))
	missing(t, "DeleteRecording", stores.Recordings.DeleteRecording(ctx, unknown))
	missing(t, "PutRecording", stores.Recordings.PutRecording(ctx, aRecording(unknown, "a")))
	missing(t, "Append", stores.Recorder.Append(ctx, unknown, tone(1)))
	missing(t, "FinishRecording", stores.Recorder.FinishRecording(ctx, unknown))

	first, empty := interview.RecordingID(ident.NewRecord()), interview.RecordingID(ident.NewRecord())
	made, err := stores.Recorder.CreateRecording(ctx, aRecording(first, "a"))
	must(t, err)
	if made.BlobID == "" || len(made.BlobKey) == 0 || !made.CapturedAt.Equal(moment) {
		t.Errorf("the new recording is %+v", made)
	}
	must(t, stores.Recorder.Append(ctx, first, tone(8000)))
	samplesAre(t, s, first, tone(8000)) // while it is being made
	made.Kept = true
	must(t, stores.Recordings.PutRecording(ctx, made))
	must(t, stores.Recorder.Append(ctx, first, tone(300)))
	must(t, stores.Recorder.FinishRecording(ctx, first))
	must(t, stores.Recorder.FinishRecording(ctx, first))
	if stores.Recorder.Append(ctx, first, tone(1)) == nil {
		t.Error("a finished recording took more sound")
	}
	recordTake(t, stores, empty, "a", nil)
	s.Reopen(t)
	samplesAre(t, s, first, slices.Concat(tone(8000), tone(300)))
	samplesAre(t, s, empty, nil)
	found := all(t, s.Stores().Recordings.ListRecordings)
	if len(found) != 2 || found[0].ID != first || !found[0].Kept || found[1].ID != empty {
		t.Errorf("recordings are %+v", found)
	}
	must(t, s.Stores().Recordings.DeleteRecording(ctx, first))
	s.Reopen(t)
	missing(t, "deleted recording", second(s.Stores().Recordings.OpenRecording(ctx, first)))
	samplesAre(t, s, empty, nil)
}

// samplesAre reads a recording whole, and once more from its middle.
func samplesAre(t *testing.T, s Subject, id interview.RecordingID, want []int16) {
	t.Helper()
	sound, err := s.Stores().Recordings.OpenRecording(ctx, id)
	must(t, err)
	defer sound.Close()
	if sound.Size() != int64(2*len(want)) {
		t.Errorf("%d bytes of sound, want %d", sound.Size(), 2*len(want))
	}
	if got := rest(t, sound); !slices.Equal(got, want) {
		t.Errorf("%d samples came back different", len(want))
	}
	_, err = sound.Seek(int64(len(want)/2*2), io.SeekStart)
	must(t, err)
	if got := rest(t, sound); !slices.Equal(got, want[len(want)/2:]) {
		t.Error("the second half came back different")
	}
}

func rest(t *testing.T, from io.Reader) []int16 {
	t.Helper()
	data, err := io.ReadAll(from)
	must(t, err)
	out := make([]int16, len(data)/2)
	for i := range out {
		out[i] = int16(binary.LittleEndian.Uint16(data[2*i:]))
	}
	return out
}

func testMarks(t *testing.T, s Subject) {
	if at := all(t, s.Stores().Marks.LatestTime); !at.IsZero() {
		t.Errorf("the mark begins at %v", at)
	}
	for _, at := range []time.Time{moment, moment.Add(time.Hour), moment.Add(-time.Hour)} {
		must(t, s.Stores().Marks.SaveLatestTime(ctx, at))
	}
	s.Reopen(t)
	if at := all(t, s.Stores().Marks.LatestTime); !at.Equal(moment.Add(time.Hour)) {
		t.Errorf("the mark is %v, want the latest moment saved", at)
	}
	must(t, s.Stores().Marks.ResetLatestTime(ctx, moment.Add(-time.Hour)))
	s.Reopen(t)
	if at := all(t, s.Stores().Marks.LatestTime); !at.Equal(moment.Add(-time.Hour)) {
		t.Errorf("the mark is %v, want where it was put", at)
	}
}

func second[T any](_ T, err error) error { return err }

package store

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// Interview fulfils the stores package interview declares: rehearsals, answers,
// recordings and the writing of them.
type Interview struct {
	s          *Store
	rehearsals collection[interview.Rehearsal]
	answers    collection[interview.Answer]
	recordings collection[recording]
}

// recording is the body of a recording's record.
type recording struct {
	interview.Recording
	// Open says that the blob was not finished: when the vault is unlocked, the app
	// went away while it was being written, and its end has to be found.
	Open bool `json:"open"`
}

// NewInterview keeps rehearsals in s.
func NewInterview(s *Store) *Interview {
	i := &Interview{
		s:          s,
		rehearsals: collect(s, KindRehearsal, vault.ClassTranscript, rehearsalLines),
		answers:    collect[interview.Answer](s, "answer", vault.ClassTranscript, nil),
		recordings: collect[recording](s, "recording", vault.ClassRecording, nil),
	}
	i.answers.of = func(a interview.Answer) string { return string(a.RehearsalID) }
	i.recordings.of = func(r recording) string { return string(r.AnswerID) }
	i.recordings.blob = func(r recording) string { return r.BlobID }
	s.register(i.rehearsals.fill, i.recover)
	s.registerBlobs(i.recordingBlobs)
	return i
}

// GetRehearsal is interview.Rehearsals.
func (i *Interview) GetRehearsal(ctx context.Context, id interview.ID) (interview.Rehearsal, error) {
	return i.rehearsals.get(ctx, string(id))
}

// ListRehearsals is interview.Rehearsals.
func (i *Interview) ListRehearsals(ctx context.Context) ([]interview.Rehearsal, error) {
	return i.rehearsals.list(ctx)
}

// RecentRehearsals is interview.Rehearsals.
func (i *Interview) RecentRehearsals(ctx context.Context, n int) ([]interview.Rehearsal, int, error) {
	return i.rehearsals.recent(ctx, n)
}

// PutRehearsal is interview.Rehearsals.
func (i *Interview) PutRehearsal(ctx context.Context, r interview.Rehearsal) error {
	return i.rehearsals.put(ctx, string(r.ID), r)
}

// GetAnswer is interview.Answers.
func (i *Interview) GetAnswer(ctx context.Context, id interview.AnswerID) (interview.Answer, error) {
	return i.answers.get(ctx, string(id))
}

// ListAnswers is interview.Answers.
func (i *Interview) ListAnswers(ctx context.Context, of interview.ID) ([]interview.Answer, error) {
	return i.answers.listOf(ctx, string(of))
}

// PutAnswer is interview.Answers.
func (i *Interview) PutAnswer(ctx context.Context, a interview.Answer) error {
	return i.answers.put(ctx, string(a.ID), a)
}

// CreateRecording is interview.Recorder: the record with the key comes first, so that a
// blob without one is known to be left over.
func (i *Interview) CreateRecording(ctx context.Context, r interview.Recording) (interview.Recording, error) {
	key := vault.NewBlobKey()
	r.BlobID, r.BlobKey = ident.NewRecord(), key
	if err := i.recordings.put(ctx, string(r.ID), recording{r, true}); err != nil {
		return r, err
	}
	i.s.mu.Lock()
	defer i.s.mu.Unlock()
	return r, i.s.startBlob(r.BlobID, key)
}

// Append is interview.Recorder.
func (i *Interview) Append(ctx context.Context, id interview.RecordingID, samples []int16) error {
	r, err := i.recordings.get(ctx, string(id))
	if err != nil {
		return err
	}
	data := make([]byte, 0, 2*len(samples))
	for _, s := range samples {
		data = binary.LittleEndian.AppendUint16(data, uint16(s))
	}
	i.s.mu.Lock()
	defer i.s.mu.Unlock()
	w, open := i.s.blobs[r.BlobID]
	if !open {
		return fmt.Errorf("append to recording: it is finished")
	}
	return w.append(data, false)
}

// FinishRecording is interview.Recorder.
func (i *Interview) FinishRecording(ctx context.Context, id interview.RecordingID) error {
	r, err := i.recordings.get(ctx, string(id))
	if err != nil || !r.Open {
		return err
	}
	i.s.mu.Lock()
	err = i.s.finishBlob(r.BlobID)
	i.s.mu.Unlock()
	if err != nil {
		return err // it stays open, and the next unlocking finishes it
	}
	r.Open = false
	return i.recordings.put(ctx, string(id), r)
}

// GetRecording is interview.Recordings.
func (i *Interview) GetRecording(ctx context.Context, id interview.RecordingID) (interview.Recording, error) {
	r, err := i.recordings.get(ctx, string(id))
	return r.Recording, err
}

// ListRecordings is interview.Recordings.
func (i *Interview) ListRecordings(ctx context.Context) ([]interview.Recording, error) {
	all, err := i.recordings.list(ctx)
	out := make([]interview.Recording, len(all))
	for n, r := range all {
		out[n] = r.Recording
	}
	return out, err
}

// PutRecording is interview.Recordings.
func (i *Interview) PutRecording(ctx context.Context, r interview.Recording) error {
	old, err := i.recordings.get(ctx, string(r.ID))
	if err != nil {
		return err
	}
	return i.recordings.put(ctx, string(r.ID), recording{r, old.Open})
}

// DeleteRecording is interview.Recordings.
func (i *Interview) DeleteRecording(ctx context.Context, id interview.RecordingID) error {
	r, err := i.recordings.get(ctx, string(id))
	if err != nil {
		return err
	}
	return i.recordings.deleteWithBlobs(ctx, []string{string(id)}, []string{r.BlobID})
}

// OpenRecording is interview.Recordings.
func (i *Interview) OpenRecording(ctx context.Context, id interview.RecordingID) (interview.Samples, error) {
	r, err := i.recordings.get(ctx, string(id))
	if err != nil {
		return nil, err
	}
	return i.s.openBlob(r.BlobID, r.BlobKey)
}

// recover finishes recordings that were being written when the app went away. One
// that can't be finished keeps nobody from the others, and is tried again next time.
func (i *Interview) recover(ctx context.Context) error {
	all, err := i.recordings.list(ctx)
	for _, r := range all {
		if r.Open {
			err = errors.Join(err, i.recoverOne(ctx, r))
		}
	}
	return err
}

func (i *Interview) recoverOne(ctx context.Context, r recording) error {
	err := i.s.recoverBlob(r.BlobID, r.BlobKey)
	if isNotFound(err) { // the app went away before the first frame: there is no sound
		return i.recordings.delete(ctx, string(r.ID))
	}
	if err != nil {
		return err
	}
	r.Open = false
	return i.recordings.put(ctx, string(r.ID), r)
}

func (i *Interview) recordingBlobs(ctx context.Context) ([]string, error) {
	all, err := i.recordings.every(ctx)
	blobs := make([]string, 0, len(all))
	for _, r := range all {
		blobs = append(blobs, r.BlobID)
	}
	return blobs, err
}

func rehearsalLines(r interview.Rehearsal) []Line {
	out := []Line{}
	for _, q := range r.Plan.Questions {
		out = append(out, Line{Title: r.Plan.For, Text: q.Text})
	}
	return out
}

package storetest

import (
	"context"
	"encoding/binary"
	"slices"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
)

// GetRehearsal is interview.Rehearsals.
func (m *Memory) GetRehearsal(_ context.Context, id interview.ID) (interview.Rehearsal, error) {
	return get[interview.Rehearsal](m, "rehearsal", string(id))
}

// ListRehearsals is interview.Rehearsals.
func (m *Memory) ListRehearsals(context.Context) ([]interview.Rehearsal, error) {
	return list[interview.Rehearsal](m, "rehearsal")
}

// RecentRehearsals is interview.Rehearsals.
func (m *Memory) RecentRehearsals(ctx context.Context, n int) ([]interview.Rehearsal, int, error) {
	all, err := m.ListRehearsals(ctx)
	slices.Reverse(all)
	return all[:min(n, len(all))], len(all), err
}

// PutRehearsal is interview.Rehearsals.
func (m *Memory) PutRehearsal(_ context.Context, r interview.Rehearsal) error {
	return m.put("rehearsal", string(r.ID), r)
}

// DeleteRehearsal is interview.Rehearsals.
func (m *Memory) DeleteRehearsal(ctx context.Context, id interview.ID) error {
	if _, err := m.GetRehearsal(ctx, id); err != nil {
		return err
	}
	answers, err := m.ListAnswers(ctx, id)
	if err != nil {
		return err
	}
	for _, a := range answers {
		if err := m.DeleteAnswer(ctx, a.ID); err != nil {
			return err
		}
	}
	return m.remove("rehearsal", []string{string(id)}, nil)
}

// GetAnswer is interview.Answers.
func (m *Memory) GetAnswer(_ context.Context, id interview.AnswerID) (interview.Answer, error) {
	return get[interview.Answer](m, "answer", string(id))
}

// ListAnswers is interview.Answers.
func (m *Memory) ListAnswers(_ context.Context, of interview.ID) ([]interview.Answer, error) {
	all, err := list[interview.Answer](m, "answer")
	mine := []interview.Answer{}
	for _, a := range all {
		if a.RehearsalID == of {
			mine = append(mine, a)
		}
	}
	return mine, err
}

// UnreadRehearsals is interview.Rehearsals: what is in memory can be read.
func (m *Memory) UnreadRehearsals(context.Context) ([]interview.ID, error) {
	return []interview.ID{}, nil
}

// UnreadAnswers is interview.Answers.
func (m *Memory) UnreadAnswers(context.Context, interview.ID) ([]interview.AnswerID, error) {
	return []interview.AnswerID{}, nil
}

// PutAnswer is interview.Answers.
func (m *Memory) PutAnswer(_ context.Context, a interview.Answer) error {
	return m.put("answer", string(a.ID), a)
}

// DeleteAnswer is interview.Answers.
func (m *Memory) DeleteAnswer(ctx context.Context, id interview.AnswerID) error {
	if _, err := m.GetAnswer(ctx, id); err != nil {
		return err
	}
	all, err := m.ListRecordings(ctx)
	if err != nil {
		return err
	}
	for _, r := range all {
		if r.AnswerID != id {
			continue
		}
		if err := m.DeleteRecording(ctx, r.ID); err != nil {
			return err
		}
	}
	return m.remove("answer", []string{string(id)}, nil)
}

// CreateRecording is interview.Recorder.
func (m *Memory) CreateRecording(_ context.Context, r interview.Recording) (interview.Recording, error) {
	r.BlobID, r.BlobKey = "blob of "+string(r.ID), []byte("key")
	if err := m.put("recording", string(r.ID), r); err != nil {
		return r, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.blobs[r.BlobID], m.open[r.BlobID] = []byte{}, true
	return r, nil
}

// Append is interview.Recorder.
func (m *Memory) Append(ctx context.Context, id interview.RecordingID, samples []int16) error {
	r, err := m.GetRecording(ctx, id)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.writable(); err != nil {
		return err
	}
	if !m.open[r.BlobID] {
		return fault.New(fault.Conflict, "store.finished")
	}
	for _, s := range samples {
		m.blobs[r.BlobID] = binary.LittleEndian.AppendUint16(m.blobs[r.BlobID], uint16(s))
	}
	return nil
}

// FinishRecording is interview.Recorder.
func (m *Memory) FinishRecording(ctx context.Context, id interview.RecordingID) error {
	r, err := m.GetRecording(ctx, id)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.open, r.BlobID)
	return m.writable()
}

// GetRecording is interview.Recordings.
func (m *Memory) GetRecording(_ context.Context, id interview.RecordingID) (interview.Recording, error) {
	return get[interview.Recording](m, "recording", string(id))
}

// ListRecordings is interview.Recordings.
func (m *Memory) ListRecordings(context.Context) ([]interview.Recording, error) {
	return list[interview.Recording](m, "recording")
}

// PutRecording is interview.Recordings.
func (m *Memory) PutRecording(ctx context.Context, r interview.Recording) error {
	if _, err := m.GetRecording(ctx, r.ID); err != nil {
		return err
	}
	return m.put("recording", string(r.ID), r)
}

// DeleteRecording is interview.Recordings.
func (m *Memory) DeleteRecording(ctx context.Context, id interview.RecordingID) error {
	r, err := m.GetRecording(ctx, id)
	if err != nil {
		return err
	}
	return m.remove("recording", []string{string(id)}, []string{r.BlobID})
}

// OpenRecording is interview.Recordings.
func (m *Memory) OpenRecording(ctx context.Context, id interview.RecordingID) (interview.Samples, error) {
	r, err := m.GetRecording(ctx, id)
	if err != nil {
		return nil, err
	}
	return m.blob(r.BlobID)
}

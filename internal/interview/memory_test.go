package interview

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// memory is a store in a map that can be told to break. Values are kept as JSON, so
// nobody shares them.
type memory struct {
	mu       sync.Mutex
	ids      []string
	values   map[string][]byte
	sounds   map[RecordingID][]int16
	finished map[RecordingID]bool
	frames   map[RecordingID][]int // the length of each Append
	broken   map[string]error      // by method
	damaged  map[string]bool       // ids of values, with their prefix, that can't be read
}

func newMemory() *memory {
	return &memory{values: map[string][]byte{}, sounds: map[RecordingID][]int16{}, finished: map[RecordingID]bool{},
		frames: map[RecordingID][]int{}, broken: map[string]error{}, damaged: map[string]bool{}}
}

// breakDown makes a method fail with err, or work again with nil.
func (m *memory) breakDown(method string, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.broken[method] = err
}

func (m *memory) put(method, id string, v any) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.broken[method]; err != nil {
		return err
	}
	if _, known := m.values[id]; !known {
		m.ids = append(m.ids, id)
	}
	raw, err := json.Marshal(v)
	m.values[id] = raw
	return err
}

func fetch[T any](m *memory, prefix, id string) (v T, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	raw, known := m.values[prefix+id]
	if !known {
		return v, fault.New(fault.NotFound, "store.notFound")
	}
	if m.damaged[prefix+id] {
		return v, fault.New(fault.Unavailable, "vault.damaged")
	}
	return v, json.Unmarshal(raw, &v)
}

func fetchAll[T any](m *memory, prefix string) ([]T, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := []T{}
	for _, id := range m.ids {
		if !strings.HasPrefix(id, prefix) || m.damaged[id] {
			continue
		}
		var v T
		if err := json.Unmarshal(m.values[id], &v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// unread are the damaged values with that prefix that fit.
func unread[ID ~string, T any](m *memory, prefix string, fits func(T) bool) []ID {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := []ID{}
	for _, id := range m.ids {
		var v T
		if strings.HasPrefix(id, prefix) && m.damaged[id] && json.Unmarshal(m.values[id], &v) == nil && fits(v) {
			out = append(out, ID(id[len(prefix):]))
		}
	}
	return out
}

func (m *memory) UnreadRehearsals(context.Context) ([]ID, error) {
	return unread[ID](m, "h", func(Rehearsal) bool { return true }), nil
}

func (m *memory) UnreadAnswers(_ context.Context, of ID) ([]AnswerID, error) {
	return unread[AnswerID](m, "a", func(a Answer) bool { return a.RehearsalID == of }), nil
}

func (m *memory) remove(id string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.values, id)
	m.ids = slices.DeleteFunc(m.ids, func(k string) bool { return k == id })
	return nil
}

func (m *memory) GetRehearsal(_ context.Context, id ID) (Rehearsal, error) {
	return fetch[Rehearsal](m, "h", string(id))
}

func (m *memory) ListRehearsals(context.Context) ([]Rehearsal, error) {
	return fetchAll[Rehearsal](m, "h")
}

func (m *memory) RecentRehearsals(ctx context.Context, n int) ([]Rehearsal, int, error) {
	all, err := m.ListRehearsals(ctx)
	slices.Reverse(all)
	return all[:min(n, len(all))], len(all), err
}

func (m *memory) PutRehearsal(_ context.Context, r Rehearsal) error {
	return m.put("PutRehearsal", "h"+string(r.ID), r)
}

func (m *memory) DeleteRehearsal(_ context.Context, id ID) error { return m.remove("h" + string(id)) }

func (m *memory) GetAnswer(_ context.Context, id AnswerID) (Answer, error) {
	return fetch[Answer](m, "a", string(id))
}

func (m *memory) ListAnswers(_ context.Context, of ID) ([]Answer, error) {
	all, err := fetchAll[Answer](m, "a")
	return slices.DeleteFunc(all, func(a Answer) bool { return a.RehearsalID != of }), err
}

func (m *memory) PutAnswer(_ context.Context, a Answer) error {
	return m.put("PutAnswer", "a"+string(a.ID), a)
}

func (m *memory) DeleteAnswer(_ context.Context, id AnswerID) error {
	return m.remove("a" + string(id))
}

func (m *memory) CreateRecording(_ context.Context, r Recording) (Recording, error) {
	return r, m.put("CreateRecording", "r"+string(r.ID), r)
}

func (m *memory) Append(_ context.Context, id RecordingID, samples []int16) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.broken["Append"]; err != nil {
		return err
	}
	m.sounds[id] = append(m.sounds[id], samples...)
	m.frames[id] = append(m.frames[id], len(samples))
	return nil
}

func (m *memory) FinishRecording(_ context.Context, id RecordingID) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.broken["FinishRecording"]; err != nil {
		return err
	}
	m.finished[id] = true
	return nil
}

func (m *memory) GetRecording(_ context.Context, id RecordingID) (Recording, error) {
	return fetch[Recording](m, "r", string(id))
}

func (m *memory) ListRecordings(context.Context) ([]Recording, error) {
	return fetchAll[Recording](m, "r")
}

func (m *memory) PutRecording(_ context.Context, r Recording) error {
	return m.put("PutRecording", "r"+string(r.ID), r)
}

func (m *memory) DeleteRecording(_ context.Context, id RecordingID) error {
	return m.remove("r" + string(id))
}

type pcm struct{ *bytes.Reader }

func (pcm) Close() error { return nil }

func (m *memory) OpenRecording(ctx context.Context, id RecordingID) (Samples, error) {
	if _, err := m.GetRecording(ctx, id); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	raw := []byte{}
	for _, s := range m.sounds[id] {
		raw = binary.LittleEndian.AppendUint16(raw, uint16(s))
	}
	return pcm{bytes.NewReader(raw)}, nil
}

func (m *memory) samples(id RecordingID) int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.sounds[id])
}

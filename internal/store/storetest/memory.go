package storetest

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/profile"
	"github.com/jobjourney/jobjourney/internal/settings"
)

// Memory fulfils every store interface there is, in memory. It begins unlocked.
// Values are kept as JSON, as on disk, so nobody shares a slice with it.
type Memory struct {
	mu      sync.Mutex
	locked  bool
	broken  error // what every write answers with, if set
	records []record
	blobs   map[string][]byte
	open    map[string]bool // blobs being written
	latest  time.Time
}

type record struct {
	kind, id string
	of       string // the record it belongs to, or empty
	body     []byte
}

// NewMemory makes an empty one.
func NewMemory() *Memory {
	return &Memory{blobs: map[string][]byte{}, open: map[string]bool{}}
}

// Lock makes every call answer with a Locked fault until Unlock.
func (m *Memory) Lock() { m.setLocked(true) }

// Unlock takes Lock back.
func (m *Memory) Unlock() { m.setLocked(false) }

func (m *Memory) setLocked(locked bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.locked = locked
	clear(m.open)
}

// Break makes every write fail with err and change nothing; nil mends it.
func (m *Memory) Break(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.broken = err
}

func (m *Memory) readable() error {
	if m.locked {
		return fault.New(fault.Locked, "vault.locked")
	}
	return nil
}

func (m *Memory) writable() error {
	if err := m.readable(); err != nil {
		return err
	}
	return m.broken
}

func (m *Memory) find(kind, id string) int {
	return slices.IndexFunc(m.records, func(r record) bool { return r.kind == kind && r.id == id })
}

func get[T any](m *Memory, kind, id string) (v T, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.readable(); err != nil {
		return v, err
	}
	i := m.find(kind, id)
	if i < 0 {
		return v, notFound()
	}
	return v, json.Unmarshal(m.records[i].body, &v)
}

func list[T any](m *Memory, kind string) ([]T, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.readable(); err != nil {
		return nil, err
	}
	out := []T{}
	for _, r := range m.records {
		if r.kind != kind {
			continue
		}
		var v T
		if err := json.Unmarshal(r.body, &v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// only gives the one record of a kind, or what a profile without one has.
func only[T any](m *Memory, kind string, none T) (T, error) {
	all, err := list[T](m, kind)
	if err != nil || len(all) == 0 {
		return none, err
	}
	return all[0], nil
}

func (m *Memory) put(kind, id string, v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.writable(); err != nil {
		return err
	}
	if i := m.find(kind, id); i >= 0 {
		m.records[i].body = body
		return nil
	}
	m.records = append(m.records, record{kind: kind, id: id, body: body})
	return nil
}

func (m *Memory) remove(kind string, ids []string, blobs []string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.writable(); err != nil {
		return err
	}
	for _, id := range ids {
		i := m.find(kind, id)
		if i < 0 {
			return notFound()
		}
		m.records = slices.Delete(m.records, i, i+1)
	}
	for _, b := range blobs {
		delete(m.blobs, b)
		delete(m.open, b)
	}
	return nil
}

func notFound() error { return fault.New(fault.NotFound, "store.notFound") }

// sound reads a blob.
type sound struct{ *bytes.Reader }

// Close does nothing.
func (sound) Close() error { return nil }

func (m *Memory) blob(id string) (sound, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	data, ok := m.blobs[id]
	if !ok {
		return sound{}, notFound()
	}
	return sound{bytes.NewReader(slices.Clone(data))}, nil
}

// Ledger is career.Store.
func (m *Memory) Ledger(context.Context) (career.Ledger, error) {
	return only(m, "ledger", career.Ledger{}.EmptyLists())
}

// SaveLedger is career.Store.
func (m *Memory) SaveLedger(_ context.Context, l career.Ledger, c history.Change) error {
	return m.putWithHistory("ledger", "only", l, c)
}

// CreateDocument is career.DocumentStore.
func (m *Memory) CreateDocument(_ context.Context, d career.Document, data []byte) error {
	d.BlobID, d.BlobKey = "blob of "+string(d.ID), []byte("key")
	if err := m.put("document", string(d.ID), d); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.blobs[d.BlobID] = slices.Clone(data)
	return nil
}

// ListDocuments is career.DocumentStore.
func (m *Memory) ListDocuments(context.Context) ([]career.Document, error) {
	return list[career.Document](m, "document")
}

// GetDocument is career.DocumentStore.
func (m *Memory) GetDocument(_ context.Context, id career.DocumentID) (career.Document, error) {
	return get[career.Document](m, "document", string(id))
}

// OpenDocument is career.DocumentStore.
func (m *Memory) OpenDocument(ctx context.Context, id career.DocumentID) (io.ReadCloser, error) {
	d, err := m.GetDocument(ctx, id)
	if err != nil {
		return nil, err
	}
	return m.blob(d.BlobID)
}

// DeleteDocument is career.DocumentStore.
func (m *Memory) DeleteDocument(ctx context.Context, id career.DocumentID) error {
	d, err := m.GetDocument(ctx, id)
	if err != nil {
		return err
	}
	return m.remove("document", []string{string(id)}, []string{d.BlobID})
}

// Get is posting.Store.
func (m *Memory) Get(_ context.Context, id posting.ID) (posting.Posting, error) {
	return get[posting.Posting](m, "posting", string(id))
}

// List is posting.Store.
func (m *Memory) List(context.Context) ([]posting.Posting, error) {
	return list[posting.Posting](m, "posting")
}

// Put is posting.Store.
func (m *Memory) Put(_ context.Context, p posting.Posting) error {
	return m.put("posting", string(p.ID), p)
}

// Delete is posting.Store.
func (m *Memory) Delete(_ context.Context, id posting.ID) error {
	return m.remove("posting", []string{string(id)}, nil)
}

// Profile is profile.Store.
func (m *Memory) Profile(context.Context) (profile.Profile, error) {
	return only(m, "profile", profile.Profile{Industries: []string{}, Interests: []string{}})
}

// SaveProfile is profile.Store.
func (m *Memory) SaveProfile(_ context.Context, p profile.Profile) error {
	return m.put("profile", "only", p)
}

// Settings is settings.Store.
func (m *Memory) Settings(context.Context) (settings.Settings, error) {
	return only(m, "settings", settings.Default())
}

// SaveSettings is settings.Store.
func (m *Memory) SaveSettings(_ context.Context, s settings.Settings) error {
	return m.put("settings", "only", s)
}

// Device is settings.Store.
func (m *Memory) Device(context.Context) (settings.Device, error) {
	return only(m, "device", settings.Device{})
}

// SaveDevice is settings.Store.
func (m *Memory) SaveDevice(_ context.Context, d settings.Device) error {
	return m.put("device", "only", d)
}

// LatestTime is privacy.Marks.
func (m *Memory) LatestTime(context.Context) (time.Time, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.latest, m.readable()
}

// SaveLatestTime is privacy.Marks.
func (m *Memory) SaveLatestTime(_ context.Context, t time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.writable(); err != nil {
		return err
	}
	if t.After(m.latest) {
		m.latest = t
	}
	return nil
}

// ResetLatestTime is privacy.Marks.
func (m *Memory) ResetLatestTime(_ context.Context, t time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.writable(); err != nil {
		return err
	}
	m.latest = t
	return nil
}

package resume_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// memory is a resume.Store, resume.Versions and resume.Ledger. Values are kept as JSON, as
// on disk.
type memory struct {
	ledger   career.Ledger
	resumes  map[resume.ID][]byte
	versions []resume.Version
	chunks   map[string]history.Chunk
	order    []string
	of       map[string]string // chunk -> résumé
	broken   error
	events   []resume.ID
}

func newMemory() *memory {
	return &memory{ledger: dana(), resumes: map[resume.ID][]byte{}, chunks: map[string]history.Chunk{}, of: map[string]string{}}
}

var errNotThere = fault.New(fault.NotFound, "store.notFound")

func (m *memory) GetResume(_ context.Context, id resume.ID) (r resume.Resume, err error) {
	if m.resumes[id] == nil {
		return r, errNotThere
	}
	return r, json.Unmarshal(m.resumes[id], &r)
}

func (m *memory) ListResumes(ctx context.Context) ([]resume.Resume, error) {
	out := []resume.Resume{}
	for id := range m.resumes {
		r, err := m.GetResume(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

func (m *memory) SaveResume(_ context.Context, r resume.Resume, c history.Change) (err error) {
	if m.broken != nil {
		return m.broken
	}
	for _, chunk := range c.Put {
		if _, known := m.chunks[chunk.ID]; !known {
			m.order = append(m.order, chunk.ID)
		}
		m.chunks[chunk.ID], m.of[chunk.ID] = chunk, string(r.ID)
	}
	for _, id := range c.Remove {
		delete(m.chunks, id)
		m.order = slices.DeleteFunc(m.order, func(known string) bool { return known == id })
	}
	m.resumes[r.ID], err = json.Marshal(r)
	return err
}

func (m *memory) DeleteResume(_ context.Context, id resume.ID) error {
	if m.resumes[id] == nil {
		return errNotThere
	}
	delete(m.resumes, id)
	m.order = slices.DeleteFunc(m.order, func(c string) bool { return m.of[c] == string(id) })
	m.versions = slices.DeleteFunc(m.versions, func(v resume.Version) bool { return v.ResumeID == id })
	return m.broken
}

func (m *memory) Chunks(_ context.Context, of string) ([]string, error) {
	return slices.DeleteFunc(slices.Clone(m.order), func(c string) bool { return m.of[c] != of }), nil
}

func (m *memory) Chunk(_ context.Context, id string) (history.Chunk, error) { return m.chunks[id], nil }

func (m *memory) PutVersion(_ context.Context, v resume.Version) error {
	m.versions = append(m.versions, v)
	return m.broken
}

func (m *memory) GetVersion(_ context.Context, id resume.VersionID) (resume.Version, error) {
	for _, v := range m.versions {
		if v.ID == id {
			return v, nil
		}
	}
	return resume.Version{}, errNotThere
}

func (m *memory) ListVersions(_ context.Context, of resume.ID) ([]resume.Version, error) {
	return slices.DeleteFunc(slices.Clone(m.versions), func(v resume.Version) bool { return v.ResumeID != of }), nil
}

func (m *memory) Get(context.Context) (career.Ledger, error) { return m.ledger, nil }

func (m *memory) UpdateBasics(_ context.Context, b career.Basics) (career.Ledger, error) {
	m.ledger.Basics = b
	return m.ledger, nil
}

func (m *memory) Save(_ context.Context, item career.Item) (career.Ledger, error) {
	w, ok := item.(career.Work)
	if !ok {
		return career.Ledger{}, errors.New("the test saves roles only")
	}
	for i := range m.ledger.Work {
		if m.ledger.Work[i].ID == w.ID {
			m.ledger.Work[i] = w
		}
	}
	return m.ledger, nil
}

func (m *memory) ResumeChanged(id resume.ID) { m.events = append(m.events, id) }

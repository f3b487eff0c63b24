package storetest

import (
	"context"
	"encoding/json"
	"io"
	"slices"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
)

// putWithHistory saves a record and what changed of its history.
func (m *Memory) putWithHistory(kind, id string, v any, c history.Change) error {
	if err := m.put(kind, id, v); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, chunk := range c.Put {
		body, err := json.Marshal(chunk)
		if err != nil {
			return err
		}
		if i := m.find("history", chunk.ID); i >= 0 {
			m.records[i].body = body
			continue
		}
		m.records = append(m.records, record{"history", chunk.ID, id, body})
	}
	m.records = slices.DeleteFunc(m.records, func(r record) bool {
		return r.kind == "history" && slices.Contains(c.Remove, r.id)
	})
	return nil
}

// Chunks is history.Store.
func (m *Memory) Chunks(_ context.Context, of string) ([]string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.readable(); err != nil {
		return nil, err
	}
	if of == career.HistoryOfLedger {
		of = "only"
	}
	ids := []string{}
	for _, r := range m.records {
		if r.kind == "history" && r.of == of {
			ids = append(ids, r.id)
		}
	}
	return ids, nil
}

// Chunk is history.Store.
func (m *Memory) Chunk(_ context.Context, id string) (history.Chunk, error) {
	return get[history.Chunk](m, "history", id)
}

// CreatePicture is career.PictureStore.
func (m *Memory) CreatePicture(_ context.Context, p career.PictureFile, data []byte) error {
	p.BlobID, p.BlobKey = "blob of "+string(p.ID), []byte("key")
	if err := m.put("picture", string(p.ID), p); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.blobs[p.BlobID] = slices.Clone(data)
	return nil
}

// OpenPicture is career.PictureStore.
func (m *Memory) OpenPicture(_ context.Context, id career.PictureID) (career.PictureFile, io.ReadSeekCloser, error) {
	p, err := get[career.PictureFile](m, "picture", string(id))
	if err != nil {
		return p, nil, err
	}
	data, err := m.blob(p.BlobID)
	return p, data, err
}

// DeletePicture is career.PictureStore.
func (m *Memory) DeletePicture(_ context.Context, id career.PictureID) error {
	p, err := get[career.PictureFile](m, "picture", string(id))
	if err != nil {
		return err
	}
	return m.remove("picture", []string{string(id)}, []string{p.BlobID})
}

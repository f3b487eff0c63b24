package store

import (
	"context"
	"errors"
	"io"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// Kinds of record, as search hits name them.
const (
	KindLedger    = "ledger"
	KindPosting   = "posting"
	KindResume    = "resume"
	KindRehearsal = "rehearsal"
)

// Career fulfils career.Store, career.DocumentStore and career.PictureStore.
type Career struct {
	ledger    collection[career.Ledger]
	steps     histories
	documents collection[career.Document]
	pictures  collection[career.PictureFile]
}

// NewCareer keeps the ledger, the files and the pictures in s.
func NewCareer(s *Store) *Career {
	c := &Career{
		ledger:    collect(s, KindLedger, vault.ClassDocument, ledgerLines),
		steps:     keepHistories(s),
		documents: collect[career.Document](s, "document", vault.ClassDocument, nil),
		pictures:  collect[career.PictureFile](s, "picture", vault.ClassDocument, nil),
	}
	c.pictures.blob = func(p career.PictureFile) string { return p.BlobID }
	s.register(c.ledger.fill, c.sweepPictures)
	s.registerBlobs(c.documentBlobs)
	s.registerBlobs(c.pictureBlobs)
	return c
}

// Ledger is career.Store.
func (c *Career) Ledger(ctx context.Context) (career.Ledger, error) {
	l, _, err := c.ledger.only(ctx)
	return l.EmptyLists(), err
}

// SaveLedger is career.Store.
func (c *Career) SaveLedger(ctx context.Context, l career.Ledger, change history.Change) error {
	return saveWithHistory(ctx, c.ledger, c.steps, "", l, change)
}

// Chunks is career.Store: career.HistoryOfLedger stands for the one ledger there is.
func (c *Career) Chunks(ctx context.Context, of string) ([]string, error) {
	if of == career.HistoryOfLedger {
		_, id, err := c.ledger.only(ctx)
		if err != nil {
			return nil, err
		}
		of = id
	}
	return c.steps.Chunks(ctx, of)
}

// Chunk is career.Store.
func (c *Career) Chunk(ctx context.Context, id string) (history.Chunk, error) {
	return c.steps.Chunk(ctx, id)
}

// CreateDocument is career.DocumentStore: the record with the key comes first, so that
// a blob without one is known to be left over from a crash.
func (c *Career) CreateDocument(ctx context.Context, d career.Document, data []byte) error {
	key := vault.NewBlobKey()
	d.BlobID, d.BlobKey = ident.NewRecord(), key
	if err := c.documents.put(ctx, string(d.ID), d); err != nil {
		return err
	}
	if err := c.documents.s.writeBlob(d.BlobID, key, data); err != nil {
		return errors.Join(err, c.DeleteDocument(ctx, d.ID))
	}
	return nil
}

// ListDocuments is career.DocumentStore.
func (c *Career) ListDocuments(ctx context.Context) ([]career.Document, error) {
	return c.documents.list(ctx)
}

// GetDocument is career.DocumentStore.
func (c *Career) GetDocument(ctx context.Context, id career.DocumentID) (career.Document, error) {
	return c.documents.get(ctx, string(id))
}

// OpenDocument is career.DocumentStore.
func (c *Career) OpenDocument(ctx context.Context, id career.DocumentID) (io.ReadCloser, error) {
	d, err := c.documents.get(ctx, string(id))
	if err != nil {
		return nil, err
	}
	return c.documents.s.openBlob(d.BlobID, d.BlobKey)
}

// DeleteDocument is career.DocumentStore.
func (c *Career) DeleteDocument(ctx context.Context, id career.DocumentID) error {
	d, err := c.documents.get(ctx, string(id))
	if err != nil {
		return err
	}
	return c.documents.deleteWithBlobs(ctx, []string{string(id)}, []string{d.BlobID})
}

func (c *Career) documentBlobs(ctx context.Context) ([]string, error) {
	all, err := c.documents.every(ctx)
	blobs := make([]string, 0, len(all))
	for _, d := range all {
		blobs = append(blobs, d.BlobID)
	}
	return blobs, err
}

// ledgerLines is what search finds the ledger by.
func ledgerLines(l career.Ledger) []Line {
	out := []Line{}
	for _, p := range l.Passages() {
		out = append(out, Line{string(p.Item), p.Title, p.Text})
	}
	return out
}

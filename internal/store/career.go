package store

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// Kinds of record, as search hits name them.
const (
	KindLedger    = "ledger"
	KindPosting   = "posting"
	KindRehearsal = "rehearsal"
)

// Career fulfils career.Store and career.DocumentStore.
type Career struct {
	ledger    collection[career.Ledger]
	documents collection[career.Document]
}

// NewCareer keeps the ledger and the files in s.
func NewCareer(s *Store) *Career {
	c := &Career{
		ledger:    collect(s, KindLedger, vault.ClassDocument, ledgerLines),
		documents: collect[career.Document](s, "document", vault.ClassDocument, nil),
	}
	s.register(c.ledger.fill, nil)
	s.registerBlobs(c.documentBlobs)
	return c
}

// Ledger is career.Store.
func (c *Career) Ledger(ctx context.Context) (career.Ledger, error) {
	l, _, err := c.ledger.only(ctx)
	return withLists(l), err
}

// SaveLedger is career.Store.
func (c *Career) SaveLedger(ctx context.Context, l career.Ledger) error {
	return c.ledger.putOnly(ctx, l)
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

// withLists gives an empty ledger lists that are empty rather than missing.
func withLists(l career.Ledger) career.Ledger {
	orEmpty(&l.Basics.Profiles)
	orEmpty(&l.Work)
	orEmpty(&l.Education)
	orEmpty(&l.Skills)
	orEmpty(&l.Languages)
	orEmpty(&l.Sections)
	return l
}

func orEmpty[T any](list *[]T) {
	if *list == nil {
		*list = []T{}
	}
}

// ledgerLines is what search finds the ledger by: one line per item.
func ledgerLines(l career.Ledger) []Line {
	out := []Line{{Title: l.Basics.Name, Text: l.Basics.Label + " " + l.Basics.Summary}}
	for _, w := range l.Work {
		out = append(out, Line{string(w.ID), w.Position, w.Name + " " + w.Summary})
		for _, h := range w.Highlights {
			out = append(out, Line{string(w.ID), w.Position, h.Text})
		}
	}
	for _, e := range l.Education {
		out = append(out, Line{string(e.ID), e.Institution, e.StudyType + " " + e.Area})
	}
	for _, k := range l.Skills {
		out = append(out, Line{string(k.ID), k.Name, strings.Join(k.Keywords, " ")})
	}
	for _, g := range l.Languages {
		out = append(out, Line{string(g.ID), g.Language, g.Fluency})
	}
	for _, s := range l.Sections {
		out = append(out, Line{string(s.ID), s.Heading, strings.Join(s.Lines, " ")})
	}
	return out
}

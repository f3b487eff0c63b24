package career

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// DocumentID names a kept file.
type DocumentID string

// Document is a file the person asked to keep: its bytes are a blob, this is the
// record that holds the blob's key.
type Document struct {
	ID      DocumentID `json:"id"`
	Name    string     `json:"name"`
	Bytes   int        `json:"bytes"`
	AddedAt time.Time  `json:"addedAt"`
	BlobID  string     `json:"blobId"`
	BlobKey []byte     `json:"blobKey"`
}

// File is the document an import came from.
type File struct {
	Keep bool
	Name string
	Data []byte
}

// DocumentStore keeps files.
type DocumentStore interface {
	// CreateDocument makes the blob and its key, seals the data, and returns once both are durable.
	CreateDocument(ctx context.Context, d Document, data []byte) error
	ListDocuments(ctx context.Context) ([]Document, error)
	GetDocument(ctx context.Context, id DocumentID) (Document, error)
	OpenDocument(ctx context.Context, id DocumentID) (io.ReadCloser, error)
	// DeleteDocument removes file, key and row, for good.
	DeleteDocument(ctx context.Context, id DocumentID) error
}

// SaveFile asks the person where a file goes and has it written; false if they changed their mind.
type SaveFile func(ctx context.Context, name string, write func(io.Writer) error) (bool, error)

// Documents takes confirmed imports into the ledger and keeps their files if asked.
type Documents struct {
	ledger *Service
	store  DocumentStore
	clk    clock.Clock
}

// NewDocuments makes the service; it touches nothing yet.
func NewDocuments(ledger *Service, store DocumentStore, clk clock.Clock) *Documents {
	return &Documents{ledger, store, clk}
}

// Confirm merges the reviewed draft into the ledger. The file is kept first, so that a
// full disk stops everything before the ledger has changed.
func (d *Documents) Confirm(ctx context.Context, reviewed Ledger, f File) (Merge, error) {
	var kept DocumentID
	if f.Keep {
		kept = DocumentID(ident.NewRecord())
		doc := Document{ID: kept, Name: cleanFileName(f.Name), Bytes: len(f.Data), AddedAt: d.clk.Now()}
		if err := d.store.CreateDocument(ctx, doc, f.Data); err != nil {
			return Merge{}, fmt.Errorf("keep file: %w", err)
		}
	}
	_, merge, err := d.ledger.Import(ctx, reviewed)
	if err != nil && kept != "" {
		if undo := d.store.DeleteDocument(ctx, kept); undo != nil {
			return Merge{}, fmt.Errorf("take back kept file: %w", undo)
		}
	}
	return merge, err
}

// List returns the kept files, oldest first.
func (d *Documents) List(ctx context.Context) ([]Document, error) { return d.store.ListDocuments(ctx) }

// Delete removes a kept file for good.
func (d *Documents) Delete(ctx context.Context, id DocumentID) error {
	return d.store.DeleteDocument(ctx, id)
}

// Export writes a kept file, byte for byte, where the person wants it.
func (d *Documents) Export(ctx context.Context, id DocumentID, save SaveFile) (bool, error) {
	doc, err := d.store.GetDocument(ctx, id)
	if err != nil {
		return false, fmt.Errorf("read document: %w", err)
	}
	return save(ctx, doc.Name, func(w io.Writer) error {
		data, err := d.store.OpenDocument(ctx, id)
		if err != nil {
			return fmt.Errorf("open document: %w", err)
		}
		_, err = io.Copy(w, data)
		if closing := data.Close(); err == nil {
			err = closing
		}
		return err
	})
}

// cleanFileName keeps the last part of a path and leaves out what a file system may not take.
func cleanFileName(name string) string {
	name = filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/|?*`, r) {
			return -1
		}
		return r
	}, name)
	if name == "" || name == "." {
		return "document.pdf"
	}
	return name
}

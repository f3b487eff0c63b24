package store

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// CreatePicture is career.PictureStore: the record with the key comes first, so that a
// blob without one is known to be left over from a crash.
func (c *Career) CreatePicture(ctx context.Context, p career.PictureFile, data []byte) error {
	key := vault.NewBlobKey()
	p.BlobID, p.BlobKey = ident.NewRecord(), key
	if err := c.pictures.put(ctx, string(p.ID), p); err != nil {
		return err
	}
	if err := c.pictures.s.writeBlob(p.BlobID, key, data); err != nil {
		return errors.Join(err, c.DeletePicture(ctx, p.ID))
	}
	return nil
}

// OpenPicture is career.PictureStore.
func (c *Career) OpenPicture(ctx context.Context, id career.PictureID) (career.PictureFile, io.ReadSeekCloser, error) {
	p, err := c.pictures.get(ctx, string(id))
	if err != nil {
		return career.PictureFile{}, nil, err
	}
	data, err := c.pictures.s.openBlob(p.BlobID, p.BlobKey)
	if err != nil {
		return career.PictureFile{}, nil, err
	}
	return p, data, nil
}

// DeletePicture is career.PictureStore.
func (c *Career) DeletePicture(ctx context.Context, id career.PictureID) error {
	p, err := c.pictures.get(ctx, string(id))
	if err != nil {
		return err
	}
	return c.pictures.deleteWithBlobs(ctx, []string{string(id)}, []string{p.BlobID})
}

func (c *Career) pictureBlobs(ctx context.Context) ([]string, error) {
	all, err := c.pictures.every(ctx)
	blobs := make([]string, 0, len(all))
	for _, p := range all {
		blobs = append(blobs, p.BlobID)
	}
	return blobs, err
}

// sweepPictures removes the pictures that no record names any more: neither the ledger nor
// a step that could bring one back. It runs at unlocking, when nothing is being saved. If a
// record can't be read or understood, all stay: it may name one.
func (c *Career) sweepPictures(ctx context.Context) error {
	s := c.pictures.s
	if !s.understood() {
		return nil
	}
	unnamed, err := s.unnamed(ctx, c.pictures.kind)
	if err != nil {
		return err
	}
	for _, id := range unnamed {
		if err := c.DeletePicture(ctx, career.PictureID(id)); err != nil {
			return err
		}
	}
	return nil
}

// unnamed are the records of a kind whose id stands in no record of another kind. Newer
// records are looked at first, and no more than needed.
func (s *Store) unnamed(ctx context.Context, kind string) ([]string, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	ids := slices.Clone(s.index.kinds[kind])
	for _, other := range s.others(kind) {
		if len(ids) == 0 {
			return nil, nil
		}
		plain, err := s.plaintext(ctx, other)
		if err != nil {
			return nil, err
		}
		ids = slices.DeleteFunc(ids, func(id string) bool { return bytes.Contains(plain, []byte(id)) })
	}
	return ids, nil
}

// others are the records of all kinds but one: first those a person writes most into.
func (s *Store) others(kind string) []string {
	var first, rest []string
	for k, ids := range s.index.kinds {
		newest := slices.Clone(ids)
		slices.Reverse(newest)
		switch k {
		case kind:
		case KindLedger:
			first = append(newest, first...)
		case kindHistory:
			first = append(first, newest...)
		default:
			rest = append(rest, newest...)
		}
	}
	return append(first, rest...)
}

func (s *Store) plaintext(ctx context.Context, id string) ([]byte, error) {
	key, err := ident.Bytes(id)
	if err != nil {
		return nil, err
	}
	r, err := s.readRow(ctx, key)
	if err != nil {
		return nil, diskFault(err)
	}
	return s.vault.Open(r.header(), r.sealed)
}

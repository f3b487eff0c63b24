package career

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/jobjourney/jobjourney/internal/ident"
)

// PictureFile is the record that holds the key of a picture's bytes.
type PictureFile struct {
	ID      PictureID `json:"id"`
	Type    string    `json:"type"` // "image/jpeg" or "image/png"
	BlobID  string    `json:"blobId"`
	BlobKey []byte    `json:"blobKey"`
}

// PictureStore keeps pictures.
type PictureStore interface {
	// CreatePicture makes the blob and its key, seals the data, and returns once both are durable.
	CreatePicture(ctx context.Context, p PictureFile, data []byte) error
	OpenPicture(ctx context.Context, id PictureID) (PictureFile, io.ReadSeekCloser, error)
	// DeletePicture removes file, key and row, for good.
	DeletePicture(ctx context.Context, id PictureID) error
}

// Crop is the part of a picture to keep, in fractions of its width and height as it is
// seen upright. One without width or height is the whole picture.
type Crop struct {
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
}

// Print is a picture ready to be kept: upright, cropped, small, without metadata.
type Print struct {
	Data          []byte
	Type          string // "image/jpeg" or "image/png"
	Width, Height int    // in pixels
}

// Darkroom makes prints of whatever a person picked. What it refuses is an Invalid fault:
// career.pictureFormat, career.pictureTooLarge or career.pictureBroken.
type Darkroom interface {
	Develop(data []byte, crop Crop) (Print, error)
}

// Pictures puts the person's photograph into the ledger and takes it out again.
type Pictures struct {
	ledger *Service
	store  PictureStore
	room   Darkroom
}

// NewPictures makes the service; it touches nothing yet.
func NewPictures(ledger *Service, store PictureStore, room Darkroom) *Pictures {
	return &Pictures{ledger, store, room}
}

// Set makes data the picture of the ledger. Undo brings the one before back, whose bytes
// are therefore kept; the store sweeps those that no step leads back to.
func (p *Pictures) Set(ctx context.Context, data []byte, crop Crop) (Ledger, error) {
	print, err := p.room.Develop(data, crop)
	if err != nil {
		return Ledger{}, err
	}
	file := PictureFile{ID: PictureID(ident.NewRecord()), Type: print.Type}
	if err := p.store.CreatePicture(ctx, file, print.Data); err != nil {
		return Ledger{}, fmt.Errorf("keep picture: %w", err)
	}
	l, err := p.ledger.change(ctx, "picture", func(l *Ledger) error {
		picture := Picture{ID: file.ID, Width: print.Width, Height: print.Height}
		if l.Basics.Picture != nil {
			picture.Description = l.Basics.Picture.Description
		}
		l.Basics.Picture = &picture
		return nil
	})
	if err != nil {
		return Ledger{}, errors.Join(err, p.store.DeletePicture(ctx, file.ID))
	}
	return l, nil
}

// Remove takes the picture out of the ledger; Undo brings it back.
func (p *Pictures) Remove(ctx context.Context) (Ledger, error) {
	return p.ledger.change(ctx, "picture", func(l *Ledger) error {
		l.Basics.Picture = nil
		return nil
	})
}

// Open reads a picture; the caller closes it.
func (p *Pictures) Open(ctx context.Context, id PictureID) (PictureFile, io.ReadSeekCloser, error) {
	return p.store.OpenPicture(ctx, id)
}

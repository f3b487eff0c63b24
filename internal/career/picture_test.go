package career_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// album is a career.PictureStore.
type album map[career.PictureID]string

func (a album) CreatePicture(_ context.Context, p career.PictureFile, data []byte) error {
	a[p.ID] = p.Type + " " + string(data)
	return nil
}

func (a album) OpenPicture(context.Context, career.PictureID) (career.PictureFile, io.ReadSeekCloser, error) {
	return career.PictureFile{}, nil, errors.New("not asked for")
}

func (a album) DeletePicture(_ context.Context, id career.PictureID) error {
	delete(a, id)
	return nil
}

// room develops everything but what is broken.
type room struct{}

func (room) Develop(data []byte, crop career.Crop) (career.Print, error) {
	if bytes.Equal(data, []byte("broken")) {
		return career.Print{}, fault.New(fault.Invalid, "career.pictureBroken")
	}
	return career.Print{Data: data, Type: "image/png", Width: int(100 * crop.Width), Height: 50}, nil
}

func TestPictures(t *testing.T) {
	svc, m, _ := newService()
	ctx, kept := t.Context(), album{}
	pictures := career.NewPictures(svc, kept, room{})
	l, err := pictures.Set(ctx, []byte("one"), career.Crop{Width: 0.5})
	if err != nil || l.Basics.Picture == nil || l.Basics.Picture.Width != 50 || kept[l.Basics.Picture.ID] != "image/png one" {
		t.Fatalf("set: %+v, %v", l.Basics, err)
	}
	first := *l.Basics.Picture
	described := l.Basics
	described.Name, described.Picture = "Ada", &career.Picture{ID: first.ID, Width: 9, Description: " me "}
	if l, err = svc.UpdateBasics(ctx, described); err != nil || l.Basics.Picture.Description != "me" || l.Basics.Picture.Width != 50 {
		t.Errorf("described: %+v, %v", l.Basics.Picture, err)
	}
	described.Picture = nil
	if l, err = svc.UpdateBasics(ctx, described); err != nil || l.Basics.Picture == nil {
		t.Errorf("editing the name took the picture away: %v", err)
	}
	if l, err = pictures.Set(ctx, []byte("two"), career.Crop{}); err != nil || l.Basics.Picture.ID == first.ID || l.Basics.Picture.Description != "me" {
		t.Errorf("replaced: %+v, %v", l.Basics.Picture, err)
	}
	if l, err = pictures.Remove(ctx); err != nil || l.Basics.Picture != nil {
		t.Errorf("removed: %+v, %v", l.Basics.Picture, err)
	}
	for range 2 {
		if l, err = svc.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if l.Basics.Picture.ID != first.ID || kept[first.ID] == "" || len(kept) != 2 {
		t.Errorf("undone to %+v of %v", l.Basics.Picture, kept)
	}
	m.broken = errors.New("disk full")
	if _, err := pictures.Set(ctx, []byte("three"), career.Crop{}); err == nil || len(kept) != 2 {
		t.Errorf("a failure left %v, %v", kept, err)
	}
	if _, err := pictures.Set(ctx, []byte("broken"), career.Crop{}); fault.Of(err).Key != "career.pictureBroken" || len(kept) != 2 {
		t.Errorf("a broken one left %v, %v", kept, err)
	}
}

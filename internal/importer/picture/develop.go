package picture

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"image/png"
	"math"
	"strconv"

	"golang.org/x/image/draw"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
)

const (
	mostMegapixels = 40
	longestSide    = 800 // pixels: at 300 dpi that is 68 mm, more than any template shows
	quality        = 90  // of the JPEG that is kept
)

// Room is career.Darkroom.
type Room struct{}

// Develop decodes, crops, scales and turns a picture.
func (Room) Develop(data []byte, crop career.Crop) (career.Print, error) {
	header, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat) || err == nil && format != "png" && format != "jpeg":
		return career.Print{}, fault.Wrap(fault.Invalid, "career.pictureFormat", err)
	case err != nil || header.Width < 1 || header.Height < 1:
		return career.Print{}, fault.Wrap(fault.Invalid, "career.pictureBroken", err)
	case int64(header.Width)*int64(header.Height) > mostMegapixels*1_000_000:
		return career.Print{}, fault.New(fault.Invalid, "career.pictureTooLarge").With("limit", strconv.Itoa(mostMegapixels))
	}
	whole, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return career.Print{}, fault.Wrap(fault.Invalid, "career.pictureBroken", err)
	}
	turn := orientation(data)
	part := turn.back(whole.Bounds(), crop)
	small := image.NewNRGBA(fit(part))
	draw.CatmullRom.Scale(small, small.Bounds(), whole, part, draw.Src, nil)
	return encode(turn.upright(small))
}

// fit is the size of a part once its longer side is no longer than longestSide.
func fit(part image.Rectangle) image.Rectangle {
	longer := max(part.Dx(), part.Dy())
	if longer <= longestSide {
		return image.Rect(0, 0, part.Dx(), part.Dy())
	}
	scaled := func(n int) int { return max(1, int(math.Round(float64(n)*longestSide/float64(longer)))) }
	return image.Rect(0, 0, scaled(part.Dx()), scaled(part.Dy()))
}

// encode writes a photograph as JPEG, and as PNG what is transparent anywhere.
func encode(img *image.NRGBA) (career.Print, error) {
	var out bytes.Buffer
	kind, write := "image/jpeg", func() error { return jpeg.Encode(&out, img, &jpeg.Options{Quality: quality}) }
	if !img.Opaque() {
		kind, write = "image/png", func() error { return png.Encode(&out, img) }
	}
	if err := write(); err != nil {
		return career.Print{}, fault.Wrap(fault.Internal, "career.pictureBroken", err)
	}
	return career.Print{Data: out.Bytes(), Type: kind, Width: img.Bounds().Dx(), Height: img.Bounds().Dy()}, nil
}

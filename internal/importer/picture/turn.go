package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"math"

	"github.com/jobjourney/jobjourney/internal/career"
)

// turn says how a camera was held: an orientation of Exif 2.32, table 6, from 1 (upright)
// to 8. In 5 to 8 the picture lies on its side.
type turn int

const upright turn = 1

// orientation reads it from a JPEG's Exif segment; anything else is upright.
func orientation(data []byte) turn {
	if !bytes.HasPrefix(data, []byte{0xff, 0xd8}) {
		return upright
	}
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		marker, size := data[at+1], int(binary.BigEndian.Uint16(data[at+2:]))
		end := at + 2 + size
		if marker == 0xda || size < 2 || end > len(data) { // the picture itself begins
			return upright
		}
		if body, ok := bytes.CutPrefix(data[at+4:end], []byte("Exif\x00\x00")); marker == 0xe1 && ok {
			return fromTIFF(body)
		}
		at = end
	}
	return upright
}

// fromTIFF looks for tag 0x0112 in the first directory of a TIFF structure.
func fromTIFF(data []byte) turn {
	var order binary.ByteOrder = binary.BigEndian
	if bytes.HasPrefix(data, []byte("II")) {
		order = binary.LittleEndian
	}
	if len(data) < 8 {
		return upright
	}
	at := int64(order.Uint32(data[4:]))
	if at+2 > int64(len(data)) {
		return upright
	}
	entries := data[at+2:]
	for range order.Uint16(data[at:]) {
		if len(entries) < 12 {
			break
		}
		if value := turn(order.Uint16(entries[8:])); order.Uint16(entries) == 0x0112 && value >= 1 && value <= 8 {
			return value
		}
		entries = entries[12:]
	}
	return upright
}

// source is the point of a picture of size w × h as it is stored that is seen at (x, y)
// once it is upright. Points are counted from 0 to w and h, as edges of pixels are.
func (t turn) source(x, y, w, h float64) (float64, float64) {
	switch t {
	case 2:
		return w - x, y
	case 3:
		return w - x, h - y
	case 4:
		return x, h - y
	case 5:
		return y, x
	case 6:
		return y, h - x
	case 7:
		return w - y, h - x
	case 8:
		return w - y, x
	}
	return x, y
}

// seen is the size of a stored picture once it is upright.
func (t turn) seen(w, h int) (int, int) {
	if t >= 5 {
		return h, w
	}
	return w, h
}

// back is a crop of the upright picture as a part of the stored one, at least one pixel.
func (t turn) back(stored image.Rectangle, c career.Crop) image.Rectangle {
	if !(c.Width > 0 && c.Height > 0) { // nor are they NaN
		c = career.Crop{Width: 1, Height: 1}
	}
	w, h := float64(stored.Dx()), float64(stored.Dy())
	sw, sh := t.seen(stored.Dx(), stored.Dy())
	x0, y0 := t.source(within(c.X)*float64(sw), within(c.Y)*float64(sh), w, h)
	x1, y1 := t.source(within(c.X+c.Width)*float64(sw), within(c.Y+c.Height)*float64(sh), w, h)
	left, right := span(x0, x1, stored.Dx())
	top, bottom := span(y0, y1, stored.Dy())
	return image.Rect(left, top, right, bottom).Add(stored.Min)
}

// within brings a fraction between 0 and 1.
func within(f float64) float64 {
	if math.IsNaN(f) {
		return 0
	}
	return min(max(f, 0), 1)
}

// span is a stretch of whole pixels of n, at least one.
func span(a, b float64, n int) (int, int) {
	from, to := int(math.Round(min(a, b))), int(math.Round(max(a, b)))
	from = min(from, n-1)
	return from, max(to, from+1)
}

// upright turns a picture to how it is seen.
func (t turn) upright(img *image.NRGBA) *image.NRGBA {
	if t == upright {
		return img
	}
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	sw, sh := t.seen(w, h)
	out := image.NewNRGBA(image.Rect(0, 0, sw, sh))
	for y := range sh {
		for x := range sw {
			fx, fy := t.source(float64(x)+0.5, float64(y)+0.5, float64(w), float64(h))
			out.SetNRGBA(x, y, img.NRGBAAt(int(fx), int(fy)))
		}
	}
	return out
}

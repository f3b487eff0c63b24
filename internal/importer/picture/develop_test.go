package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// quarters is a picture of four colours: red, green above blue, white.
func quarters(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := [2][2]color.NRGBA{{{255, 0, 0, 255}, {0, 255, 0, 255}}, {{0, 0, 255, 255}, {255, 255, 255, 255}}}[2*y/h][2*x/w]
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

func asPNG(t testing.TB, img image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type byteOrder interface {
	binary.ByteOrder
	binary.AppendByteOrder
}

// asJPEG writes img with an Exif segment that names the orientation and holds a secret.
func asJPEG(t testing.TB, img image.Image, orientation uint16, order byteOrder) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	tiff := []byte("MM\x00*")
	if order == byteOrder(binary.LittleEndian) {
		tiff = []byte("II*\x00")
	}
	tiff = order.AppendUint32(tiff, 8)
	tiff = order.AppendUint16(tiff, 2)
	for _, tag := range []uint16{0x0100, 0x0112} {
		tiff = order.AppendUint16(tiff, tag)
		tiff = order.AppendUint16(tiff, 3)
		tiff = order.AppendUint32(tiff, 1)
		tiff = order.AppendUint16(tiff, orientation)
		tiff = order.AppendUint16(tiff, 0)
	}
	body := append([]byte("Exif\x00\x00"), append(tiff, "taken at home"...)...)
	segment := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(body)+2))
	return append(append(append([]byte{0xff, 0xd8}, segment...), body...), b.Bytes()[2:]...)
}

// corners are the letters of the colours left to right, top to bottom.
func corners(t *testing.T, p career.Print) string {
	t.Helper()
	img, kind, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil || "image/"+kind != p.Type || img.Bounds().Dx() != p.Width || img.Bounds().Dy() != p.Height {
		t.Fatalf("%v, %s of %v is called %s of %d × %d", err, kind, img.Bounds(), p.Type, p.Width, p.Height)
	}
	out := ""
	for _, at := range [][2]int{{1, 1}, {3, 1}, {1, 3}, {3, 3}} {
		r, g, b, _ := img.At(at[0]*p.Width/4, at[1]*p.Height/4).RGBA()
		near := func(v uint32) int { return int(v+0x7fff) / 0xffff }
		out += map[[3]int]string{{1, 0, 0}: "r", {0, 1, 0}: "g", {0, 0, 1}: "b", {1, 1, 1}: "w"}[[3]int{near(r), near(g), near(b)}]
	}
	return out
}

func TestScaledAndUpright(t *testing.T) {
	for orientation, want := range []string{1: "rgbw", 2: "grwb", 3: "wbgr", 4: "bwrg", 5: "rbgw", 6: "brwg", 7: "wgbr", 8: "gwrb"} {
		if orientation == 0 {
			continue
		}
		order := []byteOrder{binary.BigEndian, binary.LittleEndian}[orientation%2]
		got, err := Room{}.Develop(asJPEG(t, quarters(1000, 500), uint16(orientation), order), career.Crop{})
		if err != nil {
			t.Fatal(err)
		}
		w, h := 800, 400
		if orientation >= 5 {
			w, h = h, w
		}
		if c := corners(t, got); c != want || got.Width != w || got.Height != h || got.Type != "image/jpeg" {
			t.Errorf("orientation %d: %s of %d × %d, want %s", orientation, c, got.Width, got.Height, want)
		}
		if bytes.Contains(got.Data, []byte("Exif")) || bytes.Contains(got.Data, []byte("at home")) {
			t.Error("metadata came through")
		}
	}
}

// A crop is of the picture as it is seen.
func TestCrop(t *testing.T) {
	lower := career.Crop{X: 0, Y: 0.5, Width: 1, Height: 0.5}
	for orientation, want := range map[uint16]string{1: "bwbw", 6: "wgwg", 3: "grgr"} {
		got, err := Room{}.Develop(asJPEG(t, quarters(400, 400), orientation, binary.BigEndian), lower)
		if err != nil {
			t.Fatal(err)
		}
		if c := corners(t, got); c != want || got.Width != 400 || got.Height != 200 {
			t.Errorf("orientation %d: %s of %d × %d, want %s", orientation, c, got.Width, got.Height, want)
		}
	}
	odd := []career.Crop{
		{}, {X: 2, Y: 2, Width: 1, Height: 1}, {X: -1, Y: -1, Width: 9, Height: 9}, {Width: 1e-9, Height: 1e-9},
		{X: math.NaN(), Y: math.Inf(1), Width: math.Inf(1), Height: 1}, {Width: math.NaN(), Height: 1}, {Width: -1, Height: 1},
	}
	for _, c := range odd {
		got, err := Room{}.Develop(asPNG(t, quarters(5, 3)), c)
		if err != nil || got.Width < 1 || got.Width > 5 || got.Height < 1 || got.Height > 3 {
			t.Errorf("crop %+v: %d × %d, %v", c, got.Width, got.Height, err)
		}
	}
}

func TestWhatIsTransparentStays(t *testing.T) {
	img := quarters(20, 20)
	img.SetNRGBA(0, 0, color.NRGBA{})
	got, err := Room{}.Develop(asPNG(t, img), career.Crop{})
	if err != nil || got.Type != "image/png" || corners(t, got) != "rgbw" {
		t.Errorf("%s, %v", got.Type, err)
	}
}

// claims is a PNG that says it has a size, and hardly any content.
func claims(w, h uint32) []byte {
	header := append([]byte("IHDR"), binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)...)
	header = append(header, 8, 6, 0, 0, 0)
	out := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), header...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(header))
}

func TestRefused(t *testing.T) {
	photo := asJPEG(t, quarters(300, 200), 1, binary.BigEndian)
	for name, tt := range map[string]struct {
		data []byte
		key  string
	}{
		"nothing":                  {nil, "career.pictureFormat"},
		"a text":                   {[]byte("hello"), "career.pictureFormat"},
		"a WebP":                   {[]byte("RIFF\x00\x00\x00\x00WEBPVP8 "), "career.pictureFormat"},
		"a GIF":                    {[]byte("GIF89a\x01\x00\x01\x00"), "career.pictureFormat"},
		"a JPEG cut off":           {photo[:len(photo)/2], "career.pictureBroken"},
		"a PNG of a header":        {claims(10, 10), "career.pictureBroken"},
		"a PNG without height":     {claims(10, 0), "career.pictureBroken"},
		"just over 40 megapixels":  {claims(8001, 5000), "career.pictureTooLarge"},
		"a claim beyond all sense": {claims(60_000, 60_000), "career.pictureTooLarge"},
		"a size nobody can count":  {claims(1<<31-1, 1<<31-1), "career.pictureBroken"},
	} {
		_, err := Room{}.Develop(tt.data, career.Crop{})
		if f := fault.Of(err); f == nil || f.Key != tt.key || f.Code != fault.Invalid {
			t.Errorf("%s: %v, want %s", name, err, tt.key)
		}
	}
}

func FuzzDevelop(f *testing.F) {
	f.Add(asJPEG(f, quarters(9, 7), 6, binary.LittleEndian), 0.1, 0.2, 0.5, 0.5)
	f.Add(asPNG(f, quarters(9, 7)), 0.0, 0.0, 0.0, 0.0)
	f.Add(claims(3, 3), 1.0, 1.0, 1.0, 1.0)
	f.Fuzz(func(t *testing.T, data []byte, x, y, w, h float64) {
		if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && c.Width*c.Height > 1<<20 {
			t.Skip("only slow")
		}
		got, err := Room{}.Develop(data, career.Crop{X: x, Y: y, Width: w, Height: h})
		if err != nil {
			if !fault.Has(err, fault.Invalid) {
				t.Error(err)
			}
			return
		}
		if got.Width < 1 || got.Height < 1 || max(got.Width, got.Height) > longestSide || len(got.Data) == 0 {
			t.Errorf("a print of %d × %d", got.Width, got.Height)
		}
	})
}

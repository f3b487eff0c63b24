package fontfile

import (
	"bytes"
	"encoding/binary"
	"os"
	"testing"
)

// small is a face with nothing but what is read, made by hand.
func small(cmap []byte) []byte {
	name := []byte{0, 0, 0, 1, 0, 18, 0, 3, 0, 1, 4, 9, 0, 1, 0, 4, 0, 0, 0, 'M', 0, 'e'}
	os2 := make([]byte, os2Bytes)
	binary.BigEndian.PutUint16(os2[4:], 700)
	binary.BigEndian.PutUint16(os2[6:], 5)
	t := map[string][]byte{"CFF ": {1}, "head": make([]byte, headBytes), "hhea": {1}, "maxp": {1}, "cmap": cmap, "name": name, "OS/2": os2}
	out := append([]byte("OTTO"), 0, byte(len(t)), 0, 0, 0, 0, 0, 0)
	at := len(out) + 16*len(t)
	var body []byte
	for _, tag := range []string{"CFF ", "OS/2", "cmap", "head", "hhea", "maxp", "name"} {
		out = append(out, tag...)
		for _, v := range []int{0, at + len(body), len(t[tag])} {
			out = binary.BigEndian.AppendUint32(out, uint32(v))
		}
		body = append(body, t[tag]...)
	}
	return append(out, body...)
}

// groups is a cmap of format 12 with one group from first to last.
func groups(first, last, glyph uint32) []byte {
	out := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0, 0, 0, 0, 28, 0, 0, 0, 0, 0, 0, 0, 1}
	for _, v := range []uint32{first, last, glyph} {
		out = binary.BigEndian.AppendUint32(out, v)
	}
	return out
}

// segments is a cmap of format 4 with 'a' to 'c', of which 'b' has no glyph.
func segments() []byte {
	out := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12}
	for _, v := range []uint16{4, 0, 0, 4, 0, 0, 0, 'c', 0xFFFF, 0, 'a', 0xFFFF, 0, 1, 4, 0, 7, 0, 9} {
		out = binary.BigEndian.AppendUint16(out, v)
	}
	return out
}

func TestCharacters(t *testing.T) {
	for name, tt := range map[string]struct {
		cmap      []byte
		has, lack string
	}{
		"groups":            {groups(0x1F600, 0x1F602, 5), "😀😂", "a😃"},
		"the missing glyph": {groups('a', 'c', 0), "bc", "ad"},
		"segments":          {segments(), "ac", "bdA😀"},
	} {
		t.Run(name, func(t *testing.T) {
			seen := 0
			font := small(tt.cmap)
			err := Visit(bytes.NewReader(font), int64(len(font)), func(f Face, has func(rune) bool) {
				seen++
				if f.Family != "Me" || f.Weight != 700 || f.Italic || !f.Embeddable || f.Shapes {
					t.Errorf("face %+v", f)
				}
				for _, r := range tt.has {
					if !has(r) {
						t.Errorf("%q is missing", r)
					}
				}
				for _, r := range tt.lack {
					if has(r) {
						t.Errorf("%q is there", r)
					}
				}
			})
			if err != nil || seen != 1 {
				t.Errorf("%d faces, %v", seen, err)
			}
		})
	}
}

func TestEmbedding(t *testing.T) {
	for fsType, want := range map[uint16]bool{0: true, 2: false, 4: true, 8: true, 0x0200: false, 0x0104: true, 6: true} {
		if embeddable(fsType) != want {
			t.Errorf("fsType %#x: %v", fsType, !want)
		}
	}
}

func TestOneFace(t *testing.T) {
	font := small(segments())
	if got, err := Extract(bytes.NewReader(font), int64(len(font)), 0); err != nil || !bytes.Equal(got, font) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
	for _, index := range []int{-1, 1} {
		if _, err := Extract(bytes.NewReader(font), int64(len(font)), index); err == nil {
			t.Errorf("face %d is there", index)
		}
	}
}

// Any bytes give faces or an error, never a panic, and a face that was cut out reads as it did.
func FuzzVisit(f *testing.F) {
	f.Add(small(segments()))
	f.Add(small(groups('a', 'z', 1)))
	one := small(segments())
	f.Add(append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"), one...))
	if real, err := os.ReadFile("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"); err == nil {
		f.Add(real[:4096])
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var faces []Face
		_ = Visit(bytes.NewReader(data), int64(len(data)), func(face Face, has func(rune) bool) {
			for _, r := range "aä\uFFFF中😀" {
				has(r)
			}
			faces = append(faces, face)
		})
		for _, face := range faces {
			cut, err := Extract(bytes.NewReader(data), int64(len(data)), face.Index)
			if err != nil {
				continue
			}
			_ = Visit(bytes.NewReader(cut), int64(len(cut)), func(again Face, _ func(rune) bool) {
				again.Index = face.Index
				if string(data[:4]) == "ttcf" && again != face {
					t.Errorf("%+v became %+v", face, again)
				}
			})
		}
	})
}

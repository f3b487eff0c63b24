package fontfile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// Face is what one face says of itself.
type Face struct {
	Index  int    // in a collection; 0 in a file of one face
	Family string // in English if it has such a name
	Weight int    // 100 to 900; 400 is regular, 700 bold
	Width  int    // 1 to 9; 5 is normal
	Italic bool
	// Monospaced is how the face is meant, not measured.
	Monospaced bool
	// Variable faces hold many weights; a reader that knows none of it gets the default one.
	Variable bool
	// Shapes is true if the face has rules for joining and reordering letters.
	Shapes bool
	// Embeddable is false if its maker forbids to put it into documents.
	Embeddable bool
}

// Limits of what is read. Real fonts are far below all of them.
const (
	maxFaces     = 128      // of a collection
	maxTables    = 256      // of a face
	maxNameBytes = 1 << 20  // of the table of names
	maxCmapBytes = 16 << 20 // of the table of characters
	os2Bytes     = 78       // of the table OS/2, version 0: all that is looked at
	headBytes    = 54       // of the table head
	regular      = 400      // weight
	normal       = 5        // width
)

var errDamaged = errors.New("damaged font")

// Visit reads every face of a file and hands it over with a way to ask which characters
// it has, good until visit returns. Faces without outlines, Unicode characters or a name
// are passed over. A damaged file gives an error, perhaps after some of its faces.
func Visit(file io.ReaderAt, size int64, visit func(f Face, has func(rune) bool)) error {
	in := reader{file, size}
	starts, err := in.faces()
	if err != nil {
		return err
	}
	for i, start := range starts {
		t, err := in.tables(start)
		if err != nil {
			return err
		}
		if !t.drawable() {
			continue
		}
		f, chars, err := in.face(t)
		if err != nil {
			return err
		}
		if f.Family != "" && chars != nil {
			f.Index = i
			visit(f, chars.has)
		}
	}
	return nil
}

// reader reads big-endian numbers at places that lie inside the file.
type reader struct {
	file io.ReaderAt
	size int64
}

func (r reader) at(offset, length int64) ([]byte, error) {
	if offset < 0 || length < 0 || offset > r.size || length > r.size-offset {
		return nil, errDamaged
	}
	data := make([]byte, length)
	if _, err := r.file.ReadAt(data, offset); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read font: %w", err)
	}
	return data, nil
}

// faces lists where the tables of each face are listed.
func (r reader) faces() ([]int64, error) {
	head, err := r.at(0, 12)
	if err != nil {
		return nil, err
	}
	switch string(head[:4]) {
	case "\x00\x01\x00\x00", "OTTO", "true":
		return []int64{0}, nil
	case "ttcf":
	default:
		return nil, errDamaged
	}
	n := int64(binary.BigEndian.Uint32(head[8:]))
	if n > maxFaces {
		return nil, errDamaged
	}
	list, err := r.at(12, 4*n)
	if err != nil {
		return nil, err
	}
	starts := make([]int64, n)
	for i := range starts {
		starts[i] = int64(binary.BigEndian.Uint32(list[4*i:]))
	}
	return starts, nil
}

// table is one entry of a face's directory.
type table struct {
	checksum       uint32
	offset, length int64
}

// tables is the directory of a face.
type tables struct {
	version string
	byTag   map[string]table
}

func (r reader) tables(start int64) (tables, error) {
	head, err := r.at(start, 12)
	if err != nil {
		return tables{}, err
	}
	n := int64(binary.BigEndian.Uint16(head[4:]))
	if n > maxTables {
		return tables{}, errDamaged
	}
	rows, err := r.at(start+12, 16*n)
	if err != nil {
		return tables{}, err
	}
	t := tables{string(head[:4]), map[string]table{}}
	for ; len(rows) > 0; rows = rows[16:] {
		entry := table{binary.BigEndian.Uint32(rows[4:]), int64(binary.BigEndian.Uint32(rows[8:])), int64(binary.BigEndian.Uint32(rows[12:]))}
		if entry.offset > r.size || entry.length > r.size-entry.offset {
			return tables{}, errDamaged
		}
		t.byTag[string(rows[:4])] = entry
	}
	return t, nil
}

func (t tables) has(tag string) bool { return t.byTag[tag].length > 0 }

// drawable is false for faces of bitmaps or colour pictures only.
func (t tables) drawable() bool {
	return (t.has("CFF ") || t.has("glyf") && t.has("loca")) && t.has("head") && t.has("hhea") && t.has("maxp") && t.has("cmap")
}

func (r reader) face(t tables) (Face, *characters, error) {
	f := Face{
		Weight: regular, Width: normal, Embeddable: true,
		Variable: t.has("fvar"), Shapes: t.has("GSUB") || t.has("morx"),
	}
	if err := r.style(t, &f); err != nil {
		return f, nil, err
	}
	names, err := r.table(t, "name", maxNameBytes)
	if err != nil {
		return f, nil, err
	}
	f.Family = familyName(names)
	cmap, err := r.table(t, "cmap", maxCmapBytes)
	if err != nil {
		return f, nil, err
	}
	return f, charactersOf(cmap), nil
}

func (r reader) table(t tables, tag string, limit int64) ([]byte, error) {
	entry := t.byTag[tag]
	if entry.length > limit {
		return nil, errDamaged
	}
	return r.at(entry.offset, entry.length)
}

// style reads OS/2, or head where an old face has none.
func (r reader) style(t tables, f *Face) error {
	if t.byTag["OS/2"].length < os2Bytes {
		head, err := r.at(t.byTag["head"].offset, headBytes)
		if err == nil {
			f.macStyle(binary.BigEndian.Uint16(head[44:]))
		}
		return err
	}
	os2, err := r.at(t.byTag["OS/2"].offset, os2Bytes)
	if err != nil {
		return err
	}
	f.Weight, f.Width = int(binary.BigEndian.Uint16(os2[4:])), int(binary.BigEndian.Uint16(os2[6:]))
	f.Embeddable = embeddable(binary.BigEndian.Uint16(os2[8:]))
	const latinText, fixedPitch = 2, 9 // of PANOSE
	f.Monospaced = os2[32] == latinText && os2[35] == fixedPitch
	const italic, oblique = 1 << 0, 1 << 9 // of fsSelection
	f.Italic = binary.BigEndian.Uint16(os2[62:])&(italic|oblique) != 0
	return nil
}

func (f *Face) macStyle(bits uint16) {
	if bits&1 != 0 {
		f.Weight = 700
	}
	f.Italic = bits&2 != 0
}

// embeddable reads fsType: "restricted licence" alone forbids embedding, and so does
// "bitmaps only", since outlines are what would be embedded.
func embeddable(fsType uint16) bool {
	const usage, restricted, bitmapsOnly = 0x000F, 0x0002, 0x0200
	return fsType&usage != restricted && fsType&bitmapsOnly == 0
}

package fontfile

import (
	"encoding/binary"
	"sort"
)

// characters is the part of a cmap that says which Unicode characters a face has. The
// formats are 4 (two bytes) and 12 (all of Unicode), which every Unicode font has; not
// 13, because a face that draws one box for everything would seem to have everything.
type characters struct {
	data   []byte // the subtable
	format uint16
}

// charactersOf picks the subtable with the most characters; nil: there is none.
func charactersOf(cmap []byte) *characters {
	if len(cmap) < 4 {
		return nil
	}
	var best *characters
	for i := range int(binary.BigEndian.Uint16(cmap[2:])) {
		at := 4 + 8*i
		if at+8 > len(cmap) {
			break
		}
		if c := subtable(cmap, cmap[at:at+8]); c != nil && (best == nil || c.format > best.format) {
			best = c
		}
	}
	return best
}

func subtable(cmap, record []byte) *characters {
	platform, encoding := binary.BigEndian.Uint16(record), binary.BigEndian.Uint16(record[2:])
	unicode := platform == anyUnicode && encoding != 5 || platform == windows && (encoding == 1 || encoding == 10)
	start := int64(binary.BigEndian.Uint32(record[4:]))
	if !unicode || start+16 > int64(len(cmap)) {
		return nil
	}
	c := &characters{cmap[start:], binary.BigEndian.Uint16(cmap[start:])}
	if c.format != 4 && c.format != 12 {
		return nil
	}
	return c
}

func (c *characters) has(r rune) bool {
	if c.format == 12 {
		return c.inGroups(uint32(r))
	}
	return r <= 0xFFFF && c.inSegments(uint16(r))
}

// number reads two bytes; what lies behind the end is 0, which means no glyph.
func (c *characters) number(at int) uint16 {
	if at < 0 || at+2 > len(c.data) {
		return 0
	}
	return binary.BigEndian.Uint16(c.data[at:])
}

// inSegments is format 4: four parallel arrays behind a head of 14 bytes.
func (c *characters) inSegments(char uint16) bool {
	n := int(c.number(6) / 2)
	ends, starts := 14, 16+2*n
	deltas, offsets := starts+2*n, starts+4*n
	i := sort.Search(n, func(i int) bool { return c.number(ends+2*i) >= char })
	if i == n || c.number(starts+2*i) > char {
		return false
	}
	delta, offset := c.number(deltas+2*i), c.number(offsets+2*i)
	if offset == 0 {
		return char+delta != 0
	}
	glyph := c.number(offsets + 2*i + int(offset) + 2*int(char-c.number(starts+2*i)))
	return glyph != 0 && glyph+delta != 0
}

// inGroups is format 12: groups of first and last character and first glyph.
func (c *characters) inGroups(char uint32) bool {
	n := min(int64(binary.BigEndian.Uint32(c.data[12:])), int64(len(c.data)-16)/12)
	group := func(i int) []byte { return c.data[16+12*i:] }
	i := sort.Search(int(n), func(i int) bool { return binary.BigEndian.Uint32(group(i)[4:]) >= char })
	if int64(i) == n {
		return false
	}
	first := binary.BigEndian.Uint32(group(i))
	return first <= char && binary.BigEndian.Uint32(group(i)[8:])+(char-first) != 0
}

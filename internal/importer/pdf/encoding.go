package pdf

import (
	"regexp"
	"strconv"
	"strings"

	lpdf "github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// byteTable gives the text of each code of a font with one-byte codes; empty: unknown.
type byteTable [256]string

// byteTableOf works out the encoding of a simple font (9.6.6): a base, and differences
// from it by glyph name.
func byteTableOf(f lpdf.Value) byteTable {
	enc := f.Key("Encoding")
	base := enc.Name()
	if enc.Kind() == lpdf.Dict {
		base = enc.Key("BaseEncoding").Name()
	}
	t := baseTable(base, f.Key("BaseFont").Name())
	if f.Key("Subtype").Name() == "Type3" {
		t = byteTable{} // a Type 3 font has no base: only named glyphs exist
	}
	if enc.Kind() == lpdf.Dict {
		t.differ(f)
	}
	return t
}

func baseTable(base, fontName string) (t byteTable) {
	switch base {
	case "WinAnsiEncoding":
		t.fill(charmap.Windows1252)
	case "MacRomanEncoding":
		t.fill(charmap.Macintosh)
	default:
		t.standard()
		if texFont.MatchString(fontName) {
			t.tex(fontName)
		}
	}
	return t
}

func (t *byteTable) fill(m *charmap.Charmap) {
	for code := 32; code < len(t); code++ {
		if r := m.DecodeByte(byte(code)); r != '\uFFFD' {
			t[code] = string(r)
		}
	}
}

// standard fills in StandardEncoding (D.2) as far as résumés need it.
func (t *byteTable) standard() {
	for code := 32; code < 127; code++ {
		t[code] = string(rune(code))
	}
	for code, r := range map[int]rune{
		0x27: '’', 0x60: '‘', 0xA2: '¢', 0xA3: '£', 0xA5: '¥', 0xA7: '§', 0xAA: '“', 0xAB: '«',
		0xAE: 'ﬁ', 0xAF: 'ﬂ', 0xB1: '–', 0xB4: '·', 0xB7: '•', 0xBA: '”', 0xBB: '»', 0xBC: '…',
		0xBF: '¿', 0xD0: '—', 0xE1: 'Æ', 0xE9: 'Ø', 0xEA: 'Œ', 0xF1: 'æ', 0xF9: 'ø', 0xFA: 'œ', 0xFB: 'ß',
	} {
		t[code] = string(r)
	}
}

var texFont = regexp.MustCompile(`^(?:[A-Z]{6}\+)?CM(?:R|BX|SS|TI|SL|CSC|TT|B|SY|MI|DUNH)[A-Z]*\d`)

// tex fills in what the built-in encodings of the Computer Modern fonts place below
// the letters: ligatures and dashes, and the bullets of the symbol font.
func (t *byteTable) tex(fontName string) {
	if strings.Contains(fontName, "CMSY") {
		t[0x01], t[0x0F], t[0x6A] = "·", "•", "|"
		return
	}
	for code, s := range map[int]string{0x0B: "ff", 0x0C: "fi", 0x0D: "fl", 0x0E: "ffi", 0x0F: "ffl", 0x7B: "–", 0x7C: "—", 0x5C: "“", 0x22: "”"} {
		t[code] = s
	}
}

// differ applies the Differences array. The library knows the Adobe glyph list but
// answers an unknown name with the code itself, so its answer is taken only if it says
// something else or the name is one that could be in the list.
func (t *byteTable) differ(f lpdf.Value) {
	diffs := f.Key("Encoding").Key("Differences")
	font := lpdf.Font{V: f}
	enc := font.Encoder()
	code := 0
	for i := range diffs.Len() {
		d := diffs.Index(i)
		if d.Kind() == lpdf.Integer {
			code = int(d.Int64())
			continue
		}
		if code >= 0 && code < len(t) {
			t[code] = glyphText(d.Name(), enc.Decode(string([]byte{byte(code)})), code)
		}
		code++
	}
}

var (
	uniName    = regexp.MustCompile(`^(?:uni|u)([0-9A-F]{4,6})(?:\..*)?$`)
	numberName = regexp.MustCompile(`\d|^\.notdef$|^$`)
)

func glyphText(name, answer string, code int) string {
	if m := uniName.FindStringSubmatch(name); m != nil {
		if r, err := strconv.ParseUint(m[1], 16, 32); err == nil {
			return string(rune(r))
		}
	}
	if stem, _, found := strings.Cut(name, "."); found && len(stem) == 1 {
		return stem // "a.alt", "A.sc"
	}
	if strings.Contains(name, "_") { // "f_f_i": a ligature of glyphs named by one letter
		if s := strings.ReplaceAll(name, "_", ""); len(s) <= 3 {
			return s
		}
	}
	if answer == string(rune(code)) && numberName.MatchString(name) {
		return ""
	}
	return answer
}

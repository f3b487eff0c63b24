package pdf

import (
	"math"
	"regexp"
	"strings"
	"unicode/utf16"

	lpdf "github.com/ledongthuc/pdf"
)

// font says what the codes of a font mean and how far they move the pen.
type font struct {
	codeSize   int             // bytes of a code: 1 for simple fonts, mostly 2 for composite ones
	widths     map[int]float64 // by code (simple) or character id (composite)
	fallback   float64         // width of a code that has none
	scale      float64         // from glyph space to text space
	toUnicode  *cmap           // nil: the font has none
	table      byteTable       // simple fonts only
	utf16Codes bool            // codes are UTF-16 (the UCS2 and UTF16 CMaps)
	bold       bool
	italic     bool
	icons      bool // a font of pictograms, whose letters are names of pictures at best
	name       string
	embedded   bool // its outlines are in the file
}

const (
	glyphUnits     = 0.001 // of text space (9.2.4)
	standardWidth  = 550   // of a glyph of the 14 standard fonts, whose widths needn't be in the file
	compositeWidth = 1000  // default of DW (9.7.4.3)
	maxWidths      = 70_000
)

// fontOf reads a font dictionary. A font that breaks the library is returned as far as it was read.
func fontOf(v lpdf.Value) *font {
	f := &font{codeSize: 1, widths: map[int]float64{}, scale: glyphUnits}
	_ = guard("read font", func() error {
		f.readStyle(v)
		if data, err := streamBytes(v.Key("ToUnicode"), maxCMapBytes); err == nil && len(data) > 0 {
			f.toUnicode = parseCMap(data)
		}
		if v.Key("Subtype").Name() == "Type0" {
			f.readComposite(v)
		} else {
			f.readSimple(v)
		}
		return nil
	})
	return f
}

var (
	boldName   = regexp.MustCompile(`(?i)bold|black|heavy|semib|demi|-medi|medium|CMBX|CMSSBX|CMB\d`)
	italicName = regexp.MustCompile(`(?i)ital|obli|CMTI|CMSL|slanted`)
	subsetTag  = regexp.MustCompile(`^[A-Z]{6}\+`) // before the name of a font of which only a part is in the file (9.6.4)
	iconName   = regexp.MustCompile(`(?i)awesome|icon|fontello|material|webfont-sym`)
)

const boldWeight = 600

func (f *font) readStyle(v lpdf.Value) {
	d := v.Key("FontDescriptor")
	if v.Key("Subtype").Name() == "Type0" {
		d = v.Key("DescendantFonts").Index(0).Key("FontDescriptor")
	}
	name := v.Key("BaseFont").Name()
	f.name = subsetTag.ReplaceAllString(name, "")
	f.embedded = v.Key("Subtype").Name() == "Type3" || !d.Key("FontFile").IsNull() || !d.Key("FontFile2").IsNull() || !d.Key("FontFile3").IsNull()
	f.icons = iconName.MatchString(name)
	f.bold = boldName.MatchString(name) || d.Key("FontWeight").Float64() >= boldWeight
	f.italic = italicName.MatchString(name) || d.Key("ItalicAngle").Float64() != 0
}

func (f *font) readComposite(v lpdf.Value) {
	f.codeSize = 2
	if f.toUnicode != nil && f.toUnicode.codeSize == 1 && v.Key("Encoding").Kind() == lpdf.Stream {
		f.codeSize = 1
	}
	enc := v.Key("Encoding").Name()
	f.utf16Codes = strings.Contains(enc, "UCS2") || strings.Contains(enc, "UTF16")
	d := v.Key("DescendantFonts").Index(0)
	f.fallback = compositeWidth
	if dw := d.Key("DW"); !dw.IsNull() {
		f.fallback = dw.Float64()
	}
	f.readCIDWidths(d.Key("W"))
}

// readCIDWidths reads "first [w w w]" and "first last w" (9.7.4.3).
func (f *font) readCIDWidths(w lpdf.Value) {
	for i := 0; i+1 < w.Len(); {
		first := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == lpdf.Array {
			for k := 0; k < list.Len() && len(f.widths) < maxWidths; k++ {
				f.widths[first+k] = list.Index(k).Float64()
			}
			i += 2
			continue
		}
		last, width := int(w.Index(i+1).Int64()), w.Index(i+2).Float64()
		for c := first; c <= last && len(f.widths) < maxWidths; c++ {
			f.widths[c] = width
		}
		i += 3
	}
}

func (f *font) readSimple(v lpdf.Value) {
	first, ws := int(v.Key("FirstChar").Int64()), v.Key("Widths")
	for i := 0; i < ws.Len() && i < 256; i++ {
		f.widths[first+i] = ws.Index(i).Float64()
	}
	f.fallback = v.Key("FontDescriptor").Key("MissingWidth").Float64()
	if ws.Len() == 0 {
		f.fallback = standardWidth
		f.readStandardWidths(v.Key("BaseFont").Name())
	}
	if v.Key("Subtype").Name() == "Type3" {
		f.scale = math.Abs(v.Key("FontMatrix").Index(0).Float64())
	}
	f.table = byteTableOf(v)
}

// width is how far a code moves the pen, in text space units at size 1.
func (f *font) width(code int) float64 {
	w, ok := f.widths[code]
	if !ok {
		w = f.fallback
	}
	return w * f.scale
}

// text is what a code means: ToUnicode first, whatever the encoding says, because some
// producers give meaningless glyph names besides it. False: the file does not say.
func (f *font) text(code int) (string, bool) {
	if f.toUnicode != nil {
		if s, ok := f.toUnicode.text[uint32(code)]; ok {
			return s, s != "" && s != "\uFFFD" && s != "\x00"
		}
	}
	if f.utf16Codes {
		return string(utf16.Decode([]uint16{uint16(code)})), true
	}
	if f.codeSize > 1 || code < 0 || code >= len(f.table) {
		return "", false
	}
	return f.table[code], f.table[code] != ""
}

// codes cuts a shown string into codes; a rest that is too short is dropped.
func (f *font) codes(s string) []int {
	out := make([]int, 0, len(s)/f.codeSize)
	for i := 0; i+f.codeSize <= len(s); i += f.codeSize {
		out = append(out, int(codeOf([]byte(s[i:i+f.codeSize]))))
	}
	return out
}

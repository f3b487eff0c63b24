package pdfmake

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// A4 in points.
const (
	Width  = 595.0
	Height = 842.0
)

// Font is one of the fonts every Doc has.
type Font string

// The fonts. Lengths of their glyphs are those readers assume, or half the size.
const (
	Regular  Font = "F1" // Helvetica, in WinAnsiEncoding
	Bold     Font = "F2" // Helvetica-Bold
	Serif    Font = "F3" // Times-Roman
	Embedded Font = "F4" // composite, with a ToUnicode map; "fi" and "fl" are one glyph each
	Nameless Font = "F5" // composite, without any Unicode values
	Named    Font = "F6" // Type 3 with glyph names in Differences and a ToUnicode map
)

// Doc is a PDF under construction.
type Doc struct {
	pages []*Page
	codes map[string]int // of the Embedded font, by what a glyph means
	order []string

	title, language string
	figures         []string // the text in the place of each; nil: the document isn't tagged
	attached        []byte
	inFile          bool // the outlines of the Embedded font
}

// Describe gives the document a title and a language.
func (d *Doc) Describe(title, language string) { d.title, d.language = title, language }

// Tag gives it a tree of tags with a figure for each text; an empty text is left out.
func (d *Doc) Tag(figures ...string) { d.figures = append([]string{}, figures...) }

// Attach puts a file into the document.
func (d *Doc) Attach(data []byte) { d.attached = data }

// EmbedFont puts something in the place of the outlines of the Embedded font.
func (d *Doc) EmbedFont() { d.inFile = true }

// Page is a page under construction. Places are points from its upper left corner.
type Page struct {
	doc     *Doc
	content bytes.Buffer
	links   []link
	image   bool
}

type link struct {
	x0, y0, x1, y1 float64
	url            string
}

// New starts a document without pages.
func New() *Doc { return &Doc{codes: map[string]int{}} }

// Page adds an empty page.
func (d *Doc) Page() *Page {
	p := &Page{doc: d}
	d.pages = append(d.pages, p)
	return p
}

// Text sets a line that begins at x on the baseline y.
func (p *Page) Text(x, y, size float64, f Font, s string) {
	fmt.Fprintf(&p.content, "BT /%s %g Tf %g %g Td %s Tj ET\n", f, size, x, Height-y, p.encode(f, s))
}

// Kerned sets a line as TeX does: words in one array, spaces as movements.
func (p *Page) Kerned(x, y, size float64, f Font, s string) {
	var items []string
	for _, word := range strings.Fields(s) {
		items = append(items, p.encode(f, word))
	}
	fmt.Fprintf(&p.content, "BT /%s %g Tf 1 0 0 1 %g %g Tm [%s] TJ ET\n", f, size, x, Height-y, strings.Join(items, " -333 "))
}

// Link lays an address over an area.
func (p *Page) Link(x0, y0, x1, y1 float64, url string) {
	p.links = append(p.links, link{x0, y0, x1, y1, url})
}

// Image fills the page with a picture, as a scanner does.
func (p *Page) Image() { p.image = true }

// Picture draws a small picture. As decoration it is marked as no content.
func (p *Page) Picture(decoration bool) {
	p.image = true
	draw := "q 40 0 0 40 500 760 cm /Im1 Do Q\n"
	if decoration {
		draw = "/Artifact BMC\n" + draw + "EMC\n"
	}
	p.content.WriteString(draw)
}

// Furniture sets a line that is marked as no content, such as a page number.
func (p *Page) Furniture(x, y, size float64, f Font, s string) {
	p.content.WriteString("/Artifact <</Type /Pagination>> BDC\n")
	p.Text(x, y, size, f, s)
	p.content.WriteString("EMC\n")
}

// Raw adds operators as they are.
func (p *Page) Raw(operators string) { p.content.WriteString(operators) }

func (p *Page) encode(f Font, s string) string {
	switch f {
	case Embedded:
		return p.doc.glyphs(s)
	case Nameless:
		return fmt.Sprintf("<%x>", shifted(s))
	case Named:
		return fmt.Sprintf("<%x>", []byte(s))
	}
	encoded, err := charmap.Windows1252.NewEncoder().String(s)
	if err != nil {
		encoded = strings.Map(func(r rune) rune { return min(r, '~') }, s)
	}
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(encoded) + ")"
}

// glyphs writes the codes of the Embedded font, handing out new ones as needed.
func (d *Doc) glyphs(s string) string {
	var b strings.Builder
	b.WriteByte('<')
	for len(s) > 0 {
		meaning := s[:1]
		for _, whole := range []string{"ffi", "fi", "fl"} {
			if strings.HasPrefix(s, whole) {
				meaning = whole
			}
		}
		if len(meaning) == 1 {
			meaning = string([]rune(s)[0])
		}
		s = s[len(meaning):]
		if d.codes[meaning] == 0 {
			d.order = append(d.order, meaning)
			d.codes[meaning] = len(d.order)
		}
		fmt.Fprintf(&b, "%04x", d.codes[meaning])
	}
	return b.String() + ">"
}

// shifted are two-byte codes that mean nothing to a reader.
func shifted(s string) []byte {
	var out []byte
	for i := range len(s) {
		out = append(out, 7, s[i]-20)
	}
	return out
}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write(data) // into memory
	_ = w.Close()
	return b.Bytes()
}

// FromRight sets a line that is written from right to left and begins at x: the letters
// stand as they are seen, words of other scripts and figures from left to right.
func (p *Page) FromRight(x, y, size float64, s string) {
	for _, run := range runs(strings.Fields(s)) {
		letters := []rune(run)
		if turns(run) {
			slices.Reverse(letters)
		}
		x -= float64(len(letters)) * size / 2
		p.Text(x, y, size, Embedded, string(letters))
		x -= size / 2
	}
}

// runs puts the words together that are set from left to right.
func runs(words []string) (out []string) {
	for i, w := range words {
		if i > 0 && !turns(w) && !turns(words[i-1]) {
			out[len(out)-1] += " " + w
			continue
		}
		out = append(out, w)
	}
	return out
}

// turns is true of words of a script from the right, and of what parts such words.
func turns(word string) bool {
	return word == "•" || word == "–" || strings.ContainsFunc(word, func(r rune) bool { return r >= 0x590 && r <= 0x8FF })
}

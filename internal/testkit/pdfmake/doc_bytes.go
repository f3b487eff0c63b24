package pdfmake

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// Bytes writes the document.
func (d *Doc) Bytes() []byte { return d.file().bytes() }

// file lays out catalogue, pages, contents and fonts.
func (d *Doc) file() *File {
	f := &File{}
	f.root = f.add("")
	tree := f.add("")
	fonts := d.fonts(f)
	var kids []string
	for _, p := range d.pages {
		content := f.addStream("/Filter/FlateDecode", deflate(p.program()))
		kids = append(kids, ref(f.add(
			fmt.Sprintf("<</Type/Page/Parent %s/Contents %s/Resources<</Font<<%s>>%s>>", ref(tree), ref(content), fonts, p.pictures(f)),
			p.annotations(f), ">>")))
	}
	f.set(f.root, append([]any{"<</Type/Catalog/Pages " + ref(tree)}, d.catalogue(f)...)...)
	f.set(tree, fmt.Sprintf("<</Type/Pages/Count %d/MediaBox[0 0 %g %g]/Kids[%s]>>", len(kids), Width, Height, strings.Join(kids, " ")))
	return f
}

// catalogue is what the document says of itself.
func (d *Doc) catalogue(f *File) []any {
	var all []any
	if d.title != "" {
		f.info = f.add("<</Title ", unicodeText(d.title), ">>")
	}
	if d.language != "" {
		all = append(all, "/Lang ", text(d.language))
	}
	if d.figures != nil {
		all = append(all, "/MarkInfo<</Marked true>>/StructTreeRoot "+ref(d.tags(f)))
	}
	if d.attached != nil {
		stream := f.addStream("/Type/EmbeddedFile", d.attached)
		file := f.add("<</Type/Filespec/F(source.json)/EF<</F " + ref(stream) + ">>>>")
		all = append(all, "/Names<</EmbeddedFiles<</Names[(source.json) "+ref(file)+"]>>>>")
	}
	return append(all, ">>")
}

// unicodeText is a text that holds more than ASCII (7.9.2.2).
func unicodeText(s string) text {
	out := []byte("\xFE\xFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		out = append(out, byte(unit>>8), byte(unit))
	}
	return text(out)
}

// tags adds the tree: one part, with the figures under a name that a role map explains.
func (d *Doc) tags(f *File) int {
	root := f.add("")
	part := f.add("")
	var kids []string
	for _, alt := range d.figures {
		parts := []any{"<</Type/StructElem/S/Photo/P " + ref(part) + "/K 0"}
		if alt != "" {
			parts = append(parts, "/Alt ", unicodeText(alt))
		}
		kids = append(kids, ref(f.add(append(parts, ">>")...)))
	}
	f.set(root, "<</Type/StructTreeRoot/RoleMap<</Photo/Figure>>/K "+ref(part)+">>")
	f.set(part, "<</Type/StructElem/S/Part/P "+ref(root)+"/K["+strings.Join(kids, " ")+"]>>")
	return root
}

func (p *Page) program() []byte {
	if p.image && p.content.Len() == 0 {
		return []byte(fmt.Sprintf("q %g 0 0 %g 0 0 cm /Im1 Do Q", Width, Height))
	}
	return p.content.Bytes()
}

func (p *Page) pictures(f *File) string {
	if !p.image {
		return ""
	}
	const side = 8
	grey := f.addStream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8", side, side), make([]byte, side*side))
	return "/XObject<</Im1 " + ref(grey) + ">>"
}

func (p *Page) annotations(f *File) string {
	var refs []string
	for _, l := range p.links {
		n := f.add(fmt.Sprintf("<</Type/Annot/Subtype/Link/Rect[%g %g %g %g]/A<</S/URI/URI ", l.x0, Height-l.y1, l.x1, Height-l.y0), text(l.url), ">>>>")
		refs = append(refs, ref(n))
	}
	if refs == nil {
		return ""
	}
	return "/Annots[" + strings.Join(refs, " ") + "]"
}

// fonts adds all fonts and gives the entries of a resource dictionary.
func (d *Doc) fonts(f *File) string {
	var b strings.Builder
	for _, s := range []struct {
		font Font
		name string
	}{{Regular, "Helvetica"}, {Bold, "Helvetica-Bold"}, {Serif, "Times-Roman"}} {
		n := f.add("<</Type/Font/Subtype/Type1/BaseFont/" + s.name + "/Encoding/WinAnsiEncoding>>")
		fmt.Fprintf(&b, "/%s %s", s.font, ref(n))
	}
	unicode := f.addStream("/Filter/FlateDecode", deflate([]byte(d.toUnicode())))
	fmt.Fprintf(&b, "/%s %s", Embedded, ref(composite(f, "/ToUnicode "+ref(unicode), d.outlines(f))))
	fmt.Fprintf(&b, "/%s %s", Nameless, ref(composite(f, "", "")))
	fmt.Fprintf(&b, "/%s %s", Named, ref(type3(f)))
	return b.String()
}

// outlines is the entry for a font whose outlines are in the file.
func (d *Doc) outlines(f *File) string {
	if !d.inFile {
		return ""
	}
	return "/FontDescriptor<</Type/FontDescriptor/FontFile2 " + ref(f.addStream("", []byte("outlines"))) + ">>"
}

func composite(f *File, unicode, outlines string) int {
	cid := f.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Made/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/W[1 3 500 4[500 500]]" + outlines + ">>")
	return f.add("<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Made/Encoding/Identity-H/DescendantFonts[" + ref(cid) + "]" + unicode + ">>")
}

// type3 is a font as browsers write: glyph names that say nothing, and a map that does.
func type3(f *File) int {
	box := f.addStream("", []byte("500 0 d0"))
	unicode := f.addStream("", []byte("1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <0020> endbfrange"))
	var names, procs, widths strings.Builder
	for code := 32; code < 127; code++ {
		fmt.Fprintf(&names, "/g%d", code)
		fmt.Fprintf(&procs, "/g%d %s", code, ref(box))
		widths.WriteString("500 ")
	}
	return f.add(fmt.Sprintf("<</Type/Font/Subtype/Type3/FontBBox[0 0 500 700]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 32/LastChar 126/Widths[%s]/Encoding<</Type/Encoding/Differences[32 %s]>>/CharProcs<<%s>>/ToUnicode %s>>",
		widths.String(), names.String(), procs.String(), ref(unicode)))
}

// toUnicode maps single characters by bfchar and the last ones by bfrange, so that
// readers meet both.
func (d *Doc) toUnicode() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	fmt.Fprintf(&b, "%d beginbfchar\n", len(d.order))
	for i, meaning := range d.order {
		fmt.Fprintf(&b, "<%04x> <", i+1)
		for _, unit := range utf16.Encode([]rune(meaning)) {
			fmt.Fprintf(&b, "%04x", unit)
		}
		b.WriteString(">\n")
	}
	b.WriteString("endbfchar\nendcmap end end\n")
	return b.String()
}

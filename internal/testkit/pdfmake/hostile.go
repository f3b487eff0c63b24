package pdfmake

import (
	"bytes"
	"fmt"
	"strings"
)

// Scan is a page that is only a picture.
func Scan() []byte {
	d := New()
	d.Page().Image()
	return d.Bytes()
}

// Unmapped is a page in a font whose codes mean nothing.
func Unmapped() []byte {
	d := New()
	p := d.Page()
	p.Text(60, 70, 12, Nameless, "Nobody can say what stands here")
	p.Text(60, 90, 12, Regular, "Page 1")
	return d.Bytes()
}

// Truncated is the first part of a file, as a broken download leaves it.
func Truncated() []byte {
	data := OneColumn().Bytes()
	return data[:len(data)*55/100]
}

// ManyPages has n pages with a line each.
func ManyPages(n int) []byte {
	d := New()
	for i := range n {
		d.Page().Text(60, 70, 12, Regular, fmt.Sprintf("This is page %d", i+1))
	}
	return d.Bytes()
}

// LoopingPages is a tree of pages that contains itself.
func LoopingPages() []byte {
	f := &File{}
	f.root = f.add("<</Type/Catalog/Pages 2 0 R>>")
	f.add("<</Type/Pages/Count 1/Kids[3 0 R]/Parent 3 0 R>>")
	f.add("<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>")
	return f.bytes()
}

// LoopingForm draws a form that draws itself.
func LoopingForm() []byte {
	f := &File{}
	f.root = f.add("<</Type/Catalog/Pages 2 0 R>>")
	f.add("<</Type/Pages/Count 1/Kids[3 0 R]>>")
	f.add("<</Type/Page/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>")
	f.addStream("", []byte("/X Do"))
	f.addStream("/Type/XObject/Subtype/Form/Resources<</XObject<</X 5 0 R>>>>", []byte("/X Do /X Do"))
	return f.bytes()
}

// LoopingTables is a file whose cross-reference tables name each other as the one before.
func LoopingTables() []byte {
	data := OneColumn().Bytes()
	at := bytes.LastIndex(data, []byte("xref\n0 "))
	return bytes.Replace(data, []byte("trailer\n<<"), []byte(fmt.Sprintf("trailer\n<</Prev %d", at)), 1)
}

// DeepContent is a page whose program nests arrays without end.
func DeepContent() []byte {
	d := New()
	d.Page().Raw(strings.Repeat("[", 1_000_000))
	return d.Bytes()
}

// DeepObject is a catalogue that nests arrays without end.
func DeepObject() []byte {
	f := &File{}
	f.root = f.add("<</Type/Catalog/Pages " + strings.Repeat("[", 1_000_000) + ">>")
	return f.bytes()
}

// EndlessString is a page whose program ends inside a string.
func EndlessString() []byte {
	d := New()
	p := d.Page()
	p.Text(60, 70, 12, Regular, "Before")
	p.Raw("BT <414243")
	return d.Bytes()
}

// InlineImage is a page with a picture in the middle of its program, whose bytes look
// like operators and open strings, and text after it.
func InlineImage() []byte {
	d := New()
	p := d.Page()
	p.Raw("q BI /W 4 /H 4 /BPC 8 /CS /G ID (((<<<\x00\xff)[[\\9 EI Q\n")
	p.Text(60, 70, 12, Regular, "After the picture")
	return d.Bytes()
}

// Bomb is a page whose program inflates to size bytes of blanks.
func Bomb(size int) []byte {
	d := New()
	d.Page().Raw(strings.Repeat(" ", size))
	return d.Bytes()
}

// SelfContained is a file whose object stream says of itself that it lies within
// itself: finding it takes a reader around for ever.
func SelfContained() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	at := b.Len()
	// One row per object: type, stream or offset, index. Objects 1 and 2 lie in stream 2.
	table := []byte{0, 0, 0, 2, 2, 0, 2, 2, 1, 1, byte(at), 0}
	fmt.Fprintf(&b, "3 0 obj\n<</Type/XRef/Size 4/W[1 1 1]/Root 1 0 R/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", len(table), table, at)
	return b.Bytes()
}

// LoopingTags is a document whose tree of tags contains itself.
func LoopingTags() []byte {
	d := New()
	d.Describe("Around", "en")
	d.Tag("here")
	d.Page().Text(60, 70, 12, Regular, "Text that can be read")
	data := d.Bytes()
	at := bytes.Index(data, []byte("/S/Part/P "))
	parent := data[at+len("/S/Part/P "):]
	end := bytes.Index(parent, []byte("/K["))
	loop := append(append([]byte{}, parent[:end]...), "/K["...)
	kid := parent[end+len("/K["):]
	self := bytes.Index(kid, []byte("]"))
	owner := bytes.Fields(parent[:end])[0]
	// The only kid becomes the root of the tree, whose kid is this very part.
	return bytes.Replace(data, append(loop, kid[:self+1]...), append(loop, fmt.Sprintf("%s 0 R]", owner)...), 1)
}

package pdfmake

import (
	"bytes"
	"fmt"
	"strings"
)

// text is a string inside an object; in an encrypted file it is enciphered.
type text string

// object is an indirect object: raw syntax and texts, and a stream if it has one.
type object struct {
	parts  []any // string or text
	stream []byte
	clear  bool // never enciphered: the encryption dictionary itself
}

// File collects objects and writes them as a PDF.
type File struct {
	objects []object
	cipher  *cipherSuite
	root    int
	info    int // 0: none
}

// add takes an object and gives its number. A part is raw syntax (string) or a text.
func (f *File) add(parts ...any) int {
	f.objects = append(f.objects, object{parts: parts})
	return len(f.objects)
}

// set replaces the object with a number: for objects that refer to each other.
func (f *File) set(number int, parts ...any) { f.objects[number-1] = object{parts: parts} }

// addStream takes an object with a stream; its dictionary is entries and the length.
func (f *File) addStream(entries string, data []byte) int {
	f.objects = append(f.objects, object{parts: []any{entries}, stream: data})
	return len(f.objects)
}

// ref is how one object is named in another.
func ref(number int) string { return fmt.Sprintf("%d 0 R", number) }

// bytes writes the file with a cross-reference table.
func (f *File) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	extra := ""
	if f.cipher != nil {
		f.objects = append(f.objects, object{parts: []any{f.cipher.dictionary()}, clear: true})
		extra = fmt.Sprintf("/Encrypt %s/ID[<%x><%x>]", ref(len(f.objects)), fileID, fileID)
	}
	if f.info > 0 {
		extra += "/Info " + ref(f.info)
	}
	offsets := make([]int, len(f.objects))
	for i, o := range f.objects {
		offsets[i] = b.Len()
		f.write(&b, i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root %s%s>>\nstartxref\n%d\n%%%%EOF\n", len(f.objects)+1, ref(f.root), extra, xref)
	return b.Bytes()
}

func (f *File) write(b *bytes.Buffer, number int, o object) {
	seal := func(data []byte) []byte {
		if f.cipher == nil || o.clear {
			return data
		}
		return f.cipher.seal(number, data)
	}
	fmt.Fprintf(b, "%d 0 obj\n", number)
	var dict strings.Builder
	for _, part := range o.parts {
		switch part := part.(type) {
		case text:
			fmt.Fprintf(&dict, "<%x>", seal([]byte(part)))
		default:
			fmt.Fprint(&dict, part)
		}
	}
	if o.stream == nil {
		fmt.Fprintf(b, "%s\nendobj\n", dict.String())
		return
	}
	data := seal(o.stream)
	fmt.Fprintf(b, "<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\n", dict.String(), len(data), data)
}

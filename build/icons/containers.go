package main

import (
	"bytes"
	"encoding/binary"
)

// ico puts PNG pictures into a Windows icon: a directory of 16 bytes for each, then
// the pictures ("ICO (file format)": reserved, type 1, count; width and height 0 mean 256).
func ico(drawn map[int][]byte, sizes ...int) []byte {
	var head, body bytes.Buffer
	put(&head, binary.LittleEndian, uint16(0), uint16(1), uint16(len(sizes)))
	offset := 6 + 16*len(sizes)
	for _, size := range sizes {
		picture := drawn[size]
		put(&head, binary.LittleEndian, uint8(size), uint8(size), uint8(0), uint8(0),
			uint16(1), uint16(32), uint32(len(picture)), uint32(offset+body.Len()))
		body.Write(picture)
	}
	return append(head.Bytes(), body.Bytes()...)
}

// icnsTypes are the four letters Apple gave to PNG pictures of each size.
var icnsTypes = []struct {
	name string
	size int
}{{"ic11", 32}, {"ic12", 64}, {"ic07", 128}, {"ic08", 256}, {"ic09", 512}, {"ic10", 1024}}

// icns puts PNG pictures into a macOS icon: "icns", the length of the whole, then for
// each picture its type, its length with these 8 bytes, and the picture; big-endian.
func icns(drawn map[int][]byte) []byte {
	var body bytes.Buffer
	for _, kind := range icnsTypes {
		body.WriteString(kind.name)
		put(&body, binary.BigEndian, uint32(8+len(drawn[kind.size])))
		body.Write(drawn[kind.size])
	}
	var out bytes.Buffer
	out.WriteString("icns")
	put(&out, binary.BigEndian, uint32(8+body.Len()))
	out.Write(body.Bytes())
	return out.Bytes()
}

func put(out *bytes.Buffer, order binary.ByteOrder, values ...any) {
	for _, v := range values {
		_ = binary.Write(out, order, v) // a buffer takes everything
	}
}

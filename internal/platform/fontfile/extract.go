package fontfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math/bits"
	"slices"
)

// maxFaceBytes is the largest face that is handed on. Those with all of Han are below 30 MiB.
const maxFaceBytes = 64 << 20

// Extract gives one face as a file of its own: the file itself if it has one face, or the
// face's tables under a new directory. A signature is left out, since it would be wrong.
func Extract(file io.ReaderAt, size int64, index int) ([]byte, error) {
	in := reader{file, size}
	starts, err := in.faces()
	if err != nil {
		return nil, err
	}
	if index < 0 || index >= len(starts) {
		return nil, errors.New("no such face")
	}
	if len(starts) == 1 && starts[0] == 0 {
		if size > maxFaceBytes {
			return nil, errDamaged
		}
		return in.at(0, size)
	}
	t, err := in.tables(starts[index])
	if err != nil {
		return nil, err
	}
	delete(t.byTag, "DSIG")
	return in.assemble(t)
}

// assemble writes a directory, sorted by tag, and the tables behind it, each at a
// multiple of four bytes.
func (r reader) assemble(t tables) ([]byte, error) {
	tags := make([]string, 0, len(t.byTag))
	total := int64(0)
	for tag, entry := range t.byTag {
		tags = append(tags, tag)
		total += entry.length + 3
	}
	slices.Sort(tags)
	if total > maxFaceBytes || len(tags) == 0 {
		return nil, errDamaged
	}
	var head, body bytes.Buffer
	head.WriteString(t.version)
	writeSearch(&head, len(tags))
	start := 12 + 16*len(tags)
	for _, tag := range tags {
		entry := t.byTag[tag]
		data, err := r.at(entry.offset, entry.length)
		if err != nil {
			return nil, err
		}
		head.WriteString(tag)
		writeNumbers(&head, entry.checksum, uint32(start+body.Len()), uint32(len(data)))
		body.Write(data)
		body.Write(make([]byte, -len(data)&3))
	}
	return append(head.Bytes(), body.Bytes()...), nil
}

// writeSearch writes the number of tables and what helps to search among them.
func writeSearch(b *bytes.Buffer, n int) {
	power := bits.Len(uint(n)) - 1
	for _, v := range []int{n, 16 << power, power, 16*n - 16<<power} {
		b.Write(binary.BigEndian.AppendUint16(nil, uint16(v)))
	}
}

func writeNumbers(b *bytes.Buffer, all ...uint32) {
	for _, v := range all {
		b.Write(binary.BigEndian.AppendUint32(nil, v))
	}
}

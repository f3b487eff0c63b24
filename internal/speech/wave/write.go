package wave

import (
	"encoding/binary"
	"math"
)

const headerSize = 44

// File makes a whole file of mono samples at rate Hz.
func File(samples []int16, rate int) []byte {
	b := make([]byte, 0, headerSize+2*len(samples))
	le := binary.LittleEndian
	size := uint32(min(2*len(samples), math.MaxUint32-headerSize))
	b = append(b, "RIFF"...)
	b = le.AppendUint32(b, size+headerSize-8)
	b = append(b, "WAVEfmt "...)
	b = le.AppendUint32(b, 16) // length of the format chunk
	b = le.AppendUint16(b, pcm)
	b = le.AppendUint16(b, 1) // channel
	b = le.AppendUint32(b, uint32(rate))
	b = le.AppendUint32(b, uint32(rate)*2) // bytes per second
	b = le.AppendUint16(b, 2)              // bytes per frame
	b = le.AppendUint16(b, 16)             // bits per sample
	b = append(b, "data"...)
	b = le.AppendUint32(b, size)
	return append(b, Bytes(samples)...)
}

// Bytes are samples as they stand in a file, without a header.
func Bytes(samples []int16) []byte {
	b := make([]byte, 0, 2*len(samples))
	for _, s := range samples {
		b = binary.LittleEndian.AppendUint16(b, uint16(s))
	}
	return b
}

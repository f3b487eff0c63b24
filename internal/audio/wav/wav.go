package wav

import (
	"encoding/binary"
	"math"
)

// HeaderSize is the length of what Header makes, in bytes.
const HeaderSize = 44

// MaxBytes is how much sound one header can announce; its sizes have 32 bits.
const MaxBytes = math.MaxUint32 - HeaderSize

// Header is the beginning of a file whose body is that many bytes of mono 16-bit
// little-endian samples at rate Hz. More than MaxBytes are announced as MaxBytes.
func Header(rate int, bytes int64) [HeaderSize]byte {
	size := uint32(min(max(bytes, 0), MaxBytes))
	var h [HeaderSize]byte
	le := binary.LittleEndian
	copy(h[0:], "RIFF")
	le.PutUint32(h[4:], size+HeaderSize-8)
	copy(h[8:], "WAVEfmt ")
	le.PutUint32(h[16:], 16)             // length of the format chunk
	le.PutUint16(h[20:], 1)              // PCM
	le.PutUint16(h[22:], 1)              // channels
	le.PutUint32(h[24:], uint32(rate))   // samples per second
	le.PutUint32(h[28:], uint32(rate)*2) // bytes per second
	le.PutUint16(h[32:], 2)              // bytes per frame
	le.PutUint16(h[34:], 16)             // bits per sample
	copy(h[36:], "data")
	le.PutUint32(h[40:], size)
	return h
}

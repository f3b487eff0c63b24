package wav

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// HeaderSize is the length of what Header makes, in bytes.
const HeaderSize = 44

// MaxBytes is how much sound one header can announce; its sizes have 32 bits.
const MaxBytes = math.MaxUint32 - HeaderSize

// ErrFormat is in the chain of every error of Parse.
var ErrFormat = errors.New("not 16-bit PCM in a WAVE file")

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
	le.PutUint16(h[20:], pcm)            //
	le.PutUint16(h[22:], 1)              // channels
	le.PutUint32(h[24:], uint32(rate))   // samples per second
	le.PutUint32(h[28:], uint32(rate)*2) // bytes per second
	le.PutUint16(h[32:], 2)              // bytes per frame
	le.PutUint16(h[34:], 16)             // bits per sample
	copy(h[36:], "data")
	le.PutUint32(h[40:], size)
	return h
}

const (
	pcm        = 1
	extensible = 0xFFFE // the real format is the first half of a GUID in the chunk
)

// format is the part of a format chunk that matters.
type format struct{ tag, channels, rate, bits int }

// Parse reads a WAVE file with 16-bit PCM and gives its samples as mono (channels
// are averaged) and their rate in Hz. A program that writes to a pipe can't go back
// to fill in the sizes: a data chunk announced longer than the file ends with it.
func Parse(file []byte) (samples []int16, rate int, err error) {
	if len(file) < 12 || string(file[:4]) != "RIFF" || string(file[8:12]) != "WAVE" {
		return nil, 0, fmt.Errorf("read RIFF header: %w", ErrFormat)
	}
	var f format
	for rest := file[12:]; len(rest) >= 8; {
		name, size := string(rest[:4]), int64(binary.LittleEndian.Uint32(rest[4:]))
		body := rest[8:]
		body = body[:min(size, int64(len(body)))]
		switch name {
		case "fmt ":
			if f, err = parseFormat(body); err != nil {
				return nil, 0, err
			}
		case "data":
			if f.rate == 0 {
				return nil, 0, fmt.Errorf("read data before its format: %w", ErrFormat)
			}
			return mono(body, f.channels), f.rate, nil
		}
		rest = rest[min(8+size+size%2, int64(len(rest))):] // chunks begin at even places
	}
	return nil, 0, fmt.Errorf("find data chunk: %w", ErrFormat)
}

func parseFormat(b []byte) (format, error) {
	if len(b) < 16 {
		return format{}, fmt.Errorf("read format chunk of %d bytes: %w", len(b), ErrFormat)
	}
	le := binary.LittleEndian
	f := format{
		tag: int(le.Uint16(b)), channels: int(le.Uint16(b[2:])),
		rate: int(le.Uint32(b[4:])), bits: int(le.Uint16(b[14:])),
	}
	if f.tag == extensible && len(b) >= 26 {
		f.tag = int(le.Uint16(b[24:]))
	}
	if f.tag != pcm || f.bits != 16 || f.channels < 1 || f.rate < 1 {
		return format{}, fmt.Errorf("read format %+v: %w", f, ErrFormat)
	}
	return f, nil
}

func mono(b []byte, channels int) []int16 {
	out := make([]int16, len(b)/2/channels)
	for i := range out {
		sum := 0
		for c := range channels {
			sum += int(int16(binary.LittleEndian.Uint16(b[2*(i*channels+c):])))
		}
		out[i] = int16(sum / channels)
	}
	return out
}

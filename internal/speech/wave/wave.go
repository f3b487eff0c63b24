package wave

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrFormat is in the chain of every error of Parse.
var ErrFormat = errors.New("not 16-bit PCM in a WAVE file")

const (
	pcm        = 1
	extensible = 0xFFFE // the real format is the first half of a GUID in the chunk
	// maxChannels is more than any voice has; a damaged header may say thousands.
	maxChannels = 8
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
	if f.tag != pcm || f.bits != 16 || f.channels < 1 || f.channels > maxChannels || f.rate < 1 {
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

package sound

import (
	"encoding/binary"
	"errors"
)

// ErrFormat is the error of ReadWAV.
var ErrFormat = errors.New("not a WAVE file with 16-bit PCM")

// WAV is a RIFF WAVE file of mono samples.
func WAV(samples []int16, rate int) []byte {
	le := binary.LittleEndian
	body := Bytes(samples)
	out := append([]byte{}, "RIFF"...)
	out = le.AppendUint32(out, uint32(36+len(body)))
	out = append(out, "WAVEfmt "...)
	out = le.AppendUint32(out, 16)
	out = le.AppendUint16(out, 1) // PCM
	out = le.AppendUint16(out, 1) // channels
	out = le.AppendUint32(out, uint32(rate))
	out = le.AppendUint32(out, uint32(2*rate)) // bytes a second
	out = le.AppendUint16(out, 2)              // bytes a frame
	out = le.AppendUint16(out, 16)             // bits
	out = append(out, "data"...)
	out = le.AppendUint32(out, uint32(len(body)))
	return append(out, body...)
}

// ReadWAV gives the samples of a WAVE file, of several channels the first, and the rate in
// Hz. It is strict where a real server would only hear noise: a data chunk that is longer
// than the file is an error.
func ReadWAV(file []byte) (samples []int16, rate int, err error) {
	if len(file) < 12 || string(file[:4]) != "RIFF" || string(file[8:12]) != "WAVE" {
		return nil, 0, ErrFormat
	}
	le, channels := binary.LittleEndian, 0
	for rest := file[12:]; len(rest) >= 8; {
		size := int(le.Uint32(rest[4:]))
		if size > len(rest)-8 {
			return nil, 0, ErrFormat
		}
		body := rest[8 : 8+size]
		switch string(rest[:4]) {
		case "fmt ":
			if size < 16 || le.Uint16(body) != 1 || le.Uint16(body[14:]) != 16 {
				return nil, 0, ErrFormat
			}
			channels, rate = int(le.Uint16(body[2:])), int(le.Uint32(body[4:]))
		case "data":
			if rate < 1 || channels < 1 {
				return nil, 0, ErrFormat
			}
			return firstChannel(Samples(body), channels), rate, nil
		}
		rest = rest[min(8+size+size%2, len(rest)):]
	}
	return nil, 0, ErrFormat
}

func firstChannel(samples []int16, channels int) []int16 {
	out := make([]int16, 0, len(samples)/channels)
	for i := 0; i+channels <= len(samples); i += channels {
		out = append(out, samples[i])
	}
	return out
}

package wave

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

const (
	// endless is the least size a program announces that doesn't know how much it is
	// going to say: it writes to a pipe and can't go back. Half a day of sound is more.
	endless = 0x7fff0000
	// maxChunk is how much of any other chunk is skipped on the way to the data.
	maxChunk = 1 << 20
)

// Stream reads 16-bit PCM as it arrives, with or without a header before it. Sound comes
// in pieces that end anywhere, also in the middle of a sample.
type Stream struct {
	r        io.Reader
	rate     int
	channels int
	left     int64 // bytes still announced
	known    bool  // left is a promise: less is an error
	buf      []byte
	held     int // bytes at the beginning of buf that are no whole frame yet
}

// Raw reads samples without a header: little-endian, mono, rate Hz.
func Raw(r io.Reader, rate int) *Stream {
	return &Stream{r: r, rate: rate, channels: 1, left: math.MaxInt64}
}

// Open reads the header of a WAVE file and leaves its sound to Next. A data chunk
// without a size, or with one nobody can mean, goes on to the end of r.
func Open(r io.Reader) (*Stream, error) {
	var head [12]byte
	if _, err := io.ReadFull(r, head[:]); err != nil || string(head[:4]) != "RIFF" || string(head[8:]) != "WAVE" {
		return nil, fmt.Errorf("read RIFF header: %w", ErrFormat)
	}
	s := &Stream{r: r}
	for {
		name, size, err := chunk(r)
		if err != nil {
			return nil, err
		}
		if name == "data" {
			return s.begin(size)
		}
		if err := s.header(name, size); err != nil {
			return nil, err
		}
	}
}

func chunk(r io.Reader) (name string, size int64, err error) {
	var head [8]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return "", 0, fmt.Errorf("find data chunk: %w", ErrFormat)
	}
	return string(head[:4]), int64(binary.LittleEndian.Uint32(head[4:])), nil
}

// header reads a chunk before the data: the format, or one nobody needs.
func (s *Stream) header(name string, size int64) error {
	if size > maxChunk {
		return fmt.Errorf("skip chunk of %d bytes: %w", size, ErrFormat)
	}
	body := make([]byte, size+size%2)
	if _, err := io.ReadFull(s.r, body); err != nil {
		return fmt.Errorf("read chunk of %d bytes: %w", size, ErrFormat)
	}
	if name != "fmt " {
		return nil
	}
	f, err := parseFormat(body[:size])
	s.rate, s.channels = f.rate, f.channels
	return err
}

func (s *Stream) begin(size int64) (*Stream, error) {
	if s.rate == 0 {
		return nil, fmt.Errorf("read data before its format: %w", ErrFormat)
	}
	s.left, s.known = size, size > 0 && size < endless
	if !s.known {
		s.left = math.MaxInt64
	}
	return s, nil
}

// Rate is the number of samples per second.
func (s *Stream) Rate() int { return s.rate }

// Next waits for sound and writes it to out as mono, as much as is there by now and
// fits. It gives io.EOF at the end, and io.ErrUnexpectedEOF where sound was announced
// that didn't come, or the last sample is torn.
func (s *Stream) Next(out []int16) (int, error) {
	frame := 2 * s.channels
	if need := len(out) * frame; len(s.buf) < need {
		s.buf = append(make([]byte, 0, need), s.buf[:s.held]...)[:need]
	}
	for {
		n, err := s.fill(s.buf[:len(out)*frame])
		if whole := s.held / frame; whole > 0 {
			copy(out, mono(s.buf[:whole*frame], s.channels))
			s.held = copy(s.buf, s.buf[whole*frame:s.held])
			return whole, nil
		}
		if n == 0 && err != nil {
			return 0, s.end(err)
		}
	}
}

// fill reads once behind what is held.
func (s *Stream) fill(buf []byte) (int, error) {
	if s.left == 0 {
		return 0, io.EOF
	}
	space := buf[s.held:]
	n, err := s.r.Read(space[:min(int64(len(space)), s.left)])
	s.held += n
	s.left -= int64(n)
	return n, err
}

func (s *Stream) end(err error) error {
	if errors.Is(err, io.EOF) && (s.held > 0 || s.known && s.left > 0) {
		return io.ErrUnexpectedEOF
	}
	return err
}

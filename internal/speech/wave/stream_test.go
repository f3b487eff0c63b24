package wave_test

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/speech/wave"
)

// all reads a stream to its end, in pieces of size samples.
func all(s *wave.Stream, size int) ([]int16, error) {
	var out []int16
	buf := make([]int16, size)
	for {
		n, err := s.Next(buf)
		out = append(out, buf[:n]...)
		if err != nil {
			return out, err
		}
	}
}

func TestStreamOfAFile(t *testing.T) {
	body := []byte{1, 0, 3, 0, 254, 255, 0, 0}
	tests := map[string]struct {
		file []byte
		want []int16
		end  error
	}{
		"mono":                {file(1, 1, 22050, 16, 8, body), []int16{1, 3, -2, 0}, io.EOF},
		"stereo is averaged":  {file(1, 2, 22050, 16, 8, body), []int16{2, -1}, io.EOF},
		"size by a pipe":      {file(1, 1, 22050, 16, 0x7ffff000, body), []int16{1, 3, -2, 0}, io.EOF},
		"size unknown":        {file(1, 1, 22050, 16, 0xffffffff, body), []int16{1, 3, -2, 0}, io.EOF},
		"size left out":       {file(1, 1, 22050, 16, 0, body), []int16{1, 3, -2, 0}, io.EOF},
		"more after the data": {file(1, 1, 22050, 16, 4, body), []int16{1, 3}, io.EOF},
		"cut off":             {file(1, 1, 22050, 16, 10, body), []int16{1, 3, -2, 0}, io.ErrUnexpectedEOF},
		"torn last sample":    {file(1, 1, 22050, 16, 0, body[:7]), []int16{1, 3, -2}, io.ErrUnexpectedEOF},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s, err := wave.Open(iotest.OneByteReader(bytes.NewReader(tt.file)))
			if err != nil || s.Rate() != 22050 {
				t.Fatalf("Open = %v", err)
			}
			if got, err := all(s, 3); !slices.Equal(got, tt.want) || !errors.Is(err, tt.end) {
				t.Errorf("%v, %v; want %v, %v", got, err, tt.want, tt.end)
			}
		})
	}
}

func TestOpenRefuses(t *testing.T) {
	tests := map[string][]byte{
		"nothing":       nil,
		"text":          []byte("this is no sound at all"),
		"float samples": file(3, 1, 16000, 32, 4, make([]byte, 4)),
		"data first":    []byte("RIFF\x00\x00\x00\x00WAVEdata\x02\x00\x00\x00ab"),
		"no data":       []byte("RIFF\x00\x00\x00\x00WAVE"),
		"huge chunk":    []byte("RIFF\x00\x00\x00\x00WAVELIST\xff\xff\xff\xff"),
		"torn chunk":    []byte("RIFF\x00\x00\x00\x00WAVELIST\x09\x00\x00\x00ab"),
	}
	for name, b := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := wave.Open(bytes.NewReader(b)); !errors.Is(err, wave.ErrFormat) {
				t.Errorf("%v, want ErrFormat", err)
			}
		})
	}
}

func TestFileIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		samples := rapid.SliceOfN(rapid.Int16(), 1, 50).Draw(t, "samples")
		rate := rapid.IntRange(8000, 48000).Draw(t, "rate")
		whole := wave.File(samples, rate)
		if got, gotRate, err := wave.Parse(whole); err != nil || gotRate != rate || !slices.Equal(got, samples) {
			t.Fatalf("Parse = %v, %d, %v", got, gotRate, err)
		}
		s, err := wave.Open(iotest.HalfReader(bytes.NewReader(whole)))
		if err != nil {
			t.Fatal(err)
		}
		size := rapid.IntRange(1, 60).Draw(t, "size")
		if got, err := all(s, size); s.Rate() != rate || !slices.Equal(got, samples) || !errors.Is(err, io.EOF) {
			t.Fatalf("%v at %d Hz, %v", got, s.Rate(), err)
		}
		if got, err := all(wave.Raw(bytes.NewReader(wave.Bytes(samples)), rate), size); !slices.Equal(got, samples) || !errors.Is(err, io.EOF) {
			t.Fatalf("raw: %v, %v", got, err)
		}
	})
}

// pieces gives a reader that hands out one piece at each call.
type pieces [][]byte

func (p *pieces) Read(b []byte) (int, error) {
	if len(*p) == 0 {
		return 0, io.EOF
	}
	n := copy(b, (*p)[0])
	*p = (*p)[1:]
	return n, nil
}

func TestSoundIsGivenAsItArrives(t *testing.T) {
	s := wave.Raw(&pieces{{1}, {0, 2}, {0, 3, 0, 4}, {}, {0}}, 24000)
	var got []int
	buf := make([]int16, 100)
	for {
		n, err := s.Next(buf)
		if err != nil {
			break
		}
		got = append(got, n)
	}
	if want := []int{1, 2, 1}; !slices.Equal(got, want) {
		t.Errorf("pieces of %v samples, want %v", got, want)
	}
}

func FuzzStream(f *testing.F) {
	f.Add(file(1, 2, 44100, 16, 8, make([]byte, 8)), 3)
	f.Add(file(0xFFFE, 1, 16000, 16, 0x7ffff000, make([]byte, 9)), 1)
	f.Fuzz(func(t *testing.T, b []byte, size int) {
		s, err := wave.Open(bytes.NewReader(b))
		if err != nil {
			return
		}
		if got, err := all(s, 1+size&63); 2*len(got) > len(b) || err == nil {
			t.Errorf("%d samples out of %d bytes, %v", len(got), len(b), err)
		}
	})
}

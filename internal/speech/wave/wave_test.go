package wave_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/speech/wave"
)

// file is a WAVE file with a format chunk made of the arguments and the body as data.
func file(tag, channels, rate, bits int, announced uint32, body []byte) []byte {
	var b bytes.Buffer
	b.WriteString("RIFF\xff\xff\xff\xffWAVE")
	b.WriteString("LIST\x03\x00\x00\x00abc\x00") // an odd chunk, padded
	b.WriteString("fmt \x10\x00\x00\x00")
	for _, v := range []any{uint16(tag), uint16(channels), uint32(rate), uint32(0), uint16(0), uint16(bits)} {
		_ = binary.Write(&b, binary.LittleEndian, v)
	}
	b.WriteString("data")
	_ = binary.Write(&b, binary.LittleEndian, announced)
	b.Write(body)
	return b.Bytes()
}

func TestParse(t *testing.T) {
	body := []byte{1, 0, 3, 0, 254, 255, 0, 0}
	tests := map[string]struct {
		file []byte
		want []int16
		rate int
	}{
		"mono":                       {file(1, 1, 22050, 16, 8, body), []int16{1, 3, -2, 0}, 22050},
		"stereo is averaged":         {file(1, 2, 44100, 16, 8, body), []int16{2, -1}, 44100},
		"announced too long by pipe": {file(1, 1, 16000, 16, 0x7ffff000, body), []int16{1, 3, -2, 0}, 16000},
		"announced shorter":          {file(1, 1, 16000, 16, 4, body), []int16{1, 3}, 16000},
		"empty":                      {file(1, 1, 16000, 16, 0, nil), []int16{}, 16000},
		"torn last sample":           {file(1, 1, 16000, 16, 9, append(body[:3:3], 9)[:3]), []int16{1}, 16000},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, rate, err := wave.Parse(tt.file)
			if err != nil || rate != tt.rate || !slices.Equal(got, tt.want) {
				t.Errorf("Parse = %v, %d, %v; want %v, %d", got, rate, err, tt.want, tt.rate)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	tests := map[string][]byte{
		"nothing":       nil,
		"text":          []byte("this is no sound at all"),
		"float samples": file(3, 1, 16000, 32, 4, make([]byte, 4)),
		"8 bits":        file(1, 1, 16000, 8, 4, make([]byte, 4)),
		"no channels":   file(1, 0, 16000, 16, 4, make([]byte, 4)),
		"data first":    []byte("RIFF\x00\x00\x00\x00WAVEdata\x02\x00\x00\x00ab"),
		"no data":       []byte("RIFF\x00\x00\x00\x00WAVE"),
	}
	for name, b := range tests {
		t.Run(name, func(t *testing.T) {
			if got, _, err := wave.Parse(b); !errors.Is(err, wave.ErrFormat) {
				t.Errorf("Parse = %v, %v; want ErrFormat", got, err)
			}
		})
	}
}

func TestSamplesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		samples := rapid.SliceOf(rapid.Int16()).Draw(t, "samples")
		rate := rapid.IntRange(8000, 48000).Draw(t, "rate")
		var body []byte
		for _, s := range samples {
			body = binary.LittleEndian.AppendUint16(body, uint16(s))
		}
		got, gotRate, err := wave.Parse(file(1, 1, rate, 16, uint32(len(body)), body))
		if err != nil || gotRate != rate || !slices.Equal(got, samples) {
			t.Fatalf("Parse = %v, %d, %v", got, gotRate, err)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add(file(1, 2, 44100, 16, 8, make([]byte, 8)))
	f.Add(file(0xFFFE, 1, 16000, 16, 0x7ffff000, make([]byte, 9)))
	f.Add([]byte("RIFF\x00\x00\x00\x00WAVEdata"))
	f.Fuzz(func(t *testing.T, b []byte) {
		samples, rate, err := wave.Parse(b)
		if err == nil && (rate < 1 || 2*len(samples) > len(b)) {
			t.Errorf("%d samples at %d Hz out of %d bytes", len(samples), rate, len(b))
		}
	})
}

package wav_test

import (
	"encoding/binary"
	"testing"

	"github.com/jobjourney/jobjourney/internal/audio/wav"
)

func TestHeaderBytes(t *testing.T) {
	got := wav.Header(16000, 6)
	want := "RIFF\x2a\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00" +
		"\x80\x3e\x00\x00\x00\x7d\x00\x00\x02\x00\x10\x00data\x06\x00\x00\x00"
	if string(got[:]) != want {
		t.Errorf("Header(16000, 6) = %q, want %q", got, want)
	}
}

func TestHeaderSizesStayInside32Bits(t *testing.T) {
	h := wav.Header(16000, 1<<40)
	if size := binary.LittleEndian.Uint32(h[40:]); size != wav.MaxBytes {
		t.Errorf("announced %d bytes, want %d", size, uint32(wav.MaxBytes))
	}
}

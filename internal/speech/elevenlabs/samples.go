package elevenlabs

import "encoding/binary"

// rates are the rates of sound asked for, in Hz, best first. All of them are PCM without a
// header, signed 16-bit little-endian mono (output_format pcm_24000 and so on), on any
// plan's list; the next is tried where a plan or a model doesn't give one.
var rates = []int{24000, 22050, 16000}

// joiner turns bytes into samples, whatever pieces they come in: half a sample waits for
// its other half.
type joiner struct {
	half  byte
	holds bool
}

// samples takes the next bytes. What it returns is new each time.
func (j *joiner) samples(b []byte) []int16 {
	if len(b) == 0 {
		return nil
	}
	out := make([]int16, 0, (len(b)+1)/2)
	if j.holds {
		out = append(out, int16(uint16(j.half)|uint16(b[0])<<8))
		b = b[1:]
	}
	for ; len(b) >= 2; b = b[2:] {
		out = append(out, int16(binary.LittleEndian.Uint16(b)))
	}
	if j.holds = len(b) == 1; j.holds {
		j.half = b[0]
	}
	return out
}

// bytesOf is the other way round.
func bytesOf(samples []int16) []byte {
	out := make([]byte, 0, 2*len(samples))
	for _, s := range samples {
		out = binary.LittleEndian.AppendUint16(out, uint16(s))
	}
	return out
}

// millis is how long n samples last at rate Hz.
func millis(n, rate int) int { return int(int64(n) * 1000 / int64(rate)) }

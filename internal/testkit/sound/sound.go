package sound

import (
	"encoding/binary"
	"math"
)

// Bytes are samples as S16LE, the raw PCM of every provider.
func Bytes(samples []int16) []byte {
	out := make([]byte, 0, 2*len(samples))
	for _, s := range samples {
		out = binary.LittleEndian.AppendUint16(out, uint16(s))
	}
	return out
}

// Samples reads S16LE; an odd last byte is dropped.
func Samples(pcm []byte) []int16 {
	out := make([]int16, len(pcm)/2)
	for i := range out {
		out[i] = int16(binary.LittleEndian.Uint16(pcm[2*i:]))
	}
	return out
}

// Resample changes the rate (Hz) by linear interpolation: good enough for recognisers and
// tones, not for ears that care.
func Resample(samples []int16, from, to int) []int16 {
	if from == to || len(samples) == 0 {
		return samples
	}
	out := make([]int16, len(samples)*to/from)
	for i := range out {
		at := float64(i) * float64(from) / float64(to)
		left := int(at)
		right := min(left+1, len(samples)-1)
		part := at - float64(left)
		out[i] = int16(math.Round(float64(samples[left])*(1-part) + float64(samples[right])*part))
	}
	return out
}

// perLetter is how long a spoken letter takes: 15 letters a second are about 150 words a minute.
const perLetter = 1.0 / 15 // seconds

// Tone is a sound whose length follows the text: a 220 Hz tone, a fifteenth of a second for
// each letter, with a silent gap for each space, so that words can be told apart.
func Tone(text string, rate int) []int16 {
	each := int(perLetter * float64(rate))
	out := make([]int16, 0, len(text)*each)
	for _, letter := range text {
		for range each {
			value := 0.0
			if letter != ' ' {
				value = 8000 * math.Sin(2*math.Pi*220*float64(len(out))/float64(rate))
			}
			out = append(out, int16(value))
		}
	}
	return out
}

// Silent says that nothing in the samples is louder than a quiet room's noise.
func Silent(samples []int16) bool {
	const floor = 300 // of 32768: -40 dBFS
	for _, s := range samples {
		if s > floor || s < -floor {
			return false
		}
	}
	return true
}

package cut

// window is how much silence a cut looks for, and step how finely: 100 ms and 10 ms of
// the sound, as parts of a second.
const (
	window = 10
	step   = 100
)

// Pieces divides samples at rate Hz into pieces of at most most samples. Each ends in the
// middle of the quietest 100 ms of its last quarter; together they are the whole sound.
func Pieces(samples []int16, rate, most int) [][]int16 {
	var out [][]int16
	for len(samples) > most {
		at := quietest(samples[:most], rate)
		out = append(out, samples[:at])
		samples = samples[at:]
	}
	return append(out, samples)
}

// quietest is the middle of the 100 ms with the least energy in the last quarter of
// samples, the later of two that are alike.
func quietest(samples []int16, rate int) int {
	width, hop := max(rate/window, 1), max(rate/step, 1)
	from := len(samples) - len(samples)/4
	if len(samples)-from < width {
		return len(samples)
	}
	best, at := int64(-1), len(samples)
	for i := from; i+width <= len(samples); i += hop {
		if e := energy(samples[i : i+width]); best < 0 || e <= best {
			best, at = e, i+width/2
		}
	}
	return at
}

func energy(samples []int16) int64 {
	var sum int64
	for _, s := range samples {
		sum += int64(s) * int64(s)
	}
	return sum
}

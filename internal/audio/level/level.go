package level

import "math"

// Floor is the quietest reading, in dBFS: below one step of a 16-bit sample.
const Floor = -96.0

// quiet is where the bar begins, in dBFS. A silent room reads -60 to -50.
const quiet = -60.0

// perSecond is how often a meter reads.
const perSecond = 25

// Reading is the loudness of one twenty-fifth of a second. Decibels are relative to
// full scale (dBFS): 0 is the loudest a sample can be.
type Reading struct {
	RMS  float64 // root mean square, dBFS, at least Floor
	Peak float64 // loudest sample, dBFS, at least Floor
}

// Level is the height of a bar, 0 to 1: -60 dBFS and less is 0, full scale is 1,
// linear in decibels between.
func (r Reading) Level() float64 {
	return min(max((r.RMS-quiet)/-quiet, 0), 1)
}

// Meter gathers samples to readings. It is not safe for concurrent use.
type Meter struct {
	size  int // samples per reading
	count int
	sum   float64 // of squares
	peak  float64
}

// NewMeter is a meter for mono samples at rate Hz.
func NewMeter(rate int) *Meter { return &Meter{size: rate / perSecond} }

// Add takes samples and tells each reading that becomes complete.
func (m *Meter) Add(samples []int16, tell func(Reading)) {
	for _, s := range samples {
		v := math.Abs(float64(s)) / 32768
		m.sum += v * v
		m.peak = max(m.peak, v)
		if m.count++; m.count == m.size {
			tell(Reading{RMS: decibels(math.Sqrt(m.sum / float64(m.count))), Peak: decibels(m.peak)})
			m.count, m.sum, m.peak = 0, 0, 0
		}
	}
}

func decibels(amplitude float64) float64 {
	if amplitude <= 0 {
		return Floor
	}
	return max(20*math.Log10(amplitude), Floor)
}

// Peaks is the outline of a recording: the loudest sample of each of that many
// equal stretches, 0 to 1. Fewer samples than buckets give one bucket per sample.
func Peaks(samples []int16, buckets int) []float32 {
	buckets = min(max(buckets, 0), len(samples))
	out := make([]float32, buckets)
	for i := range out {
		from, to := i*len(samples)/buckets, (i+1)*len(samples)/buckets
		for _, s := range samples[from:to] {
			out[i] = max(out[i], float32(math.Abs(float64(s))/32768))
		}
	}
	return out
}

package level_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/audio/level"
)

func constant(n int, v int16) []int16 {
	return slices.Repeat([]int16{v}, n)
}

func TestReadings(t *testing.T) {
	tests := map[string]struct {
		sample          int16
		rms, peak, want float64
	}{
		"silence":        {0, -96, -96, 0},
		"one step":       {1, -90.31, -90.31, 0},
		"half amplitude": {16384, -6.02, -6.02, 0.90},
		"a thousandth":   {33, -59.94, -59.94, 0.001},
		"full scale":     {-32768, 0, 0, 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var got []level.Reading
			level.NewMeter(16000).Add(constant(640, tt.sample), func(r level.Reading) { got = append(got, r) })
			if len(got) != 1 {
				t.Fatalf("%d readings of 40 ms, want 1", len(got))
			}
			if math.Abs(got[0].RMS-tt.rms) > 0.01 || math.Abs(got[0].Peak-tt.peak) > 0.01 {
				t.Errorf("got %+v, want rms %v, peak %v", got[0], tt.rms, tt.peak)
			}
			if math.Abs(got[0].Level()-tt.want) > 0.005 {
				t.Errorf("level %v, want %v", got[0].Level(), tt.want)
			}
		})
	}
}

func TestPeakIsNotRMS(t *testing.T) {
	samples := constant(640, 0)
	samples[100] = -32768
	level.NewMeter(16000).Add(samples, func(r level.Reading) {
		if r.Peak != 0 || math.Abs(r.RMS+28.06) > 0.01 {
			t.Errorf("one click: %+v, want peak 0 and RMS -28.06", r)
		}
	})
}

func TestAtMost25ReadingsASecondHoweverSamplesArrive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, total, readings := level.NewMeter(16000), 0, 0
		for _, n := range rapid.SliceOf(rapid.IntRange(0, 2000)).Draw(t, "pieces") {
			m.Add(make([]int16, n), func(level.Reading) { readings++ })
			total += n
		}
		if readings != total*25/16000 {
			t.Fatalf("%d readings of %d samples", readings, total)
		}
	})
}

func TestPeaks(t *testing.T) {
	got := level.Peaks([]int16{0, 100, -16384, 0, 32767, 5}, 3)
	want := []float32{100. / 32768, 0.5, 32767. / 32768}
	if !slices.Equal(got, want) {
		t.Errorf("Peaks = %v, want %v", got, want)
	}
	if got := level.Peaks([]int16{-32768}, 10); !slices.Equal(got, []float32{1}) {
		t.Errorf("one sample in ten buckets = %v", got)
	}
	if got := level.Peaks(nil, 4); len(got) != 0 {
		t.Errorf("no samples = %v", got)
	}
}

func TestNoPeakIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		samples := rapid.SliceOfN(rapid.Int16(), 1, 300).Draw(t, "samples")
		buckets := rapid.IntRange(1, 400).Draw(t, "buckets")
		if got, all := slices.Max(level.Peaks(samples, buckets)), level.Peaks(samples, 1)[0]; got != all {
			t.Fatalf("loudest bucket %v, loudest sample %v", got, all)
		}
	})
}

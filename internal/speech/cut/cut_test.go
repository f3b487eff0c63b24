package cut_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/speech/cut"
)

const rate = 16000

// loud is sound with silence of 200 ms at the given seconds.
func loud(seconds float64, silent ...float64) []int16 {
	out := make([]int16, int(seconds*rate))
	for i := range out {
		out[i] = int16(3000 * (1 - 2*(i&1)))
	}
	for _, at := range silent {
		clear(out[int(at*rate):int((at+0.2)*rate)])
	}
	return out
}

func TestCutsInSilence(t *testing.T) {
	got := cut.Pieces(loud(25, 2, 8.5, 9.5, 17), rate, 10*rate)
	var ends []float64
	end := 0
	for _, p := range got {
		end += len(p)
		ends = append(ends, float64(end)/rate)
	}
	// 9.5 is later than 8.5; the second piece looks from 17.1 s on, and finds the end of the silence at 17.
	if len(ends) != 3 || ends[0] < 9.5 || ends[0] > 9.7 || ends[1] < 17 || ends[1] > 17.2 || ends[2] != 25 {
		t.Errorf("pieces end at %v s", ends)
	}
}

func TestShortSoundIsOnePiece(t *testing.T) {
	for _, samples := range [][]int16{nil, loud(1), loud(10)} {
		if got := cut.Pieces(samples, rate, 10*rate); len(got) != 1 || len(got[0]) != len(samples) {
			t.Errorf("%d samples in %d pieces", len(samples), len(got))
		}
	}
}

func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		samples := rapid.SliceOfN(rapid.Int16(), 0, 500).Draw(t, "samples")
		most := rapid.IntRange(1, 200).Draw(t, "most")
		var whole []int16
		for _, p := range cut.Pieces(samples, rapid.IntRange(1, 400).Draw(t, "rate"), most) {
			if len(p) > most || len(p) == 0 && len(samples) > 0 {
				t.Fatalf("a piece of %d samples", len(p))
			}
			whole = append(whole, p...)
		}
		if !slices.Equal(whole, samples) {
			t.Fatal("the pieces are another sound")
		}
	})
}

package flow_test

import (
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/audio/flow"
)

const rate = 16000

func TestLost(t *testing.T) {
	never := time.Time{}
	tests := map[string]struct {
		lastAt, now time.Time
		want        bool
	}{
		"just opened":            {never, t0.Add(4900 * time.Millisecond), false},
		"nothing ever came":      {never, t0.Add(5 * time.Second), true},
		"came a moment ago":      {t0.Add(10 * time.Second), t0.Add(10990 * time.Millisecond), false},
		"nothing for one second": {t0.Add(10 * time.Second), t0.Add(11 * time.Second), true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := flow.NewWatch(rate, t0).Lost(tt.lastAt, tt.now); got != tt.want {
				t.Errorf("Lost = %v, want %v", got, tt.want)
			}
		})
	}
}

func TestSilentAfterThreeSecondsOfZeros(t *testing.T) {
	w := flow.NewWatch(rate, t0)
	quiet, sound := make([]int16, rate-1), []int16{0, 1}
	steps := []struct {
		samples         []int16
		silent, changed bool
	}{
		{sound, false, false},
		{quiet, false, false}, {quiet, false, false}, {quiet, false, false},
		{make([]int16, 3), true, true}, // 3 s to the sample
		{quiet, true, false},
		{sound, false, true},
		{quiet, false, false},
	}
	for i, s := range steps {
		if silent, changed := w.Hear(s.samples); silent != s.silent || changed != s.changed {
			t.Errorf("step %d: silent %v, changed %v; want %v, %v", i, silent, changed, s.silent, s.changed)
		}
	}
}

// run feeds a watch a callback of 20 ms at each of the moments given by at, and sums
// up the losses told. Callback i is left out if skip says so.
func run(callbacks int, at func(i int) time.Duration, skip func(i int) bool) (told time.Duration) {
	w, written := flow.NewWatch(rate, t0), int64(0)
	for i := range callbacks {
		if skip(i) {
			continue
		}
		written += rate / 50
		told += w.Count(written, 0, t0.Add(at(i)))
	}
	return told
}

func TestGaps(t *testing.T) {
	regular := func(i int) time.Duration { return time.Duration(i) * 20 * time.Millisecond }
	late := func(i int) time.Duration { // each half second the callbacks come 400 ms late, at once
		if held := i / 25 * 25; i-held < 20 {
			return regular(held + 20)
		}
		return regular(i)
	}
	slowClock := func(i int) time.Duration { return regular(i) * 1005 / 1000 } // a device's clock is not the computer's
	never := func(int) bool { return false }
	tests := map[string]struct {
		at       func(int) time.Duration
		skip     func(int) bool
		min, max time.Duration
	}{
		"none":             {regular, never, 0, 0},
		"late, not lost":   {late, never, 0, 0},
		"another clock":    {slowClock, never, 0, 0},
		"one in fifty":     {regular, func(i int) bool { return i%50 == 49 }, 400 * time.Millisecond, 600 * time.Millisecond},
		"a second at once": {regular, func(i int) bool { return i > 700 && i <= 750 }, 980 * time.Millisecond, 1020 * time.Millisecond},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := run(1500, tt.at, tt.skip); got < tt.min || got > tt.max {
				t.Errorf("told %v lost of 30 s, want %v to %v", got, tt.min, tt.max)
			}
		})
	}
}

func TestDroppedSamplesAreLost(t *testing.T) {
	w := flow.NewWatch(rate, t0)
	w.Count(320, 0, t0)
	if got := w.Count(320+5*rate, 3200, t0.Add(5*time.Second)); got != 200*time.Millisecond {
		t.Errorf("told %v, want 200ms", got)
	}
}

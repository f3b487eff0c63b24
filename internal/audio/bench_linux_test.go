package audio_test

import (
	"slices"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/audio"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/testkit/pulse"
)

// BenchmarkCaptureJitter listens for one second a round and prints how far apart the
// deliveries of 20 ms of sound come, and how much sound the clock says is missing.
func BenchmarkCaptureJitter(b *testing.B) {
	pulse.Start(b)
	h := newHeard()
	var arrivals []time.Time
	hearing := h.hearing()
	keep := hearing.Samples
	hearing.Samples = func(s []int16) {
		arrivals = append(arrivals, clock.System{}.Now())
		keep(s)
	}
	c, err := system().Listen(b.Context(), "", hearing)
	if err != nil {
		b.Fatal(err)
	}
	h.until(b, 1)
	first := c.LastAt()
	for n := 1; b.Loop(); n++ {
		h.until(b, n*audio.Rate)
	}
	if err := c.Close(); err != nil {
		b.Fatal(err)
	}
	var gaps []float64
	for i := 1; i < len(arrivals); i++ {
		gaps = append(gaps, arrivals[i].Sub(arrivals[i-1]).Seconds()*1000)
	}
	slices.Sort(gaps)
	for name, share := range map[string]float64{"p50-ms": 0.5, "p95-ms": 0.95, "p99-ms": 0.99} {
		b.ReportMetric(gaps[int(share*float64(len(gaps)-1))], name)
	}
	elapsed := c.LastAt().Sub(first).Seconds()
	b.ReportMetric(max(0, elapsed*audio.Rate-float64(len(h.all()))), "frames-lost")
}

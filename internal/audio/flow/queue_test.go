package flow_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/audio/flow"
)

const period = 40 * rate / 1000

func counting(from, n int) []int16 {
	out := make([]int16, n)
	for i := range out {
		out[i] = int16(from + i)
	}
	return out
}

func isDone(c *flow.Clip) bool {
	select {
	case <-c.Done():
		return true
	default:
		return false
	}
}

func TestClipIsPlayedWholeAndInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := flow.NewQueue()
		c := q.Begin(rate)
		pieces, sent := rapid.SliceOfN(rapid.IntRange(0, 900), 1, 20).Draw(t, "pieces"), 0
		var got []int16
		for _, n := range pieces {
			c.Write(counting(sent+1, n))
			sent += n
			if rapid.Bool().Draw(t, "fill") {
				got = append(got, fill(q)...)
			}
		}
		c.End()
		for i := 0; !isDone(c); i++ {
			if i > 100 {
				t.Fatal("the clip does not end")
			}
			got = append(got, fill(q)...)
		}
		got = slices.DeleteFunc(got, func(s int16) bool { return s == 0 }) // silence around and between
		if !slices.Equal(got, counting(1, sent)) {
			t.Fatalf("played %d samples, want %d in order", len(got), sent)
		}
		if o, _, _ := c.Outcome(); o != flow.Played {
			t.Fatalf("outcome %v", o)
		}
	})
}

func fill(q *flow.Queue) []int16 {
	out := make([]int16, period)
	q.Fill(out, t0)
	return out
}

func TestPrebufferGrowsAfterUnderruns(t *testing.T) {
	q := flow.NewQueue()
	c := q.Begin(rate)
	for round, ms := range []int{60, 120, 200, 200} {
		c.Write(counting(1, ms*rate/1000-1))
		if out := fill(q); slices.Max(out) != 0 {
			t.Errorf("round %d: plays before %d ms are there", round, ms)
		}
		c.Write([]int16{1})
		for fill(q)[period-1] != 0 { // until it runs dry
		}
		for q.Underruns() == round { // it ended at the edge of a period
			fill(q)
			if q.Underruns() == round {
				c.Write([]int16{1})
			}
		}
		if q.Underruns() != round+1 {
			t.Errorf("round %d: %d underruns", round, q.Underruns())
		}
	}
	if isDone(c) {
		t.Error("an underrun is no end")
	}
}

func TestDoneWhenTheLastSampleIsTaken(t *testing.T) {
	q := flow.NewQueue()
	c := q.Begin(rate)
	c.Write(counting(1, 2*period))
	c.End()
	q.Fill(make([]int16, period), t0)
	if isDone(c) {
		t.Fatal("done after the first half")
	}
	q.Fill(make([]int16, period), t0.Add(40*time.Millisecond))
	if !isDone(c) {
		t.Fatal("not done after the last sample")
	}
	if _, first, last := c.Outcome(); !first.Equal(t0) || !last.Equal(t0.Add(40*time.Millisecond)) {
		t.Errorf("first sample at %v, last at %v", first, last)
	}
}

func TestStopFadesWithinFiveMilliseconds(t *testing.T) {
	q := flow.NewQueue()
	c := q.Begin(rate)
	c.Write(slices.Repeat([]int16{10000}, rate))
	fill(q)
	q.Stop()
	out := fill(q)
	tail := 5 * rate / 1000
	if out[0] != 9876 || out[tail-1] <= 0 || out[tail-1] > 200 || slices.Max(out[tail:]) != 0 {
		t.Errorf("after Stop: %d ... %d, then up to %d", out[0], out[tail-1], slices.Max(out[tail:]))
	}
	if !slices.IsSortedFunc(out, func(a, b int16) int { return int(b) - int(a) }) {
		t.Error("the fade is not falling")
	}
	if o, _, _ := c.Outcome(); o != flow.Stopped {
		t.Errorf("outcome %v, want Stopped", o)
	}
}

func TestEnds(t *testing.T) {
	tests := map[string]struct {
		end  func(*flow.Queue, *flow.Clip)
		want flow.Outcome
	}{
		"another clip begins": {func(q *flow.Queue, _ *flow.Clip) { q.Begin(rate) }, flow.Stopped},
		"the clip is stopped": {func(_ *flow.Queue, c *flow.Clip) { c.Stop() }, flow.Stopped},
		"the device is lost":  {func(q *flow.Queue, _ *flow.Clip) { q.Lose() }, flow.Lost},
		"nothing was written": {func(q *flow.Queue, c *flow.Clip) { c.End(); fill(q) }, flow.Played},
		"it is still playing": {func(*flow.Queue, *flow.Clip) {}, flow.Playing},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			q := flow.NewQueue()
			c := q.Begin(rate)
			tt.end(q, c)
			if o, _, _ := c.Outcome(); o != tt.want || isDone(c) != (tt.want != flow.Playing) {
				t.Errorf("outcome %v, done %v; want %v", o, isDone(c), tt.want)
			}
		})
	}
}

func TestAClipThatIsOverIsMute(t *testing.T) {
	q := flow.NewQueue()
	old := q.Begin(rate)
	q.Begin(rate)
	old.Write(counting(1, rate))
	old.End()
	old.Stop()
	if slices.Max(fill(q)) != 0 {
		t.Error("an old clip is heard in the new one")
	}
}

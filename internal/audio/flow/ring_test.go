package flow_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/audio/flow"
)

var t0 = time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)

func TestRingKeepsOrderAndCountsWhatFindsNoRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		room := rapid.IntRange(1, 50).Draw(t, "room")
		r, model := flow.NewRing(room), []int16(nil)
		var next int16
		var wantWritten, wantDropped int64
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			if n := rapid.IntRange(0, 30).Draw(t, "n"); rapid.Bool().Draw(t, "write") {
				in := make([]int16, n)
				for i := range in {
					in[i] = next
					next++
				}
				fits := min(n, room-len(model))
				model = append(model, in[:fits]...)
				wantWritten, wantDropped = wantWritten+int64(n), wantDropped+int64(n-fits)
				r.Write(in, t0)
			} else {
				out := make([]int16, n)
				got := out[:r.Read(out)]
				want := model[:min(n, len(model))]
				if !slices.Equal(got, want) {
					t.Fatalf("read %v, want %v", got, want)
				}
				model = model[len(want):]
			}
			written, dropped, _ := r.Stamp()
			if written != wantWritten || dropped != wantDropped {
				t.Fatalf("stamp %d, %d; want %d, %d", written, dropped, wantWritten, wantDropped)
			}
		}
	})
}

func TestRingTellsThatThereIsSomething(t *testing.T) {
	r := flow.NewRing(10)
	select {
	case <-r.Ready():
		t.Fatal("ready before the first sample")
	default:
	}
	r.Write([]int16{1}, t0)
	r.Write([]int16{2}, t0.Add(time.Second))
	<-r.Ready()
	if _, _, at := r.Stamp(); !at.Equal(t0.Add(time.Second)) {
		t.Errorf("last write at %v", at)
	}
}

func TestCallbacksAllocateNothing(t *testing.T) {
	r, in := flow.NewRing(1000), make([]int16, 320)
	if n := testing.AllocsPerRun(20, func() { r.Write(in, t0) }); n != 0 {
		t.Errorf("Ring.Write: %v allocations", n)
	}
	q := flow.NewQueue()
	c := q.Begin(16000)
	for range 30 {
		c.Write(in)
	}
	if n := testing.AllocsPerRun(20, func() { q.Fill(in, t0) }); n != 0 {
		t.Errorf("Queue.Fill: %v allocations", n)
	}
}

package silero_test

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/audio/silero"
	"github.com/jobjourney/jobjourney/internal/audio/wav"
)

// speech is half a second of silence, two spoken sentences, and silence again.
func speech(t testing.TB) []int16 {
	t.Helper()
	file, err := os.ReadFile("testdata/speech.wav")
	if err != nil {
		t.Fatal(err)
	}
	samples := make([]int16, (len(file)-wav.HeaderSize)/2)
	for i := range samples {
		samples[i] = int16(binary.LittleEndian.Uint16(file[wav.HeaderSize+2*i:]))
	}
	return samples
}

func detector(t testing.TB) *silero.Detector {
	t.Helper()
	d, err := silero.NewDetector()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func probabilities(d *silero.Detector, samples []int16) []float32 {
	var out []float32
	for ; len(samples) >= silero.FrameSamples; samples = samples[silero.FrameSamples:] {
		out = append(out, d.Process((*[silero.FrameSamples]int16)(samples)))
	}
	return out
}

func TestSameAsONNXRuntime(t *testing.T) {
	reference, err := os.ReadFile("testdata/speech.json")
	if err != nil {
		t.Fatal(err)
	}
	var want []float32
	if err := json.Unmarshal(reference, &want); err != nil {
		t.Fatal(err)
	}
	d := detector(t)
	for _, round := range []string{"fresh", "after Reset"} {
		got, worst := probabilities(d, speech(t)), 0.0
		if len(got) != len(want) {
			t.Fatalf("%s: %d frames, want %d", round, len(got), len(want))
		}
		for i := range got {
			worst = max(worst, math.Abs(float64(got[i]-want[i])))
		}
		t.Logf("%s: largest difference %.1e in %d frames", round, worst, len(got))
		if worst >= 1e-4 {
			t.Errorf("%s: differs from ONNX Runtime by %v", round, worst)
		}
		d.Reset()
	}
}

func TestListenerFindsTheSentences(t *testing.T) {
	l, err := silero.NewListener()
	if err != nil {
		t.Fatal(err)
	}
	l.Process(speech(t))
	got := l.Segments()
	if len(got) == 0 {
		t.Fatal("no speech found")
	}
	// The voice itself leaves about 0.2 s of silence at both ends.
	if start := got[0][0]; start < 600 || start > 800 {
		t.Errorf("speech begins at %d ms, want about 700", start)
	}
	if end := got[len(got)-1][1]; end < 4600 || end > 5200 {
		t.Errorf("speech ends at %d ms, want about 5000", end)
	}
	if l.Speaking() {
		t.Error("still speaking in the silence at the end")
	}
}

func TestPiecesDoNotMatter(t *testing.T) {
	samples := speech(t)[:2*silero.Rate]
	whole, err := silero.NewListener()
	if err != nil {
		t.Fatal(err)
	}
	whole.Process(samples)
	want := whole.Segments()
	for _, cut := range []int{160, 513, 4096} {
		l, err := silero.NewListener()
		if err != nil {
			t.Fatal(err)
		}
		for piece := range slices.Chunk(samples, cut) {
			l.Process(piece)
		}
		if got := l.Segments(); !reflect.DeepEqual(got, want) {
			t.Errorf("pieces of %d: %v, want %v", cut, got, want)
		}
	}
}

func TestSilenceIsNotSpeech(t *testing.T) {
	noise := rand.New(rand.NewPCG(1, 2))
	tests := map[string]func(i int) int16{
		"digital silence": func(int) int16 { return 0 },
		"an offset":       func(int) int16 { return 120 },
		"faint hiss":      func(int) int16 { return int16(noise.IntN(17) - 8) },
		"mains hum":       func(i int) int16 { return int16(200 * math.Sin(2*math.Pi*50*float64(i)/silero.Rate)) },
	}
	for name, at := range tests {
		t.Run(name, func(t *testing.T) {
			samples := make([]int16, 2*silero.Rate)
			for i := range samples {
				samples[i] = at(i)
			}
			l, err := silero.NewListener()
			if err != nil {
				t.Fatal(err)
			}
			l.Process(samples)
			if got := l.Segments(); len(got) != 0 {
				t.Errorf("speech at %v ms", got)
			}
		})
	}
}

func TestActivity(t *testing.T) {
	tests := map[string]struct {
		probabilities []float32
		want          [][2]int
	}{
		"nothing":             {nil, [][2]int{}},
		"three frames: click": {[]float32{.9, .9, .9, .1}, [][2]int{}},
		"four frames":         {[]float32{.1, .5, .9, .9, .9, .1}, [][2]int{{32, 160}}},
		"wavering":            {[]float32{.9, .9, .9, .9, .36, .49, .35, .34, .9}, [][2]int{{0, 224}}},
		"still going on":      {[]float32{.1, .9, .9, .9, .9}, [][2]int{{32, 160}}},
		"twice": {[]float32{.9, .9, .9, .9, .1, .9, .9, .9, .1, .9, .9, .9, .9, .1},
			[][2]int{{0, 128}, {288, 416}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var a silero.Activity
			for _, p := range tt.probabilities {
				a.Add(p)
			}
			if got := a.Segments(); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("Segments() = %v, want %v", got, tt.want)
			}
		})
	}
}

func TestSegmentsAreOrderedAndApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var a silero.Activity
		ps := rapid.SliceOf(rapid.Float32Range(0, 1)).Draw(t, "probabilities")
		for _, p := range ps {
			a.Add(p)
		}
		last := -1
		for _, s := range a.Segments() {
			if s[0] <= last || s[1]-s[0] < 4*silero.FrameMs || s[1] > len(ps)*silero.FrameMs {
				t.Fatalf("segment %v after %d", s, last)
			}
			last = s[1]
		}
	})
}

func TestProcessAllocatesNothing(t *testing.T) {
	d, frame := detector(t), new([silero.FrameSamples]int16)
	if n := testing.AllocsPerRun(10, func() { d.Process(frame) }); n != 0 {
		t.Errorf("%v allocations a frame", n)
	}
}

func BenchmarkDetector(b *testing.B) {
	d, samples := detector(b), speech(b)
	frame := (*[silero.FrameSamples]int16)(samples[16000:])
	for b.Loop() {
		d.Process(frame)
	}
	perFrame := b.Elapsed().Seconds() * 1e3 / float64(b.N)
	b.ReportMetric(perFrame, "ms/frame")
	b.ReportMetric(100*perFrame/silero.FrameMs, "%core")
}

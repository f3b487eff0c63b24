package endtoend

import (
	"errors"
	"math"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// recorder writes down all sound that passes one device of the sound system, as an
// outsider would: by a program of its own.
type recorder struct {
	came chan struct{}

	mu      sync.Mutex
	samples []int16
	odd     []byte // half a sample
	loudAt  []loud
}

// loud is a piece that wasn't silent.
type loud struct {
	at   time.Time // when it came
	from int       // index of its first sample
}

const (
	// heardRate is what recorders record at, in Hz.
	heardRate = interview.SampleRate
	// pieceOfSound is how much is looked at together: 5 ms.
	pieceOfSound = heardRate / 200
	// audible is the root mean square from which a piece counts as loud: -36 dBFS.
	audible = 500
)

// record listens to a source of the sound system until the test ends.
func record(tb testing.TB, source string) *recorder {
	tb.Helper()
	r := &recorder{came: make(chan struct{}, 1)}
	cmd := exec.Command("parec", "--device="+source, "--rate=16000", "--channels=1", "--format=s16le", "--latency-msec=5")
	out, err := cmd.StdoutPipe()
	ok(tb, err)
	ok(tb, cmd.Start())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		buffer := make([]byte, 4096)
		for {
			n, err := out.Read(buffer)
			if err != nil {
				return
			}
			r.hear(buffer[:n])
		}
	}()
	tb.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-ended
		_ = cmd.Wait()
	})
	r.until(tb, "sound comes", func() bool { return len(r.all()) > 0 })
	return r
}

func (r *recorder) hear(raw []byte) {
	now := time.Now()
	r.mu.Lock()
	raw = append(r.odd, raw...)
	even := len(raw) / 2 * 2
	before := len(r.samples) / pieceOfSound
	r.samples = append(r.samples, sound.Samples(raw[:even])...)
	r.odd = append([]byte{}, raw[even:]...)
	for piece := before; (piece+1)*pieceOfSound <= len(r.samples); piece++ {
		if from := piece * pieceOfSound; rms(r.samples[from:from+pieceOfSound]) > audible {
			r.loudAt = append(r.loudAt, loud{now, from})
		}
	}
	r.mu.Unlock()
	select {
	case r.came <- struct{}{}:
	default:
	}
}

func (r *recorder) all() []int16 {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.samples
}

// loudSince are the loud pieces from a sample on.
func (r *recorder) loudSince(from int) []loud {
	r.mu.Lock()
	defer r.mu.Unlock()
	at := len(r.loudAt)
	for at > 0 && r.loudAt[at-1].from >= from {
		at--
	}
	return append([]loud{}, r.loudAt[at:]...)
}

func (r *recorder) until(tb testing.TB, what string, holds func() bool) {
	tb.Helper()
	late := time.After(patience)
	for !holds() {
		select {
		case <-r.came:
		case <-late:
			tb.Fatalf("waited until %s", what)
		}
	}
}

// onward waits for that much more sound or silence.
func (r *recorder) onward(tb testing.TB, d time.Duration) {
	tb.Helper()
	n := len(r.all()) + int(d.Seconds()*heardRate)
	r.until(tb, "time passes", func() bool { return len(r.all()) >= n })
}

// rms is the root mean square of samples.
func rms(samples []int16) float64 {
	return math.Sqrt(energy(samples) / float64(max(1, len(samples))))
}

// energy is the sum of the squares of samples.
func energy(samples []int16) (sum float64) {
	for _, s := range samples {
		sum += float64(s) * float64(s)
	}
	return sum
}

// words are those of a text, in lower case, that are long enough to be told apart.
func words(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' }) {
		if len(w) > 3 {
			out[w] = true
		}
	}
	return out
}

// common are the words of a that are in b too.
func common(a, b string) (out []string) {
	in := words(b)
	for w := range words(a) {
		if in[w] {
			out = append(out, w)
		}
	}
	return out
}

// readWAV reads a WAVE file.
func readWAV(tb testing.TB, path string) []int16 {
	tb.Helper()
	file, err := os.ReadFile(path)
	ok(tb, err)
	samples, rate, err := sound.ReadWAV(file)
	if err == nil && rate != heardRate {
		err = errors.New("another rate")
	}
	ok(tb, err)
	return samples
}

package audio_test

import (
	"context"
	"encoding/binary"
	"math"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/audio"
	"github.com/jobjourney/jobjourney/internal/audio/silero"
	"github.com/jobjourney/jobjourney/internal/audio/wav"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit/pulse"
)

// patience is how long a real device may take before a test gives up on it.
const patience = 15 * time.Second

func system() *audio.System { return audio.New(clock.System{}) }

// heard collects what a microphone reports.
type heard struct {
	mu      sync.Mutex
	samples []int16
	levels  []float64
	trouble chan error
	grown   chan struct{}
}

func newHeard() *heard {
	return &heard{trouble: make(chan error, 100), grown: make(chan struct{}, 1)}
}

func (h *heard) hearing() audio.Hearing {
	return audio.Hearing{
		Samples: func(s []int16) {
			h.mu.Lock()
			h.samples = append(h.samples, s...)
			h.mu.Unlock()
			select {
			case h.grown <- struct{}{}:
			default:
			}
		},
		Level: func(l float64) {
			h.mu.Lock()
			h.levels = append(h.levels, l)
			h.mu.Unlock()
		},
		Trouble: func(err error) { h.trouble <- err },
	}
}

// until waits until that many samples have been heard.
func (h *heard) until(t testing.TB, samples int) {
	t.Helper()
	late := time.After(patience)
	for len(h.all()) < samples {
		select {
		case <-h.grown:
		case <-late:
			t.Fatalf("%d samples heard, want %d", len(h.all()), samples)
		}
	}
}

func (h *heard) all() []int16 {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.samples
}

func (h *heard) nextTrouble(t testing.TB) *fault.Error {
	t.Helper()
	select {
	case err := <-h.trouble:
		return fault.Of(err)
	case <-time.After(patience):
		t.Fatal("no trouble told")
		return nil
	}
}

func listen(t testing.TB, id string, h *heard) *audio.Capture {
	t.Helper()
	c, err := system().Listen(t.Context(), id, h.hearing())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func readWav(t testing.TB, path string) []int16 {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	samples := make([]int16, (len(file)-wav.HeaderSize)/2)
	for i := range samples {
		samples[i] = int16(binary.LittleEndian.Uint16(file[wav.HeaderSize+2*i:]))
	}
	return samples
}

func TestMonitorsAreHidden(t *testing.T) {
	pulse.Start(t)
	mics, err := system().Microphones(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(mics) != 1 || mics[0].Name != pulse.MicrophoneName || !mics[0].Default {
		t.Errorf("microphones: %+v, want only %s, default", mics, pulse.MicrophoneName)
	}
	outputs, err := system().Outputs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(outputs) != 2 { // the loudspeaker and the sink behind the microphone
		t.Errorf("outputs: %+v, want 2", outputs)
	}
}

func TestSpeechIsCapturedAndDetected(t *testing.T) {
	rig := pulse.Start(t)
	h := newHeard()
	c := listen(t, "", h)
	h.until(t, audio.Rate/2)
	source := readWav(t, rig.SpeakFlite("I was the shift lead on a busy ward. We cut the waiting time by half."))
	h.until(t, len(h.all())+audio.Rate/2)
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	got := h.all()
	var fits []float64 // second by second: a busy computer may make the player stutter once
	for second := range slices.Chunk(source, audio.Rate) {
		fits = append(fits, correlation(got, second))
	}
	slices.Sort(fits)
	r := fits[len(fits)/2]
	l, err := silero.NewListener()
	if err != nil {
		t.Fatal(err)
	}
	l.Process(got)
	spoken := 0
	for _, s := range l.Segments() {
		spoken += s[1] - s[0]
	}
	length := len(source) * 1000 / audio.Rate
	t.Logf("correlation with the source %.4f; speech %d ms of %d ms spoken", r, spoken, length)
	if r < 0.95 {
		t.Errorf("correlation of what was heard with what was said: %.3f", r)
	}
	if spoken < length/2 || spoken > length+500 {
		t.Errorf("speech for %d ms, want about %d", spoken, length)
	}
	if c.LastAt().IsZero() || len(h.levels) < len(got)/audio.Rate*20 {
		t.Errorf("last sample at %v, %d levels", c.LastAt(), len(h.levels))
	}
}

// correlation is Pearson's coefficient of b and the part of a that fits it best.
func correlation(a, b []int16) float64 {
	best := 0.0
	at := func(shift, step int) float64 {
		var ab, aa, bb float64
		for i := 0; i < len(b); i += step {
			x, y := float64(a[shift+i]), float64(b[i])
			ab, aa, bb = ab+x*y, aa+x*x, bb+y*y
		}
		return ab / math.Sqrt(aa*bb+1)
	}
	where := 0
	for shift := 0; shift+len(b) <= len(a); shift++ {
		if r := at(shift, 97); r > best {
			best, where = r, shift
		}
	}
	return at(where, 1)
}

func TestUnpluggedMicrophoneIsTold(t *testing.T) {
	rig := pulse.Start(t)
	for name, id := range map[string]func([]audio.Device) string{
		"by default": func([]audio.Device) string { return "" },
		"by id":      func(d []audio.Device) string { return d[0].ID },
	} {
		t.Run(name, func(t *testing.T) {
			mics, err := system().Microphones(t.Context())
			if err != nil || len(mics) != 1 {
				t.Fatalf("microphones: %v, %v", mics, err)
			}
			h := newHeard()
			c := listen(t, id(mics), h)
			h.until(t, audio.Rate/4)
			rig.UnplugMicrophone()
			if f := h.nextTrouble(t); f.Key != "audio.deviceLost" || f.Code != fault.Unavailable {
				t.Errorf("told %v, want audio.deviceLost", f)
			}
			before := len(h.all())
			if err := c.Close(); err != nil || len(h.all()) != before {
				t.Errorf("Close: %v, %d samples after the end", err, len(h.all())-before)
			}
			rig.ReplugMicrophone()
		})
	}
}

func TestKilledSoundServerIsTold(t *testing.T) {
	rig := pulse.Start(t)
	h := newHeard()
	listen(t, "", h)
	h.until(t, audio.Rate/4)
	rig.Kill()
	if f := h.nextTrouble(t); f.Key != "audio.deviceLost" {
		t.Errorf("told %v, want audio.deviceLost", f)
	}
	if _, err := system().Microphones(t.Context()); fault.Of(err).Key != "audio.noSoundSystem" {
		t.Errorf("microphones of a dead sound server: %v", err)
	}
}

func TestMutedMicrophoneIsToldAndTakenBack(t *testing.T) {
	rig := pulse.Start(t)
	h := newHeard()
	listen(t, "", h)
	if f := h.nextTrouble(t); f.Key != "audio.silent" { // the virtual microphone is silent unless spoken to
		t.Fatalf("told %v, want audio.silent", f)
	}
	rig.SpeakFlite("hello")
	if f := h.nextTrouble(t); f.Key != "audio.heard" {
		t.Errorf("told %v, want audio.heard", f)
	}
}

func TestNoMicrophone(t *testing.T) {
	pulse.Bare(t)
	mics, err := system().Microphones(t.Context())
	if err != nil || len(mics) != 0 {
		t.Errorf("microphones: %v, %v; want none", mics, err)
	}
	_, err = system().Listen(t.Context(), "", newHeard().hearing())
	wantFault(t, err, fault.Unavailable, "audio.noMicrophone")
}

func TestMissingMicrophone(t *testing.T) {
	pulse.Start(t)
	_, err := system().Listen(t.Context(), "6e6f6e65", newHeard().hearing())
	wantFault(t, err, fault.NotFound, "audio.deviceMissing")
}

func TestNoSoundSystem(t *testing.T) {
	t.Setenv("PULSE_SERVER", "unix:"+t.TempDir()+"/nobody")
	_, err := system().Microphones(t.Context())
	wantFault(t, err, fault.Unavailable, "audio.noSoundSystem")
	_, err = system().Listen(t.Context(), "", newHeard().hearing())
	wantFault(t, err, fault.Unavailable, "audio.noSoundSystem")
	_, err = system().Speaker("").Begin(t.Context(), 16000)
	wantFault(t, err, fault.Unavailable, "audio.noSoundSystem")
}

func TestCancelledOpening(t *testing.T) {
	pulse.Start(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	h := newHeard()
	if c, err := system().Listen(ctx, "", h.hearing()); err == nil {
		_ = c.Close() // it was faster than the cancellation
	} else if !fault.Has(err, fault.Canceled) {
		t.Errorf("Listen: %v, want Canceled", err)
	}
}

func wantFault(t *testing.T, err error, code fault.Code, key string) {
	t.Helper()
	if f := fault.Of(err); f == nil || f.Code != code || f.Key != key {
		t.Errorf("got %v, want %s (%s)", err, key, code)
	}
}

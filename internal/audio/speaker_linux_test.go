package audio_test

import (
	"context"
	"math"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/audio"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit/pulse"
)

const toneRate = 24000

func tone(d time.Duration) []int16 {
	out := make([]int16, int(d.Seconds()*toneRate))
	for i := range out {
		out[i] = int16(16000 * math.Sin(2*math.Pi*440*float64(i)/toneRate))
	}
	return out
}

// ear records what comes out of the virtual loudspeaker, 5 ms at a time.
type ear struct {
	mu    sync.Mutex
	loud  []bool
	times []time.Time
	came  chan struct{}
}

const earBlock = 240 // samples: 5 ms at 48 kHz

func newEar(t testing.TB) *ear {
	t.Helper()
	e := &ear{came: make(chan struct{}, 1)}
	cmd := exec.Command("parec", "--device=spk.monitor", "--rate=48000", "--channels=1", "--format=s16le", "--latency-msec=5")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		block := make([]byte, 2*earBlock)
		for filled := 0; ; {
			n, err := out.Read(block[filled:])
			if err != nil {
				return
			}
			if filled += n; filled == len(block) {
				e.hear(block)
				filled = 0
			}
		}
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-ended
		_ = cmd.Wait()
	})
	return e
}

func (e *ear) hear(block []byte) {
	var sum float64
	for i := 0; i < len(block); i += 2 {
		v := float64(int16(uint16(block[i]) | uint16(block[i+1])<<8))
		sum += v * v
	}
	e.mu.Lock()
	e.loud = append(e.loud, math.Sqrt(sum/earBlock) > 1000)
	e.times = append(e.times, clock.System{}.Now())
	e.mu.Unlock()
	select {
	case e.came <- struct{}{}:
	default:
	}
}

// count gives how many blocks were loud, and when the last of them came.
func (e *ear) count() (loud int, last time.Time) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for i, l := range e.loud {
		if l {
			loud, last = loud+1, e.times[i]
		}
	}
	return loud, last
}

// blocks gives how many blocks there were, loud or not.
func (e *ear) blocks() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return len(e.loud)
}

func (e *ear) until(t testing.TB, what string, holds func() bool) {
	t.Helper()
	late := time.After(patience)
	for !holds() {
		select {
		case <-e.came:
		case <-late:
			t.Fatalf("waited until %s", what)
		}
	}
}

// onward waits for that much more sound or silence.
func (e *ear) onward(t testing.TB, d time.Duration) {
	t.Helper()
	n := e.blocks() + int(d/(5*time.Millisecond))
	e.until(t, "time passes at the loudspeaker", func() bool { return e.blocks() >= n })
}

// speaker is the virtual loudspeaker, chosen by id.
func speaker(t testing.TB) *audio.Speaker {
	t.Helper()
	outputs, err := system().Outputs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range outputs {
		if o.Name == pulse.SpeakerName {
			s := system().Speaker(o.ID)
			t.Cleanup(func() { _ = s.Close() })
			return s
		}
	}
	t.Fatalf("no %s among %+v", pulse.SpeakerName, outputs)
	return nil
}

func TestToneIsHeardWhole(t *testing.T) {
	pulse.Start(t)
	e, s := newEar(t), speaker(t)
	e.onward(t, 100*time.Millisecond)
	if err := s.Play(t.Context(), tone(time.Second), toneRate); err != nil {
		t.Fatal(err)
	}
	e.onward(t, 300*time.Millisecond)
	loud, _ := e.count()
	t.Logf("heard %d ms of 1000", loud*5)
	if loud < 190 || loud > 210 {
		t.Errorf("heard %d ms, want 1000", loud*5)
	}
}

func TestStopSilences(t *testing.T) {
	pulse.Start(t)
	e, s := newEar(t), speaker(t)
	e.onward(t, 100*time.Millisecond)
	clip, err := s.Begin(t.Context(), toneRate)
	if err != nil {
		t.Fatal(err)
	}
	clip.Write(tone(5 * time.Second))
	e.until(t, "the tone is heard", func() bool { n, _ := e.count(); return n > 40 })
	asked := clock.System{}.Now()
	s.Stop()
	select {
	case <-clip.Done():
	case <-time.After(patience):
		t.Fatal("the clip does not end")
	}
	e.onward(t, 300*time.Millisecond)
	before, last := e.count()
	t.Logf("silent %.0f ms after Stop", last.Sub(asked).Seconds()*1000)
	e.onward(t, 300*time.Millisecond)
	if after, _ := e.count(); after != before {
		t.Errorf("%d ms are heard long after Stop", (after-before)*5)
	}
	if err := s.Play(t.Context(), tone(200*time.Millisecond), toneRate); err != nil {
		t.Errorf("Play after Stop: %v", err)
	}
}

func TestCancelledPlayStops(t *testing.T) {
	pulse.Start(t)
	e, s := newEar(t), speaker(t)
	ctx, cancel := context.WithCancel(t.Context())
	result := make(chan error)
	go func() { result <- s.Play(ctx, tone(20*time.Second), toneRate) }()
	e.until(t, "the tone is heard", func() bool { n, _ := e.count(); return n > 10 })
	cancel()
	if err := <-result; !fault.Has(err, fault.Canceled) {
		t.Errorf("Play: %v, want Canceled", err)
	}
}

func TestAnotherRateReopensTheDevice(t *testing.T) {
	pulse.Start(t)
	s := speaker(t)
	for _, rate := range []int{16000, 22050, 16000} {
		if err := s.Play(t.Context(), tone(100*time.Millisecond), rate); err != nil {
			t.Errorf("%d Hz: %v", rate, err)
		}
	}
}

func TestUnpluggedSpeakerIsTold(t *testing.T) {
	rig := pulse.Start(t)
	e, s := newEar(t), speaker(t)
	clip, err := s.Begin(t.Context(), toneRate)
	if err != nil {
		t.Fatal(err)
	}
	clip.Write(tone(60 * time.Second))
	e.until(t, "the tone is heard", func() bool { n, _ := e.count(); return n > 10 })
	rig.UnplugSpeaker()
	select {
	case <-clip.Done():
	case <-time.After(patience):
		t.Fatal("the clip hangs")
	}
	err = s.Play(t.Context(), tone(time.Second), toneRate)
	if key := fault.Of(err).Key; err == nil || key != "audio.noSpeaker" && key != "audio.deviceMissing" {
		t.Errorf("Play on a device that is gone: %v", err)
	}
}

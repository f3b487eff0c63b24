package recogniser_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/speech/recogniser"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// one is the only recogniser there is.
func one(t *testing.T, c clock.Clock) *recogniser.Recogniser {
	t.Helper()
	all := recogniser.Find(c, recogniser.Choice{})
	if len(all) != 1 {
		t.Fatalf("%d recognisers found", len(all))
	}
	return all[0]
}

var seconds3 = make([]int16, 3*recogniser.Rate)

func TestWhisperWritesDown(t *testing.T) {
	words := func(ends ...int) []transcript.Word {
		return []transcript.Word{{Text: "I", StartMs: 0, EndMs: ends[0]}, {Text: "rebuilt", StartMs: 320, EndMs: ends[1]}, {Text: "it.", StartMs: 900, EndMs: ends[2]}}
	}
	source := transcript.Source{Provider: "whisper.cpp", Model: "base"}
	tests := map[string]struct {
		mode string
		want transcript.Transcript
	}{
		"in JSON":  {"json", transcript.Transcript{Text: "I rebuilt it.", Words: words(90, 700, 960), Timed: true, Language: "en", Source: source}},
		"in lines": {"lines", transcript.Transcript{Text: "I rebuilt it.", Words: words(320, 900, 1000), Timed: true, Source: source}},
		"silence":  {"silence", transcript.Transcript{Words: []transcript.Word{}, Timed: true, Language: "en", Source: source}},
		"a letter cut in two": {"broken letter", transcript.Transcript{
			Text: "Grüße", Words: []transcript.Word{{Text: "Grüße", StartMs: 100, EndMs: 300}}, Timed: true, Language: "de", Source: source,
		}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			install(t, tt.mode)
			got, err := one(t, clock.System{}).Transcribe(t.Context(), seconds3, "")
			if err != nil || !reflect.DeepEqual(got, tt.want) {
				t.Errorf("%+v, %v", got, err)
			}
		})
	}
}

func TestShortSoundIsMadeLongEnough(t *testing.T) {
	install(t, "json")
	got, err := one(t, clock.System{}).Transcribe(t.Context(), seconds3[:1600], "EN")
	if err != nil || len(got.Words) != 3 || got.Words[2].EndMs != 100 {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := one(t, clock.System{}).Transcribe(t.Context(), nil, "en"); err != nil || got.Words == nil || got.Source.Model != "base" {
		t.Errorf("no sound: %+v, %v", got, err)
	}
}

func TestNothingIsLeftBehind(t *testing.T) {
	folder := install(t, "lines")
	empty := t.TempDir()
	t.Setenv("TMPDIR", empty)
	t.Chdir(empty)
	if _, err := one(t, clock.System{}).Transcribe(t.Context(), seconds3, "en"); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(empty)
	beside, wrong := os.ReadDir(folder)
	if err != nil || wrong != nil || len(left) != 0 || len(beside) != 2 {
		t.Errorf("left %v and %v", left, beside)
	}
}

func TestWhisperGoesWrong(t *testing.T) {
	for _, mode := range []string{"unknown flag", "crash", "error", "garbage", "torn JSON", "other JSON", "huge"} {
		t.Run(mode, func(t *testing.T) {
			install(t, mode)
			_, err := one(t, clock.System{}).Transcribe(t.Context(), seconds3, "en")
			wantFault(t, err, fault.Unavailable, "speech.recogniserFailed")
		})
	}
}

func wantFault(t *testing.T, err error, code fault.Code, key string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want %s", key)
	}
	if f := fault.Of(err); f.Code != code || f.Key != key || len(f.Params) > 0 {
		t.Errorf("%v %v, want %s", err, f.Params, key)
	}
	if contains(err.Error(), secret, "/", "ggml", "whisper-cli") {
		t.Errorf("the error tells too much: %v", err)
	}
}

func TestItRunsQuietlyAndLeavesNoImage(t *testing.T) {
	install(t, "state")
	got, err := one(t, clock.System{}).Transcribe(t.Context(), seconds3, "en")
	if err != nil || got.Text != "10 0" {
		t.Errorf("niceness and size of a memory image %q, %v; want 10 0", got.Text, err)
	}
}

// hanging starts a recogniser that hangs, with a child of its own. The FIFO given back is
// at its end when both are gone.
func hanging(ctx context.Context, t *testing.T, c clock.Clock) (result chan error, fifo *os.File) {
	t.Helper()
	install(t, "hang")
	path := filepath.Join(t.TempDir(), "fifo")
	ok(t, syscall.Mkfifo(path, 0o600))
	t.Setenv("FIFO", path)
	r, result := one(t, c), make(chan error, 1)
	go func() {
		_, err := r.Transcribe(ctx, seconds3, "en")
		result <- err
	}()
	fifo, err := os.Open(path)
	ok(t, err)
	t.Cleanup(func() { fifo.Close() })
	said := make([]byte, len("hanging\n"))
	if _, err := io.ReadFull(fifo, said); err != nil {
		t.Fatal(err)
	}
	return result, fifo
}

func TestCancelEndsItWithItsChildren(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	result, fifo := hanging(ctx, t, clock.System{})
	cancel()
	wantFault(t, <-result, fault.Canceled, "fault.canceled")
	if rest, err := io.ReadAll(fifo); err != nil || len(rest) != 0 { // returns when nobody is left to write
		t.Errorf("%q, %v", rest, err)
	}
}

func TestTheLimitGrowsWithTheSound(t *testing.T) {
	c := testkit.NewClock()
	result, fifo := hanging(t.Context(), t, c)
	for c.Waiting() == 0 { // it hangs, but its limit may not have been set yet
		runtime.Gosched()
	}
	c.Advance(time.Minute + 30*time.Second - 1)
	select {
	case err := <-result:
		t.Fatalf("ended too early: %v", err)
	default:
	}
	c.Advance(1)
	wantFault(t, <-result, fault.Unavailable, "speech.recogniserSlow")
	if _, err := io.ReadAll(fifo); err != nil {
		t.Error(err)
	}
}

func TestCanceledBeforeItBegins(t *testing.T) {
	install(t, "json")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := one(t, clock.System{}).Transcribe(ctx, seconds3, "en")
	wantFault(t, err, fault.Canceled, "fault.canceled")
}

func TestAProgramThatWasRemoved(t *testing.T) {
	folder := install(t, "json")
	r := one(t, clock.System{})
	ok(t, os.Remove(filepath.Join(folder, fakeName)))
	_, err := r.Transcribe(t.Context(), seconds3, "en")
	wantFault(t, err, fault.NotFound, "speech.recogniserMissing")
	ok(t, os.WriteFile(filepath.Join(folder, fakeName), []byte("no program"), 0o755))
	_, err = r.Transcribe(t.Context(), seconds3, "en")
	wantFault(t, err, fault.Unavailable, "speech.recogniserFailed")
}

func TestVersion(t *testing.T) {
	folder := install(t, "json")
	r := one(t, clock.System{})
	if got := r.Version(t.Context()); got != "1.8.3" {
		t.Errorf("version %q", got)
	}
	ok(t, os.Remove(filepath.Join(folder, fakeName)))
	if got := r.Version(t.Context()); got != "" {
		t.Errorf("version of nothing %q", got)
	}
}

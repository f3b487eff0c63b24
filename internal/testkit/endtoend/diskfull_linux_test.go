package endtoend

import (
	"os/signal"
	"syscall"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview"
)

// TestTheDiskIsFull lets no file of this process grow any more while somebody talks, as a
// full disk does.
func TestTheDiskIsFull(t *testing.T) {
	r := newTrial(t)
	r.begin()
	r.says(tone(1500 * time.Millisecond))
	saved := len(r.spoken)
	room := fullDisk(t)
	r.says(tone(5 * time.Second))
	st := r.until(r.id, "it pauses", func(st interview.Standing) bool { return st.State.Phase == interview.Paused })
	room()
	if told := r.events.keys(); len(told) == 0 || told[len(told)-1] != "interview.diskFull" || st.Recording {
		t.Errorf("told %v, recording %v", told, st.Recording)
	}
	kept := r.answers(r.id)[0].Takes[0]
	n := len(r.sound(kept.RecordingID)) / 2
	if n < saved || n > len(r.spoken) || int(st.Elapsed.Milliseconds()) != n*1000/heardRate {
		t.Errorf("%d samples are kept of %d, and %v are shown; %d were safe before", n, len(r.spoken), st.Elapsed, saved)
	}
	r.notScored()
	r.spoken = r.spoken[:n]
	r.must(r.Resume(t.Context(), r.id, interview.Spoken))
	r.listened(r.id)
	r.answer()
	r.keptAll()
	r.madeGood()
}

// fullDisk keeps every file from growing beyond 100 kB; the function it gives makes room.
func fullDisk(t *testing.T) func() {
	t.Helper()
	const most = 100_000
	signal.Ignore(syscall.SIGXFSZ)
	var was syscall.Rlimit
	ok(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &was))
	ok(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: most, Max: was.Max}))
	return func() { ok(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &was)) }
}

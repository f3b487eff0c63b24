package store

import (
	"io"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestLockingEndsWhatIsBeingHeard(t *testing.T) {
	r := filled(t)
	recordings, err := r.interview.ListRecordings(ctx)
	ok(t, err)
	sound, err := r.interview.OpenRecording(ctx, recordings[0].ID)
	ok(t, err)
	if _, err := sound.Read(make([]byte, 100)); err != nil {
		t.Fatal(err)
	}
	r.home.Lock()
	if _, err := io.ReadAll(sound); !fault.Has(err, fault.Locked) {
		t.Errorf("after locking: %v", err)
	}
	ok(t, sound.Close())
}

package store

import (
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/vault"
)

func ramp(from, n int) []int16 {
	out := make([]int16, n)
	for i := range out {
		out[i] = int16(from + i)
	}
	return out
}

// soundOf is what a recording holds.
func (r *rig) soundOf(t *testing.T, id interview.RecordingID) []int16 {
	t.Helper()
	sound, err := r.interview.OpenRecording(ctx, id)
	ok(t, err)
	defer sound.Close()
	data, err := io.ReadAll(sound)
	ok(t, err)
	out := make([]int16, len(data)/2)
	for i := range out {
		out[i] = int16(binary.LittleEndian.Uint16(data[2*i:]))
	}
	return out
}

func (r *rig) startRecording(t *testing.T) (interview.RecordingID, string) {
	t.Helper()
	made, err := r.interview.CreateRecording(ctx, interview.Recording{ID: interview.RecordingID(ident.NewRecord())})
	ok(t, err)
	return made.ID, filepath.Join(r.dir, blobFolder, made.BlobID)
}

// The third frame is torn at every byte it has: the two before it are always there,
// and the recording is finished when the profile opens.
func TestTornAppendKeepsEverySampleBefore(t *testing.T) {
	r := newRig(t)
	id, path := r.startRecording(t)
	ok(t, r.interview.Append(ctx, id, ramp(0, 40)))
	ok(t, r.interview.Append(ctx, id, ramp(40, 40)))
	whole := fileSize(t, path)
	ok(t, r.interview.Append(ctx, id, ramp(80, 40)))
	raw, err := os.ReadFile(path)
	ok(t, err)
	held, err := r.interview.recordings.get(ctx, string(id))
	ok(t, err)
	ok(t, r.s.closeBlobs())
	for size := whole; size < int64(len(raw)); size++ {
		ok(t, os.WriteFile(path, raw[:size], 0o600))
		ok(t, r.interview.recordings.put(ctx, string(id), held)) // as the crash left it
		r.crash(t)
		if got := r.soundOf(t, id); !slices.Equal(got, ramp(0, 80)) {
			t.Fatalf("torn at byte %d of the frame: %d samples, want 80", size-whole, len(got))
		}
		if frames := r.framesOf(t, id); !frames[len(frames)-1].Final {
			t.Fatalf("torn at byte %d of the frame: the blob has no end", size-whole)
		}
		if after, err := r.interview.recordings.get(ctx, string(id)); err != nil || after.Open {
			t.Fatalf("torn at byte %d of the frame: still open (%v)", size-whole, err)
		}
	}
}

func (r *rig) framesOf(t *testing.T, id interview.RecordingID) []vault.FrameSpan {
	t.Helper()
	sound, err := r.interview.OpenRecording(ctx, id)
	ok(t, err)
	defer sound.Close()
	return sound.(*Blob).frames
}

func fileSize(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	ok(t, err)
	return info.Size()
}

// A blob whose middle was altered can't be recovered. That keeps nobody out.
func TestDamagedRecordingDoesNotBlockUnlocking(t *testing.T) {
	r := newRig(t)
	bad, path := r.startRecording(t)
	good, _ := r.startRecording(t)
	for range 3 {
		ok(t, r.interview.Append(ctx, bad, ramp(0, 40)))
		ok(t, r.interview.Append(ctx, good, ramp(0, 40)))
	}
	raw, err := os.ReadFile(path)
	ok(t, err)
	copy(raw[3:], "????????????") // the first frame's header
	ok(t, os.WriteFile(path, raw, 0o600))
	r.crash(t)
	if got := r.soundOf(t, good); len(got) != 120 {
		t.Errorf("the other recording has %d samples", len(got))
	}
	_, err = r.interview.OpenRecording(ctx, bad)
	wants(t, err, fault.Unavailable, "vault.damaged")
	if left, err := os.ReadFile(path); err != nil || len(left) != len(raw) {
		t.Error("the damaged recording was changed")
	}
	ok(t, r.interview.DeleteRecording(ctx, bad))
}

func TestReadingAlteredFrameIsAFault(t *testing.T) {
	r := newRig(t)
	id, path := r.startRecording(t)
	ok(t, r.interview.Append(ctx, id, ramp(0, 40)))
	ok(t, r.interview.Append(ctx, id, ramp(40, 40)))
	ok(t, r.interview.FinishRecording(ctx, id))
	raw, err := os.ReadFile(path)
	ok(t, err)
	raw[60] ^= 1
	ok(t, os.WriteFile(path, raw, 0o600))
	sound, err := r.interview.OpenRecording(ctx, id)
	ok(t, err)
	defer sound.Close()
	_, err = io.ReadAll(sound)
	wants(t, err, fault.Unavailable, "vault.damaged")
	if _, err := sound.Seek(80, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	if rest, err := io.ReadAll(sound); err != nil || len(rest) != 80 {
		t.Errorf("the second frame: %d bytes, %v", len(rest), err)
	}
	if _, err := sound.Seek(-1, io.SeekStart); err == nil {
		t.Error("sought before the beginning")
	}
}

package store

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/posting"
)

// filesWith gives the files under dir in which any of the needles stands.
func filesWith(t testing.TB, dir string, needles ...[]byte) []string {
	t.Helper()
	var found []string
	ok(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		if slices.ContainsFunc(needles, func(n []byte) bool { return bytes.Contains(raw, n) }) {
			found = append(found, path)
		}
		return err
	}))
	return found
}

// traces are pieces of a sealed row, so that a part left behind is noticed too: SQLite
// splits a long row over pages.
func traces(sealed []byte) [][]byte {
	var out [][]byte
	for at := 0; at+48 <= len(sealed); at += 200 {
		out = append(out, sealed[at:at+48])
	}
	return out
}

func (r *rig) noTraceOf(t testing.TB, what string, sealed []byte) {
	t.Helper()
	if found := filesWith(t, r.dir, traces(sealed)...); len(found) > 0 {
		t.Fatalf("%s: its bytes are still in %v", what, found)
	}
}

func TestDeletingReachesFileKeyAndRow(t *testing.T) {
	r := newRig(t)
	s := r.Stores()
	id, answer, recording := interview.ID(ident.NewRecord()), interview.AnswerID(ident.NewRecord()), interview.RecordingID(ident.NewRecord())
	ok(t, s.Rehearsals.PutRehearsal(ctx, interview.Rehearsal{ID: id}))
	ok(t, s.Answers.PutAnswer(ctx, interview.Answer{ID: answer, RehearsalID: id, Text: strings.Repeat("long ", 4000)}))
	_, err := s.Recorder.CreateRecording(ctx, interview.Recording{ID: recording, AnswerID: answer})
	ok(t, err)
	ok(t, s.Recorder.Append(ctx, recording, make([]int16, 8000)))
	sound := r.blobFiles(t)
	sealed := [][]byte{r.sealed(t, string(id)), r.sealed(t, string(answer)), r.sealed(t, string(recording))}
	ok(t, s.Rehearsals.DeleteRehearsal(ctx, id)) // also while the blob is still being written
	for i, what := range []string{"rehearsal", "answer", "recording"} {
		r.noTraceOf(t, what, sealed[i])
	}
	if left := r.blobFiles(t); len(sound) != 1 || len(left) != 0 {
		t.Errorf("blobs before %v and after %v", sound, left)
	}
}

// Whatever was saved and changed before: nothing of a deleted row stays, be it its last
// version or one before, although pages were split and merged in between.
func TestNothingOfADeletedRowStays(t *testing.T) {
	r := newRig(t)
	r.hasty(t)
	dice := rand.New(rand.NewPCG(1, 2))
	versions := map[posting.ID][][]byte{}
	save := func(id posting.ID) {
		size := []int{10, 200, 400, 700, 1000, 2000, 20000}[dice.IntN(7)]
		ok(t, r.postings.Put(ctx, posting.Posting{ID: id, Text: noise(size)}))
		versions[id] = append(versions[id], r.sealed(t, string(id)))
	}
	for range 20 {
		var ids []posting.ID
		for range 40 {
			ids = append(ids, posting.ID(ident.NewRecord()))
			save(ids[len(ids)-1])
			save(ids[dice.IntN(len(ids))])
		}
		for _, i := range dice.Perm(len(ids))[:4] {
			ok(t, r.postings.Delete(ctx, ids[i]))
			for n, sealed := range versions[ids[i]] {
				r.noTraceOf(t, fmt.Sprintf("version %d of %d", n+1, len(versions[ids[i]])), sealed)
			}
		}
	}
}

func noise(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('a' + rand.IntN(26))
	}
	return string(b)
}

func TestDeletingADocumentRemovesItsFile(t *testing.T) {
	r := newRig(t)
	id := career.DocumentID(ident.NewRecord())
	ok(t, r.career.CreateDocument(ctx, career.Document{ID: id, Name: "cv.pdf"}, []byte("bytes")))
	sealed := r.sealed(t, string(id))
	ok(t, r.career.DeleteDocument(ctx, id))
	r.noTraceOf(t, "document", sealed)
	if left := r.blobFiles(t); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
}

// A crash between the two steps of a deletion, or between the two of a recording's
// making, leaves nothing for ever.
func TestLeftoversOfACrashAreSwept(t *testing.T) {
	r := newRig(t)
	kept := career.DocumentID(ident.NewRecord())
	ok(t, r.career.CreateDocument(ctx, career.Document{ID: kept, Name: "cv.pdf"}, []byte("bytes")))
	named := r.blobFiles(t)
	ok(t, os.WriteFile(filepath.Join(r.dir, blobFolder, ident.NewRecord()), []byte("of nobody"), 0o600))
	soundless := recording{interview.Recording{ID: interview.RecordingID(ident.NewRecord()), BlobID: ident.NewRecord(), BlobKey: make([]byte, 32)}, true}
	ok(t, r.interview.recordings.put(ctx, string(soundless.ID), soundless))
	r.crash(t)
	if left := r.blobFiles(t); len(left) != 1 || left[0] != named[0] {
		t.Errorf("blobs %v, want only %v", left, named)
	}
	all, err := r.interview.ListRecordings(ctx)
	ok(t, err)
	if len(all) != 0 {
		t.Errorf("a recording without a file is still there: %+v", all)
	}
}

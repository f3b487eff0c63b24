package store

import (
	"database/sql"
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview"
)

// spoken is a rehearsal with one recorded answer.
type spoken struct {
	rehearsal interview.ID
	answer    interview.AnswerID
	recording interview.RecordingID
}

func (r *rig) speak(t *testing.T) spoken {
	t.Helper()
	out := spoken{interview.ID(ident.NewRecord()), interview.AnswerID(ident.NewRecord()), interview.RecordingID(ident.NewRecord())}
	ok(t, r.interview.PutRehearsal(ctx, interview.Rehearsal{ID: out.rehearsal}))
	ok(t, r.interview.PutAnswer(ctx, interview.Answer{ID: out.answer, RehearsalID: out.rehearsal}))
	_, err := r.interview.CreateRecording(ctx, interview.Recording{ID: out.recording, AnswerID: out.answer, RehearsalID: out.rehearsal})
	ok(t, err)
	ok(t, r.interview.Append(ctx, out.recording, ramp(0, 8000)))
	ok(t, r.interview.FinishRecording(ctx, out.recording))
	return out
}

// spoil flips a byte of a record.
func (r *rig) spoil(t *testing.T, db *sql.DB, id string, sealed []byte) {
	t.Helper()
	raw, err := ident.Bytes(id)
	ok(t, err)
	bad := slices.Clone(sealed)
	bad[len(bad)/2] ^= 1
	run(t, db, "UPDATE records SET sealed = ? WHERE id = ?", bad, raw[:])
}

func (r *rig) rows(t *testing.T) (n int) {
	t.Helper()
	ok(t, r.s.db.QueryRow("SELECT count(*) FROM records").Scan(&n))
	return n
}

// Whatever of a rehearsal is damaged, before unlocking or since, it is named, and
// deleting it takes its rows and the files of its sound along.
func TestDeletingARehearsalThatIsDamaged(t *testing.T) {
	parts := map[string]func(spoken) string{
		"the rehearsal": func(s spoken) string { return string(s.rehearsal) },
		"its answer":    func(s spoken) string { return string(s.answer) },
		"its recording": func(s spoken) string { return string(s.recording) },
	}
	for name, part := range parts {
		for when, lockedMeanwhile := range map[string]bool{"since unlocking": false, "before unlocking": true} {
			if lockedMeanwhile && name == "its recording" {
				continue // nothing then says what it was; its key is gone with it
			}
			t.Run(name+" "+when, func(t *testing.T) {
				r := newRig(t)
				r.speak(t)
				empty := r.rows(t)
				s := r.speak(t)
				id := part(s)
				sealed := r.sealed(t, id)
				if lockedMeanwhile {
					r.behindItsBack(t, func(db *sql.DB) { r.spoil(t, db, id, sealed) })
					ok(t, r.home.Unlock(ctx, nil))
				} else {
					r.spoil(t, r.s.db, id, sealed)
				}
				r.checkUnread(t, s, name)
				ok(t, r.interview.DeleteRehearsal(ctx, s.rehearsal))
				if n, blobs := r.rows(t), r.blobFiles(t); n != empty || len(blobs) != 1 {
					t.Errorf("left %d rows and %d blobs, want %d and the other rehearsal's", n, len(blobs), empty)
				}
				if left := r.s.Damaged(); len(left) != 0 {
					t.Errorf("what was deleted is still reported: %+v", left)
				}
				if err := r.interview.DeleteRehearsal(ctx, s.rehearsal); !isNotFound(err) {
					t.Errorf("deleting twice: %v", err)
				}
			})
		}
	}
}

func (r *rig) checkUnread(t *testing.T, s spoken, damaged string) {
	t.Helper()
	all, err := r.interview.UnreadRehearsals(ctx)
	ok(t, err)
	if got := slices.Contains(all, s.rehearsal); got != (damaged == "the rehearsal") || len(all) > 1 {
		t.Errorf("unreadable rehearsals: %v", all)
	}
	answers, err := r.interview.UnreadAnswers(ctx, s.rehearsal)
	ok(t, err)
	if got := slices.Contains(answers, s.answer); got != (damaged == "its answer") || len(answers) > 1 {
		t.Errorf("unreadable answers: %v", answers)
	}
}

func TestDeletingAnAnswerThatIsDamaged(t *testing.T) {
	r := newRig(t)
	s := r.speak(t)
	sealed := r.sealed(t, string(s.answer))
	r.behindItsBack(t, func(db *sql.DB) { r.spoil(t, db, string(s.answer), sealed) })
	ok(t, r.home.Unlock(ctx, nil))
	ok(t, r.interview.DeleteAnswer(ctx, s.answer))
	if blobs := r.blobFiles(t); len(blobs) != 0 || r.rows(t) != 1 || len(r.s.Damaged()) != 0 {
		t.Errorf("left %d rows, blobs %v, damaged %v", r.rows(t), blobs, r.s.Damaged())
	}
}

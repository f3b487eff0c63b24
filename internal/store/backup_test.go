package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/account"
	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/career/history"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// recoveryKey makes one as a person does: shown, and two groups typed back.
func (r *rig) recoveryKey(t *testing.T) string {
	t.Helper()
	key, err := r.home.NewRecoveryKey()
	ok(t, err)
	typed := map[int]string{}
	for _, i := range key.Ask {
		typed[i] = key.Groups[i]
	}
	ok(t, r.home.ConfirmRecoveryKey(ctx, typed))
	return strings.Join(key.Groups, "-")
}

func (r *rig) documentBytes(t *testing.T, id career.DocumentID) []byte {
	t.Helper()
	file, err := r.career.OpenDocument(ctx, id)
	ok(t, err)
	defer file.Close()
	data, err := io.ReadAll(file)
	ok(t, err)
	return data
}

// filled is a profile with something of every kind.
func filled(t *testing.T) *rig {
	t.Helper()
	r := newRig(t)
	ok(t, r.career.SaveLedger(ctx, career.Ledger{Basics: career.Basics{Name: "Ada Lindqvist"}, Work: []career.Work{{ID: "w", Name: "Ward"}}}, history.Change{}))
	r.savePostings(t, 3, 3000)
	ok(t, r.career.CreateDocument(ctx, career.Document{ID: career.DocumentID(ident.NewRecord()), Name: "cv.pdf"}, bytes.Repeat([]byte("page "), 50_000)))
	rehearsal, answer := interview.ID(ident.NewRecord()), interview.AnswerID(ident.NewRecord())
	ok(t, r.interview.PutRehearsal(ctx, interview.Rehearsal{ID: rehearsal, Moves: []interview.Move{{Kind: interview.MoveStart}}}))
	id, _ := r.startRecording(t)
	ok(t, r.interview.PutAnswer(ctx, interview.Answer{ID: answer, RehearsalID: rehearsal, Takes: []interview.Take{{RecordingID: id}}}))
	ok(t, r.interview.Append(ctx, id, ramp(0, 8000)))
	ok(t, r.interview.FinishRecording(ctx, id))
	return r
}

// contents is everything a person would look for.
func (r *rig) contents(t *testing.T) string {
	t.Helper()
	l, err := r.career.Ledger(ctx)
	ok(t, err)
	postings, err := r.postings.List(ctx)
	ok(t, err)
	rehearsals, err := r.interview.ListRehearsals(ctx)
	ok(t, err)
	recordings, err := r.interview.ListRecordings(ctx)
	ok(t, err)
	docs, err := r.career.ListDocuments(ctx)
	ok(t, err)
	out, err := json.Marshal([]any{l, postings, rehearsals, recordings, docs})
	ok(t, err)
	for _, rec := range recordings {
		out = fmt.Appendf(out, "%v", r.soundOf(t, rec.ID))
	}
	for _, d := range docs {
		out = append(out, r.documentBytes(t, d.ID)...)
	}
	return string(out)
}

// elsewhere is another computer: no profile, another keyring.
func elsewhere(t *testing.T) *rig {
	t.Helper()
	r := &rig{dir: filepath.Join(t.TempDir(), "home", "profile"), ring: &memoryKeyring{entries: map[string]string{}}, clk: testkit.NewClock()}
	r.wire()
	t.Cleanup(func() { _ = r.home.Close() })
	return r
}

func TestBackupAndRestore(t *testing.T) {
	r := filled(t)
	key := r.recoveryKey(t)
	var file bytes.Buffer
	ok(t, r.home.WriteBackup(ctx, &file))
	if _, err := os.Stat(filepath.Join(r.dir, databaseFile+".backup")); err == nil {
		t.Error("the snapshot was left behind")
	}
	r.savePostings(t, 1, 1) // after the backup, so not in it
	there := elsewhere(t)
	ok(t, there.home.RestoreBackup(ctx, bytes.NewReader(file.Bytes()), key, nil))
	want := filledBefore(t, r)
	if got := there.contents(t); got != want {
		t.Errorf("restored:\n%.300s\nwant\n%.300s", got, want)
	}
	there.Reopen(t)
	if got := there.contents(t); got != want {
		t.Error("after reopening, the restored profile is another")
	}
	if st := there.home.Status(); st.State != account.Unlocked || !st.HasRecoveryKey {
		t.Errorf("status %+v", st)
	}
}

// filledBefore is what r held before its last posting was saved.
func filledBefore(t *testing.T, r *rig) string {
	t.Helper()
	all, err := r.postings.List(ctx)
	ok(t, err)
	ok(t, r.postings.Delete(ctx, all[len(all)-1].ID))
	return r.contents(t)
}

func TestRestoreThatFailsLeavesNothing(t *testing.T) {
	r := filled(t)
	key := r.recoveryKey(t)
	var whole bytes.Buffer
	ok(t, r.home.WriteBackup(ctx, &whole))
	altered := bytes.Clone(whole.Bytes())
	altered[len(altered)/2] ^= 1
	other := newRig(t).recoveryKey(t)
	for name, tt := range map[string]struct {
		file []byte
		key  string
		want string
	}{
		"the wrong key":      {whole.Bytes(), other, "vault.recoveryWrong"},
		"half of it":         {whole.Bytes()[:whole.Len()/2], key, "vault.backupDamaged"},
		"all but its end":    {whole.Bytes()[:whole.Len()-1], key, "vault.backupDamaged"},
		"an altered byte":    {altered, key, "vault.backupDamaged"},
		"nothing":            {nil, key, ""},
		"something else":     {[]byte(strings.Repeat("not a backup", 100)), key, ""},
		"a key of no format": {whole.Bytes(), "hello", ""},
	} {
		t.Run(name, func(t *testing.T) {
			there := elsewhere(t)
			err := there.home.RestoreBackup(ctx, bytes.NewReader(tt.file), tt.key, nil)
			if err == nil || fault.Of(err).Code == fault.Internal || tt.want != "" && fault.Of(err).Key != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
			there.leftNothing(t)
			ok(t, there.home.RestoreBackup(ctx, bytes.NewReader(whole.Bytes()), key, nil)) // it is not in the way of another try
		})
	}
}

func (r *rig) leftNothing(t *testing.T) {
	t.Helper()
	if st := r.home.Status().State; st != account.None {
		t.Errorf("the profile is %s, want none", st)
	}
	left, err := os.ReadDir(filepath.Dir(r.dir))
	if err == nil && len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if len(r.ring.entries) > 0 {
		t.Error("left an entry in the keyring")
	}
}

// A backup of a database this version can't read is refused whole.
func TestRestoreOfANewerVersionLeavesNothing(t *testing.T) {
	r := filled(t)
	key := r.recoveryKey(t)
	run(t, r.s.db, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)")
	var file bytes.Buffer
	ok(t, r.home.WriteBackup(ctx, &file))
	there := elsewhere(t)
	wants(t, there.home.RestoreBackup(ctx, &file, key, nil), fault.Conflict, "store.newerVersion")
	there.leftNothing(t)
}

// full is a place that takes so many bytes and no more.
type full struct{ left int }

func (f *full) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, os.ErrPermission
	}
	return len(p), nil
}

func TestBackupThatCantBeWrittenIsTold(t *testing.T) {
	r := filled(t)
	r.recoveryKey(t)
	if err := r.home.WriteBackup(ctx, &full{left: 100_000}); err == nil {
		t.Error("a backup was cut off and nobody was told")
	}
	if _, err := os.Stat(filepath.Join(r.dir, databaseFile+".backup")); err == nil {
		t.Error("the snapshot was left behind")
	}
	r.home.Lock()
	if err := r.home.WriteBackup(ctx, io.Discard); !fault.Has(err, fault.Locked) {
		t.Errorf("while locked: %v", err)
	}
}

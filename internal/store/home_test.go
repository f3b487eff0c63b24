package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
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
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/profile"
	"github.com/jobjourney/jobjourney/internal/settings"
)

func TestNothingExistsBeforeCreate(t *testing.T) {
	r := elsewhere(t)
	if st := r.home.Status(); st.State != account.None || st.Trouble != "" {
		t.Errorf("status %+v", st)
	}
	_, err := r.career.Ledger(ctx)
	wants(t, err, fault.Locked, "vault.locked")
	r.home.Appearance()
	if _, err := os.Stat(filepath.Dir(r.dir)); err == nil {
		t.Error("a folder was made")
	}
	if len(r.ring.entries) != 0 {
		t.Error("a keyring entry was made")
	}
}

// Both happen when the page looks while the example is being left.
func TestNothingIsMadeByLookingForAProfile(t *testing.T) {
	r := elsewhere(t)
	t.Setenv("TMPDIR", t.TempDir())
	ok(t, r.home.Enter(ctx))
	v := r.home.s.currentVault()
	ok(t, r.home.Leave(ctx))
	ok(t, r.home.occupy(v))
	if err := r.home.Unlock(ctx, nil); err == nil {
		t.Error("nothing was unlocked")
	}
	if _, err := os.Stat(r.dir); err == nil {
		t.Error("a folder was made")
	}
}

func TestSecondCopyIsTold(t *testing.T) {
	r := newRig(t)
	r.home.Status()
	again := &rig{dir: r.dir, ring: r.ring, clk: r.clk}
	again.wire()
	if st := again.home.Status(); st.Trouble != "profile.inUse" {
		t.Errorf("the second copy says %+v", st)
	}
	wants(t, again.home.Unlock(ctx, nil), fault.Conflict, "profile.inUse")
	wants(t, again.home.Recover(ctx, "key", nil), fault.Conflict, "profile.inUse")
	ok(t, r.home.Close())
	if st := again.home.Status(); st.Trouble != "" || st.State != account.Locked {
		t.Errorf("when the first is gone: %+v", st)
	}
	ok(t, again.home.Unlock(ctx, nil))
	ok(t, again.home.Close())
}

func TestExampleLeavesNothing(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	r := filled(t)
	before := r.contents(t)
	ok(t, r.home.Close())
	files := fileTree(t, r.dir)
	r.wire()
	ok(t, r.home.Enter(ctx))
	if st := r.home.Status(); !st.Example || st.State != account.Unlocked {
		t.Errorf("in the example: %+v", st)
	}
	if all, err := r.postings.List(ctx); err != nil || len(all) != 0 {
		t.Errorf("the example begins with %d postings, %v", len(all), err)
	}
	r.savePostings(t, 3, 100)
	id, _ := r.startRecording(t)
	ok(t, r.interview.Append(ctx, id, ramp(0, 8000)))
	if left, err := os.ReadDir(temp); err != nil || len(left) != 1 {
		t.Errorf("the example lies in %v, %v", left, err)
	}
	ok(t, r.home.Leave(ctx))
	if left, err := os.ReadDir(temp); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if got := fileTree(t, r.dir); got != files {
		t.Errorf("the real profile was touched:\n%s\nwas\n%s", got, files)
	}
	if st := r.home.Status(); st.Example || st.State != account.Locked {
		t.Errorf("after the example: %+v", st)
	}
	ok(t, r.home.Unlock(ctx, nil))
	if r.contents(t) != before {
		t.Error("the real profile is another")
	}
}

// fileTree is names and hashes of everything under dir, but for what locks it.
func fileTree(t *testing.T, dir string) string {
	t.Helper()
	var out strings.Builder
	for _, path := range filesWith(t, dir, nil) {
		raw, err := os.ReadFile(path)
		ok(t, err)
		sum := sha256.Sum256(raw)
		if filepath.Base(path) != "in-use.lock" {
			out.WriteString(path + " " + hex.EncodeToString(sum[:]) + "\n")
		}
	}
	return out.String()
}

func TestExampleWhereThereIsNoProfile(t *testing.T) {
	r := elsewhere(t)
	ok(t, r.home.Enter(ctx))
	r.savePostings(t, 1, 1)
	ok(t, r.home.Close()) // leaving the app leaves the example
	if _, err := os.Stat(r.dir); err == nil || len(r.ring.entries) != 0 {
		t.Error("the example made a profile")
	}
	if st := r.home.Status(); st.Example || st.State != account.None {
		t.Errorf("status %+v", st)
	}
}

// canary is a word that occurs nowhere else.
func canary(name string) string { return "canary-" + name + "-7f3a91" }

// Every field of every record holds a canary, the sound a pattern: neither is in clear
// anywhere, while the profile is open, after a crash, and in copies and backups.
func TestNothingIsInClear(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	r := newRig(t)
	pattern := r.fillWithCanaries(t)
	key := r.recoveryKey(t)
	var backup bytes.Buffer
	ok(t, r.home.WriteBackup(ctx, &backup))
	ok(t, os.WriteFile(filepath.Join(r.dir, "backup"), backup.Bytes(), 0o600))
	if len(r.hits(t, "canary")) == 0 {
		t.Fatal("search does not find the canaries, so nothing is proved")
	}
	needles := [][]byte{[]byte("canary"), []byte("CANARY"), pattern, []byte(key), []byte(strings.ReplaceAll(key, "-", ""))}
	for _, when := range []string{"open", "after a crash", "after a migration", "closed"} {
		switch when {
		case "after a crash":
			r.crash(t)
			r.home.filled.Wait()
		case "after a migration":
			ok(t, r.home.Close())
			r.wire()
			r.withStep(t, "ALTER TABLE records ADD COLUMN colour TEXT;")
			ok(t, r.home.Unlock(ctx, nil))
		case "closed":
			ok(t, r.home.Close())
		}
		if found := append(filesWith(t, r.dir, needles...), filesWith(t, temp, needles...)...); len(found) > 0 {
			t.Errorf("%s: in clear in %v", when, found)
		}
	}
}

func (r *rig) fillWithCanaries(t *testing.T) (pattern []byte) {
	t.Helper()
	c := canary
	ok(t, r.career.SaveLedger(ctx, career.Ledger{
		Basics: career.Basics{Name: c("name"), Email: c("email"), Phone: c("phone"), Summary: c("summary")},
		Work:   []career.Work{{ID: "w", Name: c("work"), Highlights: []career.Highlight{{ID: "h", Text: c("highlight")}}}},
	}, history.Change{}))
	ok(t, r.postings.Put(ctx, posting.Posting{ID: posting.ID(ident.NewRecord()), Title: c("title"), Text: strings.Repeat(c("text")+" ", 500)}))
	ok(t, r.profile.SaveProfile(ctx, profile.Profile{Profession: c("profession"), Goals: c("goals")}))
	ok(t, r.settings.SaveSettings(ctx, settings.Default()))
	ok(t, r.settings.SaveDevice(ctx, settings.Device{MicrophoneID: c("microphone")}))
	id := interview.ID(ident.NewRecord())
	ok(t, r.interview.PutRehearsal(ctx, interview.Rehearsal{ID: id, Plan: interview.Plan{For: c("for"), Questions: []interview.PlannedQuestion{{Text: c("question")}}}}))
	ok(t, r.interview.PutAnswer(ctx, interview.Answer{ID: interview.AnswerID(ident.NewRecord()), RehearsalID: id, Text: c("answer"), KeyPoints: c("points")}))
	ok(t, r.career.CreateDocument(ctx, career.Document{ID: career.DocumentID(ident.NewRecord()), Name: c("file.pdf")}, []byte(strings.Repeat(c("bytes"), 9000))))
	samples := make([]int16, 8000)
	for i := range samples {
		samples[i] = int16(i%7*1001 - 3003)
	}
	rec, _ := r.startRecording(t)
	for range 3 {
		ok(t, r.interview.Append(ctx, rec, samples))
	}
	for _, s := range samples[:14] {
		pattern = binary.LittleEndian.AppendUint16(pattern, uint16(s))
	}
	return pattern
}

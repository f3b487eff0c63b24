package store

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/jobjourney/jobjourney/internal/account"
)

// killed is the end of a process in the middle: its locks go, its files stay.
func (r *rig) killed(t *testing.T, b *borrowed) {
	t.Helper()
	r.home.stopFilling()
	ok(t, r.s.Close())
	ok(t, b.guard.Release())
}

// borrowedIn are the folders of a pattern in a place.
func borrowedIn(t *testing.T, parent, pattern string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(parent, pattern))
	ok(t, err)
	return found
}

func TestSweepTakesTheExampleOfAKilledProcess(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	dead, living := elsewhere(t), elsewhere(t)
	ok(t, dead.home.Enter(ctx))
	dead.savePostings(t, 1, 1)
	ok(t, living.home.Enter(ctx))
	living.savePostings(t, 2, 1)
	dead.killed(t, dead.home.throwaway.place)
	dead.home.throwaway = nil
	if got := borrowedIn(t, temp, exampleFolder); len(got) != 2 {
		t.Fatalf("before the next start: %v", got)
	}
	next := elsewhere(t)
	next.home.SweepLeftovers()
	if got := borrowedIn(t, temp, exampleFolder); len(got) != 1 || got[0] != living.home.throwaway.place.dir {
		t.Errorf("left: %v, want only the one in use", got)
	}
	if all, err := living.postings.List(ctx); err != nil || len(all) != 2 {
		t.Errorf("the example in use was touched: %d postings, %v", len(all), err)
	}
	if _, err := os.Stat(next.dir); err == nil {
		t.Error("sweeping made a profile folder")
	}
}

func TestSweepTakesOnlyWhatIsOurs(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	r := elsewhere(t)
	precious := filepath.Join(t.TempDir(), "precious")
	ok(t, os.MkdirAll(precious, 0o700))
	ok(t, os.WriteFile(filepath.Join(precious, "file"), nil, 0o600))
	ok(t, os.Symlink(precious, filepath.Join(temp, "jobjourney-example-link")))
	ok(t, os.WriteFile(filepath.Join(temp, "jobjourney-example-file"), nil, 0o600))
	ok(t, os.Mkdir(filepath.Join(temp, "jobjourney-example-open"), 0o755))
	ok(t, os.WriteFile(filepath.Join(temp, "jobjourney-example-open", "file"), nil, 0o600))
	ok(t, os.Mkdir(filepath.Join(temp, "jobjourney-example-bare"), 0o700))
	r.home.SweepLeftovers()
	if got := borrowedIn(t, temp, exampleFolder); len(got) != 3 {
		t.Errorf("left: %v, want link, file and the folder others can read", got)
	}
	if _, err := os.Stat(filepath.Join(precious, "file")); err != nil {
		t.Error(err)
	}
}

func TestSweepTakesAnUnfinishedRestore(t *testing.T) {
	r := elsewhere(t)
	parent := filepath.Dir(r.dir)
	ok(t, os.MkdirAll(parent, 0o700))
	dead, err := r.home.borrow(parent, restoreFolder)
	ok(t, err)
	ok(t, os.WriteFile(filepath.Join(dead.dir, "records.db"), nil, 0o600))
	living, err := r.home.borrow(parent, restoreFolder)
	ok(t, err)
	ok(t, dead.guard.Release())
	r.home.SweepLeftovers()
	if got := borrowedIn(t, parent, restoreFolder); len(got) != 1 || got[0] != living.dir {
		t.Errorf("left: %v, want only the one in use", got)
	}
	ok(t, living.giveBack())
}

// A folder that a sweep took in the moment between making and locking it is not used.
func TestBorrowTriesAnotherFolder(t *testing.T) {
	r := elsewhere(t)
	parent := t.TempDir()
	taken := 0
	r.home.lock = func(dir string) (Guard, error) {
		if taken++; taken < 3 {
			if _, err := lockFolder(dir); err != nil { // somebody else has it
				return nil, err
			}
		}
		return lockFolder(dir)
	}
	b, err := r.home.borrow(parent, exampleFolder)
	ok(t, err)
	if taken != 3 {
		t.Errorf("%d folders tried, want 3", taken)
	}
	ok(t, b.giveBack())
}

// The copy and the profile it was made of share a vaultId, and nothing else.
func TestRestoredBesideTheFirst(t *testing.T) {
	r := filled(t)
	key := r.recoveryKey(t)
	var file bytes.Buffer
	ok(t, r.home.WriteBackup(ctx, &file))
	twin := elsewhere(t)
	twin.ring = r.ring
	twin.wire()
	ok(t, twin.home.RestoreBackup(ctx, &file, key, nil))
	ok(t, twin.s.currentVault().Wipe(nil))
	r.Reopen(t)
	if st := r.home.Status(); st.State != account.Unlocked {
		t.Errorf("the first profile is %s", st.State)
	}
}

// A restore that fails after the keyring was written takes only its own entry back.
func TestFailedRestoreBesideTheFirst(t *testing.T) {
	r := filled(t)
	key := r.recoveryKey(t)
	var file bytes.Buffer
	ok(t, r.home.WriteBackup(ctx, &file))
	twin := elsewhere(t)
	twin.ring = r.ring
	twin.wire()
	broken := twin.home.lock
	twin.home.lock = func(dir string) (Guard, error) {
		if dir == twin.dir { // what was put in place can't be read any more once it is ours
			run(t, twin.s.db, "DROP TABLE records")
		}
		return broken(dir)
	}
	if err := twin.home.RestoreBackup(ctx, &file, key, nil); err == nil {
		t.Fatal("restored without records")
	}
	if len(r.ring.entries) != 1 {
		t.Errorf("the keyring has %d entries, want the first profile's", len(r.ring.entries))
	}
	r.Reopen(t)
}

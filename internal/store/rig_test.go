package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/store/storetest"
	"github.com/jobjourney/jobjourney/internal/testkit"
	"github.com/jobjourney/jobjourney/internal/vault"
)

var ctx = context.Background()

// rig is a whole profile on disk, wired as main wires it, with a keyring in memory.
type rig struct {
	dir  string
	ring *memoryKeyring
	clk  *testkit.Clock

	s          *Store
	home       *Home
	career     *Career
	postings   *Postings
	resumes    *Resumes
	profile    *Profiles
	settings   *Settings
	interview  *Interview
	passphrase []byte
}

// newRig is a fresh profile, created and unlocked.
func newRig(t testing.TB) *rig {
	t.Helper()
	r := &rig{dir: filepath.Join(t.TempDir(), "profile"), ring: &memoryKeyring{entries: map[string]string{}}, clk: testkit.NewClock()}
	r.wire()
	ok(t, r.home.Create(ctx, nil))
	t.Cleanup(func() { _ = r.home.Close() })
	return r
}

// wire makes everything anew, as a start of the app does.
func (r *rig) wire() {
	r.s = New(r.dir, vault.New(r.dir, r.ring, r.clk, vault.FloorLockParams()), r.clk)
	r.home = NewHome(r.s, r.clk, lockFolder)
	r.career, r.postings, r.profile = NewCareer(r.s), NewPostings(r.s), NewProfiles(r.s)
	r.resumes, r.settings, r.interview = NewResumes(r.s), NewSettings(r.s), NewInterview(r.s)
}

func (r *rig) Stores() storetest.Stores {
	i := r.interview
	return storetest.Stores{
		Ledger: r.career, Documents: r.career, Pictures: r.career, Postings: r.postings, Resumes: r.resumes, Versions: r.resumes, Profile: r.profile, Settings: r.settings,
		Rehearsals: i, Answers: i, Recorder: i, Recordings: i, Marks: r.s,
	}
}

func (r *rig) Lock() { r.home.Lock() }

func (r *rig) Unlock(t *testing.T) {
	t.Helper()
	ok(t, r.home.Unlock(ctx, r.passphrase))
}

// Reopen ends the app in order and starts it again.
func (r *rig) Reopen(t *testing.T) {
	t.Helper()
	ok(t, r.home.Close())
	r.restart(t)
}

// crash is the end of a process: nothing more is written, and the system closes its files.
func (r *rig) crash(t *testing.T) {
	t.Helper()
	r.home.stopFilling()
	ok(t, r.s.closeBlobs())
	ok(t, r.s.db.Close())
	ok(t, r.home.vacate(Guard.Release))
	r.restart(t)
}

func (r *rig) restart(t *testing.T) {
	t.Helper()
	r.wire()
	ok(t, r.home.Unlock(ctx, r.passphrase))
}

// hasty doesn't wait for the disk: for tests that are not about durability.
func (r *rig) hasty(t testing.TB) {
	t.Helper()
	_, err := r.s.db.Exec("PRAGMA synchronous = OFF")
	ok(t, err)
}

// blobFiles are the names of all blobs on the disk.
func (r *rig) blobFiles(t *testing.T) []string {
	t.Helper()
	files, err := os.ReadDir(filepath.Join(r.dir, blobFolder))
	ok(t, err)
	names := []string{}
	for _, f := range files {
		names = append(names, f.Name())
	}
	return names
}

// folderLock is a Guard that works inside one process: a file that must not be there yet.
type folderLock struct{ path string }

func lockFolder(dir string) (Guard, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	path := filepath.Join(dir, "in-use.lock")
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		return nil, fault.New(fault.Conflict, "profile.inUse")
	}
	if err != nil {
		return nil, err
	}
	return folderLock{path}, file.Close()
}

func (l folderLock) Release() error { return os.Remove(l.path) }

func (l folderLock) Remove() error {
	err := os.Remove(l.path)
	_ = os.Remove(filepath.Dir(l.path))
	return err
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("unexpected error: %v", err)
	}
}

// wants checks code and key of a fault.
func wants(t testing.TB, err error, code fault.Code, key string) {
	t.Helper()
	if !errors.Is(err, fault.New(code, key)) {
		t.Fatalf("error is %v, want %s %s", err, code, key)
	}
}

package store

import (
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// childProfile and childRing tell a child process of the test which profile to open.
const (
	childProfile = "JOBJOURNEY_TEST_PROFILE"
	childRing    = "JOBJOURNEY_TEST_RING"
)

// inChild runs the test named in another process on the profile, as nobody if asked.
func (r *rig) inChild(t *testing.T, test string, asNobody bool) {
	t.Helper()
	entries, err := json.Marshal(r.ring.entries)
	ok(t, err)
	args := []string{copyOfThisTest(t), "-test.run=^" + test + "$", "-test.v"}
	if asNobody && os.Geteuid() == 0 { // root may write anywhere
		args = append([]string{"setpriv", "--reuid=nobody", "--clear-groups"}, args...)
	}
	child := exec.Command(args[0], args[1:]...)
	child.Dir = "/"
	child.Env = append(os.Environ(), childProfile+"="+r.dir, childRing+"="+string(entries))
	out, err := child.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "--- PASS: "+test) {
		t.Fatalf("%v\n%s", err, out)
	}
}

// copyOfThisTest lies where nobody may run it.
func copyOfThisTest(t *testing.T) string {
	t.Helper()
	self, err := os.ReadFile(os.Args[0])
	ok(t, err)
	path := filepath.Join(t.TempDir(), "child.test")
	ok(t, os.WriteFile(path, self, 0o755))
	openUp(t, filepath.Dir(filepath.Dir(path)))
	return path
}

// openUp lets everybody read what is under dir, and its owner's group and others write nothing.
func openUp(t *testing.T, dir string) {
	t.Helper()
	ok(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chmod(path, 0o555)
	}))
	t.Cleanup(func() {
		_ = filepath.WalkDir(dir, func(p string, _ fs.DirEntry, _ error) error { return os.Chmod(p, 0o700) })
	})
}

// opened is the profile the parent made, wired in the child; nil in an ordinary run.
func opened(t *testing.T) *rig {
	t.Helper()
	dir := os.Getenv(childProfile)
	if dir == "" {
		return nil
	}
	r := &rig{dir: dir, ring: &memoryKeyring{}, clk: testkit.NewClock()}
	ok(t, json.Unmarshal([]byte(os.Getenv(childRing)), &r.ring.entries))
	r.wire()
	return r
}

func TestDiskFullWhileRecording(t *testing.T) {
	r := newRig(t)
	ok(t, r.home.Close())
	r.inChild(t, "TestChildFillsTheDisk", false)
}

// limitFiles makes every file stop growing at size, as a full disk does; the function
// it returns makes room again.
func limitFiles(t *testing.T, size uint64) func() {
	t.Helper()
	signal.Ignore(syscall.SIGXFSZ)
	var was syscall.Rlimit
	ok(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &was))
	ok(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: size, Max: was.Max}))
	return func() { ok(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &was)) }
}

// TestChildFillsTheDisk runs in a child of TestDiskFullWhileRecording.
func TestChildFillsTheDisk(t *testing.T) {
	r := opened(t)
	if r == nil {
		return // not a test of its own
	}
	ok(t, r.home.Unlock(ctx, nil))
	id, path := r.startRecording(t)
	restore := limitFiles(t, 100_000)
	var want []int16
	var err error
	for err == nil {
		half := ramp(len(want), 8000)
		if err = r.interview.Append(ctx, id, half); err == nil {
			want = append(want, half...)
		}
	}
	wants(t, err, fault.Unavailable, "store.diskFull")
	if size := fileSize(t, path); len(want) == 0 || size == 100_000 {
		t.Fatalf("%d samples were saved, and half a frame was left: the file has %d bytes", len(want), size)
	}
	if got := r.soundOf(t, id); !slices.Equal(got, want) {
		t.Errorf("on the full disk %d samples, want %d", len(got), len(want))
	}
	big := posting.Posting{ID: posting.ID(ident.NewRecord()), Text: strings.Repeat("w", 300_000)}
	wants(t, r.postings.Put(ctx, big), fault.Unavailable, "store.diskFull")
	restore()
	ok(t, r.interview.Append(ctx, id, ramp(len(want), 8000)))
	ok(t, r.interview.FinishRecording(ctx, id))
	ok(t, r.postings.Put(ctx, big))
	r.Reopen(t)
	if got := r.soundOf(t, id); !slices.Equal(got, ramp(0, len(want)+8000)) {
		t.Errorf("in the end %d samples", len(got))
	}
	ok(t, r.home.Close())
}

func TestReadOnlyFolder(t *testing.T) {
	r := newRig(t)
	r.savePostings(t, 1, 10)
	ok(t, r.home.Close())
	openUp(t, r.dir)
	openUp(t, filepath.Dir(filepath.Dir(r.dir)))
	r.inChild(t, "TestChildMayNotWrite", true)
}

// TestChildMayNotWrite runs in a child of TestReadOnlyFolder.
func TestChildMayNotWrite(t *testing.T) {
	r := opened(t)
	if r == nil {
		return // not a test of its own
	}
	ok(t, r.s.vault.Unlock(ctx, nil))
	wants(t, r.s.Open(ctx), fault.Unavailable, "store.readOnly")
	if err := r.s.Load(ctx); err == nil {
		t.Error("loaded a database that is not open")
	}
	_, err := r.postings.List(ctx)
	wants(t, err, fault.Locked, "vault.locked")
	other := &rig{dir: filepath.Join(filepath.Dir(r.dir), "other"), ring: r.ring, clk: r.clk}
	other.wire()
	wants(t, other.s.Open(ctx), fault.Unavailable, "store.readOnly")
}

package vault

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestWipeLeavesNothing(t *testing.T) {
	r, _, _ := withPaper(t, "correct horse")
	wrapped := func() []byte { p, _ := r.readProfile(); return p.Lock.WrappedKey }()
	records := filepath.Join(r.dir, "records.db")
	ok(t, os.WriteFile(records, []byte("sealed"), 0o600))
	ok(t, r.Wipe(func() error {
		if got := r.again().State(); got != Wiping {
			t.Errorf("while files go, a fresh start sees %s", got)
		}
		if bytes.Contains(r.file(t), wrapped[len(wrapped)-20:]) || bytes.Contains(r.file(t), []byte("salt")) {
			t.Error("the wrapped key outlives the first step")
		}
		return os.Remove(records)
	}))
	if _, err := os.Stat(r.dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder is still there: %v", err)
	}
	if len(r.ring.entries) != 0 {
		t.Errorf("the keyring keeps %v", r.ring.entries)
	}
	if got := r.State(); got != None {
		t.Errorf("state is %s", got)
	}
	ok(t, r.Wipe(nil)) // nothing to do
	ok(t, r.Create(ctx, CreateOptions{}))
}

func TestWipeIsTakenUpAgain(t *testing.T) {
	r := created(t, "")
	disk := errors.New("file in use")
	if err := r.Wipe(func() error { return disk }); !errors.Is(err, disk) {
		t.Fatalf("wipe: %v", err)
	}
	if got := r.State(); got != Wiping {
		t.Errorf("state is %s", got)
	}
	next := r.again()
	if got, err := next.Status(); err != nil || got.State != Wiping {
		t.Errorf("after a restart: %+v, %v", got, err)
	}
	wants(t, next.Unlock(ctx, nil), fault.Conflict, "vault.wiping")
	wants(t, next.Create(ctx, CreateOptions{}), fault.Conflict, "vault.exists")
	_, err := next.Seal(header, nil)
	wants(t, err, fault.Locked, "vault.locked")
	ok(t, next.Wipe(nil))
	if got := r.again().State(); got != None {
		t.Errorf("state is %s", got)
	}
	if len(r.ring.entries) != 0 {
		t.Errorf("the keyring keeps %v", r.ring.entries)
	}
}

func TestWipeWithoutTheKeyring(t *testing.T) {
	r := created(t, "")
	r.ring.err = ErrKeyringUnavailable
	err := r.Wipe(nil)
	wants(t, err, fault.Unavailable, "vault.keyringLeftover")
	if fault.Of(err).Params["entry"] == "" {
		t.Error("it does not say which entry")
	}
	if got := r.again().State(); got != None {
		t.Errorf("state is %s: the person could never begin anew", got)
	}

	alone := newRig(t)
	alone.ring.err = ErrKeyringUnavailable
	ok(t, alone.Create(ctx, CreateOptions{Passphrase: []byte("correct horse")}))
	ok(t, alone.Wipe(nil)) // never had an entry
}

func TestWipeOfWhatCannotBeRead(t *testing.T) {
	for name, file := range map[string]string{
		"newer":   `{"format": 9, "vaultId": "%s", "futureWrap": "SECRET"}`,
		"damaged": `{"format": 1, "vaultId": "%s", "lock": 7}`,
	} {
		t.Run(name, func(t *testing.T) {
			r := created(t, "")
			ok(t, os.WriteFile(r.path(), bytes.ReplaceAll([]byte(file), []byte("%s"), []byte(mustID(t, r))), 0o600))
			next := r.again()
			ok(t, next.Wipe(func() error {
				if bytes.Contains(r.file(t), []byte("SECRET")) {
					t.Error("an unknown field outlives the first step")
				}
				return nil
			}))
			if len(r.ring.entries) != 0 || next.State() != None {
				t.Errorf("left: %v, %s", r.ring.entries, next.State())
			}
		})
	}
	r := created(t, "")
	ok(t, os.WriteFile(r.path(), []byte("rubbish"), 0o600))
	wants(t, r.again().Wipe(nil), fault.Unavailable, "vault.keyringLeftover")
	if r.again().State() != None {
		t.Error("rubbish can't be got rid of")
	}
}

package vault

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"

	"github.com/tink-crypto/tink-go/v2/insecurecleartextkeyset"
	"github.com/tink-crypto/tink-go/v2/keyset"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestNewTouchesNothing(t *testing.T) {
	r := newRig(t)
	if got := r.State(); got != None {
		t.Errorf("state is %s", got)
	}
	r.Appearance()
	ok(t, r.SetAppearance("dark", "en"))
	ok(t, r.SetWindow(Window{Width: 960}))
	if _, err := os.Stat(r.dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder exists before Create: %v", err)
	}
	if r.ring.touched != 0 {
		t.Errorf("the keyring was asked %d times before Create", r.ring.touched)
	}
}

func TestProbeOnlyReads(t *testing.T) {
	r := newRig(t)
	ok(t, r.ProbeKeyring())
	if len(r.ring.entries) != 0 {
		t.Errorf("the probe left %v", r.ring.entries)
	}
	r.ring.err = errors.New("no bus")
	wants(t, r.ProbeKeyring(), fault.Unavailable, "vault.keyringUnavailable")
}

func TestLifeOfAProfile(t *testing.T) {
	tests := map[string]struct {
		ringErr    error
		passphrase string
		mode       mode
		argons     int
	}{
		"keyring alone":            {nil, "", modeDevice, 0},
		"keyring and passphrase":   {nil, "correct horse", modeBoth, 1},
		"passphrase alone":         {ErrKeyringUnavailable, "correct horse", modePassphrase, 1},
		"passphrase, ring is shut": {ErrKeyringLocked, "correct horse", modePassphrase, 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			r.ring.err = tt.ringErr
			ok(t, r.Create(ctx, CreateOptions{Passphrase: []byte(tt.passphrase)}))
			sealed := r.sealed(t)
			p, err := r.readProfile()
			ok(t, err)
			if p.Lock.Mode != tt.mode {
				t.Errorf("mode is %s, want %s", p.Lock.Mode, tt.mode)
			}

			next := r.again()
			if got := next.State(); got != Locked {
				t.Fatalf("state after a restart is %s", got)
			}
			_, err = next.Open(header, sealed)
			wants(t, err, fault.Locked, "vault.locked")
			_, err = next.Seal(header, nil)
			wants(t, err, fault.Locked, "vault.locked")
			ok(t, next.Unlock(ctx, []byte(tt.passphrase)))
			next.mustOpen(t, sealed)
			if next.argons != tt.argons {
				t.Errorf("unlocking ran Argon2id %d times, want %d", next.argons, tt.argons)
			}
			next.Lock()
			if got := next.State(); got != Locked {
				t.Errorf("state after locking is %s", got)
			}
		})
	}
}

func TestFolderAndFileAreForTheirOwnerOnly(t *testing.T) {
	r := created(t, "")
	for path, want := range map[string]fs.FileMode{r.dir: 0o700 | fs.ModeDir, r.path(): 0o600} {
		info, err := os.Stat(path)
		ok(t, err)
		if info.Mode() != want {
			t.Errorf("%s has mode %v, want %v", filepath.Base(path), info.Mode(), want)
		}
	}
}

func TestCreateWithoutKeyringNeedsAPassphrase(t *testing.T) {
	for name, ring := range map[string]*fakeRing{
		"unavailable": {err: ErrKeyringUnavailable},
		"locked":      {err: ErrKeyringLocked},
		"unknown":     {err: errors.New("strange")},
		"forgetful":   {entries: map[string]string{}, forgets: true},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			r.Vault.ring = ring
			err := r.Create(ctx, CreateOptions{})
			wants(t, err, fault.Invalid, "vault.passphraseRequired")
			if reason := fault.Of(err).Params["reason"]; reason == "" || reason == "fault.internal" {
				t.Errorf("the reason is %q", reason)
			}
			if _, err := os.Stat(r.dir); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("a refused Create left its folder: %v", err)
			}
			if r.State() != None {
				t.Errorf("state is %s", r.State())
			}
		})
	}
}

func TestCreateLeavesNothingBehindOnADiskThatRefuses(t *testing.T) {
	r := newRig(t)
	ok(t, os.MkdirAll(filepath.Join(r.path(), "in the way"), 0o700)) // a folder where the file should go
	r.Vault.dir = filepath.Join(r.dir, profileFile, "in the way", "file")
	ok(t, os.WriteFile(r.dir, nil, 0o600))
	if err := r.Create(ctx, CreateOptions{}); err == nil {
		t.Fatal("a profile was made inside a file")
	}
	if len(r.ring.entries) != 0 {
		t.Errorf("the keyring keeps %d entries", len(r.ring.entries))
	}
}

func TestAFailedSaveTakesTheKeyringEntryBack(t *testing.T) {
	r := newRig(t)
	p := &profile{Format: profileFormat, VaultID: "2b0c6d0e-8a55-4d0e-9a0b-0a1f3a3f6f10"}
	key, err := newVaultKey()
	ok(t, err)
	if err := r.relock(p, key, nil, nil); err == nil { // the folder does not exist
		t.Fatal("saved into no folder")
	}
	if len(r.ring.entries) != 0 {
		t.Errorf("the keyring keeps %d entries", len(r.ring.entries))
	}
}

func TestCreateTwiceIsRefused(t *testing.T) {
	r := created(t, "")
	before := r.file(t)
	wants(t, r.again().Create(ctx, CreateOptions{}), fault.Conflict, "vault.exists")
	if !bytes.Equal(before, r.file(t)) {
		t.Error("the profile changed")
	}
}

func TestACancelledContextChangesNothing(t *testing.T) {
	gone, cancel := context.WithCancel(ctx)
	cancel()
	r := newRig(t)
	if err := r.Create(gone, CreateOptions{}); !fault.Has(err, fault.Canceled) {
		t.Errorf("create: %v", err)
	}
	r = created(t, "correct horse")
	before := r.file(t)
	next := r.again()
	if err := next.Unlock(gone, []byte("correct horse")); !fault.Has(err, fault.Canceled) {
		t.Errorf("unlock: %v", err)
	}
	if !bytes.Equal(before, r.file(t)) || next.argons != 0 {
		t.Error("a cancelled attempt was counted")
	}
}

func TestUnlockSaysWhatTheKeyringLacks(t *testing.T) {
	r := created(t, "")
	entry := keyringService(mustID(t, r)) + "|" + keyringUser
	other := base64.StdEncoding.EncodeToString(newSecret())
	tests := map[string]struct {
		spoil func(*fakeRing)
		code  fault.Code
		key   string
	}{
		"no keyring":    {func(r *fakeRing) { r.err = errors.New("no bus") }, fault.Unavailable, "vault.keyringUnavailable"},
		"shut":          {func(r *fakeRing) { r.err = ErrKeyringLocked }, fault.Unavailable, "vault.keyringLocked"},
		"entry gone":    {func(r *fakeRing) { delete(r.entries, entry) }, fault.NotFound, "vault.keyringMissing"},
		"entry garbled": {func(r *fakeRing) { r.entries[entry] = "%%%" }, fault.Unavailable, "vault.keyringMismatch"},
		"entry short":   {func(r *fakeRing) { r.entries[entry] = "AAAA" }, fault.Unavailable, "vault.keyringMismatch"},
		"another's key": {func(r *fakeRing) { r.entries[entry] = other }, fault.Unavailable, "vault.keyringMismatch"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			ring := newRing()
			for k, v := range r.ring.entries {
				ring.entries[k] = v
			}
			tt.spoil(ring)
			wants(t, rigIn(r.dir, ring, r.clk).Unlock(ctx, nil), tt.code, tt.key)
		})
	}
}

func TestBothSecretsAreNeeded(t *testing.T) {
	r := created(t, "correct horse")
	delete(r.ring.entries, keyringService(mustID(t, r))+"|"+keyringUser)
	wants(t, r.again().Unlock(ctx, []byte("correct horse")), fault.NotFound, "vault.keyringMissing")
}

func TestChangeLock(t *testing.T) {
	tests := map[string]struct {
		first, old, next string
		mode             mode
	}{
		"set":    {"", "", "new words", modeBoth},
		"change": {"old words", "old words", "new words", modeBoth},
		"remove": {"old words", "old words", "", modeDevice},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := created(t, tt.first)
			sealed := r.sealed(t)
			ok(t, r.ChangeLock(ctx, []byte(tt.old), []byte(tt.next)))
			r.mustOpen(t, sealed)
			next := r.again()
			ok(t, next.Unlock(ctx, []byte(tt.next)))
			next.mustOpen(t, sealed)
			p, err := next.readProfile()
			ok(t, err)
			if p.Lock.Mode != tt.mode {
				t.Errorf("mode is %s, want %s", p.Lock.Mode, tt.mode)
			}
			if tt.old != "" && tt.next != "" {
				wants(t, r.again().Unlock(ctx, []byte(tt.old)), fault.Denied, "vault.wrongPassphrase")
			}
		})
	}
}

func TestChangeLockRefusals(t *testing.T) {
	r := created(t, "old words")
	wants(t, r.again().ChangeLock(ctx, []byte("old words"), nil), fault.Locked, "vault.locked")
	wants(t, r.ChangeLock(ctx, []byte("wrong"), nil), fault.Denied, "vault.wrongPassphrase")
	ok(t, r.again().Unlock(ctx, []byte("old words")))

	alone := newRig(t)
	alone.ring.err = ErrKeyringUnavailable
	ok(t, alone.Create(ctx, CreateOptions{Passphrase: []byte("old words")}))
	wants(t, alone.ChangeLock(ctx, []byte("old words"), nil), fault.Invalid, "vault.passphraseRequired")
	ok(t, alone.again().Unlock(ctx, []byte("old words")))
}

// The old wrap needs the entry in the keyring until the new one is on the disk: changing
// the lock must not touch it, or a crash between the two would lose the profile.
func TestChangeLockKeepsTheKeyringEntry(t *testing.T) {
	r, text, _ := withPaper(t, "old words")
	before, err := r.readDeviceKey(keyringService(mustID(t, r)))
	ok(t, err)
	for _, change := range []func() error{
		func() error { return r.ChangeLock(ctx, []byte("old words"), []byte("new words")) },
		func() error { return r.ChangeLock(ctx, []byte("new words"), nil) },
		func() error { return r.RecoverWith(ctx, text.String(), []byte("old words")) },
	} {
		ok(t, change())
		after, err := r.readDeviceKey(keyringService(mustID(t, r)))
		ok(t, err)
		if !bytes.Equal(before, after) {
			t.Fatal("the entry was replaced before the profile was")
		}
	}
}

// A keyring that has come back is used from the next change of the passphrase on.
func TestChangeLockTakesUpAKeyring(t *testing.T) {
	r := newRig(t)
	r.ring.err = ErrKeyringUnavailable
	ok(t, r.Create(ctx, CreateOptions{Passphrase: []byte("old words")}))
	r.ring.err, r.ring.entries = nil, map[string]string{}
	ok(t, r.ChangeLock(ctx, []byte("old words"), []byte("new words")))
	status, err := r.Status()
	ok(t, err)
	if !status.UsesKeyring || !status.NeedsPassphrase {
		t.Errorf("status is %+v", status)
	}
	ok(t, r.again().Unlock(ctx, []byte("new words")))
}

// The real Argon2id, at the floor: the fast one of the other tests proves nothing about it.
func TestRealArgon2id(t *testing.T) {
	r := newRig(t)
	r.stretched = argon2id
	ok(t, r.Create(ctx, CreateOptions{Passphrase: []byte("correct horse")}))
	next := r.again()
	next.stretched = argon2id
	wants(t, next.Unlock(ctx, []byte("wrong horse")), fault.Denied, "vault.wrongPassphrase")
	ok(t, next.Unlock(ctx, []byte("correct horse")))
}

func TestNoSecretIsInTheFolder(t *testing.T) {
	r := created(t, "CANARY-passphrase")
	text, err := r.NewRecoveryKey()
	ok(t, err)
	paper, err := readRecoveryKey(text.String())
	ok(t, err)
	_, err = r.ConfirmRecoveryKey(answers(text))
	ok(t, err)
	device, err := r.readDeviceKey(keyringService(mustID(t, r)))
	ok(t, err)
	var keys bytes.Buffer
	ok(t, insecurecleartextkeyset.Write(r.key, keyset.NewBinaryWriter(&keys)))
	secrets := map[string][]byte{
		"passphrase": []byte("CANARY-passphrase"), "recovery key": paper, "device key": device,
		"recovery text": []byte(text.Groups[0] + text.Groups[1]), "vault key": keys.Bytes()[len(keys.Bytes())-48:],
	}
	err = filepath.WalkDir(filepath.Dir(r.dir), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		for name, secret := range secrets {
			if bytes.Contains(raw, secret) || bytes.Contains(raw, []byte(base64.StdEncoding.EncodeToString(secret))) {
				t.Errorf("%s holds the %s", filepath.Base(path), name)
			}
		}
		return err
	})
	ok(t, err)
}

func TestLockZeroesWhatItOwns(t *testing.T) {
	r := created(t, "")
	_, err := r.NewRecoveryKey()
	ok(t, err)
	pending := r.pending.key
	if bytes.Equal(pending, make([]byte, keySize)) {
		t.Fatal("the key was zero from the start")
	}
	r.Lock()
	if !bytes.Equal(pending, make([]byte, keySize)) {
		t.Error("the unconfirmed recovery key is still in its buffer")
	}
	if r.key != nil || r.seals != nil || r.pending != nil || r.id != [16]byte{} {
		t.Error("a reference to a key is left")
	}
}

func TestManyAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := created(t, "")
		for range 8 {
			go func() {
				for range 20 {
					sealed, err := r.Seal(header, []byte("{}"))
					if err == nil {
						_, err = r.Open(header, sealed)
					}
					if err != nil && !fault.Has(err, fault.Locked) {
						t.Error(err)
					}
				}
			}()
			go func() { _ = r.SetWindow(Window{Width: 1}); r.Status() }()
		}
		r.Lock()
		ok(t, r.Unlock(ctx, nil))
		synctest.Wait()
	})
}

func mustID(t testing.TB, r *rig) string {
	t.Helper()
	p, err := r.readProfile()
	ok(t, err)
	return p.VaultID
}

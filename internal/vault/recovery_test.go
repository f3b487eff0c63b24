package vault

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func answers(t RecoveryText) map[int]string {
	return map[int]string{t.Ask[0]: t.Groups[t.Ask[0]], t.Ask[1]: t.Groups[t.Ask[1]]}
}

// withPaper is a created vault and its confirmed recovery key.
func withPaper(t testing.TB, passphrase string) (*rig, RecoveryText, []byte) {
	t.Helper()
	r := created(t, passphrase)
	text, err := r.NewRecoveryKey()
	ok(t, err)
	public, err := r.ConfirmRecoveryKey(answers(text))
	ok(t, err)
	return r, text, public
}

func TestRecoveryKeyOpensNothingUntilConfirmed(t *testing.T) {
	r := created(t, "")
	before := r.file(t)
	text, err := r.NewRecoveryKey()
	ok(t, err)
	if len(text.Groups) != recoveryGroups || text.Ask[0] >= text.Ask[1] {
		t.Fatalf("shown: %d groups, asked for %v", len(text.Groups), text.Ask)
	}
	wants(t, r.CheckRecoveryKey(text.String()), fault.NotFound, "vault.noRecoveryKey")
	for name, typed := range map[string]map[int]string{
		"nothing":      nil,
		"one of two":   {text.Ask[0]: text.Groups[text.Ask[0]]},
		"swapped":      {text.Ask[0]: text.Groups[text.Ask[1]], text.Ask[1]: text.Groups[text.Ask[0]]},
		"other groups": {(text.Ask[0] + 1) % 14: text.Groups[(text.Ask[0]+1)%14]},
		"empty":        {text.Ask[0]: "", text.Ask[1]: ""},
	} {
		_, err := r.ConfirmRecoveryKey(typed)
		if !errors.Is(err, fault.New(fault.Invalid, "vault.recoveryMismatch")) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if !bytes.Equal(before, r.file(t)) {
		t.Error("the profile changed before the key was confirmed")
	}
	_, err = r.ConfirmRecoveryKey(answers(text)) // a slip does not cost the key
	ok(t, err)
	ok(t, r.CheckRecoveryKey(text.String()))
	_, err = r.ConfirmRecoveryKey(answers(text))
	wants(t, err, fault.Conflict, "vault.noPendingRecovery")
}

func TestRecoveryNeedsAnOpenVault(t *testing.T) {
	r := created(t, "").again()
	_, err := r.NewRecoveryKey()
	wants(t, err, fault.Locked, "vault.locked")
	_, err = r.ConfirmRecoveryKey(nil)
	wants(t, err, fault.Locked, "vault.locked")
	_, err = r.KeepRecoveryKey("")
	wants(t, err, fault.Locked, "vault.locked")
}

func TestRecoverWith(t *testing.T) {
	tests := map[string]struct {
		before string
		lose   func(*rig)
		after  string
		mode   mode
	}{
		"passphrase forgotten":         {"old words", func(*rig) {}, "new words", modeBoth},
		"keyring entry lost":           {"", func(r *rig) { clear(r.ring.entries) }, "", modeDevice},
		"both, a new passphrase":       {"old words", func(r *rig) { clear(r.ring.entries) }, "new words", modeBoth},
		"keyring gone, passphrase now": {"", func(r *rig) { r.ring.err = ErrKeyringUnavailable }, "new words", modePassphrase},
		"passphrase dropped":           {"old words", func(*rig) {}, "", modeDevice},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r, text, _ := withPaper(t, tt.before)
			sealed := r.sealed(t)
			tt.lose(r)
			next := r.again()
			ok(t, next.RecoverWith(ctx, text.String(), []byte(tt.after)))
			next.mustOpen(t, sealed)
			p, err := next.readProfile()
			ok(t, err)
			if p.Lock.Mode != tt.mode {
				t.Errorf("mode is %s, want %s", p.Lock.Mode, tt.mode)
			}
			again := r.again()
			ok(t, again.Unlock(ctx, []byte(tt.after)))
			again.mustOpen(t, sealed)
			ok(t, again.CheckRecoveryKey(text.String()))
		})
	}
}

func TestRecoverWithRefusals(t *testing.T) {
	r, text, _ := withPaper(t, "old words")
	before := r.file(t)
	other := RecoveryText{Groups: writeRecoveryKey(newSecret())}.String()
	next := r.again()
	wants(t, next.RecoverWith(ctx, "not a key", nil), fault.Invalid, "vault.recoveryMalformed")
	wants(t, next.RecoverWith(ctx, other, nil), fault.Denied, "vault.recoveryWrong")
	next.ring.err = ErrKeyringUnavailable
	wants(t, next.RecoverWith(ctx, text.String(), nil), fault.Invalid, "vault.passphraseRequired")
	if !bytes.Equal(before, r.file(t)) || next.State() != Locked {
		t.Error("a refused recovery changed something")
	}
	wants(t, newRig(t).RecoverWith(ctx, text.String(), nil), fault.NotFound, "vault.none")
}

func TestANewRecoveryKeyReplacesTheOld(t *testing.T) {
	r, old, _ := withPaper(t, "")
	text, err := r.NewRecoveryKey()
	ok(t, err)
	ok(t, r.CheckRecoveryKey(old.String())) // good until the new one is confirmed
	_, err = r.ConfirmRecoveryKey(answers(text))
	ok(t, err)
	wants(t, r.CheckRecoveryKey(old.String()), fault.Denied, "vault.recoveryWrong")
}

func TestKeepRecoveryKeyCarriesThePaperOver(t *testing.T) {
	_, text, public := withPaper(t, "")
	fresh := created(t, "")
	again, err := fresh.KeepRecoveryKey(text.String())
	ok(t, err)
	if !bytes.Equal(again, public) {
		t.Error("the pair depends on the vault: old backups would not open")
	}
	ok(t, fresh.CheckRecoveryKey(text.String()))
	fromText, err := RecoveryPublicKey(text.String())
	ok(t, err)
	if !bytes.Equal(fromText, public) {
		t.Error("RecoveryPublicKey gives another key")
	}
	_, err = RecoveryPublicKey("not a key")
	wants(t, err, fault.Invalid, "vault.recoveryMalformed")
}

func TestDevicePairsDiffer(t *testing.T) {
	private, public, err := NewDevicePair()
	ok(t, err)
	_, other, err := NewDevicePair()
	ok(t, err)
	if len(private) != 32 || len(public) != 1216 || bytes.Equal(public, other) {
		t.Errorf("private %d bytes, public %d bytes", len(private), len(public))
	}
}

func TestAskedGroupsAreDifferentAndEverywhere(t *testing.T) {
	seen := map[int]bool{}
	for range 2000 {
		ask, err := twoGroups()
		ok(t, err)
		if ask[0] == ask[1] || ask[0] < 0 || ask[1] >= recoveryGroups {
			t.Fatalf("asked for %v", ask)
		}
		seen[ask[0]], seen[ask[1]] = true, true
	}
	if len(seen) != recoveryGroups {
		t.Errorf("only %d groups are ever asked for", len(seen))
	}
}

// A backup restored into a second folder has the vaultId of the first: each has an entry
// of its own in the keyring, and goes without taking the other's along.
func TestRestoredCopyHasItsOwnEntry(t *testing.T) {
	for _, passphrase := range []string{"", "correct horse"} {
		r, text, _ := withPaper(t, passphrase)
		dir := filepath.Join(t.TempDir(), "copy")
		ok(t, os.Mkdir(dir, 0o700))
		ok(t, os.WriteFile(filepath.Join(dir, profileFile), r.file(t), 0o600))
		twin := rigIn(dir, r.ring, r.clk)
		ok(t, twin.RestoreWith(ctx, text.String(), []byte(passphrase)))
		if len(r.ring.entries) != 2 {
			t.Fatalf("the keyring has %d entries, want one for each folder", len(r.ring.entries))
		}
		ok(t, twin.again().Unlock(ctx, []byte(passphrase)))
		ok(t, r.again().Unlock(ctx, []byte(passphrase)))
		ok(t, twin.ChangeLock(ctx, []byte(passphrase), []byte("another horse")))
		ok(t, twin.Wipe(nil))
		ok(t, r.again().Unlock(ctx, []byte(passphrase)))
		ok(t, r.Wipe(nil))
		if len(r.ring.entries) != 0 {
			t.Errorf("the keyring keeps %v", r.ring.entries)
		}
	}
}

func TestRestoreIntoAnUnusableKeyring(t *testing.T) {
	r, text, _ := withPaper(t, "")
	r.ring.err = ErrKeyringUnavailable
	twin := r.again()
	wants(t, twin.RestoreWith(ctx, text.String(), nil), fault.Invalid, "vault.passphraseRequired")
	ok(t, twin.RestoreWith(ctx, text.String(), []byte("correct horse")))
	ok(t, r.again().Unlock(ctx, []byte("correct horse")))
}

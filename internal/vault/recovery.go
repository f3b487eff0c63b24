package vault

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"math/big"
	"strings"

	"github.com/tink-crypto/tink-go/v2/keyset"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// RecoveryText is a new recovery key as it is shown, once.
type RecoveryText struct {
	Groups []string // four characters each; the last is a checksum
	Ask    [2]int   // the groups to type back, counted from 0
}

// String is the key in one line.
func (t RecoveryText) String() string { return strings.Join(t.Groups, "-") }

// pendingRecovery is a key that was shown and not yet confirmed.
type pendingRecovery struct {
	key []byte
	ask [2]int
}

func (p *pendingRecovery) clear() {
	if p != nil {
		clear(p.key)
	}
}

// NewRecoveryKey makes a recovery key. It opens nothing until ConfirmRecoveryKey has seen
// two of its groups typed back; until then it is only in memory, and an earlier key
// stays good. The vault has to be unlocked.
func (v *Vault) NewRecoveryKey() (RecoveryText, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.seals == nil {
		return RecoveryText{}, errLocked()
	}
	ask, err := twoGroups()
	if err != nil {
		return RecoveryText{}, fmt.Errorf("make recovery key: %w", err)
	}
	v.pending.clear()
	v.pending = &pendingRecovery{key: newSecret(), ask: ask}
	return RecoveryText{Groups: writeRecoveryKey(v.pending.key), Ask: ask}, nil
}

// twoGroups draws two different groups, in order.
func twoGroups() (ask [2]int, err error) {
	first, err := rand.Int(rand.Reader, big.NewInt(recoveryGroups))
	if err != nil {
		return ask, err
	}
	step, err := rand.Int(rand.Reader, big.NewInt(recoveryGroups-1))
	if err != nil {
		return ask, err
	}
	a := int(first.Int64())
	b := (a + 1 + int(step.Int64())) % recoveryGroups
	return [2]int{min(a, b), max(a, b)}, nil
}

// ConfirmRecoveryKey takes the groups that were asked for, by their number from 0. If
// they are right, the key opens the vault from now on, in the place of an earlier one,
// and the public half of its HPKE pair is returned: the caller keeps that in a sealed
// record, for SealBackup.
//
// Faults: Invalid vault.recoveryMismatch (the key stays pending, to try again), Conflict
// vault.noPendingRecovery.
func (v *Vault) ConfirmRecoveryKey(answers map[int]string) (recoveryPublic []byte, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.seals == nil {
		return nil, errLocked()
	}
	if v.pending == nil {
		return nil, fault.New(fault.Conflict, "vault.noPendingRecovery")
	}
	groups := writeRecoveryKey(v.pending.key)
	for _, i := range v.pending.ask {
		if subtle.ConstantTimeCompare([]byte(normalise(answers[i])), []byte(groups[i])) != 1 {
			return nil, fault.InvalidField("recoveryKey", "vault.recoveryMismatch")
		}
	}
	if recoveryPublic, err = v.keepRecovery(v.pending.key); err != nil {
		return nil, fmt.Errorf("confirm recovery key: %w", err)
	}
	v.pending.clear()
	v.pending = nil
	return recoveryPublic, nil
}

// KeepRecoveryKey lets a key that is already on paper open this vault too: after a
// backup was restored into a new vault, the same paper stays good. The vault has to be
// unlocked. Faults: Invalid vault.recoveryMalformed.
func (v *Vault) KeepRecoveryKey(text string) (recoveryPublic []byte, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.seals == nil {
		return nil, errLocked()
	}
	key, err := readRecoveryKey(text)
	if err != nil {
		return nil, err
	}
	defer clear(key)
	if recoveryPublic, err = v.keepRecovery(key); err != nil {
		return nil, fmt.Errorf("keep recovery key: %w", err)
	}
	return recoveryPublic, nil
}

// CheckRecoveryKey says whether the key would open this vault: nil, or Invalid
// vault.recoveryMalformed, Denied vault.recoveryWrong, NotFound vault.noRecoveryKey. It
// changes nothing and works locked and unlocked.
func (v *Vault) CheckRecoveryKey(text string) error {
	v.mu.RLock()
	defer v.mu.RUnlock()
	_, _, err := v.openByRecovery(text)
	return err
}

// RecoverWith opens the vault by the recovery key, when the passphrase is forgotten or
// the keyring's entry is lost, and sets up a new entry and a new app lock (an empty
// passphrase means none). The recovery key stays good.
// Faults: those of CheckRecoveryKey and of Create.
func (v *Vault) RecoverWith(ctx context.Context, text string, passphrase []byte) error {
	return v.enterByRecovery(ctx, text, passphrase, func(p *profile) []byte {
		_, deviceKey, err := v.deviceSecret(p)
		if err != nil {
			return nil // lost: relock makes another
		}
		return deviceKey
	})
}

// RestoreWith is RecoverWith for a profile that has just come out of a backup: its entry
// in the keyring is a new one, because the profile the backup was made of may still be
// in use on this computer, with an entry under the same vaultId.
func (v *Vault) RestoreWith(ctx context.Context, text string, passphrase []byte) error {
	return v.enterByRecovery(ctx, text, passphrase, func(p *profile) []byte {
		p.DeviceEntry = ident.NewRecord()
		return nil
	})
}

// enterByRecovery opens the vault and locks it anew; device gives what the keyring holds
// for it, or nil.
func (v *Vault) enterByRecovery(ctx context.Context, text string, passphrase []byte, device func(*profile) []byte) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("recover vault: %w", err)
	}
	p, key, err := v.openByRecovery(text)
	if err != nil {
		return fmt.Errorf("recover vault: %w", err)
	}
	deviceKey := device(p)
	defer clear(deviceKey)
	if err := v.relock(p, key, deviceKey, passphrase); err != nil {
		return fmt.Errorf("recover vault: %w", err)
	}
	v.forget()
	return v.hold(p.VaultID, key)
}

// keepRecovery wraps vaultKey under the recovery key and saves the wrap.
func (v *Vault) keepRecovery(key []byte) (recoveryPublic []byte, err error) {
	p, err := v.usableProfile()
	if err != nil {
		return nil, err
	}
	kek, err := deriveKey(key, v.id, recoveryInfo)
	if err != nil {
		return nil, err
	}
	defer clear(kek)
	wrapped, err := wrapKeyset(v.key, kek, recoveryAssociated(v.id))
	if err != nil {
		return nil, err
	}
	if recoveryPublic, err = recoveryPublicKey(key); err != nil {
		return nil, err
	}
	p.Recovery = &recovery{WrappedKey: wrapped}
	return recoveryPublic, v.saveProfile(p)
}

func (v *Vault) openByRecovery(text string) (*profile, *keyset.Handle, error) {
	key, err := readRecoveryKey(text)
	if err != nil {
		return nil, nil, err
	}
	defer clear(key)
	p, err := v.usableProfile()
	if err != nil {
		return nil, nil, err
	}
	if p.Recovery == nil {
		return nil, nil, fault.New(fault.NotFound, "vault.noRecoveryKey")
	}
	h, err := p.Recovery.unwrap(p.VaultID, key)
	return p, h, err
}

func (r *recovery) unwrap(vaultID string, key []byte) (*keyset.Handle, error) {
	id, err := parseVaultID(vaultID)
	if err != nil {
		return nil, damagedProfile(err)
	}
	kek, err := deriveKey(key, id, recoveryInfo)
	if err != nil {
		return nil, err
	}
	defer clear(kek)
	h, err := unwrapKeyset(r.WrappedKey, kek, recoveryAssociated(id))
	if err != nil {
		return nil, fault.Wrap(fault.Denied, "vault.recoveryWrong", err)
	}
	return h, nil
}

const recoveryInfo = "jobjourney/v1/kek/recovery"

func recoveryAssociated(vaultID [16]byte) []byte {
	out := append([]byte{wrapVersion}, vaultID[:]...)
	return append(out, purposeRecovery)
}

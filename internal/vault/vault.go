package vault

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"

	"github.com/tink-crypto/tink-go/v2/aead"
	"github.com/tink-crypto/tink-go/v2/keyset"
	"github.com/tink-crypto/tink-go/v2/tink"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// Vault is the keys of the profile in one folder. It may be used by several goroutines.
type Vault struct {
	dir       string
	ring      Keyring
	clk       clock.Clock
	params    LockParams
	stretched stretchFunc

	mu      sync.RWMutex
	id      [16]byte       // vaultId, while unlocked
	key     *keyset.Handle // vaultKey, while unlocked
	seals   tink.AEAD      // what vaultKey does; nil means locked
	pending *pendingRecovery
	wiping  bool
	front   front
}

// New makes the vault of the profile in dir. It opens nothing and touches nothing, on
// the disk or in the keyring. params are the costs of passphrases set from now on.
func New(dir string, ring Keyring, clk clock.Clock, params LockParams) *Vault {
	return &Vault{dir: dir, ring: ring, clk: clk, params: params, stretched: argon2id}
}

// CreateOptions are what a person chooses for a new profile.
type CreateOptions struct {
	Passphrase []byte // empty: no app lock, which takes a usable keyring
}

// Create makes the profile: its folder, an entry in the keyring, profile.json. The vault
// is unlocked afterwards. If anything goes wrong, nothing is left behind.
//
// Faults: Conflict vault.exists; Invalid vault.passphraseRequired, whose parameter
// "reason" is the key of the keyring's trouble; Unavailable vault.readOnly or
// vault.diskFull.
func (v *Vault) Create(ctx context.Context, o CreateOptions) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if state, _ := v.look(); state != None {
		return fault.New(fault.Conflict, "vault.exists").With("state", string(state))
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("create vault: %w", err)
	}
	key, err := newVaultKey()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(v.dir, 0o700); err != nil {
		return fmt.Errorf("create vault: %w", diskFault(err))
	}
	p := &profile{Format: profileFormat, VaultID: ident.NewRecord()}
	v.front.into(p)
	if err := v.relock(p, key, nil, o.Passphrase); err != nil {
		_ = os.Remove(v.dir) // succeeds only if empty, that is, if it is ours alone
		return fmt.Errorf("create vault: %w", err)
	}
	return v.hold(p.VaultID, key)
}

// Unlock opens the vault. passphrase is ignored if the profile has no app lock. It may
// take a second. Unlocking an unlocked vault does nothing.
//
// Faults: Denied vault.wrongPassphrase; RateLimited vault.tooSoon with RetryAfter;
// Invalid vault.passphraseMissing; NotFound vault.keyringMissing and Unavailable
// vault.keyringUnavailable, vault.keyringLocked, vault.keyringMismatch, all of which
// leave the recovery key as the way in; Denied vault.weakParameters; and those of a
// profile that can't be read: NotFound vault.none, Conflict vault.newerFormat,
// Unavailable vault.profileDamaged.
func (v *Vault) Unlock(ctx context.Context, passphrase []byte) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.seals != nil {
		return nil
	}
	p, err := v.usableProfile()
	if err != nil {
		return fmt.Errorf("unlock vault: %w", err)
	}
	key, deviceKey, err := v.unwrap(ctx, p, passphrase)
	clear(deviceKey)
	if err != nil {
		return fmt.Errorf("unlock vault: %w", err)
	}
	return v.hold(p.VaultID, key)
}

// Lock forgets vaultKey and a recovery key that was not confirmed. It zeroes the buffers
// the vault owns; Go can't promise that no copy remains in memory.
func (v *Vault) Lock() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.forget()
}

// ChangeLock sets, changes or (with an empty next) removes the app lock. It re-wraps one
// key; no record is touched, and after a crash either the old lock or the new one holds.
// old is ignored if there is no lock. The vault has to be unlocked.
// Faults: those of Unlock and of Create.
func (v *Vault) ChangeLock(ctx context.Context, old, next []byte) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.seals == nil {
		return errLocked()
	}
	p, err := v.usableProfile()
	if err != nil {
		return fmt.Errorf("change lock: %w", err)
	}
	key, deviceKey, err := v.unwrap(ctx, p, old)
	defer clear(deviceKey)
	if err != nil {
		return fmt.Errorf("change lock: %w", err)
	}
	if err := v.relock(p, key, deviceKey, next); err != nil {
		return fmt.Errorf("change lock: %w", err)
	}
	return nil
}

// usableProfile is a profile that has keys.
func (v *Vault) usableProfile() (*profile, error) {
	p, err := v.readProfile()
	if err != nil {
		return nil, err
	}
	if p.Wiping {
		return nil, fault.New(fault.Conflict, "vault.wiping")
	}
	return p, nil
}

// unwrap gets vaultKey out of the profile, and deviceKey if there is one. A passphrase
// costs one run of Argon2id, right or wrong.
func (v *Vault) unwrap(ctx context.Context, p *profile, passphrase []byte) (*keyset.Handle, []byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	id, deviceKey, err := v.deviceSecret(p)
	if err != nil {
		return nil, nil, err
	}
	if p.Lock.Mode.needsPassphrase() {
		if len(passphrase) == 0 {
			return nil, deviceKey, fault.InvalidField("passphrase", "vault.passphraseMissing")
		}
		if err := p.Lock.Argon2id.check(); err != nil {
			return nil, deviceKey, err
		}
		if err := v.countAttempt(p); err != nil {
			return nil, deviceKey, err
		}
	}
	key, err := p.Lock.unwrap(id, deviceKey, passphrase, v.stretched)
	if err == nil && p.Lock.Mode.needsPassphrase() {
		err = v.forgiveAttempts(p)
	}
	return key, deviceKey, err
}

// deviceSecret is the vault's id and what the keyring keeps for it.
func (v *Vault) deviceSecret(p *profile) (id [16]byte, deviceKey []byte, err error) {
	if id, err = parseVaultID(p.VaultID); err != nil {
		return id, nil, damagedProfile(err)
	}
	if p.Lock.Mode.usesKeyring() {
		deviceKey, err = v.readDeviceKey(entryOf(p))
	}
	return id, deviceKey, err
}

// relock wraps vaultKey anew and saves the profile. A deviceKey that exists is used
// again, because the old wrap depends on it until the profile is saved; where there is
// none, the keyring is tried.
func (v *Vault) relock(p *profile, key *keyset.Handle, deviceKey, passphrase []byte) error {
	if err := v.params.check(); err != nil {
		return err
	}
	var ringErr error
	fresh := deviceKey == nil
	if fresh {
		deviceKey, ringErr = v.makeDeviceKey(entryOf(p))
		defer clear(deviceKey)
	}
	err := v.wrapAndSave(p, key, deviceKey, passphrase, ringErr)
	if err != nil && fresh && ringErr == nil {
		err = errors.Join(err, v.drop(entryOf(p), keyringUser))
	}
	return err
}

func (v *Vault) wrapAndSave(p *profile, key *keyset.Handle, deviceKey, passphrase []byte, ringErr error) error {
	m, err := chooseMode(ringErr, len(passphrase) > 0)
	if err != nil {
		return err
	}
	id, err := parseVaultID(p.VaultID)
	if err != nil {
		return damagedProfile(err)
	}
	l := newLock(m, v.params)
	if err := l.wrap(key, id, deviceKey, passphrase, v.stretched); err != nil {
		return err
	}
	p.Lock, p.Attempts = l, attempts{}
	return v.saveProfile(p)
}

// chooseMode takes whatever is there; with neither keyring nor passphrase there would be
// only a plain file, and that is refused.
func chooseMode(ringErr error, passphrase bool) (mode, error) {
	switch {
	case ringErr == nil && passphrase:
		return modeBoth, nil
	case ringErr == nil:
		return modeDevice, nil
	case passphrase:
		return modePassphrase, nil
	}
	needed := fault.InvalidField("passphrase", "vault.passphraseRequired")
	needed.Err = ringErr
	return "", needed.With("reason", fault.Of(ringErr).Key)
}

// hold keeps vaultKey in memory: the vault is unlocked.
func (v *Vault) hold(vaultID string, key *keyset.Handle) error {
	id, err := parseVaultID(vaultID)
	if err != nil {
		return damagedProfile(err)
	}
	seals, err := aead.New(key)
	if err != nil {
		return fmt.Errorf("set up vault key: %w", err)
	}
	v.id, v.key, v.seals = id, key, seals
	return nil
}

// forget is the reverse of hold.
func (v *Vault) forget() {
	v.pending.clear()
	v.id, v.key, v.seals, v.pending = [16]byte{}, nil, nil, nil
}

package vault

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Wipe destroys the profile. The wrapped keys go first: from then on nothing in the
// folder can be opened, whatever else happens, and the state is Wiping, also after a
// crash, until Wipe was called again and got to its end. rest removes what others keep
// in the folder (records, blobs); nil means nothing. Then the keyring's entry, the
// profile and, if it is empty, the folder.
//
// If the entry can't be removed, everything else is, and the fault is Unavailable
// vault.keyringLeftover with the entry's name: it opens nothing any more.
func (v *Vault) Wipe(rest func() error) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.forget()
	p, err := v.wipeTarget()
	if fault.Has(err, fault.NotFound) {
		v.wiping = false
		return nil
	}
	if err != nil {
		return fmt.Errorf("wipe vault: %w", err)
	}
	v.wiping = true
	if err := v.destroyKeys(p); err != nil {
		return fmt.Errorf("wipe vault: %w", err)
	}
	if rest != nil {
		if err := rest(); err != nil {
			return fmt.Errorf("wipe vault: %w", err)
		}
	}
	left := v.dropEntry(p)
	if err := v.removeProfile(); err != nil {
		return fmt.Errorf("wipe vault: %w", err)
	}
	v.wiping, v.front = false, front{}
	return left
}

// wipeTarget is the profile, or what can be told of one that is damaged or of a later
// version: that must be removable too.
func (v *Vault) wipeTarget() (*profile, error) {
	p, err := v.readProfile()
	if err == nil || fault.Has(err, fault.NotFound) {
		return p, err
	}
	raw, err := readSmallFile(v.path())
	if err != nil && !fault.Has(err, fault.Unavailable) { // Unavailable: too big to be one
		return nil, diskFault(err)
	}
	var known struct {
		VaultID     string `json:"vaultId"`
		DeviceEntry string `json:"deviceEntry"`
	}
	_ = json.Unmarshal(raw, &known) // what can't be read stays empty
	if _, err := parseVaultID(known.VaultID); err != nil {
		return &profile{}, nil //nolint:nilerr // a broken profile is to be wiped as well
	}
	return &profile{VaultID: known.VaultID, DeviceEntry: known.DeviceEntry}, nil
}

// destroyKeys leaves of the profile what a second Wipe needs. Fields of a later version
// go too: they may be keys.
func (v *Vault) destroyKeys(p *profile) error {
	gone := &profile{Format: profileFormat, VaultID: p.VaultID, DeviceEntry: p.DeviceEntry, Wiping: true}
	if p.Lock != nil {
		gone.Lock = &lock{Mode: p.Lock.Mode}
	}
	return v.saveProfile(gone)
}

func (v *Vault) dropEntry(p *profile) error {
	if p.Lock != nil && !p.Lock.Mode.usesKeyring() {
		return v.dropSecrets(p)
	}
	left := fault.New(fault.Unavailable, "vault.keyringLeftover").With("entry", entryOf(p))
	if p.VaultID == "" {
		return left
	}
	if err := errors.Join(v.drop(entryOf(p), keyringUser), v.drop(entryOf(p), secretsUser)); err != nil {
		left.Err = err
		return left
	}
	return nil
}

// dropSecrets is dropEntry for a profile whose own key isn't in the keyring: there may have
// been none when it was made, and one later. Where there is none now, nothing lies in it.
func (v *Vault) dropSecrets(p *profile) error {
	err := v.drop(entryOf(p), secretsUser)
	if err == nil || errors.Is(err, ErrKeyringUnavailable) {
		return nil
	}
	left := fault.New(fault.Unavailable, "vault.keyringLeftover").With("entry", entryOf(p))
	left.Err = err
	return left
}

func (v *Vault) removeProfile() error {
	if err := os.Remove(v.path()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return diskFault(err)
	}
	if err := v.dropStrays(); err != nil {
		return err
	}
	_ = os.Remove(v.dir) // fails if the caller keeps something there, which is its right
	return nil
}

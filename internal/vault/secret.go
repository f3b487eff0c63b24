package vault

import (
	"errors"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// secretsUser is the entry in the keyring for what a person is entrusted with by others:
// the keys of providers. It lies beside the device's own key and goes with the profile.
const secretsUser = "providerKeys"

// Secrets reads what KeepSecrets put into the keyring; empty if nothing was. The faults
// are Unavailable vault.keyringUnavailable and vault.keyringLocked.
func (v *Vault) Secrets() (string, error) {
	entry, err := v.secretsEntry()
	if err != nil {
		return "", err
	}
	text, err := v.ring.Get(entry, secretsUser)
	if errors.Is(err, ErrKeyringMissing) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read secrets: %w", keyringFault(err))
	}
	return text, nil
}

// KeepSecrets puts text into the keyring and reads it back: some keyrings accept an entry
// and then have none. Empty text removes the entry. The faults are those of Secrets.
func (v *Vault) KeepSecrets(text string) error {
	entry, err := v.secretsEntry()
	if err != nil {
		return err
	}
	if text == "" {
		return v.drop(entry, secretsUser)
	}
	if err := v.ring.Set(entry, secretsUser, text); err != nil {
		return fmt.Errorf("keep secrets: %w", keyringFault(err))
	}
	if back, err := v.ring.Get(entry, secretsUser); err != nil || back != text {
		return fmt.Errorf("keep secrets: %w", fault.Wrap(fault.Unavailable, "vault.keyringUnavailable", err))
	}
	return nil
}

// secretsEntry is the profile's, which must be open: nobody else is entrusted with anything.
func (v *Vault) secretsEntry() (string, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if v.key == nil {
		return "", fault.New(fault.Locked, "vault.locked")
	}
	p, err := v.readProfile()
	if err != nil {
		return "", fmt.Errorf("read profile: %w", err)
	}
	return entryOf(p), nil
}

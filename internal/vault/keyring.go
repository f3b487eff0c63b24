package vault

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Keyring is where the operating system keeps secrets for a person who is logged in.
//
// A missing entry is ErrKeyringMissing. Every other error means that there is no
// usable keyring just now, and carries the key "vault.keyringUnavailable" or
// "vault.keyringLocked".
type Keyring interface {
	Get(service, user string) (secret string, err error)
	Set(service, user, secret string) error
	Delete(service, user string) error
}

// Faults a Keyring answers with; an implementation may make equal ones with fault.New.
var (
	// ErrKeyringMissing: the keyring works and has no such entry.
	ErrKeyringMissing = fault.New(fault.NotFound, "vault.keyringMissing")
	// ErrKeyringUnavailable: there is no keyring, or it does not answer.
	ErrKeyringUnavailable = fault.New(fault.Unavailable, "vault.keyringUnavailable")
	// ErrKeyringLocked: there is a keyring and it stays closed.
	ErrKeyringLocked = fault.New(fault.Unavailable, "vault.keyringLocked")
)

const (
	keyringUser = "deviceKey"
	keySize     = 32 // bytes of every symmetric key here
)

// keyringService names the entry of one vault, so that two profiles of one person
// never share or overwrite a key.
func keyringService(vaultID string) string { return "jobjourney/" + vaultID }

// entryOf names the entry of one profile folder. A restored profile has the vaultId of
// the one the backup was made of, which may live on in another folder of this computer:
// it gets an entry of its own, so that neither writes over the other's or takes it along
// when it is wiped.
func entryOf(p *profile) string {
	if p.DeviceEntry == "" {
		return keyringService(p.VaultID)
	}
	return keyringService(p.VaultID) + "/" + p.DeviceEntry
}

// ProbeKeyring says whether a keyring can be read from, without writing to it. A nil
// error means a new profile may do without a passphrase; Create finds out for certain,
// because only writing shows whether an entry can be kept.
func (v *Vault) ProbeKeyring() error {
	_, err := v.ring.Get(keyringService("probe"), keyringUser)
	if err == nil || errors.Is(err, ErrKeyringMissing) {
		return nil
	}
	return keyringFault(err)
}

// readDeviceKey gets the key back from the keyring.
func (v *Vault) readDeviceKey(entry string) ([]byte, error) {
	text, err := v.ring.Get(entry, keyringUser)
	if err != nil {
		return nil, fmt.Errorf("read device key: %w", keyringFault(err))
	}
	key, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(key) != keySize {
		clear(key)
		return nil, fault.New(fault.Unavailable, "vault.keyringMismatch")
	}
	return key, nil
}

// makeDeviceKey puts a fresh key into the keyring and reads it back: some keyrings
// accept an entry and then have none.
func (v *Vault) makeDeviceKey(entry string) ([]byte, error) {
	key := newSecret()
	text := base64.StdEncoding.EncodeToString(key)
	if err := v.ring.Set(entry, keyringUser, text); err != nil {
		return nil, fmt.Errorf("keep device key: %w", keyringFault(err))
	}
	kept, err := v.ring.Get(entry, keyringUser)
	if err == nil && kept != text {
		err = ErrKeyringUnavailable
	}
	if err != nil {
		return nil, errors.Join(keyringFault(err), v.drop(entry, keyringUser))
	}
	return key, nil
}

// drop removes what lies under a name in the entry; that there is nothing is fine.
func (v *Vault) drop(entry, user string) error {
	err := v.ring.Delete(entry, user)
	if err == nil || errors.Is(err, ErrKeyringMissing) {
		return nil
	}
	return fmt.Errorf("remove keyring entry: %w", keyringFault(err))
}

// keyringFault makes sure that a keyring's error has a sentence.
func keyringFault(err error) error {
	for _, known := range []*fault.Error{ErrKeyringMissing, ErrKeyringLocked, ErrKeyringUnavailable} {
		if errors.Is(err, known) {
			return err
		}
	}
	return fault.Wrap(fault.Unavailable, ErrKeyringUnavailable.Key, err)
}

// newSecret is a fresh 256-bit key. crypto/rand never returns an error; without
// randomness the program ends.
func newSecret() []byte {
	key := make([]byte, keySize)
	rand.Read(key) // documented never to return an error
	return key
}

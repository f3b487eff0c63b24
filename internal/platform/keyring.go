package platform

import (
	"errors"
	"fmt"
	"time"

	"github.com/zalando/go-keyring"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// keyringPatience is how long a keyring may take. It is long because the system may be
// asking the person for the keyring's own password meanwhile, and finite because a
// session bus can hang for ever.
const keyringPatience = 90 * time.Second

// Keyring is the operating system's own: the Secret Service on Linux, the Keychain on
// macOS, the Credential Manager on Windows.
//
// Faults: NotFound vault.keyringMissing for an entry that isn't there; Unavailable
// vault.keyringLocked for a keyring that stays closed; Unavailable
// vault.keyringUnavailable for all else, because then there is no usable keyring.
type Keyring struct {
	clk    clock.Clock
	system secrets
	usable func() error // says no before the system is bothered
}

// secrets is the part of go-keyring that is used.
type secrets interface {
	Get(service, user string) (string, error)
	Set(service, user, secret string) error
	Delete(service, user string) error
}

// NewKeyring connects to nothing yet.
func NewKeyring(clk clock.Clock) *Keyring {
	return &Keyring{clk: clk, system: systemSecrets{}, usable: keyringUsable}
}

// Get reads an entry.
func (k *Keyring) Get(service, user string) (string, error) {
	return k.ask("read keyring entry", func() (string, error) { return k.system.Get(service, user) })
}

// Set writes an entry, over one of that name.
func (k *Keyring) Set(service, user, secret string) error {
	_, err := k.ask("write keyring entry", func() (string, error) { return "", k.system.Set(service, user, secret) })
	return err
}

// Delete removes an entry.
func (k *Keyring) Delete(service, user string) error {
	_, err := k.ask("remove keyring entry", func() (string, error) { return "", k.system.Delete(service, user) })
	return err
}

// ask waits for do, but not for ever. What comes too late is thrown away.
func (k *Keyring) ask(what string, do func() (string, error)) (string, error) {
	if err := k.usable(); err != nil {
		return "", fmt.Errorf("%s: %w", what, keyringFault(err))
	}
	type answer struct {
		secret string
		err    error
	}
	done := make(chan answer, 1)
	go func() {
		// The library trusts the other side of the bus: a connection that closes during a
		// prompt makes it panic, and that must not end the app.
		defer func() {
			if r := recover(); r != nil {
				done <- answer{err: fmt.Errorf("keyring library: %v", r)}
			}
		}()
		secret, err := do()
		done <- answer{secret, err}
	}()
	select {
	case a := <-done:
		if a.err != nil {
			return "", fmt.Errorf("%s: %w", what, keyringFault(a.err))
		}
		return a.secret, nil
	case <-k.clk.After(keyringPatience):
		return "", fmt.Errorf("%s: %w", what, keyringFault(errors.New("no answer")))
	}
}

// keyringFault sorts errors. go-keyring has one value for a missing entry; everything
// else comes from the system as it is.
func keyringFault(err error) error {
	switch {
	case errors.Is(err, keyring.ErrNotFound):
		return fault.Wrap(fault.NotFound, "vault.keyringMissing", err)
	case keyringLocked(err):
		return fault.Wrap(fault.Unavailable, "vault.keyringLocked", err)
	}
	return fault.Wrap(fault.Unavailable, "vault.keyringUnavailable", err)
}

type systemSecrets struct{}

func (systemSecrets) Get(service, user string) (string, error) { return keyring.Get(service, user) }
func (systemSecrets) Set(service, user, secret string) error {
	return keyring.Set(service, user, secret)
}
func (systemSecrets) Delete(service, user string) error { return keyring.Delete(service, user) }

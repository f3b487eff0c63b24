package vault

import (
	"errors"
	"io/fs"
	"os"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// State is the lock state of a profile; README.md says what works in each.
type State string

// The lock states.
const (
	None     State = "none"     // no profile in this folder
	Locked   State = "locked"   // a profile, its vaultKey wrapped
	Unlocked State = "unlocked" // vaultKey is in memory
	Wiping   State = "wiping"   // the keys are destroyed, the files are on their way out
)

// Status is what can be said about a profile without opening it.
type Status struct {
	State           State
	VaultID         string        // empty while there is no readable profile
	NeedsPassphrase bool          // Unlock takes a passphrase
	UsesKeyring     bool          // Unlock takes the entry in the keyring
	HasRecoveryKey  bool          // a recovery key was confirmed
	RetryAfter      time.Duration // how long Unlock refuses to try again
}

// State reads one file at most, and no key.
func (v *Vault) State() State {
	v.mu.RLock()
	defer v.mu.RUnlock()
	state, _ := v.look()
	return state
}

// Status is State with particulars. A profile that cannot be read is Locked, and the
// error says why.
func (v *Vault) Status() (Status, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	state, err := v.look()
	if err != nil || state == None {
		return Status{State: state}, err
	}
	p, err := v.readProfile()
	if err != nil {
		return Status{State: state}, err
	}
	if p.Lock == nil {
		return Status{State: state, VaultID: p.VaultID}, nil // wiping
	}
	return Status{
		State:           state,
		VaultID:         p.VaultID,
		NeedsPassphrase: p.Lock.Mode.needsPassphrase(),
		UsesKeyring:     p.Lock.Mode.usesKeyring(),
		HasRecoveryKey:  p.Recovery != nil,
		RetryAfter:      p.Attempts.wait(v.clk.Now()),
	}, nil
}

// look finds the state. Whoever calls it holds the mutex.
func (v *Vault) look() (State, error) {
	if v.seals != nil {
		return Unlocked, nil
	}
	if v.wiping {
		return Wiping, nil
	}
	if _, err := os.Lstat(v.path()); errors.Is(err, fs.ErrNotExist) {
		return None, nil
	}
	p, err := v.readProfile()
	if err != nil {
		return Locked, err
	}
	if p.Wiping {
		return Wiping, nil
	}
	return Locked, nil
}

// errLocked is what everything that needs vaultKey answers while it is not in memory.
func errLocked() error { return fault.New(fault.Locked, "vault.locked") }

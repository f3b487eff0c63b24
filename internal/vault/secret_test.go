package vault

import (
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestSecretsLieInTheKeyringAndGoWithTheProfile(t *testing.T) {
	r := created(t, "")
	if got, err := r.Secrets(); err != nil || got != "" {
		t.Errorf("%q, %v", got, err)
	}
	ok(t, r.KeepSecrets(`{"openrouter":"sk"}`))
	if got, err := r.Secrets(); err != nil || got != `{"openrouter":"sk"}` {
		t.Errorf("%q, %v", got, err)
	}
	r.Lock()
	_, err := r.Secrets()
	wants(t, err, fault.Locked, "vault.locked")
	wants(t, r.KeepSecrets("x"), fault.Locked, "vault.locked")
	ok(t, r.Unlock(ctx, nil))
	ok(t, r.KeepSecrets("x"))
	ok(t, r.Wipe(nil))
	if len(r.ring.entries) != 0 {
		t.Errorf("the keyring keeps %v", r.ring.entries)
	}
}

func TestSecretsAreTakenBack(t *testing.T) {
	r := created(t, "")
	before := len(r.ring.entries)
	ok(t, r.KeepSecrets("x"))
	ok(t, r.KeepSecrets(""))
	ok(t, r.KeepSecrets(""))
	if len(r.ring.entries) != before {
		t.Errorf("the keyring keeps %v", r.ring.entries)
	}
}

func TestAKeyringThatForgetsIsNone(t *testing.T) {
	r := created(t, "")
	r.ring.forgets = true
	wants(t, r.KeepSecrets("x"), fault.Unavailable, "vault.keyringUnavailable")
	r.ring.forgets, r.ring.err = false, ErrKeyringLocked
	wants(t, r.KeepSecrets("x"), fault.Unavailable, "vault.keyringLocked")
	_, err := r.Secrets()
	wants(t, err, fault.Unavailable, "vault.keyringLocked")
}

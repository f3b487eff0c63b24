package store

import (
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// moodyRing is a keyring that can be away.
type moodyRing struct {
	text string
	err  error
}

func (k *moodyRing) Secrets() (string, error) { return k.text, k.err }

func (k *moodyRing) KeepSecrets(text string) error {
	if k.err == nil {
		k.text = text
	}
	return k.err
}

func moody(t *testing.T) (*rig, *moodyRing, *Providers) {
	t.Helper()
	r, k := newRig(t), &moodyRing{}
	p := NewProviders(r.s)
	p.vault = func() secrets { return k }
	return r, k, p
}

func TestProviderKeysLieInTheKeyring(t *testing.T) {
	_, k, p := moody(t)
	ok(t, p.KeepKey(ctx, "openrouter", "sk-or-v1-canary"))
	ok(t, p.KeepKey(ctx, "elevenlabs", "xi-canary"))
	if key, err := p.Key(ctx, "openrouter"); err != nil || key != "sk-or-v1-canary" {
		t.Errorf("%q, %v", key, err)
	}
	if sealed, err := p.Sealed(ctx); err != nil || sealed {
		t.Errorf("sealed %t, %v", sealed, err)
	}
	ok(t, p.DropKey(ctx, "openrouter"))
	if _, err := p.Key(ctx, "openrouter"); fault.Of(err).Key != "provider.noKey" {
		t.Errorf("%v", err)
	}
	if strings.Contains(k.text, "sk-or") || !strings.Contains(k.text, "xi-canary") {
		t.Errorf("the keyring has %q", k.text)
	}
}

func TestWithoutAKeyringKeysAreSealed(t *testing.T) {
	_, k, p := moody(t)
	k.err = vault.ErrKeyringUnavailable
	ok(t, p.KeepKey(ctx, "openrouter", "sk-or-v1-canary"))
	if sealed, err := p.Sealed(ctx); err != nil || !sealed {
		t.Errorf("sealed %t, %v", sealed, err)
	}
	if key, err := p.Key(ctx, "openrouter"); err != nil || key != "sk-or-v1-canary" {
		t.Errorf("%q, %v", key, err)
	}
	k.err = nil // one has come to be: the next change brings them in
	ok(t, p.KeepKey(ctx, "elevenlabs", "xi"))
	all, _, err := p.keys.only(ctx)
	if err != nil || len(all) != 1 || all[inKeyring] == "" {
		t.Errorf("the vault still has %d keys, %v", len(all), err)
	}
	if key, err := p.Key(ctx, "openrouter"); err != nil || key != "sk-or-v1-canary" {
		t.Errorf("%q, %v", key, err)
	}
}

func TestAKeyringThatIsAwayForAWhileLosesNothing(t *testing.T) {
	_, k, p := moody(t)
	ok(t, p.KeepKey(ctx, "openrouter", "sk-or-v1-canary"))
	k.err = vault.ErrKeyringUnavailable
	if _, err := p.Key(ctx, "openrouter"); fault.Of(err).Key != "vault.keyringUnavailable" {
		t.Errorf("nobody knows of the key any more: %v", err)
	}
	for _, err := range []error{p.KeepKey(ctx, "openrouter", "sk-new"), p.DropKey(ctx, "openrouter")} {
		if fault.Of(err).Key != "vault.keyringUnavailable" {
			t.Errorf("%v", err)
		}
	}
	k.err = nil
	ok(t, p.DropKey(ctx, "openrouter"))
	k.err = vault.ErrKeyringUnavailable // nothing lies there any more
	ok(t, p.KeepKey(ctx, "elevenlabs", "xi"))
	if key, err := p.Key(ctx, "elevenlabs"); err != nil || key != "xi" {
		t.Errorf("%q, %v", key, err)
	}
}

func TestALockedKeyringLosesNothing(t *testing.T) {
	_, k, p := moody(t)
	ok(t, p.KeepKey(ctx, "openrouter", "sk-or-v1-canary"))
	k.err = vault.ErrKeyringLocked
	if err := p.KeepKey(ctx, "elevenlabs", "xi"); fault.Of(err).Key != "vault.keyringLocked" {
		t.Errorf("%v", err)
	}
	k.err = nil
	if key, err := p.Key(ctx, "openrouter"); err != nil || key != "sk-or-v1-canary" {
		t.Errorf("%q, %v", key, err)
	}
}

func TestTheProfilesOwnKeyringIsUsed(t *testing.T) {
	r := newRig(t)
	p := NewProviders(r.s)
	ok(t, p.KeepKey(ctx, "openrouter", "sk-or-v1-canary"))
	if sealed, err := p.Sealed(ctx); err != nil || sealed {
		t.Errorf("sealed %t, %v", sealed, err)
	}
	r.Reopen(t)
	if key, err := NewProviders(r.s).Key(ctx, "openrouter"); err != nil || key != "sk-or-v1-canary" {
		t.Errorf("%q, %v", key, err)
	}
}

func TestChoicesOfProvidersAreKept(t *testing.T) {
	r, _, p := moody(t)
	want := provider.Config{Entries: []provider.Entry{{ID: "openrouter", Kind: provider.OpenRouter, KeyTail: "nary"}}, Privacy: provider.Privacy{ZeroRetention: true}}
	ok(t, p.SaveProviders(ctx, want))
	r.Reopen(t)
	got, err := NewProviders(r.s).Providers(ctx)
	if err != nil || len(got.Entries) != 1 || got.Entries[0] != want.Entries[0] || got.Privacy != want.Privacy {
		t.Errorf("%+v, %v", got, err)
	}
}

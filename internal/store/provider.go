package store

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// Providers fulfils provider.Store and provider.Keys.
type Providers struct {
	mu     sync.Mutex // held while keys are changed
	config collection[provider.Config]
	keys   collection[providerKeys] // where there is no keyring
	vault  func() secrets           // of the profile that is open
}

// secrets is what is needed of a vault.
type secrets interface {
	Secrets() (string, error)
	KeepSecrets(text string) error
}

// providerKeys are the keys by provider. In the keyring they lie together too, as one
// entry: it is named after the profile, and goes with it. The record then only says so.
type providerKeys map[provider.ID]string

// inKeyring marks a record whose keys lie in the keyring: should that be away for a while,
// nobody is to think that there are none.
const inKeyring provider.ID = "keyring"

// NewProviders keeps who takes part in rehearsals in s, and keys in the keyring if there is one.
func NewProviders(s *Store) *Providers {
	return &Providers{
		config: collect[provider.Config](s, "providers", vault.ClassDevice, nil),
		keys:   collect[providerKeys](s, "providerKeys", vault.ClassDevice, nil),
		vault:  func() secrets { return s.currentVault() },
	}
}

// Providers is provider.Store.
func (p *Providers) Providers(ctx context.Context) (provider.Config, error) {
	c, _, err := p.config.only(ctx)
	return c, err
}

// SaveProviders is provider.Store.
func (p *Providers) SaveProviders(ctx context.Context, c provider.Config) error {
	return p.config.putOnly(ctx, c)
}

// Sealed is provider.Keys: a keyring that can't be used now but may be later is no reason
// to put keys inKeyring.
func (p *Providers) Sealed(context.Context) (bool, error) {
	_, err := p.vault().Secrets()
	if noKeyring(err) {
		return true, nil
	}
	return false, err
}

func noKeyring(err error) bool {
	return err != nil && fault.Of(err).Key == vault.ErrKeyringUnavailable.Key
}

// Key is provider.Keys.
func (p *Providers) Key(ctx context.Context, id provider.ID) (string, error) {
	all, _, err := p.read(ctx)
	if err != nil {
		return "", err
	}
	if key, ok := all[id]; ok {
		return key, nil
	}
	return "", fault.New(fault.NotFound, "provider.noKey")
}

// KeepKey is provider.Keys.
func (p *Providers) KeepKey(ctx context.Context, id provider.ID, key string) error {
	return p.edit(ctx, func(all providerKeys) { all[id] = key })
}

// DropKey is provider.Keys.
func (p *Providers) DropKey(ctx context.Context, id provider.ID) error {
	return p.edit(ctx, func(all providerKeys) { delete(all, id) })
}

// read gives all keys and whether they lie in the vault. Keys sealed while there was no
// keyring stay where they are until they are saved again. A keyring that holds keys and is
// away is Unavailable vault.keyringUnavailable.
func (p *Providers) read(ctx context.Context) (all providerKeys, sealed bool, err error) {
	kept, _, err := p.keys.only(ctx)
	if err != nil {
		return nil, false, err
	}
	all = providerKeys{}
	text, err := p.vault().Secrets()
	switch {
	case noKeyring(err) && kept[inKeyring] == "":
		sealed = true
	case err != nil:
		return nil, false, err
	case text != "":
		if err := json.Unmarshal([]byte(text), &all); err != nil {
			return nil, false, fault.New(fault.Unavailable, "vault.keyringMismatch")
		}
	}
	for id, key := range kept {
		if id != inKeyring {
			all[id] = key // saved while there was no keyring, so the newer one
		}
	}
	return all, sealed, nil
}

// edit changes the keys where they lie, and brings sealed ones into a keyring that has
// come to be.
func (p *Providers) edit(ctx context.Context, change func(providerKeys)) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	all, sealed, err := p.read(ctx)
	if err != nil {
		return err
	}
	change(all)
	if !sealed {
		if err := p.intoKeyring(all); !noKeyring(err) {
			if err != nil {
				return err
			}
			all = left(all)
		}
	}
	if len(all) == 0 && !p.keys.saved() {
		return nil
	}
	return p.keys.putOnly(ctx, all)
}

// left is what the record says once the keys are in the keyring.
func left(there providerKeys) providerKeys {
	if len(there) == 0 {
		return providerKeys{}
	}
	return providerKeys{inKeyring: "yes"}
}

func (p *Providers) intoKeyring(all providerKeys) error {
	text := ""
	if len(all) > 0 {
		raw, err := json.Marshal(all)
		if err != nil {
			return fmt.Errorf("write keys: %w", err)
		}
		text = string(raw)
	}
	return p.vault().KeepSecrets(text)
}

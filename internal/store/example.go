package store

import (
	"context"
	"errors"
	"os"
	"sync"

	"github.com/jobjourney/jobjourney/internal/vault"
)

// throwaway is a profile in a temporary folder whose device key never leaves memory:
// when the app goes away, for whatever reason, nothing can open what is left.
type throwaway struct {
	place *borrowed
	real  *vault.Vault
	where string // the real profile's folder
}

// Enter is account.Example: it puts an empty throw-away profile in the place of the
// real one, which stays untouched on the disk.
func (h *Home) Enter(ctx context.Context) error {
	if h.example() != nil {
		return nil
	}
	if err := h.s.Close(); err != nil {
		return err
	}
	place, err := h.borrow(os.TempDir(), exampleFolder)
	if err != nil {
		return err
	}
	ring, look := &memoryKeyring{entries: map[string]string{}}, h.s.currentVault().Appearance()
	h.setExample(&throwaway{place: place, real: h.s.currentVault(), where: h.s.folder()})
	h.s.moveTo(place.dir, vault.New(place.dir, ring, h.clk, vault.DefaultLockParams()))
	err = h.s.currentVault().SetAppearance(look.Theme, look.Language)
	if err == nil {
		err = h.Create(ctx, nil)
	}
	if err != nil {
		return errors.Join(err, h.Leave(ctx))
	}
	return nil
}

// Leave is account.Example: every trace of the throw-away profile goes.
func (h *Home) Leave(context.Context) error {
	t := h.example()
	if t == nil {
		return nil
	}
	h.Lock()
	err := h.s.Close()
	h.s.moveTo(t.where, t.real)
	h.setExample(nil)
	return errors.Join(err, t.place.giveBack())
}

func (h *Home) example() *throwaway {
	h.placeMu.Lock()
	defer h.placeMu.Unlock()
	return h.throwaway
}

func (h *Home) setExample(t *throwaway) {
	h.placeMu.Lock()
	defer h.placeMu.Unlock()
	h.throwaway = t
}

// memoryKeyring is the keyring of the example.
type memoryKeyring struct {
	mu      sync.Mutex
	entries map[string]string
}

func (k *memoryKeyring) Get(service, user string) (string, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	secret, ok := k.entries[service+"\x00"+user]
	if !ok {
		return "", vault.ErrKeyringMissing
	}
	return secret, nil
}

func (k *memoryKeyring) Set(service, user, secret string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.entries[service+"\x00"+user] = secret
	return nil
}

func (k *memoryKeyring) Delete(service, user string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.entries, service+"\x00"+user)
	return nil
}

// moveTo points a closed store at another profile.
func (s *Store) moveTo(dir string, v *vault.Vault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dir, s.vault = dir, v
}

func (s *Store) currentVault() *vault.Vault {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.vault
}

package store

import (
	"context"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/account"
)

// NewRecoveryKey is account.Recovery.
func (h *Home) NewRecoveryKey() (account.RecoveryKey, error) {
	text, err := h.s.currentVault().NewRecoveryKey()
	return account.RecoveryKey{Groups: text.Groups, Ask: text.Ask}, err
}

// ConfirmRecoveryKey is account.Recovery. The public half of the key's pair is kept in a
// sealed record: backups, and later generations of the vault's key, are sealed to it.
func (h *Home) ConfirmRecoveryKey(ctx context.Context, typed map[int]string) error {
	public, err := h.s.currentVault().ConfirmRecoveryKey(typed)
	if err != nil {
		return err
	}
	if err := h.keys.putOnly(ctx, publicKeys{Recovery: public}); err != nil {
		return fmt.Errorf("keep public half: %w", err)
	}
	return nil
}

// Recover is account.Recovery.
func (h *Home) Recover(ctx context.Context, key string, passphrase []byte) error {
	if err := h.occupy(h.s.currentVault()); err != nil {
		return err
	}
	if err := h.s.currentVault().RecoverWith(ctx, key, passphrase); err != nil {
		return err
	}
	return h.enter(ctx)
}

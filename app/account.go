package app

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/account"
)

// Account is first run, lock and recovery.
type Account struct {
	gate *Gate
	svc  *account.Service
}

// NewAccount binds the service.
func NewAccount(g *Gate, svc *account.Service) *Account { return &Account{g, svc} }

// Status works in every lock state.
func (a *Account) Status() (AccountView, error) {
	return call(a.gate, func(context.Context) (account.Status, error) { return a.svc.Status(), nil }, accountView)
}

// ConfirmAge answers the date question; under 18 it is denied and nothing is kept.
func (a *Account) ConfirmAge(year, month, day int) error {
	return act(a.gate, func(context.Context) error { return a.svc.ConfirmAge(year, month, day) })
}

// Create makes the profile on this computer. An empty passphrase means no app lock.
func (a *Account) Create(passphrase string) error {
	return act(a.gate, func(ctx context.Context) error { return a.svc.Create(ctx, secret(passphrase)) })
}

// Unlock opens the profile; without an app lock the passphrase is empty.
func (a *Account) Unlock(passphrase string) error {
	return act(a.gate, func(ctx context.Context) error { return a.svc.Unlock(ctx, secret(passphrase)) })
}

// Lock closes the profile.
func (a *Account) Lock() error {
	return act(a.gate, func(context.Context) error { return a.svc.Lock() })
}

// ChangePassphrase sets, changes or (next empty) removes the app lock.
func (a *Account) ChangePassphrase(current, next string) error {
	return act(a.gate, func(ctx context.Context) error {
		return a.svc.ChangePassphrase(ctx, secret(current), secret(next))
	})
}

// NewRecoveryKey makes a recovery key and shows it, once.
func (a *Account) NewRecoveryKey() (RecoveryKeyView, error) {
	return call(a.gate, func(context.Context) (account.RecoveryKey, error) { return a.svc.NewRecoveryKey() },
		func(k account.RecoveryKey) RecoveryKeyView { return RecoveryKeyView{k.Groups, k.Ask[:]} })
}

// ConfirmRecoveryKey checks the groups typed back; only then the key opens the vault.
func (a *Account) ConfirmRecoveryKey(typed []TypedGroup) error {
	groups := make(map[int]string, len(typed))
	for _, t := range typed {
		groups[t.Group] = t.Text
	}
	return act(a.gate, func(ctx context.Context) error { return a.svc.ConfirmRecoveryKey(ctx, groups) })
}

// Recover opens the profile with the recovery key and sets a new passphrase, or none.
func (a *Account) Recover(key, passphrase string) error {
	return act(a.gate, func(ctx context.Context) error { return a.svc.Recover(ctx, key, secret(passphrase)) })
}

// EnterExample opens a throw-away profile of an invented person.
func (a *Account) EnterExample() error { return act(a.gate, a.svc.EnterExample) }

// LeaveExample removes every trace of the example.
func (a *Account) LeaveExample() error { return act(a.gate, a.svc.LeaveExample) }

// secret is nil for an empty string, which means "none" everywhere below.
func secret(s string) []byte {
	if s == "" {
		return nil
	}
	return []byte(s)
}

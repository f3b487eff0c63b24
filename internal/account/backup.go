package account

import (
	"context"
	"fmt"
	"io"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// Damage is a record that could not be opened when the profile was unlocked.
type Damage struct {
	ID   string // empty if not even the id could be read
	Kind string // empty if unknown
}

// Archive writes and reads the one file a profile fits into.
type Archive interface {
	// WriteBackup writes everything, sealed so that only the recovery key opens it.
	WriteBackup(ctx context.Context, w io.Writer) error
	// RestoreBackup puts a backup in the place of a missing profile and leaves it
	// unlocked. On any error nothing is left behind.
	RestoreBackup(ctx context.Context, r io.Reader, recoveryKey string, passphrase []byte) error
	Damaged() []Damage
}

// Backups backs up and restores.
type Backups struct {
	account *Service
	archive Archive
	clk     clock.Clock
}

// NewBackups makes the service; it touches nothing yet.
func NewBackups(a *Service, archive Archive, clk clock.Clock) *Backups {
	return &Backups{a, archive, clk}
}

// FileName is what a backup made now is called.
func (b *Backups) FileName() string {
	return "JobJourney " + b.clk.Now().Format("2006-01-02") + ".jjbackup"
}

// Write backs up. Without a recovery key nothing could ever open the file, so it is a Conflict.
func (b *Backups) Write(ctx context.Context, w io.Writer) error {
	status := b.account.Status()
	if status.State != Unlocked {
		return fault.New(fault.Locked, "vault.locked")
	}
	if !status.HasRecoveryKey {
		return fault.New(fault.Conflict, "account.backupNeedsKey")
	}
	if err := b.archive.WriteBackup(ctx, w); err != nil {
		return fmt.Errorf("write backup: %w", err)
	}
	return nil
}

// Restore puts a backup in the place of a missing profile. The date question comes
// first here too. A profile that exists is never overwritten.
func (b *Backups) Restore(ctx context.Context, r io.Reader, recoveryKey string, passphrase []byte) error {
	return b.account.begin(ctx, passphrase, func() error {
		if err := b.archive.RestoreBackup(ctx, r, recoveryKey, passphrase); err != nil {
			return fmt.Errorf("restore backup: %w", err)
		}
		return nil
	})
}

// Damaged lists what could not be opened.
func (b *Backups) Damaged() []Damage { return b.archive.Damaged() }

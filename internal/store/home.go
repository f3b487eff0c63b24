package store

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"

	"github.com/jobjourney/jobjourney/internal/account"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/settings"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// Guard keeps a second start of the app out of the profile's folder.
type Guard interface {
	Release() error
	Remove() error // also takes away what it left in the folder
}

// Home is where a profile lives, keys and records together. It fulfils what package
// account declares, and what can be read before unlocking for package settings.
type Home struct {
	s    *Store
	clk  clock.Clock
	lock func(folder string) (Guard, error)

	placeMu   sync.Mutex
	guard     Guard      // nil until the profile's folder is ours
	throwaway *throwaway // the example, if it is open

	fillMu sync.Mutex
	stop   context.CancelFunc // of the filling of the search index
	filled sync.WaitGroup

	adult collection[adultAnswer]
	keys  collection[publicKeys]
}

// adultAnswer is all that is kept of the date question.
type adultAnswer struct {
	Adult bool `json:"adult"`
}

// publicKeys are what later generations of vaultKey, and backups, are sealed to.
type publicKeys struct {
	Recovery []byte `json:"recovery"` // HPKE public key made from the recovery key
}

// NewHome is the home of s; lock guards a folder, and makes it if it is missing.
func NewHome(s *Store, clk clock.Clock, lock func(folder string) (Guard, error)) *Home {
	return &Home{
		s: s, clk: clk, lock: lock,
		adult: collect[adultAnswer](s, "account", vault.ClassSettings, nil),
		keys:  collect[publicKeys](s, "keys", vault.ClassSettings, nil),
	}
}

// Folder is where the profile that is open, or would be opened, lies: the example's own
// folder while there is one.
func (h *Home) Folder() string { return h.s.folder() }

// Status is account.Home.
func (h *Home) Status() account.Status {
	v := h.s.currentVault()
	st, err := v.Status()
	if err == nil && st.State == vault.Locked {
		err = h.occupy(v)
	}
	out := account.Status{
		State: account.State(st.State), HasPassphrase: st.NeedsPassphrase, HasRecoveryKey: st.HasRecoveryKey,
		RetryAfter: st.RetryAfter, Example: h.example() != nil,
	}
	if err != nil {
		slog.Error("look at profile", "error", err.Error())
		out.Trouble = fault.Of(err).Key
	}
	if st.State == vault.None {
		if err := v.ProbeKeyring(); err != nil {
			out.NeedsPassphrase = fault.Of(err).Key
		}
	}
	return out
}

// Create is account.Home.
func (h *Home) Create(ctx context.Context, passphrase []byte) error {
	v := h.s.currentVault()
	if err := h.occupy(v); err != nil {
		return err
	}
	if err := v.Create(ctx, vault.CreateOptions{Passphrase: passphrase}); err != nil {
		return errors.Join(err, h.vacate(Guard.Remove))
	}
	return h.enter(ctx)
}

// occupy makes the folder of v ours; a second copy of the app is a Conflict. The example's
// folder is known to nobody else, and whoever looked at it while it was left must not make
// the folder of a profile that doesn't exist.
func (h *Home) occupy(v *vault.Vault) error {
	h.placeMu.Lock()
	defer h.placeMu.Unlock()
	if h.guard != nil || h.throwaway != nil || h.s.currentVault() != v {
		return nil
	}
	guard, err := h.lock(h.s.folder())
	if err != nil {
		return err
	}
	h.guard = guard
	return nil
}

// vacate lets others in, by Release or Remove.
func (h *Home) vacate(leave func(Guard) error) error {
	h.placeMu.Lock()
	defer h.placeMu.Unlock()
	if h.guard == nil {
		return nil
	}
	guard := h.guard
	h.guard = nil
	return leave(guard)
}

// Unlock is account.Home.
func (h *Home) Unlock(ctx context.Context, passphrase []byte) error {
	v := h.s.currentVault()
	// Where there is no profile, none is begun by trying to open it.
	if st, err := v.Status(); err != nil || st.State != vault.None {
		if err := h.occupy(v); err != nil {
			return err
		}
	}
	if err := v.Unlock(ctx, passphrase); err != nil {
		return err
	}
	return h.enter(ctx)
}

// enter reads the records; if that can't be done the vault is closed again.
func (h *Home) enter(ctx context.Context) error {
	err := h.s.Open(ctx)
	if err == nil {
		err = h.s.Load(ctx)
	}
	if err != nil {
		h.Lock()
		return err
	}
	if err := h.s.settle(ctx); err != nil {
		slog.Error("settle store", "error", err.Error())
	}
	h.startFilling(ctx)
	return nil
}

// startFilling fills the search index behind the usable screen.
func (h *Home) startFilling(ctx context.Context) {
	ctx, stop := context.WithCancel(context.WithoutCancel(ctx))
	h.fillMu.Lock()
	h.stop = stop
	h.fillMu.Unlock()
	h.filled.Go(func() {
		if err := h.s.fill(ctx); err != nil && ctx.Err() == nil {
			slog.Error("fill search index", "error", err.Error())
		}
	})
}

func (h *Home) stopFilling() {
	h.fillMu.Lock()
	if h.stop != nil {
		h.stop()
	}
	h.stop = nil
	h.fillMu.Unlock()
	h.filled.Wait()
}

// Lock is account.Home.
func (h *Home) Lock() {
	h.stopFilling()
	if err := h.s.Forget(); err != nil {
		slog.Error("lock store", "error", err.Error())
	}
	h.s.currentVault().Lock()
}

// ChangeLock is account.Home.
func (h *Home) ChangeLock(ctx context.Context, current, next []byte) error {
	return h.s.currentVault().ChangeLock(ctx, current, next)
}

// SaveAdult is account.Records.
func (h *Home) SaveAdult(ctx context.Context) error {
	return h.adult.putOnly(ctx, adultAnswer{Adult: true})
}

// Appearance is settings.Shopfront.
func (h *Home) Appearance() settings.Appearance {
	return settings.Appearance(h.s.currentVault().Appearance())
}

// SetAppearance is settings.Shopfront.
func (h *Home) SetAppearance(a settings.Appearance) error {
	return h.s.currentVault().SetAppearance(a.Theme, a.Language)
}

// Place is where the window stood.
func (h *Home) Place() settings.WindowPlace {
	w, _ := h.s.currentVault().Window()
	return settings.WindowPlace(w)
}

// SetPlace remembers where the window stands.
func (h *Home) SetPlace(p settings.WindowPlace) error {
	return h.s.currentVault().SetWindow(vault.Window(p))
}

// Close closes everything; what was saved is safe.
func (h *Home) Close() error {
	h.Lock()
	err := h.s.Close()
	err = errors.Join(err, h.Leave(context.Background()))
	err = errors.Join(err, h.vacate(Guard.Release))
	if err != nil {
		return fmt.Errorf("close profile: %w", err)
	}
	return nil
}

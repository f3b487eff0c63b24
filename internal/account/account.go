package account

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// State is the lock state of the profile.
type State string

// The lock states.
const (
	None     State = "none"     // no profile on this computer
	Locked   State = "locked"   // a profile, closed
	Unlocked State = "unlocked" // a profile, open
	Wiping   State = "wiping"   // a profile on its way out
)

// Status is what the first screen needs to know.
type Status struct {
	State State
	// HasPassphrase says that the profile is opened by a passphrase.
	HasPassphrase bool
	// NeedsPassphrase is the key of the reason why a new profile must have one (there
	// is no usable keyring), or empty.
	NeedsPassphrase string
	HasRecoveryKey  bool
	RetryAfter      time.Duration // after wrong passphrases: how long to wait
	// Trouble is the key of the reason why the profile can't be opened at all, or empty:
	// open in another window, damaged, made by a newer version.
	Trouble string
	Example bool // this is the throw-away profile of an invented person
}

// Home is where the profile lives: keys and records together.
type Home interface {
	Status() Status
	// Create makes the profile: folder, keys, an entry in the keyring. A nil
	// passphrase means no app lock, which needs a usable keyring.
	Create(ctx context.Context, passphrase []byte) error
	Unlock(ctx context.Context, passphrase []byte) error
	Lock()
	// ChangeLock sets, changes or (with a nil next) removes the passphrase.
	ChangeLock(ctx context.Context, current, next []byte) error
}

// Recovery is the key on paper.
type Recovery interface {
	// NewRecoveryKey makes a key and shows it once; nothing is kept until it is confirmed.
	NewRecoveryKey() (RecoveryKey, error)
	// ConfirmRecoveryKey checks the groups typed back and only then lets the key open the vault.
	ConfirmRecoveryKey(ctx context.Context, typed map[int]string) error
	// Recover opens the vault with the key and sets a new passphrase (nil: none).
	Recover(ctx context.Context, key string, passphrase []byte) error
}

// RecoveryKey is the key as it is shown, and the two groups (from 0) to type back.
type RecoveryKey struct {
	Groups []string
	Ask    [2]int
}

// Records keeps what the account knows about its person.
type Records interface {
	SaveAdult(ctx context.Context) error
}

// Example is the throw-away profile of an invented person.
type Example interface {
	// Enter makes it and leaves it unlocked; the real profile is untouched.
	Enter(ctx context.Context) error
	// Leave removes every trace of it.
	Leave(ctx context.Context) error
}

// Follower is told when the profile opens and closes.
type Follower interface {
	Unlocked(ctx context.Context)
	Locked()
}

// OnLock is a Follower that only does something when the profile closes.
type OnLock func()

// Unlocked is Follower.
func (OnLock) Unlocked(context.Context) {}

// Locked is Follower.
func (f OnLock) Locked() { f() }

// Publisher tells the outside that the state has changed.
type Publisher interface{ AccountChanged(State) }

// Service is the account. One thing at a time happens to it.
type Service struct {
	home     Home
	recovery Recovery
	records  Records
	example  Example
	events   Publisher
	clk      clock.Clock
	follow   []Follower

	mu      sync.Mutex
	adult   bool // the date question was answered with 18 or more, in this run of the app
	refused bool // ... or with less
}

// NewService makes the service; it touches nothing yet.
func NewService(h Home, r Recovery, rec Records, ex Example, p Publisher, c clock.Clock, f ...Follower) *Service {
	return &Service{home: h, recovery: r, records: rec, example: ex, events: p, clk: c, follow: f}
}

// Status works in every state.
func (s *Service) Status() Status { return s.home.Status() }

// ConfirmAge answers the date question. Only the answer is remembered, and only in
// memory until a profile is made; under 18 it is Denied for as long as the app runs.
func (s *Service) ConfirmAge(year, month, day int) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.refused {
		return fault.New(fault.Denied, "account.underAge")
	}
	adult, err := isAdult(year, month, day, s.clk.Now())
	if err != nil {
		return err
	}
	s.adult, s.refused = adult, !adult
	if !adult {
		return fault.New(fault.Denied, "account.underAge")
	}
	return nil
}

// Create makes the profile on this computer; the date question comes first.
func (s *Service) Create(ctx context.Context, passphrase []byte) error {
	return s.begin(ctx, passphrase, func() error {
		if err := s.home.Create(ctx, passphrase); err != nil {
			return fmt.Errorf("create profile: %w", err)
		}
		return nil
	})
}

// begin is the way to a profile where there is none: make does the work.
func (s *Service) begin(ctx context.Context, passphrase []byte, make func() error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.adult {
		return fault.New(fault.Conflict, "account.ageFirst")
	}
	if s.home.Status().State != None {
		return fault.New(fault.Conflict, "account.profileExists")
	}
	if passphrase != nil {
		if err := checkPassphrase(passphrase); err != nil {
			return err
		}
	}
	if err := make(); err != nil {
		return err
	}
	if err := s.records.SaveAdult(ctx); err != nil {
		return fmt.Errorf("save age answer: %w", err)
	}
	s.opened(ctx)
	return nil
}

// Unlock opens the profile.
func (s *Service) Unlock(ctx context.Context, passphrase []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.home.Status().State == Unlocked {
		return nil
	}
	if err := s.home.Unlock(ctx, passphrase); err != nil {
		return fmt.Errorf("unlock profile: %w", err)
	}
	s.opened(ctx)
	return nil
}

// Lock closes the profile. Without a passphrase there is nothing to lock it with.
func (s *Service) Lock() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	st := s.home.Status()
	if st.State != Unlocked {
		return nil
	}
	if !st.HasPassphrase {
		return fault.New(fault.Conflict, "account.noLock")
	}
	s.closed()
	return nil
}

// ChangePassphrase sets, changes or removes (next empty) the app lock.
func (s *Service) ChangePassphrase(ctx context.Context, current, next []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(next) > 0 {
		if err := checkPassphrase(next); err != nil {
			return err
		}
	}
	if err := s.home.ChangeLock(ctx, current, next); err != nil {
		return fmt.Errorf("change lock: %w", err)
	}
	s.events.AccountChanged(Unlocked)
	return nil
}

// NewRecoveryKey makes a recovery key, shown once.
func (s *Service) NewRecoveryKey() (RecoveryKey, error) { return s.recovery.NewRecoveryKey() }

// ConfirmRecoveryKey finishes what NewRecoveryKey began.
func (s *Service) ConfirmRecoveryKey(ctx context.Context, typed map[int]string) error {
	if err := s.recovery.ConfirmRecoveryKey(ctx, typed); err != nil {
		return fmt.Errorf("confirm recovery key: %w", err)
	}
	s.events.AccountChanged(s.home.Status().State)
	return nil
}

// Recover opens the profile with the recovery key and sets a new passphrase, or none.
func (s *Service) Recover(ctx context.Context, key string, passphrase []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(passphrase) > 0 {
		if err := checkPassphrase(passphrase); err != nil {
			return err
		}
	}
	if err := s.recovery.Recover(ctx, key, passphrase); err != nil {
		return fmt.Errorf("recover profile: %w", err)
	}
	s.opened(ctx)
	return nil
}

// EnterExample opens the throw-away profile of an invented person. Where there is no
// profile yet, the date question comes first here too.
func (s *Service) EnterExample(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.home.Status().State == None && !s.adult {
		return fault.New(fault.Conflict, "account.ageFirst")
	}
	return s.enterExample(ctx)
}

// ShowExample is EnterExample for whoever asked for the example on the command line:
// nobody is there yet to be asked anything, and nothing of theirs is kept.
func (s *Service) ShowExample(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.enterExample(ctx)
}

func (s *Service) enterExample(ctx context.Context) error {
	if s.home.Status().State == Unlocked {
		s.closed()
	}
	if err := s.example.Enter(ctx); err != nil {
		return fmt.Errorf("enter example: %w", err)
	}
	s.opened(ctx)
	return nil
}

// LeaveExample removes every trace of the example and goes back to the real profile.
func (s *Service) LeaveExample(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.home.Status().Example {
		return nil
	}
	// Told only when the real profile is back: who looks in between would see neither.
	s.shut()
	if err := s.example.Leave(ctx); err != nil {
		return fmt.Errorf("leave example: %w", err)
	}
	s.events.AccountChanged(s.home.Status().State)
	return nil
}

// Close tells the followers that the app goes away, so that everything is saved.
func (s *Service) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.home.Status().State == Unlocked {
		for _, f := range s.follow {
			f.Locked()
		}
	}
}

func (s *Service) opened(ctx context.Context) {
	for _, f := range s.follow {
		f.Unlocked(ctx)
	}
	s.events.AccountChanged(Unlocked)
}

func (s *Service) closed() {
	s.shut()
	s.events.AccountChanged(s.home.Status().State)
}

func (s *Service) shut() {
	for _, f := range s.follow {
		f.Locked()
	}
	s.home.Lock()
}

package account_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/account"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// house is Home, Recovery, Records and Example in memory; it counts what is done to it.
type house struct {
	status  account.Status
	touched int // calls that would leave a trace on the computer
	adult   bool
	broken  error
}

func (h *house) Status() account.Status { return h.status }

func (h *house) Create(_ context.Context, passphrase []byte) error {
	h.touched++
	if h.broken == nil {
		h.status = account.Status{State: account.Unlocked, HasPassphrase: passphrase != nil}
	}
	return h.broken
}

func (h *house) Unlock(context.Context, []byte) error {
	if h.broken == nil {
		h.status.State = account.Unlocked
	}
	return h.broken
}

func (h *house) Lock() { h.status.State = account.Locked }

func (h *house) ChangeLock(_ context.Context, _, next []byte) error {
	h.status.HasPassphrase = next != nil
	return h.broken
}

func (h *house) NewRecoveryKey() (account.RecoveryKey, error)             { return account.RecoveryKey{}, h.broken }
func (h *house) ConfirmRecoveryKey(context.Context, map[int]string) error { return h.broken }
func (h *house) Recover(ctx context.Context, _ string, p []byte) error    { return h.Unlock(ctx, p) }
func (h *house) SaveAdult(context.Context) error                          { h.adult = true; return nil }
func (h *house) Enter(context.Context) error {
	h.status = account.Status{State: account.Unlocked, Example: true}
	return nil
}
func (h *house) Leave(context.Context) error {
	h.status = account.Status{State: account.None}
	return nil
}

// witness is Publisher and Follower.
type witness struct {
	states  []account.State
	open    int
	lockedW int
	home    *house
}

func (w *witness) AccountChanged(s account.State) { w.states = append(w.states, s) }
func (w *witness) Unlocked(context.Context)       { w.open++ }

func (w *witness) Locked() {
	if w.home.status.State == account.Unlocked {
		w.lockedW++ // told while everything can still be saved
	}
}

func newAccount() (*account.Service, *house, *witness, *testkit.Clock) {
	h := &house{status: account.Status{State: account.None}}
	w := &witness{home: h}
	clk := testkit.NewClock() // 2 March 2026
	return account.NewService(h, h, h, h, w, clk, w), h, w, clk
}

func TestTheDateQuestion(t *testing.T) {
	tests := map[string]struct {
		year, month, day int
		code             fault.Code
	}{
		"18 today":                               {2008, 3, 2, ""},
		"18 tomorrow":                            {2008, 3, 3, fault.Denied},
		"born on 29 February, 18 the day before": {2008, 2, 29, ""},
		"a child":                                {2016, 1, 1, fault.Denied},
		"97 years":                               {1929, 1, 1, ""},
		"not born yet":                           {2027, 1, 1, fault.Invalid},
		"no such day":                            {1990, 2, 30, fault.Invalid},
		"too long ago":                           {1880, 1, 1, fault.Invalid},
		"nothing filled in":                      {0, 0, 0, fault.Invalid},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			svc, h, _, _ := newAccount()
			err := svc.ConfirmAge(tt.year, tt.month, tt.day)
			if tt.code == "" && err != nil || tt.code != "" && !fault.Has(err, tt.code) {
				t.Errorf("got %v, want code %q", err, tt.code)
			}
			if h.touched != 0 {
				t.Error("the question alone left a trace")
			}
		})
	}
}

func TestNothingIsMadeBeforeTheDateQuestion(t *testing.T) {
	svc, h, _, _ := newAccount()
	if err := svc.Create(t.Context(), nil); !fault.Has(err, fault.Conflict) || h.touched != 0 {
		t.Errorf("Create before the question: %v, touched %d", err, h.touched)
	}
}

func TestARefusalHoldsForThisRun(t *testing.T) {
	svc, h, _, _ := newAccount()
	if err := svc.ConfirmAge(2015, 5, 5); !fault.Has(err, fault.Denied) {
		t.Fatal(err)
	}
	if err := svc.ConfirmAge(1980, 5, 5); !fault.Has(err, fault.Denied) {
		t.Errorf("a second date was accepted: %v", err)
	}
	if err := svc.Create(t.Context(), nil); err == nil || h.touched != 0 {
		t.Errorf("a profile was made: %v", err)
	}
}

func TestFirstRun(t *testing.T) {
	svc, h, w, _ := newAccount()
	ctx := t.Context()
	if err := svc.ConfirmAge(1990, 5, 5); err != nil {
		t.Fatal(err)
	}
	if err := svc.Create(ctx, []byte("short")); fault.Of(err).Field != "passphrase" || h.touched != 0 {
		t.Errorf("a short passphrase: %v", err)
	}
	if err := svc.Create(ctx, []byte("correct horse")); err != nil {
		t.Fatal(err)
	}
	if !h.adult || w.open != 1 || len(w.states) != 1 || w.states[0] != account.Unlocked {
		t.Errorf("adult %v, followers told %d, states %v", h.adult, w.open, w.states)
	}
	if err := svc.Create(ctx, nil); !fault.Has(err, fault.Conflict) {
		t.Errorf("a second profile: %v", err)
	}
}

func TestLockTellsFollowersFirst(t *testing.T) {
	svc, h, w, _ := newAccount()
	h.status = account.Status{State: account.Locked, HasPassphrase: true}
	if err := svc.Unlock(t.Context(), []byte("x")); err != nil {
		t.Fatal(err)
	}
	if err := svc.Lock(); err != nil {
		t.Fatal(err)
	}
	if w.lockedW != 1 || h.status.State != account.Locked {
		t.Errorf("followers told %d times before locking, state %s", w.lockedW, h.status.State)
	}
}

func TestWithoutAPassphraseThereIsNothingToLock(t *testing.T) {
	svc, h, _, _ := newAccount()
	h.status = account.Status{State: account.Unlocked}
	if err := svc.Lock(); !fault.Has(err, fault.Conflict) || h.status.State != account.Unlocked {
		t.Errorf("got %v, state %s", err, h.status.State)
	}
}

func TestAFailedUnlockTellsNobody(t *testing.T) {
	svc, h, w, _ := newAccount()
	h.status = account.Status{State: account.Locked, HasPassphrase: true, RetryAfter: time.Second}
	h.broken = errors.New("wrong")
	if err := svc.Unlock(t.Context(), []byte("x")); err == nil || w.open != 0 || len(w.states) != 0 {
		t.Errorf("got %v, told %d", err, w.open)
	}
}

func TestTheExampleComesAndGoes(t *testing.T) {
	svc, h, w, _ := newAccount()
	ctx := t.Context()
	if err := svc.ConfirmAge(1990, 5, 5); err != nil {
		t.Fatal(err)
	}
	if err := svc.EnterExample(ctx); err != nil || !svc.Status().Example || w.open != 1 {
		t.Fatalf("enter: %v, %+v", err, svc.Status())
	}
	w.states = nil
	if err := svc.LeaveExample(ctx); err != nil || h.status.State != account.None {
		t.Errorf("leave: %v, %+v", err, h.status)
	}
	if want := []account.State{account.None}; !slices.Equal(w.states, want) {
		t.Errorf("leaving told %v, want %v", w.states, want)
	}
	if err := svc.LeaveExample(ctx); err != nil {
		t.Errorf("leaving twice: %v", err)
	}
}

// Whatever the page shows first: without the date question there is no example, unless
// it was asked for on the command line or a profile shows that the question was answered.
func TestTheDateQuestionComesBeforeTheExample(t *testing.T) {
	svc, h, w, _ := newAccount()
	if err := svc.EnterExample(t.Context()); fault.Of(err) == nil || fault.Of(err).Key != "account.ageFirst" || h.status.Example || w.open != 0 {
		t.Errorf("before the question: %v, %+v", err, h.status)
	}
	if err := svc.ConfirmAge(2015, 5, 5); !fault.Has(err, fault.Denied) {
		t.Fatal(err)
	}
	if err := svc.EnterExample(t.Context()); err == nil || h.status.Example {
		t.Errorf("after a refusal: %v, %+v", err, h.status)
	}
	if err := svc.ShowExample(t.Context()); err != nil || !h.status.Example {
		t.Errorf("from the command line: %v, %+v", err, h.status)
	}
	svc, h, _, _ = newAccount()
	h.status.State = account.Locked
	if err := svc.EnterExample(t.Context()); err != nil || !h.status.Example {
		t.Errorf("beside a profile: %v, %+v", err, h.status)
	}
}

package platform

import (
	"errors"
	"fmt"
	"runtime"
	"testing"

	"github.com/zalando/go-keyring"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// fakeSecrets answers with err, or not at all while hang is open, or panics.
type fakeSecrets struct {
	secret string
	err    error
	hang   chan struct{}
	panics any
	asked  int
}

func (f *fakeSecrets) answer() error {
	f.asked++
	if f.hang != nil {
		<-f.hang
	}
	if f.panics != nil {
		panic(f.panics)
	}
	return f.err
}

func (f *fakeSecrets) Get(_, _ string) (string, error) { return f.secret, f.answer() }
func (f *fakeSecrets) Set(_, _, _ string) error        { return f.answer() }
func (f *fakeSecrets) Delete(_, _ string) error        { return f.answer() }

func fakeKeyring(system secrets) (*Keyring, *testkit.Clock) {
	clk := testkit.NewClock()
	return &Keyring{clk: clk, system: system, usable: func() error { return nil }}, clk
}

func everyCall(k *Keyring) map[string]error {
	_, get := k.Get("jobjourney/x", "deviceKey")
	return map[string]error{
		"Get": get, "Set": k.Set("jobjourney/x", "deviceKey", "s"), "Delete": k.Delete("jobjourney/x", "deviceKey"),
	}
}

func TestKeyringErrorsGetASentence(t *testing.T) {
	tests := map[string]struct {
		err  error
		want *fault.Error
	}{
		"missing":      {keyring.ErrNotFound, fault.New(fault.NotFound, "vault.keyringMissing")},
		"no socket":    {errors.New("dial unix /run/bus: connect: no such file or directory"), fault.New(fault.Unavailable, "vault.keyringUnavailable")},
		"no launcher":  {errors.New(`exec: "dbus-launch": executable file not found in $PATH`), fault.New(fault.Unavailable, "vault.keyringUnavailable")},
		"no service":   {errors.New("The name org.freedesktop.secrets was not provided by any .service files"), fault.New(fault.Unavailable, "vault.keyringUnavailable")},
		"too big":      {keyring.ErrSetDataTooBig, fault.New(fault.Unavailable, "vault.keyringUnavailable")},
		"not here":     {keyring.ErrUnsupportedPlatform, fault.New(fault.Unavailable, "vault.keyringUnavailable")},
		"wrapped miss": {fmt.Errorf("look up: %w", keyring.ErrNotFound), fault.New(fault.NotFound, "vault.keyringMissing")},
	}
	for name, tt := range tests {
		k, _ := fakeKeyring(&fakeSecrets{err: tt.err})
		for call, err := range everyCall(k) {
			if !errors.Is(err, tt.want) || !errors.Is(err, tt.err) {
				t.Errorf("%s, %s: %v", name, call, err)
			}
		}
	}
}

func TestKeyringThatPanics(t *testing.T) {
	k, _ := fakeKeyring(&fakeSecrets{panics: "nil signal"})
	for call, err := range everyCall(k) {
		if !errors.Is(err, fault.New(fault.Unavailable, "vault.keyringUnavailable")) {
			t.Errorf("%s: %v", call, err)
		}
	}
}

func TestKeyringThatHangs(t *testing.T) {
	hang := make(chan struct{})
	k, clk := fakeKeyring(&fakeSecrets{hang: hang})
	defer close(hang)
	done := make(chan error)
	go func() { _, err := k.Get("jobjourney/x", "deviceKey"); done <- err }()
	for clk.Waiting() == 0 {
		select {
		case err := <-done:
			t.Fatalf("it did not wait: %v", err)
		default:
			runtime.Gosched()
		}
	}
	clk.Advance(keyringPatience - 1)
	select {
	case err := <-done:
		t.Fatalf("it gave up early: %v", err)
	default:
	}
	clk.Advance(1)
	if err := <-done; !errors.Is(err, fault.New(fault.Unavailable, "vault.keyringUnavailable")) {
		t.Errorf("hanging keyring: %v", err)
	}
}

func TestUnusableKeyringIsNotAsked(t *testing.T) {
	system := &fakeSecrets{}
	k, _ := fakeKeyring(system)
	k.usable = func() error { return errors.New("no session bus is running") }
	for call, err := range everyCall(k) {
		if !errors.Is(err, fault.New(fault.Unavailable, "vault.keyringUnavailable")) {
			t.Errorf("%s: %v", call, err)
		}
	}
	if system.asked != 0 {
		t.Error("the system was asked all the same")
	}
}

func TestKeyringAnswers(t *testing.T) {
	k, _ := fakeKeyring(&fakeSecrets{secret: "s"})
	if got, err := k.Get("jobjourney/x", "deviceKey"); err != nil || got != "s" {
		t.Errorf("Get: %q, %v", got, err)
	}
	if err := errors.Join(k.Set("a", "b", "c"), k.Delete("a", "b")); err != nil {
		t.Error(err)
	}
}

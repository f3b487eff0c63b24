package platform

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// The tests of the real keyring run this test binary again, each in a session bus of its
// own with a home of its own, so that they never meet the keyring of whoever runs them.
// They need dbus-run-session and gnome-keyring-daemon, and say so if these are missing.

const sessionCase = "JOBJOURNEY_TEST_KEYRING" // names the case a child runs

func TestMain(m *testing.M) {
	name := os.Getenv(sessionCase)
	if name == "" {
		os.Exit(m.Run())
	}
	if err := sessionCases[name](NewKeyring(clock.System{})); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

var sessionCases = map[string]func(*Keyring) error{
	"works":      keyringWorks,
	"no service": wantKey("vault.keyringUnavailable", "was not provided by any .service files"),
	"locked":     wantKey("vault.keyringLocked", "failed to unlock correct collection"),
	"no socket":  wantKey("vault.keyringUnavailable", "no such file or directory"),
}

// wantKey is a case in which every call has to end with the fault and the system's text.
func wantKey(key, text string) func(*Keyring) error {
	return func(k *Keyring) error {
		for call, err := range everyCall(k) {
			if err == nil || fault.Of(err).Key != key || !strings.Contains(err.Error(), text) {
				return errors.Join(fmt.Errorf("%s: want %s from %q", call, key, text), err)
			}
		}
		return nil
	}
}

// keyringWorks walks one entry through its life in a real Secret Service.
func keyringWorks(k *Keyring) error {
	stop, err := startDaemon()
	if err != nil {
		return err
	}
	defer stop()
	const service, user = "jobjourney/2b0c6d0e-8a55-4d0e-9a0b-0a1f3a3f6f10", "deviceKey"
	missing := fault.New(fault.NotFound, "vault.keyringMissing")
	if _, err := k.Get(service, user); !errors.Is(err, missing) {
		return fmt.Errorf("before: %w", err)
	}
	for _, secret := range []string{"first", "second, over the first"} {
		if err := k.Set(service, user, secret); err != nil {
			return err
		}
		if got, err := k.Get(service, user); err != nil || got != secret {
			return fmt.Errorf("kept %q, want %q: %w", got, secret, err)
		}
	}
	if _, err := k.Get(service+"x", user); !errors.Is(err, missing) {
		return fmt.Errorf("another vault's entry: %w", err)
	}
	if err := k.Delete(service, user); err != nil {
		return err
	}
	if _, err := k.Get(service, user); !errors.Is(err, missing) {
		return fmt.Errorf("after: %w", err)
	}
	if err := k.Delete(service, user); !errors.Is(err, missing) {
		return fmt.Errorf("removed twice: %w", err)
	}
	return nil
}

// startDaemon starts a keyring with an empty password and waits until it is on the bus.
func startDaemon() (stop func(), err error) {
	bus, err := dbus.ConnectSessionBus()
	if err != nil {
		return nil, err
	}
	defer bus.Close()
	owners := make(chan *dbus.Signal, 64)
	bus.Signal(owners)
	if err := bus.AddMatchSignal(dbus.WithMatchMember("NameOwnerChanged"),
		dbus.WithMatchArg(0, "org.freedesktop.secrets")); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	daemon := exec.CommandContext(ctx, "gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
	daemon.Stdin = strings.NewReader("\n")
	if err := daemon.Start(); err != nil {
		cancel()
		return nil, err
	}
	stop = func() { cancel(); _ = daemon.Wait() } // it was killed: an error is expected
	for s := range owners {
		if s.Name == "org.freedesktop.DBus.NameOwnerChanged" && s.Body[2] != "" {
			return stop, nil
		}
	}
	stop()
	return nil, errors.New("the session bus went away")
}

func TestRealKeyring(t *testing.T) {
	runSession(t, "works", nil)
}

func TestKeyringNotProvided(t *testing.T) {
	config := filepath.Join(t.TempDir(), "bus.conf")
	// A bus without folders of services: nothing can be started on demand.
	err := os.WriteFile(config, []byte(`<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`), 0o600)
	if err != nil {
		t.Fatal(err)
	}
	runSession(t, "no service", []string{"--config-file=" + config})
}

// The bus starts the keyring on demand, and nobody can type its password.
func TestKeyringStaysLocked(t *testing.T) {
	runSession(t, "locked", nil)
}

func TestKeyringSocketIsGone(t *testing.T) {
	child := childOf(t, "no socket", os.Args[0])
	child.Env = append(child.Env, "DBUS_SESSION_BUS_ADDRESS=unix:path="+filepath.Join(t.TempDir(), "gone"))
	run(t, child)
}

// Without a bus none is started, even where the launcher is there to do it.
func TestNoBusIsStarted(t *testing.T) {
	bin, empty := t.TempDir(), t.TempDir()
	mark := filepath.Join(bin, "launched")
	launcher := "#!/bin/sh\ntouch '" + mark + "'\n"
	if err := os.WriteFile(filepath.Join(bin, "dbus-launch"), []byte(launcher), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	for _, address := range []string{"", "autolaunch:"} {
		k := NewKeyring(clock.System{})
		k.usable = func() error { return busAt(address, empty) }
		for call, err := range everyCall(k) {
			if !errors.Is(err, fault.New(fault.Unavailable, "vault.keyringUnavailable")) {
				t.Errorf("%q, %s: %v", address, call, err)
			}
		}
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("a session bus was started")
	}
}

func TestBusAt(t *testing.T) {
	for _, name := range []string{"bus", "dbus-session"} {
		dir := t.TempDir()
		if busAt("", dir) == nil {
			t.Error("a bus was found in an empty folder")
		}
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := busAt("", dir); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := busAt("unix:path=/anywhere", t.TempDir()); err != nil {
		t.Errorf("an address that is set: %v", err)
	}
}

func runSession(t *testing.T, name string, options []string) {
	t.Helper()
	for _, tool := range []string{"dbus-run-session", "gnome-keyring-daemon"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is needed for this test: %v", tool, err)
		}
	}
	run(t, childOf(t, name, append([]string{"dbus-run-session"}, append(options, "--", os.Args[0])...)...))
}

// childOf is this test binary again, with folders of its own and no session bus.
func childOf(t *testing.T, name string, args ...string) *exec.Cmd {
	t.Helper()
	home := t.TempDir()
	child := exec.CommandContext(t.Context(), args[0], args[1:]...)
	child.Env = []string{sessionCase + "=" + name, "PATH=" + os.Getenv("PATH"), "HOME=" + home,
		"XDG_RUNTIME_DIR=" + home, "XDG_DATA_HOME=" + home, "XDG_CONFIG_HOME=" + home, "XDG_CACHE_HOME=" + home}
	return child
}

func run(t *testing.T, child *exec.Cmd) {
	t.Helper()
	var out strings.Builder
	child.Stdout, child.Stderr = &out, &out
	if err := child.Run(); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
}

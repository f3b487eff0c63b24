package platform

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/godbus/dbus/v5"
)

// keyringUsable keeps the D-Bus library from starting a session bus of its own where
// none is running: that would leave processes behind, and a keyring that nobody can
// open again after the next login. The places are those the library looks at.
func keyringUsable() error {
	return busAt(os.Getenv("DBUS_SESSION_BUS_ADDRESS"), fmt.Sprintf("/run/user/%d", os.Getuid()))
}

func busAt(address, runtime string) error {
	if address != "" && address != "autolaunch:" {
		return nil
	}
	for _, name := range []string{"bus", "dbus-session"} {
		if _, err := os.Stat(filepath.Join(runtime, name)); err == nil {
			return nil
		}
	}
	return errors.New("no session bus is running")
}

// keyringLocked recognises a Secret Service whose collection stays closed, by the
// sentence go-keyring makes and the names of the specification
// (https://specifications.freedesktop.org/secret-service-spec/latest/errors.html).
func keyringLocked(err error) bool {
	if e, ok := errors.AsType[dbus.Error](err); ok && e.Name == "org.freedesktop.Secret.Error.IsLocked" {
		return true
	}
	return strings.Contains(err.Error(), "failed to unlock correct collection")
}

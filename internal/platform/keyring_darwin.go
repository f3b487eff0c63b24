package platform

import (
	"errors"
	"os/exec"
)

func keyringUsable() error { return nil } // the Keychain is part of the system

// keyringLocked recognises a Keychain that stays closed by how /usr/bin/security ends:
// the low byte of errSecInteractionNotAllowed (-25308) and errSecAuthFailed (-25293).
func keyringLocked(err error) bool {
	end, ok := errors.AsType[*exec.ExitError](err)
	return ok && (end.ExitCode() == 36 || end.ExitCode() == 51)
}

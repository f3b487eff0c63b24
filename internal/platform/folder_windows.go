package platform

import "path/filepath"

// profileFolder is local and not roaming: the entry in the Credential Manager stays on
// this computer, so a profile that roamed without it could not be opened elsewhere.
func profileFolder(env func(string) string) (string, error) {
	if local := env("LOCALAPPDATA"); filepath.IsAbs(local) {
		return filepath.Join(local, "JobJourney"), nil
	}
	return "", noHome("LOCALAPPDATA")
}

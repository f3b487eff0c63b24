package platform

import "path/filepath"

func profileFolder(env func(string) string) (string, error) {
	if home := env("HOME"); filepath.IsAbs(home) {
		return filepath.Join(home, "Library", "Application Support", "JobJourney"), nil
	}
	return "", noHome("HOME")
}

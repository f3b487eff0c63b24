package platform

import "path/filepath"

// profileFolder follows the XDG Base Directory Specification, version 0.8: a relative
// XDG_DATA_HOME is invalid and ignored.
func profileFolder(env func(string) string) (string, error) {
	if data := env("XDG_DATA_HOME"); filepath.IsAbs(data) {
		return filepath.Join(data, "jobjourney"), nil
	}
	if home := env("HOME"); filepath.IsAbs(home) {
		return filepath.Join(home, ".local", "share", "jobjourney"), nil
	}
	return "", noHome("HOME")
}

package platform

import "path/filepath"

// fontFolders are those of the Font Configuration library's defaults and of the XDG Base
// Directory Specification.
func fontFolders(env func(string) string) []string {
	folders := []string{"/usr/share/fonts", "/usr/local/share/fonts", "/run/host/fonts"}
	if home := env("HOME"); filepath.IsAbs(home) {
		folders = append(folders, filepath.Join(home, ".local", "share", "fonts"), filepath.Join(home, ".fonts"))
	}
	if data := env("XDG_DATA_HOME"); filepath.IsAbs(data) {
		folders = append(folders, filepath.Join(data, "fonts"))
	}
	return folders
}

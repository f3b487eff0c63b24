package platform

import "path/filepath"

// fontFolders are those Font Book shows, and the one with fonts loaded on demand.
func fontFolders(env func(string) string) []string {
	folders := []string{"/System/Library/Fonts", "/System/Library/AssetsV2", "/Library/Fonts"}
	if home := env("HOME"); filepath.IsAbs(home) {
		folders = append(folders, filepath.Join(home, "Library", "Fonts"))
	}
	return folders
}

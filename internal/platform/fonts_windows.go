package platform

import "path/filepath"

// fontFolders are the computer's and, since Windows 10, the person's own.
func fontFolders(env func(string) string) []string {
	var folders []string
	if root := env("SystemRoot"); filepath.IsAbs(root) {
		folders = append(folders, filepath.Join(root, "Fonts"))
	}
	if local := env("LOCALAPPDATA"); filepath.IsAbs(local) {
		folders = append(folders, filepath.Join(local, "Microsoft", "Windows", "Fonts"))
	}
	return folders
}

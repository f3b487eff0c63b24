package platform

import (
	"context"
	"os/exec"
	"strings"
)

// systemLanguages asks the preferences: a program started from the Finder has no
// locale in its environment. The answer is a property list in the old style, a
// parenthesis with one quoted tag a line.
func systemLanguages() []string {
	out, err := exec.CommandContext(context.Background(), "/usr/bin/defaults", "read", "-g", "AppleLanguages").Output()
	if err != nil {
		return nil
	}
	return strings.FieldsFunc(string(out), func(r rune) bool { return strings.ContainsRune("()\", \n", r) })
}

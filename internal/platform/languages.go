package platform

import (
	"os"
	"strings"
)

// Languages lists the languages the person's system is set to, the best liked first, as
// POSIX names or BCP 47 tags. It is empty where the system does not say.
func Languages() []string {
	if said := environmentLanguages(os.Getenv); said != nil {
		return said
	}
	return systemLanguages()
}

// environmentLanguages reads the variables of POSIX (Environment Variables, 8.2) and the
// list of GNU gettext, which counts only where there is a locale to be replaced.
func environmentLanguages(env func(string) string) []string {
	locale := ""
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale = env(name); locale != "" {
			break
		}
	}
	if locale == "" {
		return nil
	}
	if name, _, _ := strings.Cut(locale, "."); name == "C" || name == "POSIX" {
		return []string{locale}
	}
	return append(strings.FieldsFunc(env("LANGUAGE"), func(r rune) bool { return r == ':' }), locale)
}

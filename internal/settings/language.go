package settings

import (
	"slices"
	"strings"
)

// Languages lists the languages the app speaks, as ISO 639-1 codes. Each has its
// sentences in frontend/src/i18n; the first one is spoken where none is asked for.
func Languages() []string { return []string{"en", "de"} }

// Spoken is the first of the wanted languages that the app speaks. It takes BCP 47 tags
// ("de-AT") as well as POSIX names ("de_AT.UTF-8"), the one a person likes best first.
func Spoken(wanted []string) string {
	for _, tag := range wanted {
		primary := strings.FieldsFunc(tag, func(r rune) bool { return strings.ContainsRune("-_.@", r) })
		if len(primary) > 0 && slices.Contains(Languages(), strings.ToLower(primary[0])) {
			return strings.ToLower(primary[0])
		}
	}
	return Languages()[0]
}

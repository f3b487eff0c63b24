package platform

import "strings"

// spellingLanguages are those a person may write in, as enchant names its dictionaries
// ("en_GB"): the system's, and those the app speaks. A language without a dictionary is
// passed over by the checker.
func spellingLanguages() []string {
	var names []string
	for _, language := range Languages() {
		name, _, _ := strings.Cut(language, ".")
		if name != "C" && name != "POSIX" {
			names = append(names, strings.ReplaceAll(name, "-", "_"))
		}
	}
	return append(names, "en_GB", "en_US", "de_DE")
}

package platform

import (
	"slices"
	"testing"
)

func TestSpellingLanguages(t *testing.T) {
	for _, test := range []struct{ locale, languages, first string }{
		{"C.UTF-8", "", "en_GB"},
		{"pl_PL.UTF-8", "", "pl_PL"},
		{"pt_BR.UTF-8", "fr:pt_BR", "fr"},
	} {
		t.Setenv("LC_ALL", test.locale)
		t.Setenv("LANGUAGE", test.languages)
		got := spellingLanguages()
		if got[0] != test.first || !slices.Contains(got, "de_DE") {
			t.Errorf("in %s it is checked in %q, not in %q first", test.locale, got, test.first)
		}
	}
}

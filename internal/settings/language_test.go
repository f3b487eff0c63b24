package settings_test

import (
	"testing"

	"github.com/jobjourney/jobjourney/internal/settings"
)

func TestSpoken(t *testing.T) {
	for name, tt := range map[string]struct {
		wanted []string
		want   string
	}{
		"nothing said":        {nil, "en"},
		"a POSIX name":        {[]string{"de_AT.UTF-8"}, "de"},
		"a BCP 47 tag":        {[]string{"de-Latn-CH"}, "de"},
		"capitals":            {[]string{"DE"}, "de"},
		"the first we speak":  {[]string{"fr_FR", "de_DE@euro", "en_GB"}, "de"},
		"English before":      {[]string{"en_GB.UTF-8", "de"}, "en"},
		"no language at all":  {[]string{"C.UTF-8", "POSIX", "", "@"}, "en"},
		"one that only looks": {[]string{"den", "deu"}, "en"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := settings.Spoken(tt.wanted); got != tt.want {
				t.Errorf("speaks %q, want %q", got, tt.want)
			}
		})
	}
}

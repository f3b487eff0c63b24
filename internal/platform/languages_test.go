package platform

import (
	"slices"
	"testing"
)

func TestEnvironmentLanguages(t *testing.T) {
	for name, tt := range map[string]struct {
		env  map[string]string
		want []string
	}{
		"nothing":                 {nil, nil},
		"LANG":                    {map[string]string{"LANG": "de_DE.UTF-8"}, []string{"de_DE.UTF-8"}},
		"LC_ALL before LANG":      {map[string]string{"LANG": "de_DE.UTF-8", "LC_ALL": "en_GB"}, []string{"en_GB"}},
		"LC_MESSAGES before LANG": {map[string]string{"LANG": "en_GB", "LC_MESSAGES": "de_AT"}, []string{"de_AT"}},
		"a list":                  {map[string]string{"LANG": "en_GB", "LANGUAGE": "fr:de"}, []string{"fr", "de", "en_GB"}},
		"no list for C":           {map[string]string{"LANG": "C.UTF-8", "LANGUAGE": "de"}, []string{"C.UTF-8"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := environmentLanguages(func(name string) string { return tt.env[name] })
			if !slices.Equal(got, tt.want) {
				t.Errorf("languages %q, want %q", got, tt.want)
			}
		})
	}
}

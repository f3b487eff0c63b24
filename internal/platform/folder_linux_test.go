package platform

import (
	"errors"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestProfileFolder(t *testing.T) {
	tests := map[string]struct {
		env  map[string]string
		want string
	}{
		"by home":      {map[string]string{"HOME": "/home/ada"}, "/home/ada/.local/share/jobjourney"},
		"by XDG":       {map[string]string{"HOME": "/home/ada", "XDG_DATA_HOME": "/data"}, "/data/jobjourney"},
		"relative XDG": {map[string]string{"HOME": "/home/ada", "XDG_DATA_HOME": "data"}, "/home/ada/.local/share/jobjourney"},
	}
	for name, tt := range tests {
		got, err := profileFolder(func(k string) string { return tt.env[k] })
		if err != nil || got != tt.want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	_, err := profileFolder(func(string) string { return "" })
	if !errors.Is(err, fault.New(fault.Unavailable, "platform.noHome")) {
		t.Errorf("without a home: %v", err)
	}
	t.Setenv("XDG_DATA_HOME", "/data")
	if got, err := ProfileFolder(); err != nil || got != "/data/jobjourney" {
		t.Errorf("ProfileFolder: %q, %v", got, err)
	}
}

package provider

import (
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestAddressesAsPeopleTypeThem(t *testing.T) {
	for typed, want := range map[string]string{
		" localhost:11434 ":             "http://localhost:11434",
		"127.0.0.1:8080/v1/":            "http://127.0.0.1:8080/v1",
		"[::1]:8080":                    "http://[::1]:8080",
		"192.168.1.7:1234":              "http://192.168.1.7:1234",
		"http://nas.local:8000":         "http://nas.local:8000",
		"api.example.com":               "https://api.example.com",
		"api.example.com/v1?x=1#y":      "https://api.example.com/v1",
		"https://api.example.com/v1":    "https://api.example.com/v1",
		"http://api.example.com/v1":     "ai.notEncrypted",
		"http://8.8.8.8/v1":             "ai.notEncrypted",
		"https://me:secret@example.com": "ai.badAddress",
		"ftp://localhost":               "ai.badAddress",
		"not an address":                "ai.badAddress",
		"":                              "ai.badAddress",
		"http://":                       "ai.badAddress",
	} {
		got, err := Address(typed)
		if err != nil {
			got = fault.Of(err).Key
		}
		if got != want {
			t.Errorf("%q: %q, not %q", typed, got, want)
		}
	}
}

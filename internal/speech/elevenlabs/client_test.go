package elevenlabs

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestKeysThatCantBeSent(t *testing.T) {
	for _, key := range []string{"", " ", "sk_1 ", " sk_1", "sk_1\n", "sk_1\r\n", "sk 1", "sk_\t1", "sk_\u00a01", "sk_ä", "sk_\x00", "\ufeffsk_1"} {
		_, err := New(Options{Key: key})
		f := fault.Of(err)
		if err == nil || f.Key != "elevenlabs.badKey" || f.Code != fault.Invalid || f.Field != "key" {
			t.Errorf("%q: %v", key, err)
		}
	}
	if _, err := New(Options{Key: "sk_0123abcDEF-~"}); err != nil {
		t.Error(err)
	}
}

func TestAddresses(t *testing.T) {
	for address, want := range map[string]string{
		"":                                     "https://api.elevenlabs.io",
		"https://api.us.elevenlabs.io/":        "https://api.us.elevenlabs.io",
		"http://127.0.0.1:8080":                "http://127.0.0.1:8080",
		"http://[::1]:8080":                    "http://[::1]:8080",
		"http://localhost:8080":                "http://localhost:8080",
		"http://api.elevenlabs.io":             "",
		"http://127.0.0.1.example.com":         "",
		"ftp://127.0.0.1":                      "",
		"https://someone:secret@elevenlabs.io": "",
		"https://api.elevenlabs.io?x=y":        "",
		"api.elevenlabs.io":                    "",
		"https://":                             "",
		"::":                                   "",
	} {
		c, err := New(Options{Key: "k", BaseURL: address})
		if want == "" {
			if f := fault.Of(err); err == nil || f.Key != "elevenlabs.badAddress" || f.Field != "baseUrl" || strings.Contains(err.Error(), "secret") {
				t.Errorf("%q: %v", address, err)
			}
			continue
		}
		if err != nil || c.base.String() != want {
			t.Errorf("%q: %v", address, err)
		}
	}
}

func TestPrintingAClientShowsNoKey(t *testing.T) {
	c, err := New(Options{Key: testKey})
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range []string{"%v", "%+v", "%#v", "%s"} {
		if strings.Contains(fmt.Sprintf(form, c), testKey) {
			t.Errorf("%s shows the key", form)
		}
	}
}

func TestRedirectionsDontTakeTheKeyAlong(t *testing.T) {
	reached := make(chan string, 1)
	elsewhere := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		reached <- r.Header.Get("Xi-Api-Key")
	}))
	defer elsewhere.Close()
	r := newRig(t, func(w http.ResponseWriter, q *http.Request) {
		http.Redirect(w, q, elsewhere.URL, http.StatusTemporaryRedirect)
	})
	_, err := r.Models(t.Context())
	wants(t, err, fault.Invalid, "elevenlabs.refused")
	_, err = r.OpenTalk(t.Context(), Way{Voice: testVoice}, nil)
	wants(t, err, fault.Invalid, "elevenlabs.refused")
	select {
	case key := <-reached:
		t.Errorf("another host was reached with %q", key)
	default:
	}
}

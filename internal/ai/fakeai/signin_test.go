package fakeai_test

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"net/url"
	"regexp"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

const verifier = "a-verifier-of-at-least-forty-three-characters-0"

func challenge() string {
	sum := sha256.Sum256([]byte(verifier))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

// authorize opens the page as a browser would and gives the code it is sent back with.
func authorize(t *testing.T, s *fakeai.Server, query url.Values) (code string, status int) {
	t.Helper()
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Get(s.URL + "/auth?" + query.Encode())
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusFound {
		return "", response.StatusCode
	}
	back, err := response.Location()
	if err != nil || back.Host != "localhost:51423" || back.Query().Get("state") != "s" {
		t.Fatalf("sent back to %v, %v", back, err)
	}
	return back.Query().Get("code"), response.StatusCode
}

func signIn(more ...string) url.Values {
	q := url.Values{"callback_url": {"http://localhost:51423/callback?state=s"}, "code_challenge": {challenge()}, "code_challenge_method": {"S256"}}
	for i := 0; i < len(more); i += 2 {
		q.Set(more[i], more[i+1])
	}
	return q
}

func TestSignInGivesAKeyOnce(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	code, _ := authorize(t, s, signIn("key_label", "JobJourney"))
	in := map[string]any{"code": code, "code_verifier": verifier, "code_challenge_method": "S256"}
	o := ask(t, "POST", s.API()+"/auth/keys", in, "Authorization", "").object(t)
	key, _ := o["key"].(string)
	info := ask(t, "GET", s.API()+"/key", nil, "Authorization", "Bearer "+key)
	if info.status != 200 || at(info.object(t), "data.label") != "JobJourney" {
		t.Errorf("key %q: %d %s", key, info.status, info.body)
	}
	if a := ask(t, "POST", s.API()+"/auth/keys", in); a.status != 403 {
		t.Errorf("the second time: %d", a.status)
	}
}

func TestSignInRefuses(t *testing.T) {
	clock := testkit.NewClock()
	s := fakeai.Start(t, fakeai.Options{Clock: clock})
	tests := map[string]struct {
		in     map[string]any
		late   time.Duration
		status int
	}{
		"wrong verifier": {map[string]any{"code_verifier": "x", "code_challenge_method": "S256"}, 0, 403},
		"no verifier":    {map[string]any{"code_challenge_method": "S256"}, 0, 403},
		"other method":   {map[string]any{"code_verifier": verifier, "code_challenge_method": "plain"}, 0, 400},
		"no method":      {map[string]any{"code_verifier": verifier}, 0, 400},
		"too late":       {map[string]any{"code_verifier": verifier, "code_challenge_method": "S256"}, 11 * time.Minute, 403},
		"unknown field":  {map[string]any{"code_verifier": verifier, "code_challenge_method": "S256", "state": "s"}, 0, 400},
		"other code":     {map[string]any{"code": "x", "code_verifier": verifier, "code_challenge_method": "S256"}, 0, 403},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			code, _ := authorize(t, s, signIn())
			clock.Advance(tt.late)
			if tt.in["code"] == nil {
				tt.in["code"] = code
			}
			if a := ask(t, "POST", s.API()+"/auth/keys", tt.in); a.status != tt.status {
				t.Errorf("%d %s, want %d", a.status, a.body, tt.status)
			}
		})
	}
}

func TestAuthorizePageRefuses(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	for name, query := range map[string]url.Values{
		"method":      signIn("code_challenge_method", "MD5"),
		"plain http":  signIn("callback_url", "http://example.org/"),
		"bare number": signIn("callback_url", "http://127.0.0.1:8080/"),
		"no URL":      signIn("callback_url", "::"),
		"nothing":     {},
	} {
		if _, status := authorize(t, s, query); status != 400 {
			t.Errorf("%s: %d", name, status)
		}
	}
}

func TestCodeIsShownWithoutCallback(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	query := signIn()
	query.Del("callback_url")
	page := ask(t, "GET", s.URL+"/auth?"+query.Encode(), nil)
	code := regexp.MustCompile(`<code>(.+)</code>`).FindStringSubmatch(page.body)
	if page.status != 200 || code == nil {
		t.Fatalf("%d %s", page.status, page.body)
	}
	in := map[string]any{"code": code[1], "code_verifier": verifier, "code_challenge_method": "S256"}
	if a := ask(t, "POST", s.API()+"/auth/keys", in); a.status != 200 {
		t.Errorf("%d %s", a.status, a.body)
	}
}

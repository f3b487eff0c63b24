package openrouter

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit"
	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

const keys = "/auth/keys"

func fakeSignIn(s *fakeai.Server, clk *testkit.Clock) SignIn {
	return SignIn{Site: s.URL, API: s.API(), HTTP: http.DefaultClient, Clock: clk, Done: func() string { return "You can go back." }, Refused: func() string { return "No key." }}
}

// browse is a person's browser: it goes where it is sent, to the end.
func browse(t *testing.T, address string) {
	res, err := http.Get(address)
	if err != nil {
		t.Error(err)
		return
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		t.Errorf("the browser ends with status %d", res.StatusCode)
	}
}

func TestAKeyOfTheFakeRouter(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	key, err := fakeSignIn(s, testkit.NewClock()).Key(t.Context(), func(address string) { go browse(t, address) })
	if err != nil || !strings.HasPrefix(key, "sk-or-v1-") {
		t.Fatalf("%q, %v", key, err)
	}
	req, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, s.API()+"/key", nil)
	req.Header.Set("Authorization", "Bearer "+key)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		t.Errorf("the key is no good: status %d", res.StatusCode)
	}
	if names := s.Attributed(); len(names) > 0 || len(s.Calls(keys)) != 1 || strings.Contains(s.Calls(keys)[0].Query, "code") {
		t.Errorf("%v, %+v", names, s.Calls(keys))
	}
}

// Somebody who sees the code in passing can do nothing with it: it needs the verifier.
func TestACodeAloneIsNoKey(t *testing.T) {
	s := fakeai.Start(t, fakeai.Options{})
	_, err := fakeSignIn(s, testkit.NewClock()).Key(t.Context(), func(address string) {
		go func() {
			u, _ := url.Parse(address)
			q := u.Query()
			q.Set("code_challenge", strings.Repeat("A", 43)) // of another verifier
			u.RawQuery = q.Encode()
			browse(t, u.String())
		}()
	})
	if fault.Of(err).Key != "openrouter.notGiven" {
		t.Errorf("%v", err)
	}
}

func TestTheFakeRouterGivesNoKey(t *testing.T) {
	for name, tt := range map[string]struct {
		fault fakeai.Fault
		key   string
	}{
		"broken": {fakeai.ServerError(), "openrouter.notGiven"}, "a page": {fakeai.HTMLBadGateway(), "openrouter.notGiven"},
		"too fast": {fakeai.RateLimited(3), "openrouter.notGiven"}, "200 with an error": {fakeai.ErrorInBody(403, "x", "permission_denied"), "openrouter.notGiven"},
		"reset": {fakeai.ConnectionReset(), "ai.unreachable"},
	} {
		s := fakeai.Start(t, fakeai.Options{})
		s.Fail(keys, serve.Every, tt.fault)
		key, err := fakeSignIn(s, testkit.NewClock()).Key(t.Context(), func(address string) { go browse(t, address) })
		if fault.Of(err).Key != tt.key || key != "" || len(s.Calls(keys)) != 1 {
			t.Errorf("%s: %q, %v", name, key, err)
		}
	}
}

func TestACodeThatIsTooOld(t *testing.T) {
	clk := testkit.NewClock()
	s := fakeai.Start(t, fakeai.Options{Clock: clk})
	// The browser holds the way back until the code has run out at the router, whose clock
	// is ahead of ours by then.
	_, err := fakeSignIn(s, testkit.NewClock()).Key(t.Context(), func(address string) {
		go func() {
			stay := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
			res, err := stay.Get(address)
			if err != nil {
				t.Error(err)
				return
			}
			res.Body.Close()
			clk.Advance(10*time.Minute + time.Second)
			browse(t, res.Header.Get("Location"))
		}()
	})
	if fault.Of(err).Key != "openrouter.notGiven" {
		t.Errorf("%v", err)
	}
}

package openrouter

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// exchange is OpenRouter's side: it knows the challenge of the browser's visit and gives
// a key once for the code.
type exchange struct {
	*httptest.Server
	challenge string
	status    int
}

func newExchange(t *testing.T) *exchange {
	e := &exchange{status: http.StatusOK}
	e.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var body struct {
			Code     string `json:"code"`
			Verifier string `json:"code_verifier"`
			Method   string `json:"code_challenge_method"`
		}
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil || r.URL.Path != "/auth/keys" || body.Method != "S256" {
			t.Errorf("%s %+v, %v", r.URL.Path, body, err)
		}
		sum := sha256.Sum256([]byte(body.Verifier))
		if body.Code != "the code" || base64.RawURLEncoding.EncodeToString(sum[:]) != e.challenge {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		w.WriteHeader(e.status)
		_, _ = io.WriteString(w, `{"key":"sk-or-v1-made","user_id":"u"}`)
	}))
	t.Cleanup(e.Close)
	return e
}

func (e *exchange) signIn(clk *testkit.Clock) SignIn {
	return SignIn{Site: "https://sign.in", API: e.URL, HTTP: e.Client(), Clock: clk, Done: func() string { return "You can go back." }, Refused: func() string { return "No key." }}
}

// visit is the person's browser: it reads the address and comes back with an answer.
func (e *exchange) visit(t *testing.T, address, answer string) {
	u, err := url.Parse(address)
	if err != nil || u.Host != "sign.in" || u.Path != "/auth" {
		t.Errorf("%s, %v", address, err)
		return
	}
	q := u.Query()
	e.challenge = q.Get("code_challenge")
	back := q.Get("callback_url")
	strangers, err := http.Get(back[:strings.LastIndexByte(back, '/')+1] + "guess?code=stolen")
	if err != nil {
		t.Error(err)
		return
	}
	defer strangers.Body.Close()
	if strangers.StatusCode != http.StatusNotFound {
		t.Errorf("the door opened to a stranger: status %d", strangers.StatusCode)
	}
	res, err := http.Get(back + answer)
	if err != nil {
		t.Error(err)
		return
	}
	defer res.Body.Close()
	page, _ := io.ReadAll(res.Body)
	if string(page) != map[bool]string{true: "You can go back.", false: "No key."}[strings.Contains(answer, "code=")] || res.Header.Get("Referrer-Policy") != "no-referrer" {
		t.Errorf("page %q %v", page, res.Header)
	}
}

func TestAKeyComesByTheBrowser(t *testing.T) {
	e := newExchange(t)
	key, err := e.signIn(testkit.NewClock()).Key(t.Context(), func(address string) { go e.visit(t, address, "?code=the+code") })
	if err != nil || key != "sk-or-v1-made" {
		t.Errorf("%q, %v", key, err)
	}
}

func TestNoKeyForWhoSaysNo(t *testing.T) {
	e := newExchange(t)
	_, err := e.signIn(testkit.NewClock()).Key(t.Context(), func(address string) { go e.visit(t, address, "?error=access_denied") })
	if fault.Of(err).Key != "openrouter.refused" {
		t.Errorf("%v", err)
	}
}

func TestAWrongCodeGivesNone(t *testing.T) {
	e := newExchange(t)
	_, err := e.signIn(testkit.NewClock()).Key(t.Context(), func(address string) { go e.visit(t, address, "?code=another") })
	if fault.Of(err).Key != "openrouter.notGiven" || strings.Contains(err.Error(), "another") {
		t.Errorf("%v", err)
	}
}

func TestNobodyComesBack(t *testing.T) {
	e, clk := newExchange(t), testkit.NewClock()
	_, err := e.signIn(clk).Key(t.Context(), func(string) {
		go func() {
			for clk.Waiting() == 0 {
			}
			clk.Advance(patience)
		}()
	})
	if fault.Of(err).Key != "openrouter.tooLate" {
		t.Errorf("%v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	if _, err := e.signIn(clk).Key(ctx, func(string) { stop() }); !fault.Has(err, fault.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestTheKeyServerIsAway(t *testing.T) {
	e := newExchange(t)
	s := e.signIn(testkit.NewClock())
	e.Close()
	_, err := s.Key(t.Context(), func(address string) { go e.visit(t, address, "?code=the+code") })
	if !fault.Has(err, fault.Offline) {
		t.Errorf("%v", err)
	}
}

package fakeai

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/testkit/serve"
)

// grantLife is how long a code can be exchanged.
const grantLife = 10 * time.Minute

// grant is what a code stands for until it is exchanged.
type grant struct {
	challenge, method string
	label             string
	until             time.Time
}

// authorize is the page /auth. A person would sign in and agree there; the fake agrees at
// once: it sends the browser back with a code, or shows the code where there is no callback.
func (s *Server) authorize(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	g := grant{
		challenge: query.Get("code_challenge"), method: query.Get("code_challenge_method"),
		label: query.Get("key_label"), until: s.options.Clock.Now().Add(grantLife),
	}
	callback, err := checkAuthorize(query, g)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	code := s.newID("code")
	s.mu.Lock()
	s.grants[code] = g
	s.mu.Unlock()
	if callback == nil {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = fmt.Fprintf(w, "<title>Authorized</title><p>Your code: <code>%s</code></p>", code)
		return
	}
	back := callback.Query()
	back.Set("code", code)
	callback.RawQuery = back.Encode()
	http.Redirect(w, r, callback.String(), http.StatusFound) //nolint:gosec // G710: the page goes back to where it was asked to, as the real one; checkAuthorize says where that may be
}

// checkAuthorize gives the callback, nil where the code is to be shown. Only the name
// localhost is documented for apps on a person's computer, on any port.
func checkAuthorize(query url.Values, g grant) (*url.URL, error) {
	if g.challenge != "" && g.method != "S256" && g.method != "plain" {
		return nil, fmt.Errorf("invalid code_challenge_method %q", g.method)
	}
	if !query.Has("callback_url") {
		if g.challenge == "" {
			return nil, errors.New("code_challenge is required without callback_url")
		}
		return nil, nil // the code is shown
	}
	u, err := url.Parse(query.Get("callback_url"))
	switch {
	case err != nil:
		return nil, errors.New("callback_url is no URL")
	case u.Scheme == "https", u.Scheme == "http" && u.Hostname() == "localhost":
		return u, nil
	}
	return nil, errors.New("callback_url must be https, or http://localhost with any port")
}

// exchange is POST /auth/keys: a code and its verifier for a key of the person's own.
func (s *Server) exchange(x *visit) {
	var in struct {
		Code     string `json:"code"`
		Verifier string `json:"code_verifier"`
		Method   string `json:"code_challenge_method"`
	}
	decoder := json.NewDecoder(x.r.Body)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&in); err != nil || in.Code == "" {
		invalid(x.w, "code is required, with nothing but code_verifier and code_challenge_method beside it")
		return
	}
	g, found := s.redeem(in.Code)
	switch {
	case !found:
		problem(x.w, http.StatusForbidden, "Invalid code or code_verifier", nil)
	case s.options.Clock.Now().After(g.until):
		problem(x.w, http.StatusForbidden, "Authorization code expired", nil)
	case in.Method != g.method:
		problem(x.w, http.StatusBadRequest, "Invalid code_challenge_method", nil)
	case !g.verifies(in.Verifier):
		problem(x.w, http.StatusForbidden, "Invalid code or code_verifier", nil)
	default:
		key := s.issue(g.label)
		serve.JSON(x.w, http.StatusOK, fields{"key": key, "user_id": "user_fake"})
	}
}

// redeem takes a code out of circulation: it can be tried once, right or wrong.
func (s *Server) redeem(code string) (grant, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	g, found := s.grants[code]
	delete(s.grants, code)
	return g, found
}

func (g grant) verifies(verifier string) bool {
	switch g.method {
	case "S256":
		sum := sha256.Sum256([]byte(verifier))
		return base64.RawURLEncoding.EncodeToString(sum[:]) == strings.TrimRight(g.challenge, "=")
	case "plain":
		return verifier == g.challenge
	}
	return g.challenge == ""
}

func (s *Server) issue(name string) string {
	key := "sk-or-v1-" + s.newID("issued")
	if name == "" {
		name = label(key)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.accounts[key] = &account{label: name}
	return key
}

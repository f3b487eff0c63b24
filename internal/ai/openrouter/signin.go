package openrouter

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
)

const (
	// site is where people sign in, api where a code becomes a key.
	site = "https://openrouter.ai"
	api  = site + "/api/v1"

	patience = 10 * time.Minute // a code is good for that long
	mostKey  = 64 << 10
)

// SignIn makes keys.
type SignIn struct {
	// Site and API are OpenRouter's own if empty.
	Site, API string
	HTTP      *http.Client
	Clock     clock.Clock
	// Done and Refused are the pages shown in the browser at the end: text for a person.
	Done, Refused func() string
}

// Key sends the person to OpenRouter by open and waits until they come back with leave to
// make a key, which it then fetches. It gives up after ten minutes, or when ctx ends.
//
// Faults: Denied openrouter.refused (they said no), Unavailable openrouter.noDoor (nothing
// may listen on loopback), openrouter.tooLate, openrouter.notGiven (OpenRouter gave no key
// for the code), Offline ai.unreachable; Canceled.
func (s SignIn) Key(ctx context.Context, open func(address string)) (string, error) {
	door, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("listen for browser: %w", fault.Wrap(fault.Unavailable, "openrouter.noDoor", err))
	}
	verifier, path := random(), "/"+random()
	codes := make(chan string, 1)
	server := &http.Server{Handler: s.door(path, codes), ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = server.Serve(door) }() // ends with Close
	defer func() { _ = server.Close() }()  // it can only say that the door was shut already

	open(s.address(door.Addr(), path, verifier))
	select {
	case code := <-codes:
		if code == "" {
			return "", fmt.Errorf("sign in: %w", fault.New(fault.Denied, "openrouter.refused"))
		}
		return s.exchange(ctx, code, verifier)
	case <-s.Clock.After(patience):
		return "", fmt.Errorf("sign in: %w", fault.New(fault.Unavailable, "openrouter.tooLate"))
	case <-ctx.Done():
		return "", fmt.Errorf("sign in: %w", ctx.Err())
	}
}

// address is the page to sign in on. OpenRouter lets any port of localhost be come back to.
func (s SignIn) address(door net.Addr, path, verifier string) string {
	sum := sha256.Sum256([]byte(verifier))
	port := door.(*net.TCPAddr).Port
	query := url.Values{
		"callback_url":          {fmt.Sprintf("http://localhost:%d%s", port, path)},
		"code_challenge":        {base64.RawURLEncoding.EncodeToString(sum[:])},
		"code_challenge_method": {"S256"},
		"key_label":             {"JobJourney"},
	}
	return or(s.Site, site) + "/auth?" + query.Encode()
}

// door lets in whoever knows the path, which only the browser that was sent away does.
func (s SignIn) door(path string, codes chan<- string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+path, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Referrer-Policy", "no-referrer") // the address holds the code
		w.Header().Set("Cache-Control", "no-store")
		code, page := r.URL.Query().Get("code"), s.Done
		if code == "" {
			page = s.Refused
		}
		text := page()
		w.Header().Set("Content-Length", strconv.Itoa(len(text)))
		_, _ = io.WriteString(w, text)
		_ = http.NewResponseController(w).Flush() // with the code in hand the door shuts at once
		select {
		case codes <- code:
		default: // loaded again
		}
	})
	return mux
}

// exchangePatience is how long OpenRouter may take to give a key for a code.
const exchangePatience = 30 * time.Second

func (s SignIn) exchange(ctx context.Context, code, verifier string) (string, error) {
	patient, cancel := context.WithTimeout(ctx, exchangePatience)
	defer cancel()
	body, err := json.Marshal(map[string]string{"code": code, "code_verifier": verifier, "code_challenge_method": "S256"})
	if err != nil {
		return "", fmt.Errorf("write request: %w", err)
	}
	req, err := http.NewRequestWithContext(patient, http.MethodPost, or(s.API, api)+"/auth/keys", bytes.NewReader(body))
	if err != nil {
		return "", fmt.Errorf("make request: %w", err)
	}
	req.Header.Set("Content-Type", "application/json")
	res, err := s.HTTP.Do(req)
	if ctx.Err() != nil {
		return "", fmt.Errorf("fetch key: %w", ctx.Err())
	}
	if err != nil {
		return "", fmt.Errorf("fetch key: %w", fault.Wrap(fault.Offline, "ai.unreachable", errors.New("no answer")))
	}
	defer res.Body.Close()
	var reply struct {
		Key string `json:"key"`
	}
	if res.StatusCode != http.StatusOK || json.NewDecoder(io.LimitReader(res.Body, mostKey)).Decode(&reply) != nil || reply.Key == "" {
		return "", fmt.Errorf("fetch key: status %d: %w", res.StatusCode, fault.New(fault.Unavailable, "openrouter.notGiven"))
	}
	return reply.Key, nil
}

// random is 256 bits that can stand in an address.
func random() string {
	var b [32]byte
	_, _ = rand.Read(b[:]) // never fails (crypto/rand)
	return base64.RawURLEncoding.EncodeToString(b[:])
}

func or(given, usual string) string {
	if given != "" {
		return given
	}
	return usual
}

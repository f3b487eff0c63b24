package elevenlabs

import (
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// DefaultBaseURL is the service's own address. Accounts with data residency have another,
// for example https://api.eu.residency.elevenlabs.io.
const DefaultBaseURL = "https://api.elevenlabs.io"

// How long the service may say nothing before a call gives up, on Options.Clock.
const (
	patience    = 15 * time.Second  // before an answer, and between two pieces of one
	uploadLimit = 120 * time.Second // for a whole recording to go up and be written down
)

// provider is the name transcripts carry as their source.
const provider = "elevenlabs"

// Options are what a Client is made of. Only Key is needed.
type Options struct {
	// BaseURL is https, or http on this computer; empty means DefaultBaseURL.
	BaseURL string
	// Key is the account's API key. It may be allowed to do a part of all only: see Check.
	Key string
	// HTTP carries the requests; nil means one like the standard library's, without a
	// time limit of its own. Redirections are never followed: they would take the key along.
	HTTP *http.Client
	// Clock measures silence and pauses; nil means the computer's.
	Clock clock.Clock
	// Made, if set, hears of everything that was left in the account's history. It is called
	// during the call that made it, possibly from several goroutines, and must return at once.
	Made func(Made)
}

// Made names something the service keeps because of us. Any field may be empty.
type Made struct {
	RequestID       string // of the request that made it
	HistoryItemID   string // of spoken sound
	TranscriptionID string // of a transcript of a recording
}

// Client calls the service with one key. Its methods may be called from several
// goroutines. It has nothing to close.
type Client struct {
	base  *url.URL
	sign  func(http.Header) // adds the key: a function, so that printing a Client can't show it
	http  *http.Client
	clock clock.Clock
	made  func(Made)
	rate  atomic.Int32 // index into rates of the best one the plan is known to allow
}

// New makes a client; it sends nothing. Faults: elevenlabs.badKey (field "key") for a key
// that is empty or has white space or other invisible characters in it, as one copied from
// a page may; elevenlabs.badAddress (field "baseUrl").
func New(o Options) (*Client, error) {
	if !sendable(o.Key) {
		return nil, fault.InvalidField("key", "elevenlabs.badKey")
	}
	base, err := address(o.BaseURL)
	if err != nil {
		return nil, err
	}
	c := &Client{base: base, clock: o.Clock, made: o.Made, http: carrier(o.HTTP)}
	key := o.Key
	c.sign = func(h http.Header) { h.Set("xi-api-key", key) }
	if c.clock == nil {
		c.clock = clock.System{}
	}
	if c.made == nil {
		c.made = func(Made) {}
	}
	return c, nil
}

// sendable reports whether a key consists of visible ASCII characters only: a header can
// carry nothing else, and a key never has anything else.
func sendable(key string) bool {
	return key != "" && strings.IndexFunc(key, func(r rune) bool { return r <= ' ' || r > '~' }) < 0
}

// address checks a base address: the key must not travel in the clear.
func address(base string) (*url.URL, error) {
	if base == "" {
		base = DefaultBaseURL
	}
	u, err := url.Parse(strings.TrimRight(base, "/"))
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, fault.InvalidField("baseUrl", "elevenlabs.badAddress")
	}
	if u.Scheme == "https" || u.Scheme == "http" && loopback(u.Hostname()) {
		return u, nil
	}
	return nil, fault.InvalidField("baseUrl", "elevenlabs.badAddress")
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// carrier copies the HTTP client so that it follows no redirection: Go takes headers it
// doesn't know, like the one with the key, along to another host.
func carrier(given *http.Client) *http.Client {
	var own http.Client
	if given != nil {
		own = *given
	}
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &own
}

// at is the address of a path, whose parts are escaped already, with its query.
func (c *Client) at(path string, query url.Values) string {
	u := c.base.String() + path
	if len(query) > 0 {
		u += "?" + query.Encode()
	}
	return u
}

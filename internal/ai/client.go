package ai

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode"

	"github.com/sashabaranov/go-openai"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
)

// OpenRouterURL is where OpenRouter's API is.
const OpenRouterURL = "https://openrouter.ai/api/v1"

// Options say which server a client speaks to, and how.
type Options struct {
	// BaseURL ends before /chat/completions; "/v1" is added to an address without a path.
	BaseURL string
	// Key is sent as a bearer token. Servers on this computer mostly need none.
	Key string
	// OpenRouter sends the fields only OpenRouter knows: routing by privacy, reasoning.
	OpenRouter bool
	// Privacy is what OpenRouter may do with the words. It heeds it only there.
	Privacy Privacy
	// HTTP does the requests; its timeout must be 0, because answers stream.
	HTTP *http.Client
	// Clock measures patience and the time between tries.
	Clock clock.Clock
	// Learned is shared by clients that are to know what others met; nil is one of its own.
	Learned *Learned
	// Patience is how long a stream may stay silent; 0 is a minute at OpenRouter, five elsewhere.
	Patience time.Duration
}

// Privacy chooses among the providers behind OpenRouter. The zero value sends nothing to
// one that trains on it.
type Privacy struct {
	AllowTraining bool // providers that keep prompts and may train on them may be used too
	ZeroRetention bool // only providers that keep nothing at all
}

// Client speaks to one server with one key. It is safe for concurrent use.
type Client struct {
	base      string
	host      string
	transport *transport
	openai    *openai.Client
	clock     clock.Clock
	patience  time.Duration
	router    bool
	key       string
	learned   *Learned
}

// Patience unless told otherwise. A server of one's own may have to load its model first,
// and answers one question after the other.
const defaultPatience, ownPatience = time.Minute, 5 * time.Minute

// localKey is sent where there is no key: many servers on this computer ask for one and
// take any.
const localKey = "local"

// New makes a client; it connects to nothing. Faults: Invalid ai.badAddress for a base
// URL that is none or ai.notEncrypted, Invalid ai.badKey for a key that can't be one.
func New(o Options) (*Client, error) {
	base, err := baseURL(o.BaseURL)
	if err != nil {
		return nil, err
	}
	key, err := cleanKey(o.Key)
	if err != nil {
		return nil, err
	}
	if o.Patience == 0 {
		o.Patience = ownPatience
		if o.OpenRouter {
			o.Patience = defaultPatience
		}
	}
	if o.Learned == nil {
		o.Learned = &Learned{}
	}
	t := &transport{http: o.HTTP, router: o.OpenRouter, privacy: o.Privacy}
	config := openai.DefaultConfig(key)
	config.BaseURL, config.HTTPClient = base.String(), t
	return &Client{
		base: base.String(), host: base.Host, transport: t, openai: openai.NewClientWithConfig(config),
		clock: o.Clock, patience: o.Patience, router: o.OpenRouter, key: key, learned: o.Learned,
	}, nil
}

// Host is the server's name and port, for what is told to a person.
func (c *Client) Host() string { return c.host }

// baseURL reads an address as people type it.
func baseURL(typed string) (*url.URL, error) {
	address, err := provider.Address(typed)
	if err != nil {
		return nil, err
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("read address: %w", fault.InvalidField("baseUrl", "ai.badAddress"))
	}
	u.Path = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(u.Path, "/"), "/chat/completions"), "/")
	if u.Path == "" {
		u.Path = "/v1"
	}
	return u, nil
}

// cleanKey takes away what comes along when a key is copied, and refuses what would
// break the header it goes into.
func cleanKey(key string) (string, error) {
	key = strings.TrimSpace(key)
	if key == "" {
		return localKey, nil
	}
	bad := func(r rune) bool { return r > unicode.MaxASCII || unicode.IsSpace(r) || unicode.IsControl(r) }
	if strings.ContainsFunc(key, bad) {
		return "", fault.InvalidField("key", "ai.badKey")
	}
	return key, nil
}

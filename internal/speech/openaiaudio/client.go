package openaiaudio

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"sync"

	"github.com/jobjourney/jobjourney/internal/clock"
)

// Dialect is the way a server wants to be asked.
type Dialect string

// The dialects.
const (
	OpenAI     Dialect = "openai"     // sound as a form, as at OpenAI and most local servers
	OpenRouter Dialect = "openrouter" // sound in JSON, in base 64
	WhisperCpp Dialect = "whispercpp" // the server of whisper.cpp: its own path, no speaking
)

// localKey goes to servers without a key: many local ones refuse an empty one, and none
// looks at it.
const localKey = "local"

// defaultRate is the samples per second of "pcm" at OpenAI and of Kokoro.
const defaultRate = 24000

// Options say which server to talk to.
type Options struct {
	// BaseURL is the server as a person types it: with or without "/v1", a slash at the
	// end, or the whole path of the endpoint.
	BaseURL string
	Key     string // empty where the server asks for none
	Dialect Dialect
	HTTP    *http.Client // nil is one of its own; redirects are never followed
	Clock   clock.Clock
	// Rates are the samples per second of the headerless sound of models that differ from
	// 24,000, by their id.
	Rates map[string]int
	// MaxUpload is how many bytes of sound the server takes in one request; 0 is 24 MB, or
	// 18 MB for OpenRouter, where they grow by a third in base 64. Longer sound goes in pieces.
	MaxUpload int
}

// Client talks to one server. It may be used by many at once.
type Client struct {
	options Options
	place   place
	http    *http.Client
	plain   sync.Map // ids of models that refuse to give times
	wave    sync.Map // ids of models that refuse sound without a header
}

// New makes a client; it opens no connection. Faults: audioServer.badAddress, and
// audioServer.notEncrypted for an address on the internet without https.
func New(o Options) (*Client, error) {
	p, err := find(o.BaseURL, o.Dialect)
	if err != nil {
		return nil, err
	}
	if o.Key == "" {
		o.Key = localKey
	}
	own := http.Client{}
	if o.HTTP != nil {
		own = *o.HTTP
	}
	// Who agreed to send a recording to one server didn't agree to the next.
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Client{options: o, place: p, http: &own}, nil
}

// provider names the server in a transcript.
func (c *Client) provider() string {
	if c.options.Dialect == OpenRouter {
		return string(OpenRouter)
	}
	return c.place.host
}

// question is one request.
type question struct {
	method, url string
	body        []byte
	contentType string
}

// ask sends a question and gives the answer if it is a good one, its body still to read.
func (c *Client) ask(ctx context.Context, q question) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, q.method, q.url, bytes.NewReader(q.body))
	if err != nil {
		return nil, fmt.Errorf("make request: %w", errBadAddress)
	}
	req.Header.Set("Authorization", "Bearer "+c.options.Key)
	if q.contentType != "" {
		req.Header.Set("Content-Type", q.contentType)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, lost(ctx, err)
	}
	if resp.StatusCode >= 200 && resp.StatusCode < 300 {
		return resp, nil
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxRefusal))
	if ctx.Err() != nil {
		return nil, lost(ctx, err)
	}
	return nil, understand(resp.StatusCode, body).refusal(resp.Header, c.options.Clock.Now())
}

// read takes in an answer that is no stream, up to most bytes.
func (c *Client) read(ctx context.Context, q question, most int64) ([]byte, error) {
	resp, err := c.ask(ctx, q)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, most+1))
	if err != nil {
		return nil, lost(ctx, err)
	}
	if int64(len(body)) > most {
		return nil, errBadReply
	}
	return body, nil
}

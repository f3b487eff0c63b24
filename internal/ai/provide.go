package ai

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/ai/local"
	"github.com/jobjourney/jobjourney/internal/ai/openrouter"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
)

// Coaches fulfils provider.Coaches: language models at OpenRouter and at other servers.
type Coaches struct {
	HTTP  *http.Client
	Clock clock.Clock
	// OpenRouterURL is OpenRouter's own if empty.
	OpenRouterURL string
	// Learned keeps what models refused, as long as the program runs; nil: for one question.
	Learned *Learned
}

const perMillion = 1e6

// tryTokens is room for a word, and for a thought before it.
const tryTokens = 400

func (p Coaches) client(a provider.Access) (*Client, error) {
	o := Options{BaseURL: a.BaseURL, Key: a.Key, HTTP: p.HTTP, Clock: p.Clock, Learned: p.Learned}
	if a.Kind == provider.OpenRouter {
		o.BaseURL, o.OpenRouter = or(p.OpenRouterURL, OpenRouterURL), true
		o.Privacy = Privacy{AllowTraining: a.Privacy.AllowTraining, ZeroRetention: a.Privacy.ZeroRetention}
	}
	return New(o)
}

// Check is provider.Way. A server says little of a key but that it lists its models for it.
func (p Coaches) Check(ctx context.Context, a provider.Access) (provider.Account, error) {
	c, err := p.client(a)
	if err != nil {
		return provider.Account{}, err
	}
	if a.Kind != provider.OpenRouter {
		_, err := c.Models(ctx, "")
		return provider.Account{}, err
	}
	known, err := c.Account(ctx)
	return provider.Account{Label: known.Label, LeftUSD: known.LeftUSD, Free: known.Free}, err
}

// Models is provider.Way: those that can coach.
func (p Coaches) Models(ctx context.Context, a provider.Access, _ provider.Part) ([]provider.Model, error) {
	c, err := p.client(a)
	if err != nil {
		return nil, err
	}
	all, err := c.Models(ctx, "text")
	if err != nil {
		return nil, err
	}
	out := []provider.Model{}
	for _, m := range all {
		if !deaf(m.ID) {
			out = append(out, provider.Model{
				ID: m.ID, Name: m.Name, PromptUSD: million(m.PromptUSD), AnswerUSD: million(m.CompletionUSD),
				Structured: m.Structured, MustThink: m.MustThink,
			})
		}
	}
	return out, nil
}

// deaf are models of servers that list everything they have: these hear or speak, or
// measure texts, and can't hold a conversation.
func deaf(id string) bool {
	for _, part := range []string{"whisper", "kokoro", "piper", "embed", "tts-", "parakeet"} {
		if strings.Contains(strings.ToLower(id), part) {
			return true
		}
	}
	return false
}

func million(price *float64) *float64 {
	if price == nil {
		return nil
	}
	p := *price * perMillion
	return &p
}

// Try is provider.Way: the model says a word.
func (p Coaches) Try(ctx context.Context, a provider.Access, _ provider.Part, choice provider.Choice) error {
	c, err := p.client(a)
	if err != nil {
		return err
	}
	_, err = c.Chat(ctx, Request{
		Model: choice.Model, MustThink: choice.MustThink, MaxTokens: tryTokens,
		Messages: []Message{{User, "Answer with the one word: ready"}},
	}, nil)
	return err
}

// Coach is provider.Coaches.
func (p Coaches) Coach(a provider.Access, choice provider.Choice, spent func(usd *float64)) (interview.Coach, error) {
	c, err := p.client(a)
	if err != nil {
		return nil, err
	}
	return NewCoach(c, choice.Model, choice.MustThink, func(u Usage) {
		if spent != nil {
			spent(u.CostUSD)
		}
	}), nil
}

// NewSignIn gets keys from OpenRouter; done and refused are
// what the browser shows at the end.
func NewSignIn(web *http.Client, clk clock.Clock, done, refused func() string) provider.SignIn {
	return openrouter.SignIn{HTTP: web, Clock: clk, Done: done, Refused: refused}
}

// Around fulfils provider.Local.
type Around struct{ HTTP *http.Client }

// Servers is provider.Local.
func (a Around) Servers(ctx context.Context) []provider.Found {
	out := []provider.Found{}
	for _, s := range local.Find(ctx, a.HTTP) {
		f := provider.Found{Name: string(s.Kind), BaseURL: s.BaseURL, Dialect: string(s.Kind), Models: s.Models}
		if s.Chats {
			f.Parts = append(f.Parts, provider.Coach)
		}
		if s.Speaks {
			f.Parts = append(f.Parts, provider.Voice)
		}
		if s.Transcribes {
			f.Parts = append(f.Parts, provider.Scribe)
		}
		out = append(out, f)
	}
	return out
}

// connectPatience is how long a server may take to be reached; an answer may take longer.
const connectPatience = 15 * time.Second

// NewHTTP is the client for providers: without a limit on the whole of an answer, which
// streams, and without sending the way it came to other hosts.
func NewHTTP() *http.Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.TLSHandshakeTimeout, t.MaxIdleConnsPerHost = connectPatience, 8
	return &http.Client{Transport: t, CheckRedirect: sameHost}
}

// errElsewhere is a server that sends on to another, which nobody has agreed to.
var errElsewhere = errors.New("redirection to another host")

// sameHost follows a redirection only where the key may go.
func sameHost(req *http.Request, via []*http.Request) error {
	if req.URL.Host != via[0].URL.Host || req.URL.Scheme != via[0].URL.Scheme || len(via) > 3 {
		return errElsewhere
	}
	return nil
}

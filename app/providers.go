package app

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/settings/provider"
)

// Providers is who takes part in rehearsals besides the built-in coach. Whatever asks a
// provider is a task: it may take long, and can be called off.
type Providers struct {
	gate  *Gate
	svc   *provider.Service
	tasks *Tasks
	shell Shell
}

// NewProviders binds the service.
func NewProviders(g *Gate, svc *provider.Service, t *Tasks, sh Shell) *Providers {
	return &Providers{g, svc, t, sh}
}

// Kinds of tasks.
const (
	taskAskProvider = "askProvider"
	taskSignIn      = "signIn"
	taskFindServers = "findServers"
)

// Get returns what was chosen; nobody is asked anything.
func (p *Providers) Get() (ProvidersView, error) { return call(p.gate, p.svc.Overview, providersView) }

// StartSaveKey keeps the key of OpenRouter or ElevenLabs if it works; Account tells more.
func (p *Providers) StartSaveKey(kind, key string) (string, error) {
	return p.ask(func(ctx context.Context) (any, error) { return p.svc.SaveKey(ctx, provider.Kind(kind), key) })
}

// StartSignIn gets a key from OpenRouter by the person's browser; Account tells more.
func (p *Providers) StartSignIn() (string, error) {
	return p.tasks.Start(taskSignIn, func(ctx context.Context, _ Progress) (any, error) {
		return p.svc.SignIn(ctx, func(address string) { _ = p.shell.OpenLink(address) }) // a browser that doesn't open is waited for in vain, and can be called off
	})
}

// StartAddServer keeps a server by its address, with a key if it wants one, and the name of a
// model if it has no list of them.
func (p *Providers) StartAddServer(name, baseURL, dialect, key, model string) (string, error) {
	return p.ask(func(ctx context.Context) (any, error) {
		return p.svc.AddServer(ctx, name, baseURL, dialect, key, model)
	})
}

// StartCheck asks a provider about its key; Account tells more.
func (p *Providers) StartCheck(id string) (string, error) {
	return p.ask(func(ctx context.Context) (any, error) { return p.svc.Check(ctx, provider.ID(id)) })
}

// Account is what a check brought.
func (p *Providers) Account(taskID string) (ProviderAccountView, error) {
	return call(p.gate, func(context.Context) (provider.Account, error) { return result[provider.Account](p.tasks, taskID) }, providerAccountView)
}

// StartModels asks a provider what it has for a part; Models tells it.
func (p *Providers) StartModels(id, part string) (string, error) {
	return p.ask(func(ctx context.Context) (any, error) { return p.svc.Models(ctx, provider.ID(id), provider.Part(part)) })
}

// Models is what a provider has for a part.
func (p *Providers) Models(taskID string) ([]ModelView, error) {
	return call(p.gate, func(context.Context) ([]provider.Model, error) { return result[[]provider.Model](p.tasks, taskID) },
		func(all []provider.Model) []ModelView { return views(all, modelView) })
}

// StartTry shows whether a part can be played; the task fails with the reason if not.
func (p *Providers) StartTry(part string) (string, error) {
	return p.ask(func(ctx context.Context) (any, error) { return true, p.svc.Try(ctx, provider.Part(part)) })
}

// StartFindServers looks for servers on this computer; Servers tells them.
func (p *Providers) StartFindServers() (string, error) {
	return p.tasks.Start(taskFindServers, func(ctx context.Context, _ Progress) (any, error) { return p.svc.FindServers(ctx), nil })
}

// Servers are those that were found.
func (p *Providers) Servers(taskID string) ([]FoundServerView, error) {
	return call(p.gate, func(context.Context) ([]provider.Found, error) { return result[[]provider.Found](p.tasks, taskID) },
		func(all []provider.Found) []FoundServerView { return views(all, foundView) })
}

// Choose gives a part to a provider's model, or to nobody.
func (p *Providers) Choose(part string, who provider.Choice) error {
	return act(p.gate, func(ctx context.Context) error { return p.svc.Choose(ctx, provider.Part(part), who) })
}

// SetPrivacy says what OpenRouter may do with the words.
func (p *Providers) SetPrivacy(v provider.Privacy) error {
	return act(p.gate, func(ctx context.Context) error { return p.svc.SetPrivacy(ctx, v) })
}

// SetCaptions has whoever writes down do so while somebody speaks, or not.
func (p *Providers) SetCaptions(on bool) error {
	return act(p.gate, func(ctx context.Context) error { return p.svc.SetCaptions(ctx, on) })
}

// SetLimit bounds what may be spent in a month, in US dollars; 0 is no limit.
func (p *Providers) SetLimit(usd float64) error {
	return act(p.gate, func(ctx context.Context) error { return p.svc.SetLimit(ctx, usd) })
}

// Estimate is about what scoring answers of so many letters will cost, in US dollars;
// null where nobody tells prices.
func (p *Providers) Estimate(letters []int) (*float64, error) {
	return call(p.gate, func(ctx context.Context) (*float64, error) { return p.svc.Estimate(ctx, letters) }, same[*float64])
}

// Forecast is about what a rehearsal of so many questions will cost.
func (p *Providers) Forecast(questions int) (provider.Forecast, error) {
	return call(p.gate, func(ctx context.Context) (provider.Forecast, error) { return p.svc.Forecast(ctx, questions) }, same[provider.Forecast])
}

// Remove forgets a provider and its key.
func (p *Providers) Remove(id string) error {
	return act(p.gate, func(ctx context.Context) error { return p.svc.Remove(ctx, provider.ID(id)) })
}

func (p *Providers) ask(work func(context.Context) (any, error)) (string, error) {
	return p.tasks.Start(taskAskProvider, func(ctx context.Context, _ Progress) (any, error) { return work(ctx) })
}

// ProvidersView is what was chosen, and where keys lie.
type ProvidersView struct {
	Entries []ProviderView             `json:"entries"`
	Choices map[string]provider.Choice `json:"choices"` // by part
	Privacy provider.Privacy           `json:"privacy"`
	Sealed  bool                       `json:"sealed"` // keys lie in the vault: there is no keyring
	// Captions says that what is said is written down while it is said; canCaption, that it could be.
	Captions   bool `json:"captions"`
	CanCaption bool `json:"canCaption"`
	// In US dollars: the month's limit (0: none), and what was spent of it.
	MonthlyUSD float64 `json:"monthlyUsd"`
	SpentUSD   float64 `json:"spentUsd"`
}

// ProviderView is one that was set up.
type ProviderView struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Name    string `json:"name"`
	BaseURL string `json:"baseUrl"`
	Dialect string `json:"dialect"`
	KeyTail string `json:"keyTail"`
}

// ProviderAccountView is what a provider says of a key. What it doesn't say is null.
type ProviderAccountView struct {
	Label       string   `json:"label"`
	LeftUSD     *float64 `json:"leftUsd"`
	LeftCredits *int     `json:"leftCredits"`
	Free        bool     `json:"free"`
}

// ModelView is a model to choose; prices are of a million tokens in US dollars, null if unknown.
type ModelView struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	PromptUSD  *float64 `json:"promptUsd"`
	AnswerUSD  *float64 `json:"answerUsd"`
	Structured bool     `json:"structured"`
	MustThink  bool     `json:"mustThink"`
	Rough      bool     `json:"rough"`
}

// FoundServerView is a server on this computer.
type FoundServerView struct {
	Name    string   `json:"name"`
	BaseURL string   `json:"baseUrl"`
	Dialect string   `json:"dialect"`
	Models  []string `json:"models"`
	Parts   []string `json:"parts"`
}

func providersView(o provider.Overview) ProvidersView {
	v := ProvidersView{Entries: views(o.Config.Entries, providerView), Choices: map[string]provider.Choice{}, Privacy: o.Config.Privacy, Sealed: o.Sealed, Captions: o.Config.Captions && o.CanCaption, CanCaption: o.CanCaption, MonthlyUSD: o.Config.MonthlyUSD, SpentUSD: o.SpentUSD}
	for part, choice := range o.Config.Choices {
		v.Choices[string(part)] = choice
	}
	return v
}

func providerView(e provider.Entry) ProviderView {
	return ProviderView{string(e.ID), string(e.Kind), e.Name, e.BaseURL, e.Dialect, e.KeyTail}
}

func providerAccountView(a provider.Account) ProviderAccountView {
	return ProviderAccountView{a.Label, a.LeftUSD, a.LeftCredits, a.Free}
}

func modelView(m provider.Model) ModelView {
	return ModelView{m.ID, m.Name, m.PromptUSD, m.AnswerUSD, m.Structured, m.MustThink, m.Rough}
}

func foundView(f provider.Found) FoundServerView {
	v := FoundServerView{Name: f.Name, BaseURL: f.BaseURL, Dialect: f.Dialect, Models: append([]string{}, f.Models...), Parts: []string{}}
	for _, p := range f.Parts {
		v.Parts = append(v.Parts, string(p))
	}
	return v
}

package provider

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// Deps is everything the service talks to.
type Deps struct {
	Store   Store
	Keys    Keys
	Coaches Coaches
	Scribes map[Kind]Scribes
	Voices  map[Kind]Voices
	Local   Local
	SignIn  SignIn
	Events  Publisher
	Clock   clock.Clock
}

// Service keeps who takes part, and hands out whoever plays a part.
type Service struct {
	d Deps

	saving   sync.Mutex // held from reading the choices to saving them
	mu       sync.Mutex
	reserved float64 // set aside for questions under way, in US dollars
}

// NewService makes the service; it asks nobody anything yet.
func NewService(d Deps) *Service { return &Service{d: d} }

// Overview is what there is to see: the choices, and where keys lie.
type Overview struct {
	Config Config
	Sealed bool // keys lie in the vault, because there is no keyring
	// CanCaption says that whoever writes down can do so while somebody speaks.
	CanCaption bool
	// SpentUSD is what was spent this month, in US dollars.
	SpentUSD float64
}

// Overview reads the choices; nobody is asked anything.
func (s *Service) Overview(ctx context.Context) (Overview, error) {
	c, err := s.d.Store.Providers(ctx)
	if err != nil {
		return Overview{}, fmt.Errorf("read providers: %w", err)
	}
	sealed, err := s.d.Keys.Sealed(ctx)
	sealed = sealed && err == nil // a keyring that is locked is one all the same
	return Overview{c, sealed, s.captioners(c) != nil, c.Spent.in(s.d.Clock.Now().Format(monthLayout))}, nil
}

// SaveKey keeps the key of OpenRouter or ElevenLabs if the provider accepts it, or can't
// be asked now. Faults: those of Way.Check.
func (s *Service) SaveKey(ctx context.Context, kind Kind, key string) (Account, error) {
	key = strings.TrimSpace(key)
	if kind != OpenRouter && kind != ElevenLabs {
		return Account{}, fault.InvalidField("kind", "provider.unknown")
	}
	if key == "" {
		return Account{}, fault.InvalidField("key", "provider.emptyKey")
	}
	return s.keep(ctx, Entry{ID: ID(kind), Kind: kind}, key)
}

// SignIn gets a key from OpenRouter by the person's browser.
func (s *Service) SignIn(ctx context.Context, open func(address string)) (Account, error) {
	key, err := s.d.SignIn.Key(ctx, open)
	if err != nil {
		return Account{}, fmt.Errorf("sign in: %w", err)
	}
	return s.keep(ctx, Entry{ID: ID(OpenRouter), Kind: OpenRouter}, key)
}

// AddServer keeps a server by its address; a key is needed only if the server wants one.
// One that is known by that address already stays as it is where nothing new is said. One
// without a list of its models is kept if the model that somebody typed answers; without one
// the fault is NotFound NoModelList.
func (s *Service) AddServer(ctx context.Context, name, baseURL, dialect, key, model string) (Entry, error) {
	address, err := Address(baseURL)
	if err != nil {
		return Entry{}, err
	}
	c, err := s.d.Store.Providers(ctx)
	if err != nil {
		return Entry{}, fmt.Errorf("read providers: %w", err)
	}
	e := Entry{ID: ID(ident.NewRecord()), Kind: Server, BaseURL: address}
	for _, old := range c.Entries {
		if old.Kind == Server && old.BaseURL == address {
			e = old
		}
	}
	e.Name, e.Dialect, e.Model = cmp.Or(strings.TrimSpace(name), e.Name), cmp.Or(dialect, e.Dialect), cmp.Or(strings.TrimSpace(model), e.Model)
	_, err = s.keep(ctx, e, strings.TrimSpace(key))
	return e, err
}

// keep checks a provider and keeps it with its key.
func (s *Service) keep(ctx context.Context, e Entry, key string) (Account, error) {
	account, err := s.check(ctx, e, Access{e.Kind, e.BaseURL, e.Dialect, key, Privacy{}})
	if err != nil && !keepAnyway(err) {
		return Account{}, fmt.Errorf("check provider: %w", err)
	}
	e.AddedAt = s.d.Clock.Now()
	if key != "" {
		e.HasKey, e.KeyTail = true, tail(key)
		if err := s.d.Keys.KeepKey(ctx, e.ID, key); err != nil {
			return Account{}, fmt.Errorf("keep key: %w", err)
		}
	}
	if saveErr := s.change(ctx, func(c Config) Config { return c.with(e) }); saveErr != nil {
		return Account{}, saveErr
	}
	return account, err
}

// check asks a provider about its key; one that can only be tried with a model is.
func (s *Service) check(ctx context.Context, e Entry, a Access) (Account, error) {
	account, err := s.checker(e).Check(ctx, a)
	if hasNoList(err) && e.Model != "" {
		return Account{}, s.d.Coaches.Try(ctx, a, Coach, Choice{Model: e.Model})
	}
	return account, err
}

func hasNoList(err error) bool { return err != nil && fault.Of(err).Key == NoModelList }

// keepAnyway is what says nothing about the key: nobody was there to ask.
func keepAnyway(err error) bool {
	return fault.Has(err, fault.Offline) || fault.Has(err, fault.RateLimited) || fault.Of(err).Key == "ai.busy"
}

// tail is enough of a key to tell it from another.
func tail(key string) string {
	const shown = 4
	if len(key) < 4*shown {
		return ""
	}
	return key[len(key)-shown:]
}

// Remove forgets a provider and its key, and takes it out of the parts it plays.
func (s *Service) Remove(ctx context.Context, id ID) error {
	if err := s.d.Keys.DropKey(ctx, id); err != nil {
		return fmt.Errorf("drop key: %w", err)
	}
	return s.change(ctx, func(c Config) Config { return c.without(id) })
}

// Check asks a provider about its key.
func (s *Service) Check(ctx context.Context, id ID) (Account, error) {
	e, a, err := s.reach(ctx, id)
	if err != nil {
		return Account{}, err
	}
	account, err := s.check(ctx, e, a)
	if err != nil {
		return Account{}, fmt.Errorf("check provider: %w", err)
	}
	return account, nil
}

// Models lists what a provider has for a part.
func (s *Service) Models(ctx context.Context, id ID, p Part) ([]Model, error) {
	e, a, err := s.reach(ctx, id)
	if err != nil {
		return nil, err
	}
	way := s.service(e.Kind, p)
	if way == nil {
		return []Model{}, nil
	}
	out, err := way.Models(ctx, a, p)
	if p == Coach && hasNoList(err) && e.Model != "" {
		return []Model{{ID: e.Model}}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list models: %w", err)
	}
	return out, nil
}

// Choose gives a part to somebody, or to nobody.
func (s *Service) Choose(ctx context.Context, p Part, who Choice) error {
	c, err := s.d.Store.Providers(ctx)
	if err != nil {
		return fmt.Errorf("read providers: %w", err)
	}
	if e, known := c.entry(who.ProviderID); who.ProviderID != "" && (!known || s.service(e.Kind, p) == nil) {
		return fault.InvalidField("providerId", "provider.unknown")
	}
	return s.change(ctx, func(c Config) Config { return c.cast(p, who) })
}

// Try shows whether a part can be played, by the smallest thing that shows it.
func (s *Service) Try(ctx context.Context, p Part) error {
	c, err := s.d.Store.Providers(ctx)
	if err != nil {
		return fmt.Errorf("read providers: %w", err)
	}
	choice, ok := c.Choices[p]
	if !ok {
		return fault.New(fault.Conflict, "provider.nobody")
	}
	e, a, err := s.reach(ctx, choice.ProviderID)
	if err != nil {
		return err
	}
	if err := s.service(e.Kind, p).Try(ctx, a, p, choice); err != nil {
		return fmt.Errorf("try provider: %w", err)
	}
	return nil
}

// FindServers looks for servers on this computer, because somebody asked.
func (s *Service) FindServers(ctx context.Context) []Found { return s.d.Local.Servers(ctx) }

// SetPrivacy says what OpenRouter may do with the words.
func (s *Service) SetPrivacy(ctx context.Context, p Privacy) error {
	return s.change(ctx, func(c Config) Config { c.Privacy = p; return c })
}

func (s *Service) change(ctx context.Context, edit func(Config) Config) error {
	s.saving.Lock()
	defer s.saving.Unlock()
	c, err := s.d.Store.Providers(ctx)
	if err != nil {
		return fmt.Errorf("read providers: %w", err)
	}
	if err := s.d.Store.SaveProviders(ctx, edit(c)); err != nil {
		return fmt.Errorf("save providers: %w", err)
	}
	s.d.Events.ProvidersChanged()
	return nil
}

package provider

import (
	"context"
	"fmt"
	"slices"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
)

// ears are the dialects of servers that only hear or speak: they have no models to list.
var ears = []string{"whisper.cpp", "kokoro"}

// checker is who can tell whether a provider is there and its key works.
func (s *Service) checker(e Entry) Way {
	if way := s.service(e.Kind, Coach); way != nil && !slices.Contains(ears, e.Dialect) {
		return way
	}
	return s.service(e.Kind, Scribe)
}

// service is who reaches a kind of provider for a part; nil: it can't play that part.
func (s *Service) service(k Kind, p Part) Way {
	var way Way // stays nil where there is nobody: an interface around nobody isn't nil
	switch p {
	case Coach:
		if k == OpenRouter || k == Server {
			way = s.d.Coaches
		}
	case Scribe:
		if reached, ok := s.d.Scribes[k]; ok {
			way = reached
		}
	case Voice:
		if reached, ok := s.d.Voices[k]; ok {
			way = reached
		}
	}
	return way
}

// reach is the way to a provider.
func (s *Service) reach(ctx context.Context, id ID) (Entry, Access, error) {
	c, err := s.d.Store.Providers(ctx)
	if err != nil {
		return Entry{}, Access{}, fmt.Errorf("read providers: %w", err)
	}
	e, known := c.entry(id)
	if !known {
		return Entry{}, Access{}, fault.New(fault.NotFound, "provider.unknown")
	}
	key := ""
	if e.HasKey { // a keyring that is locked stops nobody who needs no key
		if key, err = s.d.Keys.Key(ctx, id); err != nil {
			return Entry{}, Access{}, fmt.Errorf("read key: %w", err)
		}
	}
	return e, Access{e.Kind, e.BaseURL, e.Dialect, key, c.Privacy}, nil
}

// Coach is interview.Cast.
func (s *Service) Coach(ctx context.Context) (interview.Coach, error) {
	choice, a, err := s.player(ctx, Coach)
	if err != nil || choice.ProviderID == "" {
		return nil, err
	}
	return paying{s, choice, func(spent func(*float64)) (interview.Coach, error) { return s.d.Coaches.Coach(a, choice, spent) }}, nil
}

// Scribe is interview.Cast.
func (s *Service) Scribe(ctx context.Context) (interview.Scribe, error) {
	choice, a, err := s.player(ctx, Scribe)
	if err != nil || choice.ProviderID == "" {
		return nil, err
	}
	return s.d.Scribes[a.Kind].Scribe(a, choice)
}

// Hears is interview.Cast.
func (s *Service) Hears(ctx context.Context) (languages []string, chosen bool) {
	c, err := s.d.Store.Providers(ctx)
	if err != nil {
		return nil, false // why not is told when it is needed
	}
	choice := c.Choices[Scribe]
	e, known := c.entry(choice.ProviderID)
	scribes, reached := s.d.Scribes[e.Kind]
	if !known || !reached {
		return nil, false
	}
	return scribes.Languages(choice), true
}

// Narrator is who speaks for the interviewer; nobody: the voice of this computer does.
func (s *Service) Narrator(ctx context.Context) (interview.Narrator, error) {
	choice, a, err := s.player(ctx, Voice)
	if err != nil || choice.ProviderID == "" {
		return nil, err
	}
	return s.d.Voices[a.Kind].Narrator(a, choice)
}

// HasNarrator reports whether one was chosen.
func (s *Service) HasNarrator() bool {
	c, err := s.d.Store.Providers(context.Background())
	return err == nil && c.Choices[Voice].ProviderID != ""
}

// Narrates reports whether one was chosen and may well speak a language.
func (s *Service) Narrates(language string) bool {
	c, err := s.d.Store.Providers(context.Background())
	if err != nil {
		return false
	}
	choice := c.Choices[Voice]
	e, known := c.entry(choice.ProviderID)
	voices, reached := s.d.Voices[e.Kind]
	return known && reached && voices.Speaks(choice, language)
}

// player is who plays a part, and the way there; nobody if nobody was chosen.
func (s *Service) player(ctx context.Context, p Part) (Choice, Access, error) {
	c, err := s.d.Store.Providers(ctx)
	if err != nil {
		return Choice{}, Access{}, fmt.Errorf("read providers: %w", err)
	}
	choice, ok := c.Choices[p]
	if !ok {
		return Choice{}, Access{}, nil
	}
	e, a, err := s.reach(ctx, choice.ProviderID)
	if err != nil {
		return Choice{}, Access{}, err
	}
	if s.service(e.Kind, p) == nil {
		return Choice{}, Access{}, fault.New(fault.NotFound, "provider.unknown")
	}
	return choice, a, nil
}

package provider

import (
	"context"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
)

// captioners is who can write down while somebody speaks, of the provider that writes down;
// nil: it can only afterwards, or nobody was chosen.
func (s *Service) captioners(c Config) Captioners {
	e, known := c.entry(c.Choices[Scribe].ProviderID)
	if !known {
		return nil
	}
	able, _ := s.d.Scribes[e.Kind].(Captioners)
	return able
}

// SetCaptions has whoever writes down do so while somebody speaks, or not. Faults: Invalid
// provider.noCaptions where it can't.
func (s *Service) SetCaptions(ctx context.Context, on bool) error {
	c, err := s.d.Store.Providers(ctx)
	if err != nil {
		return fmt.Errorf("read providers: %w", err)
	}
	if on && s.captioners(c) == nil {
		return fault.InvalidField("captions", "provider.noCaptions")
	}
	return s.change(ctx, func(c Config) Config { c.Captions = on && s.captioners(c) != nil; return c })
}

// Captioner is interview.Cast: nobody, unless captions were asked for.
func (s *Service) Captioner(ctx context.Context) (interview.Captioner, error) {
	c, err := s.d.Store.Providers(ctx)
	if err != nil {
		return nil, fmt.Errorf("read providers: %w", err)
	}
	able := s.captioners(c)
	if !c.Captions || able == nil {
		return nil, nil //nolint:nilnil // nobody is normal
	}
	_, a, err := s.player(ctx, Scribe)
	if err != nil {
		return nil, err
	}
	return able.Captioner(a)
}

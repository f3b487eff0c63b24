package posting

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/ident"
)

// Store keeps postings. Get and Delete of what isn't there is fault.NotFound.
type Store interface {
	Get(ctx context.Context, id ID) (Posting, error)
	List(ctx context.Context) ([]Posting, error)
	Put(ctx context.Context, p Posting) error
	Delete(ctx context.Context, id ID) error
}

// Publisher is told which posting was created, changed or deleted, after it was stored.
type Publisher interface {
	PostingChanged(id ID)
}

// Service is what a person can do with postings. It is safe for concurrent use.
type Service struct {
	store     Store
	publisher Publisher
	clock     clock.Clock
	writing   sync.Mutex // one change at a time, so that none is lost between Get and Put
}

// New makes a service; it opens nothing.
func New(store Store, publisher Publisher, clock clock.Clock) *Service {
	return &Service{store: store, publisher: publisher, clock: clock}
}

// Create cleans and reads a pasted text and keeps it. The faults of Clean are
// passed on; a text in a language the rules don't know is kept all the same.
func (s *Service) Create(ctx context.Context, raw string) (Posting, error) {
	text, err := Clean(raw)
	if err != nil {
		return Posting{}, fmt.Errorf("create posting: %w", err)
	}
	now := s.clock.Now().UTC()
	p := Posting{ID: ID(ident.NewRecord()), Text: text, CreatedAt: now, UpdatedAt: now}
	p.Corrections.Removed = []string{}
	p.read(ident.NewItem)
	if err := s.put(ctx, p); err != nil {
		return Posting{}, fmt.Errorf("create posting: %w", err)
	}
	return p, nil
}

// Update makes a person's changes. With a new text the posting is read again
// first; what the person settled, then or earlier, stays.
func (s *Service) Update(ctx context.Context, id ID, e Edit) (Posting, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	p, err := s.store.Get(ctx, id)
	if err != nil {
		return Posting{}, fmt.Errorf("update posting: %w", err)
	}
	if e.Text != nil {
		if p.Text, err = Clean(*e.Text); err != nil {
			return Posting{}, fmt.Errorf("update posting: %w", err)
		}
		p.read(ident.NewItem)
	}
	if err := p.apply(e, ident.NewItem); err != nil {
		return Posting{}, fmt.Errorf("update posting: %w", err)
	}
	p.UpdatedAt = s.clock.Now().UTC()
	if err := s.put(ctx, p); err != nil {
		return Posting{}, fmt.Errorf("update posting: %w", err)
	}
	return p, nil
}

// Delete removes a posting.
func (s *Service) Delete(ctx context.Context, id ID) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.store.Delete(ctx, id); err != nil {
		return fmt.Errorf("delete posting: %w", err)
	}
	s.publisher.PostingChanged(id)
	return nil
}

// Get returns one posting.
func (s *Service) Get(ctx context.Context, id ID) (Posting, error) {
	p, err := s.store.Get(ctx, id)
	if err != nil {
		return Posting{}, fmt.Errorf("get posting: %w", err)
	}
	return p, nil
}

// List returns every posting, the one changed last first.
func (s *Service) List(ctx context.Context) ([]Posting, error) {
	list, err := s.store.List(ctx)
	if err != nil {
		return nil, fmt.Errorf("list postings: %w", err)
	}
	slices.SortFunc(list, func(a, b Posting) int {
		if c := b.UpdatedAt.Compare(a.UpdatedAt); c != 0 {
			return c
		}
		return cmp.Compare(a.ID, b.ID)
	})
	return list, nil
}

func (s *Service) put(ctx context.Context, p Posting) error {
	if err := s.store.Put(ctx, p); err != nil {
		return err
	}
	s.publisher.PostingChanged(p.ID)
	return nil
}

package store

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// Postings fulfils posting.Store.
type Postings struct{ all collection[posting.Posting] }

// NewPostings keeps postings in s.
func NewPostings(s *Store) *Postings {
	p := &Postings{collect(s, KindPosting, vault.ClassDocument, postingLines)}
	s.register(p.all.fill, nil)
	return p
}

// Get is posting.Store.
func (p *Postings) Get(ctx context.Context, id posting.ID) (posting.Posting, error) {
	return p.all.get(ctx, string(id))
}

// List is posting.Store.
func (p *Postings) List(ctx context.Context) ([]posting.Posting, error) { return p.all.list(ctx) }

// Put is posting.Store.
func (p *Postings) Put(ctx context.Context, post posting.Posting) error {
	return p.all.put(ctx, string(post.ID), post)
}

// Delete is posting.Store.
func (p *Postings) Delete(ctx context.Context, id posting.ID) error {
	return p.all.delete(ctx, string(id))
}

func postingLines(p posting.Posting) []Line {
	return []Line{{Title: p.Title + " " + p.Company, Text: p.Place + " " + p.Text}}
}

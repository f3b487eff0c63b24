package app

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/posting"
)

// Postings is the jobs a person is looking at.
type Postings struct {
	gate *Gate
	svc  *posting.Service
}

// NewPostings binds the service.
func NewPostings(g *Gate, svc *posting.Service) *Postings { return &Postings{g, svc} }

// List returns all postings, newest first.
func (p *Postings) List() ([]PostingView, error) {
	return call(p.gate, p.svc.List, func(all []posting.Posting) []PostingView { return views(all, postingView) })
}

// Get returns one posting.
func (p *Postings) Get(id string) (PostingView, error) {
	return call(p.gate, func(ctx context.Context) (posting.Posting, error) { return p.svc.Get(ctx, posting.ID(id)) }, postingView)
}

// Create reads a pasted posting and keeps it.
func (p *Postings) Create(text string) (PostingView, error) {
	return call(p.gate, func(ctx context.Context) (posting.Posting, error) { return p.svc.Create(ctx, text) }, postingView)
}

// Update corrects what was read.
func (p *Postings) Update(id string, edit posting.Edit) (PostingView, error) {
	return call(p.gate, func(ctx context.Context) (posting.Posting, error) {
		return p.svc.Update(ctx, posting.ID(id), edit)
	}, postingView)
}

// Delete removes a posting for good. Rehearsals made for it keep their own copy of what they asked.
func (p *Postings) Delete(id string) error {
	return act(p.gate, func(ctx context.Context) error { return p.svc.Delete(ctx, posting.ID(id)) })
}

package store

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/profile"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// Profiles fulfils profile.Store.
type Profiles struct{ one collection[profile.Profile] }

// NewProfiles keeps the profile in s.
func NewProfiles(s *Store) *Profiles {
	return &Profiles{collect[profile.Profile](s, "profile", vault.ClassSettings, nil)}
}

// Profile is profile.Store.
func (p *Profiles) Profile(ctx context.Context) (profile.Profile, error) {
	v, _, err := p.one.only(ctx)
	orEmpty(&v.Industries)
	orEmpty(&v.Interests)
	return v, err
}

// SaveProfile is profile.Store.
func (p *Profiles) SaveProfile(ctx context.Context, v profile.Profile) error {
	return p.one.putOnly(ctx, v)
}

func orEmpty[T any](list *[]T) {
	if *list == nil {
		*list = []T{}
	}
}

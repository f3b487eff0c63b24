package app

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/profile"
	"github.com/jobjourney/jobjourney/internal/settings"
)

// Settings is how the person wants the app to behave, and who they are to it.
type Settings struct {
	gate    *Gate
	svc     *settings.Service
	profile *profile.Service
}

// NewSettings binds the services.
func NewSettings(g *Gate, svc *settings.Service, p *profile.Service) *Settings {
	return &Settings{g, svc, p}
}

// Get returns the settings.
func (s *Settings) Get() (settings.Settings, error) {
	return call(s.gate, s.svc.Get, same[settings.Settings])
}

// Update replaces the settings.
func (s *Settings) Update(next settings.Settings) (settings.Settings, error) {
	return call(s.gate, func(ctx context.Context) (settings.Settings, error) { return s.svc.Update(ctx, next) },
		same[settings.Settings])
}

// Device returns what belongs to this computer alone.
func (s *Settings) Device() (settings.Device, error) {
	return call(s.gate, s.svc.Device, same[settings.Device])
}

// UpdateDevice replaces what belongs to this computer alone.
func (s *Settings) UpdateDevice(d settings.Device) error {
	return act(s.gate, func(ctx context.Context) error { return s.svc.UpdateDevice(ctx, d) })
}

// Appearance returns theme and language, in every lock state.
func (s *Settings) Appearance() (settings.Appearance, error) {
	return call(s.gate, func(context.Context) (settings.Appearance, error) { return s.svc.Appearance(), nil },
		same[settings.Appearance])
}

// UpdateAppearance replaces theme and language, in every lock state.
func (s *Settings) UpdateAppearance(a settings.Appearance) error {
	return act(s.gate, func(context.Context) error { return s.svc.UpdateAppearance(a) })
}

// Profile returns what the person said about where they stand.
func (s *Settings) Profile() (profile.Profile, error) {
	return call(s.gate, s.profile.Get, same[profile.Profile])
}

// UpdateProfile replaces it.
func (s *Settings) UpdateProfile(p profile.Profile) (profile.Profile, error) {
	return call(s.gate, func(ctx context.Context) (profile.Profile, error) { return s.profile.Update(ctx, p) },
		same[profile.Profile])
}

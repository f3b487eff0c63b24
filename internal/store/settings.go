package store

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/settings"
	"github.com/jobjourney/jobjourney/internal/vault"
)

// Settings fulfils settings.Store.
type Settings struct {
	all    collection[settings.Settings]
	device collection[settings.Device]
}

// NewSettings keeps the settings in s.
func NewSettings(s *Store) *Settings {
	return &Settings{
		all:    collect[settings.Settings](s, "settings", vault.ClassSettings, nil),
		device: collect[settings.Device](s, "device", vault.ClassDevice, nil),
	}
}

// Settings is settings.Store.
func (t *Settings) Settings(ctx context.Context) (settings.Settings, error) {
	v, _, err := t.all.only(ctx)
	if err == nil && !t.all.saved() {
		return settings.Default(), nil
	}
	return v, err
}

// SaveSettings is settings.Store.
func (t *Settings) SaveSettings(ctx context.Context, v settings.Settings) error {
	return t.all.putOnly(ctx, v)
}

// Device is settings.Store.
func (t *Settings) Device(ctx context.Context) (settings.Device, error) {
	v, _, err := t.device.only(ctx)
	return v, err
}

// SaveDevice is settings.Store.
func (t *Settings) SaveDevice(ctx context.Context, v settings.Device) error {
	return t.device.putOnly(ctx, v)
}

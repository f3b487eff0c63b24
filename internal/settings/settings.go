package settings

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/turn"
)

// Settings may follow the person to other devices.
type Settings struct {
	Density         string  `json:"density"`         // "comfortable" or "compact"
	Motion          string  `json:"motion"`          // "system" or "reduced"
	UIScale         float64 `json:"uiScale"`         // 0.9 to 1.5
	SingleKeys      bool    `json:"singleKeys"`      // shortcuts without a modifier (WCAG 2.1.4)
	SpokenQuestions bool    `json:"spokenQuestions"` // speak where the system has a voice
	LockAfterMin    int     `json:"lockAfterMin"`    // minutes without input; 0 is never
	RecordingDays   int     `json:"recordingDays"`   // 1 to 365; how long new recordings are kept
	HandsFree       bool    `json:"handsFree"`       // silence ends a spoken answer
	SilenceMs       int     `json:"silenceMs"`       // so much of it, 1,200 to 6,000; see interview/turn
}

// Device belongs to this computer alone.
type Device struct {
	MicrophoneID string `json:"microphoneId"` // empty: the system's choice at the time
}

// Appearance is readable before unlocking.
type Appearance struct {
	Theme    string `json:"theme"`    // "system", "light" or "dark"
	Language string `json:"language"` // one of Languages; empty in a Shopfront: never chosen
}

// WindowPlace is where the window stood, in pixels of the screen; the zero value means
// nothing is remembered. It is readable before unlocking.
type WindowPlace struct {
	X         int  `json:"x"`
	Y         int  `json:"y"`
	Width     int  `json:"width"`
	Height    int  `json:"height"`
	Maximised bool `json:"maximised"`
}

// DefaultRecordingDays is how long a recording is kept unless told otherwise.
const DefaultRecordingDays = 90

// Default is what a new profile starts with.
func Default() Settings {
	return Settings{
		Density: "comfortable", Motion: "system", UIScale: 1, SingleKeys: true,
		SpokenQuestions: true, LockAfterMin: 10, RecordingDays: DefaultRecordingDays,
		SilenceMs: turn.UsualSilenceMs,
	}
}

// complete fills in what settings kept by an earlier version don't have.
func (s Settings) complete() Settings {
	s.SilenceMs = cmp.Or(s.SilenceMs, turn.UsualSilenceMs)
	return s
}

// Store keeps the sealed parts. Before the first save it answers with Default and an empty Device.
type Store interface {
	Settings(ctx context.Context) (Settings, error)
	SaveSettings(ctx context.Context, s Settings) error
	Device(ctx context.Context) (Device, error)
	SaveDevice(ctx context.Context, d Device) error
}

// Shopfront keeps what can be read before unlocking. Where there is no profile yet it
// keeps the choice in memory only.
type Shopfront interface {
	Appearance() Appearance
	SetAppearance(a Appearance) error
}

// Publisher tells the outside that a setting has changed.
type Publisher interface{ SettingsChanged() }

// Service applies the rules of the settings.
type Service struct {
	store    Store
	front    Shopfront
	events   Publisher
	language string // of who has chosen none
}

// NewService makes the service; it touches nothing yet. language is the one to speak
// until another is chosen.
func NewService(store Store, front Shopfront, events Publisher, language string) *Service {
	return &Service{store: store, front: front, events: events, language: language}
}

// Get returns the settings.
func (s *Service) Get(ctx context.Context) (Settings, error) {
	all, err := s.store.Settings(ctx)
	return all.complete(), err
}

// Device returns what belongs to this computer.
func (s *Service) Device(ctx context.Context) (Device, error) { return s.store.Device(ctx) }

// Appearance returns theme and language; it works in every lock state. A language nobody
// chose, or that this version doesn't have, is the system's.
func (s *Service) Appearance() Appearance {
	out := s.front.Appearance()
	if !slices.Contains(Languages(), out.Language) {
		out.Language = s.language
	}
	return out
}

// Update replaces the settings.
func (s *Service) Update(ctx context.Context, next Settings) (Settings, error) {
	next = next.complete()
	if err := next.check(); err != nil {
		return Settings{}, err
	}
	if err := s.store.SaveSettings(ctx, next); err != nil {
		return Settings{}, fmt.Errorf("save settings: %w", err)
	}
	s.events.SettingsChanged()
	return next, nil
}

// UpdateDevice replaces what belongs to this computer.
func (s *Service) UpdateDevice(ctx context.Context, d Device) error {
	if err := s.store.SaveDevice(ctx, d); err != nil {
		return fmt.Errorf("save device settings: %w", err)
	}
	s.events.SettingsChanged()
	return nil
}

// UpdateAppearance replaces theme and language; it works in every lock state.
func (s *Service) UpdateAppearance(a Appearance) error {
	if !slices.Contains([]string{"system", "light", "dark"}, a.Theme) {
		return fault.InvalidField("theme", "settings.badChoice")
	}
	if !slices.Contains(Languages(), a.Language) {
		return fault.InvalidField("language", "settings.badChoice")
	}
	if err := s.front.SetAppearance(a); err != nil {
		return fmt.Errorf("save appearance: %w", err)
	}
	s.events.SettingsChanged()
	return nil
}

func (s Settings) check() error {
	switch {
	case s.Density != "comfortable" && s.Density != "compact":
		return fault.InvalidField("density", "settings.badChoice")
	case s.Motion != "system" && s.Motion != "reduced":
		return fault.InvalidField("motion", "settings.badChoice")
	case s.UIScale < 0.9 || s.UIScale > 1.5:
		return fault.InvalidField("uiScale", "settings.badScale")
	case s.LockAfterMin < 0 || s.LockAfterMin > 240:
		return fault.InvalidField("lockAfterMin", "settings.badMinutes")
	case s.RecordingDays < 1 || s.RecordingDays > 365:
		return fault.InvalidField("recordingDays", "settings.badDays")
	case s.SilenceMs < turn.LeastSilenceMs || s.SilenceMs > turn.MostSilenceMs:
		return fault.InvalidField("silenceMs", "settings.badSilence")
	}
	return nil
}

// Rehearsal gives what a rehearsal heeds.
func (s *Service) Rehearsal(ctx context.Context) (interview.Preferences, error) {
	all, err := s.Get(ctx)
	if err != nil {
		return interview.Preferences{}, fmt.Errorf("read settings: %w", err)
	}
	device, err := s.store.Device(ctx)
	if err != nil {
		return interview.Preferences{}, fmt.Errorf("read device settings: %w", err)
	}
	return interview.Preferences{
		MicrophoneID: device.MicrophoneID, SpokenQuestions: all.SpokenQuestions, RecordingDays: all.RecordingDays,
		HandsFree: all.HandsFree, SilenceMs: all.SilenceMs,
	}, nil
}

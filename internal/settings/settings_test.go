package settings_test

import (
	"context"
	"errors"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/settings"
)

var ctx = context.Background()

// memory is a Store, a Shopfront and a Publisher.
type memory struct {
	all    settings.Settings
	device settings.Device
	front  settings.Appearance
	broken error
	events int
}

func (m *memory) Settings(context.Context) (settings.Settings, error) { return m.all, m.broken }
func (m *memory) Device(context.Context) (settings.Device, error)     { return m.device, m.broken }
func (m *memory) Appearance() settings.Appearance                     { return m.front }
func (m *memory) SettingsChanged()                                    { m.events++ }

func (m *memory) SaveSettings(_ context.Context, s settings.Settings) error {
	if m.broken == nil {
		m.all = s
	}
	return m.broken
}

func (m *memory) SaveDevice(_ context.Context, d settings.Device) error {
	if m.broken == nil {
		m.device = d
	}
	return m.broken
}

func (m *memory) SetAppearance(a settings.Appearance) error {
	if m.broken == nil {
		m.front = a
	}
	return m.broken
}

func newService() (*settings.Service, *memory) {
	m := &memory{all: settings.Default()}
	return settings.NewService(m, m, m, "de"), m
}

func TestDefaultsAreAllowed(t *testing.T) {
	svc, m := newService()
	if _, err := svc.Update(ctx, settings.Default()); err != nil {
		t.Error(err)
	}
	if m.events != 1 || m.all.RecordingDays != 90 {
		t.Errorf("%d events, %+v", m.events, m.all)
	}
}

func TestWhatIsNotAllowed(t *testing.T) {
	for field, change := range map[string]func(*settings.Settings){
		"density":       func(s *settings.Settings) { s.Density = "crowded" },
		"motion":        func(s *settings.Settings) { s.Motion = "" },
		"uiScale":       func(s *settings.Settings) { s.UIScale = 1.6 },
		"lockAfterMin":  func(s *settings.Settings) { s.LockAfterMin = -1 },
		"recordingDays": func(s *settings.Settings) { s.RecordingDays = 0 },
	} {
		svc, m := newService()
		next := settings.Default()
		change(&next)
		_, err := svc.Update(ctx, next)
		if f := fault.Of(err); f == nil || f.Code != fault.Invalid || f.Field != field {
			t.Errorf("%s: %v", field, err)
		}
		if m.all != settings.Default() || m.events != 0 {
			t.Errorf("%s: something was saved", field)
		}
	}
}

func TestLimitsThemselvesAreAllowed(t *testing.T) {
	for name, change := range map[string]func(*settings.Settings){
		"smallest": func(s *settings.Settings) { s.UIScale, s.LockAfterMin, s.RecordingDays = 0.9, 0, 1 },
		"largest":  func(s *settings.Settings) { s.UIScale, s.LockAfterMin, s.RecordingDays = 1.5, 240, 365 },
	} {
		svc, _ := newService()
		next := settings.Default()
		change(&next)
		if _, err := svc.Update(ctx, next); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAppearance(t *testing.T) {
	svc, m := newService()
	if got := svc.Appearance().Language; got != "de" {
		t.Errorf("who chose nothing is spoken to in %q, not in the system's language", got)
	}
	if err := svc.UpdateAppearance(settings.Appearance{Theme: "dark", Language: "en"}); err != nil || svc.Appearance().Theme != "dark" {
		t.Errorf("%v, %+v", err, svc.Appearance())
	}
	for field, a := range map[string]settings.Appearance{
		"theme": {Theme: "pink", Language: "en"}, "language": {Theme: "dark", Language: "xx"},
	} {
		if f := fault.Of(svc.UpdateAppearance(a)); f == nil || f.Field != field {
			t.Errorf("%s: %v", field, f)
		}
	}
	if m.events != 1 || m.front.Theme != "dark" || svc.Appearance().Language != "en" {
		t.Errorf("%d events, %+v", m.events, m.front)
	}
}

func TestWhatARehearsalHeeds(t *testing.T) {
	svc, m := newService()
	m.all.RecordingDays, m.all.SpokenQuestions = 7, false
	if err := svc.UpdateDevice(ctx, settings.Device{MicrophoneID: "usb"}); err != nil {
		t.Fatal(err)
	}
	got, err := svc.Rehearsal(ctx)
	if want := (interview.Preferences{MicrophoneID: "usb", RecordingDays: 7, SilenceMs: 3000}); err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
	m.all.HandsFree, m.all.SilenceMs = true, 1200
	if got, err = svc.Rehearsal(ctx); err != nil || !got.HandsFree || got.SilenceMs != 1200 {
		t.Errorf("%+v, %v", got, err)
	}
}

// Settings kept before there was a silence to choose have the usual one.
func TestSettingsOfAnEarlierVersion(t *testing.T) {
	svc, m := newService()
	m.all.SilenceMs = 0
	got, err := svc.Get(ctx)
	if err != nil || got.SilenceMs != 3000 || got.HandsFree {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err = svc.Update(ctx, m.all); err != nil || got.SilenceMs != 3000 {
		t.Errorf("%+v, %v", got, err)
	}
	for _, ms := range []int{-1, 1199, 6001} {
		next := settings.Default()
		next.SilenceMs = ms
		if _, err := svc.Update(ctx, next); fault.Of(err).Key != "settings.badSilence" {
			t.Errorf("%d ms: %v", ms, err)
		}
	}
}

func TestNothingIsToldWhenNothingWasSaved(t *testing.T) {
	svc, m := newService()
	m.broken = errors.New("disk on fire")
	_, err := svc.Update(ctx, settings.Default())
	for _, err := range []error{err, svc.UpdateDevice(ctx, settings.Device{}), svc.UpdateAppearance(settings.Appearance{Theme: "dark", Language: "en"})} {
		if !errors.Is(err, m.broken) {
			t.Errorf("got %v", err)
		}
	}
	if _, err := svc.Rehearsal(ctx); !errors.Is(err, m.broken) || m.events != 0 {
		t.Errorf("%v, %d events", err, m.events)
	}
}

package profile_test

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/profile"
)

var ctx = context.Background()

// memory is a Store and a Publisher.
type memory struct {
	kept   profile.Profile
	broken error
	events int
}

func (m *memory) Profile(context.Context) (profile.Profile, error) { return m.kept, nil }
func (m *memory) ProfileChanged()                                  { m.events++ }

func (m *memory) SaveProfile(_ context.Context, p profile.Profile) error {
	if m.broken == nil {
		m.kept = p
	}
	return m.broken
}

func TestUpdateTidies(t *testing.T) {
	m := &memory{}
	svc := profile.NewService(m, m)
	got, err := svc.Update(ctx, profile.Profile{
		Profession: " Nurse ", JobTitle: "\tWard manager", Level: profile.LevelLead, Goals: " Lead\nwell ", Industries: []string{" Health ", "", "  "},
	})
	want := profile.Profile{Profession: "Nurse", JobTitle: "Ward manager", Level: profile.LevelLead, Goals: "Lead\nwell", Industries: []string{"Health"}, Interests: []string{}}
	if err != nil || !reflect.DeepEqual(got, want) || m.events != 1 {
		t.Errorf("%+v, %v, %d events", got, err, m.events)
	}
	if kept, _ := svc.Get(ctx); !reflect.DeepEqual(kept, want) {
		t.Errorf("kept %+v", kept)
	}
}

// Everything can be left out.
func TestEmptyProfile(t *testing.T) {
	m := &memory{}
	if _, err := profile.NewService(m, m).Update(ctx, profile.Profile{}); err != nil {
		t.Error(err)
	}
}

func TestUpdateThatIsRefused(t *testing.T) {
	m := &memory{}
	svc := profile.NewService(m, m)
	if _, err := svc.Update(ctx, profile.Profile{Level: "wizard"}); fault.Of(err).Field != "level" {
		t.Errorf("got %v", err)
	}
	for name, p := range map[string]profile.Profile{
		"goals":     {Goals: strings.Repeat("é", 20_001)},
		"interests": {Interests: []string{strings.Repeat("é", 10_000), strings.Repeat("é", 10_001)}},
	} {
		if _, err := svc.Update(ctx, p); fault.Of(err).Key != "profile.tooLong" || fault.Of(err).Params["limit"] != "20000" {
			t.Errorf("too long %s: %v", name, err)
		}
	}
	m.broken = errors.New("disk on fire")
	if _, err := svc.Update(ctx, profile.Profile{}); !errors.Is(err, m.broken) || m.events != 0 {
		t.Errorf("got %v and %d events", err, m.events)
	}
}

package profile

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Level is how experienced the person considers themselves.
type Level string

// The levels offered. The empty level means not said.
const (
	LevelUnsaid      Level = ""
	LevelEntry       Level = "entry"
	LevelExperienced Level = "experienced"
	LevelSenior      Level = "senior"
	LevelLead        Level = "lead"
)

// Profile is the whole of it. Every field may be empty.
type Profile struct {
	Profession string   `json:"profession"`
	JobTitle   string   `json:"jobTitle"`
	Level      Level    `json:"level"`
	Industries []string `json:"industries"`
	Goals      string   `json:"goals"`
	Interests  []string `json:"interests"`
}

// longestText is the most that all of a profile's texts together may have, in characters.
const longestText = 20_000

// Store keeps the one profile.
type Store interface {
	Profile(ctx context.Context) (Profile, error) // empty before the first save
	SaveProfile(ctx context.Context, p Profile) error
}

// Publisher tells the outside that the profile has changed.
type Publisher interface{ ProfileChanged() }

// Service applies the rules of the profile.
type Service struct {
	store  Store
	events Publisher
}

// NewService makes the service; it touches nothing yet.
func NewService(store Store, events Publisher) *Service {
	return &Service{store: store, events: events}
}

// Get returns the profile.
func (s *Service) Get(ctx context.Context) (Profile, error) { return s.store.Profile(ctx) }

// Update replaces the profile. Faults: profile.badLevel, profile.tooLong (limit).
func (s *Service) Update(ctx context.Context, p Profile) (Profile, error) {
	switch p.Level {
	case LevelUnsaid, LevelEntry, LevelExperienced, LevelSenior, LevelLead:
	default:
		return Profile{}, fault.InvalidField("level", "profile.badLevel")
	}
	p.Profession, p.JobTitle = strings.TrimSpace(p.Profession), strings.TrimSpace(p.JobTitle)
	p.Goals = strings.TrimSpace(p.Goals)
	p.Industries, p.Interests = words(p.Industries), words(p.Interests)
	if p.length() > longestText {
		return Profile{}, fault.New(fault.Invalid, "profile.tooLong").With("limit", strconv.Itoa(longestText))
	}
	if err := s.store.SaveProfile(ctx, p); err != nil {
		return Profile{}, fmt.Errorf("save profile: %w", err)
	}
	s.events.ProfileChanged()
	return p, nil
}

// length is how many characters there are in all.
func (p Profile) length() int {
	texts := slices.Concat([]string{p.Profession, p.JobTitle, p.Goals}, p.Industries, p.Interests)
	return utf8.RuneCountInString(strings.Join(texts, ""))
}

func words(all []string) []string {
	out := []string{}
	for _, w := range all {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

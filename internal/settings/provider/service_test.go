package provider

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/advice"
	"github.com/jobjourney/jobjourney/internal/interview/followup"
	"github.com/jobjourney/jobjourney/internal/interview/scoring"
	"github.com/jobjourney/jobjourney/internal/interview/translation"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// desk is everything around the service, in memory.
type desk struct {
	config  Config
	keys    map[ID]string
	err     error // of Check
	asked   []Access
	changes int
	made    []Choice
}

func (d *desk) Providers(context.Context) (Config, error)       { return d.config, nil }
func (d *desk) SaveProviders(_ context.Context, c Config) error { d.config = c; return nil }
func (d *desk) ProvidersChanged()                               { d.changes++ }
func (d *desk) Sealed(context.Context) (bool, error)            { return true, nil }
func (d *desk) DropKey(_ context.Context, id ID) error          { delete(d.keys, id); return nil }
func (d *desk) Servers(context.Context) []Found                 { return []Found{{Name: "ollama"}} }

func (d *desk) Key(_ context.Context, id ID) (string, error) {
	if d.keys[id] == "" {
		return "", fault.New(fault.NotFound, "provider.noKey")
	}
	return d.keys[id], nil
}

func (d *desk) KeepKey(_ context.Context, id ID, key string) error {
	d.keys[id] = key
	return nil
}

func (d *desk) Check(_ context.Context, a Access) (Account, error) {
	d.asked = append(d.asked, a)
	return Account{Label: "mine"}, d.err
}

func (d *desk) Models(_ context.Context, a Access, p Part) ([]Model, error) {
	return []Model{{ID: string(a.Kind) + "/" + string(p)}}, nil
}

func (d *desk) Try(_ context.Context, a Access, _ Part, _ Choice) error {
	d.asked = append(d.asked, a)
	return d.err
}

func (d *desk) Coach(_ Access, c Choice, spent func(*float64)) (interview.Coach, error) {
	d.made = append(d.made, c)
	return dear{spent}, nil
}

// dear is a coach who takes a quarter of a dollar for each question.
type dear struct{ spent func(*float64) }

func (d dear) pay() { quarter := 0.25; d.spent(&quarter) }

func (d dear) Rate(context.Context, scoring.Task) (scoring.Opinions, error) {
	d.pay()
	return scoring.Opinions{}, nil
}

func (d dear) FollowUp(context.Context, followup.Task) (followup.Wording, error) {
	d.pay()
	return followup.Wording{Question: "And then?"}, nil
}

func (d dear) Translate(context.Context, translation.Task) (translation.Translation, error) {
	d.pay()
	return translation.Translation{}, nil
}

func (d dear) Advise(context.Context, advice.Task) ([]advice.Point, error) {
	d.pay()
	return nil, errors.New("no")
}

func (d *desk) Scribe(_ Access, c Choice) (interview.Scribe, error) {
	d.made = append(d.made, c)
	return nil, nil
}

func (d *desk) Languages(c Choice) []string { return []string{c.Model} }

func (d *desk) Speaks(_ Choice, language string) bool { return language != "tr" }

func (d *desk) Narrator(_ Access, c Choice) (interview.Narrator, error) {
	d.made = append(d.made, c)
	return nil, nil
}

type browser struct{ err error }

func (b browser) Key(_ context.Context, open func(string)) (string, error) {
	open("https://sign.in")
	return "sk-or-v1-0123456789abcdef", b.err
}

func set(t *testing.T) (*Service, *desk) {
	t.Helper()
	d := &desk{keys: map[ID]string{}}
	return NewService(Deps{
		Store: d, Keys: d, Coaches: d, Scribes: map[Kind]Scribes{OpenRouter: d, ElevenLabs: d, Server: d, Recogniser: d},
		Voices: map[Kind]Voices{OpenRouter: d, ElevenLabs: d},
		Local:  d, SignIn: browser{}, Events: d, Clock: testkit.NewClock(),
	}), d
}

func TestAKeyIsKeptOnceItWorks(t *testing.T) {
	s, d := set(t)
	if _, err := s.SaveKey(t.Context(), OpenRouter, "  sk-or-v1-0123456789abcdef\n"); err != nil {
		t.Fatal(err)
	}
	o, err := s.Overview(t.Context())
	if err != nil || !o.Sealed || len(o.Config.Entries) != 1 || o.Config.Entries[0].KeyTail != "cdef" || d.keys["openrouter"] != "sk-or-v1-0123456789abcdef" || d.changes != 1 {
		t.Errorf("%+v %v %v", o, d.keys, err)
	}
	d.err = fault.New(fault.Denied, "ai.invalidKey")
	if _, err := s.SaveKey(t.Context(), OpenRouter, "sk-or-v1-wrong"); fault.Of(err).Key != "ai.invalidKey" || d.keys["openrouter"] != "sk-or-v1-0123456789abcdef" {
		t.Errorf("a key that doesn't work took the place of one that does: %v, %v", d.keys, err)
	}
	d.err = fault.New(fault.Offline, "ai.unreachable")
	if _, err := s.SaveKey(t.Context(), OpenRouter, "sk-or-v1-offline-0123"); !fault.Has(err, fault.Offline) || d.keys["openrouter"] != "sk-or-v1-offline-0123" {
		t.Errorf("a key that nobody could check was lost: %v, %v", d.keys, err)
	}
	for _, key := range []string{"", " \n"} {
		if _, err := s.SaveKey(t.Context(), ElevenLabs, key); fault.Of(err).Key != "provider.emptyKey" {
			t.Errorf("%v", err)
		}
	}
	if _, err := s.SaveKey(t.Context(), "bank", "k"); fault.Of(err).Key != "provider.unknown" {
		t.Errorf("%v", err)
	}
}

func TestTheBrowserBringsAKey(t *testing.T) {
	s, d := set(t)
	opened := ""
	if _, err := s.SignIn(t.Context(), func(a string) { opened = a }); err != nil || opened == "" || d.keys["openrouter"] == "" {
		t.Errorf("%q %v, %v", opened, d.keys, err)
	}
	s.d.SignIn = browser{errors.New("closed")}
	d.keys = map[ID]string{}
	if _, err := s.SignIn(t.Context(), func(string) {}); err == nil || len(d.keys) != 0 {
		t.Errorf("%v", d.keys)
	}
}

func TestAServerIsKnownByItsAddress(t *testing.T) {
	s, d := set(t)
	first, err := s.AddServer(t.Context(), "Mine", "http://localhost:11434/v1", "ollama", "", "")
	if err != nil {
		t.Fatal(err)
	}
	if e, err := s.AddServer(t.Context(), "", "localhost:11434/v1/", "", "", ""); err != nil || e.Name != "Mine" || e.Dialect != "ollama" {
		t.Errorf("%+v, %v", e, err)
	}
	second, err := s.AddServer(t.Context(), "Ours", " http://localhost:11434/v1 ", "ollama", "k", "")
	if err != nil || second.ID != first.ID || len(d.config.Entries) != 1 || d.config.Entries[0].Name != "Ours" || d.keys[first.ID] != "k" {
		t.Errorf("%+v, %v", d.config, err)
	}
}

func TestWhoIsRemovedPlaysNoPart(t *testing.T) {
	s, d := set(t)
	if _, err := s.SaveKey(t.Context(), OpenRouter, "sk-or-v1-0123456789abcdef"); err != nil {
		t.Fatal(err)
	}
	for _, p := range Parts() {
		if err := s.Choose(t.Context(), p, Choice{ProviderID: "openrouter", Model: "m"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Choose(t.Context(), Scribe, Choice{ProviderID: "recogniser"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(t.Context(), "openrouter"); err != nil {
		t.Fatal(err)
	}
	if len(d.config.Entries) != 0 || len(d.config.Choices) != 1 || d.config.Choices[Scribe].ProviderID != "recogniser" || len(d.keys) != 0 {
		t.Errorf("%+v %v", d.config, d.keys)
	}
}

func TestOnlyWhoCanPlayAPartGetsIt(t *testing.T) {
	s, _ := set(t)
	if _, err := s.SaveKey(t.Context(), ElevenLabs, "xi-0123456789abcdef"); err != nil {
		t.Fatal(err)
	}
	for _, who := range []ID{"elevenlabs", "openrouter", "nobody", "recogniser"} {
		if err := s.Choose(t.Context(), Coach, Choice{ProviderID: who}); fault.Of(err).Key != "provider.unknown" {
			t.Errorf("%s: %v", who, err)
		}
	}
	if got, err := s.Models(t.Context(), "elevenlabs", Coach); err != nil || len(got) != 0 {
		t.Errorf("%v, %v", got, err)
	}
}

func TestTheCastIsWhoWasChosen(t *testing.T) {
	s, d := set(t)
	if c, err := s.Coach(t.Context()); c != nil || err != nil {
		t.Errorf("somebody coaches: %v, %v", c, err)
	}
	if w, err := s.Scribe(t.Context()); w != nil || err != nil || len(d.made) != 0 {
		t.Errorf("somebody writes: %v, %v", w, err)
	}
	if err := s.Try(t.Context(), Scribe); fault.Of(err).Key != "provider.nobody" {
		t.Errorf("%v", err)
	}
	d.config.Privacy.ZeroRetention = true
	if _, err := s.SaveKey(t.Context(), OpenRouter, "sk-or-v1-0123456789abcdef"); err != nil {
		t.Fatal(err)
	}
	if known, chosen := s.Hears(t.Context()); known != nil || chosen {
		t.Errorf("somebody hears %v", known)
	}
	if err := errors.Join(s.Choose(t.Context(), Coach, Choice{ProviderID: "openrouter", Model: "m"}), s.Choose(t.Context(), Scribe, Choice{ProviderID: "recogniser", Model: "w"})); err != nil {
		t.Fatal(err)
	}
	if known, chosen := s.Hears(t.Context()); !chosen || len(known) != 1 || known[0] != "w" {
		t.Errorf("%v, %v is heard", known, chosen)
	}
	coach, err := s.Coach(t.Context())
	_, err2 := s.Scribe(t.Context())
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	if _, err := coach.FollowUp(t.Context(), followup.Task{}); err != nil || len(d.made) != 2 || d.made[1].Model != "m" {
		t.Errorf("%+v, %v, %v", d.made, err, err2)
	}
	if err := s.Try(t.Context(), Coach); err != nil {
		t.Error(err)
	}
	if n, err := s.Narrator(t.Context()); n != nil || err != nil || s.HasNarrator() || s.Narrates("en") {
		t.Errorf("somebody speaks: %v, %v", n, err)
	}
	if err := s.Choose(t.Context(), Voice, Choice{ProviderID: "openrouter", Model: "ann"}); err != nil || !s.HasNarrator() || !s.Narrates("de") || s.Narrates("tr") {
		t.Fatal(err)
	}
	if _, err := s.Narrator(t.Context()); err != nil || d.made[len(d.made)-1].Model != "ann" {
		t.Errorf("%+v, %v", d.made, err)
	}
	if a := d.asked[len(d.asked)-1]; a.Key == "" || !a.Privacy.ZeroRetention || strings.Contains(a.BaseURL, "http") {
		t.Errorf("%+v", a)
	}
}

func TestServersThatOnlyHearAreCheckedByTheirEars(t *testing.T) {
	s, _ := set(t)
	hears := &desk{}
	s.d.Scribes[Server] = hears
	if _, err := s.AddServer(t.Context(), "", "http://localhost:8080", "whisper.cpp", "", ""); err != nil || len(hears.asked) != 1 {
		t.Errorf("%v, %v", hears.asked, err)
	}
}

package provider

import (
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
)

// live is a desk whose scribes can caption.
type live struct {
	*desk
	keys []string
}

func (l *live) Captioner(a Access) (interview.Captioner, error) {
	l.keys = append(l.keys, a.Key)
	return nil, nil
}

func TestCaptionsAreAskedFor(t *testing.T) {
	s, d := set(t)
	able := &live{desk: d}
	s.d.Scribes[ElevenLabs] = able
	if err := s.SetCaptions(t.Context(), true); fault.Of(err).Key != "provider.noCaptions" {
		t.Errorf("nobody writes down: %v", err)
	}
	if _, err := s.SaveKey(t.Context(), ElevenLabs, "xi-0123456789abcdef"); err != nil {
		t.Fatal(err)
	}
	choose := func(id ID) {
		t.Helper()
		if err := s.Choose(t.Context(), Scribe, Choice{ProviderID: id, Model: "m"}); err != nil {
			t.Fatal(err)
		}
	}
	state := func() (can, on bool) {
		t.Helper()
		o, err := s.Overview(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return o.CanCaption, o.Config.Captions
	}
	asked := func() int {
		t.Helper()
		if _, err := s.Captioner(t.Context()); err != nil {
			t.Fatal(err)
		}
		return len(able.keys)
	}
	choose("recogniser")
	if can, on := state(); can || on {
		t.Error("a recogniser of this computer can't caption")
	}
	choose("elevenlabs")
	if can, on := state(); !can || on || asked() != 0 {
		t.Errorf("captions that nobody asked for: %v, %v", can, on)
	}
	if err := s.SetCaptions(t.Context(), true); err != nil || asked() != 1 || able.keys[0] != "xi-0123456789abcdef" {
		t.Errorf("%v, %v", able.keys, err)
	}
	choose("elevenlabs") // another model of the same
	if _, on := state(); !on {
		t.Error("choosing a model took the captions away")
	}
	choose("recogniser")
	choose("elevenlabs")
	if _, on := state(); on || asked() != 1 {
		t.Error("captions came back without being asked for again")
	}
	if err := s.SetCaptions(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	if err := s.Remove(t.Context(), "elevenlabs"); err != nil {
		t.Fatal(err)
	}
	if can, on := state(); can || on || asked() != 1 {
		t.Errorf("after its provider went: %v, %v", can, on)
	}
}

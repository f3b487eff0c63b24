package speech

import (
	"context"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/system"
)

func TestNoVoiceSpeaksAnotherLanguage(t *testing.T) {
	asked := 0
	c := &Computer{known: map[string]*system.Voice{}, find: func(_ context.Context, language string) (*system.Voice, bool) {
		asked++
		return system.For(t.Context(), "en")
	}}
	first, again := c.Speaks("en"), c.Speaks("en")
	if !first || !again || asked != 1 {
		t.Errorf("looked %d times", asked)
	}
	c.find = func(context.Context, string) (*system.Voice, bool) { return nil, false }
	if c.Speaks("de") {
		t.Error("speaks German without a voice")
	}
	if _, _, err := c.Synthesize(t.Context(), "Guten Tag.", "de"); fault.Of(err).Key != "speech.noVoiceFor" {
		t.Errorf("%v", err)
	}
	if s, rate, err := c.Synthesize(t.Context(), "Good morning.", "en"); err != nil || len(s) < rate/2 {
		t.Errorf("%d samples at %d Hz, %v", len(s), rate, err)
	}
}

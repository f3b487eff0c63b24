package speech

import (
	"context"
	"fmt"
	"sync"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/system"
)

// Computer is the voices of this computer, one for each language it speaks. A language is
// looked up once: what is installed later is found after the next start.
type Computer struct {
	find func(ctx context.Context, language string) (*system.Voice, bool)

	mu    sync.Mutex
	known map[string]*system.Voice // nil: no voice for it
}

// SystemVoice is the voices of this computer; nothing is looked up yet.
func SystemVoice() *Computer {
	return &Computer{find: system.For, known: map[string]*system.Voice{}}
}

// Speaks reports whether there is a voice for a language (ISO 639-1).
func (c *Computer) Speaks(language string) bool { return c.voice(language) != nil }

// Synthesize turns text into mono samples at rate Hz. Without a voice for the language the
// fault is NotFound speech.noVoiceFor: none speaks what it can't.
func (c *Computer) Synthesize(ctx context.Context, text, language string) (samples []int16, rate int, err error) {
	v := c.voice(language)
	if v == nil {
		return nil, 0, fmt.Errorf("choose voice: %w", fault.New(fault.NotFound, "speech.noVoiceFor"))
	}
	return v.Synthesize(ctx, text)
}

func (c *Computer) voice(language string) *system.Voice {
	c.mu.Lock()
	defer c.mu.Unlock()
	v, known := c.known[language]
	if !known {
		v, _ = c.find(context.Background(), language)
		c.known[language] = v
	}
	return v
}

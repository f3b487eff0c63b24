package speech

import (
	"context"
	"fmt"
)

// Synthesizer turns text into mono samples and their rate in Hz.
type Synthesizer interface {
	Synthesize(ctx context.Context, text string) (pcm []int16, rate int, err error)
}

// Player plays a whole clip and returns when its last sample was taken by the
// device, or soon after ctx ends, with an error then.
type Player interface {
	Play(ctx context.Context, pcm []int16, rate int) error
}

// Voice says things aloud.
type Voice struct {
	from Synthesizer
	to   Player
}

// New makes a voice; without a Synthesizer (nil) it has none to offer.
func New(from Synthesizer, to Player) *Voice { return &Voice{from: from, to: to} }

// Available reports whether there is a voice at all.
func (v *Voice) Available() bool { return v.from != nil }

// Say returns when the last word has been handed to the loudspeaker, or soon after
// ctx is cancelled. Its faults are those of the synthesizer and the player.
func (v *Voice) Say(ctx context.Context, text string) error {
	pcm, rate, err := v.from.Synthesize(ctx, text)
	if err != nil {
		return fmt.Errorf("say: %w", err)
	}
	if err := v.to.Play(ctx, pcm, rate); err != nil {
		return fmt.Errorf("say: %w", err)
	}
	return nil
}

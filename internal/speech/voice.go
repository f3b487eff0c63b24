package speech

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/speech/system"
)

// Synthesiser turns text into mono samples at rate Hz.
type Synthesiser interface {
	Synthesize(ctx context.Context, text string) (samples []int16, rate int, err error)
}

// SystemVoice is the voice of this computer; nil if it has none.
func SystemVoice() Synthesiser {
	if v, ok := system.Find(); ok {
		return v
	}
	return nil
}

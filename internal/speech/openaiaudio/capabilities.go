package openaiaudio

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// silence is what transcribing is tried out with: half a second, in samples.
const silence = Rate / 2

// twoWords is what speaking is tried out with.
const twoWords = "Hello there."

// Capabilities are what a server was seen to do; the errors say why not. A part that
// wasn't tried is false without an error.
type Capabilities struct {
	Transcribes   bool
	TimesAccepted bool // the model took the wish for the times of words; only speech shows whether it grants it
	TranscribeErr error
	Speaks        bool
	SpeechRate    int // Hz
	SpeakErr      error
}

// Capabilities tries a server out: half a second of silence to write down, two words to
// speak. A part without a model (or, with whisper.cpp, all of speaking) isn't tried. It
// fails only if ctx ends.
func (c *Client) Capabilities(ctx context.Context, hear Request, speak Utterance) (Capabilities, error) {
	var out Capabilities
	if hear.Model != "" || c.options.Dialect == WhisperCpp {
		_, out.TranscribeErr = c.Transcribe(ctx, make([]int16, silence), hear)
		_, refuses := c.plain.Load(hear.Model)
		out.Transcribes = out.TranscribeErr == nil
		out.TimesAccepted = out.Transcribes && !refuses
	}
	if speak.Model != "" && c.options.Dialect != WhisperCpp && ctx.Err() == nil {
		speak.Text = twoWords
		out.SpeakErr = c.Speak(ctx, speak, func(_ []int16, rate int) error {
			out.SpeechRate = rate
			return nil
		})
		out.Speaks = out.SpeakErr == nil
	}
	if ctx.Err() != nil {
		return Capabilities{}, fault.Wrap(fault.Canceled, "fault.canceled", ctx.Err())
	}
	return out, nil
}

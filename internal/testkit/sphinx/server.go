package sphinx

import (
	"context"
	"testing"

	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// Model is the name a client gives in requests, for both ways.
const Model = "sphinx"

// Options makes the options of a fake provider that really hears and really speaks, in
// flite's voice slt. What goes wrong is told to trouble, and nothing is heard or said.
func Options(ctx context.Context, trouble func(error)) fakespeech.Options {
	return fakespeech.Options{
		Words: func(pcm []int16) []sound.Word {
			list, err := Recognise(ctx, pcm)
			if err != nil {
				trouble(err)
			}
			return list
		},
		Voice: func(text string) []int16 {
			samples, err := Speak(ctx, "slt", text, fakespeech.VoiceRate)
			if err != nil {
				trouble(err)
			}
			return samples
		},
	}
}

// Start runs the server on loopback until the test ends: /v1/models, /health,
// /v1/audio/transcriptions (multipart, WAVE) and /v1/audio/speech (pcm at 24 kHz, or wav).
func Start(tb testing.TB) *fakespeech.Local {
	tb.Helper()
	return fakespeech.StartLocal(tb, fakespeech.Speaches, fakespeech.LocalOptions{
		Options: Options(tb.Context(), func(err error) { tb.Error(err) }),
		Models:  []string{Model},
	})
}

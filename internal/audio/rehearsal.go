package audio

import (
	"context"
	"fmt"
	"io"

	"github.com/jobjourney/jobjourney/internal/audio/silero"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
)

// Microphone fulfils interview.Microphone.
type Microphone struct{ System *System }

// Microphones is interview.Microphone.
func (m Microphone) Microphones(ctx context.Context) ([]interview.MicrophoneInfo, error) {
	all, err := m.System.Microphones(ctx)
	out := make([]interview.MicrophoneInfo, len(all))
	for i, d := range all {
		out[i] = interview.MicrophoneInfo(d)
	}
	return out, err
}

// Listen is interview.Microphone.
func (m Microphone) Listen(ctx context.Context, id string, h interview.Hearing) (io.Closer, error) {
	return m.System.Listen(ctx, id, Hearing(h))
}

// NewActivity hears speech in one take. It fails only if the program was built with
// damaged weights, which a test rules out.
func NewActivity() interview.Activity {
	l, err := silero.NewListener()
	if err != nil {
		panic(err)
	}
	return l
}

// Synthesiser turns words into sound: mono samples at rate Hz. Languages are ISO 639-1.
type Synthesiser interface {
	Speaks(language string) bool
	Synthesize(ctx context.Context, text, language string) (samples []int16, rate int, err error)
}

// Voice fulfils interview.Voice: what a narrator somebody chose, or the system's voice, says,
// the speaker plays.
type Voice struct {
	speaker *Speaker
	words   Synthesiser // nil: this computer has no voice
	chosen  Chosen
}

// Chosen is who was chosen to speak.
type Chosen interface {
	Narrator(ctx context.Context) (interview.Narrator, error) // nil: nobody
	HasNarrator() bool
	// Narrates reports whether one was chosen and may well speak a language.
	Narrates(language string) bool
}

// NewVoice speaks through s; words may be nil.
func NewVoice(s *Speaker, words Synthesiser, c Chosen) *Voice { return &Voice{s, words, c} }

// Available is interview.Voice. Where somebody was chosen to speak who can't, nobody takes
// their place.
func (v *Voice) Available(language string) bool {
	if v.chosen.HasNarrator() {
		return v.chosen.Narrates(language)
	}
	return v.words != nil && v.words.Speaks(language)
}

// Say is interview.Voice.
func (v *Voice) Say(ctx context.Context, line interview.Line) error {
	narrator, err := v.chosen.Narrator(ctx)
	if err != nil {
		return fmt.Errorf("choose voice: %w", err)
	}
	if narrator != nil {
		return v.narrate(ctx, narrator, line)
	}
	if v.words == nil {
		return fmt.Errorf("choose voice: %w", fault.New(fault.NotFound, "provider.nobody"))
	}
	samples, rate, err := v.words.Synthesize(ctx, line.Text, line.Language)
	if err != nil {
		return fmt.Errorf("synthesise question: %w", err)
	}
	if err := v.speaker.Play(ctx, samples, rate); err != nil {
		return fmt.Errorf("play question: %w", err)
	}
	return nil
}

// narrate plays the sound as it arrives.
func (v *Voice) narrate(ctx context.Context, n interview.Narrator, line interview.Line) error {
	var clip *Clip
	err := n.Speak(ctx, line, func(samples []int16, rate int) (err error) {
		if clip == nil {
			if clip, err = v.speaker.Begin(ctx, rate); err != nil {
				return err
			}
		}
		clip.Write(samples)
		return nil
	})
	if clip == nil {
		if err != nil {
			return fmt.Errorf("narrate question: %w", err)
		}
		return nil
	}
	clip.End() // what came before a break is heard out
	if played := await(ctx, clip); err == nil {
		err = played
	}
	if err != nil {
		return fmt.Errorf("narrate question: %w", err)
	}
	return nil
}

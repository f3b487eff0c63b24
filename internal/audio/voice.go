package audio

import (
	"context"
	"fmt"
	"sync"

	"github.com/jobjourney/jobjourney/internal/audio/flow"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
)

// Synthesiser turns words into sound: mono samples at rate Hz. Languages are ISO 639-1.
type Synthesiser interface {
	Speaks(language string) bool
	Synthesize(ctx context.Context, text, language string) (samples []int16, rate int, err error)
}

// Chosen is who was chosen to speak.
type Chosen interface {
	Narrator(ctx context.Context) (interview.Narrator, error) // nil: nobody
	HasNarrator() bool
	// Narrates reports whether one was chosen and may well speak a language.
	Narrates(language string) bool
}

// Voice fulfils interview.Voice: what a narrator somebody chose, or the system's voice, says,
// the speaker plays, as it arrives or from memory.
type Voice struct {
	speaker *Speaker
	words   Synthesiser // nil: this computer has no voice
	chosen  Chosen

	mu    sync.Mutex
	ready map[interview.Line]*flow.Utterance // what is kept; nil: wanted, not begun
	order int                                // of Prepare and Forget: only the newest goes on
}

// NewVoice speaks through s; words may be nil.
func NewVoice(s *Speaker, words Synthesiser, c Chosen) *Voice {
	return &Voice{speaker: s, words: words, chosen: c, ready: map[interview.Line]*flow.Utterance{}}
}

// Available is interview.Voice. Where somebody was chosen to speak who can't, nobody takes
// their place.
func (v *Voice) Available(language string) bool {
	if v.chosen.HasNarrator() {
		return v.chosen.Narrates(language)
	}
	return v.words != nil && v.words.Speaks(language)
}

// Prepare is interview.Voice. One line is made at a time, because providers allow few at once.
// Where one fails the rest isn't tried: saying it will tell why.
func (v *Voice) Prepare(lines ...interview.Line) {
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, line := range lines {
		if _, kept := v.ready[line]; !kept {
			v.ready[line] = nil // wanted from now on
		}
	}
	v.order++
	go v.prepare(v.order, lines)
}

func (v *Voice) prepare(order int, lines []interview.Line) {
	for _, line := range lines {
		u := v.next(order, line)
		if u == nil || u.Follow(context.Background(), func(flow.Piece) error { return nil }) != nil {
			return
		}
	}
}

// next begins a line that is to be prepared; nil: another order is in force.
func (v *Voice) next(order int, line interview.Line) *flow.Utterance {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.order != order {
		return nil
	}
	u, _ := v.utterance(line)
	return u
}

// Forget is interview.Voice.
func (v *Voice) Forget() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.order++
	for _, u := range v.ready {
		if u != nil {
			u.Stop()
		}
	}
	clear(v.ready)
}

// utterance is a line as it is kept, or else begun now. The caller holds the mutex.
func (v *Voice) utterance(line interview.Line) (u *flow.Utterance, kept bool) {
	u, kept = v.ready[line]
	if u == nil || u.Broken() {
		u = flow.Utter(func(ctx context.Context, write func([]int16, int) error) error { return v.utter(ctx, line, write) })
	}
	if kept {
		v.ready[line] = u
	}
	return u, kept
}

// utter turns a line into sound.
func (v *Voice) utter(ctx context.Context, line interview.Line, write func([]int16, int) error) error {
	narrator, err := v.chosen.Narrator(ctx)
	if err != nil {
		return fmt.Errorf("choose voice: %w", err)
	}
	if narrator != nil {
		return narrator.Speak(ctx, line, write)
	}
	if v.words == nil {
		return fmt.Errorf("choose voice: %w", fault.New(fault.NotFound, "provider.nobody"))
	}
	samples, rate, err := v.words.Synthesize(ctx, line.Text, line.Language)
	if err != nil {
		return fmt.Errorf("synthesise line: %w", err)
	}
	return write(samples, rate)
}

// Say is interview.Voice.
func (v *Voice) Say(ctx context.Context, lines ...interview.Line) error {
	for _, line := range lines {
		v.mu.Lock()
		u, kept := v.utterance(line)
		v.mu.Unlock()
		err := v.play(ctx, u)
		if !kept {
			u.Stop()
		}
		if err != nil {
			return fmt.Errorf("say line: %w", err)
		}
	}
	return nil
}

// play makes an utterance heard, as it arrives. What came before it broke off is heard out.
func (v *Voice) play(ctx context.Context, u *flow.Utterance) error {
	var clip *Clip
	err := u.Follow(ctx, func(p flow.Piece) (err error) {
		if clip == nil {
			if clip, err = v.speaker.Begin(ctx, p.Rate); err != nil {
				return err
			}
		}
		clip.Write(p.Samples)
		return nil
	})
	if clip == nil {
		return err
	}
	clip.End()
	if played := await(ctx, clip); err == nil {
		err = played
	}
	return err
}

package audio_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/jobjourney/jobjourney/internal/audio"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/testkit/pulse"
)

var hello = interview.Line{Text: "Hello.", Language: "en"}

// chosen is a narrator somebody chose, or none.
type chosen struct {
	speak func(ctx context.Context, write func([]int16, int) error) error
	err   error
}

func (c chosen) HasNarrator() bool { return c.speak != nil }

func (c chosen) Narrates(language string) bool { return c.speak != nil && language == "en" }

func (c chosen) Narrator(context.Context) (interview.Narrator, error) {
	if c.speak == nil {
		return nil, c.err
	}
	return c, nil
}

func (c chosen) Speak(ctx context.Context, _ interview.Line, write func([]int16, int) error) error {
	return c.speak(ctx, write)
}

func TestANarratorIsHeardWhileItSpeaks(t *testing.T) {
	pulse.Start(t)
	e, s := newEar(t), speaker(t)
	e.onward(t, 100*time.Millisecond)
	v := audio.NewVoice(s, nil, chosen{speak: func(_ context.Context, write func([]int16, int) error) error {
		for range 4 {
			if err := write(tone(250*time.Millisecond), toneRate); err != nil {
				return err
			}
		}
		e.until(t, "it is heard before it has ended", func() bool { n, _ := e.count(); return n > 10 })
		return nil
	}})
	if !v.Available("en") || v.Available("de") {
		t.Error("there is no voice, or one that speaks what it can't")
	}
	if err := v.Say(t.Context(), hello); err != nil {
		t.Fatal(err)
	}
	e.onward(t, 300*time.Millisecond)
	if loud, _ := e.count(); loud < 190 || loud > 210 {
		t.Errorf("heard %d ms, want 1000", loud*5)
	}
}

func TestWhatANarratorSaidBeforeItBrokeOffIsHeard(t *testing.T) {
	pulse.Start(t)
	e, s := newEar(t), speaker(t)
	e.onward(t, 100*time.Millisecond)
	cut := errors.New("cut off")
	v := audio.NewVoice(s, nil, chosen{speak: func(_ context.Context, write func([]int16, int) error) error {
		if err := write(tone(500*time.Millisecond), toneRate); err != nil {
			return err
		}
		return cut
	}})
	if err := v.Say(t.Context(), hello); !errors.Is(err, cut) {
		t.Errorf("%v", err)
	}
	e.onward(t, 300*time.Millisecond)
	if loud, _ := e.count(); loud < 90 || loud > 110 {
		t.Errorf("heard %d ms, want 500", loud*5)
	}
}

func TestANarratorIsHushed(t *testing.T) {
	pulse.Start(t)
	e, s := newEar(t), speaker(t)
	ctx, hush := context.WithCancel(t.Context())
	v := audio.NewVoice(s, nil, chosen{speak: func(ctx context.Context, write func([]int16, int) error) error {
		if err := write(tone(20*time.Second), toneRate); err != nil {
			return err
		}
		<-ctx.Done()
		return ctx.Err()
	}})
	said := make(chan error)
	go func() { said <- v.Say(ctx, hello) }()
	e.until(t, "it is heard", func() bool { n, _ := e.count(); return n > 10 })
	hush()
	if err := <-said; !fault.Has(err, fault.Canceled) {
		t.Errorf("%v", err)
	}
	before, _ := e.count()
	e.onward(t, 500*time.Millisecond)
	if after, _ := e.count(); after > before+40 {
		t.Errorf("%d ms are heard after it was hushed", (after-before)*5)
	}
}

func TestWithoutAVoiceThatIsSaid(t *testing.T) {
	none := errors.New("the keyring is locked")
	for _, c := range []chosen{{}, {err: none}} {
		v := audio.NewVoice(system().Speaker(""), nil, c)
		if v.Available("en") {
			t.Error("there is a voice")
		}
		if err := v.Say(t.Context(), hello); err == nil || c.err != nil && !errors.Is(err, none) {
			t.Errorf("%v", err)
		}
	}
}

// counting is a narrator that counts how often it is asked for a line.
type counting struct {
	mu    sync.Mutex
	lines map[string]int
	tone  time.Duration
}

func (c *counting) HasNarrator() bool                                    { return true }
func (c *counting) Narrates(string) bool                                 { return true }
func (c *counting) Narrator(context.Context) (interview.Narrator, error) { return c, nil }
func (c *counting) Speak(_ context.Context, line interview.Line, write func([]int16, int) error) error {
	c.mu.Lock()
	c.lines[line.Text]++
	c.mu.Unlock()
	return write(tone(c.tone), toneRate)
}

func (c *counting) asked(text string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.lines[text]
}

func TestWhatIsPreparedIsMadeOnce(t *testing.T) {
	pulse.Start(t)
	e, s := newEar(t), speaker(t)
	e.onward(t, 100*time.Millisecond)
	c := &counting{lines: map[string]int{}, tone: 200 * time.Millisecond}
	v := audio.NewVoice(s, nil, c)
	thanks, question := interview.Line{Text: "Thank you.", Language: "en"}, interview.Line{Text: "What next?", Language: "en"}
	v.Prepare(thanks, question)
	for range 2 {
		if err := v.Say(t.Context(), thanks, question); err != nil {
			t.Fatal(err)
		}
	}
	e.onward(t, 300*time.Millisecond)
	if loud, _ := e.count(); loud < 150 || loud > 170 {
		t.Errorf("heard %d ms, want 800", loud*5)
	}
	if c.asked("Thank you.") != 1 || c.asked("What next?") != 1 {
		t.Errorf("asked for %v", c.lines)
	}
	v.Forget()
	if err := v.Say(t.Context(), thanks); err != nil || c.asked("Thank you.") != 2 {
		t.Errorf("%v, asked for %v", err, c.lines)
	}
}

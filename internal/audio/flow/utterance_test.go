package flow_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/audio/flow"
)

// heard follows an utterance to its end.
func heard(ctx context.Context, u *flow.Utterance) (samples []int16, err error) {
	err = u.Follow(ctx, func(p flow.Piece) error {
		samples = append(samples, p.Samples...)
		return nil
	})
	return samples, err
}

func TestAnUtteranceIsHeardWhileItIsMadeAndAgain(t *testing.T) {
	more := make(chan struct{})
	u := flow.Utter(func(_ context.Context, write func([]int16, int) error) error {
		if err := write([]int16{1, 2}, 16000); err != nil {
			return err
		}
		<-more
		return write([]int16{3}, 16000)
	})
	var early []int16
	err := u.Follow(t.Context(), func(p flow.Piece) error {
		if len(early) == 0 {
			close(more) // the first piece is here before the second is made
		}
		early = append(early, p.Samples...)
		return nil
	})
	if err != nil || !slices.Equal(early, []int16{1, 2, 3}) {
		t.Errorf("%v, %v", early, err)
	}
	if again, err := heard(t.Context(), u); err != nil || !slices.Equal(again, []int16{1, 2, 3}) {
		t.Errorf("again: %v, %v", again, err)
	}
	if u.Broken() {
		t.Error("it is whole and counts as broken")
	}
}

func TestAnUtteranceThatBreaksOffGivesWhatItHas(t *testing.T) {
	cut := errors.New("cut off")
	u := flow.Utter(func(_ context.Context, write func([]int16, int) error) error {
		return errors.Join(write([]int16{1}, 16000), cut)
	})
	got, err := heard(t.Context(), u)
	if !errors.Is(err, cut) || !slices.Equal(got, []int16{1}) || !u.Broken() {
		t.Errorf("%v, %v, broken %v", got, err, u.Broken())
	}
}

func TestAnUtteranceThatIsStoppedEndsItsMaking(t *testing.T) {
	u := flow.Utter(func(ctx context.Context, write func([]int16, int) error) error {
		<-ctx.Done()
		return write([]int16{1}, 16000)
	})
	u.Stop()
	if _, err := heard(t.Context(), u); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestWhoFollowsCanLeave(t *testing.T) {
	made := make(chan struct{})
	u := flow.Utter(func(context.Context, func([]int16, int) error) error { <-made; return nil })
	defer close(made)
	ctx, leave := context.WithCancel(t.Context())
	leave()
	if _, err := heard(ctx, u); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	full := errors.New("full")
	whole := flow.Utter(func(_ context.Context, write func([]int16, int) error) error { return write([]int16{1}, 1) })
	if err := whole.Follow(t.Context(), func(flow.Piece) error { return full }); !errors.Is(err, full) {
		t.Errorf("%v", err)
	}
}

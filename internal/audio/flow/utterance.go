package flow

import (
	"context"
	"sync"
)

// Piece is some mono sound at Rate Hz; its samples are never changed again.
type Piece struct {
	Samples []int16
	Rate    int
}

// Utterance is a line on its way to sound. It is made in a goroutine of its own and kept
// whole, so that it can be heard while it is being made, later, or again.
type Utterance struct {
	cancel context.CancelFunc

	mu     sync.Mutex
	grown  chan struct{} // closed, and replaced, at every piece and at the end
	pieces []Piece
	over   bool
	err    error
}

// Utter begins to turn a line into sound: speak gives it piece by piece, until ctx ends.
func Utter(speak func(ctx context.Context, write func(samples []int16, rate int) error) error) *Utterance {
	ctx, cancel := context.WithCancel(context.Background())
	u := &Utterance{cancel: cancel, grown: make(chan struct{})}
	go func() {
		defer cancel()
		u.end(speak(ctx, func(samples []int16, rate int) error {
			u.grow(func() { u.pieces = append(u.pieces, Piece{samples, rate}) })
			return ctx.Err()
		}))
	}()
	return u
}

// Stop ends the making of it; what there is stays.
func (u *Utterance) Stop() { u.cancel() }

// Broken reports whether it came to an end before its words did: it is to be made anew.
func (u *Utterance) Broken() bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.over && u.err != nil
}

// Follow hands over piece after piece, those that are still to come too, and returns when
// the last has been taken: with what ended the making early, what take answered, or the end
// of ctx.
func (u *Utterance) Follow(ctx context.Context, take func(Piece) error) error {
	for n := 0; ; {
		fresh, grown, over, err := u.since(n)
		for _, p := range fresh {
			if err := take(p); err != nil {
				return err
			}
		}
		n += len(fresh)
		if over {
			return err
		}
		select {
		case <-grown:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// since is what there is beyond the first n pieces, and a channel that is closed when there
// is more.
func (u *Utterance) since(n int) (fresh []Piece, grown <-chan struct{}, over bool, err error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.pieces[n:len(u.pieces):len(u.pieces)], u.grown, u.over, u.err
}

func (u *Utterance) end(err error) { u.grow(func() { u.over, u.err = true, err }) }

func (u *Utterance) grow(by func()) {
	u.mu.Lock()
	defer u.mu.Unlock()
	by()
	close(u.grown)
	u.grown = make(chan struct{})
}

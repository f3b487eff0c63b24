package audio

import (
	"context"
	"fmt"
	"runtime"

	"github.com/gen2brain/malgo"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
)

// System is the sound system of this computer.
type System struct{ clock clock.Clock }

// New opens nothing.
func New(c clock.Clock) *System { return &System{clock: c} }

// backend is the one way to sound used on this operating system. On Linux that is
// PulseAudio's protocol alone: ALSA's own list is full of devices that are none.
func backend() malgo.Backend {
	switch runtime.GOOS {
	case "windows":
		return malgo.BackendWasapi
	case "darwin":
		return malgo.BackendCoreaudio
	default:
		return malgo.BackendPulseaudio
	}
}

// connect reaches the sound system. Every open device has a connection of its own,
// so that a restarted sound server costs no more than opening the device again.
func connect() (*malgo.AllocatedContext, error) {
	sound, err := malgo.InitContext([]malgo.Backend{backend()}, malgo.ContextConfig{}, nil)
	if err != nil {
		return nil, fmt.Errorf("connect to sound system: %w", connecting(err))
	}
	return sound, nil
}

func disconnect(sound *malgo.AllocatedContext) {
	// The one error of Uninit is a context that was never there.
	_ = sound.Uninit()
	sound.Free()
}

// within does something that may hang in the sound system, and comes back when ctx
// ends; what arrives too late is undone.
func within[T any](ctx context.Context, do func() (T, error), undo func(T)) (T, error) {
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		v, err := do()
		done <- result{v, err}
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		go func() {
			if r := <-done; r.err == nil {
				undo(r.value)
			}
		}()
		var none T
		return none, fault.Wrap(fault.Canceled, "fault.canceled", ctx.Err())
	}
}

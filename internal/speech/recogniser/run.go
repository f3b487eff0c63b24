package recogniser

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"runtime"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// maxOutput is how much a program may write, in bytes: half a day of words.
const maxOutput = 32 << 20

var (
	errFailed  = fault.New(fault.Unavailable, "speech.recogniserFailed")
	errSlow    = fault.New(fault.Unavailable, "speech.recogniserSlow")
	errMissing = fault.New(fault.NotFound, "speech.recogniserMissing")
	errTooMuch = errors.New("too much output")
)

// run gives what the program writes about the sound.
func (r *Recogniser) run(ctx context.Context, arguments []string, sound []byte, limit time.Duration) ([]byte, error) {
	// Linux ends a program with the thread that started it.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	bounded, end := context.WithCancelCause(ctx)
	defer end(nil)
	cmd := exec.CommandContext(bounded, r.program, arguments...) //nolint:gosec // a recogniser that Find found or the person chose
	out := &limited{end: end}
	tamed := make(chan struct{})
	cmd.Stdout, cmd.Stdin = out, &held{until: tamed, sound: bytes.NewReader(sound)}
	cmd.Dir, cmd.WaitDelay = nowhere, time.Second
	confine(cmd)
	if err := cmd.Start(); err != nil {
		return nil, notStarted(ctx, err)
	}
	tame(cmd.Process.Pid)
	close(tamed)
	go r.timeUp(bounded, limit, end)
	err := cmd.Wait()
	switch cause := context.Cause(bounded); {
	case ctx.Err() != nil:
		return nil, fault.Wrap(fault.Canceled, "fault.canceled", ctx.Err())
	case errors.Is(cause, errSlow):
		return nil, errSlow
	case cause != nil:
		return nil, failed(cause)
	case err != nil:
		return nil, failed(err)
	}
	return out.kept.Bytes(), nil
}

func (r *Recogniser) timeUp(ctx context.Context, limit time.Duration, end context.CancelCauseFunc) {
	select {
	case <-r.clock.After(limit):
		end(errSlow)
	case <-ctx.Done():
	}
}

// failed keeps of an error what holds no path and no words: how the program ended.
func failed(err error) error {
	var exit *exec.ExitError
	if errors.As(err, &exit) || errors.Is(err, errTooMuch) {
		return fault.Wrap(errFailed.Code, errFailed.Key, err)
	}
	return errFailed
}

func notStarted(ctx context.Context, err error) error {
	switch {
	case ctx.Err() != nil:
		return fault.Wrap(fault.Canceled, "fault.canceled", ctx.Err())
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, exec.ErrNotFound):
		return fmt.Errorf("start recogniser: %w", errMissing)
	}
	return fmt.Errorf("start recogniser: %w", errFailed)
}

// held is sound that waits until the program is tamed: what it starts after that has the
// same low priority, and there is nothing to leave behind before.
type held struct {
	until <-chan struct{}
	sound io.Reader
}

func (h *held) Read(b []byte) (int, error) {
	<-h.until
	return h.sound.Read(b)
}

// limited keeps what a program writes and ends it if that is too much. The buffer isn't
// embedded: its ReadFrom would take everything in without asking Write.
type limited struct {
	kept bytes.Buffer
	end  context.CancelCauseFunc
}

func (l *limited) Write(b []byte) (int, error) {
	if l.kept.Len()+len(b) > maxOutput {
		l.end(errTooMuch)
		return 0, errTooMuch
	}
	return l.kept.Write(b)
}

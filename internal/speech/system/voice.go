package system

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/wave"
)

const (
	within   = 30 * time.Second // for one sentence or two; a tenth of a second is usual
	maxBytes = 64 << 20         // of sound: half an hour
)

// Voice is a program that can speak, with one of its voices.
type Voice struct {
	name string
	path string
	args []string
	// usual is the language of the voice it takes unless told another; empty: the person's own,
	// whatever that is. known are good voices that mostly come with it, by name.
	usual string
	known []string
	// with makes the arguments for another voice ("" is the usual one) and speed.
	with func(voice string, speed float64) []string
	// list are the arguments that make the program name its voices, read what it says then.
	list []string
	read func(output []byte) []Info
	// file makes the nameless file the program writes its sound to, as descriptor 3;
	// nil if it writes to standard output.
	file func() (*os.File, error)
}

// Find looks for a voice on this computer. Without one the app shows its questions
// and doesn't offer to speak them.
func Find() (*Voice, bool) {
	for _, v := range candidates() {
		path, err := exec.LookPath(v.name)
		if err == nil {
			v.path, v.args = path, v.with("", 1)
			return &v, true
		}
	}
	return nil, false
}

// Name is the program that speaks.
func (v *Voice) Name() string { return v.name }

// Synthesize turns text into mono samples and their rate in Hz. It gives up after
// half a minute. Faults: speech.voiceFailed, and Canceled when ctx ends first.
func (v *Voice) Synthesize(ctx context.Context, text string) (pcm []int16, rate int, err error) {
	file, err := v.run(ctx, text)
	switch {
	case ctx.Err() != nil:
		return nil, 0, fmt.Errorf("synthesise speech: %w", fault.Wrap(fault.Canceled, "fault.canceled", ctx.Err()))
	case err != nil:
		return nil, 0, v.failed(err)
	}
	pcm, rate, err = wave.Parse(file)
	if err != nil {
		return nil, 0, v.failed(err)
	}
	if len(pcm) == 0 && strings.TrimSpace(text) != "" {
		return nil, 0, v.failed(errors.New("no sound"))
	}
	return pcm, rate, nil
}

func (v *Voice) failed(err error) error {
	return fmt.Errorf("synthesise speech: %w", fault.Wrap(fault.Unavailable, "speech.voiceFailed", err).With("voice", v.name))
}

// run gives the WAVE file the program made of the text. What the program says on
// standard error is left alone: it may repeat the text.
func (v *Voice) run(ctx context.Context, text string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	cmd := exec.CommandContext(ctx, v.path, v.args...) //nolint:gosec // one of the programs named above; the text goes in by a pipe
	cmd.Stdin = strings.NewReader(text + "\n")
	cmd.WaitDelay = time.Second
	if v.file == nil {
		var out limited
		cmd.Stdout = &out
		err := cmd.Run()
		return out.kept.Bytes(), err
	}
	sound, err := v.file()
	if err != nil {
		return nil, err
	}
	defer sound.Close()
	cmd.ExtraFiles = []*os.File{sound}
	if err := cmd.Run(); err != nil {
		return nil, err
	}
	return io.ReadAll(io.NewSectionReader(sound, 0, maxBytes))
}

// limited refuses to keep more than maxBytes, which ends the program. The buffer isn't
// embedded: its ReadFrom would take everything in without asking Write.
type limited struct{ kept bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if l.kept.Len()+len(p) > maxBytes {
		return 0, errors.New("too much sound")
	}
	return l.kept.Write(p)
}

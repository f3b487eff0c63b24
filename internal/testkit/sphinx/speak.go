package sphinx

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// Speak says a text in a voice of flite ("rms" is understood best, "slt" sounds like
// somebody else), as samples at a rate in Hz. flite itself speaks at 16 kHz.
func Speak(ctx context.Context, voice, text string, rate int) ([]int16, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	dir, err := os.MkdirTemp("", "flite")
	if err != nil {
		return nil, fmt.Errorf("make folder for sound: %w", err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	file := filepath.Join(dir, "speech.wav")
	if _, err := run(exec.CommandContext(ctx, "flite", "-voice", voice, "-t", text, "-o", file)); err != nil {
		return nil, err
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read speech: %w", err)
	}
	samples, from, err := sound.ReadWAV(b)
	if err != nil {
		return nil, fmt.Errorf("read speech: %w", err)
	}
	return sound.Resample(samples, from, rate), nil
}

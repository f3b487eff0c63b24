package sphinx

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// Rate is the rate in Hz at which the recogniser hears.
const Rate = 16000

// Recognise writes down what is said in samples at Rate: words in lower case, without
// punctuation, with their times in seconds. A recording takes a quarter of its length,
// and two seconds to load the language.
func Recognise(ctx context.Context, pcm []int16) ([]sound.Word, error) {
	if len(pcm) == 0 || sound.Silent(pcm) {
		return nil, nil
	}
	dir, err := os.MkdirTemp("", "sphinx")
	if err != nil {
		return nil, fmt.Errorf("make folder for sound: %w", err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	file := filepath.Join(dir, "speech.wav")
	if err := os.WriteFile(file, sound.WAV(pcm, Rate), 0o600); err != nil {
		return nil, fmt.Errorf("write sound: %w", err)
	}
	out, err := run(exec.CommandContext(ctx, "pocketsphinx_continuous", "-infile", file, "-time", "yes"))
	if err != nil {
		return nil, err
	}
	return words(out), nil
}

// run gives what a program wrote; its complaints go into the error.
func run(command *exec.Cmd) (string, error) {
	var complaints bytes.Buffer
	command.Stderr = &complaints
	out, err := command.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", fmt.Errorf("find %s (install the Debian packages pocketsphinx, pocketsphinx-en-us and flite): %w", command.Args[0], err)
	case err != nil:
		tail := complaints.String()
		return "", fmt.Errorf("run %s: %w: %s", command.Args[0], err, tail[max(0, len(tail)-500):])
	}
	return string(out), nil
}

// words reads lines like "migration 0.690 1.520 0.984224": a word, its beginning and end
// in seconds from the beginning of the file, and how sure the recogniser is.
func words(out string) (list []sound.Word) {
	for _, line := range strings.Split(out, "\n") {
		parts := strings.Fields(line)
		if len(parts) != 4 {
			continue // a line with the sentence
		}
		start, err1 := strconv.ParseFloat(parts[1], 64)
		end, err2 := strconv.ParseFloat(parts[2], 64)
		_, err3 := strconv.ParseFloat(parts[3], 64)
		if errors.Join(err1, err2, err3) != nil || strings.ContainsAny(parts[0][:1], "<[+") {
			continue // a sentence of four words; silence, noise
		}
		text, _, _ := strings.Cut(parts[0], "(") // "and(2)" is another way to say "and"
		list = append(list, sound.Word{Text: text, Start: start, End: end})
	}
	return list
}

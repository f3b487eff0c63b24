package recogniser

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"github.com/jobjourney/jobjourney/internal/clock"
)

// Choice is what a person chose where looking in the usual places isn't enough.
type Choice struct {
	Program string // the path of whisper.cpp's program; empty looks on the path
	Model   string // a model file, or a folder with models; they come before those found
}

// programs are the names whisper.cpp's program goes by: its own, Homebrew's and Debian's
// older one. "main", its first, is anybody's name and has to be chosen.
var programs = []string{"whisper-cli", "whisper-cpp", "whisper.cpp"}

// Find looks for recognisers on this computer, the one to begin with first: whisper.cpp
// with the models at hand (see Models), then PocketSphinx.
func Find(c clock.Clock, choice Choice) []*Recogniser {
	var out []*Recogniser
	if program := whisperProgram(choice.Program); program != "" {
		for _, m := range Models(program, choice.Model) {
			out = append(out, &Recogniser{program: program, clock: c, engine: whisperCLI{m, title(m)}})
		}
	}
	if program, err := exec.LookPath("pocketsphinx_continuous"); err == nil && runtime.GOOS == "linux" {
		if models := sphinxModels(); models != "" {
			out = append(out, &Recogniser{program: program, clock: c, engine: pocketSphinx{models}})
		}
	}
	return out
}

func whisperProgram(chosen string) string {
	names := programs
	if chosen != "" {
		names = []string{chosen}
	}
	for _, name := range names {
		if found, err := exec.LookPath(name); err == nil {
			if path, err := filepath.Abs(found); err == nil {
				return path
			}
		}
	}
	return ""
}

// sphinxModels is the folder of PocketSphinx's English model; "" without one.
func sphinxModels() string {
	for _, share := range shared() {
		models := filepath.Join(share, "pocketsphinx", "model", "en-us")
		if _, err := os.Stat(filepath.Join(models, "en-us", "mdef")); err == nil {
			return models
		}
	}
	return ""
}

package recogniser

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// Rate is the samples per second Transcribe takes.
const Rate = 16000

const (
	// A program has this long, and this many times the sound's length: the largest model
	// on a slow processor takes about eight times as long as the speaker.
	limitBase  = time.Minute
	limitTimes = 10

	limitVersion = 5 * time.Second
)

// Recogniser is a program with a model.
type Recogniser struct {
	program string // its path
	clock   clock.Clock
	engine  engine
}

// engine is what differs between programs.
type engine interface {
	name() string
	model() string
	languages() []string
	rough() bool
	// arguments for sound in a language, "" where it isn't known.
	arguments(language string) []string
	// input is what goes to standard input.
	input(samples []int16) []byte
	// transcript reads what came out of standard output; lengthMs is that of the sound.
	transcript(output []byte, lengthMs int) (transcript.Transcript, error)
	// versionFrom are the arguments that make the program say its version, and how to read it.
	versionFrom() (arguments []string, read func(output []byte) string)
}

// ID names the program and its model, for a setting; Find gives the same one again.
func (r *Recogniser) ID() string { return r.engine.name() + "/" + r.engine.model() }

// Name is the program, for people: "whisper.cpp" or "PocketSphinx".
func (r *Recogniser) Name() string { return r.engine.name() }

// Model is the name of the model, for example "base.en".
func (r *Recogniser) Model() string { return r.engine.model() }

// Languages are the languages it writes (ISO 639-1), in no order that means anything.
func (r *Recogniser) Languages() []string { return r.engine.languages() }

// Rough says that it is known to mishear many words.
func (r *Recogniser) Rough() bool { return r.engine.rough() }

// Supports says that it writes a language; "" stands for one that isn't known.
func (r *Recogniser) Supports(language string) bool {
	all := r.engine.languages()
	if language == "" {
		return len(all) > 1
	}
	return slices.Contains(all, strings.ToLower(language))
}

// Version asks the program for its version; "" if it can't say.
func (r *Recogniser) Version(ctx context.Context) string {
	arguments, read := r.engine.versionFrom()
	if arguments == nil {
		return ""
	}
	out, err := r.run(ctx, arguments, nil, limitVersion)
	if err != nil {
		return ""
	}
	return read(out)
}

// Transcribe writes down mono samples at Rate, spoken in a language (ISO 639-1; "" where
// it isn't known). Faults: speech.languageUnknown, speech.recogniserMissing if the program
// has been removed, speech.recogniserSlow, speech.recogniserFailed, and Canceled.
func (r *Recogniser) Transcribe(ctx context.Context, samples []int16, language string) (transcript.Transcript, error) {
	if !r.Supports(language) && language != "" {
		return transcript.Transcript{}, fault.New(fault.Invalid, "speech.languageUnknown")
	}
	t := transcript.Of("")
	if length := milliseconds(samples); length > 0 {
		limit := limitBase + limitTimes*time.Duration(length)*time.Millisecond
		out, err := r.run(ctx, r.engine.arguments(strings.ToLower(language)), r.engine.input(samples), limit)
		if err == nil {
			t, err = r.engine.transcript(out, length)
		}
		if err != nil {
			return transcript.Transcript{}, fmt.Errorf("transcribe on this computer: %w", err)
		}
	}
	t.Rough = r.engine.rough()
	t.Source = transcript.Source{Provider: r.engine.name(), Model: r.engine.model()}
	return t, nil
}

func milliseconds(samples []int16) int { return len(samples) * 1000 / Rate }

package recogniser

import (
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/speech/wave"
	"github.com/jobjourney/jobjourney/internal/speech/whisper"
)

// pocketSphinx is CMU's recogniser with its American English model.
type pocketSphinx struct{ models string } // the folder that holds the model

func (pocketSphinx) name() string        { return "PocketSphinx" }
func (pocketSphinx) model() string       { return "en-us" }
func (pocketSphinx) languages() []string { return []string{"en"} }
func (pocketSphinx) rough() bool         { return true }

// arguments keep silence in the sound: left to itself, the program takes it out, loses
// words at its edges, and hears badly for as long as its idea of loudness is off.
func (p pocketSphinx) arguments(string) []string {
	return []string{
		"-infile", "/dev/stdin", "-time", "yes", "-remove_silence", "no", "-logfn", "/dev/null",
		"-hmm", filepath.Join(p.models, "en-us"),
		"-lm", filepath.Join(p.models, "en-us.lm.bin"),
		"-dict", filepath.Join(p.models, "cmudict-en-us.dict"),
	}
}

// input has no header: a name that doesn't end in ".wav" is read as samples alone.
func (pocketSphinx) input(samples []int16) []byte { return wave.Bytes(samples) }

// versionFrom: the program has no way to say it.
func (pocketSphinx) versionFrom() ([]string, func([]byte) string) { return nil, nil }

// another marks the second and further pronunciations of a word, "the(2)".
var another = regexp.MustCompile(`\(\d+\)$`)

// transcript reads lines of "word start end probability", in seconds. Silence, noise and
// the beginning and end stand in brackets; a line of all words comes before each utterance.
func (pocketSphinx) transcript(output []byte, lengthMs int) (transcript.Transcript, error) {
	t := transcript.Transcript{Words: []transcript.Word{}, Timed: true, Language: "en"}
	for line := range strings.Lines(string(output)) {
		word, start, end, ok := wordLine(strings.Fields(line))
		if ok && !strings.ContainsAny(word, "<[+") {
			t.Words = append(t.Words, transcript.Word{Text: another.ReplaceAllString(word, ""), StartMs: start, EndMs: end})
		}
	}
	whisper.InOrder(t.Words, lengthMs)
	t.Text = whisper.Text(t.Words)
	return t, nil
}

func wordLine(fields []string) (word string, startMs, endMs int, ok bool) {
	if len(fields) != 4 {
		return "", 0, 0, false
	}
	var n [3]float64
	for i, f := range fields[1:] {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil || !(v >= 0 && v <= 1e6) {
			return "", 0, 0, false
		}
		n[i] = v
	}
	return fields[0], int(n[0]*1000 + 0.5), int(n[1]*1000 + 0.5), true
}

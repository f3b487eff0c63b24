package recogniser

import (
	"bytes"
	"encoding/json"
	"regexp"
	"runtime"
	"strconv"
	"strings"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
	"github.com/jobjourney/jobjourney/internal/speech/wave"
	"github.com/jobjourney/jobjourney/internal/speech/whisper"
)

// shortest is the least sound whisper.cpp of any version takes, in samples: over a second.
const shortest = Rate * 11 / 10

// whisperCLI is the program of whisper.cpp with one model.
type whisperCLI struct {
	path  string // of the model
	title string // "base.en"
}

func (whisperCLI) name() string    { return "whisper.cpp" }
func (w whisperCLI) model() string { return w.title }
func (whisperCLI) rough() bool     { return false }

func (w whisperCLI) languages() []string {
	if whisper.EnglishOnly(w.title) {
		return []string{"en"}
	}
	return whisper.Languages()
}

// arguments ask for one word in each segment. From version 1.7.6 on, the program then
// writes JSON to standard output, with the finer times of its tokens. Older ones take "-"
// for a file, can't make it, and write lines with times instead, as they do on Windows,
// where JSON would go to a console.
func (w whisperCLI) arguments(language string) []string {
	if language == "" {
		language = "auto"
	}
	out := []string{"-m", w.path, "-f", "-", "-l", language, "-np", "-ml", "1", "-sow"}
	if runtime.GOOS != "windows" {
		out = append(out, "-ojf", "-of", "-")
	}
	return out
}

func (whisperCLI) input(samples []int16) []byte {
	if short := shortest - len(samples); short > 0 {
		samples = append(samples[:len(samples):len(samples)], make([]int16, short)...)
	}
	return wave.File(samples, Rate)
}

func (whisperCLI) versionFrom() ([]string, func([]byte) string) {
	return []string{"--version"}, func(out []byte) string {
		_, version, _ := strings.Cut(string(out), "version:")
		return strings.TrimSpace(version)
	}
}

func (whisperCLI) transcript(output []byte, lengthMs int) (transcript.Transcript, error) {
	pieces, language, err := fromLines(output), "", error(nil)
	if b := bytes.TrimSpace(output); bytes.HasPrefix(b, []byte("{")) {
		pieces, language, err = fromJSON(b)
	} else if pieces == nil {
		err = errFailed // it ends well, too, after it couldn't read its arguments or the sound
	}
	if err != nil {
		return transcript.Transcript{}, err
	}
	words, timed := whisper.Words(pieces, lengthMs)
	return transcript.Transcript{Text: whisper.Text(words), Words: words, Timed: timed, Language: whisper.Code(language)}, nil
}

// span is a time in the sound, in milliseconds.
type span struct {
	From int `json:"from"`
	To   int `json:"to"`
}

type segment struct {
	Text    string `json:"text"`
	Offsets span   `json:"offsets"`
	Tokens  []struct {
		Text    string `json:"text"`
		Offsets *span  `json:"offsets"`
	} `json:"tokens"`
}

func fromJSON(output []byte) (pieces []whisper.Piece, language string, err error) {
	var v struct {
		Result struct {
			Language string `json:"language"`
		} `json:"result"`
		Transcription []segment `json:"transcription"`
	}
	if json.Unmarshal(output, &v) != nil || v.Transcription == nil {
		return nil, "", errFailed
	}
	for _, s := range v.Transcription {
		pieces = append(pieces, s.pieces()...)
	}
	return pieces, v.Result.Language, nil
}

// pieces are the tokens of a segment, whose ends leave out the pause that follows. The
// segment itself will do where they don't spell it: some versions cut letters in two.
func (s segment) pieces() []whisper.Piece {
	var out []whisper.Piece
	spelt := ""
	for _, t := range s.Tokens {
		if strings.HasPrefix(t.Text, "[_") { // "[_BEG_]", "[_TT_150]": not text
			continue
		}
		at := s.Offsets
		if t.Offsets != nil {
			at = *t.Offsets
		}
		spelt += t.Text
		out = append(out, whisper.Piece{Text: t.Text, StartMs: at.From, EndMs: at.To})
	}
	if spelt != s.Text {
		return []whisper.Piece{{Text: s.Text, StartMs: s.Offsets.From, EndMs: s.Offsets.To}}
	}
	return out
}

// line is "[00:00:01.280 --> 00:00:01.800]   word".
var line = regexp.MustCompile(`(?m)^\[(\d+):(\d\d):(\d\d)\.(\d{3}) --> (\d+):(\d\d):(\d\d)\.(\d{3})\]  (.*?)\r?$`)

func fromLines(output []byte) []whisper.Piece {
	var out []whisper.Piece
	for _, m := range line.FindAllSubmatch(output, -1) {
		out = append(out, whisper.Piece{Text: string(m[9]), StartMs: clockTime(m[1:5]), EndMs: clockTime(m[5:9])})
	}
	return out
}

// clockTime is hours, minutes, seconds and milliseconds in milliseconds.
func clockTime(parts [][]byte) int {
	var n [4]int
	for i, p := range parts {
		n[i], _ = strconv.Atoi(string(p)) // digits alone match; too many become the largest int
	}
	return ((min(n[0], 1000)*60+n[1])*60+n[2])*1000 + n[3]
}

package fakespeech

import (
	"encoding/base64"
	"slices"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

const (
	frameLength = 250 * time.Millisecond // of speech in a frame
	bigFrame    = 900_000                // bytes of speech: 1.2 MB as base64
)

// say speaks a text in frames and says whether the client is still there. The fields of
// more go into every frame. A space at the text's end is silent, but stands among the
// letters: it is all that parts the last word from the next text's first.
func (s *socket) say(text string, rate int, more fields) bool {
	pcm := sound.Bytes(sound.Resample(s.e.options.Voice(strings.TrimSpace(text)), VoiceRate, rate))
	size := 2 * int(frameLength.Seconds()*float64(rate))
	if s.x.fault.Big {
		size = bigFrame
		pcm = append(pcm, make([]byte, max(0, bigFrame-len(pcm)))...)
	}
	if !s.wait(s.e.options.Delays.FirstAudio) {
		return false
	}
	chunks := slices.Collect(slices.Chunk(pcm, size))
	letters := []rune(text)
	for i, c := range chunks {
		if i > 0 && !s.wait(s.e.options.Delays.between(frameLength)) {
			return false
		}
		if !s.disturb() {
			return false
		}
		of, length := letters[len(letters)*i/len(chunks):len(letters)*(i+1)/len(chunks)], len(c)
		if s.e.options.TimesAhead {
			of, length = letters, len(pcm)
		}
		var alignment any
		if i == 0 || !s.e.options.TimesAhead {
			alignment = s.alignment(of, length*1000/2/rate)
		}
		frame := fields{"audio": base64.StdEncoding.EncodeToString(c), "isFinal": nil, "alignment": alignment, "normalizedAlignment": alignment}
		for name, value := range more {
			frame[name] = value
		}
		if !s.write(frame) {
			return false
		}
		s.sent++
	}
	return true
}

// alignment says when each letter of a frame is heard, in milliseconds from its beginning.
func (s *socket) alignment(letters []rune, ms int) fields {
	texts, starts, lengths := []string{}, []int{}, []int{}
	for i, l := range letters {
		start := ms * i / len(letters)
		texts = append(texts, string(l))
		starts = append(starts, start)
		lengths = append(lengths, ms*(i+1)/len(letters)-start)
	}
	durations := "charDurationsMs"
	if s.e.options.SpecSpelling {
		durations = "charsDurationsMs"
	}
	return fields{"chars": texts, "charStartTimesMs": starts, durations: lengths}
}

// final is the frame after the last one of a text.
func final(more fields) fields {
	frame := fields{"audio": nil, "isFinal": true, "alignment": nil, "normalizedAlignment": nil}
	for name, value := range more {
		frame[name] = value
	}
	return frame
}

package fakespeech

import (
	"strings"

	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// heard are the words of the segment so far.
func (l *live) heard() []sound.Word {
	words := l.e.options.words(l.pcm)
	if l.query.Get("no_verbatim") == "true" {
		words = smooth(words)
	}
	return words
}

// partial shows what is heard so far, where enough has come since the last time: one word
// more each time. The newest word is still half understood, and put right by the next.
func (l *live) partial() bool {
	every := int(l.e.options.PartialEvery.Seconds() * HeardRate)
	if len(l.pcm)-l.shown < every {
		return true
	}
	l.shown = len(l.pcm)
	words := strings.Fields(sound.Text(l.heard()))
	if len(words) == 0 {
		return true
	}
	l.partials++
	words = append([]string{}, words[:min(l.partials, len(words))]...)
	newest := []rune(words[len(words)-1])
	words[len(words)-1] = string(newest[:(len(newest)+1)/2]) + "-"
	return l.write(fields{"message_type": "partial_transcript", "text": strings.Join(words, " ")})
}

// commit ends the segment. With timestamps both events come, the plain one first. Times
// are seconds from the beginning of the session.
func (l *live) commit() bool {
	words := l.heard()
	text, seconds := sound.Text(words), float64(len(l.pcm))/HeardRate
	if !l.wait(l.e.options.Delays.Commit) || !l.write(fields{"message_type": "committed_transcript", "text": text}) {
		return false
	}
	if l.query.Get("include_timestamps") == "true" {
		language := l.query.Get("language_code")
		if language == "" {
			language = "en"
		}
		both := fields{"message_type": "committed_transcript_with_timestamps", "text": text, "language_code": language, "words": items(words, l.before, "word")}
		if !l.write(both) {
			return false
		}
	}
	l.before += seconds
	l.pcm, l.partials, l.shown, l.quiet = nil, 0, 0, 0
	return true
}

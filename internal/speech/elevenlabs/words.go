package elevenlabs

import (
	"slices"
	"strings"
	"unicode"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// alignment says when each character of a piece of sound is spoken, in milliseconds from
// the beginning of that piece. The published description and the service spell the
// durations differently.
type alignment struct {
	Chars     []string  `json:"chars"`
	Starts    []float64 `json:"charStartTimesMs"`
	Durations []float64 `json:"charDurationsMs"`
	Spelled   []float64 `json:"charsDurationsMs"`
}

// speller puts characters together to words; a word may go on in the next piece.
type speller struct {
	words []transcript.Word
	open  bool // the last word may go on
}

// add takes the characters of a piece that begins at ms from the beginning.
func (s *speller) add(a alignment, ms int) {
	durations := a.Durations
	if durations == nil {
		durations = a.Spelled
	}
	for i := range min(len(a.Chars), len(a.Starts)) {
		start := ms + int(a.Starts[i])
		end := start
		if i < len(durations) {
			end += int(durations[i])
		}
		s.char(a.Chars[i], start, end)
	}
}

func (s *speller) char(c string, start, end int) {
	if strings.TrimFunc(c, unicode.IsSpace) == "" {
		s.open = false
		return
	}
	if !s.open {
		s.words = append(s.words, transcript.Word{StartMs: start})
		s.open = true
	}
	last := &s.words[len(s.words)-1]
	last.Text += c
	last.EndMs = end
}

func (s *speller) all() []transcript.Word { return slices.Clone(s.words) }

// item is a part of a transcript: a word with its punctuation, the space between two, or a
// sound that is no speech, such as "(laughter)". Times are seconds and may be missing.
type item struct {
	Text  string   `json:"text"`
	Start *float64 `json:"start"`
	End   *float64 `json:"end"`
	Type  string   `json:"type"`
}

// spokenWords keeps the words and says whether all of them have times.
func spokenWords(items []item) (words []transcript.Word, timed bool) {
	words, timed = []transcript.Word{}, true
	for _, i := range items {
		text := strings.TrimSpace(i.Text)
		if text == "" || i.Type == "spacing" || i.Type == "audio_event" {
			continue
		}
		w := transcript.Word{Text: text}
		if i.Start == nil || i.End == nil {
			timed = false
		} else {
			w.StartMs = inMillis(*i.Start)
			w.EndMs = max(inMillis(*i.End), w.StartMs)
		}
		words = append(words, w)
	}
	return words, timed && len(words) > 0
}

func inMillis(seconds float64) int { return max(int(seconds*1000+0.5), 0) }

// spokenText is the text without what isn't speech.
func spokenText(text string, items []item) string {
	if !slices.ContainsFunc(items, func(i item) bool { return i.Type == "audio_event" }) {
		return strings.TrimSpace(text)
	}
	var kept strings.Builder
	for _, i := range items {
		if i.Type != "audio_event" {
			kept.WriteString(i.Text)
		}
	}
	return strings.Join(strings.Fields(kept.String()), " ")
}

// shortCodes are the languages whose three letters (ISO 639-3) the service may answer with.
var shortCodes = map[string]string{
	"ara": "ar", "bul": "bg", "cat": "ca", "ces": "cs", "cmn": "zh", "dan": "da", "deu": "de", "ell": "el",
	"eng": "en", "est": "et", "fas": "fa", "fin": "fi", "fra": "fr", "heb": "he", "hin": "hi", "hrv": "hr",
	"hun": "hu", "ind": "id", "ita": "it", "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt", "msa": "ms",
	"nld": "nl", "nor": "no", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru", "slk": "sk", "slv": "sl",
	"spa": "es", "srp": "sr", "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk", "vie": "vi", "zho": "zh",
}

// language makes ISO 639-1 of what the service calls a language; empty if it has no such code.
func language(code string) string {
	code, _, _ = strings.Cut(strings.ToLower(code), "-")
	if len(code) == 2 {
		return code
	}
	return shortCodes[code]
}

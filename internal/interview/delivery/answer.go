package delivery

import (
	"cmp"
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// Asked is what is known beside an answer.
type Asked struct {
	// QuestionEndMs is when the last sample of the question left the loudspeaker, on the
	// clock of the recording: below 0 if the recording began after it. Nil: not known.
	QuestionEndMs *int
	// Language is the language of the rehearsal (ISO 639-1); it is taken where the
	// transcript names none. Both empty is English.
	Language string
	// Terms are those of the posting.
	Terms []string
}

// Metrics is all that is measured of one answer. A part that can't be had is nil.
type Metrics struct {
	DefinitionVersion int `json:"definitionVersion"`
	// Language is the one the words were measured by (ISO 639-1).
	Language string `json:"language"`
	// TooShort says that there is less than ShortestWords or ShortestMs, whichever there
	// is to measure, so that no rate is given.
	TooShort bool           `json:"tooShort"`
	Sound    *SoundMetrics  `json:"sound"`  // nil for typed answers
	Words    *WordMetrics   `json:"words"`  // nil without a transcript, and in scripts without spaces
	Speech   *SpeechMetrics `json:"speech"` // nil unless there are both
	// Terms says which terms of the posting were spoken of. Nil: no words, or not English,
	// as the forms of a word are folded by English rules.
	Terms []TermCoverage `json:"terms"`
}

// SpeechMetrics are measured from words and sound together. Speech rate is in
// WordMetrics. Syllables aren't counted: that takes a dictionary or the samples.
type SpeechMetrics struct {
	// AnswerRateWpm is lexical words per minute of the whole recording, silence before and
	// after speech included. Nil if too short.
	AnswerRateWpm *float64 `json:"answerRateWpm"`
	// ArticulationRateWpm is lexical words per minute of phonation, which is speaking time
	// without its pauses (De Jong & Wempe 2009, in words instead of syllables). Nil if too
	// short.
	ArticulationRateWpm *float64 `json:"articulationRateWpm"`
	// MeanRunWords is the mean number of lexical words from one pause, or break of the
	// recording, to the next: mean length of run (Towell, Hawkins & Bazergui 1996, The
	// development of fluency in advanced learners of French, who count syllables). Nil if
	// too short.
	MeanRunWords *float64 `json:"meanRunWords"`
	// FirstWordMs is the time from the start of the recording to the first word that is no
	// filled pause. Nil without word times, and where the recording was paused in it. A
	// recogniser may stretch the first word over the silence before: it never begins
	// before the first speech.
	FirstWordMs *int `json:"firstWordMs"`
	// Hesitations are the pauses of at least HesitationMs, in order. Nil if too short.
	Hesitations []Hesitation `json:"hesitations"`
}

// Hesitation is a long pause and the words around it, so that a player can go there.
type Hesitation struct {
	StartMs int `json:"startMs"` // on the clock of the recording
	EndMs   int `json:"endMs"`   // exclusive
	// Before and After are up to three words on each side, by word times; nil where there
	// are none.
	Before *Place `json:"before"`
	After  *Place `json:"after"`
}

// FromAnswer measures an answer: spoken, with a transcript of all its sound or with an
// empty one, or typed (transcript.Of of the text, and no sound). The takes of an answer
// are joined before, sound and transcript alike, with a break between them. Words that
// were not said, such as key points, are for FromWords.
func FromAnswer(t transcript.Transcript, s Sound, q Asked) Metrics {
	l := languageOf(cmp.Or(t.Language, q.Language))
	t.Timed = t.Timed && len(t.Words) > 0
	m := Metrics{DefinitionVersion: DefinitionVersion, Language: l.code, TooShort: true}
	o := Options{FillersKept: t.KeepsFillers, Language: l.code}
	if s.RecordedMs > 0 || len(s.SpeechMs) > 0 {
		sound := FromSound(s)
		sound.ResponseLatencyMs = s.latency(q.QuestionEndMs)
		m.Sound, m.TooShort, o.SpokenMs = &sound, sound.TooShort, &sound.SpeakingMs
	}
	if strings.TrimSpace(t.Text) == "" || !countable(t.Text) {
		return m
	}
	all := read(t, l)
	words := l.measure(all, o)
	m.Words = &words
	m.TooShort = words.TooShort || m.Sound != nil && m.Sound.TooShort
	if l.code == english {
		m.Terms = covered(all, q.Terms)
	}
	if m.Sound != nil && m.Sound.SpeakingMs > 0 {
		m.Speech = speechOf(t, s, all, m)
	}
	return m
}

// latency is the time from the end of the question to the first speech.
func (s Sound) latency(questionEndMs *int) *int {
	speech := union(s.SpeechMs)
	if questionEndMs == nil || len(speech) == 0 {
		return nil
	}
	return unbroken(*questionEndMs, speech[0].StartMs, s.BreaksMs)
}

func speechOf(t transcript.Transcript, s Sound, all []word, m Metrics) *SpeechMetrics {
	out := &SpeechMetrics{}
	speech := union(s.SpeechMs)
	if t.Timed {
		out.FirstWordMs = firstWord(all, speech[0].StartMs, languageOf(m.Language), s.BreaksMs)
	}
	if m.Sound.Pauses != nil {
		out.Hesitations = hesitations(m.Sound.Pauses.Long, t, all)
	}
	if m.TooShort {
		return out
	}
	n, quiet := m.Words.Words, silencesOf(speech, s.BreaksMs)
	out.AnswerRateWpm = rate(n, m.Sound.RecordedMs)
	out.ArticulationRateWpm = rate(n, m.Sound.Pauses.PhonationMs)
	run := float64(n) / float64(len(quiet.pauses)+quiet.breaks+1)
	out.MeanRunWords = &run
	return out
}

func rate(words, ms int) *float64 {
	if ms <= 0 {
		return nil
	}
	wpm := float64(words) * 60_000 / float64(ms)
	return &wpm
}

func firstWord(all []word, onsetMs int, l language, breaks []int) *int {
	lexical, _ := l.parted(all)
	i := slices.IndexFunc(lexical, func(w word) bool { return w.heard })
	if i < 0 {
		return nil
	}
	return unbroken(0, max(lexical[i].startMs, onsetMs), breaks)
}

// besideWords is how many words are shown on each side of a hesitation.
const besideWords = 3

// hesitations finds the words around pauses.
func hesitations(pauses []Segment, t transcript.Transcript, all []word) []Hesitation {
	out := []Hesitation{}
	for _, p := range pauses {
		h := Hesitation{StartMs: p.StartMs, EndMs: p.EndMs}
		if t.Timed {
			at := wordAfter(t.Words, p)
			h.Before = placeOf(all, at-besideWords, at)
			h.After = placeOf(all, at, at+besideWords)
		}
		out = append(out, h)
	}
	return out
}

// wordAfter is the index of the first word after a pause, by the middles of both:
// recognisers stretch words over the silence beside them, to either side.
func wordAfter(words []transcript.Word, p Segment) int {
	at := slices.IndexFunc(words, func(w transcript.Word) bool { return w.StartMs+w.EndMs >= p.StartMs+p.EndMs })
	if at < 0 {
		return len(words)
	}
	return at
}

// placeOf is where the transcript's words from one index up to another stand in its text.
func placeOf(all []word, from, to int) *Place {
	first, last := -1, -1
	for i, w := range all {
		if w.heard && w.wordStart < to && w.wordEnd > from {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return nil
	}
	p := stretch(all[first : last+1])
	return &p
}

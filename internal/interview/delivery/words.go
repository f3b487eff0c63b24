package delivery

import (
	"slices"

	"github.com/jobjourney/jobjourney/internal/interview/transcript"
)

// Options say where the words come from.
type Options struct {
	// SpokenMs is the speaking time of the answer's sound (SoundMetrics.SpeakingMs);
	// nil when the words were typed or are key points written beside a recording.
	SpokenMs *int
	// FillersKept says that the transcriber writes "um" and "uh" down.
	FillersKept bool
	// Language is ISO 639-1, with or without a region; empty is English.
	Language string
}

// ShortestWords is the least number of words whose rates are measured.
const ShortestWords = 30

// WordMetrics are measured from the words of an answer. What isn't known of its
// language is nil; so are all rates of less than ShortestWords words.
type WordMetrics struct {
	DefinitionVersion int `json:"definitionVersion"`
	// Words is the number of lexical words: runs of letters and digits with inner
	// apostrophes and hyphens, filled pauses not counted. It is the answer's length.
	Words int `json:"words"`
	// TooShort says that Words is under ShortestWords: there are counts, but no rates.
	TooShort bool `json:"tooShort"`
	// SpeechRateWpm is words per minute of speaking time, pauses included (De Jong &
	// Wempe 2009, Praat script to detect syllable nuclei, for the definition; in words
	// instead of syllables). Nil for typed words, and below ShortestWords or ShortestMs.
	SpeechRateWpm *float64 `json:"speechRateWpm"`
	// Hedges are expressions that soften, after Lakoff 1973 and Hyland 2005; the
	// list is ours. Longest first, no word counted twice. Nil: not English.
	Hedges *Count `json:"hedges"`
	// Repeats are immediate repetitions of one to three words within a sentence, except
	// those that belong to the language (very very, had had, that that, no no, bye bye).
	// Nil: not English, as which ones belong differs.
	Repeats *Count `json:"repeats"`
	// FilledPauses are um, uh, er, hm and their lengthened forms (Clark & Fox Tree
	// 2002), as transcribed, per 100 words with themselves counted in. Nil: not
	// available, because the transcriber drops them or their forms aren't known.
	FilledPauses *Count `json:"filledPauses"`
	// DiscourseFillers organise talk and say little where they stand: you know, I mean,
	// like, kind of, basically, a "so" that begins the answer, a closing "right?" (kept
	// apart from filled pauses as by Laserna, Seih & Pennebaker 2014, Um... who like says
	// you know; the rules in data/discourse.txt are ours). "Kind of" and "sort of" are
	// hedges as well. Nil: not English.
	DiscourseFillers *Count `json:"discourseFillers"`
	// FirstPerson counts I, me, my, mine, myself and we, us, our, ours, ourselves, or
	// their like. Nil where a language leaves the pronoun out, or its words aren't known.
	FirstPerson *FirstPerson `json:"firstPerson"`
	// MostUsed are the words used at least twice that say something, at most ten,
	// the commonest first, then by their first use. Nil: not English.
	MostUsed []WordCount `json:"mostUsed"`
}

// Count is how often something occurred, and where.
type Count struct {
	Total int `json:"total"`
	// Per100Words is nil below ShortestWords.
	Per100Words *float64 `json:"per100Words"`
	// PerMinute is Total over the speaking time in minutes; nil for typed words, and
	// below ShortestWords or ShortestMs.
	PerMinute *float64 `json:"perMinute"`
	Places    []Place  `json:"places"`
}

// Place is a stretch of the answer: Text, word for word, is the code points from Start
// up to End of the transcript's text (or of what was typed), and lies in its words from
// WordStart up to WordEnd. Typed words are what white space parts (transcript.Of).
type Place struct {
	Start     int    `json:"start"`
	End       int    `json:"end"` // exclusive
	Text      string `json:"text"`
	WordStart int    `json:"wordStart"`
	WordEnd   int    `json:"wordEnd"` // exclusive
}

// FirstPerson counts words for the speaker alone and for the speaker's group.
type FirstPerson struct {
	I  int `json:"i"`
	We int `json:"we"`
}

// WordCount is a word and how often it was used.
type WordCount struct {
	Word  string `json:"word"` // lower case, as it was first used
	Count int    `json:"count"`
}

// FromWords measures an answer's words without their sound: what was typed, or key
// points written beside a recording. The language has to be one that parts its words
// by spaces; FromAnswer makes sure of that.
func FromWords(text string, o Options) WordMetrics {
	l := languageOf(o.Language)
	return l.measure(read(transcript.Transcript{Text: text}, l), o)
}

func (l language) measure(all []word, o Options) WordMetrics {
	lexical, filled := l.parted(all)
	n := len(lexical)
	m := WordMetrics{
		DefinitionVersion: DefinitionVersion,
		Words:             n,
		TooShort:          n < ShortestWords,
		SpeechRateWpm:     perMinute(n, n, o.SpokenMs),
		FirstPerson:       l.firstPerson(lexical),
	}
	if o.FillersKept && l.filled != nil {
		m.FilledPauses = counted(places(filled), n, n+len(filled), o)
	}
	if l.code == english {
		m.Hedges = counted(hedgesIn(lexical), n, n, o)
		m.Repeats = counted(repeatsIn(lexical), n, n, o)
		m.DiscourseFillers = counted(discourseIn(lexical), n, n, o)
		m.MostUsed = mostUsed(lexical)
	}
	return m
}

// perMinute is a number of things per minute, where words and time are enough to measure.
func perMinute(things, words int, ms *int) *float64 {
	if ms == nil || *ms < ShortestMs || words < ShortestWords {
		return nil
	}
	rate := float64(things) * 60_000 / float64(*ms)
	return &rate
}

// counted makes a count of an answer of so many words; of is what its rate relates to.
func counted(where []Place, words, of int, o Options) *Count {
	c := Count{Total: len(where), Places: where, PerMinute: perMinute(len(where), words, o.SpokenMs)}
	if words >= ShortestWords {
		rate := 100 * float64(len(where)) / float64(of)
		c.Per100Words = &rate
	}
	return &c
}

// maxMostUsed is how many of the most used words are listed.
const maxMostUsed = 10

func mostUsed(list []word) []WordCount {
	index := map[string]int{}
	found := []WordCount{}
	for _, w := range list {
		base, _, _ := cutApostrophe(w.fold)
		if len([]rune(base)) < 3 || lists().stop[base] || lists().stop[w.fold] {
			continue
		}
		key := stem(base)
		if i, ok := index[key]; ok {
			found[i].Count++
			continue
		}
		index[key] = len(found)
		found = append(found, WordCount{base, 1})
	}
	found = slices.DeleteFunc(found, func(c WordCount) bool { return c.Count < 2 })
	slices.SortStableFunc(found, func(a, b WordCount) int { return b.Count - a.Count })
	return found[:min(len(found), maxMostUsed)]
}

package delivery

import "slices"

// Options say where the words come from.
type Options struct {
	// SpokenMs is the speaking time of the answer's sound (SoundMetrics.SpeakingMs);
	// nil when the words were typed or are key points written beside a recording.
	SpokenMs *int
	// FillersKept says that the transcriber writes "um" and "uh" down.
	FillersKept bool
}

// ShortestWords is the least number of words whose pace is measured.
const ShortestWords = 30

// WordMetrics are measured from the words of an answer.
type WordMetrics struct {
	DefinitionVersion int `json:"definitionVersion"`
	// Words is the number of lexical words: runs of letters and digits with inner
	// apostrophes and hyphens, filled pauses not counted. It is the answer's length.
	Words int `json:"words"`
	// SpeechRateWpm is words per minute of speaking time, pauses included (De Jong &
	// Wempe 2009 for the definition). Nil for typed words, and below ShortestWords
	// or ShortestMs.
	SpeechRateWpm *float64 `json:"speechRateWpm"`
	// Hedges are expressions that soften, after Lakoff 1973 and Hyland 2005; the
	// list is ours. Longest first, no word counted twice.
	Hedges Count `json:"hedges"`
	// Repeats are immediate repetitions of one to three words, except those that
	// belong to the language (very very, had had, that that, no no, bye bye).
	Repeats Count `json:"repeats"`
	// FilledPauses are um, uh, er, hm and their lengthened forms (Clark & Fox Tree
	// 2002), per 100 words with themselves counted in. Nil: not available.
	FilledPauses *Count `json:"filledPauses"`
	// FirstPerson counts I, me, my, mine, myself and we, us, our, ours, ourselves.
	FirstPerson FirstPerson `json:"firstPerson"`
	// MostUsed are the words used at least twice that say something, at most ten,
	// the commonest first, then by their first use.
	MostUsed []WordCount `json:"mostUsed"`
}

// Count is how often something occurred, and where.
type Count struct {
	Total       int     `json:"total"`
	Per100Words float64 `json:"per100Words"` // 0 when there are no words
	Places      []Place `json:"places"`
}

// Place is a stretch of the answer, in Unicode code points, End exclusive.
type Place struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
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

// FromWords measures an answer's words. The lists are English; in another
// language the lists find nothing, while length, pace and repeats still hold.
func FromWords(text string, o Options) WordMetrics {
	all := wordsOf(text)
	lexical, filled := parted(all)
	m := WordMetrics{
		DefinitionVersion: DefinitionVersion,
		Words:             len(lexical),
		SpeechRateWpm:     pace(len(lexical), o.SpokenMs),
		Hedges:            counted(hedgesIn(lexical), len(lexical)),
		Repeats:           counted(repeatsIn(lexical), len(lexical)),
		FirstPerson:       firstPerson(lexical),
		MostUsed:          mostUsed(lexical),
	}
	if o.FillersKept {
		c := counted(places(filled), len(lexical)+len(filled))
		m.FilledPauses = &c
	}
	return m
}

// pace is words per minute, where there is enough to measure.
func pace(words int, spokenMs *int) *float64 {
	if spokenMs == nil || *spokenMs < ShortestMs || words < ShortestWords {
		return nil
	}
	wpm := float64(words) * 60_000 / float64(*spokenMs)
	return &wpm
}

func counted(where []Place, of int) Count {
	c := Count{Total: len(where), Places: where}
	if of > 0 {
		c.Per100Words = 100 * float64(len(where)) / float64(of)
	}
	return c
}

func firstPerson(list []word) FirstPerson {
	var f FirstPerson
	for _, w := range list {
		switch base, _, _ := cutApostrophe(w.fold); base {
		case "i", "me", "my", "mine", "myself":
			f.I++
		case "we", "us", "our", "ours", "ourselves":
			f.We++
		}
	}
	return f
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

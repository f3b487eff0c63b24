package fakespeech

import (
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/testkit/sound"
)

// items are the words of a transcript as ElevenLabs lists them: each space is an item of
// its own. Times are seconds from offset on.
func items(words []sound.Word, offset float64, granularity string) []fields {
	list := []fields{}
	for i, w := range words {
		list = append(list, entry(w.Text, "word", w.Start+offset, w.End+offset, granularity))
		if i+1 < len(words) {
			list = append(list, entry(" ", "spacing", w.End+offset, words[i+1].Start+offset, granularity))
		}
	}
	return list
}

func entry(text, kind string, start, end float64, granularity string) fields {
	e := fields{"text": text, "type": kind, "start": start, "end": end, "speaker_id": "speaker_0", "logprob": -0.05}
	switch granularity {
	case "none":
		e["start"], e["end"] = nil, nil
	case "character":
		letters := []fields{}
		runes := []rune(text)
		for i, r := range runes {
			step := (end - start) / float64(len(runes))
			letters = append(letters, fields{"text": string(r), "start": start + float64(i)*step, "end": start + float64(i+1)*step})
		}
		e["characters"] = letters
	}
	return e
}

// fillers are what no_verbatim takes away.
var fillers = []string{"um", "uh", "er", "erm", "hmm"}

// smooth takes the fillers out.
func smooth(words []sound.Word) []sound.Word {
	return slices.DeleteFunc(words, func(w sound.Word) bool {
		return slices.Contains(fillers, strings.ToLower(strings.Trim(w.Text, ".,")))
	})
}

package transcript

import "strings"

// Transcript is the words of one stretch of sound, in the order they were said.
type Transcript struct {
	// Text is everything that was written down, with its punctuation.
	Text string `json:"text"`
	// Words are those of Text. Their times are 0 where the recogniser gives none: see Timed.
	Words []Word `json:"words"`
	// Timed says that the words carry times.
	Timed bool `json:"timed"`
	// Language is what the recogniser took it for (ISO 639-1); empty if it didn't say.
	Language string `json:"language"`
	// KeepsFillers says that "um" and "uh" are written down where they were said. Most
	// recognisers drop them: then their absence means nothing.
	KeepsFillers bool `json:"keepsFillers"`
	// Rough says that the recogniser is known to mishear many words.
	Rough bool `json:"rough"`
	// Source is who wrote it down.
	Source Source `json:"source"`
	// Provisional: it was written down while it was said, in a hurry. The final text comes from
	// the recording.
	Provisional bool `json:"provisional,omitempty"`
	// LeftThere: whoever wrote it down could not be made to delete it after it was kept here.
	LeftThere bool `json:"leftThere,omitempty"`
}

// Word is one word with the punctuation that belongs to it, and when it was said, in
// milliseconds from the beginning of the sound.
type Word struct {
	Text    string `json:"text"`
	StartMs int    `json:"startMs"`
	EndMs   int    `json:"endMs"`
}

// Source names a recogniser.
type Source struct {
	Provider string `json:"provider"` // for example "elevenlabs", or the host of a server
	Model    string `json:"model"`
}

// Of makes a transcript without times of a text.
func Of(text string) Transcript {
	t := Transcript{Text: strings.TrimSpace(text), Words: []Word{}}
	for _, w := range strings.Fields(text) {
		t.Words = append(t.Words, Word{Text: w})
	}
	return t
}

// Joined puts transcripts of takes that follow one another into one; offsets are where each
// begins in the whole, in milliseconds. It is timed only if all of them are.
func Joined(parts []Transcript, offsetsMs []int) Transcript {
	out := Transcript{Words: []Word{}, Timed: len(parts) > 0, KeepsFillers: len(parts) > 0}
	texts := make([]string, 0, len(parts))
	for i, p := range parts {
		if p.Text != "" {
			texts = append(texts, p.Text)
		}
		for _, w := range p.Words {
			out.Words = append(out.Words, Word{w.Text, w.StartMs + offsetsMs[i], w.EndMs + offsetsMs[i]})
		}
		out.Timed = out.Timed && p.Timed
		out.KeepsFillers = out.KeepsFillers && p.KeepsFillers
		out.Rough, out.LeftThere = out.Rough || p.Rough, out.LeftThere || p.LeftThere
		out.Provisional = out.Provisional || p.Provisional
		out.Language, out.Source = p.Language, p.Source
	}
	out.Text = strings.Join(texts, " ")
	return out
}

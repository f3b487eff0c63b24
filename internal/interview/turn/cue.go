package turn

import (
	"cmp"
	"embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/interview/delivery"
)

// cue is what the last words say about what comes next.
type cue int

const (
	saysNothing cue = iota // a sentence that may be the last, or words that aren't known
	leavesOpen             // half a sentence
	asksForTime            // "let me think"
)

// lastWords is how many words of the end are looked at: more than the longest phrase has.
const lastWords = 14

//go:embed data/*.txt
var dataFiles embed.FS

// wordLists are what is known of a language.
type wordLists struct {
	open   map[string]bool // words that want another one after them
	before map[string]bool // words a request for time may follow
	think  [][]string      // requests for time
}

// word is one of the last words, in lower case.
type word struct {
	text  string
	fresh bool // begins the text, or follows punctuation
}

var languages = sync.OnceValue(func() map[string]wordLists {
	out := map[string]wordLists{}
	files, err := dataFiles.ReadDir("data")
	if err != nil {
		panic(fmt.Sprintf("word lists: %v", err)) // they are part of the program
	}
	for _, f := range files {
		raw, err := dataFiles.ReadFile("data/" + f.Name())
		if err != nil {
			panic(fmt.Sprintf("word list %s: %v", f.Name(), err))
		}
		out[strings.TrimSuffix(f.Name(), ".txt")] = readLists(string(raw))
	}
	return out
})

// readLists reads a file of data/: under [open] and [before] words, under [think] one phrase
// a line.
func readLists(text string) wordLists {
	lists, section := wordLists{open: map[string]bool{}, before: map[string]bool{}}, ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			section = line
		case section == "[open]":
			for _, w := range strings.Fields(line) {
				lists.open[w] = true
			}
		case section == "[before]":
			for _, w := range strings.Fields(line) {
				lists.before[w] = true
			}
		case section == "[think]":
			lists.think = append(lists.think, strings.Fields(line))
		}
	}
	return lists
}

// english is what is taken where nobody said a language, as the question bank is English.
const english = "en"

// cueOf reads the end of a text. Where a language has no lists, its filled pauses and the
// punctuation still tell.
func cueOf(text, language string) cue {
	text = strings.TrimSpace(text)
	language, _, _ = strings.Cut(strings.ToLower(cmp.Or(language, english)), "-")
	lists, words := languages()[language], folded(text)
	switch {
	case len(words) == 0:
		return saysNothing
	case lists.asks(words, language):
		return asksForTime
	case trailsOff(text):
		return leavesOpen
	}
	last := words[len(words)-1].text
	if delivery.FilledPause(last, language) || lists.open[last] && !ended(text) {
		return leavesOpen
	}
	return saysNothing
}

// ended reports whether the recogniser heard the end of a sentence: one that writes "I told
// her to." has heard the voice fall.
func ended(text string) bool { return strings.ContainsAny(text[len(text)-1:], ".!?") }

// trailsOff reports a comma, dots or a dash for a voice that doesn't come to an end.
func trailsOff(text string) bool {
	for _, end := range []string{",", ":", ";", "...", "…", "-", "–", "—"} {
		if strings.HasSuffix(text, end) {
			return true
		}
	}
	return false
}

// folded are the last words of a text, without what surrounds them.
func folded(text string) []word {
	all := strings.Fields(text)
	cut := max(0, len(all)-lastWords)
	out, fresh := make([]word, 0, len(all)-cut), cut == 0
	for _, w := range all[cut:] {
		bare := strings.TrimFunc(strings.ToLower(strings.ReplaceAll(w, "’", "'")), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r)
		})
		if bare != "" {
			out = append(out, word{bare, fresh})
			fresh = false
		}
		last, _ := utf8.DecodeLastRuneInString(w)
		fresh = fresh || unicode.IsPunct(last)
	}
	return out
}

// asks reports whether the last thing said is a request for time: "it took one second" is
// none.
func (l wordLists) asks(words []word, language string) bool {
	for len(words) > 0 && delivery.FilledPause(words[len(words)-1].text, language) {
		words = words[:len(words)-1]
	}
	for _, phrase := range l.think {
		at := len(words) - len(phrase)
		if at < 0 || !same(words[at:], phrase) {
			continue
		}
		if words[at].fresh || at > 0 && (l.before[words[at-1].text] || delivery.FilledPause(words[at-1].text, language)) {
			return true
		}
	}
	return false
}

func same(words []word, phrase []string) bool {
	for i, w := range phrase {
		if words[i].text != w {
			return false
		}
	}
	return true
}

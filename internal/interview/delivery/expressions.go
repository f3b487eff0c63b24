package delivery

import (
	"embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
)

//go:embed data/*.txt
var dataFiles embed.FS

type wordLists struct {
	hedges    map[string][][]string  // by first word, the longest first
	discourse map[string][]discourse // by first word
	notAfter  map[string]bool        // words after which "kind of" names a kind
	notVerbs  map[string]bool        // words before which "just" softens nothing
	openers   map[string]bool        // words an answer may have before its "so"
	stop      map[string]bool
	repeats   map[string]bool // repetitions that belong to the language
}

var lists = sync.OnceValue(readLists)

func readLists() *wordLists {
	l := &wordLists{
		hedges:   map[string][][]string{},
		notAfter: wordSet("kinds"),
		notVerbs: wordSet("notverbs"),
		openers:  wordSet("openers"),
		stop:     wordSet("stopwords"),
		repeats:  wordSet("repeats"),
	}
	for _, entry := range entries("hedges", ",") {
		f := strings.Fields(entry)
		l.hedges[f[0]] = append(l.hedges[f[0]], f)
	}
	l.discourse = readDiscourse(l.notAfter)
	return l
}

func wordSet(name string) map[string]bool {
	out := map[string]bool{}
	for _, e := range entries(name, " ") {
		out[e] = true
	}
	return out
}

// entries reads a list of data/; the files are part of the program, so a missing
// one is a mistake of ours.
func entries(name, sep string) []string {
	raw, err := dataFiles.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic(fmt.Sprintf("word list %s: %v", name, err))
	}
	var out []string
	for line := range strings.Lines(string(raw)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for e := range strings.SplitSeq(strings.TrimSpace(line), sep) {
			if e = strings.TrimSpace(e); e != "" {
				out = append(out, e)
			}
		}
	}
	return out
}

// hedgesIn finds hedges, the longest first; no word counts twice.
func hedgesIn(list []word) []Place {
	out := []Place{}
	for i := 0; i < len(list); i++ {
		n := hedgeAt(list, i)
		if n == 0 {
			continue
		}
		out = append(out, stretch(list[i:i+n]))
		i += n - 1
	}
	return out
}

// hedgeAt is the number of words of the hedge that begins at i. "A kind of glue" names a
// kind, and "just" softens only a verb that follows in the same breath.
func hedgeAt(list []word, i int) int {
	best := 0
	for _, h := range lists().hedges[list[i].fold] {
		if len(h) > best && begins(list[i:], h) {
			best = len(h)
		}
	}
	switch first := list[i].fold; {
	case best == 2 && (first == "kind" || first == "sort") && i > 0 && lists().notAfter[list[i-1].fold]:
		return 0
	case best == 1 && first == "just" && !mayBeVerb(list, i+1):
		return 0
	}
	return best
}

func mayBeVerb(list []word, i int) bool {
	return i < len(list) && !list[i].comma && !lists().notVerbs[list[i].fold] && strings.ContainsFunc(list[i].fold, unicode.IsLetter)
}

func begins(list []word, h []string) bool {
	if len(list) < len(h) {
		return false
	}
	for i, s := range h {
		if list[i].fold != s || i > 0 && list[i].comma {
			return false
		}
	}
	return true
}

// repeatsIn finds "the the" and "so I so I": the second telling of one to three
// words that follow themselves within a sentence, the longest first.
func repeatsIn(list []word) []Place {
	out := []Place{}
	for i := 0; i < len(list); {
		n := repeatAt(list, i)
		if n == 0 {
			i++
			continue
		}
		out = append(out, stretch(list[i:i+n]))
		i += n
	}
	return out
}

// repeatAt is the length of the repetition whose second telling begins at i.
func repeatAt(list []word, i int) int {
	for n := 3; n > 0; n-- {
		if i >= n && i+n <= len(list) && isRepeat(list[i-n:i], list[i:i+n]) {
			return n
		}
	}
	return 0
}

// isRepeat leaves alone what belongs to the language, and takes a word told four times
// for three repetitions, not for one pair.
func isRepeat(first, second []word) bool {
	alike := true // all words are one
	for k, w := range second {
		if w.fold != first[k].fold || w.sentence || k > 0 && first[k].sentence {
			return false
		}
		alike = alike && w.fold == second[0].fold
	}
	if len(second) > 1 {
		return !alike
	}
	return !lists().repeats[second[0].fold]
}

package delivery

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed data/*.txt
var dataFiles embed.FS

type wordLists struct {
	hedges   map[string][][]string // by first word, the longest first
	notAfter map[string]bool       // words after which "kind of" names a kind
	stop     map[string]bool
	repeats  map[string]bool // repetitions that belong to the language
}

var lists = sync.OnceValue(readLists)

func readLists() *wordLists {
	l := &wordLists{
		hedges:   map[string][][]string{},
		notAfter: wordSet("kinds"),
		stop:     wordSet("stopwords"),
		repeats:  wordSet("repeats"),
	}
	for _, entry := range entries("hedges", ",") {
		f := strings.Fields(entry)
		l.hedges[f[0]] = append(l.hedges[f[0]], f)
	}
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

// hedgeAt is the number of words of the hedge that begins at i. "A kind of glue"
// names a kind, and "just" softens only where something follows in the same breath.
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
	case best == 1 && first == "just" && (i+1 == len(list) || list[i+1].comma):
		return 0
	}
	return best
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
// words that follow themselves, the longest first.
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
		if i < n || i+n > len(list) || n == 1 && lists().repeats[list[i].fold] {
			continue
		}
		same := true
		for k := range n {
			same = same && list[i-n+k].fold == list[i+k].fold
		}
		if same {
			return n
		}
	}
	return 0
}

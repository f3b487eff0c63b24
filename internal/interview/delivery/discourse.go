package delivery

import (
	"fmt"
	"strings"
)

// discourse is one line of data/discourse.txt.
type discourse struct {
	words               []string
	where               string // anywhere, apart, first, tag
	notAfter, notBefore map[string]bool
}

// readDiscourse panics on a malformed table: it is part of the program, and tests read it.
func readDiscourse(kinds map[string]bool) map[string][]discourse {
	out := map[string][]discourse{}
	for _, line := range entries("discourse", "\n") {
		f := strings.Split(line, "\t")
		if len(f) != 4 || !strings.Contains(" anywhere apart first tag ", " "+f[1]+" ") {
			panic(fmt.Sprintf("discourse filler %q: want expression, where, not after, not before", line))
		}
		d := discourse{words: strings.Fields(f[0]), where: f[1], notAfter: set(f[2]), notBefore: set(f[3])}
		if f[2] == "=kinds" {
			d.notAfter = kinds
		}
		out[d.words[0]] = append(out[d.words[0]], d)
	}
	return out
}

// discourseIn finds the words that organise talk; no word counts twice.
func discourseIn(list []word) []Place {
	out := []Place{}
	for i := 0; i < len(list); i++ {
		for _, d := range lists().discourse[list[i].fold] {
			if d.at(list, i) {
				out = append(out, stretch(list[i:i+len(d.words)]))
				i += len(d.words) - 1
				break
			}
		}
	}
	return out
}

// at reports whether the expression stands at i and says nothing there.
func (d discourse) at(list []word, i int) bool {
	next := i + len(d.words)
	if !begins(list[i:], d.words) ||
		!list[i].fresh && d.notAfter[list[i-1].fold] ||
		next < len(list) && !list[next].fresh && d.notBefore[list[next].fold] {
		return false
	}
	switch d.where {
	case "apart":
		return list[i].fresh && (next == len(list) || list[next].fresh)
	case "first":
		return opens(list[:i])
	case "tag":
		return list[next-1].asked
	}
	return true
}

// opens reports whether an answer that begins with these words hasn't begun to say anything.
func opens(list []word) bool {
	for _, w := range list {
		if !lists().openers[w.fold] {
			return false
		}
	}
	return true
}

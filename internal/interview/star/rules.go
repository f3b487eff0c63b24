package star

import (
	"embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
)

//go:embed data/*.txt
var dataFiles embed.FS

// rule is one line of data/cues.txt.
type rule struct {
	part     Part
	place    place
	name     string
	triggers []string // the expression is only tried where one occurs; nil tries always
	expr     *regexp.Regexp
}

// place says where in the answer a rule counts.
type place int

const (
	anywhere   place = iota
	afterFirst       // after the first thing the speaker did
	afterLast        // after the last one
)

type ruleSet struct {
	cues   []rule
	blanks []*regexp.Regexp // stretches that say a part is not there
	keeps  []*regexp.Regexp // ends of such stretches that say no such thing
	passes []*regexp.Regexp // words of somebody who has nothing to tell
	verbs  verbTable
}

var rules = sync.OnceValue(readRules)

// readRules panics on a malformed table: the files are part of the program, and
// a test reads them.
func readRules() *ruleSet {
	set := &ruleSet{verbs: readVerbs()}
	for _, line := range dataLines("cues") {
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			panic(fmt.Sprintf("STAR cue %q: want part, name, triggers and expression", line))
		}
		expr := regexp.MustCompile(f[3])
		switch f[0] {
		case "blank":
			set.blanks = append(set.blanks, expr)
		case "pass":
			set.passes = append(set.passes, expr)
		case "keep":
			set.keeps = append(set.keeps, expr)
		default:
			set.cues = append(set.cues, newRule(f, expr))
		}
	}
	return set
}

// newRule reads a line that looks for a part.
func newRule(f []string, expr *regexp.Regexp) rule {
	r := rule{part: Part(f[0]), name: f[1], expr: expr}
	switch f[0] {
	case "after":
		r.part, r.place = Result, afterFirst
	case "last":
		r.part, r.place = Result, afterLast
	}
	if f[2] != "*" {
		r.triggers = strings.Split(f[2], ",")
	}
	return r
}

// enough is how many cues are looked for; where the place decides, all of them (-1),
// as the first few may stand in the wrong one.
func (r rule) enough() int {
	if r.place == anywhere {
		return maxCues
	}
	return -1
}

// counts says whether a cue stands where the rule looks; actions are what the speaker
// did, in the order of the text.
func (r rule) counts(c Cue, actions []Cue) bool {
	switch {
	case r.place == anywhere:
		return true
	case len(actions) == 0:
		return false
	case r.place == afterFirst:
		return c.Start >= actions[0].End
	}
	return c.Start >= actions[len(actions)-1].End
}

func dataLines(name string) []string {
	raw, err := dataFiles.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic(fmt.Sprintf("STAR table %s: %v", name, err))
	}
	var out []string
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		if line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func (r rule) find(plain string) []Cue {
	if r.triggers != nil && !slices.ContainsFunc(r.triggers, func(t string) bool { return strings.Contains(plain, t) }) {
		return nil
	}
	var out []Cue
	count := runeCounter{text: plain}
	for _, m := range r.expr.FindAllStringIndex(plain, r.enough()) {
		from := m[1] - len(strings.TrimLeft(plain[m[0]:m[1]], ".?!,;: \n\t")) // the end of the sentence before is none of it
		out = append(out, Cue{Start: count.at(from), End: count.at(m[1]), Rule: r.name})
	}
	return out
}

// blank paints over what denies a part ("nobody asked me to", "if I had"), so
// that no rule finds its words there. Nothing moves: a rune becomes a "_".
func blank(plain string) string {
	for _, expr := range rules().blanks {
		plain = expr.ReplaceAllStringFunc(plain, func(s string) string {
			if slices.ContainsFunc(rules().keeps, func(keep *regexp.Regexp) bool { return keep.MatchString(s) }) {
				return s
			}
			return strings.Repeat("_", len([]rune(s)))
		})
	}
	return plain
}

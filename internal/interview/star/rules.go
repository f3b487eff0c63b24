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
	name     string
	triggers []string // the expression is only tried where one occurs; nil tries always
	expr     *regexp.Regexp
}

type ruleSet struct {
	cues   []rule
	blanks []*regexp.Regexp // stretches that say a part is not there
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
		if f[0] == "blank" {
			set.blanks = append(set.blanks, expr)
			continue
		}
		var triggers []string
		if f[2] != "*" {
			triggers = strings.Split(f[2], ",")
		}
		set.cues = append(set.cues, rule{Part(f[0]), f[1], triggers, expr})
	}
	return set
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
	for _, m := range r.expr.FindAllStringIndex(plain, maxCues) {
		out = append(out, Cue{Start: count.at(m[0]), End: count.at(m[1]), Rule: r.name})
	}
	return out
}

// blank paints over what denies a part ("nobody asked me to", "if I had"), so
// that no rule finds its words there. Nothing moves: a rune becomes a "_".
func blank(plain string) string {
	for _, expr := range rules().blanks {
		plain = expr.ReplaceAllStringFunc(plain, func(s string) string {
			return strings.Repeat("_", len([]rune(s)))
		})
	}
	return plain
}

package posting

import (
	"regexp"
	"strings"
)

// cue is one line of data/cues.txt.
type cue struct {
	triggers []string
	expr     *regexp.Regexp
}

func readCues() map[string][]cue {
	out := map[string][]cue{}
	for _, line := range dataLines("cues") {
		kind, rest := tabbed("cues", line)
		triggers, expr := tabbed("cues", rest)
		out[kind] = append(out[kind], cue{strings.Split(triggers, ","), regexp.MustCompile(expr)})
	}
	return out
}

// hasCue says whether a sentence holds a cue of the kind.
func hasCue(kind, sentence string) bool {
	low := strings.ReplaceAll(strings.ToLower(sentence), "’", "'")
	for _, c := range words().cues[kind] {
		if c.triggered(low) && c.expr.MatchString(low) {
			return true
		}
	}
	return false
}

func (c cue) triggered(low string) bool {
	for _, t := range c.triggers {
		if strings.Contains(low, t) {
			return true
		}
	}
	return false
}

package ai

import "strings"

// thinking takes away what a model thinks aloud between <think> and </think>, as some
// models on this computer do at the beginning of an answer. Nobody is to hear that.
type thinking struct {
	state   int    // one of the four below
	pending string // what may be the beginning of a mark
}

const (
	before = iota
	within
	between // the thought and the answer
	after

	openMark, closeMark = "<think>", "</think>"
)

// without gives what of the next words is meant to be heard.
func (t *thinking) without(words string) string {
	if t.state == after {
		return words
	}
	t.pending += words
	if t.state == before {
		begin := strings.TrimLeft(t.pending, " \n\t")
		switch {
		case strings.HasPrefix(begin, openMark):
			t.state, t.pending = within, begin[len(openMark):]
		case strings.HasPrefix(openMark, begin):
			return "" // too little to tell
		default:
			return t.release(t.pending)
		}
	}
	if at := strings.Index(t.pending, closeMark); t.state == within && at >= 0 {
		t.state, t.pending = between, t.pending[at+len(closeMark):]
	}
	if t.pending = strings.TrimLeft(t.pending, " \n\t"); t.state == between && t.pending != "" {
		return t.release(t.pending)
	}
	return ""
}

// rest is what was held back and turned out to be no thought.
func (t *thinking) rest() string {
	if t.state != before {
		return ""
	}
	return t.release(t.pending)
}

func (t *thinking) release(words string) string {
	t.state, t.pending = after, ""
	return words
}

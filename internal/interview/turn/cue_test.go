package turn

import (
	"strings"
	"testing"
	"unicode"
)

func TestWhatTheLastWordsSay(t *testing.T) {
	for _, tt := range []struct {
		language, text string
		want           cue
	}{
		{"en", "", saysNothing},
		{"en", " … ", saysNothing},
		{"en", "We shipped it in March.", saysNothing},
		{"en", "We shipped it in March", saysNothing},
		{"en", "We shipped it, and", leavesOpen},
		{"en", "We shipped it AND", leavesOpen},
		{"en", "That was what I came for.", saysNothing},
		{"en", "That was what I came for", leavesOpen},
		{"en", "I told them uhm", leavesOpen},
		{"en", "First of all…", leavesOpen},
		{"en", "It was a long-term –", leavesOpen},
		{"en", "Let me think.", asksForTime},
		{"en", "Okay, so let me think about that, um…", asksForTime},
		{"en", "That’s a good question.", asksForTime},
		{"en", "Let me think. It was in March.", saysNothing},
		{"en", "We cut it down to one second.", saysNothing},
		{"en", "One second.", asksForTime},
		{"en", "I asked him a good question.", saysNothing},
		{"en", "um let me see", asksForTime},
		{"", "let me see", asksForTime},
		{"de", "Wir haben geliefert und", leavesOpen},
		{"de", "Es ging um", leavesOpen},
		{"de", "Wir haben geliefert.", saysNothing},
		{"de", "Gute Frage.", asksForTime},
		{"de", "Das dauerte eine Sekunde.", saysNothing},
		{"de", "Ähm, lass mich kurz überlegen", asksForTime},
		{"sv", "vi levererade, eh", leavesOpen},
		{"ja", "終わりました。", saysNothing},
		{"xx", "something,", leavesOpen},
	} {
		if got := cueOf(tt.text, tt.language); got != tt.want {
			t.Errorf("%s %q: %d, want %d", tt.language, tt.text, got, tt.want)
		}
	}
}

// A list nobody can read, or a phrase with a capital letter, would never be found.
func TestTheListsCanBeFound(t *testing.T) {
	for _, language := range []string{"en", "de"} {
		l := languages()[language]
		if len(l.open) < 50 || len(l.think) < 30 || len(l.before) < 5 {
			t.Errorf("%s: %d words, %d phrases, %d words before them", language, len(l.open), len(l.think), len(l.before))
		}
		for _, phrase := range l.think {
			text := strings.Join(phrase, " ")
			if strings.ContainsFunc(text, unicode.IsUpper) || len(phrase) > lastWords || cueOf(text, language) != asksForTime {
				t.Errorf("%s: %q isn't understood", language, text)
			}
		}
		for w := range l.open {
			if cueOf("we "+w, language) != leavesOpen {
				t.Errorf("%s: %q isn't understood", language, w)
			}
		}
	}
}

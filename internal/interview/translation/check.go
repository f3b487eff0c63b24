package translation

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The most words of a line that is spoken, as the bank has them.
const (
	mostWords      = 30
	mostProbeWords = 25
)

// mostReasons is how many lines a model is told of at once.
const mostReasons = 8

// Pair is a text as a model gave it, with the id it claims.
type Pair struct{ ID, Text string }

// Check wants each line once and nothing else, and each text fit to be spoken. Texts are
// in Unicode's composed form (NFC). The error says what is wrong with which lines, in plain words
// for the model, and repeats none of the texts.
func Check(t Task, got []Pair) (map[string]string, error) {
	texts, wrong := gather(t, got)
	if wrong != nil {
		return nil, wrong
	}
	var reasons []string
	for _, l := range t.Lines {
		if reason := l.refused(t, texts[l.ID]); reason != "" && len(reasons) < mostReasons {
			reasons = append(reasons, fmt.Sprintf("line %s %s", l.ID, reason))
		}
	}
	if id, same := sameQuestion(t, texts); same {
		reasons = append(reasons, fmt.Sprintf("line %s asks the same as another", id))
	}
	if len(reasons) > 0 {
		return nil, errors.New(strings.Join(reasons, "; "))
	}
	if !isIn(t.To, texts) {
		return nil, errors.New("the lines are not in the language asked for")
	}
	return texts, nil
}

// sameQuestion finds a question that is worded like another.
func sameQuestion(t Task, texts map[string]string) (id string, same bool) {
	seen := map[string]bool{}
	for _, l := range t.Lines {
		words := strings.Join(wordsOf(texts[l.ID]), " ")
		if l.Kind == Question && seen[words] {
			return l.ID, true
		}
		seen[words] = seen[words] || l.Kind == Question
	}
	return "", false
}

func gather(t Task, got []Pair) (map[string]string, error) {
	texts := make(map[string]string, len(got))
	for _, p := range got {
		if _, twice := texts[p.ID]; twice {
			return nil, errors.New("an id is given twice")
		}
		texts[p.ID] = strings.TrimSpace(p.Text)
	}
	for _, l := range t.Lines {
		if texts[l.ID] == "" {
			return nil, fmt.Errorf("line %s is missing", l.ID)
		}
	}
	if len(texts) != len(t.Lines) {
		return nil, errors.New("there are lines nobody asked for")
	}
	return texts, nil
}

// refused is why a text can't stand for a line; empty: it can.
func (l Line) refused(t Task, text string) string {
	for _, check := range []func(Task, string) string{l.wrongSigns, l.wrongLength, l.wrongSentences, l.wrongContent} {
		if reason := check(t, text); reason != "" {
			return reason
		}
	}
	return ""
}

// wrongSigns: a line of letters of the language's script that somebody can read aloud.
func (l Line) wrongSigns(_ Task, text string) string {
	foreign := func(r rune) bool {
		return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) || unicode.IsMark(r)
	}
	switch {
	case !utf8.ValidString(text) || strings.ContainsFunc(text, foreign):
		return "has letters of another script"
	case strings.ContainsFunc(text, unspoken) || joined.MatchString(text):
		return "has signs that nobody speaks"
	case strings.Contains(text, "..") || strings.Contains(text, "…"):
		return "has dots in place of words"
	}
	return ""
}

// unspoken are signs nobody speaks, line breaks and placeholders among them.
func unspoken(r rune) bool {
	return strings.ContainsRune("<>{}[]()|\\/`*_#=~^@$%&+\"“”„«»‹›\ufffd", r) ||
		unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.So, unicode.Co)
}

// joined is a colon within a word, which some write to address everybody.
var joined = regexp.MustCompile(`\pL:\pL`)

// wrongLength: not more than can be spoken, and about as long as the line is.
func (l Line) wrongLength(_ Task, text string) string {
	words, most := len(strings.Fields(text)), 2*len(strings.Fields(l.Text))+6
	switch l.Kind {
	case Question:
		most = mostWords
	case FollowUp:
		most = mostProbeWords
	}
	if words > most {
		return fmt.Sprintf("has %d words, and %d are the most", words, most)
	}
	own, its := utf8.RuneCountInString(text), utf8.RuneCountInString(l.Text)
	if own > 2*its+40 {
		return "is much longer than it was"
	}
	const short = 20 // one word may say what a short line does
	if its > short && 3*own < its {
		return "is much shorter than it was"
	}
	return ""
}

// sentenceEnd is where a sentence ends within a line.
var sentenceEnd = regexp.MustCompile(`[.?!]\s+[^\s\p{Ll}]|[.?!]$`)

// wrongSentences: no question more than there was, and no sentence.
func (l Line) wrongSentences(_ Task, text string) string {
	ends, its := len(sentenceEnd.FindAllString(text, -1)), len(sentenceEnd.FindAllString(l.Text, -1))
	asks, may := strings.Count(text, "?"), strings.Count(l.Text, "?")
	switch l.Kind {
	case Question, FollowUp:
		may = max(may, 1) // "Tell me about" may be asked as a question
		if !strings.HasSuffix(text, "?") && !strings.HasSuffix(text, ".") {
			return "ends without a full stop or a question mark"
		}
	case Remark:
		its++
	}
	if ends > its || asks > may {
		return "says or asks more than it did"
	}
	if strings.Count(text, ";")+strings.Count(text, "\u037e") > strings.Count(l.Text, ";") {
		return "says more than one thing"
	}
	return ""
}

// addresses are names of hosts: two parts at least, with a dot and no blank between.
var addresses = regexp.MustCompile(`[\pL\pN-]{2,}(?:\.[\pL\pN-]{2,})+`)

// wrongContent: nothing brought in, and nothing left as it was.
func (l Line) wrongContent(t Task, text string) string {
	number := func(r rune) bool { return unicode.IsNumber(r) && !strings.ContainsRune(l.Text, r) }
	first, _, _ := strings.Cut(t.Interviewer, " ")
	switch {
	case strings.ContainsFunc(text, number):
		return "has a number that wasn't there"
	case addresses.MatchString(text) || strings.Contains(text, "://"):
		return "has an address"
	case first != "" && strings.Contains(l.Text, first) && !strings.Contains(text, first):
		return "leaves out the interviewer's name, which stays as it is"
	case t.From != t.To && l.untranslated(t, text):
		return "is still in the language it was in"
	}
	return ""
}

// untranslated: the very words it had, or mostly the small words of its language.
func (l Line) untranslated(t Task, text string) bool {
	own := wordsOf(text)
	if strings.Join(own, " ") == strings.Join(wordsOf(l.Text), " ") {
		return len(own) > 2
	}
	hits := smallWords(own)
	return hits[t.From] > 1 && hits[t.From] > hits[t.To]
}

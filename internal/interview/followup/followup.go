package followup

import (
	"context"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/career"
)

// Task is what a follow-up is to be worded from.
type Task struct {
	Person      career.Basics // who answers; their contact details go nowhere
	Interviewer string        // the persona's name
	Manner      string        // how the persona asks, in a sentence or two
	Language    string        // to ask in (ISO 639-1)
	Question    string
	Answer      string
	// Aim is what the follow-up is after, in a sentence for the model: the part of the story
	// that wasn't told.
	Aim string
}

// Wording is a follow-up and who worded it.
type Wording struct {
	Question string
	Source
}

// Source is who worded a follow-up, with what, and for how much.
type Source struct {
	Model         string   `json:"model"`
	Provider      string   `json:"provider"`
	PromptVersion string   `json:"promptVersion"`
	CostUSD       *float64 `json:"costUsd"` // in US dollars; nil: unknown
}

// Interviewer words follow-ups: a language model.
type Interviewer interface {
	FollowUp(ctx context.Context, t Task) (Wording, error)
}

// Limits of a question that is spoken.
const (
	MostWords   = 25
	mostLetters = 220
)

// Fits reports whether what a model worded can be asked: one question of a line, not too
// long, without marks, and without addresses or numbers that the candidate didn't say.
func Fits(question string, t Task) bool {
	question = strings.TrimSpace(question)
	words := strings.Fields(question)
	switch {
	case len(words) < 2 && !scriptWithoutBlanks(question), len(words) > MostWords, utf8.RuneCountInString(question) > mostLetters:
		return false
	case !endsAsQuestion(question), strings.ContainsFunc(question, marks):
		return false
	}
	return !strings.Contains(question, "://") && numbersWereSaid(question, t) && addressesWereSaid(question, t)
}

// endsAsQuestion wants the one question mark at the end: the Latin, Greek, Arabic or full-width one.
func endsAsQuestion(q string) bool {
	last, _ := utf8.DecodeLastRuneInString(q)
	const signs = "?;؟？"
	return strings.ContainsRune(signs, last) && strings.Count(q, string(last)) == 1
}

// marks are signs nobody speaks, line breaks among them.
func marks(r rune) bool {
	return strings.ContainsRune("<>{}[]|\\`*_#=~^@$\"“”„«»", r) || unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.So)
}

func scriptWithoutBlanks(q string) bool {
	return strings.ContainsFunc(q, func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) })
}

// numbersWereSaid: a number in the question stands in the question before or the answer.
func numbersWereSaid(q string, t Task) bool {
	said := numbers(t.Question + " " + t.Answer)
	for n := range numbers(q) {
		if !said[n] {
			return false
		}
	}
	return true
}

// addresses are names of hosts: two parts at least, with a dot and no blank between.
var addresses = regexp.MustCompile(`[\pL\pN-]{2,}(?:\.[\pL\pN-]{2,})+`)

// addressesWereSaid: nobody is led to a place on the net they didn't name themselves.
func addressesWereSaid(q string, t Task) bool {
	said := strings.ToLower(t.Question + " " + t.Answer)
	for _, a := range addresses.FindAllString(q, -1) {
		if !strings.Contains(said, strings.ToLower(a)) {
			return false
		}
	}
	return true
}

// numbers are written with digits, or with signs of their own (½, Ⅻ).
func numbers(text string) map[string]bool {
	out := map[string]bool{}
	for _, n := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsNumber(r) }) {
		out[n] = true
	}
	return out
}

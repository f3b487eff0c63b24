package advice

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/career"
)

// Most is how many points are given.
const Most = 3

// longestTry bounds one point, in words.
const longestTry = 60

// Task is what advice is given on.
type Task struct {
	Person   career.Basics // who answered; their contact details go nowhere
	Language string        // to advise in (ISO 639-1)
	Question string
	Answer   string
	Facts    []Fact
}

// Fact is something the person has noted.
type Fact struct {
	ID   string
	Text string
}

// Point is one thing to try.
type Point struct {
	Quote  string // of the answer
	Try    string // what to do, in a sentence or two
	FactID string // a fact that could be used; empty: none
}

// Adviser proposes points: a language model.
type Adviser interface {
	Advise(ctx context.Context, t Task) ([]Point, error)
}

// Holding are the points that hold, three at most: about words that were said (said tells
// whether a quote was), of a fact that is there, and bringing in nothing else.
func Holding(proposed []Point, t Task, said func(quote string) bool) []Point {
	out := []Point{}
	for _, p := range proposed {
		p.Try = strings.TrimSpace(p.Try)
		if len(out) < Most && said(p.Quote) && p.sound(t) {
			out = append(out, p)
		}
	}
	return out
}

func (p Point) sound(t Task) bool {
	known := func(f Fact) bool { return f.ID == p.FactID }
	words := len(strings.Fields(p.Try))
	return words >= 3 && words <= longestTry && (p.FactID == "" || slices.ContainsFunc(t.Facts, known)) &&
		!strings.ContainsFunc(p.Try, marks) && !strings.Contains(p.Try, "://") && p.grounded(t)
}

func marks(r rune) bool {
	return strings.ContainsRune("<>{}|\\`*#=~^", r) || unicode.IsControl(r) || unicode.In(r, unicode.Cf)
}

// grounded: every number and address, and every name in the middle of a sentence, stands in the
// question, the answer or the facts.
func (p Point) grounded(t Task) bool {
	given := t.Question + " " + t.Answer
	for _, f := range t.Facts {
		given += " " + f.Text
	}
	if foreign(p.Try, given) {
		return false
	}
	there := tokens(given)
	beginning := true
	for _, w := range strings.Fields(p.Try) {
		for i, token := range strings.FieldsFunc(w, apart) {
			if claims(token, beginning && i == 0, t.Language) && !there[strings.ToLower(token)] {
				return false
			}
		}
		last, _ := utf8.DecodeLastRuneInString(w)
		beginning = strings.ContainsRune(".!?:…", last)
	}
	return true
}

// foreign reports whether a text holds a sign for a number (½, Ⅻ), or something that looks
// like an address on the net, that isn't given.
func foreign(text, given string) bool {
	sign := func(r rune) bool {
		return unicode.IsNumber(r) && !unicode.IsDigit(r) && !strings.ContainsRune(given, r)
	}
	return strings.ContainsFunc(text, sign) || slices.ContainsFunc(addresses.FindAllString(text, -1), func(a string) bool {
		return !strings.Contains(strings.ToLower(given), strings.ToLower(a))
	})
}

// addresses are names of hosts: two parts at least, with a dot and no blank between.
var addresses = regexp.MustCompile(`[\pL\pN-]{2,}(?:\.[\pL\pN-]{2,})+`)

// claims reports whether a token states something: a number, or a name. In German every
// noun has a capital, so only numbers and words with an inner capital are taken for one.
func claims(token string, beginning bool, language string) bool {
	if strings.ContainsFunc(token, unicode.IsDigit) {
		return true
	}
	letters := []rune(token)
	if len(letters) > 1 && slices.ContainsFunc(letters[1:], unicode.IsUpper) {
		return token != "STAR"
	}
	return unicode.IsUpper(letters[0]) && !beginning && token != "I" && language != "de"
}

func tokens(text string) map[string]bool {
	out := map[string]bool{}
	for _, t := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || apart(r) }) {
		out[strings.ToLower(t)] = true
	}
	return out
}

func apart(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

package delivery

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// english is the language whose lists are complete; it is also what is taken where
// nobody said a language, as the question bank is English.
const english = "en"

// language is what is known of a language: what its filled pauses look like in writing,
// and its words of the first person. What isn't known is nil, and not measured.
type language struct {
	code   string
	filled *regexp.Regexp
	person *person
}

// person holds a language's words for the speaker alone and for the speaker's group.
// beside lists, for a form that is also another word, the neighbours it is that word with.
type person struct {
	i, we  map[string]bool
	beside map[string][]string
}

// languageOf reads a code as ISO 639-1 with or without a region; empty is English.
func languageOf(code string) language {
	code, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(strings.TrimSpace(code), "_", "-")), "-")
	if code == "" {
		code = english
	}
	return language{code, filledPauses[code], persons[code]}
}

// filledPauses are the ways filled pauses are written, with their lengthened forms, in
// lower case. Forms that are words of the language as well are left out ("um" is German
// for "around" and Portuguese for "a"; "er" is German and Dutch; "é" is Portuguese for
// "is"; "este" is Spanish for "this"; "şey" is Turkish for "thing"), so a count is what
// was surely one. English after Clark & Fox Tree 2002, Using uh and um in spontaneous
// speaking; German after the transcription rules of Verbmobil (<äh>, <ähm>, <hm>); the
// others are ours, made by the same rule from what recognisers write.
var filledPauses = map[string]*regexp.Regexp{
	"en": whole(`u+h+m*|u+m+|e+r+m*|e+h+m*|h+m+|mm+|a+h+`),
	"de": whole(`(?:ä|ae|ö|oe)+h+m*|ä+m+|e+h+m+|u+h+m*|h+m+|mm+`),
	"fr": whole(`e+u+h+m*|h+eu+|h+u+m+|h+m+|mm+`),
	"es": whole(`e+h+m*|e+m+|eee+|h+m+|mm+`),
	"it": whole(`e+h+m*|u+h+m+|m+h+m*|h+m+|mm+`),
	"pt": whole(`e+h+m*|é+h+|éé+|ã+h+|h+u+m+|u+h+m*|h+m+|mm+`),
	"nl": whole(`u+h+m*|e+h+m*|e+u+h+m*|h+m+|mm+`),
	"pl": whole(`yy+m*|y+m+|ee+m*|e+h+m+|h+m+|mm+`),
	"sv": whole(`(?:e|ö|ä)+h+m*|h+m+|mmm+`), // "mm" is a yes
	"tr": whole(`ıı+h*|ı+h+m*|ee+|h+ı+m+|h+m+|mm+`),
}

func whole(forms string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + forms + `)$`) }

// persons has only languages whose speakers say the pronoun. In Spanish, Italian,
// Portuguese, Polish and Turkish the verb alone says who did it, and French "on" is "we"
// as well as "one": counting pronouns there would tell something that isn't so.
var persons = map[string]*person{
	"en": {set("i me my mine myself"), set("we us our ours ourselves"), nil},
	"de": {
		set("ich mich mir mein meine meinem meinen meiner meines meins"),
		set("wir uns unser unsere unserem unseren unserer unseres unsers unsre unsrem unsren unsrer unsres"),
		map[string][]string{"meine": {"ich"}, "meinen": {"wir", "sie"}}, // of "to mean"
	},
	"nl": {set("ik me mij mijn m'n mijne mezelf mijzelf"), set("we wij ons onze onszelf"), nil},
	"sv": {
		set("jag mig mej min mitt mina"), set("vi oss vår vårt våra"),
		map[string][]string{"vår": {"en", "varje", "nästa", "förra"}}, // spring
	},
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// lower folds case by the rules of the language: a Turkish I is no i.
func (l language) lower(s string) string {
	if l.code == "tr" {
		return strings.ToLowerSpecial(unicode.TurkishCase, s)
	}
	return strings.ToLower(s)
}

// fills reports whether a word is written like a filled pause.
func (l language) fills(fold string) bool { return l.filled != nil && l.filled.MatchString(fold) }

// firstPerson counts the words of the first person; nil where they aren't known.
func (l language) firstPerson(list []word) *FirstPerson {
	if l.person == nil {
		return nil
	}
	var f FirstPerson
	for k, w := range list {
		switch base := l.person.form(w.fold); {
		case base == "" || otherwise(list, k) || l.person.isOther(base, list, k):
		case l.person.i[base]:
			f.I++
		default:
			f.We++
		}
	}
	return &f
}

// form is the word of the first person in w: "i" in "i'm"; empty if there is none.
func (p *person) form(fold string) string {
	base, _, _ := cutApostrophe(fold)
	for _, s := range []string{fold, base} {
		if p.i[s] || p.we[s] {
			return s
		}
	}
	return ""
}

func (p *person) isOther(base string, list []word, k int) bool {
	others := p.beside[base]
	return len(others) > 0 &&
		(k > 0 && slices.Contains(others, list[k-1].fold) || k+1 < len(list) && slices.Contains(others, list[k+1].fold))
}

// otherwise tells the country from "us", and "i.e." from "I".
func otherwise(list []word, k int) bool {
	w := list[k]
	if w.fold == "us" && w.caps {
		return true
	}
	return w.fold == "i" && k+1 < len(list) && list[k+1].fold == "e" && w.source[w.to:list[k+1].from] == "."
}

// unspaced scripts write no space between words, so that nothing here can count them.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan,
}

// countable reports whether most of a text is in a script with spaces between words.
func countable(text string) bool {
	letters, without := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsOneOf(unspaced, r) {
				without++
			}
		}
	}
	return 2*without <= letters
}

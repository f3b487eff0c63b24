package posting

import (
	"slices"
	"strings"
	"unicode"
)

// undetermined is the ISO 639 code for a language that could not be told.
const undetermined = "und"

type script struct {
	table    *unicode.RangeTable
	language string // empty: ask the stop words
	fallback string // what it is when they do not tell
}

// scripts that settle the language, or nearly so; kana comes before Han because
// Japanese uses both. Latin, Cyrillic and Arabic are told apart by stop words.
var scripts = []script{
	{unicode.Hiragana, "ja", ""},
	{unicode.Katakana, "ja", ""},
	{unicode.Hangul, "ko", ""},
	{unicode.Han, "zh", ""},
	{unicode.Hebrew, "he", ""},
	{unicode.Greek, "el", ""},
	{unicode.Thai, "th", ""},
	{unicode.Devanagari, "hi", ""},
	{unicode.Bengali, "bn", ""},
	{unicode.Tamil, "ta", ""},
	{unicode.Georgian, "ka", ""},
	{unicode.Armenian, "hy", ""},
	{unicode.Arabic, "", "ar"},
	{unicode.Cyrillic, "", "ru"},
	{unicode.Latin, "", undetermined},
}

// sampleRunes bounds how much of a text is looked at to tell its language.
const sampleRunes = 20_000

// detectLanguage tells the main language of a text by its script and, where
// several languages share the script, by counting their commonest words.
func detectLanguage(text string) string {
	sample := firstRunes(text, sampleRunes)
	counts := make([]int, len(scripts))
	letters := 0
	for _, r := range sample {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if i := scriptOf(r); i >= 0 {
			counts[i]++
		}
	}
	if letters == 0 {
		return undetermined
	}
	return languageOf(counts, sample)
}

// languageOf decides by the commonest script; a tenth of kana is enough for Japanese.
func languageOf(counts []int, sample string) string {
	if (counts[0]+counts[1])*9 >= counts[3] && counts[0]+counts[1] > 0 && counts[3] > 0 {
		return "ja"
	}
	best := 0
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
	}
	if scripts[best].language != "" {
		return scripts[best].language
	}
	if lang := byStopwords(sample); lang != "" {
		return lang
	}
	return scripts[best].fallback
}

func scriptOf(r rune) int {
	if r < 0x250 { // the common case, without a search
		return len(scripts) - 1
	}
	return slices.IndexFunc(scripts, func(s script) bool { return unicode.Is(s.table, r) })
}

// byStopwords returns the language most of whose common words occur, or "" when
// fewer than one word in twenty is one of them.
func byStopwords(sample string) string {
	fields := strings.FieldsFunc(strings.ToLower(sample), func(r rune) bool { return !unicode.IsLetter(r) })
	hits := map[string]int{}
	for _, w := range fields {
		for lang, list := range words().stopwords {
			if list[w] {
				hits[lang]++
			}
		}
	}
	best := ""
	for lang, n := range hits {
		if best == "" || n > hits[best] || n == hits[best] && lang < best {
			best = lang
		}
	}
	if hits[best]*20 < len(fields) {
		return ""
	}
	return best
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

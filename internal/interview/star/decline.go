package star

import (
	"regexp"
	"slices"
)

// declineWords is the most words of an answer that says it has nothing to tell.
const declineWords = 20

// Declined says that somebody had nothing to tell: a short answer such as "Sorry, I
// can't think of one", without any part of a story. Nobody is asked further for what
// they said they don't have.
func Declined(text string) bool {
	plain := fold([]rune(text))
	if len(spokenWord.FindAllString(plain, declineWords+1)) > declineWords || len(Check(text).Missing()) < len(Parts()) {
		return false
	}
	return slices.ContainsFunc(rules().passes, func(r *regexp.Regexp) bool { return r.MatchString(plain) })
}

package delivery

import "strings"

// endings are English inflections and the commonest endings that make a noun of a
// verb, the longest first. The stem is only ever compared with another stem, so
// it need not be a word.
var endings = []string{"isations", "izations", "isation", "ization", "ements", "ations", "ement", "ation", "ments", "ings", "ment", "ions", "ies", "ied", "ing", "ion", "ers", "ors", "ing", "ed", "er", "or", "es", "al", "s", "y", "e"}

// stem folds the forms of an English word together: negotiate, negotiated,
// negotiating and negotiation are one. It is deliberately coarse, keeps at least
// four letters, and leaves short words alone.
func stem(w string) string {
	for _, e := range endings {
		base := strings.TrimSuffix(w, e)
		if len(base) == len(w) || len(base) < 4 {
			continue
		}
		if e == "s" && strings.HasSuffix(base, "s") {
			return w // press, process
		}
		return single(strings.TrimSuffix(trimVerb(base), "i"))
	}
	return strings.TrimSuffix(w, "s")
}

// trimVerb takes the "at" off "negotiat" and the "is" off "organis", so that the
// verb meets its noun.
func trimVerb(base string) string {
	for _, e := range []string{"isat", "izat", "at", "is", "iz"} {
		if s := strings.TrimSuffix(base, e); len(s) < len(base) && len(s) >= 5 {
			return s
		}
	}
	return base
}

// single undoes the doubling of "planning".
func single(s string) string {
	n := len(s)
	if n > 4 && s[n-1] == s[n-2] && !strings.ContainsRune("aeious", rune(s[n-1])) {
		return s[:n-1]
	}
	return s
}

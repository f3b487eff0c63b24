package reading

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// titleScore counts the words of s that name what a person does. Words such as
// "engineering" name a field.
func titleScore(s string) (n int) {
	for _, w := range lowerWords(s) {
		if (hasStem(w, known().titles) || endsInTitle(w)) && !strings.HasSuffix(w, "ing") && !compoundOrganisation(w) {
			n++
		}
	}
	for _, stem := range known().titles { // ideographs are written without spaces
		if stem[0] >= 0x80 && strings.Contains(s, stem) {
			n++
		}
	}
	return n
}

// endsInTitle knows words put together of others, as German does: "Projektingenieur".
func endsInTitle(w string) bool {
	const shortest = 6 // letters of a stem; shorter ones end other words by chance
	return slices.ContainsFunc(known().titles, func(stem string) bool {
		return len(stem) >= shortest && len(w) > len(stem)+1 && (strings.HasSuffix(w, stem) || strings.HasSuffix(w, stem+"in"))
	})
}

// compoundOrganisation knows "Ingenieurgesellschaft", which names no position.
func compoundOrganisation(w string) bool {
	return slices.ContainsFunc(known().organisationEnds, func(end string) bool { return strings.HasSuffix(w, end) })
}

// organisationScore counts the words of s of which names of organisations are made.
func organisationScore(s string) (n int) {
	for _, w := range lowerWords(s) {
		if known().organisations[w] || compoundOrganisation(w) {
			n++
		}
	}
	if institution(s) {
		n++
	}
	return n
}

// positionScore is above 0 if s sounds more like a position than like an organisation.
// A word for a position weighs more: there are "bank tellers" and "software engineers".
func positionScore(s string) int { return 2*titleScore(s) - organisationScore(s) }

func institution(s string) bool {
	for _, w := range lowerWords(s) {
		if hasStem(w, known().institutions[:]) && (len(w) > 3 || institutionWord(w)) {
			return true
		}
	}
	for _, stem := range known().institutions {
		if stem[0] >= 0x80 && strings.Contains(s, stem) {
			return true
		}
	}
	return false
}

// institutionWord reports whether a short word is one of the list as a whole.
func institutionWord(w string) bool {
	for _, stem := range known().institutions {
		if w == stem {
			return true
		}
	}
	return false
}

// isDegree reports whether a text begins with a degree: "B.S.", "B. Sc.", "Master".
func isDegree(s string) bool {
	all := degreeWords(s)
	return len(all) > 0 && (known().degrees[all[0]] || len(all) > 1 && known().degrees[all[0]+"-"+all[1]]) || hasAsianDegree(s)
}

// degreeWords are the words of s without full stops; a degree set with spaces is one word.
func degreeWords(s string) []string {
	all := lowerWords(strings.NewReplacer(".", "", "’", "'").Replace(s))
	if len(all) > 1 && len(all[0]) == 1 && known().degrees[all[0]+all[1]] {
		return append([]string{all[0] + all[1]}, all[2:]...)
	}
	return all
}

// holdsDegree reports whether any word of s is a degree.
func holdsDegree(s string) bool {
	for _, w := range degreeWords(s) {
		if known().degrees[w] && len(w) > 2 {
			return true
		}
	}
	return isDegree(s)
}

func hasAsianDegree(s string) bool {
	for _, d := range []string{"学士", "硕士", "博士", "修士", "本科", "학사", "석사", "박사"} {
		if strings.Contains(s, d) {
			return true
		}
	}
	return false
}

var strongSeparators = regexp.MustCompile(`\s*[|•·∙●⋅]\s*|\s+[–—‒―]\s+|\s+-\s+`)

// splitStrong parts a text at signs that only ever part things.
func splitStrong(s string) (parts []string) {
	for _, part := range strongSeparators.Split(s, -1) {
		if part = trimmed(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

var legalForm = regexp.MustCompile(`(?i)^(?:inc|llc|ltd|co|corp|gmbh|ag|plc|s\.?a|s\.?l|bv|llp|pty)\.?(?:\s|$)`)

// splitCommas parts a text at commas outside parentheses; a legal form stays with its name.
func splitCommas(s string) (parts []string) {
	depth, start := 0, 0
	add := func(part string) {
		part = trimmed(part)
		if n := len(parts); n > 0 && legalForm.MatchString(part) {
			parts[n-1] += ", " + part
		} else if part != "" {
			parts = append(parts, part)
		}
	}
	for i, r := range s {
		switch {
		case r == '(' || r == '（':
			depth++
		case r == ')' || r == '）':
			depth--
		case (r == ',' || r == '،') && depth <= 0:
			add(s[start:i])
			start = i + utf8.RuneLen(r)
		}
	}
	add(s[start:])
	return parts
}

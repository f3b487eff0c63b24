package reading

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/jobjourney/jobjourney/internal/career"
)

var (
	townPattern   = regexp.MustCompile(`(\p{Lu}[\pL.'’-]*(?:\s\p{Lu}[\pL.'’-]*){0,3}),\s*([A-Z]{2,3}|\p{Lu}[\pL.-]+(?:\s\p{Lu}\pL+){0,2})\b\.?(?:\s(\d{5}(?:-\d{4})?)\b)?(?:,\s*(\p{Lu}[\pL.]*(?:\s\p{Lu}\pL+){0,2}))?`)
	streetPattern = regexp.MustCompile(`(?i)\b\d+\s+\pL|\b(?:street|st|avenue|ave|road|rd|way|lane|drive|str|straße|strasse|calle|rue|weg|platz)\b\.?,?\s*\d*|\d+[a-z]?$`)
	zipPattern    = regexp.MustCompile(`\b\d{4,6}(?:-\d{3,4})?\b`)
	cjkPlace      = regexp.MustCompile(`^\p{Han}{1,6}[市都府県省](?:\p{Han}|\d)`)
	remotePattern = regexp.MustCompile(`(?i)^(?:remote|hybrid|on-?site|home office|worldwide|various locations)\b`)
)

func country(s string) (code string, ok bool) {
	code, ok = known().countries[strings.ToLower(trimmed(s))]
	return code, ok
}

// countryOrCode knows the codes of ISO 3166-1 too, which in any other place are words and
// abbreviations. What is the code of a state as well is left to the region.
func countryOrCode(s string) (code string, ok bool) {
	if code, ok = country(s); ok || region(s) || len(s) != len("GB") || !caps(s) {
		return code, ok
	}
	r, err := language.ParseRegion(s)
	return s, err == nil && r.IsCountry()
}

func region(s string) bool { return known().regions[strings.TrimSpace(s)] }

// isPlace reports whether a whole text is a place: "Seattle, WA", "London, UK", "Remote".
func isPlace(s string) bool {
	s = trimmed(strings.Trim(s, "()"))
	if _, ok := country(s); ok || remotePattern.MatchString(s) {
		return true
	}
	segments := strings.Split(s, ",")
	if len(segments) < 2 || len(segments) > 4 || prose(s) {
		return false
	}
	last := strings.TrimSpace(zipPattern.ReplaceAllString(segments[len(segments)-1], ""))
	_, ok := country(last)
	return (ok || region(last)) && properNames(segments[:len(segments)-1])
}

// properNames reports whether all texts are written like names, and none like an organisation.
func properNames(all []string) bool {
	for _, s := range all {
		s = strings.TrimSpace(s)
		if s == "" || wordCount(s) > 3 || !unicode.IsUpper([]rune(s)[0]) || organisationScore(s) > 0 || titleScore(s) > 0 {
			return false
		}
	}
	return true
}

// withoutPlace cuts a place off the end of segments that stood between commas:
// "Google", "Mountain View", "CA", "USA" leaves "Google".
func withoutPlace(segments []string) (rest []string, place string) {
	end := len(segments)
	if end > 1 {
		if _, ok := country(segments[end-1]); ok || remotePattern.MatchString(segments[end-1]) {
			end--
		}
	}
	if end > 1 && region(segments[end-1]) {
		end--
	}
	if end < len(segments) && end > 1 && properNames(segments[end-1:end]) && !institution(segments[end-1]) {
		end--
	}
	return segments[:end], strings.Join(segments[end:], ", ")
}

// nameAndPlace parts "Harbor Hospital, Bath" into who and where: behind the last comma
// stands a town if it is written like one and nothing says that it is something else.
func nameAndPlace(s string) (name, place string) {
	segments := splitCommas(s)
	if i := strings.LastIndexAny(s, "、，"); i > 0 && len(segments) == 1 {
		_, size := utf8.DecodeRuneInString(s[i:])
		segments = []string{s[:i], s[i+size:]}
	}
	rest, place := withoutPlace(segments)
	if n := len(segments); place == "" && n > 1 && townlike(segments[n-1]) {
		rest, place = segments[:n-1], segments[n-1]
	}
	if place == "" {
		return s, ""
	}
	return strings.Join(rest, ", "), place
}

// townlike reports whether a text is written like the name of a town: "Bath", "Žďár nad
// Sázavou", "New York".
func townlike(s string) bool {
	const longest = 5 // words
	return s != "" && allLetters(s) && wordCount(s) <= longest && !caps(s) && startsLikeName(s) &&
		organisationScore(s) == 0 && titleScore(s) == 0
}

// startsLikeName is true of a capital at the beginning and in the last word, and of letters
// of a script without any.
func startsLikeName(s string) bool {
	f := strings.Fields(s)
	small := func(r rune) bool { return unicode.IsLower(r) || !unicode.IsLetter(r) }
	return !small([]rune(s)[0]) && strings.IndexFunc(f[len(f)-1], func(r rune) bool { return !small(r) }) >= 0
}

// locationOf finds where the person lives in a piece of the head.
func locationOf(s string) (career.Location, bool) {
	s = contactless(s)
	if cjkPlace.MatchString(s) {
		return career.Location{City: s}, true
	}
	for _, segment := range splitStrong(s) {
		if l, ok := placeIn(segment); ok {
			return l, true
		}
	}
	return career.Location{}, false
}

func placeIn(s string) (career.Location, bool) {
	if code, ok := country(s); ok {
		return career.Location{CountryCode: code}, true
	}
	if l, ok := addressIn(s); ok {
		return l, true
	}
	return townIn(s)
}

// addressIn reads a whole text from its end: country, region, town, street.
func addressIn(s string) (l career.Location, ok bool) {
	segments := splitCommas(s)
	take := func(accept func(string) bool) bool {
		n := len(segments)
		if n == 0 {
			return false
		}
		zip := zipPattern.FindString(segments[n-1])
		if !accept(trimmed(strings.Replace(segments[n-1], zip, "", 1))) {
			return false
		}
		if zip != "" && l.PostalCode == "" {
			l.PostalCode = zip
		}
		segments = segments[:n-1]
		return true
	}
	hasCountry := take(func(s string) (is bool) { l.CountryCode, is = countryOrCode(s); return is })
	hasRegion := take(func(s string) bool { l.Region = s; return region(s) })
	if !hasRegion {
		l.Region = ""
		if hasCountry && len(segments) > 1 && !streetPattern.MatchString(segments[len(segments)-2]) {
			take(func(s string) bool { l.Region = s; return properNames([]string{s}) })
		}
	}
	if !hasCountry && !hasRegion || len(segments) == 0 {
		return l, false
	}
	hasTown := take(func(s string) bool { l.City = s; return properNames([]string{s}) || hasCountry && townlike(s) })
	if !hasTown {
		l.City = ""
	}
	l.Address = strings.Join(segments, ", ")
	return l, (hasTown || l.Address != "") && (l.Address == "" || streetPattern.MatchString(l.Address))
}

// townIn finds "Town, Region" in the middle of a text.
func townIn(s string) (career.Location, bool) {
	m := townPattern.FindStringSubmatchIndex(s)
	if m == nil {
		return career.Location{}, false
	}
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	l := career.Location{City: group(1), PostalCode: group(3)}
	before := trimmed(s[:m[0]])
	if streetPattern.MatchString(before) {
		l.Address = before
	}
	second, third := group(2), group(4)
	code, isCountry := country(second)
	last, lastIsCountry := country(third)
	switch {
	case region(second):
		l.Region = second
	case isCountry:
		l.CountryCode = code
	case lastIsCountry || third != "" && region(third):
		l.Region = second
	default:
		return career.Location{}, false
	}
	if lastIsCountry {
		l.CountryCode = last
	}
	return l, true
}

package posting

import (
	"strings"
	"unicode"
)

// companyEvidence collects names that sentences and headings give to the
// employer: "About Penvale", "We are Brightlane", "Larkspur builds ...".
// Keys are lower case.
func companyEvidence(items []placed) map[string]piece {
	out := map[string]piece{}
	note := func(name string, from, to int) {
		name = strings.TrimRight(strings.TrimSpace(name), ".,")
		key := strings.ToLower(name)
		if _, ok := out[key]; !ok && couldBeCompany(name) {
			out[key] = piece{name, from, to}
		}
	}
	for _, it := range items {
		if m := aboutName.FindStringSubmatch(it.text); m != nil && it.heading {
			note(m[1], it.start, it.end)
		}
		for _, s := range sentencesOf(it.item) {
			if m := subject.FindStringSubmatch(s.text); m != nil {
				note(m[1], s.start, s.end)
			}
			for _, m := range weAre.FindAllStringSubmatch(s.text, -1) {
				note(m[1], s.start, s.end)
			}
		}
	}
	return out
}

// neverCompany are words that begin a sentence as a company's name would.
var neverCompany = set([]string{
	"you", "we", "us", "they", "it", "this", "that", "there", "our", "your", "the", "a", "what", "who", "where", "when",
	"the company", "the role", "the job", "the position", "the team", "the post", "the school", "the successful", "the candidate",
	"experience", "knowledge", "applications", "interviews", "candidates", "applicants", "people", "everyone", "training",
	"overtime", "accommodation", "visits", "references", "salary", "hours", "managers", "in", "an", "no", "all", "some", "these", "those", "he", "she", "here", "at", "if", "as",
})

func couldBeCompany(name string) bool {
	r := []rune(name)
	if len(r) < 2 || !unicode.IsUpper(r[0]) || neverCompany[strings.ToLower(name)] || words().places[strings.ToLower(name)] {
		return false
	}
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	return !(neverCompany[first] && first != "the") && !words().notTerms[first] || first == "the" && len(strings.Fields(name)) > 1
}

// readSentence finds a title after words such as "we are hiring a", and a place
// after "based in".
func (h *headline) readSentence(s sentence) {
	if h.title.text == "" {
		if m := hiresForIn.FindStringSubmatch(s.text); m != nil && titleLike(m[1]) {
			put(&h.title, m[1], s.start, s.end)
		}
	}
	if h.place.text == "" {
		if m := basedIn.FindStringSubmatch(s.text); m != nil && !isJobNoun(strings.ToLower(m[1])) {
			put(&h.place, m[1], s.start, s.end)
		}
	}
}

// useEvidence names the employer by the earliest name of the text when no line did.
func (h *headline) useEvidence(names map[string]piece) {
	if h.company.text != "" {
		return
	}
	best := piece{}
	for _, p := range names {
		if p.text == h.title.text || titleLike(p.text) {
			continue
		}
		if best.text == "" || p.from < best.from || p.from == best.from && p.text < best.text {
			best = p
		}
	}
	h.company = best
}

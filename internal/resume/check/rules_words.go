package check

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/career/marked"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// sentence is one text of a document, without marks.
type sentence struct {
	ref  string
	text string
}

// sentences are all texts of a document that a person can change, in order.
func sentences(doc resume.Document) (all []sentence) {
	add := func(ref string, words string) {
		if text := strings.TrimSpace(marked.Plain(words)); text != "" {
			all = append(all, sentence{ref, text})
		}
	}
	add("basics/name", doc.Head.Name)
	add("basics/label", doc.Head.Label.Text)
	for _, b := range doc.Sections {
		add(firstOf(string(b.Title.Field), string(b.Key)), b.Title.Text)
		add(firstOf(string(b.Summary.Field), string(b.Key)), b.Summary.Text)
		for _, e := range b.Entries {
			own := string(b.Key) + "/" + string(e.ID)
			add(firstOf(string(e.Title.Field), own), e.Title.Text)
			add(own, e.Organisation)
			add(firstOf(string(e.Detail.Field), own), e.Detail.Text)
			add(firstOf(string(e.Summary.Field), own), e.Summary.Text)
			for _, l := range e.Lines {
				add(firstOf(string(l.Field), own), l.Text)
			}
			for _, t := range e.Tags {
				add(firstOf(string(t.Field), own), t.Text)
			}
		}
	}
	return all
}

// roleBare leaves out roles of more than ten years ago, which many list by title only.
func roleBare(s *subject) (all []place) {
	for _, e := range s.section(resume.KeyWork) {
		w, dated := s.widest(e)
		recent := !dated || w.to >= month(s.today, true)-recentMonths
		if recent && len(e.Lines) == 0 && plain(e.Summary.Text) == "" {
			all = append(all, at(string(resume.KeyWork)+"/"+string(e.ID), "role", called(e)))
		}
	}
	return all
}

const (
	longLine     = 40  // words
	longSummary  = 100 // words
	mostOpenings = 3   // lines that may begin with the same word
	openingShare = 3   // one in so many may
	wordLetters  = 4   // of a word whose repeating is noticed
)

func lineLong(s *subject) (all []place) {
	for _, b := range s.doc.Sections {
		for _, e := range b.Entries {
			for _, l := range e.Lines {
				if n := wordCount(plain(l.Text)); n > longLine {
					all = append(all, at(firstOf(string(l.Field), string(b.Key)+"/"+string(e.ID)), "words", strconv.Itoa(n), "line", opening(plain(l.Text))))
				}
			}
		}
	}
	return all
}

const quoted = 48 // characters of a text by which it is recognised

func opening(s string) string {
	if utf8.RuneCountInString(s) <= quoted {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:quoted])) + "…"
}

func summaryLong(s *subject) []place {
	for _, b := range s.doc.Sections {
		if b.Key == resume.KeySummary {
			n := wordCount(plain(b.Summary.Text))
			return here(n > longSummary, firstOf(string(b.Summary.Field), "basics/summary"), "words", strconv.Itoa(n))
		}
	}
	return nil
}

// twice are words that may stand twice in a row: "that that", "die die", "nous nous", and
// names of places.
var twice = map[string]bool{
	"that": true, "had": true, "die": true, "der": true, "das": true, "sie": true, "den": true, "dem": true, "nous": true,
	"vous": true, "que": true, "sehr": true, "very": true, "wagga": true, "walla": true, "baden": true, "bora": true, "pago": true,
}

func wordTwice(s *subject) (all []place) {
	for _, t := range s.texts {
		words := strings.Fields(t.text)
		for i := 1; i < len(words); i++ {
			word := strings.ToLower(words[i])
			if word == strings.ToLower(words[i-1]) && allLetters(word) && !twice[word] {
				all = append(all, at(t.ref, "word", words[i]))
				break
			}
		}
	}
	return all
}

func allLetters(s string) bool {
	return utf8.RuneCountInString(s) > 1 && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}

// sameOpening counts how the lines of all roles begin.
func sameOpening(s *subject) (all []place) {
	counts, lines := map[string]int{}, 0
	type first struct{ word, ref string }
	var order []first
	for _, e := range s.section(resume.KeyWork) {
		for _, l := range e.Lines {
			lines++
			word, _, _ := strings.Cut(plain(l.Text), " ")
			key := strings.ToLower(word)
			if !allLetters(key) || utf8.RuneCountInString(key) < wordLetters {
				continue
			}
			if counts[key]++; counts[key] == 1 {
				order = append(order, first{word, firstOf(string(l.Field), string(resume.KeyWork)+"/"+string(e.ID))})
			}
		}
	}
	for _, f := range order {
		if n := counts[strings.ToLower(f.word)]; n > mostOpenings && n*openingShare > lines {
			all = append(all, at(f.ref, "word", f.word, "count", strconv.Itoa(n)))
		}
	}
	return all
}

// aboutMe are sentences of a first person in English: at the beginning of a line, since
// "I" elsewhere may be a numeral, and "my" anywhere.
var aboutMe = regexp.MustCompile(`^I(?:’|')?(?:m|ve|d|ll)? [a-z]|(?:^|[ (])(?:[Mm]y|[Mm]yself) [a-z]`)

func firstPerson(s *subject) (all []place) {
	if baseLanguage(s.doc.Language) != "en" {
		return nil
	}
	for _, e := range s.section(resume.KeyWork) {
		for _, l := range e.Lines {
			if aboutMe.MatchString(plain(l.Text)) {
				all = append(all, at(firstOf(string(l.Field), string(resume.KeyWork)+"/"+string(e.ID)), "line", opening(plain(l.Text))))
			}
		}
	}
	return all
}

// leftover are words of templates that were to be replaced.
var leftover = regexp.MustCompile(`(?i)lorem ipsum|\bTODO\b|\bTBD\b|\bXXX+\b|` +
	`\[(?:your |the )?(?:name|company|employer|title|position|role|city|date|number|year|email|phone|skill|x)(?: name| here)?\]|` +
	`<(?:your |insert )?(?:name|company|title|position|role|city|date)>|` +
	`\b(?:your|insert) (?:name|company|title|text) here\b|\[(?:name|firma|position|ort|datum|zahl)\]`)

func placeholder(s *subject) (all []place) {
	for _, t := range s.texts {
		if m := leftover.FindString(t.text); m != "" {
			all = append(all, at(t.ref, "words", m))
		}
	}
	return all
}

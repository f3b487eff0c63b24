package reading

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/jobjourney/jobjourney/internal/career"
)

var (
	scorePattern = regexp.MustCompile(`(?i)\b(?:c?gpa|grade|note|notendurchschnitt|average)\b[:\s]*[\d.,]+\s*(?:/\s*[\d.,]+)?|[\d.,]+\s*(?:gpa\b|/\s*[\d.,]+)`)
	coursePrefix = regexp.MustCompile(`(?i)^(?:relevant\s+|incoming\s+|selected\s+)?(?:coursework|courses?|course|kurse|cursos|cours)\s*:\s*`)
	degreeOf     = regexp.MustCompile(`(?i)^(.*?)(?:\s+(?:in|en|für|der|majoring in|major in|em)\s+|\s*[,،:]\s+|\s*[、，]\s*|\s+[–—-]\s+)(.+)$`)
	gluedDegree  = regexp.MustCompile(`^((?:[A-Z]\.?){1,2}[A-Za-z]{0,2}\.?[A-Z]?\.?|PhD|Ph\.D\.?|MSc|BSc|Master|Bachelor)\s+(\p{Lu}.*)$`)
)

// study is a course of study as its naming lines give it.
type study struct {
	institution, degree, area, score string
	extra                            []string
}

// readStudies understands a part about education.
func readStudies(d *career.Draft, lines []Line, newID func() string) (unplaced []Line) {
	intro, all := entriesOf(lines, studyStarts)
	for _, e := range all {
		if e.group {
			unplaced = append(unplaced, e.body...)
			continue
		}
		s := studyOf(namesOf(e))
		if e.of != nil && s.institution == "" {
			s.institution, _ = nameAndPlace(strings.Join(textsOf(namesOf(*e.of)), ", "))
		}
		if s.institution == "" && s.degree == "" && s.area == "" {
			unplaced = append(unplaced, append(slices.Clone(e.head), e.body...)...)
			continue
		}
		d.Ledger.Education = append(d.Ledger.Education, educationOf(e, s, newID))
		i := len(d.Ledger.Education) - 1
		if s.institution == "" || s.degree == "" {
			d.Doubts = append(d.Doubts, fmt.Sprintf("education[%d].institution", i), fmt.Sprintf("education[%d].studyType", i))
		}
		if !e.dated || e.period.vague {
			d.Doubts = append(d.Doubts, fmt.Sprintf("education[%d].endDate", i))
		}
	}
	return append(unplaced, intro...)
}

// studyStarts is how courses of study without dates begin: each names a place of
// learning once and a degree once.
func studyStarts(lines []Line) (starts []int) {
	hasPlace, hasDegree := false, false
	for i, l := range lines {
		if !namesEntry(l) {
			continue
		}
		text := l.Text()
		place, degree := institution(text), holdsDegree(text)
		if !place && !degree {
			continue
		}
		if len(starts) == 0 || place && hasPlace || degree && hasDegree {
			starts = append(starts, i)
			hasPlace, hasDegree = false, false
		}
		hasPlace, hasDegree = hasPlace || place, hasDegree || degree
	}
	return starts
}

func studyOf(n named) (s study) {
	texts := make([]string, 0, len(n.labels))
	for _, l := range n.labels {
		texts = append(texts, splitStudy(l.text)...)
	}
	if len(texts) == 1 {
		texts, _ = withoutPlace(splitCommas(texts[0]))
	}
	var others []string
	for _, t := range texts {
		if !s.take(t) {
			others = append(others, t)
		}
	}
	for _, t := range others {
		s.takeOther(t)
	}
	s.settle()
	s.extra = append(s.extra, n.rest...)
	return s
}

// splitStudy parts a text only where two of degree, subject and place of learning meet.
func splitStudy(text string) []string {
	if m := gluedDegree.FindStringSubmatch(text); m != nil && institution(m[2]) && isDegree(m[1]) {
		return append([]string{m[1]}, splitCommas(m[2])...)
	}
	parts := splitStrong(text)
	if len(parts) == 2 && isDegree(parts[0]) && !institution(parts[1]) && !scorePattern.MatchString(parts[1]) {
		return []string{text} // "Master - Computer Science"
	}
	var out []string
	for _, part := range parts {
		segments := splitCommas(part)
		if len(segments) > 1 && slices.ContainsFunc(segments, institution) && slices.ContainsFunc(segments, isDegree) {
			segments, _ = withoutPlace(segments)
			out = append(out, segments...)
			continue
		}
		out = append(out, part)
	}
	return out
}

// take files one text if its words say what it is.
func (s *study) take(text string) bool {
	if m := scorePattern.FindString(text); m != "" {
		if s.score == "" {
			s.score = trimmed(m)
		}
		if text = trimmed(strings.Replace(text, m, "", 1)); wordCount(text) < 2 && !holdsDegree(text) {
			return true
		}
	}
	switch {
	case isDegree(text) && s.degree == "" && !strictInstitution(text):
		s.setDegree(text)
	case institution(text) && s.institution == "":
		s.institution = text
	case holdsDegree(text) && s.degree == "":
		s.setDegree(text)
	default:
		return false
	}
	return true
}

// takeOther files a text by what is still missing: the subject first, since a place of
// learning mostly has a word that says so.
func (s *study) takeOther(text string) {
	switch {
	case s.area == "" && (s.institution != "" || s.degree == ""):
		s.area = text
	case s.institution == "":
		s.institution = text
	default:
		s.extra = append(s.extra, text)
	}
}

// settle looks for the subject behind the place of learning ("Boğaziçi University,
// Computer Engineering") if the degree is a bare abbreviation.
func (s *study) settle() {
	parts := splitCommas(s.institution)
	if s.area != "" || len(parts) != 2 || len(s.degree) > longestAbbreviation || s.degree == "" || !institution(parts[0]) || institution(parts[1]) {
		return
	}
	s.institution, s.area = parts[0], parts[1]
}

const longestAbbreviation = 6 // letters and full stops: "Ph.D."

// strictInstitution tells "Associate of Arts" from "Bachelor College": a text that begins
// like a degree but ends like a place of learning.
func strictInstitution(text string) bool {
	f := strings.Fields(text)
	return institution(text) && len(f) > 1 && institution(f[len(f)-1])
}

// setDegree parts a degree from its subject.
func (s *study) setDegree(text string) {
	if m := degreeOf.FindStringSubmatch(text); m != nil && isDegree(m[1]) {
		s.degree, s.area = trimmed(m[1]), trimmed(m[2])
		return
	}
	s.degree = text
}

func educationOf(e entry, s study, newID func() string) career.Education {
	item := career.Education{
		ID: career.ItemID(newID()), Institution: s.institution, StudyType: s.degree, Area: s.area, Score: s.score,
		StartDate: e.period.start, EndDate: e.period.end, Current: e.period.current, Courses: []string{},
	}
	if e.period.single { // of a course of study, one date is its end
		item.StartDate, item.EndDate = "", e.period.start
	}
	item.Courses = append(append(item.Courses, s.extra...), coursesIn(e.body, &item.Score)...)
	return item
}

// coursesIn takes everything told about a course of study as a list: courses by name
// where a line says so, other points as they are written.
func coursesIn(body []Line, score *string) (courses []string) {
	t := detailsOf(body)
	for _, point := range append(t.points, t.paragraphs...) {
		if m := coursePrefix.FindString(point); m != "" {
			courses = append(courses, splitList(strings.TrimPrefix(point, m))...)
			continue
		}
		if m := scorePattern.FindString(point); m != "" && *score == "" {
			*score = trimmed(m)
		}
		courses = append(courses, point)
	}
	return courses
}

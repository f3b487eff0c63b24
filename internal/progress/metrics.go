package progress

import (
	"math"

	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/delivery"
)

// MetricID names a measure of delivery.
type MetricID string

// The measures. Each is one figure for a whole rehearsal, without what was tried again from
// its report: rates are those of all its answers together, as one long answer, and lengths
// the median of the answers.
const (
	// Pace is words per minute of speaking time (delivery.WordMetrics.SpeechRateWpm).
	Pace MetricID = "pace"
	// FilledPauses are um and uh per 100 words, where the recogniser keeps them.
	FilledPauses MetricID = "filledPauses"
	// LongPauses are pauses of two seconds or more per minute of speaking time.
	LongPauses MetricID = "longPauses"
	// SpokenLength is the speaking time of answers, follow-ups left out, in seconds.
	SpokenLength MetricID = "spokenLength"
	// TypedLength is the length of typed answers, follow-ups left out, in words.
	TypedLength MetricID = "typedLength"
	// IShare is how many of the words for I and we are words for I, in percent.
	IShare MetricID = "iShare"
	// Hedges are words that soften, per 100 words.
	Hedges MetricID = "hedges"
	// Repeats are immediate repetitions, per 100 words.
	Repeats MetricID = "repeats"
)

// fewestPersons is the least number of words for I and we that a share is made of: below
// it one word moves the share by more than 20 percent (product choice).
const fewestPersons = 5

// MetricLine is how a measure went.
type MetricLine struct {
	Metric MetricID
	Line   Line
	// Typical is the range that is typical of interviews, to show beside; nil: none is
	// known, or not for the language of the newest point.
	Typical *delivery.Band
}

// part is what one answer adds: a rate is the parts over the wholes of all answers.
type part struct{ of, whole float64 }

type metric struct {
	id MetricID
	// step is the least difference worth speaking of, in the unit of the measure (product
	// choices; that of pace is the error of measuring it, three percent of 170).
	step    float64
	scale   float64 // of the rate; 0: the median of the answers' parts
	least   float64 // the least whole there must be
	most    float64 // the highest possible value; 0: none
	typical string  // in delivery.Bands
	read    func(Answer) (part, bool)
	basis   func(Answer) Basis
}

func metrics() []metric {
	return []metric{
		{id: Pace, step: 5, scale: 60_000, typical: "speechRateWpm", read: pace, basis: wordBasis},
		{id: FilledPauses, step: 0.5, scale: 100, read: filledPauses, basis: wordBasis},
		{id: LongPauses, step: 0.5, scale: 60_000, read: longPauses, basis: soundBasis},
		{id: SpokenLength, step: 10, typical: "speakingMs", read: spokenLength, basis: soundBasis},
		{id: TypedLength, step: 15, read: typedLength, basis: wordBasis},
		{id: IShare, step: 10, scale: 100, least: fewestPersons, most: 100, read: iShare, basis: wordBasis},
		{id: Hedges, step: 0.5, scale: 100, read: per100(func(w delivery.WordMetrics) *delivery.Count { return w.Hedges }), basis: wordBasis},
		{id: Repeats, step: 0.5, scale: 100, read: per100(func(w delivery.WordMetrics) *delivery.Count { return w.Repeats }), basis: wordBasis},
	}
}

// metricLines are all measures, also those without a point: that something can't be had
// is worth knowing.
func metricLines(all []Session) []MetricLine {
	out := []MetricLine{}
	for _, m := range metrics() {
		var points []Point
		for _, s := range all {
			points = append(points, m.points(s)...)
		}
		most := m.most
		if most == 0 {
			most = math.Inf(1)
		}
		line := lineOf(points, m.step, 0, most)
		out = append(out, MetricLine{m.id, line, typicalOf(m.typical, line)})
	}
	return out
}

// points is one for each portion of the rehearsal.
func (m metric) points(s Session) []Point {
	found := map[portion][]part{}
	for _, q := range s.Answered {
		for _, a := range q.Answers {
			if p, ok := m.read(a); ok {
				of := s.portion(a, m.basis(a))
				found[of] = append(found[of], p)
			}
		}
	}
	var out []Point
	for of, parts := range found {
		if v, ok := m.value(parts); ok {
			out = append(out, Point{Session: s.ID, At: of.at, Value: v, Low: v, High: v, Answers: len(parts), Basis: of.basis})
		}
	}
	return out
}

func (m metric) value(parts []part) (float64, bool) {
	if m.scale == 0 {
		values := make([]float64, len(parts))
		for i, p := range parts {
			values[i] = p.of
		}
		return median(values), true
	}
	var of, whole float64
	for _, p := range parts {
		of, whole = of+p.of, whole+p.whole
	}
	if whole <= 0 || whole < m.least {
		return 0, false
	}
	return m.scale * of / whole, true
}

func typicalOf(name string, l Line) *delivery.Band {
	b, known := delivery.Bands()[name]
	p, any := l.last()
	if !known || any && b.Language != "" && b.Language != p.Basis.Language {
		return nil
	}
	return &b
}

// soundBasis holds for what sound alone tells, in any language.
func soundBasis(a Answer) Basis {
	return Basis{Definition: a.Sound.DefinitionVersion, Mode: string(a.Mode)}
}

func wordBasis(a Answer) Basis {
	return Basis{Definition: a.Words.DefinitionVersion, Mode: string(a.Mode), Recogniser: a.Recogniser, Language: a.Language}
}

func pace(a Answer) (part, bool) {
	if a.Words == nil || a.Words.SpeechRateWpm == nil || a.Sound == nil {
		return part{}, false
	}
	return part{float64(a.Words.Words), float64(a.Sound.SpeakingMs)}, true
}

func filledPauses(a Answer) (part, bool) {
	if a.Words == nil || a.Words.FilledPauses == nil || a.Words.FilledPauses.Per100Words == nil {
		return part{}, false
	}
	n := a.Words.FilledPauses.Total
	return part{float64(n), float64(a.Words.Words + n)}, true // themselves counted in, as there
}

func longPauses(a Answer) (part, bool) {
	if a.Sound == nil || a.Sound.Pauses == nil {
		return part{}, false
	}
	return part{float64(len(a.Sound.Pauses.Long)), float64(a.Sound.SpeakingMs)}, true
}

func spokenLength(a Answer) (part, bool) {
	if a.FollowUp || a.Sound == nil || a.Sound.SpeakingMs == 0 {
		return part{}, false
	}
	return part{of: float64(a.Sound.SpeakingMs) / 1000}, true
}

func typedLength(a Answer) (part, bool) {
	if a.FollowUp || a.Mode != interview.Typed || a.Words == nil {
		return part{}, false
	}
	return part{of: float64(a.Words.Words)}, true
}

func iShare(a Answer) (part, bool) {
	if a.Words == nil || a.Words.FirstPerson == nil {
		return part{}, false
	}
	p := a.Words.FirstPerson
	return part{float64(p.I), float64(p.I + p.We)}, true
}

// per100 reads a count of the words, where there are enough of them for a rate.
func per100(count func(delivery.WordMetrics) *delivery.Count) func(Answer) (part, bool) {
	return func(a Answer) (part, bool) {
		if a.Words == nil {
			return part{}, false
		}
		c := count(*a.Words)
		if c == nil || c.Per100Words == nil {
			return part{}, false
		}
		return part{float64(c.Total), float64(a.Words.Words)}, true
	}
}

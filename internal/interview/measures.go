package interview

import "github.com/jobjourney/jobjourney/internal/interview/delivery"

// measureChanges are the measures that can be had of both answers, in the order they are
// shown. Counts are given for every hundred words, as a longer answer has more of anything.
func measureChanges(a, b AnswerReport) []MeasureChange {
	out := []MeasureChange{}
	for _, m := range []Measure{
		LengthMs, FirstWordMs, LongestPauseMs, LongPauses, WordCount, PaceWpm,
		FillersPer100, HedgesPer100, RepeatsPer100, FirstPersonI, FirstPersonWe, TermsCovered,
	} {
		x, y := a.value(m), b.value(m)
		if x != nil && y != nil {
			out = append(out, MeasureChange{m, *x, *y})
		}
	}
	return out
}

// value is one measure of the answer; nil if it can't be had.
func (out AnswerReport) value(m Measure) *float64 {
	switch m {
	case LengthMs, FirstWordMs, LongestPauseMs, LongPauses:
		return out.soundValue(m)
	case TermsCovered:
		return covered(out.Terms)
	}
	return out.wordValue(m)
}

func (out AnswerReport) soundValue(m Measure) *float64 {
	s := out.Sound
	if s == nil {
		return nil
	}
	switch m {
	case LengthMs:
		return number(&s.RecordedMs)
	case FirstWordMs:
		if out.Speech != nil && out.Speech.FirstWordMs != nil {
			return number(out.Speech.FirstWordMs)
		}
		return number(s.TimeToFirstWordMs)
	}
	if s.Pauses == nil {
		return nil
	}
	if m == LongestPauseMs {
		return number(s.Pauses.LongestMs)
	}
	return number(&s.Pauses.LongCount)
}

func (out AnswerReport) wordValue(m Measure) *float64 {
	w := out.Language
	if w == nil {
		return nil
	}
	switch m {
	case WordCount:
		return number(&w.Words)
	case PaceWpm:
		return w.SpeechRateWpm
	case FillersPer100:
		return per100(w.FilledPauses)
	case HedgesPer100:
		return per100(w.Hedges)
	case RepeatsPer100:
		return per100(w.Repeats)
	}
	if w.FirstPerson == nil {
		return nil
	}
	if m == FirstPersonI {
		return number(&w.FirstPerson.I)
	}
	return number(&w.FirstPerson.We)
}

func per100(c *delivery.Count) *float64 {
	if c == nil {
		return nil
	}
	return c.Per100Words
}

// covered is how many terms of the posting were spoken of; nil without any.
func covered(terms []delivery.TermCoverage) *float64 {
	if len(terms) == 0 {
		return nil
	}
	n := 0
	for _, t := range terms {
		if t.Covered {
			n++
		}
	}
	return number(&n)
}

func number(n *int) *float64 {
	if n == nil {
		return nil
	}
	f := float64(*n)
	return &f
}

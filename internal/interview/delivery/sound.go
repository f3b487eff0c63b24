package delivery

import (
	"cmp"
	"slices"
)

// Segment is a stretch of speech, in milliseconds from the start of the recording.
type Segment struct {
	StartMs int `json:"startMs"`
	EndMs   int `json:"endMs"` // exclusive
}

// Sound is what voice activity detection found in one answer. Where a person
// paused the recording there is no sound, so such a break has no length here.
type Sound struct {
	SpeechMs   []Segment `json:"speechMs"`   // in any order; overlaps count once
	RecordedMs int       `json:"recordedMs"` // length of the whole recording
	// BreaksMs are the places where the recording was paused and went on. A silence
	// that a break lies in is no pause of speech, as nobody knows how long it was.
	BreaksMs []int `json:"breaksMs"`
}

// Limits of the definitions, in milliseconds.
const (
	// PauseMs is the shortest silence that counts as a pause: De Jong & Bosker 2013,
	// Choosing a threshold for silent pauses to measure second language fluency, DiSS.
	PauseMs = 250
	// LongPauseMs is the shortest pause that counts as long (product choice).
	LongPauseMs = 1000
	// HesitationMs is the shortest pause that is listed by itself (product choice).
	HesitationMs = 2000
	// ShortestMs is the least speaking time that is measured (product choice: below
	// it one breath moves every figure).
	ShortestMs = 15_000
)

// SoundMetrics are measured from sound alone; they hold in any language.
type SoundMetrics struct {
	DefinitionVersion int `json:"definitionVersion"`
	RecordedMs        int `json:"recordedMs"`
	// TimeToFirstWordMs is the silence before the first speech, from the start of
	// the recording. Nil without speech, and where the recording was paused in it.
	TimeToFirstWordMs *int `json:"timeToFirstWordMs"`
	// ResponseLatencyMs is the time from the last sample of the question to the first
	// speech; below 0 when the person began before it. Nil without speech, where the
	// moment of the question isn't known, and where the recording was paused in between.
	ResponseLatencyMs *int `json:"responseLatencyMs"`
	// SpeakingMs is the time from the first speech to the end of the last, pauses
	// included; silence before, after, and around a break of the recording is not.
	SpeakingMs int `json:"speakingMs"`
	// TooShort says that SpeakingMs is under ShortestMs, so Pauses is nil.
	TooShort bool    `json:"tooShort"`
	Pauses   *Pauses `json:"pauses"`
}

// Pauses describes the silences between the first speech and the last.
type Pauses struct {
	// PhonationMs is the speaking time less its pauses (De Jong & Wempe 2009).
	PhonationMs int `json:"phonationMs"`
	// PhonationRatio is PhonationMs over the speaking time, 0 to 1.
	PhonationRatio float64 `json:"phonationRatio"`
	// Count is the number of silences of at least PauseMs.
	Count int `json:"count"`
	// LongCount is the number of those of at least LongPauseMs.
	LongCount int `json:"longCount"`
	// PerMinute is Count over the speaking time in minutes.
	PerMinute float64 `json:"perMinute"`
	// MeanMs is the mean length of those pauses; nil when there was none.
	MeanMs *float64 `json:"meanMs"`
	// LongestMs is the length of the longest pause; nil when there was none.
	LongestMs *int `json:"longestMs"`
	// Long lists the pauses of at least HesitationMs, in order.
	Long []Segment `json:"long"`
}

// FromSound measures an answer's sound.
func FromSound(s Sound) SoundMetrics {
	m := SoundMetrics{DefinitionVersion: DefinitionVersion, RecordedMs: max(s.RecordedMs, 0), TooShort: true}
	speech := union(s.SpeechMs)
	if len(speech) == 0 {
		return m
	}
	first, last := speech[0].StartMs, speech[len(speech)-1].EndMs
	m.TimeToFirstWordMs = unbroken(0, first, s.BreaksMs)
	quiet := silencesOf(speech, s.BreaksMs)
	m.SpeakingMs = last - first - quiet.brokenMs
	m.TooShort = m.SpeakingMs < ShortestMs
	if !m.TooShort {
		p := pausesOf(quiet.pauses, m.SpeakingMs)
		m.Pauses = &p
	}
	return m
}

// unbroken is the time between two moments; nil where the recording was paused in it.
func unbroken(from, to int, breaks []int) *int {
	if (Segment{from, to}).holdsAny(breaks) {
		return nil
	}
	length := to - from
	return &length
}

// union sorts segments, drops empty ones and joins those that touch or overlap.
func union(list []Segment) []Segment {
	sorted := slices.DeleteFunc(slices.Clone(list), func(s Segment) bool { return s.EndMs <= s.StartMs || s.EndMs <= 0 })
	slices.SortFunc(sorted, func(a, b Segment) int { return cmp.Compare(a.StartMs, b.StartMs) })
	out := sorted[:0]
	for _, s := range sorted {
		s.StartMs = max(s.StartMs, 0)
		if n := len(out); n > 0 && s.StartMs <= out[n-1].EndMs {
			out[n-1].EndMs = max(out[n-1].EndMs, s.EndMs)
			continue
		}
		out = append(out, s)
	}
	return out
}

// silences are what lies between the first speech and the last.
type silences struct {
	pauses   []Segment
	brokenMs int // length of the silences that a break of the recording lies in
	breaks   int // places where speech was interrupted by such a break
}

func silencesOf(speech []Segment, breaks []int) silences {
	var out silences
	for i, s := range speech {
		out.breaks += s.cuts(breaks)
		if i == 0 {
			continue
		}
		gap := Segment{speech[i-1].EndMs, s.StartMs}
		length := gap.EndMs - gap.StartMs
		switch {
		case gap.holdsAny(breaks):
			out.brokenMs += length
			out.breaks++
		case length >= PauseMs:
			out.pauses = append(out.pauses, gap)
		}
	}
	return out
}

// cuts counts the moments inside of a segment; the same one twice is one.
func (s Segment) cuts(moments []int) int {
	inside := map[int]bool{}
	for _, at := range moments {
		if s.StartMs < at && at < s.EndMs {
			inside[at] = true
		}
	}
	return len(inside)
}

func pausesOf(pauses []Segment, speakingMs int) Pauses {
	p := Pauses{Count: len(pauses), Long: []Segment{}}
	silent, longest := 0, 0
	for _, gap := range pauses {
		length := gap.EndMs - gap.StartMs
		silent += length
		longest = max(longest, length)
		if length >= LongPauseMs {
			p.LongCount++
		}
		if length >= HesitationMs {
			p.Long = append(p.Long, gap)
		}
	}
	p.PhonationMs = speakingMs - silent
	p.PhonationRatio = float64(p.PhonationMs) / float64(speakingMs)
	p.PerMinute = float64(p.Count) * 60_000 / float64(speakingMs)
	if p.Count > 0 {
		mean := float64(silent) / float64(p.Count)
		p.MeanMs, p.LongestMs = &mean, &longest
	}
	return p
}

func (s Segment) holdsAny(moments []int) bool {
	return slices.ContainsFunc(moments, func(at int) bool { return s.StartMs <= at && at <= s.EndMs })
}

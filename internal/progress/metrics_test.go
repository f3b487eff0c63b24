package progress

import (
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/interview/delivery"
)

func TestMetricsOfARehearsal(t *testing.T) {
	followUp := spoken(20, 60)
	followUp.FollowUp = true
	fillers := spoken(60, 96)
	fillers.Words.FilledPauses = counted(4)
	paused := spoken(60, 100)
	paused.Sound.Pauses.Long = make([]delivery.Segment, 3)
	we := said(strings.Repeat("We planned it and I did it. ", 10))
	few := Answer{Mode: interview.Typed, Words: &delivery.WordMetrics{FirstPerson: &delivery.FirstPerson{I: 3, We: 1}}}
	for _, tt := range []struct {
		name    string
		metric  MetricID
		answers []Answer
		want    []float64
	}{
		{"pace is over all words and all time", Pace, []Answer{spoken(60, 100), spoken(30, 80)}, []float64{120}},
		{"no pace of typed words", Pace, []Answer{said(strings.Repeat("word ", 60))}, nil},
		{"fillers count themselves in", FilledPauses, []Answer{fillers}, []float64{4}},
		{"no fillers where they are dropped", FilledPauses, []Answer{spoken(60, 100)}, nil},
		{"long pauses are from sound", LongPauses, []Answer{paused, spoken(120, 10)}, []float64{1}},
		{"the length leaves follow-ups out", SpokenLength, []Answer{spoken(60, 60), spoken(80, 60), followUp}, []float64{70}},
		{"the length of typed answers is in words", TypedLength, []Answer{said("One two three."), said("One.")}, []float64{2}},
		{"the share of I", IShare, []Answer{we}, []float64{50}},
		{"too few to share", IShare, []Answer{few}, nil},
		{"hedges", Hedges, []Answer{said(strings.Repeat("perhaps this was good ", 10))}, []float64{25}},
		{"no rate of a few words", Hedges, []Answer{said("Perhaps.")}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			all := metricLines([]Session{session(1, about("teamwork", tt.answers...))})
			if got := values(metricOf(t, all, tt.metric).Line); !slices.EqualFunc(got, tt.want, close) {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

func counted(n int) *delivery.Count {
	rate := float64(n)
	return &delivery.Count{Total: n, Per100Words: &rate}
}

func TestTypedAndSpokenWordsAreNotCompared(t *testing.T) {
	long := said(strings.Repeat("perhaps this was good ", 10))
	heard := long
	heard.Mode, heard.Recogniser = interview.Spoken, "local tiny"
	l := metricOf(t, metricLines([]Session{session(3, about("x", long)), session(2, about("x", heard)), session(1, about("x", heard))}), Hedges).Line
	if len(l.Breaks) != 1 || l.Breaks[0].Before != 1 || !slices.Equal(l.Breaks[0].Changed, []string{PartMode, PartRecogniser}) {
		t.Errorf("breaks %+v", l.Breaks)
	}
}

func TestTypicalRangesHoldInTheirLanguageOnly(t *testing.T) {
	german := spoken(60, 120)
	german.Language = "de"
	if m := metricOf(t, metricLines([]Session{session(1, about("x", german))}), Pace); m.Typical != nil {
		t.Errorf("pace in German has the range of English: %+v", m.Typical)
	}
	all := metricLines([]Session{session(1, about("x", spoken(60, 120)))})
	if metricOf(t, all, Pace).Typical == nil || metricOf(t, all, SpokenLength).Typical == nil || metricOf(t, all, Hedges).Typical != nil {
		t.Error("pace and length have a typical range, hedges have none")
	}
}

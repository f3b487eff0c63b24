package delivery_test

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/interview/delivery"
)

func ptr[T any](v T) *T { return &v }

func TestFromSound(t *testing.T) {
	// 1.0 s of silence, then speech with gaps of 249, 250, 1999 and 2002 ms.
	s := delivery.Sound{
		RecordedMs: 32_000,
		SpeechMs: []delivery.Segment{
			{1000, 5000}, {5249, 9000}, {9250, 14_000}, {15_999, 20_000}, {22_002, 31_000},
		},
	}
	want := delivery.SoundMetrics{
		DefinitionVersion: delivery.DefinitionVersion,
		RecordedMs:        32_000,
		TimeToFirstWordMs: ptr(1000),
		SpeakingMs:        30_000,
		Pauses: &delivery.Pauses{
			PhonationMs:    30_000 - 4251,
			PhonationRatio: float64(30_000-4251) / 30_000,
			Count:          3,
			LongCount:      2,
			PerMinute:      6,
			MeanMs:         ptr(1417.0),
			LongestMs:      ptr(2002),
			Long:           []delivery.Segment{{20_000, 22_002}},
		},
	}
	if got := delivery.FromSound(s); !reflect.DeepEqual(got, want) {
		t.Errorf("measured %+v %+v\nwant %+v %+v", got, got.Pauses, want, want.Pauses)
	}
}

func TestSoundThatSaysLittle(t *testing.T) {
	tests := map[string]struct {
		sound    delivery.Sound
		first    *int
		speaking int
		short    bool
	}{
		"nothing at all":       {delivery.Sound{}, nil, 0, true},
		"silence":              {delivery.Sound{RecordedMs: 60_000}, nil, 0, true},
		"empty segments":       {delivery.Sound{SpeechMs: []delivery.Segment{{5, 5}, {9, 3}, {-9, -1}}, RecordedMs: 60_000}, nil, 0, true},
		"a millisecond short":  {delivery.Sound{SpeechMs: []delivery.Segment{{500, 15_499}}, RecordedMs: 60_000}, ptr(500), 14_999, true},
		"just long enough":     {delivery.Sound{SpeechMs: []delivery.Segment{{500, 15_500}}, RecordedMs: 60_000}, ptr(500), 15_000, false},
		"unsorted and overlap": {delivery.Sound{SpeechMs: []delivery.Segment{{9000, 16_000}, {0, 4000}, {3000, 9500}}, RecordedMs: 60_000}, ptr(0), 16_000, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			m := delivery.FromSound(tt.sound)
			if !reflect.DeepEqual(m.TimeToFirstWordMs, tt.first) || m.SpeakingMs != tt.speaking || m.TooShort != tt.short || (m.Pauses == nil) != tt.short {
				t.Errorf("measured %+v", m)
			}
			if m.Pauses != nil && (m.Pauses.Count != 0 || m.Pauses.MeanMs != nil || m.Pauses.LongestMs != nil || m.Pauses.PhonationRatio != 1) {
				t.Errorf("speech without a pause: %+v", m.Pauses)
			}
		})
	}
}

func TestARecordingBreakIsNoPause(t *testing.T) {
	s := delivery.Sound{
		RecordedMs: 20_000,
		SpeechMs:   []delivery.Segment{{0, 8000}, {9000, 14_000}, {14_500, 20_000}},
		BreaksMs:   []int{8300},
	}
	m := delivery.FromSound(s)
	if p := m.Pauses; p.Count != 1 || *p.LongestMs != 500 || p.PhonationMs != 18_500 {
		t.Errorf("pauses %+v, want only the one of 500 ms", p)
	}
	if m.SpeakingMs != 19_000 {
		t.Errorf("%d ms of speaking, want those without the silence around the break", m.SpeakingMs)
	}
}

func TestSilenceBeforeSpeechIsUnknownAcrossABreak(t *testing.T) {
	for at, want := range map[int]*int{0: nil, 700: nil, 1500: nil, 1501: ptr(1500)} {
		s := delivery.Sound{RecordedMs: 9000, SpeechMs: []delivery.Segment{{1500, 9000}}, BreaksMs: []int{at}}
		if got := delivery.FromSound(s).TimeToFirstWordMs; !reflect.DeepEqual(got, want) {
			t.Errorf("break at %d: %v before the first word", at, got)
		}
	}
}

func TestExactLimitsOfPauses(t *testing.T) {
	for gap, want := range map[int][3]int{249: {0, 0, 0}, 250: {1, 0, 0}, 999: {1, 0, 0}, 1000: {1, 1, 0}, 1999: {1, 1, 0}, 2000: {1, 1, 1}} {
		p := delivery.FromSound(delivery.Sound{SpeechMs: []delivery.Segment{{0, 9000}, {9000 + gap, 20_000}}}).Pauses
		if got := [3]int{p.Count, p.LongCount, len(p.Long)}; got != want {
			t.Errorf("a silence of %d ms counts as %v, want %v", gap, got, want)
		}
	}
}

func TestSoundMetricsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ms := rapid.IntRange(-100, 120_000)
		s := delivery.Sound{RecordedMs: ms.Draw(t, "recorded")}
		for range rapid.IntRange(0, 12).Draw(t, "segments") {
			s.SpeechMs = append(s.SpeechMs, delivery.Segment{StartMs: ms.Draw(t, "start"), EndMs: ms.Draw(t, "end")})
		}
		m := delivery.FromSound(s)
		if _, err := json.Marshal(m); err != nil {
			t.Fatalf("not a finite number: %v", err)
		}
		if p := m.Pauses; p != nil {
			sum := p.PhonationMs
			if p.MeanMs != nil {
				sum += int(math.Round(*p.MeanMs * float64(p.Count)))
			}
			if sum != m.SpeakingMs || p.PhonationRatio < 0 || p.PhonationRatio > 1 || len(p.Long) > p.Count {
				t.Fatalf("speech and pauses do not add up: %+v of %d", p, m.SpeakingMs)
			}
		}
	})
}

func TestBandsNameTheirSource(t *testing.T) {
	for name, b := range delivery.Bands() {
		if b.Low >= b.High || b.Source == "" || b.Unit == "" {
			t.Errorf("%s: %+v", name, b)
		}
	}
}

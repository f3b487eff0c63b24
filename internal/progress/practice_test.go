package progress

import (
	"slices"
	"testing"
	"time"
	_ "time/tzdata" // where the person is must not depend on the computer
)

func TestHowMuchWasPractised(t *testing.T) {
	followUp := spoken(20, 50)
	followUp.FollowUp = true
	for _, tt := range []struct {
		name                     string
		sessions                 []Session
		total, answers, spokenMs int
		first                    time.Time
	}{
		{"nothing", nil, 0, 0, 0, time.Time{}},
		{"typed words have no time", []Session{session(1, about("x", said("One two.")))}, 1, 1, 0, daysAgo(1)},
		{
			"follow-ups count", []Session{session(1, about("x", spoken(60, 100), followUp)), session(30, about("y", spoken(40, 80)), about("z", said("One.")))},
			2, 4, 120_000, daysAgo(30),
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := practice(inOrder(tt.sessions), today)
			if p.Total != tt.total || p.Answers != tt.answers || p.SpokenMs != tt.spokenMs || !p.FirstAt.Equal(tt.first) {
				t.Errorf("%+v", p)
			}
		})
	}
}

func TestRehearsalsThatAreOver(t *testing.T) {
	var all []Session
	for i := range 12 {
		all = append(all, session(i, about("x", spoken(60, 100)), about("y", said("One."))))
	}
	all[0].For = "Welder, Mill"
	p := practice(inOrder(all), today)
	if p.Total != 12 || len(p.Recent) != ShownPast || !p.Recent[0].At.Equal(daysAgo(0)) || !p.Recent[9].At.Equal(daysAgo(9)) {
		t.Fatalf("the newest ten, newest first: %+v", p.Recent)
	}
	if got, want := p.Recent[0], (Past{all[0].ID, daysAgo(0), "Welder, Mill", 3, 2, 60_000}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestWeeks(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	on := func(month time.Month, day, hour, minute int) time.Time {
		return time.Date(2026, month, day, hour, minute, 0, 0, berlin)
	}
	now := on(time.November, 4, 12, 0) // a Wednesday; summer time ended on 25 October
	for _, tt := range []struct {
		name      string
		at        []time.Time
		counts    []int
		practised int
	}{
		{"no rehearsal, no weeks", nil, []int{}, 0},
		{"this week", []time.Time{on(11, 3, 9, 0)}, []int{1}, 1},
		{"a week is from Monday to Sunday", []time.Time{on(11, 1, 23, 59), on(11, 2, 0, 0)}, []int{1, 1}, 2},
		{"midnight is where the person is", []time.Time{on(11, 2, 0, 30).UTC()}, []int{1}, 1},
		{"a week without", []time.Time{on(10, 19, 9, 0), on(11, 2, 9, 0)}, []int{1, 0, 1}, 2},
		{"across the end of summer time", []time.Time{on(10, 12, 0, 0), on(10, 25, 23, 0), on(10, 26, 0, 0), on(10, 26, 20, 0)}, []int{1, 1, 2, 0}, 3},
		{"six weeks are shown", []time.Time{on(8, 3, 9, 0), on(9, 27, 23, 59), on(9, 28, 0, 0), on(11, 4, 9, 0)}, []int{1, 0, 0, 0, 0, 1}, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var all []Session
			for i, at := range tt.at {
				s := session(i, about("x", well()))
				s.At = at
				all = append(all, s)
			}
			p := practice(inOrder(all), now)
			counts := []int{}
			for _, w := range p.Weeks {
				counts = append(counts, w.Rehearsals)
				if h, m, s := w.Start.Clock(); w.Start.Weekday() != time.Monday || h+m+s != 0 || w.Start.Location() != berlin {
					t.Errorf("a week begins at %v", w.Start)
				}
			}
			if !slices.Equal(counts, tt.counts) || p.Practised != tt.practised {
				t.Errorf("%v, %d of them with practice; want %v, %d", counts, p.Practised, tt.counts, tt.practised)
			}
		})
	}
}

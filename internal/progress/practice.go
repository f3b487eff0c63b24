package progress

import (
	"slices"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview"
)

// Practice is how much was practised, and when.
type Practice struct {
	Total    int // rehearsals with an answer
	Answers  int // with the follow-ups
	SpokenMs int // of speech, pauses in it included
	FirstAt  time.Time
	Recent   []Past // the newest, newest first
	// Weeks are those since the first rehearsal, at most ShownWeeks, oldest first; the last
	// is the one that is going on.
	Weeks []Week
	// Practised is how many of Weeks had a rehearsal. Weeks without one are no gap in
	// anything: nothing is counted in a row, so nothing can be lost.
	Practised int
}

// Limits of what is shown.
const (
	ShownWeeks = 6
	ShownPast  = 10
)

// Past is a rehearsal that is over.
type Past struct {
	ID        interview.ID
	At        time.Time
	For       string // empty: no posting
	Questions int    // of the plan
	Answered  int
	SpokenMs  int
}

// Week is seven days from a Monday.
type Week struct {
	Start time.Time // midnight, where the person is
	// Rehearsals are those begun or answered in that week. One that a question of was tried
	// again is of two weeks.
	Rehearsals int
}

// practice looks at all sessions, oldest first, from now.
func practice(all []Session, now time.Time) Practice {
	p := Practice{Total: len(all), Recent: []Past{}, Weeks: weeks(all, now)}
	for _, s := range slices.Backward(all) {
		past := Past{s.ID, s.At, s.For, s.Questions, len(s.Answered), 0}
		for _, q := range s.Answered {
			p.Answers += len(q.Answers)
			for _, a := range q.Answers {
				if a.Sound != nil {
					past.SpokenMs += a.Sound.SpeakingMs
				}
			}
		}
		p.SpokenMs += past.SpokenMs
		if len(p.Recent) < ShownPast {
			p.Recent = append(p.Recent, past)
		}
	}
	if len(all) > 0 {
		p.FirstAt = all[0].At
	}
	for _, w := range p.Weeks {
		if w.Rehearsals > 0 {
			p.Practised++
		}
	}
	return p
}

func weeks(all []Session, now time.Time) []Week {
	out := []Week{}
	if len(all) == 0 {
		return out
	}
	counts := map[time.Time]int{}
	for _, s := range all {
		for week := range s.weeks(now.Location()) {
			counts[week]++
		}
	}
	this, first := monday(now, now.Location()), monday(all[0].At, now.Location())
	for i := ShownWeeks - 1; i >= 0; i-- {
		if start := this.AddDate(0, 0, -7*i); !start.Before(first) {
			out = append(out, Week{start, counts[start]})
		}
	}
	return out
}

// weeks are the Mondays of those in which something of it was done.
func (s Session) weeks(where *time.Location) map[time.Time]bool {
	out := map[time.Time]bool{monday(s.At, where): true}
	for _, q := range s.Answered {
		for _, a := range q.Answers {
			if !a.At.IsZero() {
				out[monday(a.At, where)] = true
			}
		}
	}
	return out
}

// monday is the midnight that began the week.
func monday(t time.Time, where *time.Location) time.Time {
	y, m, d := t.In(where).Date()
	since := (int(t.In(where).Weekday()) + 6) % 7
	return time.Date(y, m, d-since, 0, 0, 0, 0, where)
}

package progress

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/jobjourney/jobjourney/internal/interview"
)

// Point is what one rehearsal gives a line, of one Basis. An attempt begun from its report
// gives one of its own.
type Point struct {
	Session interview.ID
	At      time.Time // when the rehearsal began, or that attempt
	Value   float64
	// Low and High are how far the runs of the scorer lay apart; both Value where nothing
	// was judged more than once.
	Low  float64
	High float64
	// Answers is how many answers it rests on.
	Answers int
	// Scored is how many criteria of those answers have a level, Of how many there are; 0
	// for points that aren't levels of a scorer.
	Scored int
	Of     int
	// Quick says that an answer was judged only once, so that Low and High say less.
	Quick bool
	Basis Basis
}

// Break is where a line doesn't go on: between the point before and the one it names.
type Break struct {
	Before  int      // index of the first point after the change
	Changed []string // the parts of Basis that changed, at least one
}

// Line is points in the order of time, where it breaks, and how the last one compares.
type Line struct {
	Points []Point
	Breaks []Break
	Band   *Band // nil: too few earlier points to know what is usual
	Trend  Trend
}

// lineOf puts points in order and looks for breaks. A difference under step is too small
// to speak of; values lie between low and high.
func lineOf(points []Point, step, low, high float64) Line {
	points = slices.Clone(points)
	slices.SortFunc(points, func(a, b Point) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Session, b.Session), cmp.Compare(a.Basis.key(), b.Basis.key()))
	})
	l := Line{Points: points, Breaks: []Break{}}
	for i := 1; i < len(points); i++ {
		if changed := points[i-1].Basis.changed(points[i].Basis); len(changed) > 0 {
			l.Breaks = append(l.Breaks, Break{i, changed})
		}
	}
	l.Band, l.Trend = compare(points, step, low, high)
	return l
}

// portion is what a point is made of: answers of one Basis, all of the rehearsal itself or
// all of one attempt from its report.
type portion struct {
	at    time.Time
	basis Basis
}

// portion is the one that an answer belongs to.
func (s Session) portion(a Answer, b Basis) portion {
	if a.Apart.IsZero() {
		return portion{s.At, b}
	}
	return portion{a.Apart, b}
}

// last is the newest point.
func (l Line) last() (Point, bool) {
	if len(l.Points) == 0 {
		return Point{}, false
	}
	return l.Points[len(l.Points)-1], true
}

func (b Basis) key() string { return fmt.Sprintf("%+v", b) }

package progress

import (
	"math"
	"slices"
)

// Trend is how the newest point lies to what is usual for the person.
type Trend string

// The trends. None of them is praise or blame.
const (
	TooFew Trend = "tooFew" // nobody can know yet what is usual
	Usual  Trend = "usual"  // inside the band: no change
	Above  Trend = "above"
	Below  Trend = "below"
)

// Band is the person's own usual range.
//
// Its middle is the median of their earlier rehearsals. It reaches bandWidth times the
// median absolute deviation (MAD) to either side, the MAD being multiplied by 1.4826 so
// that it stands for a standard deviation where values are spread normally. Median and
// MAD are taken because one odd evening doesn't move them (Leys, Ley, Klein, Bernard &
// Licata 2013, Detecting outliers: do not use standard deviation around the mean, use
// absolute deviation around the median, J. Exp. Soc. Psychol. 49(4), who also propose the
// width of 2.5).
type Band struct {
	Median     float64
	Low        float64
	High       float64
	Rehearsals int // it is made of
}

const (
	bandWidth = 2.5
	// madToDeviation is 1/Φ⁻¹(3/4).
	madToDeviation = 1.4826
	// BandFrom is how many earlier rehearsals there must be: with five, two odd ones move
	// neither the median nor the MAD out of the others' range.
	BandFrom = 5
	// bandOver is how many of the latest earlier rehearsals count: what was usual long ago
	// need not be usual now.
	bandOver = 10
)

// compare makes the band of the points before the newest one that have its Basis, and
// says where the newest lies. Points are in the order of time. The band is never narrower
// than step to either side, what couldn't be told from chance or from measuring.
func compare(points []Point, step, low, high float64) (*Band, Trend) {
	if len(points) == 0 {
		return nil, TooFew
	}
	newest := points[len(points)-1]
	var earlier []float64
	for _, p := range points[:len(points)-1] {
		if p.Basis == newest.Basis && p.Session != newest.Session {
			earlier = append(earlier, p.Value)
		}
	}
	if len(earlier) < BandFrom {
		return nil, TooFew
	}
	earlier = earlier[max(0, len(earlier)-bandOver):]
	b := bandOf(earlier, step)
	b.Low, b.High = max(b.Low, low), min(b.High, high)
	switch {
	case newest.Value < b.Low:
		return &b, Below
	case newest.Value > b.High:
		return &b, Above
	}
	return &b, Usual
}

func bandOf(values []float64, step float64) Band {
	middle := median(values)
	away := make([]float64, len(values))
	for i, v := range values {
		away[i] = math.Abs(v - middle)
	}
	half := max(step, bandWidth*madToDeviation*median(away))
	return Band{Median: middle, Low: middle - half, High: middle + half, Rehearsals: len(values)}
}

// median is the middle of the values, or the mean of the two in the middle; there is at
// least one.
func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

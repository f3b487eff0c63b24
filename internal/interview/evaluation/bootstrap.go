package evaluation

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Figure is a statistic with its 95 % interval.
type Figure struct {
	Value Real `json:"value"`
	Low   Real `json:"low"`
	High  Real `json:"high"`
	N     int  `json:"n"` // observations behind it
}

// Resamples is how many samples an interval is drawn from.
const Resamples = 1000

// seed makes the samples the same each time, and the same for all figures.
const seed = 20260101

// Bootstrap computes a statistic over all observations, and its 95 % interval by the
// percentile bootstrap (Efron, B. & Tibshirani, R. J. 1993, An Introduction to the
// Bootstrap, chapter 13). Whole clusters are drawn with replacement, here the
// answers to one question, because answers to one question are not independent
// (Field, C. A. & Welsh, A. H. 2007, Journal of the Royal Statistical Society B 69,
// 369-390). The interval is undefined where the statistic is so for more than half
// of the samples.
func Bootstrap[T any](clusters [][]T, statistic func([]T) Real) Figure {
	return bootstrap(Resamples, clusters, statistic)
}

func bootstrap[T any](resamples int, clusters [][]T, statistic func([]T) Real) Figure {
	clusters = slices.DeleteFunc(slices.Clone(clusters), func(c []T) bool { return len(c) == 0 })
	all := slices.Concat(clusters...)
	f := Figure{Value: statistic(all), Low: undefined(), High: undefined(), N: len(all)}
	if len(all) == 0 {
		return f
	}
	random := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // G404: drawing samples is no secret, and has to be the same each time
	drawn := make([]float64, 0, resamples)
	sample := make([]T, 0, 2*len(all))
	for range resamples {
		sample = sample[:0]
		for range clusters {
			sample = append(sample, clusters[random.IntN(len(clusters))]...)
		}
		if v := statistic(sample); v.Defined() {
			drawn = append(drawn, float64(v))
		}
	}
	if f.Value.Defined() && len(drawn) > resamples/2 {
		slices.Sort(drawn)
		f.Low, f.High = quantile(drawn, 0.025), quantile(drawn, 0.975)
	}
	return f
}

// quantile interpolates between the two nearest of sorted values (Hyndman, R. J. &
// Fan, Y. 1996, The American Statistician 50, 361-365, definition 7).
func quantile(sorted []float64, p float64) Real {
	at := p * float64(len(sorted)-1)
	below := int(math.Floor(at))
	above := min(below+1, len(sorted)-1)
	return Real(sorted[below] + (at-float64(below))*(sorted[above]-sorted[below]))
}

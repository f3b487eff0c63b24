package evaluation

import (
	"cmp"
	"math"
	"slices"
)

// Pearson is the product-moment correlation of two equally long lists (Pearson
// 1895), -1 to 1. Undefined with fewer than two points or where a list is constant.
func Pearson(x, y []float64) Real {
	if len(x) < 2 {
		return undefined()
	}
	mx, my := float64(mean(x)), float64(mean(y))
	sxy, sxx, syy := 0.0, 0.0, 0.0
	for i := range x {
		dx, dy := x[i]-mx, y[i]-my
		sxy, sxx, syy = sxy+dx*dy, sxx+dx*dx, syy+dy*dy
	}
	if sxx == 0 || syy == 0 {
		return undefined()
	}
	return Real(sxy / math.Sqrt(sxx*syy))
}

// Spearman is the rank correlation of two equally long lists (Spearman 1904): the
// Pearson correlation of their ranks, ties sharing the mean of theirs. Undefined
// where Pearson is.
func Spearman(x, y []float64) Real { return Pearson(ranks(x), ranks(y)) }

// ranks numbers the values from 1 in ascending order.
func ranks(values []float64) []float64 {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
	out := make([]float64, len(values))
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && values[order[to]] == values[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			out[i] = float64(from+1+to) / 2 // the mean of from+1 ... to
		}
		from = to
	}
	return out
}

// mean is the arithmetic mean; undefined of nothing.
func mean[T ~float64](values []T) Real {
	if len(values) == 0 {
		return undefined()
	}
	sum := 0.0
	for _, v := range values {
		sum += float64(v)
	}
	return Real(sum / float64(len(values)))
}

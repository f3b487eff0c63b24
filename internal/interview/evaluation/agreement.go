package evaluation

// Pair is one rating beside the one it is compared with, both 1 to k.
type Pair struct {
	Given    int
	Expected int
}

// Exact is the share of pairs whose two ratings are the same.
func Exact(pairs []Pair) Real { return Within(pairs, 0) }

// Within is the share of pairs whose ratings differ by at most distance levels;
// with 1 it is the "adjacent agreement" of the literature on scoring essays.
// Undefined without pairs.
func Within(pairs []Pair, distance int) Real {
	hits := 0
	for _, p := range pairs {
		if max(p.Given-p.Expected, p.Expected-p.Given) <= distance {
			hits++
		}
	}
	return share(hits, len(pairs))
}

func share(part, whole int) Real {
	if whole == 0 {
		return undefined()
	}
	return Real(part) / Real(whole)
}

// QuadraticKappa is weighted kappa with quadratic weights over ratings 1 to levels
// (Cohen, J. 1968, Weighted kappa, Psychological Bulletin 70, 213-220):
//
//	1 - sum(w_ij * o_ij) / sum(w_ij * e_ij),  w_ij = (i-j)^2
//
// with o the observed shares and e those expected by chance from the two margins.
// 1 is perfect, 0 what chance gives, below 0 worse. (The customary divisor
// (levels-1)^2 of w cancels.) Undefined without pairs, and where both sides gave
// one and the same rating throughout, as chance agreement is then perfect too.
func QuadraticKappa(pairs []Pair, levels int) Real {
	given, expected := make([]float64, levels+1), make([]float64, levels+1)
	observed := 0.0
	for _, p := range pairs {
		given[p.Given]++
		expected[p.Expected]++
		observed += squared(p.Given - p.Expected)
	}
	chance := 0.0
	for i := range given {
		for j := range expected {
			chance += squared(i-j) * given[i] * expected[j]
		}
	}
	if chance == 0 {
		return undefined()
	}
	return Real(1 - observed*float64(len(pairs))/chance)
}

func squared(difference int) float64 { return float64(difference * difference) }

// IntraclassCorrelation is ICC(1,1) of two ratings of each of several answers
// (Shrout, P. E. & Fleiss, J. L. 1979, Psychological Bulletin 86, 420-428, case 1):
//
//	(MSB - MSW) / (MSB + MSW)
//
// with the mean squares between and within answers. 1: the two ratings of an
// answer are always the same; 0 and less: no more alike than those of different
// answers. Undefined with fewer than two answers or without any variance.
func IntraclassCorrelation(twice [][2]float64) Real {
	if len(twice) < 2 {
		return undefined()
	}
	grand := 0.0
	for _, t := range twice {
		grand += (t[0] + t[1]) / 2 / float64(len(twice))
	}
	between, within := 0.0, 0.0
	for _, t := range twice {
		mean, half := (t[0]+t[1])/2, (t[0]-t[1])/2
		between += 2 * (mean - grand) * (mean - grand)
		within += 2 * half * half
	}
	between, within = between/float64(len(twice)-1), within/float64(len(twice))
	if between+within == 0 {
		return undefined()
	}
	return Real((between - within) / (between + within))
}

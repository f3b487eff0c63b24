package evaluation

import (
	"encoding/json"
	"math"
	"testing"
)

// near compares figures; two undefined ones are alike.
func near(a, b Real) bool {
	return !a.Defined() && !b.Defined() || math.Abs(float64(a-b)) < 1e-6
}

var none = undefined()

// The expected values were worked out by hand, as the comments show.
func TestQuadraticKappa(t *testing.T) {
	tests := map[string]struct {
		pairs []Pair
		want  Real
	}{
		"perfect": {[]Pair{{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}}, 1},
		// observed 16+4+0+4+16 = 40, times 5; by chance 2*(4*1+3*4+2*9+1*16) = 100
		"turned round": {[]Pair{{1, 5}, {2, 4}, {3, 3}, {4, 2}, {5, 1}}, -1},
		// observed 2, times 4; by chance 1*1*2 + 1*2*2 + 4*1*2 + 1*1*2 = 16
		"one too high, twice": {[]Pair{{1, 1}, {2, 1}, {2, 2}, {3, 2}}, 0.5},
		// observed 8, times 2; by chance 4*2*1 + 4*2*1 = 16
		"always the middle":     {[]Pair{{3, 1}, {3, 5}}, 0},
		"two constants":         {[]Pair{{2, 3}, {2, 3}}, 0},
		"one constant for both": {[]Pair{{3, 3}, {3, 3}}, none},
		"nothing":               {nil, none},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := QuadraticKappa(tt.pairs, 5); !near(got, tt.want) {
				t.Errorf("kappa %v, want %v", got, tt.want)
			}
		})
	}
}

func TestAgreementShares(t *testing.T) {
	pairs := []Pair{{1, 1}, {2, 1}, {1, 2}, {5, 2}}
	for name, tt := range map[string]struct{ got, want Real }{
		"exact":            {Exact(pairs), 0.25},
		"within one":       {Within(pairs, 1), 0.75},
		"within three":     {Within(pairs, 3), 1},
		"exact of nothing": {Exact(nil), none},
		"lenience":         {lenience(pairs), 0.75}, // (0+1-1+3)/4
	} {
		if !near(tt.got, tt.want) {
			t.Errorf("%s: %v, want %v", name, tt.got, tt.want)
		}
	}
}

func TestIntraclassCorrelation(t *testing.T) {
	tests := map[string]struct {
		twice [][2]float64
		want  Real
	}{
		// means 1.5, 3.5, 5.5: MSB = 2*(4+0+4)/2 = 8; MSW = 3*0.5/3 = 0.5; 7.5/8.5
		"close":          {[][2]float64{{1, 2}, {3, 4}, {5, 6}}, 7.5 / 8.5},
		"the same":       {[][2]float64{{1, 1}, {3, 3}}, 1},
		"crossed":        {[][2]float64{{1, 3}, {3, 1}}, -1}, // MSB = 0
		"no variance":    {[][2]float64{{2, 2}, {2, 2}}, none},
		"too few":        {[][2]float64{{2, 3}}, none},
		"nothing at all": {nil, none},
	}
	for name, tt := range tests {
		if got := IntraclassCorrelation(tt.twice); !near(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

func TestCorrelations(t *testing.T) {
	tests := map[string]struct {
		of   func(x, y []float64) Real
		x, y []float64
		want Real
	}{
		"Pearson, a line":         {Pearson, []float64{1, 2, 3}, []float64{2, 4, 6}, 1},
		"Pearson, a falling line": {Pearson, []float64{1, 2, 3}, []float64{6, 4, 2}, -1},
		"Pearson, half":           {Pearson, []float64{1, 2, 3}, []float64{1, 3, 2}, 0.5}, // 1 / sqrt(2*2)
		"Pearson, constant":       {Pearson, []float64{1, 2, 3}, []float64{4, 4, 4}, none},
		"Pearson, one point":      {Pearson, []float64{1}, []float64{2}, none},
		// squared rank differences 1+1+1+1+0 = 4; 1 - 6*4/(5*24)
		"Spearman": {Spearman, []float64{1, 2, 3, 4, 5}, []float64{20, 10, 400, 30, 5000}, 0.8},
		// ranks 1, 2.5, 2.5, 4 with 1, 2, 3, 4: 4.5 / sqrt(4.5*5)
		"Spearman, tied":   {Spearman, []float64{1, 2, 2, 4}, []float64{1, 2, 3, 4}, Real(4.5 / math.Sqrt(22.5))},
		"Spearman, no two": {Spearman, nil, nil, none},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := tt.of(tt.x, tt.y); !near(got, tt.want) {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

func TestMedianAndQuantile(t *testing.T) {
	for name, tt := range map[string]struct{ got, want Real }{
		"odd":             {median([]float64{3, 1, 2}), 2},
		"even":            {median([]float64{4, 1, 2, 3}), 2.5},
		"nothing":         {median(nil), none},
		"between two":     {quantile([]float64{0, 10}, 0.025), 0.25},
		"the very last":   {quantile([]float64{0, 10}, 1), 10},
		"above, strictly": {above(0.3)([]float64{0.3, 0.31, -1, 2}), 0.5},
	} {
		if !near(tt.got, tt.want) {
			t.Errorf("%s: %v, want %v", name, tt.got, tt.want)
		}
	}
}

func TestBootstrap(t *testing.T) {
	coins := [][]float64{{0}, {1}, {0}, {1}, {0}, {1}, {0}, {1}, {0}, {1}}
	tests := map[string]struct {
		clusters [][]float64
		want     Figure
	}{
		// heads of ten fair coins: P(0 or 1) = 0.011, P(up to 2) = 0.055
		"ten coins": {coins, Figure{0.5, 0.2, 0.8, 10}},
		// both zero, both one or one of each: a quarter, a quarter and a half
		"clusters are drawn whole":    {[][]float64{{0, 0, 0}, {1, 1, 1}}, Figure{0.5, 0, 1, 6}},
		"no variance":                 {[][]float64{{2}, {2, 2}}, Figure{2, 2, 2, 3}},
		"one cluster":                 {[][]float64{{1, 3}}, Figure{2, 2, 2, 2}},
		"empty clusters don't count":  {append([][]float64{{}, nil}, coins...), Figure{0.5, 0.2, 0.8, 10}},
		"nothing":                     {nil, Figure{none, none, none, 0}},
		"nothing in several clusters": {[][]float64{{}, {}}, Figure{none, none, none, 0}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := Bootstrap(tt.clusters, meanOf)
			if !near(got.Value, tt.want.Value) || !near(got.Low, tt.want.Low) || !near(got.High, tt.want.High) || got.N != tt.want.N {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
			if again := Bootstrap(tt.clusters, meanOf); again.String() != got.String() {
				t.Errorf("%v, and then %v", got, again)
			}
		})
	}
}

func TestBootstrapWithoutEnoughSamples(t *testing.T) {
	calls := 0
	f := Bootstrap([][]float64{{1}, {2}}, func([]float64) Real {
		if calls++; calls == 1 {
			return 1
		}
		return none
	})
	if f.Value != 1 || f.Low.Defined() || f.High.Defined() || calls != Resamples+1 {
		t.Errorf("%+v after %d calls", f, calls)
	}
}

func TestRealInJSONAndText(t *testing.T) {
	for _, tt := range []struct {
		real       Real
		json, text string
	}{
		{0.123456, "0.1235", "0.12"}, {-0.001, "-0.001", "0.00"}, {none, "null", "n/a"},
		{Real(math.Inf(1)), "null", "n/a"}, {2, "2", "2.00"}, {-1.5, "-1.5", "-1.50"},
	} {
		raw, err := json.Marshal(tt.real)
		if err != nil || string(raw) != tt.json || tt.real.String() != tt.text {
			t.Errorf("%v: %s and %s, %v; want %s and %s", float64(tt.real), raw, tt.real, err, tt.json, tt.text)
		}
		var back Real
		if err := json.Unmarshal(raw, &back); err != nil || back.Defined() != tt.real.Defined() {
			t.Errorf("%s is read as %v, %v", raw, back, err)
		}
	}
	var r Real
	if json.Unmarshal([]byte(`"x"`), &r) == nil {
		t.Error("a word was read as a figure")
	}
}

package evaluation

import (
	"encoding/json"
	"math"
	"strconv"
)

// Real is a figure that may be undefined: NaN, which JSON writes as null and a
// table as "n/a".
type Real float64

// undefined is the figure of nothing.
func undefined() Real { return Real(math.NaN()) }

// Defined says whether there is a figure at all.
func (r Real) Defined() bool { return !math.IsNaN(float64(r)) && !math.IsInf(float64(r), 0) }

// String writes two decimals, or "n/a".
func (r Real) String() string {
	if !r.Defined() {
		return "n/a"
	}
	s := strconv.FormatFloat(float64(r), 'f', 2, 64)
	if s == "-0.00" {
		return "0.00"
	}
	return s
}

// MarshalJSON writes four decimals, so that reports can be compared line by line,
// or null.
func (r Real) MarshalJSON() ([]byte, error) {
	if !r.Defined() {
		return []byte("null"), nil
	}
	return json.Marshal(math.Round(float64(r)*10_000) / 10_000)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *Real) UnmarshalJSON(raw []byte) error {
	f := math.NaN()
	if string(raw) != "null" {
		if err := json.Unmarshal(raw, &f); err != nil {
			return err
		}
	}
	*r = Real(f)
	return nil
}

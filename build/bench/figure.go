package main

import (
	"fmt"
	"io"
	"slices"
	"time"
)

// figure is one line of the report.
type figure struct {
	name  string
	value float64
	unit  string
	bare  float64 // the same for the bare window; 0: nothing to compare with
	aim   string
}

func report(w io.Writer, title string, figures []figure) {
	fmt.Fprintf(w, "\n%s\n", title)
	for _, f := range figures {
		if f.unit == "" {
			fmt.Fprintf(w, "  %s\n", f.name)
			continue
		}
		beside := ""
		if f.bare > 0 {
			beside = fmt.Sprintf("bare window %.0f %s, ratio %.2f", f.bare, f.unit, f.value/f.bare)
		}
		aim := ""
		if f.aim != "" {
			aim = "(aim " + f.aim + ")"
		}
		fmt.Fprintf(w, "  %-52s %9.1f %-5s %-16s %s\n", f.name, f.value, f.unit, aim, beside)
	}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// quantile of the values: 0.5 is the median, 1 the largest.
func quantile(values []float64, q float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[int(q*float64(len(sorted)-1)+0.5)]
}

package reading

import (
	"math"
	"slices"
)

const (
	sameEdge       = 6.0 // points by which pieces of one column may start apart
	minColumnLines = 3
)

// tableColumns reads lines that are set in two columns one column after the other. They
// are columns if several lines start at the right one's edge and each side has lines of
// its own; otherwise the lines are returned as they are.
func tableColumns(lines []Line) [][]Line {
	x, ok := secondEdge(lines)
	if !ok {
		return [][]Line{lines}
	}
	var left, right []Line
	for _, l := range lines {
		a, b := l, l
		a.Pieces, b.Pieces = nil, nil
		for _, p := range l.Pieces {
			if p.X0 < x-sameEdge {
				a.Pieces = append(a.Pieces, p)
			} else {
				b.Pieces = append(b.Pieces, p)
			}
		}
		if len(a.Pieces) > 0 {
			left = append(left, a)
		}
		if len(b.Pieces) > 0 {
			right = append(right, b)
		}
	}
	return [][]Line{left, right}
}

// secondEdge finds the edge at which a second column starts.
func secondEdge(lines []Line) (float64, bool) {
	if len(lines) == 0 {
		return 0, false
	}
	first := slices.MinFunc(lines, func(a, b Line) int { return int(math.Copysign(1, a.X0()-b.X0())) }).X0()
	for _, l := range lines {
		if x := l.X0(); x > first+100 && startsAt(lines, x) >= minColumnLines && !crossed(lines, x) {
			return x, true
		}
	}
	return 0, false
}

func startsAt(lines []Line, x float64) (n int) {
	for _, l := range lines {
		for _, p := range l.Pieces {
			if math.Abs(p.X0-x) < sameEdge {
				n++
			}
		}
	}
	return n
}

func crossed(lines []Line, x float64) bool {
	for _, l := range lines {
		for _, p := range l.Pieces {
			if p.X0 < x-sameEdge && p.X1 > x {
				return true
			}
		}
	}
	return false
}

package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"strings"
)

// The mark, on a square of 22 units with a margin of 1: the same drawing the page shows.
const (
	side   = 22.0
	margin = 1.0
	corner = 5.5
	stroke = 1.8 // width of the path
	dot    = 1.7 // radius of the point it leads to
)

type point struct{ x, y float64 }

// path is two cubic Bézier curves, end to end.
var (
	path = [][4]point{
		{{5.5, 15.5}, {8.7, 15.5}, {8.1, 10.8}, {11.1, 10.8}},
		{{11.1, 10.8}, {13.8, 10.8}, {13.1, 6.9}, {15.5, 6.5}},
	}
	goal  = point{16.3, 6.2}
	ink   = color.NRGBA{0x2c, 0x4a, 0x94, 0xff} // --accent-fill of the light theme
	paper = color.NRGBA{0xff, 0xff, 0xff, 0xff}
)

// vector is the mark as SVG.
func vector() string {
	var d strings.Builder
	for _, c := range path {
		fmt.Fprintf(&d, "M%g %gC%g %g %g %g %g %g", c[0].x, c[0].y, c[1].x, c[1].y, c[2].x, c[2].y, c[3].x, c[3].y)
	}
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g">
<rect x="%g" y="%g" width="%g" height="%g" rx="%g" fill="#%02x%02x%02x"/>
<path d="%s" fill="none" stroke="#fff" stroke-width="%g" stroke-linecap="round"/>
<circle cx="%g" cy="%g" r="%g" fill="#fff"/>
</svg>
`, side, side, margin, margin, side-2*margin, side-2*margin, corner, ink.R, ink.G, ink.B,
		d.String(), stroke, goal.x, goal.y, dot)
}

// raster is the mark as a PNG of size by size pixels.
func raster(size int) []byte {
	picture, line := image.NewNRGBA(image.Rect(0, 0, size, size)), polyline()
	for y := range size {
		for x := range size {
			picture.SetNRGBA(x, y, pixel(x, y, side/float64(size), line))
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		panic(err) // a picture in memory always encodes
	}
	return out.Bytes()
}

// samples per pixel and direction; what lies between colours is their mean.
const samples = 4

func pixel(x, y int, unit float64, line []point) color.NRGBA {
	var square, light float64
	centre := point{(float64(x) + 0.5) * unit, (float64(y) + 0.5) * unit}
	if !near(centre, line, stroke/2+unit) {
		line = nil // no sample of this pixel can be on the path
	}
	for i := range samples * samples {
		p := point{
			(float64(x) + (float64(i%samples)+0.5)/samples) * unit,
			(float64(y) + (float64(i/samples)+0.5)/samples) * unit,
		}
		if !inSquare(p) {
			continue
		}
		square++
		if distance(p, goal) <= dot || near(p, line, stroke/2) {
			light++
		}
	}
	if square == 0 {
		return color.NRGBA{}
	}
	mix := func(a, b uint8) uint8 {
		return uint8(math.Round(float64(a) + (float64(b)-float64(a))*light/square))
	}
	return color.NRGBA{
		mix(ink.R, paper.R), mix(ink.G, paper.G), mix(ink.B, paper.B),
		uint8(math.Round(255 * square / (samples * samples))),
	}
}

// inSquare is true inside the square with round corners.
func inSquare(p point) bool {
	half := side/2 - margin
	dx := math.Max(math.Abs(p.x-side/2)-(half-corner), 0)
	dy := math.Max(math.Abs(p.y-side/2)-(half-corner), 0)
	return math.Hypot(dx, dy) <= corner
}

// polyline follows the path closely enough for the eye.
func polyline() []point {
	const steps = 24
	var line []point
	for _, c := range path {
		for i := range steps + 1 {
			line = append(line, bezier(c, float64(i)/steps))
		}
	}
	return line
}

func bezier(c [4]point, t float64) point {
	u := 1 - t
	a, b, d, e := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return point{
		a*c[0].x + b*c[1].x + d*c[2].x + e*c[3].x,
		a*c[0].y + b*c[1].y + d*c[2].y + e*c[3].y,
	}
}

// near is true within reach of the path; half a stroke is on it, with round ends.
func near(p point, line []point, reach float64) bool {
	for i := 1; i < len(line); i++ {
		if toSegment(p, line[i-1], line[i]) <= reach {
			return true
		}
	}
	return false
}

func toSegment(p, a, b point) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	length := dx*dx + dy*dy
	if length == 0 {
		return distance(p, a)
	}
	t := math.Min(1, math.Max(0, ((p.x-a.x)*dx+(p.y-a.y)*dy)/length))
	return distance(p, point{a.x + t*dx, a.y + t*dy})
}

func distance(a, b point) float64 { return math.Hypot(a.x-b.x, a.y-b.y) }

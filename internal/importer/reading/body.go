package reading

import "strings"

// details are what is told about an entry: paragraphs, and points with bullets or indents.
type details struct {
	points     []string
	paragraphs []string
}

// detailsOf puts wrapped lines together again. A line without a bullet goes on with the
// point above it, unless it stands further left.
func detailsOf(lines []Line) (d details) {
	inPoint := false
	pointX := 0.0
	for i, l := range lines {
		text, bullet := unbulleted(plainText(l))
		switch {
		case text == "":
		case bullet:
			d.points = append(d.points, text)
			inPoint, pointX = true, l.X0()
		case inPoint && l.X0() > pointX-1 && !apart(lines, i):
			n := len(d.points) - 1
			d.points[n] = joinWrapped(d.points[n], text)
		case !inPoint && len(d.paragraphs) > 0 && !apart(lines, i):
			n := len(d.paragraphs) - 1
			d.paragraphs[n] = joinWrapped(d.paragraphs[n], text)
		default:
			d.paragraphs = append(d.paragraphs, text)
			inPoint = false
		}
	}
	return d
}

// apart reports whether there is more white above a line than between lines of a paragraph.
func apart(lines []Line, i int) bool {
	if i == 0 {
		return true
	}
	a, b := lines[i-1], lines[i]
	return a.Page == b.Page && b.Y-a.Y > 1.75*b.Size()
}

func plainText(l Line) string { return strings.Join(strings.Fields(l.Text()), " ") }

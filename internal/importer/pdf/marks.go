package pdf

import (
	"math"

	lpdf "github.com/ledongthuc/pdf"
)

// mark is a stretch of marked content (14.6).
type mark struct {
	artifact bool
	text     string // what its glyphs say together (14.9.4), where their own meaning is another
	glyph    int    // the one that got the text, or none
}

const none = -1

func (d *drawing) mark(m mark) {
	d.marks = append(d.marks, m)
	if m.text != "" && d.spoken == 0 {
		d.spoken = len(d.marks)
	}
	if m.artifact {
		d.furniture++
	}
}

func (d *drawing) unmark() {
	n := len(d.marks)
	if n == 0 {
		return
	}
	if d.marks[n-1].artifact {
		d.furniture--
	}
	d.marks = d.marks[:n-1]
	if d.spoken == n {
		d.spoken = 0
	}
}

// actualText is the text a list of properties gives for what it marks; the list may stand
// among the resources under a name.
func (r *run) actualText(properties lpdf.Value) string {
	if name := properties.Name(); name != "" {
		properties = r.resources.Key("Properties").Key(name)
	}
	return normalText(properties.Key("ActualText").Text())
}

// replacing is the outermost open mark with a text, or nil: what stands in it counts for
// everything inside.
func (d *drawing) replacing() *mark {
	if d.spoken == 0 {
		return nil
	}
	return &d.marks[d.spoken-1]
}

// replaced gives the first glyph of a mark with a text all of it, and takes that of the
// others away. The first grows by their widths, so that no gap comes of it.
func (d *drawing) replaced(g glyph) glyph {
	m := d.replacing()
	switch {
	case m == nil || g.icon:
		return g
	case m.glyph == none:
		m.glyph, g.text = len(d.glyphs), m.text
		return g
	}
	first := &d.glyphs[m.glyph]
	if math.Abs(first.y-g.y) < sameBaseline*first.size {
		right := math.Max(first.right(), g.right())
		first.x = math.Min(first.x, g.x)
		first.width = right - first.x
	}
	g.text = ""
	return g
}

package pdf

import (
	"math"
	"strings"

	lpdf "github.com/ledongthuc/pdf"

	"github.com/jobjourney/jobjourney/internal/importer/reading"
)

// linkArea is a link annotation (12.5.6.5): in many résumés the address behind a name
// or icon stands nowhere else.
type linkArea struct {
	url            string
	x0, y0, x1, y1 float64
}

// linksOf reads the links of a page; a broken annotation costs the ones behind it only.
func linksOf(p page) (areas []linkArea) {
	_ = guard("read links", func() error {
		annots := p.dict.Key("Annots")
		for i := range min(annots.Len(), maxLinks) {
			if a, ok := linkOf(annots.Index(i), p.matrix()); ok {
				areas = append(areas, a)
			}
		}
		return nil
	})
	return areas
}

func linkOf(annot lpdf.Value, m matrix) (linkArea, bool) {
	rect := annot.Key("Rect")
	uri := annot.Key("A").Key("URI").RawString()
	if rect.Len() != 4 || uri == "" {
		return linkArea{}, false
	}
	ax, ay := m.apply(rect.Index(0).Float64(), rect.Index(1).Float64())
	bx, by := m.apply(rect.Index(2).Float64(), rect.Index(3).Float64())
	return linkArea{
		url: cleanURI(uri),
		x0:  math.Min(ax, bx), y0: math.Min(ay, by), x1: math.Max(ax, bx), y1: math.Max(ay, by),
	}, true
}

// cleanURI drops white space and what is no character of an address, such as the
// padding that ciphers leave at the end of a string.
func cleanURI(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7F || r == 0xFFFD {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// attach puts the links of a page on the pieces they cover and returns them with their words.
func attach(areas []linkArea, rows []row, pageNo int) []reading.Link {
	links := make([]reading.Link, 0, len(areas))
	for _, a := range areas {
		link := reading.Link{Page: pageNo, URL: a.url}
		for i := range rows {
			for k := range rows[i].pieces {
				if p := &rows[i].pieces[k]; a.covers(*p, rows[i].y) {
					link.Text = strings.TrimSpace(link.Text + " " + p.Text)
					p.Links = append(p.Links, a.url)
				}
			}
		}
		links = append(links, link)
	}
	return links
}

// covers asks for the middle of the letters' height and for any overlap in width.
func (a linkArea) covers(p reading.Piece, baseline float64) bool {
	const letterHeight = 0.35 // of the size, above the baseline: the middle of a small letter
	y := baseline - letterHeight*p.Size
	return y > a.y0 && y < a.y1 && p.X1 > a.x0 && p.X0 < a.x1
}

// turnedLinks are the links of a page that was turned round.
func turnedLinks(areas []linkArea, width float64) []linkArea {
	for i, a := range areas {
		areas[i].x0, areas[i].x1 = width-a.x1, width-a.x0
	}
	return areas
}

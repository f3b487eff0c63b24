package pdf

import (
	"errors"
	"strconv"

	lpdf "github.com/ledongthuc/pdf"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// page is a leaf of the tree of pages with what it inherits (7.7.3.4).
type page struct {
	dict      lpdf.Value
	resources lpdf.Value
	box       lpdf.Value
	rotate    int64 // degrees, clockwise
}

// treeWalk collects the pages of a file.
type treeWalk struct {
	nodes int
	path  map[string]bool // the dictionaries above the current node, as text
	pages []page
}

// pagesOf lists the pages of a file in order. The library's own count would be taken
// from the file and its search for a page never ends in a looping tree.
func pagesOf(r *lpdf.Reader) ([]page, error) {
	w := treeWalk{path: map[string]bool{}}
	err := guard("walk pages", func() error {
		return w.visit(r.Trailer().Key("Root").Key("Pages"), page{}, 0)
	})
	if err != nil {
		return nil, damaged(err)
	}
	if len(w.pages) > maxPages {
		return nil, fault.New(fault.Invalid, "import.tooManyPages").
			With("maxPages", strconv.Itoa(maxPages)).With("pages", strconv.Itoa(len(w.pages)))
	}
	if len(w.pages) == 0 {
		return nil, damaged(errors.New("no pages"))
	}
	return w.pages, nil
}

func (w *treeWalk) visit(node lpdf.Value, above page, depth int) error {
	if node.Kind() != lpdf.Dict {
		return nil
	}
	if w.nodes++; w.nodes > maxTreeNodes || depth > maxTreeDepth {
		return errors.New("tree of pages too deep or too large")
	}
	here := above.inherit(node)
	kids := node.Key("Kids")
	if kids.Kind() != lpdf.Array {
		w.pages = append(w.pages, here)
		return nil
	}
	// Two nodes that read the same name the same kids, so one below the other has no end.
	text := node.String()
	if w.path[text] {
		return errors.New("tree of pages loops")
	}
	w.path[text] = true
	defer delete(w.path, text)
	for i := range kids.Len() {
		if err := w.visit(kids.Index(i), here, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (p page) inherit(node lpdf.Value) page {
	p.dict = node
	if v := node.Key("Resources"); v.Kind() == lpdf.Dict {
		p.resources = v
	}
	if v := node.Key("MediaBox"); v.Len() == 4 {
		p.box = v
	}
	if v := node.Key("Rotate"); v.Kind() == lpdf.Integer {
		p.rotate = v.Int64()
	}
	return p
}

// matrix maps the page's own space to points from the upper left corner, as it is looked at.
func (p page) matrix() matrix {
	x0, y0, x1, y1 := 0.0, 0.0, 612.0, 792.0
	if p.box.Len() == 4 {
		x0, y0, x1, y1 = p.box.Index(0).Float64(), p.box.Index(1).Float64(), p.box.Index(2).Float64(), p.box.Index(3).Float64()
	}
	switch (p.rotate%360 + 360) % 360 {
	case 90:
		return matrix{0, 1, 1, 0, -y0, -x0}
	case 180:
		return matrix{-1, 0, 0, 1, x1, -y0}
	case 270:
		return matrix{0, -1, -1, 0, y1, x1}
	}
	return matrix{1, 0, 0, -1, -x0, y1}
}

package pdf

import (
	"errors"

	lpdf "github.com/ledongthuc/pdf"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/ident"
	"github.com/jobjourney/jobjourney/internal/importer/reading"
)

// Read understands a PDF file as a draft of a ledger. It depends on nothing but the
// bytes. A file that can't be read gives an Invalid fault: import.notPDF, .tooLarge
// (maxMb), .encrypted, .damaged, .tooManyPages (maxPages, pages), .noText (a scan) or
// .unmapped (the fonts don't say what more than half of the glyphs mean).
func Read(data []byte) (career.Draft, error) { return read(data, ident.NewItem) }

func read(data []byte, newID func() string) (career.Draft, error) {
	t, err := textOf(data)
	if err != nil {
		return career.Draft{}, err
	}
	return t.draft(newID), nil
}

// text is a file as lines in reading order, and what it took to get there.
type text struct {
	file   *lpdf.Reader
	work   *work
	doc    reading.Document
	losses []career.Loss
	sheets []sheet
}

// sheet is a page as it was drawn.
type sheet struct {
	page
	drawing
	lines []reading.Line
}

func (t text) draft(newID func() string) career.Draft {
	draft := reading.Understand(t.doc, newID)
	draft.Losses = append(t.losses, draft.Losses...)
	return draft
}

// textOf is everything up to lines in reading order.
func textOf(data []byte) (text, error) {
	file, err := open(data)
	if err != nil {
		return text{}, err
	}
	pages, err := pagesOf(file)
	if err != nil {
		return text{}, err
	}
	t := text{file: file, work: &work{fonts: map[string]bool{}}, losses: []career.Loss{}, doc: reading.Document{Format: "pdf", Pages: len(pages)}}
	broken := 0
	for i, p := range pages {
		if err := t.readPage(p, i+1); err != nil {
			broken++
		}
	}
	return t, textFault(t.work, broken == len(pages))
}

// readPage adds the lines of a page; what of it can't be read is a loss, not an error,
// as long as other pages can.
func (t *text) readPage(p page, number int) error {
	before := t.work.unmapped
	d := drawing{work: t.work}
	err := guard("draw page", func() error { return d.draw(p.dict.Key("Contents"), p.resources, p.matrix()) })
	switch {
	case errors.Is(err, errTooMuch):
		t.losses = append(t.losses, career.Loss{Reason: career.LossTooMany, Page: number})
	case err != nil:
		t.losses = append(t.losses, career.Loss{Reason: career.LossPageBroke, Page: number})
	}
	if t.work.unmapped > before {
		t.losses = append(t.losses, career.Loss{Reason: career.LossUnmapped, Page: number})
	}
	rows, links := rowsOf(d.glyphs, false), linksOf(p)
	if fromRight(d.glyphs) {
		width, _ := p.looks()
		rows, links = rowsOf(turned(d.glyphs, width), true), turnedLinks(links, width)
	}
	t.doc.Links = append(t.doc.Links, attach(links, rows, number)...)
	lines := linesOf(rows, number)
	t.doc.Lines = append(t.doc.Lines, lines...)
	t.sheets = append(t.sheets, sheet{p, d, lines})
	return err
}

// textFault refuses a file that has no text to read.
func textFault(w *work, allBroken bool) error {
	switch {
	case w.visible == 0 && allBroken:
		return damaged(errors.New("no page could be interpreted"))
	case w.visible == 0:
		return fault.New(fault.Invalid, "import.noText")
	case w.unmapped*2 > w.visible:
		return fault.New(fault.Invalid, "import.unmapped")
	}
	return nil
}

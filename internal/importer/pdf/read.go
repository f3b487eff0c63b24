package pdf

import (
	"errors"

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
	doc, losses, err := textOf(data)
	if err != nil {
		return career.Draft{}, err
	}
	draft := reading.Understand(doc, newID)
	draft.Losses = append(losses, draft.Losses...)
	return draft, nil
}

// textOf is everything up to lines in reading order.
func textOf(data []byte) (reading.Document, []career.Loss, error) {
	file, err := open(data)
	if err != nil {
		return reading.Document{}, nil, err
	}
	pages, err := pagesOf(file)
	if err != nil {
		return reading.Document{}, nil, err
	}
	doc := reading.Document{Format: "pdf", Pages: len(pages)}
	losses := []career.Loss{}
	total := &work{}
	broken := 0
	for i, p := range pages {
		lost, err := readPage(&doc, p, i+1, total)
		if err != nil {
			broken++
		}
		losses = append(losses, lost...)
	}
	return doc, losses, textFault(total, broken == len(pages))
}

// readPage adds the lines of a page; what of it can't be read is a loss, not an error,
// as long as other pages can.
func readPage(doc *reading.Document, p page, number int, total *work) ([]career.Loss, error) {
	var losses []career.Loss
	before := total.unmapped
	d := drawing{work: total}
	err := guard("draw page", func() error { return d.draw(p.dict.Key("Contents"), p.resources, p.matrix()) })
	switch {
	case errors.Is(err, errTooMuch):
		losses = append(losses, career.Loss{Reason: career.LossTooMany, Page: number})
	case err != nil:
		losses = append(losses, career.Loss{Reason: career.LossPageBroke, Page: number})
	}
	if total.unmapped > before {
		losses = append(losses, career.Loss{Reason: career.LossUnmapped, Page: number})
	}
	rows := rowsOf(d.glyphs)
	doc.Links = append(doc.Links, attach(linksOf(p), rows, number)...)
	doc.Lines = append(doc.Lines, linesOf(rows, number)...)
	return losses, err
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

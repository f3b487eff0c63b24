package pdf

import (
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/testkit/pdfmake"
)

// The texts in the column seen stand in the order of the page, from its left.
func TestTextIsPutInReadingOrder(t *testing.T) {
	tests := map[string]struct {
		seen  string
		right bool // the page is read from the right
		want  string
	}{
		"words":                  {"םלוע םולש", true, "שלום עולם"},
		"a word of Latin":        {"דג Figma בא", true, "אב Figma גד"},
		"Latin at the beginning": {"בא ,Figma, HTML", true, "Figma, HTML, אב"},
		"a number":               {"דג 2,000 בא", true, "אב 2,000 גד"},
		"percent in Hebrew":      {"דג 12% בא", true, "אב 12% גד"},
		"percent in Arabic":      {"دج %12 با", true, "اب 12% جد"},
		"a sum":                  {"דג $12 בא", true, "אב $12 גד"},
		"a period":               {"2019 – 2015", true, "2015 – 2019"},
		"months of a period":     {"םויה – 2019 יאמ", true, "מאי 2019 – היום"},
		"telephone":              {"050 000 0000", true, "050 000 0000"},
		"telephone with country": {"+962 7 0000 0000 :ןופלט", true, "טלפון: +962 7 0000 0000"},
		"telephone in brackets":  {"(050) 123 4567 :ןופלט", true, "טלפון: (050) 123 4567"},
		"brackets as seen":       {"דג (BIM) בא", true, "אב (BIM) גד"},
		"brackets as meant":      {"דג )BIM( בא", true, "אב (BIM) גד"},
		"brackets around all":    {"(תירבע) הפש", true, "שפה (עברית)"},
		"a full stop":            {".WCAG יפל", true, "לפי WCAG."},
		"a line of Latin":        {"See page 2.", true, "See page 2."},
		"its full stop at left":  {".See page 2", true, "See page 2."},
		"Hebrew in English":      {"Name: םלוע םולש (he)", false, "Name: שלום עולם (he)"},
		"a number in that":       {"a דג 12 בא b", false, "a אב 12 גד b"},
		"English":                {"C++ (2019) 50%", false, "C++ (2019) 50%"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var signs []sign
			for _, r := range tt.seen {
				signs = append(signs, signOf(string(r)))
			}
			if tt.right {
				signs = backwards(signs)
			}
			var got strings.Builder
			for _, s := range inReadingOrder(signs, tt.right) {
				got.WriteString(s.text)
			}
			if got.String() != tt.want {
				t.Errorf("%q is read %q, want %q", tt.seen, got.String(), tt.want)
			}
		})
	}
}

// Points stand behind their letter, and once, even where the file says of the point that
// it is the letter with the point.
func TestPointsBelongToTheirLetter(t *testing.T) {
	letter := func(text string, x, width float64) glyph {
		return glyph{text: text, x: x, width: width, y: 50, size: 20, mapped: true}
	}
	tests := map[string][]glyph{
		"points of their own":  {letter("ا", 20, 7), letter("\u0651", 27, 0), letter("د", 27.1, 12), letter("ح", 39.1, 15)},
		"points as the letter": {letter("ا", 20, 7), letter("د\u0651", 27, 0), letter("د\u0651", 27.1, 12), letter("ح", 39.1, 15)},
	}
	for name, glyphs := range tests {
		t.Run(name, func(t *testing.T) {
			rows := rowsOf(turned(glyphs, 100), true)
			if got, want := rows[0].pieces[0].Text, "حد\u0651ا"; got != want {
				t.Errorf("read %q, want %q", got, want)
			}
		})
	}
}

// A stretch of glyphs may say what it means as a whole (14.9.4).
func TestTextInPlaceOfGlyphs(t *testing.T) {
	const span = "/Span <</ActualText <FEFF006F0066006600690063006500200061>>> BDC\n"
	tests := map[string]func(*pdfmake.Page){
		"for a word": func(p *pdfmake.Page) {
			p.Raw(span)
			p.Text(60, 70, 10, pdfmake.Regular, "o~~ce a")
			p.Raw("EMC\n")
		},
		"over others": func(p *pdfmake.Page) {
			p.Raw(span + "/Span <</ActualText (x)>> BDC\n")
			p.Text(60, 70, 10, pdfmake.Nameless, "o~~ce a")
			p.Raw("EMC EMC\n")
		},
	}
	for name, draw := range tests {
		t.Run(name, func(t *testing.T) {
			d, err := Read(onePage(func(p *pdfmake.Page) {
				draw(p)
				p.Text(100, 70, 10, pdfmake.Regular, "and more")
			}))
			if err != nil {
				t.Fatal(err)
			}
			if got := d.Source.Pages[0]; got != "office a and more\n" {
				t.Errorf("read %q", got)
			}
		})
	}
}

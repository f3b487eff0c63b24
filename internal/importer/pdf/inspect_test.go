package pdf

import (
	"slices"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/resume/check"
	"github.com/jobjourney/jobjourney/internal/testkit/pdfmake"
)

func inspected(t *testing.T, data []byte) check.PDFFacts {
	t.Helper()
	r, err := Inspect(data)
	if err != nil {
		t.Fatal(err)
	}
	return r.Facts
}

func TestFactsOfAWellMadeFile(t *testing.T) {
	d := pdfmake.New()
	d.Describe("Mara Lindqvist – résumé", "sv")
	d.Tag("Mara at work")
	d.EmbedFont()
	d.Attach([]byte(`{"basics":{"name":"Somebody Else"}}`))
	p := d.Page()
	p.Text(60, 60, 20, pdfmake.Embedded, "Mara Lindqvist")
	p.Text(60, 80, 10, pdfmake.Embedded, "mara@example.org, see my page")
	p.Link(60, 70, 200, 82, "https://mara.example.org")
	p.Picture(false)
	p.Picture(true)
	p.Furniture(290, 820, 6, pdfmake.Embedded, "page 1 of 1, printed small")
	data := d.Bytes()
	got := inspected(t, data)
	if got.Title != "Mara Lindqvist – résumé" || got.Language != "sv" || !got.Tagged || got.Bytes != len(data) || got.Attachments != 1 {
		t.Errorf("facts %+v", got)
	}
	if got.Images != 1 || got.Undescribed != 0 || got.Unmapped != 0 || got.Private != 0 {
		t.Errorf("%d images, %d undescribed, %d unmapped, %d private", got.Images, got.Undescribed, got.Unmapped, got.Private)
	}
	if !slices.Equal(got.Fonts, []check.FontFact{{Name: "Made", Embedded: true}}) {
		t.Errorf("fonts %+v", got.Fonts)
	}
	if len(got.Links) != 1 || got.Links[0].URL != "https://mara.example.org" || got.Links[0].Text == "" || got.Links[0].Page != 1 {
		t.Errorf("links %+v", got.Links)
	}
	if got.SmallestSize != 10 || !strings.HasPrefix(got.SmallText, "mara@example.org") {
		t.Errorf("smallest %g %q", got.SmallestSize, got.SmallText)
	}
	page := got.Pages[0]
	if page.Width != pdfmake.Width || page.Height != pdfmake.Height || page.Columns != 1 || page.Characters < 30 || page.Furniture != "page 1 of 1, printed small" {
		t.Errorf("page %+v", page)
	}
}

func TestFactsOfABareFile(t *testing.T) {
	got := inspected(t, onePage(func(p *pdfmake.Page) {
		p.Text(60, 60, 10, pdfmake.Regular, "In a font that is not in the file")
		p.Text(60, 80, 7, pdfmake.Nameless, "lost")
		p.Text(60, 90, 7.5, pdfmake.Regular, "and something in small print")
		p.Text(60, 95, 5, pdfmake.Regular, "tm")
		p.Picture(false)
	}))
	if got.Title != "" || got.Language != "" || got.Tagged || got.Attachments != 0 || got.Images != 1 || got.Undescribed != 1 || got.Unmapped != 4 {
		t.Errorf("facts %+v", got)
	}
	if len(got.Fonts) != 2 || got.Fonts[0] != (check.FontFact{Name: "Helvetica"}) {
		t.Errorf("fonts %+v", got.Fonts)
	}
	if got.SmallestSize != 7.5 || got.SmallText != "and something in small print" {
		t.Errorf("smallest %g %q", got.SmallestSize, got.SmallText)
	}
}

func TestFiguresWithoutText(t *testing.T) {
	d := pdfmake.New()
	d.Tag("a face", "")
	p := d.Page()
	p.Text(60, 60, 10, pdfmake.Regular, "With two figures")
	p.Picture(false)
	if got := inspected(t, d.Bytes()); got.Undescribed != 1 || !got.Tagged {
		t.Errorf("facts %+v", got)
	}
}

func TestColumnsAndTheOrderOfDrawing(t *testing.T) {
	got := inspected(t, pdfmake.TwoColumns().Bytes())
	if got.Pages[0].Columns != 2 {
		t.Errorf("page %+v", got.Pages[0])
	}
	got = inspected(t, onePage(func(p *pdfmake.Page) {
		p.Text(60, 90, 10, pdfmake.Regular, "the lower line is drawn first")
		p.Text(60, 70, 10, pdfmake.Regular, "the upper one after it")
	}))
	if got.Pages[0].Drawn != "the lower line is drawn first\nthe upper one after it" {
		t.Errorf("drawn %q", got.Pages[0].Drawn)
	}
}

// What is attached must never help: a reader of an employer doesn't look there.
func TestTheAttachmentIsNotRead(t *testing.T) {
	plain, d := pdfmake.OneColumn(), pdfmake.OneColumn()
	d.Attach([]byte(`{"basics":{"name":"Somebody Else","email":"else@example.org"}}`))
	without, err := inspect(plain.Bytes(), counter())
	if err != nil {
		t.Fatal(err)
	}
	with, err := inspect(d.Bytes(), counter())
	if err != nil {
		t.Fatal(err)
	}
	if a, b := asJSON(t, with.Draft), asJSON(t, without.Draft); a != b || with.Facts.Attachments != 1 {
		t.Errorf("the attachment changed the draft, or was not counted: %d", with.Facts.Attachments)
	}
}

func TestInspectRefusesAsReadDoes(t *testing.T) {
	for name, data := range map[string][]byte{"scan": pdfmake.Scan(), "truncated": pdfmake.Truncated(), "looping form": pdfmake.LoopingForm(), "nothing": nil} {
		_, want := Read(data)
		if _, got := Inspect(data); fault.Of(got).Key != fault.Of(want).Key {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

// A tree of tags that contains itself costs only itself.
func TestLoopingTags(t *testing.T) {
	got := inspected(t, pdfmake.LoopingTags())
	if !got.Tagged || got.Title != "Around" {
		t.Errorf("facts %+v", got)
	}
}

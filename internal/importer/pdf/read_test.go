package pdf

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit"
	"github.com/jobjourney/jobjourney/internal/testkit/pdfmake"
)

// counter names items 1, 2, 3, so that drafts are the same each time.
func counter() func() string {
	n := 0
	return func() string {
		n++
		return fmt.Sprint(n)
	}
}

func TestDraftsOfWholeDocuments(t *testing.T) {
	for name, doc := range map[string]*pdfmake.Doc{
		"one-column": pdfmake.OneColumn(), "typeset": pdfmake.Typeset(), "two-columns": pdfmake.TwoColumns(),
		"lebenslauf": pdfmake.German(), "from-right": pdfmake.FromRight(), "one-grid": pdfmake.OneGrid(),
	} {
		t.Run(name, func(t *testing.T) {
			draft, err := read(doc.Bytes(), counter())
			if err != nil {
				t.Fatal(err)
			}
			got, err := json.MarshalIndent(draft, "", "  ")
			if err != nil {
				t.Fatal(err)
			}
			testkit.Golden(t, filepath.Join("testdata", name+".json"), append(got, '\n'))
		})
	}
}

func TestRefusals(t *testing.T) {
	plain := pdfmake.OneColumn().Bytes()
	tests := map[string]struct {
		data   []byte
		key    string
		params map[string]string
	}{
		"empty":                   {nil, "import.notPDF", nil},
		"another format":          {[]byte("PK\x03\x04 and so on, long enough to be a document of some kind"), "import.notPDF", nil},
		"only a header":           {[]byte("%PDF-1.4\n"), "import.damaged", nil},
		"truncated":               {pdfmake.Truncated(), "import.damaged", nil},
		"truncated near the end":  {plain[:len(plain)-20], "import.damaged", nil},
		"looping pages":           {pdfmake.LoopingPages(), "import.damaged", nil},
		"looping tables":          {pdfmake.LoopingTables(), "import.damaged", nil},
		"deep object":             {pdfmake.DeepObject(), "import.damaged", nil},
		"deep content":            {pdfmake.DeepContent(), "import.damaged", nil},
		"looping form":            {pdfmake.LoopingForm(), "import.damaged", nil},
		"a bomb":                  {pdfmake.Bomb(maxContentBytes + 1), "import.damaged", nil},
		"contents elsewhere":      {renumberedContents(plain), "import.damaged", nil},
		"scan":                    {pdfmake.Scan(), "import.noText", nil},
		"no Unicode maps":         {pdfmake.Unmapped(), "import.unmapped", nil},
		"too large":               {append(plain, make([]byte, MaxBytes)...), "import.tooLarge", map[string]string{"maxMb": "20"}},
		"300 pages":               {pdfmake.ManyPages(300), "import.tooManyPages", map[string]string{"maxPages": "50", "pages": "300"}},
		"user password, RC4-40":   {encrypted(pdfmake.Protection{Bits: 40, User: "u", Owner: "o"}), "import.encrypted", nil},
		"user password, RC4-128":  {encrypted(pdfmake.Protection{Bits: 128, User: "u", Owner: "o"}), "import.encrypted", nil},
		"user password, AES-128":  {encrypted(pdfmake.Protection{AES: true, User: "u", Owner: "o"}), "import.encrypted", nil},
		"impossible object count": {[]byte(strings.Replace(string(plain), "/Size ", "/Size 99999999", 1)), "import.damaged", nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			draft, err := Read(tt.data)
			f := fault.Of(err)
			if f == nil || f.Code != fault.Invalid || f.Key != tt.key {
				t.Fatalf("Read = %+v, %v, want %s", draft.Ledger.Basics, err, tt.key)
			}
			if fmt.Sprint(f.Params) != fmt.Sprint(tt.params) {
				t.Errorf("params %v, want %v", f.Params, tt.params)
			}
		})
	}
}

// renumberedContents breaks the promise that the object named as a page's contents is
// the one found at its place.
func renumberedContents(data []byte) []byte {
	number := regexp.MustCompile(`/Contents (\d+) 0 R`).FindSubmatch(data)[1]
	return bytes.Replace(data, fmt.Appendf(nil, "\n%s 0 obj", number), fmt.Appendf(nil, "\n%s 1 obj", number), 1)
}

func encrypted(p pdfmake.Protection) []byte { return pdfmake.OneColumn().Encrypted(p) }

func TestOwnerPasswordsOpen(t *testing.T) {
	want, err := read(pdfmake.OneColumn().Bytes(), counter())
	if err != nil {
		t.Fatal(err)
	}
	for name, p := range map[string]pdfmake.Protection{
		"RC4-40": {Bits: 40, Owner: "o"}, "RC4-56": {Bits: 56, Owner: "o"}, "RC4-128": {Bits: 128, Owner: "o"}, "AES-128": {AES: true, Owner: "o"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := read(encrypted(p), counter())
			if err != nil {
				t.Fatal(err)
			}
			if a, b := asJSON(t, got), asJSON(t, want); a != b {
				t.Errorf("differs from the file in clear: %s", testkit.FirstDifference(a, b))
			}
		})
	}
}

func asJSON(t *testing.T, d career.Draft) string {
	t.Helper()
	data, err := json.MarshalIndent(d, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestWhatOthersPutAroundAFile(t *testing.T) {
	plain := string(pdfmake.OneColumn().Bytes())
	for name, data := range map[string]string{
		"version 2.0":    strings.Replace(plain, "%PDF-1.5", "%PDF-2.0", 1),
		"blank lines":    plain + "\r\n\r\n  \n",
		"trailing bytes": plain + strings.Repeat("\x00", 500),
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read([]byte(data))
			if err != nil || d.Ledger.Basics.Name != "Mara Lindqvist" {
				t.Errorf("Read = %q, %v", d.Ledger.Basics.Name, err)
			}
		})
	}
}

func TestTextSurvivesOddPrograms(t *testing.T) {
	tests := map[string]struct {
		data []byte
		want string
	}{
		"inline image":   {pdfmake.InlineImage(), "After the picture\n"},
		"endless string": {pdfmake.EndlessString(), "Before\n"},
		"type 3 font":    {onePage(func(p *pdfmake.Page) { p.Text(60, 70, 10, pdfmake.Named, "By name") }), "By name\n"},
		"ligatures":      {onePage(func(p *pdfmake.Page) { p.Kerned(60, 70, 10, pdfmake.Embedded, "first office flow") }), "first office flow\n"},
		"printed twice": {onePage(func(p *pdfmake.Page) {
			p.Text(60, 70, 10, pdfmake.Regular, "Bold")
			p.Text(60.3, 70, 10, pdfmake.Regular, "Bold")
		}), "Bold\n"},
		"turned text": {onePage(func(p *pdfmake.Page) {
			p.Text(60, 70, 10, pdfmake.Regular, "Upright")
			p.Raw("BT /F1 10 Tf 0 1 -1 0 300 300 Tm (Turned) Tj ET\n")
		}), "Upright\n"},
		"spaced letters": {onePage(func(p *pdfmake.Page) {
			p.Raw("BT /F1 10 Tf 3 Tc 1 0 0 1 60 700 Tm (EXPERIENCE) Tj ET\n")
		}), "EXPERIENCE\n"},
		"wide gap": {onePage(func(p *pdfmake.Page) {
			p.Text(60, 70, 10, pdfmake.Regular, "Nurse")
			p.Text(400, 70, 10, pdfmake.Regular, "2020")
		}), "Nurse  2020\n"},
		"drawn from right to left": {onePage(func(p *pdfmake.Page) {
			p.Text(79, 70, 10, pdfmake.Regular, "second")
			p.Text(60, 70, 10, pdfmake.Regular, "first")
		}), "first second\n"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d, err := Read(tt.data)
			if err != nil {
				t.Fatal(err)
			}
			if d.Source.Pages[0] != tt.want {
				t.Errorf("page reads %q, want %q", d.Source.Pages[0], tt.want)
			}
		})
	}
}

func onePage(draw func(*pdfmake.Page)) []byte {
	d := pdfmake.New()
	draw(d.Page())
	return d.Bytes()
}

func TestLossesNameThePage(t *testing.T) {
	d := pdfmake.New()
	d.Page().Text(60, 70, 10, pdfmake.Regular, "A first page that can be read without any trouble")
	p := d.Page()
	p.Text(60, 70, 10, pdfmake.Nameless, "lost")
	p.Text(60, 90, 10, pdfmake.Regular, "And a second one")
	d.Page().Raw(strings.Repeat("[", maxNesting+1))
	draft, err := Read(d.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	want := []career.Loss{{Reason: career.LossUnmapped, Page: 2}, {Reason: career.LossPageBroke, Page: 3}}
	if len(draft.Losses) < 2 || draft.Losses[0] != want[0] || draft.Losses[1] != want[1] {
		t.Errorf("losses %+v, want to begin with %+v", draft.Losses, want)
	}
}

// Nothing may vanish: every word of a page is in the draft, as a field, a kept line or a loss.
func TestEveryWordIsPlacedOrLost(t *testing.T) {
	for name, doc := range map[string]*pdfmake.Doc{
		"one column": pdfmake.OneColumn(), "typeset": pdfmake.Typeset(), "two columns": pdfmake.TwoColumns(),
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(doc.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			kept := asJSON(t, career.Draft{Ledger: d.Ledger, Losses: d.Losses})
			for _, w := range longWords.FindAllString(strings.Join(d.Source.Pages, " "), -1) {
				if !strings.Contains(kept, w) && !expectedGone[w] {
					t.Errorf("%q vanished", w)
				}
			}
		})
	}
}

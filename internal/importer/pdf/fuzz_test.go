package pdf

import (
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit/pdfmake"
)

// Any bytes give a draft or an Invalid fault, never a panic.
func FuzzInspect(f *testing.F) {
	f.Add(pdfmake.OneColumn().Bytes())
	f.Add(pdfmake.Typeset().Bytes())
	f.Add(pdfmake.InlineImage())
	f.Add(pdfmake.LoopingForm())
	f.Add(encrypted(pdfmake.Protection{Bits: 40, Owner: "o"}))
	f.Add(contents(f, "testdata/enciphered/aes256-r6.pdf"))
	f.Add(contents(f, "testdata/enciphered/aes128-clear-metadata.pdf"))
	f.Add(pdfmake.LoopingTags())
	f.Add(pdfmake.FromRight().Bytes())
	f.Add(pdfmake.OneGrid().Bytes())
	f.Add(pdfmake.Groups(true).Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := Inspect(data); err != nil && !fault.Has(err, fault.Invalid) {
			t.Errorf("Inspect failed with %v", err)
		}
	})
}

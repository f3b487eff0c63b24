package pdf

import (
	"strings"
	"testing"

	lpdf "github.com/ledongthuc/pdf"
)

func TestTidy(t *testing.T) {
	tests := map[string]struct{ in, want string }{
		"plain":              {"BT (a) Tj ET", "BT (a) Tj ET"},
		"unknown escape":     {`(\q)`, "(q)"},
		"large octal":        {`(\777)`, `(\377)`},
		"line end escaped":   {"(a\\\r\nb)", "(ab)"},
		"nested parentheses": {"(a(b)c)", `(a\050b\051c)`},
		"open string":        {"(abc", "(abc)"},
		"open hex":           {"<41 4", "<4140>"},
		"odd signs in hex":   {"<4x1>", "<41>"},
		"comment":            {"a % ( <\nb", "a  b"},
		"stray closings":     {"] >> ) } a", "    a"},
		"long number":        {"12345678901234567890 w", "0 w"},
		"bad name":           {"/A#zz", "/Azz"},
		"inline image":       {"q BI /W 1 ID \x00(<[ EI Q", "q  Q"},
		"open image":         {"BI ID ((", ""},
		"open array":         {"[1", "[1]"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := tidy([]byte(tt.in))
			if err != nil || string(got) != tt.want {
				t.Errorf("tidy(%q) = %q, %v, want %q", tt.in, got, err, tt.want)
			}
		})
	}
	if _, err := tidy([]byte(strings.Repeat("[", maxNesting+1))); err == nil {
		t.Error("deep nesting was accepted")
	}
}

// Whatever a page holds, what tidy makes of it runs to its end in the interpreter, and
// tidying it again changes nothing.
func FuzzTidy(f *testing.F) {
	f.Add([]byte(`BT /F1 12 Tf [(a\)b) -250 <41>] TJ ET q BI ID x EI Q << /A [1 2] >> BDC`))
	f.Add([]byte("(((\\"))
	f.Fuzz(func(t *testing.T, data []byte) {
		clean, err := tidy(data)
		if err != nil {
			return
		}
		v, err := wrapped(clean)
		if err != nil {
			t.Fatal(err)
		}
		_ = guard("interpret", func() error {
			lpdf.Interpret(v, func(stack *lpdf.Stack, op string) { popAll(stack) })
			return nil
		})
	})
}

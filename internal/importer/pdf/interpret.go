package pdf

import (
	"fmt"
	"math"

	lpdf "github.com/ledongthuc/pdf"
)

// drawing runs the programs of a page and its forms (8.2, 9.4) and collects glyphs.
type drawing struct {
	glyphs    []glyph
	work      *work
	depth     int
	marks     []mark // the marked content that is open (14.6)
	furniture int    // how many of the marks are artifacts
	spoken    int    // how many are open up to the first that has a text; 0: none has
}

// work counts what a file asks for over all of its pages.
type work struct {
	operators, glyphs, unmapped, visible, private, images int

	fonts map[string]bool // those that were used, by name: whether they are in the file
}

// textState is the part of the graphics state that moves text (9.3).
type textState struct {
	ctm                      matrix
	font                     *font
	size, charGap, wordGap   float64
	stretch, leading, raised float64
}

// run interprets one program. Its resources name the fonts; a name means another font
// on another page or form, so nothing is kept between them.
type run struct {
	*drawing
	state     textState
	saved     []textState
	tm, line  matrix
	resources lpdf.Value
	fonts     map[string]*font
}

func (d *drawing) draw(contents, resources lpdf.Value, ctm matrix) error {
	if d.depth >= maxFormDepth {
		return fmt.Errorf("forms nested: %w", errTooMuch)
	}
	d.depth++
	defer func() { d.depth-- }()
	return guard("interpret page", func() error {
		prog, err := program(contents)
		if err != nil || prog.Kind() != lpdf.Stream {
			return err
		}
		r := run{drawing: d, resources: resources, fonts: map[string]*font{}, tm: identity, line: identity}
		r.state = textState{ctm: ctm, stretch: 1}
		lpdf.Interpret(prog, func(stack *lpdf.Stack, op string) { r.operator(op, popAll(stack)) })
		return nil
	})
}

func popAll(stack *lpdf.Stack) operands {
	args := make(operands, stack.Len())
	for i := len(args) - 1; i >= 0; i-- {
		args[i] = stack.Pop()
	}
	return args
}

// operands are what stood before an operator; a missing one is null, which reads as 0.
type operands []lpdf.Value

func (a operands) at(i int) lpdf.Value {
	if i < len(a) {
		return a[i]
	}
	return lpdf.Value{}
}

func (a operands) num(i int) float64 { return a.at(i).Float64() }

func (a operands) matrix() matrix {
	return matrix{a.num(0), a.num(1), a.num(2), a.num(3), a.num(4), a.num(5)}
}

func (r *run) operator(op string, a operands) {
	if r.work.operators++; r.work.operators > maxOperators {
		panic(errTooMuch)
	}
	switch op {
	case "q":
		if len(r.saved) < maxOperators/100 {
			r.saved = append(r.saved, r.state)
		}
	case "Q":
		if n := len(r.saved); n > 0 {
			r.state, r.saved = r.saved[n-1], r.saved[:n-1]
		}
	case "cm":
		r.state.ctm = a.matrix().then(r.state.ctm)
	case "Do":
		r.object(a.at(0).Name())
	case "BMC", "BDC":
		r.mark(mark{artifact: a.at(0).Name() == "Artifact", text: r.actualText(a.at(1)), glyph: none})
	case "EMC":
		r.unmark()
	default:
		r.textOperator(op, a)
	}
}

// object draws an external object (8.8): a form, or a picture, which is only counted.
func (r *run) object(name string) {
	x := r.resources.Key("XObject").Key(name)
	switch x.Key("Subtype").Name() {
	case "Form":
		r.form(x)
	case "Image":
		if r.furniture == 0 {
			r.work.images++
		}
	}
}

// form draws a form XObject (8.10). What is broken in it costs only its own text.
func (r *run) form(x lpdf.Value) {
	res := x.Key("Resources")
	if res.Kind() != lpdf.Dict {
		res = r.resources
	}
	if err := r.draw(x, res, matrixOf(x.Key("Matrix")).then(r.state.ctm)); err != nil {
		panic(err)
	}
}

func (r *run) textOperator(op string, a operands) {
	s := &r.state
	switch op {
	case "BT":
		r.tm, r.line = identity, identity
	case "Tf":
		s.font, s.size = r.fontNamed(a.at(0).Name()), a.num(1)
	case "Tc":
		s.charGap = a.num(0)
	case "Tw":
		s.wordGap = a.num(0)
	case "Tz":
		s.stretch = a.num(0) / 100
	case "TL":
		s.leading = a.num(0)
	case "Ts":
		s.raised = a.num(0)
	case "Td":
		r.moveLine(a.num(0), a.num(1))
	case "TD":
		s.leading = -a.num(1)
		r.moveLine(a.num(0), a.num(1))
	case "Tm":
		r.tm = a.matrix()
		r.line = r.tm
	case "T*":
		r.moveLine(0, -s.leading)
	default:
		r.showOperator(op, a)
	}
}

func (r *run) showOperator(op string, a operands) {
	switch op {
	case "Tj":
		r.show(a.at(0).RawString())
	case "'":
		r.moveLine(0, -r.state.leading)
		r.show(a.at(0).RawString())
	case `"`:
		r.state.wordGap, r.state.charGap = a.num(0), a.num(1)
		r.moveLine(0, -r.state.leading)
		r.show(a.at(2).RawString())
	case "TJ":
		r.showKerned(a.at(0))
	}
}

func (r *run) moveLine(x, y float64) {
	r.line = shift(x, y).then(r.line)
	r.tm = r.line
}

// showKerned shows the strings of an array and moves by the numbers between them,
// which are thousandths of the size, to the left (9.4.3). LaTeX makes its spaces so.
func (r *run) showKerned(items lpdf.Value) {
	for i := range items.Len() {
		if item := items.Index(i); item.Kind() == lpdf.String {
			r.show(item.RawString())
		} else {
			r.tm = shift(-item.Float64()*glyphUnits*r.state.size*r.state.stretch, 0).then(r.tm)
		}
	}
}

func (r *run) show(s string) {
	f := r.state.font
	if f == nil {
		return
	}
	for _, code := range f.codes(s) {
		advance := (f.width(code)*r.state.size + r.state.charGap) * r.state.stretch
		if f.codeSize == 1 && code == ' ' {
			advance += r.state.wordGap * r.state.stretch
		}
		r.place(code)
		r.tm = shift(advance, 0).then(r.tm)
	}
}

// place records the glyph of a code where the pen is. Text that doesn't run from left
// to right on the page (a sign turned by 90 degrees) is not part of any line and left out.
func (r *run) place(code int) {
	s := r.state
	m := matrix{s.size * s.stretch, 0, 0, s.size, 0, s.raised}.then(r.tm).then(s.ctm)
	if !m.sane() || math.Abs(m[1]) > math.Abs(m[0])/4 {
		return
	}
	if r.work.glyphs++; r.work.glyphs > maxGlyphs {
		panic(errTooMuch)
	}
	text, mapped := s.font.text(code)
	mapped = mapped || r.replacing() != nil
	g := glyph{
		text: normalText(text), x: m[4], y: m[5], width: s.font.width(code) * math.Hypot(m[0], m[1]),
		size: math.Hypot(m[2], m[3]), bold: s.font.bold, italic: s.font.italic, mapped: mapped, icon: private(text) || s.font.icons,
		furniture: r.furniture > 0,
	}
	if !g.blank() {
		r.work.visible++
		r.work.fonts[s.font.name] = s.font.embedded
	}
	if private(text) {
		r.work.private++
	}
	if !mapped {
		r.work.unmapped++
	}
	r.glyphs = append(r.glyphs, r.replaced(g))
}

func (r *run) fontNamed(name string) *font {
	f, ok := r.fonts[name]
	if !ok {
		if v := r.resources.Key("Font").Key(name); v.Kind() == lpdf.Dict {
			f = fontOf(v)
		}
		r.fonts[name] = f
	}
	return f
}

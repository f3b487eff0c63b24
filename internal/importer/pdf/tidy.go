package pdf

import (
	"bytes"
	"errors"
)

// tidy rewrites a drawing program token by token so that the library's interpreter can
// run it to its end: inline images, whose bytes are no tokens, are left out, unfinished
// strings are closed, and escapes and numbers the library would panic on are repaired.
func tidy(raw []byte) ([]byte, error) {
	t := tidier{in: raw}
	t.out.Grow(len(raw))
	for t.pos < len(t.in) {
		if err := t.token(); err != nil {
			return nil, err
		}
	}
	for range t.depth {
		t.out.WriteByte(']')
	}
	return t.out.Bytes(), nil
}

type tidier struct {
	in    []byte
	pos   int
	depth int // open arrays and dictionaries
	out   bytes.Buffer
}

func (t *tidier) token() error {
	switch c := t.in[t.pos]; {
	case isSpace(c):
		t.pos++
		t.out.WriteByte(' ')
	case c == '%':
		t.comment()
	case c == '(':
		t.literal()
	case bytes.HasPrefix(t.in[t.pos:], []byte("<<")), bytes.HasPrefix(t.in[t.pos:], []byte(">>")):
		return t.bracket(2, c == '<')
	case c == '<':
		t.hex()
	case c == '[', c == ']':
		return t.bracket(1, c == '[')
	case c == '/':
		t.name()
	case isDelimiter(c):
		t.pos++
	default:
		t.word()
	}
	return nil
}

func (t *tidier) bracket(size int, opens bool) error {
	if opens {
		t.depth++
	} else if t.depth > 0 {
		t.depth--
	} else { // closes nothing
		t.pos += size
		return nil
	}
	if t.depth > maxNesting {
		return errors.New("nested too deep")
	}
	t.out.Write(t.in[t.pos : t.pos+size])
	t.pos += size
	return nil
}

func (t *tidier) comment() {
	for t.pos < len(t.in) && t.in[t.pos] != '\n' && t.in[t.pos] != '\r' {
		t.pos++
	}
}

// literal copies a string in parentheses with everything but letters and digits as
// octal escapes, which need no care.
func (t *tidier) literal() {
	s, n := literalString(t.in[t.pos:])
	t.pos += n
	t.out.WriteByte('(')
	for _, c := range s {
		if c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == ' ' {
			t.out.WriteByte(c)
			continue
		}
		t.out.Write([]byte{'\\', '0' + c>>6, '0' + c>>3&7, '0' + c&7})
	}
	t.out.WriteByte(')')
}

func (t *tidier) hex() {
	s, n := hexString(t.in[t.pos:])
	t.pos += n
	const digits = "0123456789ABCDEF"
	t.out.WriteByte('<')
	for _, c := range s {
		t.out.Write([]byte{digits[c>>4], digits[c&15]})
	}
	t.out.WriteByte('>')
}

func (t *tidier) name() {
	t.out.WriteByte('/')
	t.pos++
	for t.pos < len(t.in) && !isSpace(t.in[t.pos]) && !isDelimiter(t.in[t.pos]) {
		if c := t.in[t.pos]; c != '#' || t.hexAt(t.pos+1) {
			t.out.WriteByte(c)
		}
		t.pos++
	}
}

func (t *tidier) hexAt(i int) bool {
	return i+1 < len(t.in) && nibble(t.in[i]) >= 0 && nibble(t.in[i+1]) >= 0
}

const longestNumber = 15 // digits; longer ones overflow and stand for nothing on a page

func (t *tidier) word() {
	start := t.pos
	for t.pos < len(t.in) && !isSpace(t.in[t.pos]) && !isDelimiter(t.in[t.pos]) {
		t.pos++
	}
	switch w := t.in[start:t.pos]; {
	case string(w) == "BI":
		t.skipImage()
	case len(w) > longestNumber && bytes.IndexFunc(w, notNumeric) < 0:
		t.out.WriteByte('0')
	default:
		t.out.Write(w)
	}
}

func notNumeric(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != '-' && r != '+' }

// skipImage moves behind the EI of an inline image (8.9.7): an EI between white space.
func (t *tidier) skipImage() {
	for i := t.pos; i+3 <= len(t.in); i++ {
		if isSpace(t.in[i]) && t.in[i+1] == 'E' && t.in[i+2] == 'I' && (i+3 == len(t.in) || isSpace(t.in[i+3])) {
			t.pos = i + 3
			return
		}
	}
	t.pos = len(t.in)
}

package pdf

import (
	"unicode/utf16"
)

// cmap is a ToUnicode map (9.10.3): code to text. A code is its bytes read as one number.
type cmap struct {
	text     map[uint32]string
	codeSize int // bytes of a code, by the first code space range; 0: not said
}

const maxMappings = 1 << 17 // of one map; a font has at most 65,536 glyphs

// parseCMap reads the parts of a CMap that matter and never fails: what it does not
// understand is not mapped.
func parseCMap(data []byte) *cmap {
	p := cmapParser{in: data, m: &cmap{text: map[uint32]string{}}}
	for {
		tok, ok := p.next()
		if !ok {
			return p.m
		}
		switch tok.word {
		case "begincodespacerange":
			p.codeSpace()
		case "beginbfchar":
			p.chars()
		case "beginbfrange":
			p.ranges()
		}
	}
}

type cmapParser struct {
	in  []byte
	pos int
	m   *cmap
}

// cmapToken is a string (of codes), or a word: a keyword, number, name or bracket.
type cmapToken struct {
	bytes []byte
	word  string
}

func (p *cmapParser) next() (cmapToken, bool) {
	for p.pos < len(p.in) {
		switch c := p.in[p.pos]; {
		case isSpace(c):
			p.pos++
		case c == '%':
			for p.pos < len(p.in) && p.in[p.pos] != '\n' && p.in[p.pos] != '\r' {
				p.pos++
			}
		case c == '<' && p.pos+1 < len(p.in) && p.in[p.pos+1] != '<':
			s, n := hexString(p.in[p.pos:])
			p.pos += n
			return cmapToken{bytes: append([]byte{}, s...)}, true
		case c == '(':
			_, n := literalString(p.in[p.pos:])
			p.pos += n
		case isDelimiter(c) && c != '/':
			p.pos++
			return cmapToken{word: string(c)}, true
		default:
			return cmapToken{word: p.word()}, true
		}
	}
	return cmapToken{}, false
}

func (p *cmapParser) word() string {
	start := p.pos
	p.pos++
	for p.pos < len(p.in) && !isSpace(p.in[p.pos]) && !isDelimiter(p.in[p.pos]) {
		p.pos++
	}
	return string(p.in[start:p.pos])
}

// strings collects the strings up to a word, which is consumed.
func (p *cmapParser) strings(limit int) (all [][]byte, end string, ok bool) {
	for len(all) < limit {
		tok, ok := p.next()
		if !ok || tok.bytes == nil {
			return all, tok.word, ok
		}
		all = append(all, tok.bytes)
	}
	return all, "", true
}

func (p *cmapParser) codeSpace() {
	pair, _, _ := p.strings(2)
	if len(pair) == 2 && p.m.codeSize == 0 {
		p.m.codeSize = len(pair[0])
	}
}

func (p *cmapParser) chars() {
	for {
		pair, _, ok := p.strings(2)
		if len(pair) < 2 || !ok {
			return
		}
		p.m.put(codeOf(pair[0]), utf16Text(pair[1]))
	}
}

func (p *cmapParser) ranges() {
	for {
		head, _, ok := p.strings(2)
		if len(head) < 2 || !ok {
			return
		}
		low, high := codeOf(head[0]), codeOf(head[1])
		target, ok := p.next()
		switch {
		case !ok:
			return
		case target.word == "[":
			p.listed(low, high)
		case target.bytes != nil:
			p.m.putRange(low, high, utf16Text(target.bytes))
		}
	}
}

// listed maps a range whose texts stand one by one in an array.
func (p *cmapParser) listed(low, high uint32) {
	all, _, _ := p.strings(1 << 16)
	for i, text := range all {
		if code := low + uint32(i); code <= high {
			p.m.put(code, utf16Text(text))
		}
	}
}

// putRange maps consecutive codes to texts whose last character counts up.
func (m *cmap) putRange(low, high uint32, text string) {
	runes := []rune(text)
	if len(runes) == 0 || high < low {
		return
	}
	last := runes[len(runes)-1]
	for i := uint32(0); i <= high-low && i < 1<<16; i++ {
		runes[len(runes)-1] = last + rune(i)
		if !m.put(low+i, string(runes)) {
			return
		}
	}
}

func (m *cmap) put(code uint32, text string) bool {
	if len(m.text) >= maxMappings {
		return false
	}
	m.text[code] = text
	return true
}

func codeOf(b []byte) (code uint32) {
	for _, c := range b {
		code = code<<8 | uint32(c)
	}
	return code
}

// utf16Text decodes UTF-16BE; a single byte, which some producers write, is Latin-1.
func utf16Text(b []byte) string {
	if len(b) == 1 {
		return string(rune(b[0]))
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
	}
	return string(utf16.Decode(units))
}

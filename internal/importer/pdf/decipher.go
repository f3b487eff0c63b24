package pdf

import (
	"bytes"
	"regexp"
	"strconv"
)

// The PDF library deciphers RC4 with keys of 88 bits and more, and AES-128 where the
// metadata is enciphered too. Everything else is deciphered here, in place: what comes out
// is never longer than what went in and is filled up with blanks, which every filter
// overlooks, so that all offsets stay right. Only the empty password is ever tried.

var (
	encryptRef  = regexp.MustCompile(`/Encrypt\s+(\d+)\s+(\d+)\s+R`)
	objectStart = regexp.MustCompile(`\b(\d{1,9})\s+(\d{1,5})\s+obj\b`)
	lengthEntry = regexp.MustCompile(`/Length\s+(\d+)(?:\s+(\d+)\s+R)?`)
	streamStart = regexp.MustCompile(`^\s*stream\r?\n`)
)

// decipher returns the file in clear if a cipher the library doesn't know guards it and
// the empty password opens it, and otherwise the file as it is.
func decipher(data []byte) []byte {
	at := encryptRef.FindSubmatchIndex(data)
	if at == nil {
		return data
	}
	number := string(data[at[2]:at[3]])
	c := cipherOf(data, objectBody(data, number))
	if c == nil {
		return data
	}
	out := bytes.Clone(data)
	d := decipherer{in: data, out: out, cipher: c}
	d.run(number)
	for _, m := range encryptRef.FindAllIndex(data, -1) { // one in each trailer
		copy(out[m[0]:m[1]], blanks(m[1]-m[0]))
	}
	return out
}

func blanks(n int) []byte { return bytes.Repeat([]byte(" "), n) }

// objectBody is the text from the head of an object to its end; nil if there is none.
func objectBody(data []byte, number string) []byte {
	m := regexp.MustCompile(`\b` + number + `\s+\d+\s+obj\b`).FindIndex(data)
	if m == nil {
		return nil
	}
	body := data[m[1]:]
	if end := bytes.Index(body, []byte("endobj")); end >= 0 {
		body = body[:end]
	}
	return body
}

// decipherer walks over the objects of a file and rewrites their strings and streams.
type decipherer struct {
	in, out []byte
	cipher  fileCipher
	pos     int
}

// run deciphers everything but the dictionary that describes the cipher.
func (d *decipherer) run(skip string) {
	for {
		m := objectStart.FindSubmatchIndex(d.in[d.pos:])
		if m == nil {
			return
		}
		number, generation := string(d.in[d.pos+m[2]:d.pos+m[3]]), string(d.in[d.pos+m[4]:d.pos+m[5]])
		d.pos += m[1]
		d.object(objectName{number, generation}, number == skip)
	}
}

// object rewrites one object up to its end.
func (d *decipherer) object(name objectName, clear bool) {
	start := d.pos
	for d.pos < len(d.in) {
		rest := d.in[d.pos:]
		switch {
		case rest[0] == '(':
			_, n := literalString(rest)
			d.text(name, n, clear)
		case rest[0] == '<' && !bytes.HasPrefix(rest, []byte("<<")):
			_, n := hexString(rest)
			d.text(name, n, clear)
		case bytes.HasPrefix(rest, []byte("<<")), bytes.HasPrefix(rest, []byte(">>")):
			d.pos += 2
		case bytes.HasPrefix(rest, []byte("endobj")):
			return
		case rest[0] == 's' && streamStart.Match(rest[:min(len(rest), len("stream\r\n"))]):
			d.stream(name, d.in[start:d.pos])
			return
		default:
			d.pos++
		}
	}
}

// text puts a deciphered string where the enciphered one was, filled up with blanks
// behind it. One that doesn't fit is left empty; it can only be an address or a title.
func (d *decipherer) text(name objectName, n int, clear bool) {
	raw := d.in[d.pos : d.pos+n]
	if !clear {
		plain := literal(d.cipher.open(name, anyString(raw)))
		if len(plain) > n {
			plain = []byte("()")
		}
		copy(d.out[d.pos:], append(plain, blanks(n-len(plain))...))
	}
	d.pos += n
}

// literal writes a string with parentheses; what is no plain sign is left out.
func literal(s []byte) []byte {
	out := []byte{'('}
	for _, c := range s {
		switch {
		case c == '(' || c == ')' || c == '\\':
			out = append(out, '\\', c)
		case c >= ' ' && c <= '~':
			out = append(out, c)
		}
	}
	return append(out, ')')
}

// stream rewrites the bytes of a stream. The one kind that is never enciphered holds
// the cross-references.
func (d *decipherer) stream(name objectName, dict []byte) {
	d.pos += len(streamStart.Find(d.in[d.pos:min(len(d.in), d.pos+len("stream\r\n"))]))
	n := d.length(dict)
	if n < 0 || d.pos+n > len(d.in) {
		n = max(0, bytes.Index(d.in[d.pos:], []byte("endstream")))
	}
	if !bytes.Contains(dict, []byte("/XRef")) {
		plain := d.cipher.open(name, d.in[d.pos:d.pos+n])
		copy(d.out[d.pos:], append(plain, blanks(n-len(plain))...))
	}
	d.pos += n
}

// length reads the length of a stream, which may stand in an object of its own.
func (d *decipherer) length(dict []byte) int {
	m := lengthEntry.FindSubmatch(dict)
	if m == nil {
		return -1
	}
	text := m[1]
	if m[2] != nil {
		text = bytes.TrimSpace(objectBody(d.in, string(m[1])))
	}
	n, err := strconv.Atoi(string(text))
	if err != nil {
		return -1
	}
	return n
}

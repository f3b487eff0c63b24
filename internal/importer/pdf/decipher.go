package pdf

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"regexp"
	"strconv"
)

// The PDF library deciphers AES-128 and RC4 with keys of 88 bits and more, but makes the
// keys of objects too long for shorter ones (7.6.2, algorithm 1, step d), so that files
// with 40 bits come out as noise. These are deciphered here, in place: RC4 keeps every
// length, so that all offsets stay right. Only the empty password is ever tried.

const (
	saltBytes   = 5  // of object number and generation in an object's key
	fullKey     = 16 // bytes; from here on the library is right
	defaultBits = 40
	keyRounds   = 50
	userRounds  = 20
)

var passwordPadding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

var (
	encryptRef  = regexp.MustCompile(`/Encrypt\s+(\d+)\s+(\d+)\s+R`)
	objectStart = regexp.MustCompile(`\b(\d{1,9})\s+(\d{1,5})\s+obj\b`)
	lengthEntry = regexp.MustCompile(`/Length\s+(\d+)(?:\s+(\d+)\s+R)?`)
	streamStart = regexp.MustCompile(`^\s*stream\r?\n`)
)

// decipher returns the file in clear if a short RC4 key guards it and the empty
// password opens it, and otherwise the file as it is.
func decipher(data []byte) []byte {
	at := encryptRef.FindSubmatchIndex(data)
	if at == nil {
		return data
	}
	number := string(data[at[2]:at[3]])
	key, ok := shortKey(data, objectBody(data, number))
	if !ok {
		return data
	}
	out := bytes.Clone(data)
	d := decipherer{in: data, out: out, key: key}
	d.run(number)
	copy(out[at[0]:at[1]], bytes.Repeat([]byte(" "), at[1]-at[0]))
	return out
}

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

// shortKey works out the key of a file with the empty password (algorithm 2) and
// proves it (algorithms 4 to 6).
func shortKey(data, dict []byte) ([]byte, bool) {
	version, revision := intEntry(dict, "V", 0), intEntry(dict, "R", 0)
	size := intEntry(dict, "Length", defaultBits) / 8
	owner, user := stringEntry(dict, "O"), stringEntry(dict, "U")
	if version != 1 && version != 2 || revision < 2 || revision > 3 || size < saltBytes || size+saltBytes >= fullKey ||
		len(owner) != len(passwordPadding) || len(user) != len(passwordPadding) {
		return nil, false
	}
	id := firstID(data)
	p := uint32(intEntry(dict, "P", 0))
	h := md5.New()
	h.Write(passwordPadding)
	h.Write(owner)
	h.Write([]byte{byte(p), byte(p >> 8), byte(p >> 16), byte(p >> 24)})
	h.Write(id)
	key := h.Sum(nil)
	if revision == 3 {
		for range keyRounds {
			sum := md5.Sum(key[:size])
			key = sum[:]
		}
	}
	key = key[:size]
	return key, opens(key, id, user, revision)
}

func opens(key, id, user []byte, revision int) bool {
	if revision == 2 {
		return bytes.Equal(xor(key, passwordPadding), user)
	}
	sum := md5.Sum(append(bytes.Clone(passwordPadding), id...))
	proof := sum[:]
	for i := range userRounds {
		k := bytes.Clone(key)
		for j := range k {
			k[j] ^= byte(i)
		}
		proof = xor(k, proof)
	}
	return bytes.HasPrefix(user, proof)
}

func xor(key, data []byte) []byte {
	out := make([]byte, len(data))
	c, err := rc4.NewCipher(key)
	if err != nil {
		return out // a key of 1 to 256 bytes has no error
	}
	c.XORKeyStream(out, data)
	return out
}

func intEntry(dict []byte, name string, fallback int) int {
	m := regexp.MustCompile(`/` + name + `\s+(-?\d+)`).FindSubmatch(dict)
	if m == nil {
		return fallback
	}
	n, err := strconv.Atoi(string(m[1]))
	if err != nil {
		return fallback
	}
	return n
}

func stringEntry(dict []byte, name string) []byte {
	m := regexp.MustCompile(`/` + name + `\s*([(<])`).FindSubmatchIndex(dict)
	if m == nil {
		return nil
	}
	return anyString(dict[m[2]:])
}

func firstID(data []byte) []byte {
	all := regexp.MustCompile(`/ID\s*\[\s*([(<])`).FindAllSubmatchIndex(data, -1)
	if all == nil {
		return nil
	}
	return anyString(data[all[len(all)-1][2]:])
}

func anyString(s []byte) (decoded []byte) {
	if s[0] == '(' {
		decoded, _ = literalString(s)
	} else {
		decoded, _ = hexString(s)
	}
	return decoded
}

// decipherer walks over the objects of a file and rewrites their strings and streams.
type decipherer struct {
	in, out []byte
	key     []byte // of the file
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
		d.object(objectKey(d.key, number, generation), number == skip)
	}
}

// objectKey is algorithm 1.
func objectKey(key []byte, number, generation string) []byte {
	n, _ := strconv.Atoi(number) // the pattern lets only digits through
	g, _ := strconv.Atoi(generation)
	h := md5.New()
	h.Write(key)
	h.Write([]byte{byte(n), byte(n >> 8), byte(n >> 16), byte(g), byte(g >> 8)})
	return h.Sum(nil)[:min(len(key)+saltBytes, fullKey)]
}

// object rewrites one object up to its end.
func (d *decipherer) object(key []byte, clear bool) {
	start := d.pos
	for d.pos < len(d.in) {
		rest := d.in[d.pos:]
		switch {
		case rest[0] == '(':
			_, n := literalString(rest)
			d.text(key, n, clear)
		case rest[0] == '<' && !bytes.HasPrefix(rest, []byte("<<")):
			_, n := hexString(rest)
			d.text(key, n, clear)
		case bytes.HasPrefix(rest, []byte("<<")), bytes.HasPrefix(rest, []byte(">>")):
			d.pos += 2
		case bytes.HasPrefix(rest, []byte("endobj")):
			return
		case rest[0] == 's' && streamStart.Match(rest[:min(len(rest), len("stream\r\n"))]):
			d.stream(key, d.in[start:d.pos])
			return
		default:
			d.pos++
		}
	}
}

// text puts a deciphered string where the enciphered one was, filled up with blanks
// behind it. One that doesn't fit is left empty; it can only be an address or a title.
func (d *decipherer) text(key []byte, n int, clear bool) {
	raw := d.in[d.pos : d.pos+n]
	if !clear {
		plain := literal(xor(key, anyString(raw)))
		if len(plain) > n {
			plain = []byte("()")
		}
		copy(d.out[d.pos:], append(plain, bytes.Repeat([]byte(" "), n-len(plain))...))
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
func (d *decipherer) stream(key, dict []byte) {
	d.pos += len(streamStart.Find(d.in[d.pos:min(len(d.in), d.pos+len("stream\r\n"))]))
	n := d.length(dict)
	if n < 0 || d.pos+n > len(d.in) {
		n = max(0, bytes.Index(d.in[d.pos:], []byte("endstream")))
	}
	if !bytes.Contains(dict, []byte("/XRef")) {
		copy(d.out[d.pos:], xor(key, d.in[d.pos:d.pos+n]))
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

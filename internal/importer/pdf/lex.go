package pdf

// literalString decodes the string in parentheses that s begins with (7.3.4.2) and
// says how many bytes it takes; without an end it takes all.
func literalString(s []byte) (decoded []byte, n int) {
	depth := 0
	for n < len(s) {
		c := s[n]
		n++
		switch c {
		case '(':
			if depth++; depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				return decoded, n
			}
		case '\\':
			b, size, keep := escape(s[n:])
			n += size
			if keep {
				decoded = append(decoded, b)
			}
			continue
		}
		decoded = append(decoded, c)
	}
	return decoded, n
}

var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// escape decodes what follows a backslash; keep is false for a line end, which is dropped.
func escape(s []byte) (b byte, size int, keep bool) {
	if len(s) == 0 {
		return 0, 0, false
	}
	if s[0] == '\r' && len(s) > 1 && s[1] == '\n' {
		return 0, 2, false
	}
	if s[0] == '\r' || s[0] == '\n' {
		return 0, 1, false
	}
	for size < 3 && size < len(s) && s[size] >= '0' && s[size] <= '7' {
		b = b<<3 | (s[size] - '0')
		size++
	}
	if size > 0 {
		return b, size, true
	}
	if e, ok := escapes[s[0]]; ok {
		return e, 1, true
	}
	return s[0], 1, true
}

// hexString decodes the string in angle brackets that s begins with (7.3.4.3): what is
// no digit is skipped, a missing last digit is 0.
func hexString(s []byte) (decoded []byte, n int) {
	half := -1
	for n = 1; n < len(s) && s[n] != '>'; n++ {
		d := nibble(s[n])
		switch {
		case d < 0:
		case half < 0:
			half = d
		default:
			decoded = append(decoded, byte(half<<4|d))
			half = -1
		}
	}
	if half >= 0 {
		decoded = append(decoded, byte(half<<4))
	}
	return decoded, min(n+1, len(s))
}

// nibble is the value of a hexadecimal digit, or -1.
func nibble(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func isSpace(c byte) bool {
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

package pdfmake

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"fmt"
)

// Protection says how a file is enciphered.
type Protection struct {
	AES   bool   // AES-128 (V4); otherwise RC4
	Bits  int    // of an RC4 key: 40 or 128
	User  string // password to open the file; empty: anybody can
	Owner string // password to change the file
}

// Encrypted writes the document under a protection.
func (d *Doc) Encrypted(p Protection) []byte {
	f := d.file()
	f.cipher = newCipher(p)
	return f.bytes()
}

var (
	fileID   = []byte("0123456789abcdef")
	padding  = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")
	allowAll = int32(-4)
)

// cipherSuite is the standard security handler (7.6.3) of revisions 2 to 4.
type cipherSuite struct {
	aes       bool
	revision  int
	key, o, u []byte
}

func newCipher(p Protection) *cipherSuite {
	c := &cipherSuite{aes: p.AES, revision: 3}
	size := p.Bits / 8
	switch {
	case p.AES:
		c.revision, size = 4, 16
	case p.Bits == 40:
		c.revision = 2
	}
	c.o = c.ownerEntry(p, size)
	c.key = c.fileKey(p.User, size)
	c.u = c.userEntry()
	return c
}

func padded(password string) []byte { return append([]byte(password), padding...)[:32] }

// ownerEntry is algorithm 3.
func (c *cipherSuite) ownerEntry(p Protection, size int) []byte {
	key := md5.Sum(padded(p.Owner))
	rounds := 1
	if c.revision > 2 {
		for range 50 {
			key = md5.Sum(key[:])
		}
		rounds = 20
	}
	return repeated(key[:size], padded(p.User), rounds)
}

// fileKey is algorithm 2.
func (c *cipherSuite) fileKey(user string, size int) []byte {
	p := uint32(allowAll)
	h := md5.New()
	h.Write(padded(user))
	h.Write(c.o)
	h.Write([]byte{byte(p), byte(p >> 8), byte(p >> 16), byte(p >> 24)})
	h.Write(fileID)
	key := h.Sum(nil)
	if c.revision > 2 {
		for range 50 {
			sum := md5.Sum(key[:size])
			key = sum[:]
		}
	}
	return key[:size]
}

// userEntry is algorithm 4 or 5.
func (c *cipherSuite) userEntry() []byte {
	if c.revision == 2 {
		return repeated(c.key, padding, 1)
	}
	sum := md5.Sum(append(append([]byte{}, padding...), fileID...))
	return append(repeated(c.key, sum[:], 20), make([]byte, 16)...)
}

// repeated enciphers by RC4 with the key, then with the key changed by 1, 2, and so on.
func repeated(key, data []byte, rounds int) []byte {
	out := append([]byte{}, data...)
	for i := range rounds {
		k := append([]byte{}, key...)
		for j := range k {
			k[j] ^= byte(i)
		}
		c, _ := rc4.NewCipher(k) // the length is right
		c.XORKeyStream(out, out)
	}
	return out
}

func (c *cipherSuite) dictionary() string {
	common := fmt.Sprintf("/Filter/Standard/R %d/P %d/O<%x>/U<%x>", c.revision, allowAll, c.o, c.u)
	switch {
	case c.aes:
		return "<<" + common + "/V 4/Length 128/CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV2/Length 16>>>>/StmF/StdCF/StrF/StdCF>>"
	case c.revision == 2:
		return "<<" + common + "/V 1/Length 40>>"
	}
	return fmt.Sprintf("<<%s/V 2/Length %d>>", common, len(c.key)*8)
}

// seal is algorithm 1: every object has a key of its own.
func (c *cipherSuite) seal(number int, data []byte) []byte {
	h := md5.New()
	h.Write(c.key)
	h.Write([]byte{byte(number), byte(number >> 8), byte(number >> 16), 0, 0})
	if c.aes {
		h.Write([]byte("sAlT"))
	}
	key := h.Sum(nil)[:min(len(c.key)+5, 16)]
	if !c.aes {
		out := make([]byte, len(data))
		s, _ := rc4.NewCipher(key) // the length is right
		s.XORKeyStream(out, data)
		return out
	}
	block, _ := aes.NewCipher(key)
	fill := aes.BlockSize - len(data)%aes.BlockSize
	plain := append([]byte{}, data...)
	for range fill {
		plain = append(plain, byte(fill))
	}
	out := make([]byte, aes.BlockSize+len(plain)) // the vector is all zeros: tests want the same bytes each time
	cipher.NewCBCEncrypter(block, out[:aes.BlockSize]).CryptBlocks(out[aes.BlockSize:], plain)
	return out
}

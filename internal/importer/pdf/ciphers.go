package pdf

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"strconv"
)

// fileCipher deciphers the strings and streams of a file.
type fileCipher interface {
	// open gives what was enciphered in an object, in a slice of its own that is no
	// longer. What isn't whole is opened as far as it goes.
	open(in objectName, data []byte) []byte
}

// objectName is the number and the generation of an object, in digits.
type objectName struct{ number, generation string }

type (
	objectRC4 struct{ key []byte } // RC4 under a key for each object
	objectAES struct{ key []byte } // AES-128 under a key for each object
	fileAES   struct{ key []byte } // AES-256 under one key
)

func (c objectRC4) open(in objectName, data []byte) []byte { return xor(objectKey(c.key, in), data) }

func (c objectAES) open(in objectName, data []byte) []byte {
	return openBlocks(objectKey(c.key, in, "sAlT"), data)
}

func (c fileAES) open(_ objectName, data []byte) []byte { return openBlocks(c.key, data) }

// objectKey is algorithm 1.
func objectKey(key []byte, in objectName, more ...string) []byte {
	n, _ := strconv.Atoi(in.number) // the pattern lets only digits through
	g, _ := strconv.Atoi(in.generation)
	h := md5.New()
	h.Write(key)
	h.Write([]byte{byte(n), byte(n >> 8), byte(n >> 16), byte(g), byte(g >> 8)})
	for _, s := range more {
		h.Write([]byte(s))
	}
	return h.Sum(nil)[:min(len(key)+saltBytes, fullKey)]
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

// openBlocks deciphers AES in CBC mode: an initial vector, whole blocks, and as the last
// byte how many were added to make them whole (7.6.2).
func openBlocks(key, data []byte) []byte {
	if len(data) < 2*aes.BlockSize {
		return nil
	}
	out := chained(key, data[:aes.BlockSize], data[aes.BlockSize:])
	if added := int(out[len(out)-1]); added <= aes.BlockSize {
		out = out[:len(out)-added]
	}
	return out
}

// chained deciphers the whole blocks of data.
func chained(key, vector, data []byte) []byte {
	out := make([]byte, len(data)/aes.BlockSize*aes.BlockSize)
	block, err := aes.NewCipher(key)
	if err != nil {
		return out // a key of 16 or 32 bytes has no error
	}
	cipher.NewCBCDecrypter(block, vector).CryptBlocks(out, data[:len(out)])
	return out
}

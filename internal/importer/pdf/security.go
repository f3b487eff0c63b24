package pdf

import (
	"bytes"
	"crypto/md5"
	"regexp"
	"strconv"
)

// What the dictionary of the standard security handler says (7.6.3), and the key that
// comes of it with the empty password.

const (
	saltBytes   = 5  // of object number and generation in an object's key
	fullKey     = 16 // bytes of the longest key of an object that a hash of 128 bits gives
	defaultBits = 40
	keyRounds   = 50
	userRounds  = 20
)

var passwordPadding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

var (
	methodEntry   = regexp.MustCompile(`/CFM\s*/(\w+)`)
	streamFilter  = regexp.MustCompile(`/StmF\s*/(\w+)`)
	clearMetadata = regexp.MustCompile(`/EncryptMetadata\s+false`)
)

// cipherOf is what opens the file with the empty password; nil if that can't, or if the
// library does it.
func cipherOf(data, dict []byte) fileCipher {
	version, size := intEntry(dict, "V", 0), intEntry(dict, "Length", defaultBits)/8
	switch {
	case version == 1 || version == 2:
		if size < saltBytes || size+saltBytes >= fullKey {
			return nil // the library makes the keys of objects too long only below that
		}
		return weakCipher(data, dict, size, false)
	case identityStreams(dict):
		return nil
	case version == 4 && method(dict) == "V2":
		return weakCipher(data, dict, fullKey, false)
	case version == 4 && method(dict) == "AESV2" && clearMetadata.Match(dict):
		return weakCipher(data, dict, fullKey, true)
	case version == 5 && method(dict) == "AESV3":
		return strongCipher(dict)
	}
	return nil
}

// identityStreams says that the streams stand in clear, which only files with nothing but
// enciphered attachments do.
func identityStreams(dict []byte) bool {
	m := streamFilter.FindSubmatch(dict)
	return m == nil || string(m[1]) == "Identity"
}

func method(dict []byte) string {
	if m := methodEntry.FindSubmatch(dict); m != nil {
		return string(m[1])
	}
	return ""
}

// weakCipher works out the key of a file with a key of up to 128 bits (algorithm 2) and
// proves it (algorithms 4 to 6).
func weakCipher(data, dict []byte, size int, aes bool) fileCipher {
	revision := intEntry(dict, "R", 0)
	owner, user := stringEntry(dict, "O"), stringEntry(dict, "U")
	if revision < 2 || revision > 4 || len(owner) != len(passwordPadding) || len(user) != len(passwordPadding) {
		return nil
	}
	id := firstID(data)
	p := uint32(intEntry(dict, "P", 0))
	h := md5.New()
	h.Write(passwordPadding)
	h.Write(owner)
	h.Write([]byte{byte(p), byte(p >> 8), byte(p >> 16), byte(p >> 24)})
	h.Write(id)
	if revision == 4 && clearMetadata.Match(dict) {
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	key := stretched(h.Sum(nil), size, revision)
	if !opens(key, id, user, revision) {
		return nil
	}
	if aes {
		return objectAES{key}
	}
	return objectRC4{key}
}

func stretched(key []byte, size, revision int) []byte {
	if revision > 2 {
		for range keyRounds {
			sum := md5.Sum(key[:size])
			key = sum[:]
		}
	}
	return key[:size]
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

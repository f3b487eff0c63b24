package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"crypto/sha512"
)

// AES-256, the cipher of PDF 2.0 (ISO 32000-2:2020, 7.6.4.3.3 and .4) and, as revision 5,
// of Adobe's extension level 3 before it.

const (
	hashBytes   = 32 // of the hash that an entry begins with, and of a key
	checkSalt   = 8  // bytes, behind the hash
	keySalt     = 8  // bytes, behind the other
	hashRepeats = 64 // of password and hash in each round
	fewRounds   = 64 // that every password takes
	roundsAhead = 32 // of what the last byte asks for
)

// strongCipher works out the key of a file with the empty password (algorithm 2.A) and
// proves it (algorithm 11).
func strongCipher(dict []byte) fileCipher {
	revision := intEntry(dict, "R", 0)
	user, sealed := stringEntry(dict, "U"), stringEntry(dict, "UE")
	if revision != 5 && revision != 6 || len(user) < hashBytes+checkSalt+keySalt || len(sealed) != hashBytes {
		return nil
	}
	check, salt := user[hashBytes:][:checkSalt], user[hashBytes+checkSalt:][:keySalt]
	if !bytes.Equal(strongHash(check, revision), user[:hashBytes]) {
		return nil
	}
	return fileAES{chained(strongHash(salt, revision), make([]byte, aes.BlockSize), sealed)}
}

// strongHash hashes the empty password with a salt: once in revision 5, by algorithm 2.B
// in revision 6.
func strongHash(salt []byte, revision int) []byte {
	first := sha256.Sum256(salt)
	key := first[:]
	for round, last := 0, 0; revision == 6 && (round < fewRounds || last > round-roundsAhead); round++ {
		key, last = hashRound(key)
	}
	return key[:hashBytes]
}

// hashRound is one round of algorithm 2.B. It gives the next hash, and the last byte of
// what was hashed, which says whether it was the last round.
func hashRound(key []byte) (next []byte, last int) {
	text := bytes.Repeat(key, hashRepeats)
	block, err := aes.NewCipher(key[:aes.BlockSize])
	if err != nil {
		return key, 0 // a key of 16 bytes has no error
	}
	cipher.NewCBCEncrypter(block, key[aes.BlockSize:2*aes.BlockSize]).CryptBlocks(text, text)
	return hashChosenBy(text), int(text[len(text)-1])
}

// hashChosenBy hashes text by one of three functions, named by the remainder of its first
// 16 bytes as a number; 256 leaves 1, so that the sum of the bytes leaves the same.
func hashChosenBy(text []byte) []byte {
	sum := 0
	for _, b := range text[:aes.BlockSize] {
		sum += int(b)
	}
	switch sum % 3 {
	case 0:
		h := sha256.Sum256(text)
		return h[:]
	case 1:
		h := sha512.Sum384(text)
		return h[:]
	}
	h := sha512.Sum512(text)
	return h[:]
}

package vault

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
	"unicode"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// A recovery key on paper is 14 groups of four characters: 13 hold the 256 bits (and
// four zero bits), the last is a checksum, so that a slip of the pen is told from
// another key.
const (
	groupSize      = 4
	keyGroups      = 13
	recoveryGroups = keyGroups + 1
	recoveryChars  = recoveryGroups * groupSize
	keyChars       = keyGroups * groupSize

	// paperAlphabet leaves out I, L, O and U (Douglas Crockford, "Base 32",
	// https://www.crockford.com/base32.html).
	paperAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	checksumLabel = "jobjourney/v1/recovery-checksum"
)

var paperCoding = base32.NewEncoding(paperAlphabet).WithPadding(base32.NoPadding)

// writeRecoveryKey spells a key of 32 bytes out in groups.
func writeRecoveryKey(key []byte) []string {
	text := paperCoding.EncodeToString(key) + checksum(key)
	groups := make([]string, 0, recoveryGroups)
	for i := 0; i < len(text); i += groupSize {
		groups = append(groups, text[i:i+groupSize])
	}
	return groups
}

// readRecoveryKey is the reverse of writeRecoveryKey. Case, spaces and dashes don't
// matter, and characters that look alike are taken for each other. Anything that can't
// be a key, or whose checksum is wrong, is Invalid vault.recoveryMalformed.
func readRecoveryKey(text string) ([]byte, error) {
	malformed := fault.InvalidField("recoveryKey", "vault.recoveryMalformed")
	plain := normalise(text)
	if len(plain) != recoveryChars {
		return nil, malformed
	}
	key, err := paperCoding.DecodeString(plain[:keyChars])
	if err != nil || len(key) != keySize {
		return nil, malformed
	}
	// Comparing the whole spelling also refuses the four spare bits being set.
	if strings.Join(writeRecoveryKey(key), "") != plain {
		clear(key)
		return nil, malformed
	}
	return key, nil
}

// checksum is the first 20 bits of a hash. It is no secret beside the key.
func checksum(key []byte) string {
	h := sha256.New()
	h.Write([]byte(checksumLabel))
	h.Write(key)
	return paperCoding.EncodeToString(h.Sum(nil))[:groupSize]
}

// normalise undoes what hands and eyes do to a key on paper.
func normalise(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.Is(unicode.Dash, r), r == '\u200b', r == '\u00ad':
			return -1
		}
		switch r = unicode.ToUpper(r); r {
		case 'O':
			return '0'
		case 'I', 'L':
			return '1'
		}
		return r
	}, text)
}

package vault

import "math/bits"

// minPadded is the size, in bytes, that every short record is padded to.
const minPadded = 256

// padded is the size a plaintext of n bytes is padded to, so that a sealed record
// tells little about its length. It is Padmé (Nikitin et al., "Reducing Metadata
// Leakage from Encrypted Files and Communication with PURBs", PoPETs 2019, section 4):
// at most about log2(log2 n) bits leak, and at most 12% is added.
func padded(n int) int {
	if n <= minPadded {
		return minPadded
	}
	exponent := bits.Len(uint(n)) - 1 // floor(log2 n)
	mantissa := bits.Len(uint(exponent))
	mask := 1<<(exponent-mantissa) - 1
	return (n + mask) &^ mask
}

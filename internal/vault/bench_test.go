package vault

import (
	"bytes"
	"testing"
)

// Opening 10,000 records of about 1 KB is what unlocking a big profile costs.
func BenchmarkOpen10000(b *testing.B) {
	r := created(b, "")
	plain := bytes.Repeat([]byte("abcdefgh"), 128)
	sealed := make([][]byte, 10_000)
	for i := range sealed {
		var err error
		sealed[i], err = r.Seal(header, plain)
		ok(b, err)
	}
	for b.Loop() {
		for _, s := range sealed {
			if _, err := r.Open(header, s); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkSealFrame(b *testing.B) {
	key, sound := NewBlobKey(), make([]byte, SoundFrame)
	b.SetBytes(SoundFrame)
	for b.Loop() {
		if _, err := SealFrame(key, blobID, 1, false, sound); err != nil {
			b.Fatal(err)
		}
	}
}

// What unlocking with a passphrase costs, at the floor and by default.
func BenchmarkArgon2id(b *testing.B) {
	for name, params := range map[string]LockParams{"floor": FloorLockParams(), "default": DefaultLockParams()} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				argon2id([]byte("correct horse"), stretch{LockParams: params, Salt: make([]byte, saltSize)})
			}
		})
	}
}

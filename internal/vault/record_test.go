package vault

import (
	"bytes"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func drawHeader(t *rapid.T) Header {
	return Header{
		ID:    [16]byte(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id")),
		Class: Class(rapid.IntRange(1, 5).Draw(t, "class")),
		Rev:   rapid.Uint64Min(1).Draw(t, "rev"),
	}
}

func isDamaged(err error) bool {
	return errors.Is(err, fault.New(fault.Unavailable, "vault.damaged"))
}

func TestRecordRoundTrip(t *testing.T) {
	r := created(t, "")
	rapid.Check(t, func(t *rapid.T) {
		h := drawHeader(t)
		plain := rapid.SliceOfN(rapid.Byte(), 0, 3000).Draw(t, "plain")
		sealed, err := r.Seal(h, plain)
		if err != nil {
			t.Fatal(err)
		}
		if len(sealed) != 1+45+padded(4+len(plain)) {
			t.Fatalf("%d bytes sealed are %d", len(plain), len(sealed))
		}
		got, err := r.Open(h, sealed)
		if err != nil || !bytes.Equal(got, plain) {
			t.Fatalf("round trip: %v", err)
		}
	})
}

func TestRecordEveryBitCounts(t *testing.T) {
	r := created(t, "")
	sealed := r.sealed(t)
	for bit := range len(sealed) * 8 {
		altered := bytes.Clone(sealed)
		altered[bit/8] ^= 1 << (bit % 8)
		if _, err := r.Open(header, altered); !isDamaged(err) {
			t.Fatalf("bit %d: %v", bit, err)
		}
	}
	for n := range len(sealed) {
		if _, err := r.Open(header, sealed[:n]); !isDamaged(err) {
			t.Fatalf("cut to %d bytes: %v", n, err)
		}
	}
	if _, err := r.Open(header, append(bytes.Clone(sealed), 0)); !isDamaged(err) {
		t.Error("a byte more was accepted")
	}
}

func TestRecordOpensUnderItsOwnHeaderOnly(t *testing.T) {
	r := created(t, "")
	rapid.Check(t, func(t *rapid.T) {
		h, other := drawHeader(t), drawHeader(t)
		switch rapid.IntRange(0, 3).Draw(t, "same but for") { // one field differs, or all may
		case 0:
			other.Class, other.Rev = h.Class, h.Rev
		case 1:
			other.ID, other.Rev = h.ID, h.Rev
		case 2:
			other.ID, other.Class = h.ID, h.Class
		}
		if other == h {
			t.Skip("the same header")
		}
		sealed, err := r.Seal(h, []byte("{}"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Open(other, sealed); !isDamaged(err) {
			t.Fatalf("%+v opened under %+v: %v", h, other, err)
		}
	})
}

func TestRecordOfAnotherVault(t *testing.T) {
	a, b := created(t, ""), created(t, "")
	_, err := b.Open(header, a.sealed(t))
	wants(t, err, fault.Unavailable, "vault.damaged")

	sealed := a.sealed(t)
	a.id[0] ^= 1 // the same vaultKey under another vaultId
	_, err = a.Open(header, sealed)
	wants(t, err, fault.Unavailable, "vault.damaged")
}

func TestSealRefusals(t *testing.T) {
	r := created(t, "")
	_, err := r.Seal(header, make([]byte, maxRecord+1))
	wants(t, err, fault.Invalid, "vault.recordTooLarge")
	for name, h := range map[string]Header{
		"rev 0": {Class: ClassDevice}, "class 0": {Rev: 1}, "class 6": {Class: 6, Rev: 1},
	} {
		if _, err := r.Seal(h, nil); err == nil {
			t.Errorf("%s was sealed", name)
		}
	}
}

// What is authentic and malformed can only be a mistake of ours; it is not passed on.
func TestUnpadChecksTheLayout(t *testing.T) {
	spoil := func(do func([]byte) []byte) []byte { return do(pad([]byte("{}"))) }
	for name, full := range map[string][]byte{
		"empty":            nil,
		"too short":        make([]byte, minPadded-1),
		"length past end":  spoil(func(b []byte) []byte { b[0] = 0xff; return b }),
		"padding not zero": spoil(func(b []byte) []byte { b[len(b)-1] = 1; return b }),
		"a size too big":   spoil(func(b []byte) []byte { return append(b, 0) }),
	} {
		if _, err := unpad(full); !isDamaged(err) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPaddedSizes(t *testing.T) {
	for n, want := range map[int]int{
		0: 256, 1: 256, 256: 256, 257: 272, 272: 272, 273: 288, 512: 512, 1000: 1024, 1025: 1088,
		4097: 4352, 1 << 20: 1 << 20, 1<<20 + 1: 1<<20 + 1<<15,
	} {
		if got := padded(n); got != want {
			t.Errorf("padded(%d) = %d, want %d", n, got, want)
		}
	}
	previous, sizes := 0, map[int]bool{}
	for n := range 1 << 17 {
		got := padded(n)
		if got < n || got < previous || padded(got) != got {
			t.Fatalf("padded(%d) = %d after %d", n, got, previous)
		}
		if n >= minPadded && float64(got-n) > 0.12*float64(n) {
			t.Fatalf("padded(%d) = %d adds more than 12%%", n, got)
		}
		previous = got
		sizes[got] = true
	}
	if len(sizes) > 200 { // sizes must be few, or they tell lengths
		t.Errorf("%d sizes up to %d", len(sizes), 1<<17)
	}
}

package vault

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestPaperForgivesHands(t *testing.T) {
	key := bytes.Repeat([]byte{0x00, 0x08, 0x42}, 11)[:keySize] // spells many 0 and 1
	text := strings.Join(writeRecoveryKey(key), "-")
	for name, typed := range map[string]string{
		"as shown":     text,
		"lower case":   strings.ToLower(text),
		"no dashes":    strings.ReplaceAll(text, "-", ""),
		"spaces":       strings.ReplaceAll(text, "-", "  "),
		"lines":        strings.ReplaceAll(text, "-", "\n"),
		"long dashes":  strings.ReplaceAll(text, "-", "\u2013"),
		"O for zero":   strings.ReplaceAll(text, "0", "O"),
		"o for zero":   strings.ReplaceAll(text, "0", "o"),
		"I for one":    strings.ReplaceAll(text, "1", "I"),
		"l for one":    strings.ReplaceAll(text, "1", "l"),
		"around it":    "\t " + text + "\r\n",
		"no-break":     strings.ReplaceAll(text, "-", "\u00a0"),
		"zero widths":  strings.ReplaceAll(text, "-", "\u200b"),
		"soft hyphens": strings.ReplaceAll(text, "-", "\u00ad"),
	} {
		got, err := readRecoveryKey(typed)
		if err != nil || !bytes.Equal(got, key) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPaperRefusesWhatIsNoKey(t *testing.T) {
	text := strings.Join(writeRecoveryKey(bytes.Repeat([]byte{7}, keySize)), "")
	for name, typed := range map[string]string{
		"empty":            "",
		"a group missing":  text[4:],
		"a group too many": text + "0000",
		"letter U":         "U" + text[1:],
		"a sign":           "!" + text[1:],
		"another script":   "\u0416" + text[1:],
		"spare bits set":   text[:51] + "Z" + text[52:],
		"very long":        strings.Repeat(text, 1000),
	} {
		if _, err := readRecoveryKey(typed); !fault.Has(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPaperRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.SliceOfN(rapid.Byte(), keySize, keySize).Draw(t, "key")
		groups := writeRecoveryKey(key)
		got, err := readRecoveryKey(strings.Join(groups, " "))
		if err != nil || !bytes.Equal(got, key) {
			t.Fatalf("round trip: %v", err)
		}
	})
}

// Every single wrong character of this key is noticed. For any key 20 bits miss one slip
// in a million, so a random one would make the test fail once in a blue moon.
func TestPaperNoticesASlip(t *testing.T) {
	text := strings.Join(writeRecoveryKey(bytes.Repeat([]byte{0xC5, 0x1D}, keySize/2)), "")
	for at := range text {
		for _, to := range paperAlphabet {
			slip := text[:at] + string(to) + text[at+1:]
			if _, err := readRecoveryKey(slip); err == nil && slip != text {
				t.Errorf("%q at %d was not noticed", to, at)
			}
		}
	}
}

func FuzzReadRecoveryKey(f *testing.F) {
	f.Add(strings.Join(writeRecoveryKey(make([]byte, keySize)), "-"))
	f.Add("OIL0-il1o \u2013")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		key, err := readRecoveryKey(text)
		if err != nil {
			wants(t, err, fault.Invalid, "vault.recoveryMalformed")
			return
		}
		if strings.Join(writeRecoveryKey(key), "") != normalise(text) {
			t.Errorf("%q is a second spelling", text)
		}
	})
}

package pdf

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/testkit"
)

// The files were enciphered by another program: testdata/enciphered/README.md.
func TestCiphersOfOthers(t *testing.T) {
	files, err := filepath.Glob("testdata/enciphered/*.pdf")
	if err != nil || len(files) < 8 {
		t.Fatalf("found %v, %v", files, err)
	}
	want, err := read(contents(t, "testdata/enciphered/clear.pdf"), counter())
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			got, err := read(contents(t, file), counter())
			if strings.HasPrefix(filepath.Base(file), "user-") {
				if f := fault.Of(err); f == nil || f.Key != "import.encrypted" {
					t.Errorf("read = %v, want import.encrypted", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if a, b := asJSON(t, got), asJSON(t, want); a != b {
				t.Errorf("differs from the file in clear: %s", testkit.FirstDifference(a, b))
			}
		})
	}
}

func TestWhatIsCutShortIsOpenedAsFarAsItGoes(t *testing.T) {
	key := make([]byte, 32)
	for _, size := range []int{0, 1, 16, 31, 32, 33, 47} {
		if got := len(openBlocks(key, make([]byte, size))); got > max(0, size-16) {
			t.Errorf("%d bytes give %d", size, got)
		}
	}
}

func contents(t testing.TB, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

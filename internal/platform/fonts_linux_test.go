package platform

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/platform/fontfile"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// The fonts of Debian's packages fonts-dejavu-core and fonts-droid-fallback.
const (
	dejavu = "/usr/share/fonts/truetype/dejavu"
	droid  = "/usr/share/fonts-droid-fallback/truetype"
)

var _ resume.Fonts = (*Fonts)(nil)

func find(t *testing.T, f *Fonts, codes ...string) []resume.SystemFont {
	t.Helper()
	found, err := f.Find(t.Context(), codes)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestFontsOfTheSystem(t *testing.T) {
	f := newFonts([]string{dejavu, droid, "/no/such/folder"})
	for code, want := range map[string][]string{
		"Arab": {"DejaVu Sans", "DejaVu Sans bold"},
		"hebr": {"DejaVu Sans", "DejaVu Sans bold"},
		"Geor": {"DejaVu Sans", "DejaVu Sans bold"},
		"ARMN": {"DejaVu Sans", "DejaVu Sans bold"},
		"Cyrl": {"DejaVu Sans", "DejaVu Sans bold"},
		"Hans": {"Droid Sans Fallback"},
		"Hant": {"Droid Sans Fallback"},
		"Jpan": {"Droid Sans Fallback"},
		"Kana": {"Droid Sans Fallback"},
		"Deva": nil, "Taml": nil, "Xxxx": nil, "": nil, "Arabic": nil,
	} {
		var got []string
		for _, font := range find(t, f, code) {
			name := font.Family
			if font.Bold {
				name += " bold"
			}
			if font.Script != code {
				t.Errorf("asked for %s, got a font for %s", code, font.Script)
			}
			got = append(got, name)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}

func TestTheSameFontsEachTime(t *testing.T) {
	codes := []string{"Arab", "Hans", "Hebr", "Thai"}
	first := find(t, newFonts([]string{dejavu, droid}), codes...)
	for range 5 {
		if again := find(t, newFonts([]string{dejavu, droid}), codes...); !slices.Equal(first, again) {
			t.Fatalf("%+v, then %+v", first, again)
		}
	}
	if len(first) != 5 {
		t.Errorf("found %+v", first)
	}
}

func TestOpenGivesOnlyWhatFindGaveOut(t *testing.T) {
	f := newFonts([]string{dejavu})
	id := find(t, newFonts([]string{dejavu}), "Arab")[0].ID
	for _, unknown := range []string{id, "", "../../../../etc/passwd", filepath.Join(dejavu, "DejaVuSans.ttf")} {
		if _, err := f.Open(t.Context(), unknown); !errors.Is(err, fault.New(fault.NotFound, "font.gone")) {
			t.Errorf("%q: %v", unknown, err)
		}
	}
	find(t, f, "Arab")
	got, err := f.Open(t.Context(), id)
	if err != nil || !bytes.Equal(got, contents(t, filepath.Join(dejavu, "DejaVuSans.ttf"))) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}

func contents(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// collection puts faces into one file, as a TTC has them.
func collection(faces ...[]byte) []byte {
	out := binary.BigEndian.AppendUint32([]byte("ttcf\x00\x01\x00\x00"), uint32(len(faces)))
	start := len(out) + 4*len(faces)
	var bodies []byte
	for _, f := range faces {
		at := start + len(bodies)
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		moved := bytes.Clone(f)
		for i := range int(binary.BigEndian.Uint16(f[4:])) {
			offset := moved[12+16*i+8:]
			binary.BigEndian.PutUint32(offset, binary.BigEndian.Uint32(offset)+uint32(at))
		}
		bodies = append(bodies, append(moved, make([]byte, -len(moved)&3)...)...)
	}
	return append(out, bodies...)
}

func put(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestOneFaceOutOfACollection(t *testing.T) {
	dir := t.TempDir()
	regular, bold := contents(t, filepath.Join(dejavu, "DejaVuSans.ttf")), contents(t, filepath.Join(dejavu, "DejaVuSans-Bold.ttf"))
	put(t, filepath.Join(dir, "All.TTC"), collection(regular, bold))
	f := newFonts([]string{dir})
	found := find(t, f, "Arab")
	if len(found) != 2 || found[0].ID == found[1].ID {
		t.Fatalf("found %+v", found)
	}
	for i, original := range [][]byte{regular, bold} {
		got, err := f.Open(t.Context(), found[i].ID)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(described(t, got), described(t, original)) || len(got) > len(original)+64 || len(got) < len(original)-64 {
			t.Errorf("face %d: %d bytes of %d, %v, want %v", i, len(got), len(original), described(t, got), described(t, original))
		}
	}
}

func described(t *testing.T, font []byte) (all []fontfile.Face) {
	t.Helper()
	if err := fontfile.Visit(bytes.NewReader(font), int64(len(font)), func(f fontfile.Face, _ func(rune) bool) { all = append(all, f) }); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestDamagedFontsArePassedOver(t *testing.T) {
	dir := t.TempDir()
	whole := contents(t, filepath.Join(dejavu, "DejaVuSans.ttf"))
	put(t, filepath.Join(dir, "a-cut.ttf"), whole[:len(whole)/2])
	put(t, filepath.Join(dir, "b-empty.otf"), nil)
	put(t, filepath.Join(dir, "c-text.ttf"), []byte("this is no font at all, whatever its name says"))
	put(t, filepath.Join(dir, "d-endless.ttc"), []byte("ttcf\x00\x01\x00\x00\xff\xff\xff\xff"))
	put(t, filepath.Join(dir, "ignored.txt"), whole)
	f := newFonts([]string{dir})
	if found := find(t, f, "Arab"); len(found) != 0 {
		t.Errorf("found %+v in damaged files", found)
	}
	put(t, filepath.Join(dir, "e-whole.ttf"), whole) // installed while the app runs
	if found := find(t, f, "Arab"); len(found) != 1 || found[0].Family != "DejaVu Sans" {
		t.Errorf("found %+v", found)
	}
	id := find(t, f, "Arab")[0].ID
	if err := os.Remove(filepath.Join(dir, "e-whole.ttf")); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Open(t.Context(), id); !fault.Has(err, fault.NotFound) {
		t.Errorf("open what was removed: %v", err)
	}
}

func TestFindCanBeCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := newFonts([]string{dejavu}).Find(ctx, []string{"Arab"}); !fault.Has(err, fault.Canceled) {
		t.Errorf("find: %v", err)
	}
}

func TestFontFolders(t *testing.T) {
	env := map[string]string{"HOME": "/home/ada", "XDG_DATA_HOME": "relative"}
	got := fontFolders(func(k string) string { return env[k] })
	if !slices.Contains(got, "/usr/share/fonts") || !slices.Contains(got, "/home/ada/.local/share/fonts") || slices.Contains(got, "relative/fonts") {
		t.Errorf("folders %q", got)
	}
	if f := NewFonts(); len(f.folders) < 2 {
		t.Errorf("folders %q", f.folders)
	}
}

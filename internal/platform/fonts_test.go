package platform

import (
	"testing"

	"github.com/jobjourney/jobjourney/internal/platform/fontfile"
)

func made(family string, change func(*face), codes ...string) face {
	c := face{Face: fontfile.Face{Family: family, Weight: 400, Width: 5, Shapes: true, Embeddable: true}, path: family, covers: map[string]bool{}}
	for _, code := range codes {
		c.covers[code] = true
	}
	if change != nil {
		change(&c)
	}
	return c
}

func TestTheBetterFaceIsChosen(t *testing.T) {
	bold := func(c *face) { c.Weight = 700 }
	for name, tt := range map[string]struct {
		code  string
		faces []face
		want  []int // of faces
	}{
		"a family that comes first":          {"Thai", []face{made("Aardvark", nil, "Thai"), made("Noto Sans Thai", nil, "Thai")}, []int{1}},
		"of this region":                     {"Hans", []face{made("Noto Serif CJK JP", nil, "Hans"), made("Noto Serif CJK SC", nil, "Hans")}, []int{1}},
		"of no region rather than another":   {"Hant", []face{made("Big Gothic JP", nil, "Hant"), made("Unifont", nil, "Hant")}, []int{1}},
		"of another region rather than none": {"Hant", []face{made("Big Gothic JP", nil, "Hant")}, []int{0}},
		"not a variable one":                 {"Thai", []face{made("A", func(c *face) { c.Variable = true }, "Thai"), made("B", nil, "Thai")}, []int{1}},
		"not a monospaced one":               {"Thai", []face{made("A", func(c *face) { c.Monospaced = true }, "Thai"), made("B", nil, "Thai")}, []int{1}},
		"not a condensed one":                {"Thai", []face{made("A", func(c *face) { c.Width = 3 }, "Thai"), made("A", nil, "Thai")}, []int{1}},
		"regular, and its bold":              {"Thai", []face{made("A", bold, "Thai"), made("A", nil, "Thai"), made("A", func(c *face) { c.Weight = 900 }, "Thai")}, []int{1, 0}},
		"not the bold of another family":     {"Thai", []face{made("A", nil, "Thai"), made("B", bold, "Thai")}, []int{0}},
		"bold alone is better than nothing":  {"Thai", []face{made("A", bold, "Thai")}, []int{0}},
		"the same family, the first path":    {"Thai", []face{made("A", nil, "Thai"), made("A", nil, "Thai")}, []int{0}},
	} {
		t.Run(name, func(t *testing.T) {
			for i := range tt.faces {
				tt.faces[i].Index = i
			}
			got := choose(tt.code, tt.faces)
			if len(got) != len(tt.want) {
				t.Fatalf("chose %+v", got)
			}
			for i, want := range tt.want {
				if got[i].Index != want {
					t.Errorf("chose %d, want %d", got[i].Index, want)
				}
			}
		})
	}
}

func TestEveryScriptIsWhole(t *testing.T) {
	for code, s := range scripts {
		if usualCode(code) != code || len([]rune(s.letters)) < 5 || len(s.liked) == 0 {
			t.Errorf("%s: %+v", code, s)
		}
	}
	for other, code := range otherNames {
		if _, ok := scripts[code]; !ok || usualCode(other) != code {
			t.Errorf("%s stands for %s", other, code)
		}
	}
}

package pdf

import (
	"maps"
	"testing"
)

func TestParseCMap(t *testing.T) {
	tests := map[string]struct {
		in   string
		want map[uint32]string
		size int
	}{
		"characters":        {"1 beginbfchar <0003> <0020> <0011> <00660069> endbfchar", map[uint32]string{3: " ", 17: "fi"}, 0},
		"a range":           {"1 beginbfrange <41> <43> <0061> endbfrange", map[uint32]string{0x41: "a", 0x42: "b", 0x43: "c"}, 0},
		"a list":            {"1 beginbfrange <0001> <0003> [<0041> <00420043>] endbfrange", map[uint32]string{1: "A", 2: "BC"}, 0},
		"beyond the list":   {"1 beginbfrange <01> <01> [<0041> <0042>] endbfrange", map[uint32]string{1: "A"}, 0},
		"a surrogate pair":  {"1 beginbfchar <01> <D83DDE00> endbfchar", map[uint32]string{1: "😀"}, 0},
		"one byte":          {"1 beginbfchar <01> <41> endbfchar", map[uint32]string{1: "A"}, 0},
		"code size":         {"1 begincodespacerange <00> <FF> endcodespacerange", map[uint32]string{}, 1},
		"the end is cut":    {"2 beginbfchar <01> <0041> <02", map[uint32]string{1: "A"}, 0},
		"a backward range":  {"1 beginbfrange <05> <01> <0041> endbfrange", map[uint32]string{}, 0},
		"dictionary around": {"/CIDInit /ProcSet findresource begin << /Registry (a(b)c) >> def 1 beginbfchar <01> <0041> endbfchar", map[uint32]string{1: "A"}, 0},
		"comment":           {"% <01> <02>\n1 beginbfchar <01> <0041> endbfchar", map[uint32]string{1: "A"}, 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			m := parseCMap([]byte(tt.in))
			if !maps.Equal(m.text, tt.want) || m.codeSize != tt.size {
				t.Errorf("parseCMap(%q) = %v, size %d, want %v, size %d", tt.in, m.text, m.codeSize, tt.want, tt.size)
			}
		})
	}
}

func FuzzParseCMap(f *testing.F) {
	f.Add([]byte("1 beginbfrange <0000> <FFFF> <0000> endbfrange 1 beginbfchar <01> <D800> endbfchar"))
	f.Add([]byte("beginbfrange <00000000> <FFFFFFFF> [<41>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m := parseCMap(data); len(m.text) > maxMappings {
			t.Errorf("%d mappings", len(m.text))
		}
	})
}

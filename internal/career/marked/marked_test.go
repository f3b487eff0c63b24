package marked_test

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"github.com/jobjourney/jobjourney/internal/career/marked"
)

type vector struct {
	In     string         `json:"in"`
	Blocks []marked.Block `json:"blocks"`
	Plain  string         `json:"plain"`
	Write  *string        `json:"write"` // how the blocks are written, if otherwise than "in"
}

func vectors(t testing.TB) []vector {
	t.Helper()
	data, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []vector
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestVectors(t *testing.T) {
	for _, v := range vectors(t) {
		if got := marked.Parse(v.In); !reflect.DeepEqual(got, v.Blocks) {
			t.Errorf("Parse(%q) = %+v, want %+v", v.In, got, v.Blocks)
		}
		if got := marked.Plain(v.In); got != v.Plain {
			t.Errorf("Plain(%q) = %q, want %q", v.In, got, v.Plain)
		}
		if got := marked.Parse(marked.Write(v.Blocks)); !reflect.DeepEqual(got, v.Blocks) {
			t.Errorf("%q is written as %q and read as %+v", v.In, marked.Write(v.Blocks), got)
		}
		if got := marked.Write(v.Blocks); v.Write != nil && got != *v.Write {
			t.Errorf("Write of %q = %q, want %q", v.In, got, *v.Write)
		}
	}
}

func TestAHighlightHasNoBlocks(t *testing.T) {
	want := []marked.Span{{Text: "- cut "}, {Text: "costs", Bold: true}}
	if got := marked.ParseLine(" - cut **costs**\n"); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if got := marked.WriteLine(want); got != "- cut **costs**" {
		t.Errorf("written as %q", got)
	}
}

// What an editor may hand over and no text can say loses the mark, never the words.
func TestMarksThatCannotBeWritten(t *testing.T) {
	for want, spans := range map[string][]marked.Span{
		"unbolded":           {{Text: "un"}, {Text: "bold", Bold: true}, {Text: "ed"}},
		"a **b** c":          {{Text: "a"}, {Text: " b ", Bold: true}, {Text: "c"}},
		"words":              {{Text: "words", Href: "javascript:alert(1)"}},
		"one line":           {{Text: "one\nline"}},
		"a  b":               {{Text: "a"}, {Text: "  ", Href: "https://example.org"}, {Text: "b"}},
		"[x](https://e.org)": {{Text: " ", Bold: true}, {Text: "x", Href: "https://e.org"}, {Text: " "}},
	} {
		if got := marked.WriteLine(spans); got != want {
			t.Errorf("WriteLine(%+v) = %q, want %q", spans, got, want)
		}
	}
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.L, unicode.N, unicode.M) {
			return r
		}
		return -1
	}, s)
}

func FuzzMarked(f *testing.F) {
	for _, v := range vectors(f) {
		f.Add(v.In)
	}
	f.Fuzz(func(t *testing.T, in string) {
		in = strings.ToValidUTF8(in, "?")
		blocks, plain := marked.Parse(in), marked.Plain(in)
		written := marked.Write(blocks)
		if again := marked.Parse(written); !reflect.DeepEqual(again, blocks) {
			t.Errorf("%q is %+v, written as %q, read as %+v", in, blocks, written, again)
		}
		if again := marked.Write(marked.Parse(written)); again != written {
			t.Errorf("%q is written as %q, then as %q", in, written, again)
		}
		if !strings.Contains(in, "](") && letters(plain) != letters(in) {
			t.Errorf("%q lost letters: %q", in, plain)
		}
		if rest := letters(in); !within(letters(plain), rest) {
			t.Errorf("%q got letters that weren't there: %q", in, plain)
		}
	})
}

// within reports whether the letters of part stand in whole, in order.
func within(part, whole string) bool {
	rest := []rune(part)
	for _, r := range whole {
		if len(rest) > 0 && rest[0] == r {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}

// Whatever an editor hands over, no letter goes, and what is written is read as it is
// written from then on.
func TestWritingAnything(t *testing.T) {
	span := rapid.Custom(func(t *rapid.T) marked.Span {
		return marked.Span{
			Text:   rapid.StringMatching(`[ab语 *\[\]()\\\n,-]{0,6}`).Draw(t, "text"),
			Bold:   rapid.Bool().Draw(t, "bold"),
			Italic: rapid.Bool().Draw(t, "italic"),
			Href:   rapid.SampledFrom([]string{"", "", "https://e.org/(a)[b]\\*", "tel:1", "x:y"}).Draw(t, "href"),
		}
	})
	block := rapid.Custom(func(t *rapid.T) marked.Block {
		return marked.Block{Kind: rapid.SampledFrom([]string{"p", "li"}).Draw(t, "kind"), Spans: rapid.SliceOfN(span, 0, 6).Draw(t, "spans")}
	})
	rapid.Check(t, func(rt *rapid.T) {
		blocks := rapid.SliceOfN(block, 0, 3).Draw(rt, "blocks")
		var said strings.Builder
		for _, b := range blocks {
			for _, s := range b.Spans {
				said.WriteString(s.Text)
			}
		}
		written := marked.Write(blocks)
		if got := marked.Plain(written); letters(got) != letters(said.String()) {
			rt.Fatalf("%+v is written as %q: %q", blocks, written, got)
		}
		if again := marked.Write(marked.Parse(written)); again != written {
			rt.Fatalf("%q is written again as %q", written, again)
		}
	})
}

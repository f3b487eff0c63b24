package marked

import "strings"

// The kinds of block.
const (
	Paragraph = "p"
	ListItem  = "li"
)

// Block is one paragraph or one item of a list.
type Block struct {
	Kind  string `json:"kind"` // Paragraph or ListItem
	Spans []Span `json:"spans"`
}

// Span is a stretch of text marked alike. Neighbours always differ in a mark.
type Span struct {
	Text   string `json:"text"`
	Bold   bool   `json:"bold"`
	Italic bool   `json:"italic"`
	Href   string `json:"href"` // empty: no link
}

// Parse reads text of several lines. Blank lines are no blocks.
func Parse(s string) []Block {
	blocks := []Block{}
	for line := range strings.SplitSeq(s, "\n") {
		kind, rest := Paragraph, strings.TrimSpace(line)
		if item, found := strings.CutPrefix(rest, "- "); found {
			kind, rest = ListItem, item
		}
		if spans := ParseLine(rest); len(spans) > 0 {
			blocks = append(blocks, Block{kind, spans})
		}
	}
	return blocks
}

// ParseLine reads text that is one line by nature, as a highlight is: it has no blocks,
// and a dash at its beginning is a dash.
func ParseLine(s string) []Span {
	return inline([]rune(strings.TrimSpace(s)), true)
}

// Plain is the words alone, one line for each block.
func Plain(s string) string {
	var lines []string
	for _, b := range Parse(s) {
		var words strings.Builder
		for _, span := range b.Spans {
			words.WriteString(span.Text)
		}
		lines = append(lines, words.String())
	}
	return strings.Join(lines, "\n")
}

// Write is the reverse of Parse. A mark that can't be written, because it begins or ends
// inside a word, is left out; words never are.
func Write(blocks []Block) string {
	var lines []string
	for _, b := range blocks {
		line := WriteLine(b.Spans)
		switch {
		case line == "":
			continue
		case b.Kind == ListItem:
			line = "- " + line
		case strings.HasPrefix(line, "- "):
			line = `\` + line
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

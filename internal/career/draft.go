package career

// Draft is what an importer understood of one document. It becomes facts only
// when the person has looked at it and said so.
type Draft struct {
	Ledger Ledger `json:"ledger"`
	Source Source `json:"source"`
	Losses []Loss `json:"losses"`
	// Doubts name fields that were guessed, by path ("work[1].startDate"), so that
	// the review can show them first.
	Doubts []string `json:"doubts"`
}

// Source is the document as text, so that it can be read beside the fields.
type Source struct {
	Format string   `json:"format"` // "pdf"
	Pages  []string `json:"pages"`  // the text of each page, lines in reading order
}

// Loss is something of the document that found no place in the draft.
type Loss struct {
	Reason LossReason `json:"reason"`
	Page   int        `json:"page"` // from 1; 0 if it belongs to no page
	Text   string     `json:"text"` // the words lost; may be empty
}

// LossReason says why; its sentence is the translation "loss.<reason>".
type LossReason string

// The reasons there are.
const (
	LossUnplaced  LossReason = "unplaced"   // a line that fits no field
	LossUnmapped  LossReason = "unmapped"   // glyphs without Unicode values
	LossTooMany   LossReason = "tooMany"    // beyond the number of pages, items or characters that are read
	LossPageBroke LossReason = "pageBroken" // a page whose content could not be interpreted
)

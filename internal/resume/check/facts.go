package check

import "github.com/jobjourney/jobjourney/internal/career"

// Reading is everything our reader got from the bytes of an exported PDF. What is attached
// to the file was not opened.
type Reading struct {
	Draft career.Draft `json:"draft"`
	Facts PDFFacts     `json:"facts"`
}

// PDFFacts is what a PDF file says of itself, and how its text is set. Lengths are in
// points; 72 points are an inch.
type PDFFacts struct {
	Bytes    int         `json:"bytes"`
	Title    string      `json:"title"`
	Language string      `json:"language"` // BCP 47, as the file declares it
	Tagged   bool        `json:"tagged"`   // it has a tree of headings, paragraphs and lists
	Pages    []PageFacts `json:"pages"`
	Fonts    []FontFact  `json:"fonts"` // those that text is set in, by name
	Links    []LinkFact  `json:"links"`
	// Images counts pictures that are drawn, without mere decoration.
	Images int `json:"images"`
	// Undescribed counts those, and tagged figures, that have no text in their place.
	Undescribed int `json:"undescribed"`
	Attachments int `json:"attachments"`
	// Unmapped counts glyphs the file has no Unicode value for; Private those with a value
	// of the private use areas, which means nothing to anybody else.
	Unmapped int `json:"unmapped"`
	Private  int `json:"private"`
	// SmallestSize is the smallest size of letters in which more than a few are set; 0 if
	// there is no text. SmallText is the beginning of what is set in it.
	SmallestSize float64 `json:"smallestSize"`
	SmallText    string  `json:"smallText"`
}

// PageFacts is one page.
type PageFacts struct {
	Width      float64 `json:"width"`
	Height     float64 `json:"height"`
	Characters int     `json:"characters"` // without white space
	Columns    int     `json:"columns"`    // of text beside each other; at least 1
	// Drawn is the text in the order it is drawn, which is how simple readers get it;
	// Draft.Source has it in the order in which it is read.
	Drawn string `json:"drawn"`
	// Furniture is the part of it that is marked as no content: running headers, page
	// numbers. Readers that follow the marks don't see it.
	Furniture string `json:"furniture"`
}

// FontFact is a font that text is set in.
type FontFact struct {
	Name     string `json:"name"`
	Embedded bool   `json:"embedded"` // false: it looks as whoever opens the file sees fit
}

// LinkFact is a live link.
type LinkFact struct {
	Page int    `json:"page"` // from 1
	URL  string `json:"url"`
	Text string `json:"text"` // the words it lies on
}

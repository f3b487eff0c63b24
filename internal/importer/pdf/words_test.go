package pdf

import "regexp"

var longWords = regexp.MustCompile(`\pL{4,}`)

// expectedGone are words that turn into something else: headings that become fields,
// months that become dates, and a label beside a link.
var expectedGone = map[string]bool{
	"Summary": true, "Work": true, "Experience": true, "Professional": true, "Education": true, "Skills": true,
	"Languages": true, "Contact": true, "Present": true, "September": true, "July": true,
}

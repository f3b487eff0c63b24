package pdf

import (
	_ "embed"
	"strconv"
	"strings"
)

// standardWidths holds the advance widths of codes 32 to 126 for the families of the
// standard 14 fonts (9.6.2.2): a file may use these without giving any widths.
//
//go:embed standard-widths.txt
var standardWidths string

const courierWidth = 600

func (f *font) readStandardWidths(name string) {
	if strings.Contains(name, "Courier") {
		f.fallback = courierWidth
		return
	}
	family := "Helvetica"
	switch {
	case strings.Contains(name, "Times"):
		family = "Times"
	case strings.Contains(name, "Bold"):
		family = "Helvetica-Bold"
	}
	for row := range strings.Lines(standardWidths) {
		fields := strings.Fields(row)
		if len(fields) == 0 || fields[0] != family {
			continue
		}
		for i, field := range fields[1:] {
			if w, err := strconv.ParseFloat(field, 64); err == nil {
				f.widths[' '+i] = w
			}
		}
	}
}

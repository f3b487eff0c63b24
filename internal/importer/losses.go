package importer

import (
	"fmt"
	"io"
	"strconv"

	"github.com/jobjourney/jobjourney/internal/career"
)

// WriteLosses writes a report for people about what of a document found no place, one
// line each: where, why, and the words in quotes. The caller says what a reason reads like.
// Nothing is written if nothing was lost.
func WriteLosses(w io.Writer, losses []career.Loss, say func(career.LossReason) string) error {
	for _, l := range losses {
		line := say(l.Reason)
		if l.Page > 0 {
			line = fmt.Sprintf("p. %d: %s", l.Page, line)
		}
		if l.Text != "" {
			line += " " + strconv.Quote(l.Text) // whatever it is, it moves no terminal
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return fmt.Errorf("write loss report: %w", err)
		}
	}
	return nil
}

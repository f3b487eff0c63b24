package importer

import (
	"fmt"
	"io"

	"github.com/jobjourney/jobjourney/internal/career"
)

// WriteLosses writes a report for people about what of a document found no place, one
// line each: where, why, and the words. The caller says what a reason reads like.
// Nothing is written if nothing was lost.
func WriteLosses(w io.Writer, losses []career.Loss, say func(career.LossReason) string) error {
	for _, l := range losses {
		line := say(l.Reason)
		if l.Page > 0 {
			line = fmt.Sprintf("p. %d: %s", l.Page, line)
		}
		if l.Text != "" {
			line += ": " + l.Text
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return fmt.Errorf("write loss report: %w", err)
		}
	}
	return nil
}

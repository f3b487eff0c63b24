package check

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// Documents puts a résumé together as it is now.
type Documents interface {
	Document(ctx context.Context, id resume.ID) (resume.Document, error)
}

// Inspector reads a PDF file in a process of its own, so that nothing of a reader's
// trouble reaches the app.
type Inspector interface {
	Inspect(ctx context.Context, data []byte) (Reading, error)
}

// Outcome is a report and what it rests on.
type Outcome struct {
	Report  Report
	Reading Reading
}

// Service checks exported files against the résumés they were made from.
type Service struct {
	documents Documents
	inspector Inspector
	words     resume.Lexicons
	clk       clock.Clock
}

// NewService makes the service; it does nothing yet.
func NewService(d Documents, i Inspector, words resume.Lexicons, clk clock.Clock) *Service {
	return &Service{d, i, words, clk}
}

// Check reads an exported PDF back and compares it with its résumé. It gives the Invalid
// faults check.tooManyPages (maxPages, pages), check.noText and check.unread (the reader
// refuses the file), the faults of finding the résumé, and Canceled.
func (s *Service) Check(ctx context.Context, id resume.ID, pdf []byte) (Outcome, error) {
	doc, err := s.documents.Document(ctx, id)
	if err != nil {
		return Outcome{}, fmt.Errorf("put résumé together: %w", err)
	}
	reading, err := s.inspector.Inspect(ctx, pdf)
	if err != nil {
		return Outcome{}, fmt.Errorf("read résumé back: %w", ownRefusal(err))
	}
	today := career.Date(s.clk.Now().Format(time.DateOnly))
	return Outcome{Check(titled(doc, s.words.Of(doc.Language)), reading, today), reading}, nil
}

// ownRefusal tells a reader's refusal as one of a résumé made here. The reader speaks of a
// file somebody brought in, whose way on is another file.
func ownRefusal(err error) error {
	var refusal *fault.Error
	if !errors.As(err, &refusal) || !strings.HasPrefix(refusal.Key, "import.") {
		return err
	}
	own := *refusal
	switch own.Key {
	case "import.tooManyPages":
		own.Key = "check.tooManyPages"
	case "import.noText":
		own.Key = "check.noText"
	default:
		own.Key = "check.unread"
	}
	own.Err = err
	return &own
}

// titled gives every section the title that is printed above it.
func titled(doc resume.Document, x resume.Lexicon) resume.Document {
	doc.Sections = slices.Clone(doc.Sections)
	for i := range doc.Sections {
		if b := &doc.Sections[i]; b.Title.Text == "" {
			b.Title.Text = x.Sections[b.Key]
		}
	}
	return doc
}

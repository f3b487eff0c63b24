package check

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/clock"
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

// Check reads an exported PDF back and compares it with its résumé. It gives the faults of
// reading a PDF, of finding the résumé, and Canceled.
func (s *Service) Check(ctx context.Context, id resume.ID, pdf []byte) (Outcome, error) {
	doc, err := s.documents.Document(ctx, id)
	if err != nil {
		return Outcome{}, fmt.Errorf("put résumé together: %w", err)
	}
	reading, err := s.inspector.Inspect(ctx, pdf)
	if err != nil {
		return Outcome{}, fmt.Errorf("read résumé back: %w", err)
	}
	today := career.Date(s.clk.Now().Format(time.DateOnly))
	return Outcome{Check(titled(doc, s.words.Of(doc.Language)), reading, today), reading}, nil
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

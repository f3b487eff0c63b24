package compare

import (
	"context"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/resume"
)

// Resumes gives documents of a résumé.
type Resumes interface {
	// AsItWas is the document of a version, or with "" as it is now.
	AsItWas(ctx context.Context, id resume.ID, version resume.VersionID) (resume.Document, error)
}

// Service compares versions of a résumé.
type Service struct {
	resumes Resumes
	words   resume.Lexicons
}

// New makes the service; it opens nothing.
func New(r Resumes, words resume.Lexicons) *Service { return &Service{r, words} }

// Compare says what differs between two versions of a résumé; "" is the résumé as it is now.
func (s *Service) Compare(ctx context.Context, id resume.ID, before, after resume.VersionID) ([]Change, error) {
	was, err := s.resumes.AsItWas(ctx, id, before)
	if err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	is, err := s.resumes.AsItWas(ctx, id, after)
	if err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	return Documents(was, is, s.words.Of(is.Language)), nil
}

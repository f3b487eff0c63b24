package app

import "github.com/jobjourney/jobjourney/internal/posting"

// PostingView is a job advertisement and what was read in it. Spans count Unicode code
// points of the text.
type PostingView struct {
	ID           string                `json:"id"`
	Title        string                `json:"title"`
	TitleFrom    posting.Span          `json:"titleFrom"`
	Company      string                `json:"company"`
	CompanyFrom  posting.Span          `json:"companyFrom"`
	Place        string                `json:"place"`
	PlaceFrom    posting.Span          `json:"placeFrom"`
	Language     string                `json:"language"`
	Covered      bool                  `json:"covered"`
	Text         string                `json:"text"`
	Requirements []posting.Requirement `json:"requirements"`
	Keywords     []posting.Keyword     `json:"keywords"`
	LeftOut      int                   `json:"leftOut"`
	CreatedAt    string                `json:"createdAt"`
	UpdatedAt    string                `json:"updatedAt"`
}

func postingView(p posting.Posting) PostingView {
	return PostingView{
		ID: string(p.ID), Title: p.Title, TitleFrom: p.TitleFrom, Company: p.Company, CompanyFrom: p.CompanyFrom,
		Place: p.Place, PlaceFrom: p.PlaceFrom, Language: p.Language, Covered: p.Covered, Text: p.Text,
		Requirements: views(p.Requirements, same[posting.Requirement]), Keywords: views(p.Keywords, same[posting.Keyword]),
		LeftOut: p.LeftOut, CreatedAt: stamp(p.CreatedAt), UpdatedAt: stamp(p.UpdatedAt),
	}
}

package exporter

import (
	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/exporter/jsonresume"
	"github.com/jobjourney/jobjourney/internal/exporter/markdown"
	"github.com/jobjourney/jobjourney/internal/exporter/text"
	"github.com/jobjourney/jobjourney/internal/resume"
)

// JSONResume writes a whole ledger.
func JSONResume(l career.Ledger) ([]byte, error) { return jsonresume.Export(l) }

// Formats are the formats there are, by name.
func Formats() map[string]resume.Format {
	return map[string]resume.Format{
		"markdown":        {Extension: "md", Write: func(p resume.Print) ([]byte, error) { return markdown.Export(p.Document, p.Words), nil }},
		"text":            {Extension: "txt", Write: func(p resume.Print) ([]byte, error) { return text.Export(p.Document, p.Words), nil }},
		resume.JSONResume: {Extension: "json", Write: func(p resume.Print) ([]byte, error) { return JSONResume(p.Ledger) }},
	}
}

package app

import (
	"context"

	"github.com/jobjourney/jobjourney/internal/resume"
)

// ResumeFonts is the part of Resumes that finds fonts for scripts the bundled ones can't write.
type ResumeFonts struct {
	gate  *Gate
	fonts resume.Fonts
}

// NewResumeFonts binds the fonts of the computer.
func NewResumeFonts(g *Gate, fonts resume.Fonts) *ResumeFonts { return &ResumeFonts{g, fonts} }

// Fonts gives for each script (ISO 15924: "Arab", "Hans") a regular face and, right after
// it, its bold one if there is one. A script without a font is left out.
func (r *ResumeFonts) Fonts(scripts []string) ([]FontView, error) {
	return call(r.gate, func(ctx context.Context) ([]resume.SystemFont, error) {
		return r.fonts.Find(ctx, scripts)
	}, func(all []resume.SystemFont) []FontView { return views(all, fontView) })
}

// FontView is one face and where its bytes are.
type FontView struct {
	Script string `json:"script"` // as it was asked for
	Family string `json:"family"`
	Bold   bool   `json:"bold"`
	URL    string `json:"url"`
}

func fontView(f resume.SystemFont) FontView {
	return FontView{Script: f.Script, Family: f.Family, Bold: f.Bold, URL: fontRoute + f.ID}
}

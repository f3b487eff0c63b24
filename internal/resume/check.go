package resume

import (
	"regexp"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// longestName is the most characters the name of a résumé or a version has.
const longestName = 120

var (
	languageTag = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
	colour      = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
	slug        = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,59}$`) // of a template or a family
)

// check refuses what no résumé can be; the field is to blame.
func (r Resume) check() error {
	if err := checkName(r.Name); err != nil {
		return err
	}
	if !languageTag.MatchString(r.Language) {
		return fault.InvalidField("language", "resume.badLanguage")
	}
	return r.Layout.check()
}

func checkName(s string) error {
	if s == "" {
		return fault.InvalidField("name", "resume.needsName")
	}
	if utf8.RuneCountInString(s) > longestName {
		return fault.InvalidField("name", "resume.tooLong").With("limit", strconv.Itoa(longestName))
	}
	return nil
}

func (y Layout) check() error {
	for _, f := range []struct {
		field string
		ok    bool
	}{
		{"template", slug.MatchString(y.Template)},
		{"paper", slices.Contains([]string{"a4", "letter", "a5"}, y.Paper)},
		{"accent", y.Accent == "" || colour.MatchString(y.Accent)},
		{"font", y.Font == "" || slug.MatchString(y.Font)},
		{"headingFont", y.HeadingFont == "" || slug.MatchString(y.HeadingFont)},
		{"fontSize", within(y.FontSize, 8, 13)},
		{"lineHeight", within(y.LineHeight, 1.1, 1.8)},
		{"spacing", within(y.Spacing, 0.5, 1.6)},
		{"margin", within(y.Margin, 8, 30)},
		{"sideWidth", within(y.SideWidth, 24, 42)},
		{"dateStyle", slices.Contains([]string{"", DateShort, DateLong, DateNumeric, DateYear}, y.DateStyle)},
		{"fitPages", y.FitPages >= 0 && y.FitPages <= 20},
	} {
		if !f.ok {
			return fault.InvalidField(f.field, "resume.badLayout")
		}
	}
	return nil
}

// within reports whether a size is the template's own (0) or in range; NaN isn't.
func within(v, least, most float64) bool { return v == 0 || v >= least && v <= most }

package check

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

func unmappedText(s *subject) []place {
	return here(s.facts.Unmapped > 0, "layout/font", "count", strconv.Itoa(s.facts.Unmapped))
}

func fontMissing(s *subject) (all []place) {
	for _, f := range s.facts.Fonts {
		if !f.Embedded {
			all = append(all, at("layout/font", "font", f.Name))
		}
	}
	return all
}

func iconText(s *subject) []place {
	return here(s.facts.Private > 0, "layout/template", "count", strconv.Itoa(s.facts.Private))
}

// oddCharacters finds signs that readers drop or spell out: pictograms, letters drawn with
// mathematical signs, private and invisible characters.
func oddCharacters(s *subject) (all []place) {
	for _, t := range s.texts {
		if i := strings.IndexFunc(t.text, odd); i >= 0 {
			sign := []rune(t.text[i:])[0]
			all = append(all, at(t.ref, "sign", string(sign), "code", "U+"+strings.ToUpper(strconv.FormatInt(int64(sign), 16))))
		}
	}
	return all
}

func odd(r rune) bool {
	switch {
	case r >= 0x1D400 && r <= 0x1D7FF, r >= 0x1F000 && r <= 0x1FAFF: // styled letters; pictograms
		return true
	case r >= 0x2600 && r <= 0x27BF, r >= 0x25A0 && r <= 0x25FF: // signs and shapes
		return true
	case r == 0xFFFD, r == 0xFEFF, r == 0x200B, r == 0x2060: // unreadable; invisible, and joining nothing
		return true
	}
	return unicode.Is(unicode.Co, r)
}

const leastSize = 8.5 // points that people can read on paper without effort

func textSmall(s *subject) []place {
	small := s.facts.SmallestSize > 0 && s.facts.SmallestSize < leastSize
	return here(small, "layout/fontSize", "size", strconv.FormatFloat(s.facts.SmallestSize, 'f', -1, 64), "text", s.facts.SmallText)
}

const (
	usualPages  = 2
	manyYears   = 10
	emptyShare  = 0.15 // of the fullest page
	largeFileMB = 2
)

func manyPages(s *subject) []place {
	years := s.experience() / 12
	return here(len(s.facts.Pages) > usualPages && years < manyYears, "layout/fitPages", "pages", strconv.Itoa(len(s.facts.Pages)))
}

func lastPageEmpty(s *subject) []place {
	pages := s.facts.Pages
	if len(pages) < 2 {
		return nil
	}
	fullest := 0
	for _, p := range pages {
		fullest = max(fullest, p.Characters)
	}
	last := pages[len(pages)-1].Characters
	return here(float64(last) < emptyShare*float64(fullest), "layout/fitPages", "pages", strconv.Itoa(len(pages)))
}

// usualPapers are A4 and US Letter, in points.
var usualPapers = [][2]float64{{595.28, 841.89}, {612, 792}}

func pageSize(s *subject) []place {
	for _, p := range s.facts.Pages {
		usual := false
		for _, paper := range usualPapers {
			usual = usual || math.Abs(p.Width-paper[0]) < 2 && math.Abs(p.Height-paper[1]) < 2
		}
		if !usual {
			return here(true, "layout/paper")
		}
	}
	return nil
}

func fileLarge(s *subject) []place {
	return here(s.facts.Bytes > largeFileMB<<20, "basics/picture", "mb", strconv.FormatFloat(float64(s.facts.Bytes)/(1<<20), 'f', 1, 64))
}

func languageTag(s *subject) []place {
	wrong := baseLanguage(s.facts.Language) != baseLanguage(s.doc.Language)
	return here(wrong, "layout/language", "language", firstOf(s.facts.Language, "–"))
}

func fileTitle(s *subject) []place { return here(s.facts.Title == "", "basics/name") }

func untagged(s *subject) []place { return here(!s.facts.Tagged, "layout/template") }

func pictureUndescribed(s *subject) []place {
	return here(s.facts.Undescribed > 0, "basics/picture", "count", strconv.Itoa(s.facts.Undescribed))
}

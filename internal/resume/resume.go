package resume

import (
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
)

// ID names a résumé for as long as it lives.
type ID string

// Resume is one résumé over the ledger.
type Resume struct {
	ID        ID        `json:"id"`
	Name      string    `json:"name"`
	Language  string    `json:"language"` // BCP 47, of its words: "en", "zh-Hans"
	Layout    Layout    `json:"layout"`
	Overlay   Overlay   `json:"overlay"`
	CreatedAt time.Time `json:"createdAt"`
	UpdatedAt time.Time `json:"updatedAt"`
	TrashedAt time.Time `json:"trashedAt"` // zero: not in the trash
}

// Layout is how a résumé looks. Zero and "" are the template's own choice.
type Layout struct {
	Template    string  `json:"template"`
	Paper       string  `json:"paper"`  // "a4", "letter", "a5"
	Accent      string  `json:"accent"` // "#1f4e79"
	Font        string  `json:"font"`   // id of a family
	HeadingFont string  `json:"headingFont"`
	FontSize    float64 `json:"fontSize"`   // pt, 8 to 13
	LineHeight  float64 `json:"lineHeight"` // em, 1.1 to 1.8
	Spacing     float64 `json:"spacing"`    // factor on vertical gaps, 0.5 to 1.6
	Margin      float64 `json:"margin"`     // mm, 8 to 30
	SideWidth   float64 `json:"sideWidth"`  // percent of the page's width, 24 to 42
	DateStyle   string  `json:"dateStyle"`  // DateShort and so on
	PageNumbers bool    `json:"pageNumbers"`
	ShowPicture bool    `json:"showPicture"`
	Justify     bool    `json:"justify"`
	FitPages    int     `json:"fitPages"` // 0: as many as it takes
}

// Overlay says what of the ledger a résumé shows. What it doesn't name stands where the
// ledger has it, after what it follows there, and is hidden unless Follow.
type Overlay struct {
	Follow   bool                        `json:"follow"` // what is added to the ledger later shows too
	Sections []Section                   `json:"sections"`
	Words    map[string]map[Field]string `json:"words"` // language -> field -> wording of this résumé
}

// Section is a section of the page, at its place.
type Section struct {
	Key    Key    `json:"key"`
	Hidden bool   `json:"hidden"`
	Column string `json:"column"` // ColumnMain, ColumnSide; "": the template's choice
	Break  bool   `json:"break"`  // a new page before it
	Items  []Item `json:"items"`
}

// Item is an item of a section, at its place.
type Item struct {
	ID     career.ItemID `json:"id"`
	Hidden bool          `json:"hidden"`
	Break  bool          `json:"break"`
	Lines  []Line        `json:"lines"`
}

// Line is a line of an item, at its place.
type Line struct {
	ID     career.ItemID `json:"id"`
	Hidden bool          `json:"hidden"`
}

// The columns a section can be put in.
const (
	ColumnMain = "main"
	ColumnSide = "side"
)

// Key names a section: one of those below, "custom/<id>" or "kept/<id>".
type Key string

// The sections every ledger has.
const (
	KeySummary      Key = "summary"
	KeyWork         Key = "work"
	KeyEducation    Key = "education"
	KeyProjects     Key = "projects"
	KeySkills       Key = "skills"
	KeyLanguages    Key = "languages"
	KeyCertificates Key = "certificates"
	KeyAwards       Key = "awards"
	KeyPublications Key = "publications"
	KeyVolunteer    Key = "volunteer"
	KeyInterests    Key = "interests"
	KeyReferences   Key = "references"

	customPrefix = "custom/"
	keptPrefix   = "kept/"
)

// defaultOrder is that of a fresh résumé; sections of the person's own come before
// interests, kept ones last.
var defaultOrder = []Key{
	KeySummary, KeyWork, KeyEducation, KeyProjects, KeySkills, KeyLanguages, KeyCertificates,
	KeyAwards, KeyPublications, KeyVolunteer, KeyInterests, KeyReferences,
}

func customKey(id career.ItemID) Key { return Key(customPrefix + string(id)) }
func keptKey(id career.ItemID) Key   { return Key(keptPrefix + string(id)) }

// cut gives the prefix of a custom or kept key and the id behind it.
func (k Key) cut() (prefix string, id career.ItemID) {
	for _, p := range []string{customPrefix, keptPrefix} {
		if id, found := strings.CutPrefix(string(k), p); found {
			return p, career.ItemID(id)
		}
	}
	return "", ""
}

// Field names a text by where it stands, for example "work/<id>/highlights/<id>" or
// "section/<key>/title"; field.go has all of them.
type Field string

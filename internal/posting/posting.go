package posting

import "time"

// ID names a posting record (UUIDv4).
type ID string

// RequirementID names one requirement within its posting (UUIDv7).
type RequirementID string

// Span is a half-open range of a posting's Text, counted in Unicode code points
// (not bytes and not UTF-16 units), so that it means the same in every language.
// In TypeScript: Array.from(text).slice(start, end).join("").
// The zero Span points nowhere: what it belongs to was given by the person.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Empty says that the span points nowhere.
func (s Span) Empty() bool { return s.End <= s.Start }

// Posting is a job advertisement as it was pasted, what the rules read in it, and
// what the person made of that. The three From spans carry the sentence or line
// that a title, company or place was read in.
type Posting struct {
	ID           ID            `json:"id"`
	Title        string        `json:"title"`
	TitleFrom    Span          `json:"titleFrom"`
	Company      string        `json:"company"`
	CompanyFrom  Span          `json:"companyFrom"`
	Place        string        `json:"place"`
	PlaceFrom    Span          `json:"placeFrom"`
	Language     string        `json:"language"` // ISO 639-1, or "und" where it could not be told
	Covered      bool          `json:"covered"`  // the rules know this language
	Text         string        `json:"text"`     // cleaned; every span counts in it
	Requirements []Requirement `json:"requirements"`
	Keywords     []Keyword     `json:"keywords"`
	LeftOut      int           `json:"leftOut"` // findings beyond MaxRequirements and MaxKeywords
	Corrections  Corrections   `json:"corrections"`
	CreatedAt    time.Time     `json:"createdAt"`
	UpdatedAt    time.Time     `json:"updatedAt"`
}

// Requirement is one thing the posting asks of the person.
type Requirement struct {
	ID       RequirementID `json:"id"`
	Text     string        `json:"text"`
	Must     bool          `json:"must"` // false: welcome, but not asked for
	Sentence Span          `json:"sentence"`
	// Source is the text as the rules read it, kept when the person rewords the
	// requirement. It is empty when the person wrote the requirement.
	Source string `json:"source"`
	// Corrected says that the person changed Text or Must.
	Corrected bool `json:"corrected"`
}

// Keyword is a skill, tool, method, licence or subject the posting names.
type Keyword struct {
	Term     string `json:"term"` // spelled as in the text
	Sentence Span   `json:"sentence"`
}

// Corrections remembers what the person decided, so that reading the text again
// leaves it alone.
type Corrections struct {
	Title    bool     `json:"title"`
	Company  bool     `json:"company"`
	Place    bool     `json:"place"`
	Removed  []string `json:"removed"`  // requirements taken out, as they were read
	Keywords bool     `json:"keywords"` // the person settled the list of keywords
}

// Found is a value and the line or sentence it was read in.
type Found struct {
	Value string `json:"value"`
	From  Span   `json:"from"`
}

// Asked is a requirement as the rules read it.
type Asked struct {
	Text     string `json:"text"`
	Must     bool   `json:"must"`
	Sentence Span   `json:"sentence"`
}

// Reading is what Extract found in a text. A field the rules did not find is
// empty; nothing is guessed.
type Reading struct {
	Language     string    `json:"language"`
	Covered      bool      `json:"covered"` // false: no rule covers the language, and the rest is empty
	Title        Found     `json:"title"`
	Company      Found     `json:"company"`
	Place        Found     `json:"place"`
	Requirements []Asked   `json:"requirements"`
	Keywords     []Keyword `json:"keywords"`
	LeftOut      int       `json:"leftOut"` // findings beyond the two limits
}

// The most findings a reading holds. A real posting has a tenth of that; the
// limits keep a pasted book from becoming a record nobody can open.
const (
	MaxRequirements = 200
	MaxKeywords     = 300
)

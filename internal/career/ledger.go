package career

// ItemID names one item of the ledger for as long as it lives (UUIDv7).
type ItemID string

// Ledger holds every fact. There is one per profile.
type Ledger struct {
	Basics    Basics      `json:"basics"`
	Work      []Work      `json:"work"`
	Education []Education `json:"education"`
	Skills    []Skill     `json:"skills"`
	Languages []Language  `json:"languages"`
	// Sections are parts of imported documents that the ledger keeps as they were
	// written, because it has no fields for them.
	Sections []Section `json:"sections"`
}

// Basics says who the person is and how to reach them.
type Basics struct {
	Name     string    `json:"name"`
	Label    string    `json:"label"` // the line under the name, for example "Registered nurse"
	Email    string    `json:"email"`
	Phone    string    `json:"phone"`
	URL      string    `json:"url"`
	Summary  string    `json:"summary"`
	Location Location  `json:"location"`
	Profiles []Profile `json:"profiles"`
}

// Location is where the person lives, as far as they care to say.
type Location struct {
	Address     string `json:"address"`
	PostalCode  string `json:"postalCode"`
	City        string `json:"city"`
	Region      string `json:"region"`
	CountryCode string `json:"countryCode"` // ISO 3166-1 alpha-2
}

// Profile is a page of the person's elsewhere.
type Profile struct {
	Network  string `json:"network"`
	Username string `json:"username"`
	URL      string `json:"url"`
}

// Work is one role at one organisation; several roles at one employer are several items.
type Work struct {
	ID         ItemID      `json:"id"`
	Name       string      `json:"name"` // the organisation
	Position   string      `json:"position"`
	Location   string      `json:"location"`
	URL        string      `json:"url"`
	StartDate  Date        `json:"startDate"`
	EndDate    Date        `json:"endDate"` // empty together with Current: the role goes on
	Current    bool        `json:"current"`
	Summary    string      `json:"summary"`
	Highlights []Highlight `json:"highlights"`
}

// Highlight is one thing done in a role: the smallest fact there is.
type Highlight struct {
	ID   ItemID `json:"id"`
	Text string `json:"text"`
}

// Education is one course of study.
type Education struct {
	ID          ItemID   `json:"id"`
	Institution string   `json:"institution"`
	StudyType   string   `json:"studyType"` // for example "BSc"
	Area        string   `json:"area"`
	StartDate   Date     `json:"startDate"`
	EndDate     Date     `json:"endDate"`
	Current     bool     `json:"current"`
	Score       string   `json:"score"`
	Courses     []string `json:"courses"`
}

// Skill is a named group of abilities; a single ability is a group without keywords.
type Skill struct {
	ID       ItemID   `json:"id"`
	Name     string   `json:"name"`
	Level    string   `json:"level"`
	Keywords []string `json:"keywords"`
}

// Language is a language and how well it is spoken.
type Language struct {
	ID       ItemID `json:"id"`
	Language string `json:"language"`
	Fluency  string `json:"fluency"`
}

// SectionKind names the JSON Resume part a kept section would belong to.
type SectionKind string

// The kinds a heading can be recognised as. SectionOther is any heading not known.
const (
	SectionProjects     SectionKind = "projects"
	SectionCertificates SectionKind = "certificates"
	SectionAwards       SectionKind = "awards"
	SectionPublications SectionKind = "publications"
	SectionVolunteer    SectionKind = "volunteer"
	SectionReferences   SectionKind = "references"
	SectionInterests    SectionKind = "interests"
	SectionOther        SectionKind = "other"
)

// Section is a part of an imported document, kept line by line under its own heading.
type Section struct {
	ID      ItemID      `json:"id"`
	Kind    SectionKind `json:"kind"`
	Heading string      `json:"heading"`
	Lines   []string    `json:"lines"`
}

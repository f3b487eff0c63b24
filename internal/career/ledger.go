package career

// ItemID names one item of the ledger for as long as it lives (UUIDv7).
type ItemID string

// Ledger holds every fact. There is one per profile.
type Ledger struct {
	Basics       Basics        `json:"basics"`
	Work         []Work        `json:"work"`
	Education    []Education   `json:"education"`
	Projects     []Project     `json:"projects"`
	Skills       []Skill       `json:"skills"`
	Languages    []Language    `json:"languages"`
	Certificates []Certificate `json:"certificates"`
	Awards       []Award       `json:"awards"`
	Publications []Publication `json:"publications"`
	Volunteer    []Volunteer   `json:"volunteer"`
	References   []Reference   `json:"references"`
	Interests    []Interest    `json:"interests"`
	// Custom are sections under headings of the person's own.
	Custom []Custom `json:"custom"`
	// Sections are parts of imported documents that the ledger keeps as they were
	// written, because it has no fields for them.
	Sections []Section `json:"sections"`
	// Extra are keys of a JSON Resume document that the ledger has no field for, kept so
	// that they come out again as they came in. Items have their own.
	Extra Extra `json:"extra,omitempty"`
}

// Extra holds values as encoding/json decodes them, by their JSON Resume key.
type Extra map[string]any

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
	Picture  *Picture  `json:"picture,omitempty"`
	Extra    Extra     `json:"extra,omitempty"`
}

// Picture is the person's photograph, cropped. Its bytes are a sealed blob whose key is
// in the record of this id.
type Picture struct {
	ID          PictureID `json:"id"`
	Width       int       `json:"width"`  // in pixels, as is Height
	Height      int       `json:"height"` //
	Description string    `json:"description"`
}

// PictureID names the record that holds a picture's key.
type PictureID string

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
	Extra      Extra       `json:"extra,omitempty"`
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
	Location    string   `json:"location"`
	URL         string   `json:"url"`
	Extra       Extra    `json:"extra,omitempty"`
}

// Project is a piece of work with a name of its own.
type Project struct {
	ID          ItemID      `json:"id"`
	Name        string      `json:"name"`
	Entity      string      `json:"entity"` // for whom, for example a company
	Type        string      `json:"type"`   // for example "volunteering" or "talk"
	Roles       []string    `json:"roles"`
	URL         string      `json:"url"`
	StartDate   Date        `json:"startDate"`
	EndDate     Date        `json:"endDate"`
	Current     bool        `json:"current"`
	Description string      `json:"description"`
	Highlights  []Highlight `json:"highlights"`
	Keywords    []string    `json:"keywords"`
	Extra       Extra       `json:"extra,omitempty"`
}

// Skill is a named group of abilities; a single ability is a group without keywords.
type Skill struct {
	ID       ItemID   `json:"id"`
	Name     string   `json:"name"`
	Level    string   `json:"level"`
	Keywords []string `json:"keywords"`
	Extra    Extra    `json:"extra,omitempty"`
}

// Language is a language and how well it is spoken.
type Language struct {
	ID       ItemID `json:"id"`
	Language string `json:"language"`
	Fluency  string `json:"fluency"`
	Extra    Extra  `json:"extra,omitempty"`
}

// Certificate is a licence or certificate somebody issued.
type Certificate struct {
	ID     ItemID `json:"id"`
	Name   string `json:"name"`
	Issuer string `json:"issuer"`
	Date   Date   `json:"date"`
	URL    string `json:"url"`
	Extra  Extra  `json:"extra,omitempty"`
}

// Award is something that was awarded.
type Award struct {
	ID      ItemID `json:"id"`
	Title   string `json:"title"`
	Awarder string `json:"awarder"`
	Date    Date   `json:"date"`
	Summary string `json:"summary"`
	Extra   Extra  `json:"extra,omitempty"`
}

// Publication is something published.
type Publication struct {
	ID          ItemID `json:"id"`
	Name        string `json:"name"`
	Publisher   string `json:"publisher"`
	ReleaseDate Date   `json:"releaseDate"`
	URL         string `json:"url"`
	Summary     string `json:"summary"`
	Extra       Extra  `json:"extra,omitempty"`
}

// Volunteer is one unpaid role at one organisation.
type Volunteer struct {
	ID           ItemID      `json:"id"`
	Organization string      `json:"organization"`
	Position     string      `json:"position"`
	Location     string      `json:"location"`
	URL          string      `json:"url"`
	StartDate    Date        `json:"startDate"`
	EndDate      Date        `json:"endDate"`
	Current      bool        `json:"current"`
	Summary      string      `json:"summary"`
	Highlights   []Highlight `json:"highlights"`
	Extra        Extra       `json:"extra,omitempty"`
}

// Reference is what somebody says about the person.
type Reference struct {
	ID        ItemID `json:"id"`
	Name      string `json:"name"`
	Reference string `json:"reference"`
	Extra     Extra  `json:"extra,omitempty"`
}

// Interest is something the person cares for.
type Interest struct {
	ID       ItemID   `json:"id"`
	Name     string   `json:"name"`
	Keywords []string `json:"keywords"`
	Extra    Extra    `json:"extra,omitempty"`
}

// Custom is a section under a heading of the person's own.
type Custom struct {
	ID      ItemID       `json:"id"`
	Heading string       `json:"heading"`
	Items   []CustomItem `json:"items"`
}

// CustomItem is an entry of a section of the person's own; any field may be empty.
type CustomItem struct {
	ID         ItemID      `json:"id"`
	Title      string      `json:"title"`
	Subtitle   string      `json:"subtitle"`
	Location   string      `json:"location"`
	URL        string      `json:"url"`
	StartDate  Date        `json:"startDate"`
	EndDate    Date        `json:"endDate"`
	Current    bool        `json:"current"`
	Summary    string      `json:"summary"`
	Highlights []Highlight `json:"highlights"`
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

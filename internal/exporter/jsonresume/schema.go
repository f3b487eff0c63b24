package jsonresume

// The types below are the parts of the schema that a ledger can fill, in its order.

const schemaURL = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

type resume struct {
	Schema       string      `json:"$schema"`
	Basics       basics      `json:"basics"`
	Work         []work      `json:"work,omitempty"`
	Volunteer    []volunteer `json:"volunteer,omitempty"`
	Education    []education `json:"education,omitempty"`
	Awards       []award     `json:"awards,omitempty"`
	Certificates []named     `json:"certificates,omitempty"`
	Publications []named     `json:"publications,omitempty"`
	Skills       []skill     `json:"skills,omitempty"`
	Languages    []language  `json:"languages,omitempty"`
	Interests    []named     `json:"interests,omitempty"`
	References   []reference `json:"references,omitempty"`
	Projects     []named     `json:"projects,omitempty"`
}

type basics struct {
	Name     string    `json:"name,omitempty"`
	Label    string    `json:"label,omitempty"`
	Email    string    `json:"email,omitempty"`
	Phone    string    `json:"phone,omitempty"`
	URL      string    `json:"url,omitempty"`
	Summary  string    `json:"summary,omitempty"`
	Location *location `json:"location,omitempty"`
	Profiles []profile `json:"profiles,omitempty"`
}

type location struct {
	Address     string `json:"address,omitempty"`
	PostalCode  string `json:"postalCode,omitempty"`
	City        string `json:"city,omitempty"`
	CountryCode string `json:"countryCode,omitempty"`
	Region      string `json:"region,omitempty"`
}

type profile struct {
	Network  string `json:"network,omitempty"`
	Username string `json:"username,omitempty"`
	URL      string `json:"url,omitempty"`
}

type work struct {
	Name       string   `json:"name,omitempty"`
	Location   string   `json:"location,omitempty"`
	Position   string   `json:"position,omitempty"`
	URL        string   `json:"url,omitempty"`
	StartDate  string   `json:"startDate,omitempty"`
	EndDate    string   `json:"endDate,omitempty"` // left out: the role goes on
	Summary    string   `json:"summary,omitempty"`
	Highlights []string `json:"highlights,omitempty"`
}

type education struct {
	Institution string   `json:"institution,omitempty"`
	Area        string   `json:"area,omitempty"`
	StudyType   string   `json:"studyType,omitempty"`
	StartDate   string   `json:"startDate,omitempty"`
	EndDate     string   `json:"endDate,omitempty"`
	Score       string   `json:"score,omitempty"`
	Courses     []string `json:"courses,omitempty"`
}

type skill struct {
	Name     string   `json:"name,omitempty"`
	Level    string   `json:"level,omitempty"`
	Keywords []string `json:"keywords,omitempty"`
}

type language struct {
	Language string `json:"language,omitempty"`
	Fluency  string `json:"fluency,omitempty"`
}

// The lists below take a kept line as the one field that names an entry.

type named struct {
	Name string `json:"name"`
}

type award struct {
	Title string `json:"title"`
}

type volunteer struct {
	Organization string   `json:"organization,omitempty"`
	Highlights   []string `json:"highlights,omitempty"`
}

type reference struct {
	Reference string `json:"reference"`
}
